import { expect, test } from 'vitest';
import { strategyCoverage } from './coverage.ts';
import { plan } from './test-rows.ts';

test('the first status that holds is told for each kind of strategy', () => {
  const strategies = [
    plan(1, { scope: 'OVERARCHING', validTo: '2023' }),
    plan(2, { scope: 'OVERARCHING', validFrom: '2027' }),
    plan(3, { scope: 'DRUGS', validTo: '2001' }),
    plan(4, { scope: 'DRUGS', status: 'DRAFT' }),
    plan(5, { scope: 'FIREARMS', status: 'DRAFT' }),
    plan(6, { scope: 'TRAFFICKING_IN_PERSONS' }),
    plan(7, { scope: 'ANTI_CORRUPTION', status: 'WITHDRAWN' }),
    plan(8, { scope: 'CRIME_PREVENTION' }),
  ];
  const successions = [{ strategyId: 8, successorStatus: 'ADOPTED', successorValidFrom: '2024' } as const];
  const none = [
    { stateKey: 'XAA', scope: 'SMUGGLING_OF_MIGRANTS' },
    { stateKey: 'XAA', scope: 'FIREARMS' },
  ] as const;
  const { statuses, columns } = strategyCoverage(['XAA', 'XAB'], strategies, successions, none, [], '2026-06-01');
  expect(Object.fromEntries(columns.map((scope, column) => [scope, statuses[0]?.[column]]))).toEqual({
    OVERARCHING: 'UPCOMING',
    TRAFFICKING_IN_PERSONS: 'IN_FORCE',
    SMUGGLING_OF_MIGRANTS: 'NONE',
    FIREARMS: 'DRAFT',
    DRUGS: 'ENDED',
    OTHER_CRIME: 'NOT_RECORDED',
    CRIME_PREVENTION: 'ENDED',
    ANTI_CORRUPTION: 'NOT_RECORDED',
    COUNTER_TERRORISM: 'NOT_RECORDED',
    NATIONAL_SECURITY: 'NOT_RECORDED',
  });
  expect(new Set(statuses[1])).toEqual(new Set(['NOT_RECORDED']));
});

test('beside it stands whether the state is party at that day; null where there is no instrument or nothing is recorded', () => {
  const treaties = [
    { stateKey: 'XAA', instrumentKey: 'untoc', status: 'party', partyFrom: '2005-05-10' },
    { stateKey: 'XAA', instrumentKey: 'firearms', status: 'signatory', partyFrom: null },
    { stateKey: 'XAA', instrumentKey: 'som', status: 'party', partyFrom: null },
  ] as const;
  const party = (asOf: string) => strategyCoverage(['XAA'], [], [], [], treaties, asOf).party[0]?.slice(0, 5);
  expect(party('2005-05-09')).toEqual([false, null, true, false, null]);
  expect(party('2005-05-10')).toEqual([true, null, true, false, null]);
});
