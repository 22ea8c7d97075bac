// The places of nodes hold after any edit.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedPlaces, childrenOf, isWithin, placesOf, type TreeNode, withNode } from './tree-edit.ts';

const node = (nodeId: number, parentId: number | null = null): TreeNode => ({ nodeId, parentId });
const ids = (nodes: readonly TreeNode[]) => nodes.map((it) => it.nodeId);

// 1
//   2
//     3
//   4
// 5
const tree = [node(1), node(2, 1), node(3, 2), node(4, 1), node(5)];

test('a node goes where it is told: at the top or below another, at its place among siblings or after them', () => {
  expect(ids(withNode(tree, node(6), null))).toEqual([1, 2, 3, 4, 5, 6]);
  expect(ids(withNode(tree, node(6), 0))).toEqual([6, 1, 2, 3, 4, 5]);
  expect(ids(withNode(tree, node(6, 1), 1))).toEqual([1, 2, 3, 6, 4, 5]);
  expect(ids(withNode(tree, node(6, 3), null))).toEqual([1, 2, 3, 6, 4, 5]);
});

test('a node moves with all below it', () => {
  expect(ids(withNode(tree, node(2), null))).toEqual([1, 4, 5, 2, 3]);
  expect(ids(withNode(tree, node(2, 1), 1))).toEqual([1, 4, 2, 3, 5]);
  expect(ids(withNode(tree, node(2, 1), 0))).toEqual([1, 2, 3, 4, 5]);
});

test('places by hand: read from top to bottom, and the last below', () => {
  expect(placesOf(tree).map(({ position, lastPosition }) => [position, lastPosition])).toEqual([
    [1, 4],
    [2, 3],
    [3, 3],
    [4, 4],
    [5, 5],
  ]);
  expect(changedPlaces(placesOf(tree), placesOf(withNode(tree, node(4, 1), 0)))).toEqual([
    { nodeId: 4, position: 2, lastPosition: 2 },
    { nodeId: 2, position: 3, lastPosition: 4 },
    { nodeId: 3, position: 4, lastPosition: 4 },
  ]);
});

test('a node is within itself and what is above it, and nothing else', () => {
  expect([isWithin(tree, 3, 1), isWithin(tree, 3, 3), isWithin(tree, 1, 3), isWithin(tree, 5, 1)]).toEqual([true, true, false, false]);
});

test('a very deep tree is read too', () => {
  const deep = Array.from({ length: 20_000 }, (_, index) => node(index + 1, index === 0 ? null : index));
  expect(placesOf(withNode(deep, node(0, 20_000), null))[0]).toEqual({ nodeId: 1, position: 1, lastPosition: 20_001 });
});

/** Edits as numbers, to be taken as places in whatever the tree is by then. */
const edits = fc.array(fc.record({ kind: fc.constantFrom('add', 'add', 'move', 'remove'), at: fc.nat(), under: fc.nat(), place: fc.nat() }), {
  maxLength: 40,
});

test('after any edits each node comes after the one above it, and what is below it has the places right after its own', () => {
  fc.assert(
    fc.property(edits, (all) => {
      let nodes: TreeNode[] = [];
      let next = 1;
      for (const { kind, at, under, place } of all) {
        const targets = [null, ...nodes];
        const parent = targets[under % targets.length] ?? null;
        const moved = nodes[at % Math.max(1, nodes.length)];
        if (kind === 'add' || !moved) {
          nodes = withNode(nodes, node(next++, parent?.nodeId ?? null), place % (childrenOf(nodes, parent?.nodeId ?? null).length + 1));
        } else if (kind === 'remove') {
          if (childrenOf(nodes, moved.nodeId).length === 0) nodes = nodes.filter((it) => it !== moved);
        } else if (parent === null || !isWithin(nodes, parent.nodeId, moved.nodeId)) {
          nodes = withNode(nodes, { ...moved, parentId: parent?.nodeId ?? null }, null);
        }
        const places = placesOf(nodes);
        expect(places.map((it) => it.position)).toEqual(nodes.map((_, index) => index + 1));
        for (const [index, { nodeId, position, lastPosition }] of places.entries()) {
          const below = nodes.filter((it) => it.nodeId !== nodeId && isWithin(nodes, it.nodeId, nodeId));
          expect(ids(nodes.slice(position, lastPosition)).toSorted()).toEqual(ids(below).toSorted());
          expect(lastPosition).toBe(position + below.length);
          const above = nodes[index]?.parentId ?? null;
          expect(above === null || ids(nodes.slice(0, index)).includes(above)).toBe(true);
        }
      }
    }),
    { numRuns: 100 },
  );
});
