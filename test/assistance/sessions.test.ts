// Sessions of the working group: recommendations, what became of them, and what a session saw.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ask } from '../ask.ts';
import type { TestDatabase } from '../db.ts';
import { changed, clientsOf, needOf, openWorld } from './world.ts';

let database: TestDatabase;
let as: (who: string, day?: string) => Ask;
beforeAll(async () => {
  database = await openWorld();
  as = clientsOf(database);
  await changed(as('secretariat'), 'recordSession', session, 'session { key }');
});
afterAll(() => database?.close());

const session = { key: 'wg-2026', title: 'Session of 2026', startsOn: '2026-06-01', endsOn: '2026-06-03' };
const recommendation = {
  session: 'wg-2026',
  what: 'Train teachers.',
  addressee: 'States of the region',
  states: ['XAA'],
  organizations: ['xreg'],
  dueOn: '2026-12-31',
};
const fields =
  'recommendation { key version what addressee dueOn overdue outcome states { key } organizations { key } needs { key } outcomes { outcome on reason carriedTo { key } } history { action } }';

test('the Secretariat records a session once, and nobody else does', async () => {
  const record = (who: string, input: object = {}) =>
    changed(as(who), 'recordSession', { ...session, ...input }, 'session { key title startsOn endsOn version history { action who } }');
  expect((await record('public')).refused).toBe('UNAUTHENTICATED');
  for (const who of ['approver', 'analyst', 'delegate', 'admin']) expect((await record(who)).refused, who).toBe('FORBIDDEN');
  expect((await record('secretariat')).userErrors[0]).toMatchObject({ code: 'CONFLICT', field: 'input.key' });
  expect((await record('secretariat', { key: 'No good' })).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'input.key' });
  expect((await record('secretariat', { key: 'wg-x', endsOn: '2026-05-01' })).userErrors[0]).toMatchObject({
    code: 'INVALID',
    field: 'input.endsOn',
  });
  expect((await record('secretariat', { key: 'wg-2027', startsOn: '2027-06-01', endsOn: '2027-06-02' })).session).toMatchObject({
    version: 1,
    history: [{ action: 'recordSession', who: 'Secretariat' }],
  });
  const { data } = await as('public')('{ sessions { key } }');
  expect(data.sessions).toEqual([{ key: 'wg-2027' }, { key: 'wg-2026' }]);
  expect((await as('public')('{ session(key: "wg-1") { key } }')).errors?.[0]).toMatchObject({ message: 'key: no session "wg-1" can be seen.' });
});

test('a recommendation says what, to whom, by when; the needs it is about are shown to whoever may see them', async () => {
  const shown = await needOf(as, { consent: 'WORKING_GROUP' });
  const record = (who: string, input: object = {}) =>
    changed(as(who), 'recordRecommendation', { ...recommendation, needs: [shown.key], ...input }, fields);
  expect((await record('public', { needs: [] })).refused).toBe('UNAUTHENTICATED');
  for (const who of ['approver', 'delegate', 'admin', 'analyst']) expect((await record(who, { needs: [] })).refused, who).toBe('FORBIDDEN');
  for (const [wrong, code, field] of [
    [{ session: 'wg-1' }, 'NOT_FOUND', 'input.session'],
    [{ needs: ['xaa-need-0'] }, 'NOT_FOUND', 'input.needs'],
    [{ what: ' ' }, 'INVALID', 'input.what'],
    [{ addressee: '' }, 'INVALID', 'input.addressee'],
    [{ states: ['XZZ'] }, 'INVALID', 'input.states'],
    [{ organizations: ['nobody'] }, 'INVALID', 'input.organizations'],
  ] as const)
    expect((await record('secretariat', wrong)).userErrors[0], field).toMatchObject({ code, field });
  expect((await record('secretariat')).recommendation).toMatchObject({
    key: 'wg-2026.r1',
    version: 1,
    what: 'Train teachers.',
    outcome: null,
    overdue: false,
    states: [{ key: 'XAA' }],
    organizations: [{ key: 'xreg' }],
    needs: [{ key: shown.key }],
    history: [{ action: 'recordRecommendation' }],
  });
  const list = '{ session(key: "wg-2026") { recommendations { key needs { key } } } }';
  expect((await as('delegate elsewhere')(list)).data.session.recommendations).toEqual([{ key: 'wg-2026.r1', needs: [{ key: shown.key }] }]);
  expect((await as('public')(list)).data.session.recommendations).toEqual([{ key: 'wg-2026.r1', needs: [] }]);
});

