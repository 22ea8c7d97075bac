import { expect, test } from 'vitest';
import { threatExposures } from './exposure.ts';
import type { FindingRow, FlowRow, RegionalNamingRow } from './model.ts';
import { type SharedThreatInput, sharedThreats } from './shared-threats.ts';
import { finding, flow, node, read, scored, threatKeys, threatTree } from './test-rows.ts';

const asOf = '2026-06-01';
const members = ['XAA', 'XAB', 'XAC'];

function shared(findings: FindingRow[], changes: Partial<SharedThreatInput> = {}) {
  const exposures = threatExposures(findings, threatTree, asOf, 'ALL');
  const planned = members.map(() => threatKeys.map(() => null));
  return sharedThreats({
    stateKeys: members,
    threatKeys,
    threats: threatTree,
    exposures,
    planned,
    flows: [],
    namings: [],
    objectives: [],
    asOf,
    ...changes,
  });
}

const evidence = (findings: FindingRow[], reason: string, changes: Partial<SharedThreatInput> = {}, threatKey = 'cocaine') =>
  shared(findings, changes)
    .find((it) => it.threatKey === threatKey)
    ?.evidence.find((it) => it.reason === reason);

/** A finding of that exposure, in 25ths, of a national assessment. */
const exposed = (stateKey: string, threatKey: string, of25: 5 | 10 | 15 | 20 | 25, changes: Partial<FindingRow> = {}) =>
  finding(`${stateKey}-nat`, stateKey, threatKey, { likelihood: 5, impact: of25 / 5, isNamed: false, ...changes });

test('a threat is shared by two exposed members, and ordered by their number, then mean exposure, then key', () => {
  // cybercrime: 0.6, 0.8, 1.0 (mean 0.8); corruption: 1.0, named 0.75 (mean 0.875), 0.4 not exposed; trafficking: 1.0, 0.75 the same; cocaine: one alone.
  const rows = [
    exposed('XAA', 'cybercrime', 15),
    exposed('XAB', 'cybercrime', 20),
    exposed('XAC', 'cybercrime', 25),
    exposed('XAA', 'corruption', 25),
    finding('n', 'XAB', 'corruption'),
    exposed('XAC', 'corruption', 10),
    exposed('XAA', 'trafficking-in-persons', 25),
    finding('n', 'XAC', 'trafficking-in-persons'),
    exposed('XAA', 'cocaine', 25),
    exposed('XAB', 'cocaine', 10),
  ];
  const threats = shared(rows);
  expect(threats.map((it) => [it.threatKey, it.members, it.assessed, it.memberCount, it.meanExposure])).toEqual([
    ['cybercrime', ['XAA', 'XAB', 'XAC'], 3, 3, 0.8],
    ['corruption', ['XAA', 'XAB'], 3, 3, 0.875],
    ['trafficking-in-persons', ['XAA', 'XAC'], 2, 3, 0.875],
  ]);
  expect(threats[1]?.exposures.map((it) => [it.stateKey, it.exposure, it.isNamed])).toEqual([
    ['XAA', 1, false],
    ['XAB', null, true],
    ['XAC', 0.4, false],
  ]);
});

test('a threat with children is left to them unless it has a finding, a flow or a naming of its own', () => {
  const rows = [exposed('XAA', 'cocaine', 25), exposed('XAB', 'cocaine', 25)];
  expect(shared(rows).map((it) => it.threatKey)).toEqual(['cocaine']);
  const keys = (changes: Partial<SharedThreatInput>, more: FindingRow[] = []) => shared([...rows, ...more], changes).map((it) => it.threatKey);
  expect(keys({}, [exposed('XAC', 'drug-trafficking', 5)])).toEqual(['cocaine', 'drug-trafficking']);
  expect(keys({ flows: [flow('f', 'drug-trafficking', ['XAA'], ['XAB'])] })).toEqual(['cocaine', 'drug-trafficking']);
  expect(keys({ flows: [flow('f', 'opioids', ['XAA'], ['XAB'])] })).toEqual(['cocaine', 'opioids']);
  expect(keys({ namings: [{ assessmentKey: 'reg', dated: '2025', threatKey: 'drug-trafficking' }] })).toEqual(['cocaine', 'drug-trafficking']);
});

test('flows alone make a threat shared, and are its evidence; a region named counts for nobody', () => {
  const flows: FlowRow[] = [
    flow('f1', 'cocaine', ['XJA'], ['XAA']),
    flow('f2', 'cocaine', ['XJA'], ['XAC']),
    flow('f3', 'cocaine', ['XJB'], ['region:x']),
    flow('f4', 'corruption', ['XJB'], ['region:x']),
  ];
  const [only, ...rest] = shared([], { flows });
  expect(rest).toEqual([]);
  expect(only).toMatchObject({ threatKey: 'cocaine', members: [], assessed: 0, meanExposure: null, regionNamedFlows: ['f3'] });
  expect(evidence([], 'LINKED_BY_FLOW', { flows })).toMatchObject({ flowKeys: ['f1', 'f2'], stateKeys: ['XAA', 'XAC'] });
});

