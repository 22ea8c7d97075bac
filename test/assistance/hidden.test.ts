// What a viewer may not see of technical assistance changes nothing that the viewer is answered, byte for byte.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importPack } from '../../src/packs/service.ts';
import type { Database } from '../../src/store/db.ts';
import type { TestDatabase } from '../db.ts';
import { insertNeedRow, type NeedRow } from './rows.ts';
import { allViewers, changed, clientsOf, openWorld, today } from './world.ts';

/** In both databases: one public need each of three states, one of them with an accepted activity; and one for the working group. */
const shared: NeedRow[] = [
  { key: 'xaa-need-1', state: 'XAA', threat: 'cocaine', element: 'prevention' },
  { key: 'xab-need-1', state: 'XAB', match: { activity: 'TA1', status: 'ACCEPTED' } },
  { key: 'xac-need-1', state: 'XAC' },
  { key: 'xac-need-2', state: 'XAC', consent: 'WORKING_GROUP' },
];

/** In one database alone: what its state, or the working group, keeps to itself. */
const ofState: NeedRow[] = [
  { key: 'xaa-need-0', state: 'XAA', consent: 'PRIVATE' },
  { key: 'xaa-need-2', state: 'XAA', consent: 'PUBLIC', stage: 'EXPRESSED' },
  { key: 'xaa-need-3', state: 'XAA', consent: 'PUBLIC', stage: 'WITHDRAWN' },
  { key: 'xaa-need-4', state: 'XAA', observer: 'xreg', stage: 'EXPRESSED' },
  { key: 'xaa-need-5', state: 'XAA', element: 'legal-framework', consent: 'PRIVATE', match: { activity: 'TA2', status: 'ACCEPTED' } },
];
const ofWorkingGroup: NeedRow[] = [
  { key: 'xaa-need-6', state: 'XAA', consent: 'WORKING_GROUP', match: { activity: 'TA1', status: 'ACCEPTED' } },
  { key: 'xaa-need-7', state: 'XAA', element: 'legal-framework', consent: 'WORKING_GROUP' },
];

async function open(...hidden: NeedRow[]): Promise<TestDatabase> {
  const database = await openWorld();
  await sql`update state set iso2 = 'XA' where state_key = 'XAA'`.execute(database.db);
  // What is there in both comes last in one of them, so that its numbers are others.
  for (const row of [...hidden, ...shared]) await insertNeedRow(database.db, row);
  return database;
}

async function hideMore(db: Database): Promise<void> {
  // A proposal that the state has not accepted, one it declined, an activity that is not published, and a plan of its own that moves its prompts.
  for (const [key, status, decided] of [
    ['hidden-1', 'PROPOSED', null],
    ['hidden-2', 'DECLINED', '2026-01-05'],
  ])
    await sql`insert into need_match (match_key, need_id, assistance_activity_id, kind, status, proposed_on, proposed_by, decided_on, decided_by)
      select ${key}, need_id, assistance_activity_id, 'OFFER', ${status}, date '2026-01-03', 'three', ${decided}::date, ${decided === null ? null : 'two'}
      from need, assistance_activity where need_key = 'xaa-need-1' and activity_key = 'TA2'`.execute(db);
  await sql`insert into assistance_activity (activity_key, title, publication, provider, start_date, budget, currency) values ('TA0', 'Hidden', 'UNPUBLISHED', 'Hidden body', '2025', 7, 'CHF')`.execute(
    db,
  );
  await sql`insert into assistance_activity_recipient (assistance_activity_id, position, state_key) select assistance_activity_id, 1, 'XAA' from assistance_activity where activity_key = 'TA0'`.execute(
    db,
  );
  await sql`insert into assistance_activity_concept (assistance_activity_id, scheme, concept_key) select assistance_activity_id, 'ELEMENT', 'prevention' from assistance_activity where activity_key = 'TA0'`.execute(
    db,
  );
  const staged = `<iati-activities version="2.03"><iati-activity default-currency="CHF"><iati-identifier>XM-1</iati-identifier><reporting-org ref="XM"/>
    <title><narrative>Staged harbour</narrative></title><participating-org role="4"><narrative>Hidden body</narrative></participating-org><activity-date type="2" iso-date="2025-01-01"/>
    <recipient-country code="XA" percentage="100"/><sector code="15130"/><budget><period-start iso-date="2026-01-01"/><value>7</value></budget></iati-activity></iati-activities>`;
  const activities = { files: [{ name: 'staged.xml', open: () => [staged] }], bytes: 0, asOf: today };
  const { counts } = await importPack(db, [], { activities });
  expect(counts.staged_activity?.added).toBe(1);
  await sql`insert into strategy (strategy_key, state_key, level, scope, status, title, original_language, valid_from, visibility, publication)
    values ('xaa-draft', 'XAA', 'NATIONAL', 'OVERARCHING', 'ADOPTED', '{"en":"Own"}', 'en', '2024', 'PRIVATE', 'UNPUBLISHED')`.execute(db);
  await sql`insert into strategy_node (strategy_node_key, strategy_id, position, last_position, kind, label, is_seen_in_source)
    select 'xaa-draft.m1', strategy_id, 1, 1, 'MEASURE', '{"en":"Law"}', true from strategy where strategy_key = 'xaa-draft'`.execute(db);
  await sql`insert into strategy_node_concept (strategy_node_id, scheme, concept_key) select strategy_node_id, 'ELEMENT', 'legal-framework' from strategy_node where strategy_node_key = 'xaa-draft.m1'`.execute(
    db,
  );
}

