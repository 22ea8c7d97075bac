import { expect, test } from 'vitest';
import { type NetworkNode, networkLayout } from './network-layout.ts';

const nodes: NetworkNode[] = [
  ...['XAA', 'XAB', 'XAC', 'XAD', 'XAE'].map((key): NetworkNode => ({ id: `state ${key}`, kind: 'state', reach: 22 })),
  ...['cocaine', 'timber'].map((key): NetworkNode => ({ id: `threat ${key}`, kind: 'threat', reach: 60 })),
];
const edges = nodes.slice(0, 5).map(({ id }, index) => ({ from: id, to: index % 2 === 0 ? 'threat cocaine' : 'threat timber' }));

test('the same network is drawn alike, in whatever order it comes', () => {
  expect(networkLayout(nodes.toReversed(), edges.toReversed(), false)).toEqual(networkLayout(nodes, edges, false));
});

test('for text from right to left it is mirrored, from 0 to the same width', () => {
  const [plain, mirrored] = [networkLayout(nodes, edges, false), networkLayout(nodes, edges, true)];
  expect(mirrored.width).toBe(plain.width);
  for (const [id, { x, y }] of plain.points) {
    expect(mirrored.points.get(id)?.y).toBe(y);
    expect(Math.abs((mirrored.points.get(id)?.x ?? 0) - (plain.width - x))).toBeLessThanOrEqual(1);
  }
});

test('no two nodes cover each other', () => {
  const points = [...networkLayout(nodes, edges, false).points.values()];
  const distances = points.flatMap((a, index) => points.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
  expect(Math.min(...distances)).toBeGreaterThan(44);
});
