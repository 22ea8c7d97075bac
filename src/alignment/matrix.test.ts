import { expect, test } from 'vitest';
import { type AlignmentInput, alignmentMatrix, stateSummary } from './matrix.ts';
import { type LinkRow, noCellStatements } from './model.ts';
import { link, node, plan, read, record, threatTree } from './test-rows.ts';

const states = ['XAA', 'XAB', 'XAC', 'XAD', 'XAE', 'XAF'];
const columns = [read(node(900, 90)), read(node(901, 90))];
const lapsed = { isLapsed: true };
// XAA to XAD have one plan in force each, XAE a lapsed one, XAF none.
const records = states.map((stateKey, index) =>
  stateKey === 'XAF' ? record([], { stateKey }) : record([plan(index + 1, { stateKey })], stateKey === 'XAE' ? lapsed : {}),
);
const links: LinkRow[] = [
  link(1, 1, 11, 900, 'EQUAL'),
  link(2, 2, 21, 900, 'SUBSET'),
  link(3, 3, null, 900, 'NO_RELATION'),
  link(5, 5, 51, 900, 'EQUAL'),
  link(6, 1, 11, 901, 'EQUAL', { status: 'SUGGESTED' }),
];
const input: AlignmentInput = { records, columns, links, statements: noCellStatements, threats: threatTree, includeUnseen: false, hints: null };

test('rows and columns are in the order given, and every status is one of a cell', () => {
  const matrix = alignmentMatrix(input);
  expect(matrix.rows).toEqual(states);
  expect(matrix.columns).toEqual([900, 901]);
  expect(matrix.lapsed).toEqual([false, false, false, false, true, false]);
  expect(matrix.recordScopes.map((scopes) => scopes.length)).toEqual([1, 1, 1, 1, 1, 0]);
  expect(matrix.statuses).toEqual([
    ['ALIGNED', 'UNREAD'],
    ['PARTIAL', 'UNREAD'],
    ['GAP', 'UNREAD'],
    ['UNREAD', 'UNREAD'],
    ['ALIGNED', 'UNREAD'],
    ['NO_RECORD', 'NO_RECORD'],
  ]);
  expect(matrix.lows).toEqual([
    [1, 0],
    [0.25, 0],
    [0, 0],
    [0, 0],
    [1, 0],
    [0, 0],
  ]);
  expect(matrix.highs).toEqual([
    [1, 1],
    [0.75, 1],
    [0, 1],
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
  expect(matrix.evidenceCounts).toEqual([
    [1, 0],
    [1, 0],
    [1, 0],
    [0, 0],
    [1, 0],
    [0, 0],
  ]);
  expect([matrix.bases, matrix.hints]).toEqual([null, null]);
});

test('an objective adds up over the states that were read, the lapsed one left out', () => {
  // Read: XAA [1, 1], XAB [0.25, 0.75], XAC [0, 0]. Means: 1.25 / 3 and 1.75 / 3. Not lapsed: five members, three of them read: 3 / 5.
  const [first, second] = alignmentMatrix(input).columnSummaries;
  expect(first).toEqual({ aligned: 1, partial: 1, gap: 1, read: 3, members: 6, low: 0.416666667, high: 0.583333333, completeness: 0.6 });
  expect(second).toEqual({ aligned: 0, partial: 0, gap: 0, read: 0, members: 6, low: null, high: null, completeness: 0 });
});

test('a mean over states is not given below three read cells, and NOT_APPLICABLE leaves completeness', () => {
  // XAC not applicable: read are XAA and XAB, of XAA, XAB, XAD and XAF: 2 / 4.
  const statements = { ...noCellStatements, notApplicable: [{ stateKey: 'XAC', objectiveId: 900 }] };
  const [first] = alignmentMatrix({ ...input, statements }).columnSummaries;
  expect(first).toMatchObject({ read: 2, low: null, high: null, completeness: 0.5 });
});

test('a statement on a cell without links counts too', () => {
  const cell = { stateKey: 'XAD', objectiveId: 901 };
  expect(alignmentMatrix({ ...input, statements: { ...noCellStatements, contestedCells: [cell] } }).statuses[3]).toEqual(['UNREAD', 'CONTESTED']);
  expect(alignmentMatrix({ ...input, statements: { ...noCellStatements, notApplicable: [cell] } }).statuses[3]).toEqual(['UNREAD', 'NOT_APPLICABLE']);
});

test('with hints the bases are told', () => {
  const hints = states.map((_state, row) => (row === 3 ? [0.5, 0] : [0.5, 0.5]));
  const { bases } = alignmentMatrix({ ...input, hints });
  expect([bases?.[0], bases?.[3]]).toEqual([
    ['READ', 'HINT'],
    ['HINT', 'UNREAD'],
  ]);
});

test('a state adds up over its objectives; a lapsed one to nothing', () => {
  const matrix = alignmentMatrix(input);
  expect(stateSummary(matrix, 0)).toEqual({ aligned: 1, partial: 0, gap: 0, read: 1, objectives: 2, low: null, high: null, completeness: 0.5 });
  expect(stateSummary(matrix, 4)).toMatchObject({ read: 0, completeness: null });
});