const need = `key version state { key } element { key } threat { key } origin stage status urgency reason consent overdue dueOn
  stages { stage who } matches { key status activity { key } history { action } } funding { known unknown currencies { currency amount } }
  candidates { activity { key } reasons { kind key } alsoServes { key } } advisers { key } history { action version }
  at(asOf: "2026-01-03") { stage status matches { key status lacks } funding { known } } fit(activity: "iati-XM-1") { lacks }`;
const totals = 'elements { theme { key } states total unmet partlyMet met } threats { theme { key } states total unmet }';
const view = `asOf needs activities ${totals} overlaps { state { key } theme { key } activityKeys }`;
const idOf = (key: string, type = 'AssistanceNeed') => Buffer.from(`${type}:${key}`).toString('base64url');
const queries = [
  `{ assistanceNeeds { totalCount pageInfo { hasNextPage endCursor } ${totals} edges { cursor node { ${need} } } } }`,
  `{ assistanceNeeds(first: 1) { totalCount pageInfo { hasNextPage endCursor } edges { node { key } } } }`,
  ...[
    'states: ["XAA"]',
    'organization: "xreg"',
    'element: "legal-framework"',
    'threat: "cocaine"',
    'origin: OBSERVED',
    'origin: DERIVED',
    'stage: WITHDRAWN',
    'stage: EXPRESSED',
    'status: PARTLY_MET',
  ].map((filter) => `{ assistanceNeeds(filter: { ${filter} }) { totalCount ${totals} edges { node { key } } } }`),
  `{ assistanceNeeds(asOf: "2027-06-01") { totalCount ${totals} edges { node { key overdue } } } }`,
  `{ nodes(ids: [${[...shared, ...ofState, ...ofWorkingGroup].map(({ key }) => `"${idOf(key)}"`).join(' ')} "${idOf('xaa-need-never')}" "${idOf('xaa-prompt-e02')}"]) { id } }`,
  `{ assistanceActivities { totalCount funding { known unknown currencies { currency amount } } edges { node { key couldServe { key } } } } }`,
  `{ assistanceActivities(filter: { element: "legal-framework", provider: "body" }) { totalCount funding { known unknown } edges { node { key staging { file } } } } }`,
  `{ stagedActivities { totalCount edges { node { key } } } search(text: "harbour") { totalCount } nodes(ids: ["${idOf('iati-XM-1', 'AssistanceActivity')}"]) { id } }`,
  `{ assistanceActivities(filter: { states: ["XAA"] }) { totalCount funding { unknown } edges { node { key } } } }`,
  `{ assistanceOverlaps { state { key } theme { key } activities { key } pairs { first second } } }`,
  ...['(organization: "xreg")', ''].map(
    (of) =>
      `{ workingGroupBrief${of} { functions { figures { key value of unknown states { key } unknownStates { key } entries { key text sources { title } } } } } }`,
  ),
  `{ sessions { key } session(key: "wg-1") { frozen { ${view} } today { ${view} } changes { figures { key was now } overlapsBegun { state { key } } } recommendations { key what needs { key } } } }`,
];
const refusals: [string, object][] = ['xaa-need-0', 'xaa-need-2', 'xaa-need-6', 'xaa-prompt-e02'].flatMap((key): [string, object][] => [
  ['moveNeed', { need: key, version: 1, stage: 'SCOPED', reason: 'x' }],
  ['confirmNeed', { need: key, version: 1 }],
  ['recordFollowUp', { need: key, version: 1, result: 'x' }],
  ['proposeMatch', { need: key, activity: 'TA1' }],
  ['proposeMatch', { need: 'xaa-need-1', activity: 'TA0' }],
  ['decideMatch', { match: 'hidden-1', decision: 'ACCEPTED' }],
  ['decideMatch', { match: 'match-xaa-need-5', decision: 'ACCEPTED' }],
  ['publishActivity', { activity: 'TA0', version: 1 }],
  ['publishActivity', { activity: 'iati-XM-1', version: 1 }],
  ['discardActivity', { activity: 'iati-XM-1', version: 1 }],
  ['proposeMatch', { need: 'xaa-need-1', activity: 'iati-XM-1' }],
  ['recordRecommendation', { session: 'wg-1', what: 'x', addressee: 'x', needs: [key] }],
]);

