// Means are not public, and what a state agrees to is its own switch.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Data } from './ask.ts';
import { type Name, openWorld, run, type World } from './two-sides.ts';

let world: World;
let as: World['as'];
beforeAll(async () => {
  world = await openWorld();
  as = world.as;
});
afterAll(() => world?.close());

const set = (who: Name, input: object) =>
  run(as[who], 'setAgreement', { ...input }, 'state { key agreements { advice adviceSince summariesTo { key } } }');
const everyName: Name[] = ['everyone', 'reader', 'delegate', 'editor', 'approver', 'neighbour', 'analyst', 'stranger', 'secretariat', 'admin'];

/** Codes of the states of which someone is told the means, by matrix and by record. */
async function toldOf(who: Name): Promise<string[]> {
  const { data, errors } = await as[who](`{
    alignmentMatrix(organization: "letters") { rows { key } stateSummaries { aligned partial gap read objectives low high completeness } }
    XAA: stateRecord(state: "XAA") { organizations { summary { low } } }
    XAB: stateRecord(state: "XAB") { organizations { summary { low } } }
  }`);
  expect(errors).toBeUndefined();
  const { rows, stateSummaries } = data.alignmentMatrix;
  const inMatrix = rows.flatMap(({ key }: { key: string }, row: number) => (stateSummaries[row] ? [key] : []));
  const inRecords = ['XAA', 'XAB'].filter((key) => data[key].organizations[0].summary !== null);
  expect(inRecords).toEqual(inMatrix);
  return inMatrix;
}

test('the means over the cells of a state are told to its own users alone, until it agrees to show them to an organization', async () => {
  const told = async () => Object.fromEntries(await Promise.all(everyName.map(async (who) => [who, await toldOf(who)])));
  const own = { reader: ['XAA'], delegate: ['XAA'], editor: ['XAA'], approver: ['XAA'], neighbour: ['XAB'] };
  const nobody = { everyone: [], analyst: [], stranger: [], secretariat: [], admin: [] };
  expect(await told()).toEqual({ ...nobody, ...own });
  expect(await set('approver', { summariesTo: ['letters'] })).toMatchObject({
    state: { key: 'XAA', agreements: { advice: false, summariesTo: [{ key: 'letters' }] } },
  });
  expect(await told()).toEqual({ ...nobody, ...own, analyst: ['XAA'] });
  await set('approver', { summariesTo: [] });
  expect(await told()).toEqual({ ...nobody, ...own });
});

test('they are the means over the read cells of the row, null below three', async () => {
  const summary = async (who: Name, row: number) =>
    (await as[who]('{ alignmentMatrix(organization: "letters") { stateSummaries { aligned partial gap read objectives low high completeness } } }'))
      .data.alignmentMatrix.stateSummaries[row];
  // XAA: o1 PARTIAL 0.5, o2 ALIGNED 0.8, o3 GAP 0, o4 unread. Mean low = mean high = 1.3 / 3; completeness 3 of 4.
  expect(await summary('approver', 0)).toEqual({
    aligned: 1,
    partial: 1,
    gap: 1,
    read: 3,
    objectives: 4,
    low: 0.433333333,
    high: 0.433333333,
    completeness: 0.75,
  });
  // XAB: one cell read.
  expect(await summary('neighbour', 1)).toMatchObject({ aligned: 1, read: 1, low: null, high: null });
});

test('no aggregate that others are answered is a mean over one state: a summary of an objective is null below three states', async () => {
  await sql`delete from membership where state_key <> 'XAA' and organization_key = 'letters'`.execute(world.database.db);
  const { data } = await as.analyst(
    '{ alignmentMatrix(organization: "letters") { rows { key } columnSummaries { low high read members } stateSummaries { low } } stateRecord(state: "XAA") { organizations { summary { low } } } }',
  );
  expect(data.alignmentMatrix.rows).toEqual([{ key: 'XAA' }]);
  expect(data.alignmentMatrix.columnSummaries.map((it: Data) => [it.low, it.high, it.members])).toEqual(Array(4).fill([null, null, 1]));
  expect(data.alignmentMatrix.stateSummaries).toEqual([null]);
  expect(data.stateRecord.organizations[0].summary).toBeNull();
});