test('what became of it is told with when and why, and carried over to the next session', async () => {
  await changed(as('secretariat'), 'recordRecommendation', recommendation, fields);
  const record = (who: string, input: object, day = '2027-02-01') =>
    changed(as(who, day), 'recordOutcome', { recommendation: 'wg-2026.r2', version: 1, outcome: 'UNDER_WAY', reason: 'Begun.', ...input }, fields);
  expect((await record('public', {})).refused).toBe('UNAUTHENTICATED');
  expect((await record('approver', {})).refused).toBe('FORBIDDEN');
  for (const [wrong, code, field] of [
    [{ recommendation: 'wg-2026.r9' }, 'NOT_FOUND', 'input.recommendation'],
    [{ reason: '' }, 'INVALID', 'input.reason'],
    [{ on: '2027-02-02' }, 'INVALID', 'input.on'],
    [{ carriedTo: 'wg-2027' }, 'INVALID', 'input.carriedTo'],
    [{ outcome: 'CARRIED_OVER', carriedTo: 'wg-2026' }, 'INVALID', 'input.carriedTo'],
    [{ outcome: 'CARRIED_OVER', carriedTo: 'wg-1' }, 'NOT_FOUND', 'input.carriedTo'],
    [{ version: 4 }, 'CONFLICT', 'input.version'],
  ] as const)
    expect((await record('secretariat', wrong)).userErrors[0], field).toMatchObject({ code, field });
  expect((await record('secretariat', {})).recommendation).toMatchObject({ version: 2, outcome: 'UNDER_WAY', overdue: true });
  const carried = await record('secretariat', { version: 2, outcome: 'CARRIED_OVER', reason: 'No money yet.', carriedTo: 'wg-2027' }, '2027-03-01');
  expect(carried.recommendation).toMatchObject({
    version: 3,
    outcome: 'CARRIED_OVER',
    overdue: false,
    outcomes: [
      { outcome: 'UNDER_WAY', on: '2027-02-01', reason: 'Begun.', carriedTo: null },
      { outcome: 'CARRIED_OVER', on: '2027-03-01', reason: 'No money yet.', carriedTo: { key: 'wg-2027' } },
    ],
    history: [{ action: 'recordRecommendation' }, { action: 'recordOutcome' }, { action: 'recordOutcome' }],
  });
});

test('a session keeps what the public saw, once, and shows it beside today with what changed', async () => {
  const view = 'needs activities elements { theme { key } states total unmet met } overlaps { state { key } theme { key } activityKeys }';
  const asked = `{ session(key: "wg-2026") { frozenOn frozen { ${view} } today { ${view} } changes { figures { key was now } overlapsBegun { state { key } } overlapsOver { state { key } } } } }`;
  for (const [state, confirmed] of [
    ['XAA', 'PUBLIC'],
    ['XAB', 'PUBLIC'],
    ['XAA', 'WORKING_GROUP'],
    ['XAB', 'PRIVATE'],
  ] as const)
    await needOf(as, { state, consent: confirmed });
  expect((await as('public')(asked)).data.session).toMatchObject({ frozenOn: null, frozen: null, changes: null, today: { needs: 2, activities: 3 } });
  const freeze = (who: string, key = 'wg-2026') => changed(as(who, '2026-06-03'), 'freezeSession', { session: key }, 'session { frozenOn version }');
  expect((await freeze('public')).refused).toBe('UNAUTHENTICATED');
  for (const who of ['approver', 'delegate', 'admin']) expect((await freeze(who)).refused, who).toBe('FORBIDDEN');
  expect((await freeze('secretariat', 'wg-1')).userErrors[0]).toMatchObject({ code: 'NOT_FOUND', field: 'input.session' });
  expect((await freeze('secretariat')).session).toEqual({ frozenOn: '2026-06-03', version: 2 });
  expect((await freeze('secretariat')).userErrors[0]).toMatchObject({ code: 'CONFLICT', field: 'input.session' });
  await expect(database.db.updateTable('working_group_session').set({ frozen: '{}' }).where('session_key', '=', 'wg-2026').execute()).rejects.toThrow(
    /never written again/,
  );

  const frozen = {
    needs: 2,
    activities: 3,
    elements: [{ theme: { key: 'prevention' }, states: 2, total: null, unmet: null, met: null }],
    overlaps: [{ state: { key: 'XAA' }, theme: { key: 'prevention' }, activityKeys: ['TA1', 'TA2'] }],
  };
  expect((await as('public', '2026-06-03')(asked)).data.session).toMatchObject({
    frozen,
    today: frozen,
    changes: { figures: [], overlapsBegun: [] },
  });
  // The same for whoever asks: delegates and the Secretariat see more needs, and the session does not tell of them.
  for (const who of ['delegate elsewhere', 'secretariat', 'approver'])
    expect((await as(who, '2026-06-03')(asked)).text, who).toBe((await as('public', '2026-06-03')(asked)).text);
  // A year later one overlap is over.
  const later = (await as('public', '2027-07-01')(asked)).data.session;
  expect(later.frozen).toEqual(frozen);
  expect(later.changes).toEqual({ figures: [{ key: 'overlaps', was: 1, now: 0 }], overlapsBegun: [], overlapsOver: [{ state: { key: 'XAA' } }] });
});
