import { expect, test } from 'vitest';
import { alignmentCell } from './cell.ts';
import { noCellStatements } from './model.ts';
import { cellInput, link, node, plan, read } from './test-rows.ts';

test('two parts only bound the union: low is the larger, high the sum', () => {
  // SUBSET stated 0.375 and INTERSECTS stated 0.25: low = max = 0.375, high = 0.375 + 0.25 = 0.625.
  const cell = alignmentCell(
    cellInput([plan(1)], [link(1, 1, 11, 900, 'SUBSET', { share: 0.375 }), link(2, 1, 12, 900, 'INTERSECTS', { share: 0.25 })]),
  );
  expect(cell).toMatchObject({ low: 0.375, high: 0.625, status: 'PARTIAL', basis: 'READ', evidenceCount: 2, unreadPlanIds: [] });
});

test('without a stated share a part is 0.25 to 0.75, and the sum of highs is capped at 1', () => {
  // Two of [0.25, 0.75]: low = 0.25, sum of highs = 1.5, capped: 1.
  const cell = alignmentCell(cellInput([plan(1)], [link(1, 1, 11, 900, 'SUBSET'), link(2, 1, 12, 900, 'INTERSECTS')]));
  expect(cell).toMatchObject({ low: 0.25, high: 1, highSum: 1.5, status: 'PARTIAL' });
});

test('an unread plan beside a read one leaves the high at 1', () => {
  const cell = alignmentCell(cellInput([plan(1), plan(2)], [link(1, 1, 11, 900, 'SUBSET', { share: 0.5 })]));
  expect(cell).toMatchObject({ low: 0.5, high: 1, highSum: 0.5, unreadPlanIds: [2], status: 'PARTIAL' });
  const nothing = alignmentCell(cellInput([plan(1), plan(2)], [link(1, 1, null, 900, 'NO_RELATION')]));
  expect(nothing).toMatchObject({ low: 0, high: 1, unreadPlanIds: [2], status: 'UNREAD', basis: 'READ' });
});

test('one n counts once, by its largest low, then high', () => {
  // n = 11 says [0.25, 0.75] and [0.5, 0.5]: the second counts. n = the whole plan adds 0.25: low 0.5, high 0.75.
  const links = [link(1, 1, 11, 900, 'SUBSET'), link(2, 1, 11, 900, 'INTERSECTS', { share: 0.5 }), link(3, 1, null, 900, 'SUBSET', { share: 0.25 })];
  const cell = alignmentCell(cellInput([plan(1)], links));
  expect(cell).toMatchObject({ low: 0.5, high: 0.75, evidenceCount: 3 });
  expect(cell.readings.map((it) => it.isUsed)).toEqual([false, true, true]);
});

test('EQUAL and SUPERSET cover all, and ALIGNED begins at 0.75', () => {
  const status = (share: number) => alignmentCell(cellInput([plan(1)], [link(1, 1, 11, 900, 'SUBSET', { share })])).status;
  expect([status(0.75), status(0.75 - 5e-10), status(0.749)]).toEqual(['ALIGNED', 'ALIGNED', 'PARTIAL']);
  expect(alignmentCell(cellInput([plan(1)], [link(1, 1, 11, 900, 'SUPERSET')]))).toMatchObject({ low: 1, high: 1, status: 'ALIGNED' });
});

test('only links of candidates in P(s), confirmed or read, count, and each other one says why not', () => {
  const links = [
    link(1, 1, 11, 900, 'EQUAL', { status: 'SUGGESTED' }),
    link(2, 1, 12, 900, 'EQUAL', { status: 'REJECTED' }),
    link(3, 1, 13, 900, 'EQUAL', { status: 'STALE' }),
    link(4, 1, 14, 900, 'EQUAL', { status: 'SUPERSEDED' }),
    link(5, 7, 15, 900, 'EQUAL'),
    link(6, 1, 16, 900, 'EQUAL', { isSeen: false }),
    link(7, 1, 17, 900, 'EQUAL', { kind: 'PILLAR', hasObjectiveBelow: true }),
    link(8, 1, 18, 900, 'EQUAL', { kind: 'INDICATOR' }),
    link(9, 1, 19, 900, 'SUBSET', { kind: 'PILLAR', share: 0.125, status: 'CONFIRMED' }),
  ];
  const cell = alignmentCell(cellInput([plan(1)], links));
  expect(cell.readings.map((it) => it.whyNot)).toEqual([
    'STATUS',
    'STATUS',
    'STATUS',
    'STATUS',
    'PLAN',
    'UNSEEN',
    'NOT_A_CANDIDATE',
    'NOT_A_CANDIDATE',
    null,
  ]);
  expect(cell).toMatchObject({ low: 0.125, high: 0.125, basis: 'CONFIRMED', evidenceCount: 1 });
  expect(alignmentCell(cellInput([plan(1)], links, { includeUnseen: true }))).toMatchObject({ low: 1, evidenceCount: 2 });
});

