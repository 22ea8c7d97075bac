import { expect, test } from 'vitest';
import { isMemberAt } from '../members/model.ts';
import type { SuccessionRow } from '../strategies/model.ts';
import { standings } from '../strategies/standing.ts';
import type { StrategyRow } from './model.ts';
import { organizationStrategies, planRecords, recordScopes } from './record.ts';
import { plan } from './test-rows.ts';

const phaseAt = (strategy: StrategyRow, asOf: string, successions: SuccessionRow[] = []) => standings(successions, asOf)(strategy).phase;

test('a year alone means 1 January at the beginning and 31 December at the end', () => {
  const strategy = plan(1, { validFrom: '2022', validTo: '2024' });
  expect(['2021-12-31', '2022-01-01', '2024-12-31', '2025-01-01'].map((asOf) => phaseAt(strategy, asOf))).toEqual([
    'UPCOMING',
    'IN_FORCE',
    'IN_FORCE',
    'ENDED',
  ]);
  expect(standings([], '2025-01-01')(strategy).endedOn).toBe('2024-12-31');
  expect(['2022-02-28', '2022-03-01'].map((asOf) => phaseAt(plan(1, { validFrom: '2022-03', validTo: null }), asOf))).toEqual([
    'UPCOMING',
    'IN_FORCE',
  ]);
});

test('a draft is not in force, nor is what was withdrawn, nor what has no known beginning', () => {
  expect(phaseAt(plan(1, { status: 'DRAFT' }), '2026-01-01')).toBe('DRAFT');
  expect(phaseAt(plan(1, { status: 'WITHDRAWN' }), '2026-01-01')).toBe('WITHDRAWN');
  expect(phaseAt(plan(1, { validFrom: null }), '2026-01-01')).toBe('UPCOMING');
});

test('an adopted successor ends a strategy on the day it begins, a draft or a withdrawn one does not', () => {
  const strategy = plan(1, { validFrom: '2020', validTo: '2030' });
  const by = (successorStatus: SuccessionRow['successorStatus'], successorValidFrom: string | null) => [
    { strategyId: 1, successorStatus, successorValidFrom },
  ];
  expect(phaseAt(strategy, '2024-06-30', by('ADOPTED', '2024-07'))).toBe('IN_FORCE');
  expect(standings(by('ADOPTED', '2024-07'), '2024-07-01')(strategy)).toEqual({ phase: 'ENDED', endedOn: '2024-07-01' });
  expect(phaseAt(strategy, '2026-01-01', by('DRAFT', '2024'))).toBe('IN_FORCE');
  expect(phaseAt(strategy, '2026-01-01', by('WITHDRAWN', '2024'))).toBe('IN_FORCE');
  expect(phaseAt(strategy, '2026-01-01', by('ADOPTED', null))).toBe('IN_FORCE');
});

test('the day of the end is validTo when a successor began only later', () => {
  const succession: SuccessionRow = { strategyId: 1, successorStatus: 'ADOPTED', successorValidFrom: '2025-03-01' };
  expect(standings([succession], '2026-01-01')(plan(1, { validTo: '2024' })).endedOn).toBe('2024-12-31');
});

test('without a plan in force those that ended within 36 months stand in, lapsed; after that there is no record', () => {
  // Ended 2023-12-31. 36 months before 2026-12-31 is 2023-12-31: within. 36 months before 2027-01-01 is 2024-01-01: too old.
  const strategies = [plan(1, { validTo: '2023' })];
  const at = (asOf: string) =>
    planRecords(['XAA', 'XAB'], strategies, [], asOf).map(({ plans, isLapsed }) => [plans.map((it) => it.strategyId), isLapsed]);
  expect(at('2023-12-31')).toEqual([
    [[1], false],
    [[], false],
  ]);
  expect(at('2026-12-31')).toEqual([
    [[1], true],
    [[], false],
  ]);
  expect(at('2027-01-01')).toEqual([
    [[], false],
    [[], false],
  ]);
});

test('a plan in force leaves the ended ones out', () => {
  const strategies = [plan(2, { scope: 'DRUGS' }), plan(1, { validTo: '2025', scope: 'FIREARMS' })];
  const [only] = planRecords(['XAA'], strategies, [], '2026-06-01');
  expect(only?.plans.map((it) => it.strategyId)).toEqual([2]);
  expect(only && recordScopes(only)).toEqual(['DRUGS']);
});

const regional = (strategyId: number, changes: Partial<StrategyRow>) => plan(strategyId, { stateKey: null, organizationKey: 'xorg', ...changes });

test('an organization with nothing in force answers with the newest that ended, and all that share the day', () => {
  const strategies = [
    regional(1, { validTo: '2015' }),
    regional(2, { validTo: '2018' }),
    regional(3, { validTo: '2018-12-31' }),
    regional(4, { status: 'DRAFT' }),
  ];
  const chosen = organizationStrategies('xorg', strategies, [], '2026-01-01');
  expect([chosen.strategies.map((it) => it.strategyId), chosen.isEnded]).toEqual([[2, 3], true]);
  expect(organizationStrategies('xorg', [], [], '2026-01-01')).toEqual({ strategies: [], isEnded: false });
});

test('a state that left is no row from the year of leaving on; an associate never is', () => {
  const spell = { role: 'member', fromYear: 2010, toYear: 2025 };
  expect(['2009-12-31', '2010-01-01', '2024-12-31', '2025-01-01'].map((asOf) => isMemberAt(spell, asOf))).toEqual([false, true, true, false]);
  expect(isMemberAt({ ...spell, toYear: null, role: 'associate' }, '2020-01-01')).toBe(false);
});
