import { expect, test } from 'vitest';
import { conceptTree } from './tags.ts';
import { node, threatTree } from './test-rows.ts';
import { columnsOf, depthOf, isCandidate, objectivesOf, readTrees, strategiesWithNothingSeen } from './trees.ts';

test('a national tag matches 1 when equal or broader, 0.5 when narrower, else 0', () => {
  const { match } = threatTree;
  expect([
    match('cocaine', 'cocaine'),
    match('drug-trafficking', 'cocaine'),
    match('cocaine', 'drug-trafficking'),
    match('opioids', 'cocaine'),
  ]).toEqual([1, 1, 0.5, 0]);
  const deep = conceptTree([
    { key: 'a', parentKey: null },
    { key: 'b', parentKey: 'a' },
    { key: 'c', parentKey: 'b' },
  ]);
  expect([deep.match('a', 'c'), deep.match('c', 'a'), deep.selfAndBroader('c')]).toEqual([1, 0.5, ['c', 'b', 'a']]);
});

test('a node carries its own tags of a scheme, else those of the nearest ancestor that has some, scheme by scheme', () => {
  const rows = [
    node(1, 1, { kind: 'PILLAR', threats: ['corruption'], elements: ['prevention'], provisions: ['untoc:8'] }),
    node(2, 1, { parentId: 1, threats: ['cocaine'] }),
    node(3, 1, { parentId: 2, kind: 'MEASURE', elements: ['research'] }),
  ];
  expect(readTrees(rows, false).map(({ threats, elements, provisions }) => [threats, elements, provisions])).toEqual([
    [['corruption'], ['prevention'], ['untoc:8']],
    [['cocaine'], ['prevention'], ['untoc:8']],
    [['cocaine'], ['research'], ['untoc:8']],
  ]);
});

test('an unseen node is as if absent, but its tags and bodies pass down; asked for, it counts', () => {
  const rows = [
    node(1, 1, { kind: 'PILLAR', isSeen: false, threats: ['cocaine'], hasResponsible: true }),
    node(2, 1, { parentId: 1, isSeen: false }),
    node(3, 1, { parentId: 2, kind: 'MEASURE' }),
    node(4, 1, { parentId: 2, kind: 'INDICATOR' }),
  ];
  const [measure, indicator, ...none] = readTrees(rows, false);
  expect([measure?.row.nodeId, indicator?.row.nodeId, none.length]).toEqual([3, 4, 0]);
  expect([measure?.threats, measure?.hasBody, measure?.objective]).toEqual([['cocaine'], true, null]);
  // The objective it serves is unseen, so the indicator below that objective makes nobody accountable: depth 2, not 3.
  expect(measure && depthOf(measure)).toBe(2);
  expect(readTrees(rows, true).map((it) => [it.row.nodeId, depthOf(it)])).toEqual([
    [1, 1],
    [2, 1],
    [3, 3],
    [4, 1],
  ]);
});

test('a measure is accountable with a body on it or above it and an indicator below it or below its objective', () => {
  const rows = [
    node(1, 1, { hasResponsible: true }),
    node(2, 1, { parentId: 1, kind: 'MEASURE' }),
    node(3, 1, { parentId: 1, kind: 'INDICATOR' }),
    node(4, 1),
    node(5, 1, { parentId: 4, kind: 'MEASURE', hasResponsible: true }),
    node(6, 1, { parentId: 5, kind: 'INDICATOR' }),
    node(7, 1, { parentId: 4, kind: 'MEASURE' }),
    node(8, 1, { kind: 'PILLAR' }),
    node(9, 1, { parentId: 8, kind: 'MEASURE', hasResponsible: true }),
    node(10, 1, { parentId: 8, kind: 'INDICATOR' }),
  ];
  // 2: body above, indicator below the objective. 5: both its own. 7: no body. 9: it serves no objective, so the pillar's indicator is not its own.
  const depths = new Map(readTrees(rows, false).map((it) => [it.row.nodeId, depthOf(it)]));
  expect([2, 5, 7, 9, 1, 3].map((id) => depths.get(id))).toEqual([3, 3, 2, 2, 1, 1]);
});

test('columns are the lowest objectives and the pillars without one, addressed to members', () => {
  const rows = [
    node(1, 9, { kind: 'PILLAR' }),
    node(2, 9, { parentId: 1 }),
    node(3, 9, { parentId: 2, addressee: 'BOTH' }),
    node(4, 9, { parentId: 2, addressee: 'ORGANIZATION' }),
    node(5, 9, { kind: 'PILLAR' }),
    node(6, 9, { parentId: 5, kind: 'MEASURE' }),
    node(7, 9, { kind: 'PILLAR', addressee: 'MEMBERS' }),
    node(8, 9, { parentId: 7, isSeen: false }),
  ];
  const nodes = readTrees(rows, false);
  expect(objectivesOf(nodes).map((it) => it.row.nodeId)).toEqual([3, 4, 5, 7]);
  expect(columnsOf(nodes).map((it) => it.row.nodeId)).toEqual([3, 5, 7]);
  expect(columnsOf(readTrees(rows, true)).map((it) => it.row.nodeId)).toEqual([3, 5, 8]);
});

test('objectives, measures and pillars without an objective may hold a link; an indicator may not', () => {
  expect([
    isCandidate('OBJECTIVE', true),
    isCandidate('MEASURE', false),
    isCandidate('PILLAR', false),
    isCandidate('PILLAR', true),
    isCandidate('INDICATOR', false),
  ]).toEqual([true, true, true, false, false]);
});

test('a strategy of which nothing was seen says how many nodes it holds', () => {
  const rows = [node(1, 1, { isSeen: false }), node(2, 1, { isSeen: false }), node(3, 2), node(4, 2, { isSeen: false })];
  expect(strategiesWithNothingSeen(rows)).toEqual([{ strategyId: 1, nodeCount: 2 }]);
});