test('a regional assessment of the newest year names a threat; one after the day asked for, or of an older year, does not', () => {
  const naming = (assessmentKey: string, dated: string | null, threatKey: string | null): RegionalNamingRow => ({ assessmentKey, dated, threatKey });
  const namings = [
    naming('r1', '2021', 'corruption'),
    naming('r2', '2025-02', 'cocaine'),
    naming('r3', '2025-11-10', 'cybercrime'),
    naming('r4', '2026-07', 'opioids'),
    naming('r5', null, 'opioids'),
  ];
  expect(shared([], { namings }).map((it) => [it.threatKey, it.reasons.includes('NAMED_BY_ASSESSMENT')])).toEqual([
    ['cocaine', true],
    ['cybercrime', true],
  ]);
  expect(evidence([], 'NAMED_BY_ASSESSMENT', { namings })).toMatchObject({ assessmentKeys: ['r2'] });
  expect(shared([], { namings: [...namings, naming('r6', '2026-01', null)] })).toEqual([]);
});

const both = [exposed('XAA', 'cocaine', 25), exposed('XAB', 'cocaine', 25)];

test('NO_REGIONAL_OBJECTIVE: no objective, for the organization alone or not, carries the threat or a broader one', () => {
  const objective = (threat: string) => ({ objectives: [read(node(900, 90, { threats: [threat], addressee: 'ORGANIZATION' }))] });
  expect(evidence(both, 'NO_REGIONAL_OBJECTIVE')).toBeDefined();
  expect(evidence(both, 'NO_REGIONAL_OBJECTIVE', objective('opioids'))).toBeDefined();
  expect(evidence(both, 'NO_REGIONAL_OBJECTIVE', objective('drug-trafficking'))).toBeUndefined();
  expect(shared(both, objective('drug-trafficking'))[0]?.regionalObjectives).toEqual([900]);
  // A narrower objective is not the threat's.
  const broad = both.map((row) => ({ ...row, threatKey: 'drug-trafficking' }));
  expect(evidence(broad, 'NO_REGIONAL_OBJECTIVE', objective('cocaine'), 'drug-trafficking')).toBeDefined();
});

test('UNEVEN_PLANNING: of the exposed members with a record one plans from 2/3, another up to 1/3', () => {
  const planned = (a: number | null, b: number | null, c: number | null) => ({ planned: [a, b, c].map((figure) => threatKeys.map(() => figure)) });
  expect(evidence(both, 'UNEVEN_PLANNING', planned(2 / 3, 1 / 3, null))).toMatchObject({ stateKeys: ['XAA'], plannedLittle: ['XAB'] });
  expect(evidence(both, 'UNEVEN_PLANNING', planned(1, 0.5, 0))).toBeUndefined();
  expect(evidence(both, 'UNEVEN_PLANNING', planned(1, null, 0))).toBeUndefined();
});

test('RISING: the mean over members of newest less previous, within one series', () => {
  // XAA: (7.3 - 5.5) / 9 = 0.2. XAB: (5.5 - 5.5) / 9 = 0. Mean 0.1. XAC has one finding only.
  const rows = [
    scored('i21', 'XAA', 'cocaine', 1, { dated: '2021' }),
    scored('i23', 'XAA', 'cocaine', 5.5, { dated: '2023' }),
    scored('i25', 'XAA', 'cocaine', 7.3, { dated: '2025' }),
    scored('i23', 'XAB', 'cocaine', 5.5, { dated: '2023' }),
    scored('i25', 'XAB', 'cocaine', 5.5, { dated: '2025' }),
    scored('i25', 'XAC', 'cocaine', 9, { dated: '2025' }),
    scored('j21', 'XAC', 'cocaine', 1, { dated: '2021', series: 'another' }),
  ];
  expect(evidence(rows, 'RISING')).toMatchObject({ stateKeys: ['XAA', 'XAB'], assessmentKeys: ['i23', 'i25'], figure: 0.1 });
  expect(evidence([...rows.slice(0, 4), scored('i25', 'XAB', 'cocaine', 5.4, { dated: '2025' }), ...rows.slice(5)], 'RISING')).toBeUndefined();
});

test('EMERGING, STALE and UNASSESSED say by which findings and of whom', () => {
  const rows = [
    exposed('XAA', 'cocaine', 25, { isEmerging: true, dated: '2020' }),
    exposed('XAB', 'cocaine', 25, { dated: '2021' }),
    exposed('XAC', 'corruption', 5),
  ];
  expect(evidence(rows, 'EMERGING')).toMatchObject({ stateKeys: ['XAA'], assessmentKeys: ['XAA-nat'] });
  expect(evidence(rows, 'STALE')).toMatchObject({ stateKeys: ['XAA', 'XAB'] });
  expect(evidence(rows, 'UNASSESSED')).toMatchObject({ stateKeys: ['XAC'] });
  const fresh = [...rows, finding('new', 'XAA', 'cocaine', { dated: '2025' })];
  expect(evidence(fresh, 'EMERGING')).toBeUndefined();
  expect(evidence(fresh, 'STALE')).toBeUndefined();
  // XAC without any finding is not named.
  expect(evidence(rows.slice(0, 2), 'UNASSESSED')).toBeUndefined();
});
