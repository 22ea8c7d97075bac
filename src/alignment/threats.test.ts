import { expect, test } from 'vitest';
import { threatExposures } from './exposure.ts';
import type { FindingRow, FindingSources } from './model.ts';
import { finding, node, plan, record, scored, threatKeys, threatTree } from './test-rows.ts';
import { plannedFigures, threatMatrix } from './threats.ts';
import { readTrees } from './trees.ts';

const exposures = (rows: FindingRow[], asOf = '2026-06-01', sources: FindingSources = 'ALL') => threatExposures(rows, threatTree, asOf, sources);

test('a finding is likelihood x impact / 25, or its place on the scale, or 0.75 when only named', () => {
  // 4 x 3 / 25 = 0.48; (5.5 - 1) / (10 - 1) = 0.5.
  const rows = [
    finding('a', 'XAA', 'corruption', { likelihood: 4, impact: 3, isNamed: false }),
    scored('b', 'XAA', 'cybercrime', 5.5),
    finding('c', 'XAA', 'cocaine'),
  ];
  expect(['corruption', 'cybercrime', 'cocaine', 'opioids'].map((threat) => exposures(rows).of('XAA', threat)?.value)).toEqual([
    0.48,
    0.5,
    0.75,
    undefined,
  ]);
});

test('the best class present stands, then the newest, then the larger; lower classes are kept beside it', () => {
  const national = finding('nat', 'XAA', 'cocaine', { dated: '2019', likelihood: 1, impact: 5, isNamed: false });
  const regional = finding('reg', 'XAA', 'cocaine', { level: 'REGIONAL', dated: '2024', likelihood: 5, impact: 5, isNamed: false });
  const index = scored('idx', 'XAA', 'cocaine', 9, { dated: '2025-11-10' });
  const { of, own } = exposures([index, regional, national]);
  expect(of('XAA', 'cocaine')).toMatchObject({ value: 0.2, findingClass: 1 });
  expect(own('XAA', 'cocaine').map((it) => it.assessmentKey)).toEqual(['nat', 'reg', 'idx']);

  // Without the national one: class 2. A global assessment of the same class on 2024-01-01, the first day of 2024, is larger or smaller: the larger stands.
  const global = { ...regional, assessmentKey: 'glo', level: 'GLOBAL', dated: '2024-01-01', likelihood: 2 } as const;
  expect(exposures([global, regional]).of('XAA', 'cocaine')).toMatchObject({ value: 1, assessmentKey: 'reg' });
  expect(exposures([{ ...global, dated: '2024-01-02' }, regional]).of('XAA', 'cocaine')).toMatchObject({ value: 0.4, assessmentKey: 'glo' });
});

test('an undated assessment, or one after the day asked for, counts for nothing; a year alone is its 1 January', () => {
  expect(exposures([finding('a', 'XAA', 'cocaine', { dated: null })]).of('XAA', 'cocaine')).toBe(null);
  const dated = [finding('a', 'XAA', 'cocaine', { dated: '2026' })];
  expect([exposures(dated, '2025-12-31').of('XAA', 'cocaine'), exposures(dated, '2026-01-01').of('XAA', 'cocaine')?.value]).toEqual([null, 0.75]);
});

test('OFFICIAL leaves class 3 out', () => {
  const rows = [scored('idx', 'XAA', 'cocaine', 10)];
  expect([exposures(rows).of('XAA', 'cocaine')?.value, exposures(rows, '2026-06-01', 'OFFICIAL').of('XAA', 'cocaine')]).toEqual([1, null]);
});

test('a threat without a finding of its own takes the largest exposure among its children', () => {
  const rows = [scored('idx', 'XAA', 'cocaine', 4.6), finding('n', 'XAA', 'opioids')];
  // Cocaine (4.6 - 1) / 9 = 0.4, opioids named: 0.75 is the larger, so the parent is "named" too.
  expect(exposures(rows).of('XAA', 'drug-trafficking')).toMatchObject({ value: 0.75, isNamed: true, threatKey: 'opioids' });
  const own = finding('n2', 'XAA', 'drug-trafficking', { likelihood: 1, impact: 1, isNamed: false });
  expect(exposures([...rows, own]).of('XAA', 'drug-trafficking')).toMatchObject({ value: 0.04, threatKey: 'drug-trafficking' });
});

test('a finding is stale past the stated next edition, else past 48 months', () => {
  const stale = (changes: Partial<FindingRow>, asOf: string) =>
    exposures([finding('a', 'XAA', 'cocaine', { dated: '2022-03-15', ...changes })], asOf).of('XAA', 'cocaine')?.isStale;
  expect([stale({}, '2026-03-15'), stale({}, '2026-03-16')]).toEqual([false, true]);
  expect([stale({ nextEdition: '2024' }, '2024-12-31'), stale({ nextEdition: '2024' }, '2025-01-01')]).toEqual([false, true]);
  expect(stale({ nextEdition: '2030' }, '2028-01-01')).toBe(false);
});

const records = [record([plan(1)]), record([], { stateKey: 'XAB' })];

test('planned is the largest match x depth / 3: broader plans count in full, narrower ones by half', () => {
  // Objective on drug-trafficking: depth 1; its measure on cocaine: depth 2.
  // drug-trafficking: max(1 x 1/3, 0.5 x 2/3) = 1/3; cocaine: max(1 x 1/3, 1 x 2/3) = 2/3; opioids: 1 x 1/3 = 1/3; corruption 0.
  const nodes = readTrees([node(1, 1, { threats: ['drug-trafficking'] }), node(2, 1, { parentId: 1, kind: 'MEASURE', threats: ['cocaine'] })], false);
  const matrix = threatMatrix(records, threatKeys, exposures([]), plannedFigures(records, nodes, threatTree, threatKeys));
  expect(matrix.planned).toEqual([
    [0.333333333, 0.666666667, 0.333333333, 0, 0, 0],
    [null, null, null, null, null, null],
  ]);
});

test('the status is the first that holds', () => {
  const nodes = readTrees([node(1, 1, { threats: ['cybercrime'] }), node(2, 1, { kind: 'MEASURE', threats: ['cocaine'] })], false);
  const rows = [
    finding('a', 'XAA', 'cocaine'),
    finding('a', 'XAA', 'cybercrime', { likelihood: 5, impact: 2, isNamed: false }),
    finding('a', 'XAA', 'corruption', { likelihood: 5, impact: 5, isNamed: false, dated: '2020' }),
    finding('a', 'XAA', 'trafficking-in-persons', { likelihood: 2, impact: 3, isNamed: false }),
    finding('a', 'XAB', 'cocaine'),
  ];
  const keys = ['cocaine', 'cybercrime', 'corruption', 'trafficking-in-persons', 'opioids'];
  const matrix = threatMatrix(records, keys, exposures(rows), plannedFigures(records, nodes, threatTree, keys));
  // Planned: cocaine 2/3, cybercrime 1/3, corruption 0. Exposure: cybercrime 0.4, trafficking 6/25 = 0.24 < 0.25.
  expect(matrix.statuses[0]).toEqual(['PLANNED', 'MENTIONED', 'NOT_SEEN', 'LOW_EXPOSURE', 'NOT_ASSESSED']);
  expect(matrix.statuses[1]).toEqual(['NO_RECORD', 'NO_RECORD', 'NO_RECORD', 'NO_RECORD', 'NO_RECORD']);
  expect(matrix.exposures[0]).toEqual([null, 0.4, 1, 0.24, null]);
  expect(matrix.named[0]).toEqual([true, false, false, false, false]);
  expect(matrix.stale[0]).toEqual([false, false, true, false, false]);
});