test('that a state advises is public; to whom it shows its means is known to the two of them', async () => {
  await set('approver', { advice: true, summariesTo: ['letters', 'digits'] });
  const agreements = async (who: Name) =>
    (
      await as[who](
        '{ memberState(key: "XAA") { agreements { advice adviceSince summariesTo { key } history { action who changes { field to } } } } }',
      )
    ).data.memberState.agreements;
  const seen = Object.fromEntries(await Promise.all(everyName.map(async (who) => [who, await agreements(who)])));
  for (const who of everyName) expect(seen[who]).toMatchObject({ advice: true, adviceSince: '2026-06-01' });
  for (const who of ['everyone', 'neighbour', 'secretariat', 'admin']) {
    expect(seen[who].summariesTo).toBeNull();
    expect(seen[who].history).toEqual([{ action: 'setAgreement', who: 'Aland, approver', changes: [{ field: 'advice', to: 'true' }] }]);
  }
  expect(seen.reader.summariesTo).toEqual([{ key: 'digits' }, { key: 'letters' }]);
  expect(seen.analyst.summariesTo).toEqual([{ key: 'letters' }]);
  expect(JSON.stringify(seen.analyst.history)).not.toContain('digits');
  expect(JSON.stringify(seen.stranger.history)).not.toContain('letters');
});

test('what is left out stays, what is the same changes nothing, and an unknown organization is refused', async () => {
  const entries = async () => (await sql`select from audit_entry where kind = 'StateAgreement'`.execute(world.database.db)).rows.length;
  const before = await entries();
  expect((await set('approver', {})).state.agreements).toEqual({
    advice: true,
    adviceSince: '2026-06-01',
    summariesTo: [{ key: 'digits' }, { key: 'letters' }],
  });
  expect((await set('approver', { advice: true, summariesTo: ['letters', 'digits', 'letters'] })).userErrors).toEqual([]);
  expect(await entries()).toBe(before);
  expect((await set('approver', { advice: false, summariesTo: ['nowhere'] })).userErrors[0]).toMatchObject({
    code: 'INVALID',
    field: 'input.summariesTo',
  });
  expect((await set('approver', { summariesTo: ['digits'] })).state.agreements).toMatchObject({ advice: true, summariesTo: [{ key: 'digits' }] });
  expect(await entries()).toBe(before + 1);
});

test('the switches are set by approvers of a state alone', async () => {
  expect((await set('everyone', { advice: true })).refused).toEqual(['UNAUTHENTICATED']);
  for (const who of ['reader', 'delegate', 'editor', 'analyst', 'secretariat', 'admin'] as const)
    expect([who, (await set(who, { advice: true })).refused]).toEqual([who, ['FORBIDDEN']]);
  expect((await set('neighbour', { advice: false })).state.key).toBe('XAB');
});

test('of compared states those that agreed to be asked are named, the others only counted', async () => {
  // Both plans carry no element but XAB gets one: a measure makes it ACTIONED, XAA is at 0.
  await sql`insert into strategy_node (strategy_node_key, strategy_id, parent_id, position, last_position, kind, label, is_seen_in_source)
    select 'xab-plan.m9', strategy_id, null, 90, 90, 'MEASURE', '{"en": "Prevent"}', true from strategy where strategy_key = 'xab-plan'`.execute(
    world.database.db,
  );
  await sql`insert into strategy_node_concept (strategy_node_id, scheme, concept_key) select strategy_node_id, 'ELEMENT', 'prevention' from strategy_node where strategy_node_key = 'xab-plan.m9'`.execute(
    world.database.db,
  );
  const peers = async () =>
    (await as.everyone('{ compareStates(states: ["XAA", "XAB"]) { peers { state { key } n m states { key } } } }')).data.compareStates.peers;
  expect(await peers()).toEqual([{ state: { key: 'XAA' }, n: 1, m: 2, states: [] }]);
  await set('neighbour', { advice: true });
  expect(await peers()).toEqual([{ state: { key: 'XAA' }, n: 1, m: 2, states: [{ key: 'XAB' }] }]);
  await set('neighbour', { advice: false });
  expect(await peers()).toEqual([{ state: { key: 'XAA' }, n: 1, m: 2, states: [] }]);
});
