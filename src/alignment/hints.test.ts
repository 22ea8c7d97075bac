import { expect, test } from 'vitest';
import { cellHint, hintMatrix } from './hints.ts';
import { link, node, plan, read, record, threatTree } from './test-rows.ts';
import { readTrees } from './trees.ts';

// The objective carries cocaine and corruption, and one element; no provisions, so two schemes.
const objective = read(node(900, 90, { threats: ['cocaine', 'corruption'], elements: ['prevention'] }));
const bare = read(node(901, 90));
const records = [record([plan(1)]), record([], { stateKey: 'XAB' })];
const nodes = readTrees(
  [
    node(1, 1, { threats: ['drug-trafficking'], elements: ['prevention'] }),
    node(2, 1, { threats: ['opioids'], elements: ['prevention'] }),
    node(3, 1, { kind: 'INDICATOR', threats: ['cocaine', 'corruption'], elements: ['prevention'] }),
    node(4, 1, { kind: 'MEASURE', parentId: 1, elements: ['research'] }),
  ],
  false,
);

test('a hint is the mean of the schemes, the best over the nodes that may hold a link', () => {
  // Node 1: threats (1 for cocaine, broader + 0 for corruption) / 2 = 0.5; elements 1; mean 0.75. Node 2: (0 + 1) / 2 = 0.5. Node 4: (0.5 + 0) / 2 = 0.25.
  expect(hintMatrix(records, [objective, bare], { nodes, links: [], threats: threatTree })).toEqual([
    [0.75, 0],
    [0, 0],
  ]);
  expect(cellHint(records[0] ?? record([]), objective, { nodes, links: [], threats: threatTree })).toMatchObject({
    hint: 0.75,
    node: { row: { nodeId: 1 } },
    coverages: [
      { scheme: 'threats', coverage: 0.5 },
      { scheme: 'elements', coverage: 1 },
    ],
  });
});

test('a rejected link takes its node, and no other, out of the hint for that objective', () => {
  // Without node 1 the best is node 2 with 0.5. The rejection of the whole plan takes nothing out.
  const links = [link(1, 1, 1, 900, 'SUBSET', { status: 'REJECTED' }), link(2, 1, null, 900, 'EQUAL', { status: 'REJECTED' })];
  expect(hintMatrix(records, [objective, bare], { nodes, links, threats: threatTree })).toEqual([
    [0.5, 0],
    [0, 0],
  ]);
  expect(cellHint(records[0] ?? record([]), objective, { nodes, links, threats: threatTree })).toMatchObject({
    hint: 0.5,
    node: { row: { nodeId: 2 } },
  });
});

test('a national tag narrower than the tag of the objective matches by half', () => {
  const broad = read(node(902, 90, { threats: ['drug-trafficking'] }));
  const narrow = readTrees([node(5, 1, { threats: ['cocaine'] })], false);
  expect(hintMatrix(records, [broad], { nodes: narrow, links: [], threats: threatTree })[0]).toEqual([0.5]);
});
