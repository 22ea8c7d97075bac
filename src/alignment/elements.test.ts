import { expect, test } from 'vitest';
import { elementEvidence, elementMatrix } from './elements.ts';
import { node, plan, record } from './test-rows.ts';
import { readTrees } from './trees.ts';

const elements = ['prevention', 'research', 'capacity-building', 'legal-framework'];
const records = [
  record([plan(1), plan(2, { scope: 'DRUGS' })]),
  record([plan(3, { stateKey: 'XAB', scope: 'DRUGS', isFullyRead: true })], { isLapsed: true }),
  record([], { stateKey: 'XAC' }),
];
const nodes = readTrees(
  [
    node(1, 1, { elements: ['prevention'] }),
    node(2, 1, { parentId: 1, kind: 'MEASURE' }),
    node(3, 2, { elements: ['research'], hasResponsible: true }),
    node(4, 2, { parentId: 3, kind: 'MEASURE' }),
    node(5, 2, { parentId: 3, kind: 'INDICATOR', elements: ['capacity-building'] }),
    node(6, 3, { elements: ['prevention'] }),
    node(7, 9, { elements: ['legal-framework'], kind: 'MEASURE' }),
  ],
  false,
);

test('depth of an element is that of the deepest node of the plans that carries it; a single-crime plan adds to the general ones', () => {
  // XAA: prevention by measure 2 (no body): 2, in the general plan too. Research by measure 4 (body above, indicator below the objective): 3,
  // in the drugs plan alone. Capacity-building on an indicator: 1. Legal framework: only in a plan that does not count.
  const matrix = elementMatrix(records, nodes, elements);
  expect(matrix.depths).toEqual([
    [2, 3, 1, 0],
    [1, 0, 0, 0],
    [null, null, null, null],
  ]);
  expect(matrix.generalDepths).toEqual([
    [2, 0, 0, 0],
    [null, null, null, null],
    [null, null, null, null],
  ]);
  expect(matrix.lapsed).toEqual([false, true, false]);
});

test('ABSENT is said only where every plan was fully read', () => {
  expect(elementMatrix(records, nodes, elements).statuses).toEqual([
    ['ACTIONED', 'ACCOUNTABLE', 'MENTIONED', 'NOT_SEEN'],
    ['MENTIONED', 'ABSENT', 'ABSENT', 'ABSENT'],
    ['NO_RECORD', 'NO_RECORD', 'NO_RECORD', 'NO_RECORD'],
  ]);
  const half = [record([plan(1, { isFullyRead: true }), plan(2)])];
  expect(elementMatrix(half, nodes, ['legal-framework']).statuses).toEqual([['NOT_SEEN']]);
});

test('a cell opens to the nodes that carry the element, deepest first', () => {
  const [first] = records;
  expect(first && elementEvidence(first, nodes, 'research')).toEqual([
    { nodeId: 4, strategyId: 2, depth: 3, isOwn: false },
    { nodeId: 3, strategyId: 2, depth: 1, isOwn: true },
  ]);
});