let plain: TestDatabase;
let withOfState: TestDatabase;
let withAll: TestDatabase;
const session = { key: 'wg-1', title: 'Session', startsOn: today, endsOn: today };
beforeAll(async () => {
  plain = await open();
  withOfState = await open(...ofState);
  withAll = await open(...ofState, ...ofWorkingGroup);
  await hideMore(withAll.db);
  for (const database of [plain, withOfState, withAll]) {
    const secretariat = clientsOf(database)('secretariat');
    await changed(secretariat, 'recordSession', session, 'session { key }');
    await changed(
      secretariat,
      'recordRecommendation',
      { session: 'wg-1', what: 'x', addressee: 'all', needs: ['xac-need-1', 'xac-need-2'] },
      'recommendation { key }',
    );
    await changed(secretariat, 'freezeSession', { session: 'wg-1' }, 'session { key }');
  }
  // Beside a need of the working group, in one database alone.
  await sql`insert into recommendation_need select recommendation_id, need_id from recommendation, need where need_key = 'xaa-need-6'`.execute(
    withAll.db,
  );
});
afterAll(async () => {
  for (const database of [plain, withOfState, withAll]) await database?.close();
});

async function differences(who: string, a: TestDatabase, b: TestDatabase): Promise<string[]> {
  const [first, second] = [clientsOf(a)(who), clientsOf(b)(who)];
  const found: string[] = [];
  for (const query of queries) {
    const answer = await first(query);
    if (/"code":"(INVALID|INTERNAL|LIMIT)"/.test(answer.text)) found.push(`refused: ${query} ${answer.text}`);
    if (answer.text !== (await second(query)).text) found.push(query);
  }
  for (const [name, input] of refusals) {
    const [one, other] = [await changed(first, name, input, 'userErrors { code }'), await changed(second, name, input, 'userErrors { code }')];
    // Keys that are made by chance are in no refusal.
    if (JSON.stringify(one) !== JSON.stringify(other))
      found.push(`${name} ${JSON.stringify(input)}: ${JSON.stringify(one)} ${JSON.stringify(other)}`);
  }
  return found;
}

const outsiders = ['public', 'neighbour', 'neighbour approver', 'member of both', 'former member', 'stranger', 'other analyst'];

test.each(outsiders)('%s is answered alike with and without what the state and the working group keep to themselves', async (who) => {
  expect(await differences(who, plain, withAll)).toEqual([]);
});

test.each(['delegate elsewhere', 'secretariat', 'admin'])('%s is answered alike with and without what the state keeps to itself', async (who) => {
  expect(await differences(who, plain, withOfState)).toEqual([]);
});

test('the control: those who may see what was hidden are answered differently', async () => {
  for (const who of ['reader', 'approver', 'analyst', 'delegate'])
    expect((await differences(who, plain, withOfState)).length, who).toBeGreaterThan(0);
  for (const who of ['secretariat', 'delegate elsewhere', 'admin'])
    expect((await differences(who, withOfState, withAll)).length, who).toBeGreaterThan(0);
  expect(Object.keys(allViewers)).toEqual(expect.arrayContaining(outsiders));
});

test('totals are null below three states, and count all states that the viewer may see from three on', async () => {
  const { data } = await clientsOf(plain)('public')(`{ assistanceNeeds { totalCount ${totals} } }`);
  expect(data.assistanceNeeds).toEqual({
    totalCount: 3,
    elements: [{ theme: { key: 'prevention' }, states: 3, total: 3, unmet: 2, partlyMet: 1, met: 0 }],
    threats: [{ theme: { key: 'cocaine' }, states: 1, total: null, unmet: null }],
  });
});