test('nothing found in plans that were all read is a GAP, or NARROW_RECORD where no plan would be expected to say it', () => {
  const nothing = [link(1, 1, null, 900, 'NO_RELATION')];
  const status = (scope: Parameters<typeof plan>[1], threats: string[]) =>
    alignmentCell(cellInput([plan(1, scope)], nothing, { objective: read(node(900, 90, { threats })) })).status;
  expect(status({ scope: 'CRIME_PREVENTION' }, ['corruption'])).toBe('GAP');
  // A drugs plan is about drug-trafficking: broader than cocaine (match 1), equal to itself, nothing to corruption.
  expect(status({ scope: 'DRUGS' }, ['cocaine'])).toBe('GAP');
  expect(status({ scope: 'DRUGS' }, ['cocaine', 'corruption'])).toBe('NARROW_RECORD');
  expect(status({ scope: 'DRUGS' }, [])).toBe('NARROW_RECORD');
  expect(status({ scope: 'COUNTER_TERRORISM' }, ['cocaine'])).toBe('NARROW_RECORD');
});

test('two single-crime plans together match what neither matches alone', () => {
  const objective = read(node(900, 90, { threats: ['cocaine', 'corruption'] }));
  const plans = [plan(1, { scope: 'DRUGS' }), plan(2, { scope: 'ANTI_CORRUPTION' })];
  const links = [link(1, 1, null, 900, 'NO_RELATION'), link(2, 2, null, 900, 'NO_RELATION')];
  expect(alignmentCell(cellInput(plans, links, { objective }))).toMatchObject({ status: 'GAP', low: 0, high: 0, unmatchedThreats: [] });
  expect(alignmentCell(cellInput(plans.slice(0, 1), links.slice(0, 1), { objective }))).toMatchObject({
    status: 'NARROW_RECORD',
    unmatchedThreats: ['corruption'],
    isRecordBroadEnough: false,
  });
});

test('a confirmed contradiction DIFFERS; a contradiction makes no plan read', () => {
  expect(alignmentCell(cellInput([plan(1)], [link(1, 1, 11, 900, 'CONTRADICTS', { status: 'CONFIRMED' })]))).toMatchObject({
    status: 'DIFFERS',
    basis: 'CONFIRMED',
    low: 0,
    high: 1,
    unreadPlanIds: [1],
  });
  expect(alignmentCell(cellInput([plan(1)], [link(1, 1, 11, 900, 'CONTRADICTS')]))).toMatchObject({
    status: 'UNREAD',
    basis: 'READ',
    low: 0,
    high: 1,
  });
  // Beside a full match of another node the confirmed contradiction still comes first.
  const both = [link(1, 1, 11, 900, 'CONTRADICTS', { status: 'CONFIRMED' }), link(2, 1, 12, 900, 'EQUAL')];
  expect(alignmentCell(cellInput([plan(1)], both))).toMatchObject({ status: 'DIFFERS', low: 1, high: 1 });
});

test('statements come in the order NO_RECORD, NOT_APPLICABLE, CONTESTED, DIFFERS', () => {
  const cell = { stateKey: 'XAA', objectiveId: 900 };
  const differing = [link(1, 1, 11, 900, 'CONTRADICTS', { status: 'CONFIRMED' })];
  const everything = { notApplicable: [cell], contestedCells: [cell], contestedLinks: [{ linkId: 1 }] };
  expect(alignmentCell(cellInput([], differing, { statements: everything }))).toMatchObject({
    status: 'NO_RECORD',
    low: 0,
    high: 1,
    basis: 'UNREAD',
    evidenceCount: 0,
  });
  expect(alignmentCell(cellInput([plan(1)], differing, { statements: everything })).status).toBe('NOT_APPLICABLE');
  expect(alignmentCell(cellInput([plan(1)], differing, { statements: { ...noCellStatements, contestedCells: [cell] } })).status).toBe('CONTESTED');
  expect(alignmentCell(cellInput([plan(1)], differing, { statements: { ...noCellStatements, contestedLinks: [{ linkId: 1 }] } })).status).toBe(
    'CONTESTED',
  );
});

test('a contest on a link that does not count leaves the cell as it is', () => {
  const links = [link(1, 1, 11, 900, 'EQUAL', { status: 'STALE' }), link(2, 1, 12, 900, 'EQUAL')];
  expect(alignmentCell(cellInput([plan(1)], links, { statements: { ...noCellStatements, contestedLinks: [{ linkId: 1 }] } })).status).toBe('ALIGNED');
});

test('without a counted link the basis is HINT or UNREAD, and cannot be told where hints were not asked for', () => {
  const basis = (hint: number | null) => alignmentCell(cellInput([plan(1)], [link(1, 1, 11, 900, 'EQUAL', { status: 'STALE' })], { hint }));
  expect(basis(0.5)).toMatchObject({ basis: 'HINT', status: 'UNREAD', low: 0, high: 1 });
  expect(basis(0)).toMatchObject({ basis: 'UNREAD', status: 'UNREAD', low: 0, high: 1 });
  expect(basis(null).basis).toBe(null);
});
