// Activities, offers, matches, advisers and overlaps.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ask, Data } from '../ask.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';
import { changed, clientsOf, needOf, openWorld } from './world.ts';

let database: TestDatabase;
let as: (who: string, day?: string) => Ask;
beforeAll(async () => {
  database = await openWorld();
  as = clientsOf(database);
});
afterAll(() => database?.close());

const idOf = (key: string) => Buffer.from(`AssistanceNeed:${key}`).toString('base64url');
const needAs = async (who: string, key: string, fields: string, day?: string): Promise<Data> =>
  (await as(who, day)(`query ($id: ID!) { node(id: $id) { ... on AssistanceNeed { ${fields} } } }`, { id: idOf(key) })).data.node;
const matchFields = 'match { key kind status decidedOn decisionReason activity { key } need { key status } reasons { kind key } }';
const offer = {
  title: 'Trainers',
  providers: ['Academy'],
  regions: ['region:isles'],
  elements: ['prevention'],
  start: '2026-09',
  end: '2027',
  budgets: [{ currency: 'EUR', year: 2026, amount: 10.5 }],
};

test('the register gives providers and funders one by one, recipients, concepts, and money as stated', async () => {
  const { data } = await as('public')(`{ assistanceActivities { totalCount edges { node {
    key title provider providers funders recipients { state { key } region states { key } percentage } themes { key } start end
    budgets { currency year amount } source { ref } publication offer } } funding { currencies { currency amount activities } known unknown } } }`);
  expect(data.assistanceActivities.edges.map((edge: Data) => edge.node.key)).toEqual(['TA1', 'TA2', 'TA3']);
  expect(data.assistanceActivities.edges[0].node).toEqual({
    key: 'TA1',
    title: 'Schools',
    provider: 'Body One; Body Two',
    providers: ['Body One', 'Body Two'],
    funders: ['Union (11th fund)'],
    recipients: [
      { state: { key: 'XAC' }, region: null, states: [{ key: 'XAC' }], percentage: null },
      { state: null, region: 'region:isles', states: [{ key: 'XAA' }, { key: 'XAB' }], percentage: null },
    ],
    themes: [{ key: 'prevention' }],
    start: '2025',
    end: '2027-06',
    budgets: [{ currency: 'EUR', year: null, amount: 1000.5 }],
    source: { ref: 'https://example.org/1' },
    publication: 'PUBLISHED',
    offer: false,
  });
  expect(data.assistanceActivities.funding).toEqual({
    currencies: [{ currency: 'EUR', amount: 1500.5, activities: 2 }],
    known: 2,
    unknown: 1,
  });
});

test.each([
  ['states: ["XAB"]', ['TA1']],
  ['states: ["XAA"]', ['TA1', 'TA2', 'TA3']],
  ['organization: "xoth"', ['TA1']],
  ['threat: "cocaine"', ['TA2']],
  ['element: "legal-framework"', []],
  ['provider: "body one"', ['TA1', 'TA3']],
  ['inForceOn: "2021-06-01"', ['TA3']],
  ['inForceOn: "2026-04-01", states: ["XAA"]', ['TA1', 'TA2']],
])('activities with %s', async (filter, keys) => {
  const { data } = await as('public')(`{ assistanceActivities(filter: { ${filter} }) { edges { node { key } } } }`);
  expect(data.assistanceActivities.edges.map((edge: Data) => edge.node.key)).toEqual(keys);
});

test('what came by IATI is published by nobody by itself, seen by those who keep the register, and published by a second account', async () => {
  await expect(
    sql`insert into assistance_activity (activity_key, title, iati_identifier) values ('iati-1', 'Imported', 'XM-1')`.execute(database.db),
  ).rejects.toThrow(/assistance_activity_clearance_check/);
  await sql`insert into assistance_activity (activity_key, title, iati_identifier, publication, submitted_by, provider, start_date, budget, currency)
    values ('iati-1', 'Imported', 'XM-1', 'UNPUBLISHED', 'SECRETARIAT', 'Agency', '2026', 1000000, 'USD')`.execute(database.db);
  await sql`insert into assistance_activity_recipient (assistance_activity_id, position, state_key, percentage) select assistance_activity_id, 1, 'XAA', 40 from assistance_activity where activity_key = 'iati-1'`.execute(
    database.db,
  );
  const list =
    '{ assistanceActivities(filter: { states: ["XAA"] }) { totalCount funding { unknown currencies { currency } } edges { node { key recipients { percentage } } } } }';
  const before = await as('public')(list);
  expect(before.text).not.toContain('iati-1');
  expect(before.text).not.toContain('USD');
  for (const who of ['editor', 'delegate', 'analyst', 'neighbour']) expect((await as(who)(list)).text, who).toBe(before.text);
  for (const who of ['secretariat', 'admin']) expect((await as(who)(list)).data.assistanceActivities.totalCount, who).toBe(4);

  const publish = (who: string, version = 1) =>
    changed(as(who), 'publishActivity', { activity: 'iati-1', version }, 'activity { key publication version history { action } }');
  expect((await publish('public')).refused).toBe('UNAUTHENTICATED');
  expect((await publish('approver')).userErrors[0]).toMatchObject({
    code: 'NOT_FOUND',
    message: 'input.activity: no activity "iati-1" can be seen.',
  });
  expect((await publish('admin')).refused).toBe('FORBIDDEN');
  expect((await publish('secretariat')).refused).toBe('FORBIDDEN');
  expect((await publish('second secretariat', 3)).userErrors[0].code).toBe('CONFLICT');
  expect((await publish('second secretariat')).activity).toEqual({
    key: 'iati-1',
    publication: 'PUBLISHED',
    version: 2,
    history: [{ action: 'publishActivity' }],
  });
  expect((await publish('second secretariat', 2)).userErrors[0].code).toBe('CONFLICT');
  expect((await as('public')(list)).text).toContain('"percentage":40');
  await sql`delete from assistance_activity where activity_key = 'iati-1'`.execute(database.db);
});

test('a need shows the activities that can serve it with reasons, whom else they could serve, and who agreed to advise', async () => {
  const { key } = await needOf(as, { consent: 'WORKING_GROUP' });
  const other = await needOf(as, { state: 'XAB', consent: 'PUBLIC' });
  const fields = 'candidates { activity { key provider } reasons { kind key } alsoServes { key } } advisers { key }';
  expect(await needAs('secretariat', key, fields)).toEqual({
    candidates: [
      {
        activity: { key: 'TA1', provider: 'Body One; Body Two' },
        reasons: [
          { kind: 'RECIPIENT_REGION', key: 'region:isles' },
          { kind: 'ELEMENT', key: 'prevention' },
          { kind: 'PERIOD', key: '2027-06-30' },
        ],
        alsoServes: [{ key: other.key }],
      },
      {
        activity: { key: 'TA2', provider: 'Other Body' },
        reasons: [
          { kind: 'RECIPIENT', key: 'XAA' },
          { kind: 'ELEMENT', key: 'prevention' },
          { kind: 'PERIOD', key: null },
        ],
        alsoServes: [],
      },
    ],
    advisers: [{ key: 'XAB' }],
  });
  // The adviser itself is not sent to itself; and to the public a need of the working group is served by nobody.
  expect((await needAs('public', other.key, fields)).advisers).toEqual([]);
  expect((await needAs('public', other.key, fields)).candidates).toMatchObject([{ activity: { key: 'TA1' }, alsoServes: [] }]);
  const { data } = await as('secretariat')(
    '{ assistanceActivities(filter: { provider: "Body Two" }) { edges { node { couldServe { key state { key } } } } } }',
  );
  expect(data.assistanceActivities.edges[0].node.couldServe).toEqual(
    expect.arrayContaining([
      { key, state: { key: 'XAA' } },
      { key: other.key, state: { key: 'XAB' } },
    ]),
  );
});

test('the Secretariat proposes, the state decides: until it accepts, the two of them alone know', async () => {
  const { key } = await needOf(as, { consent: 'PUBLIC' });
  const propose = (who: string, input: object = {}) =>
    changed(as(who), 'proposeMatch', { need: key, activity: 'TA1', note: 'It fits.', ...input }, matchFields);
  expect((await propose('public')).refused).toBe('UNAUTHENTICATED');
  for (const who of ['approver', 'neighbour approver', 'analyst', 'admin', 'delegate']) expect((await propose(who)).refused, who).toBe('FORBIDDEN');
  expect((await propose('secretariat', { activity: 'TA9' })).userErrors[0]).toMatchObject({ code: 'NOT_FOUND', field: 'input.activity' });
  expect((await propose('secretariat', { need: 'xaa-need-0' })).userErrors[0]).toMatchObject({ code: 'NOT_FOUND', field: 'input.need' });
  expect((await propose('secretariat', { note: ' ' })).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'input.note' });
  const { match } = await propose('secretariat');
  expect(match).toMatchObject({ kind: 'PROPOSAL', status: 'PROPOSED', activity: { key: 'TA1' }, need: { key, status: 'UNMET' } });
  expect(match.reasons.map((it: Data) => it.kind)).toEqual(['RECIPIENT_REGION', 'ELEMENT', 'PERIOD']);
  expect((await propose('secretariat')).userErrors[0].code).toBe('CONFLICT');

  const matches = 'status version matches { key status } funding { currencies { amount } unknown }';
  for (const who of ['secretariat', 'reader', 'delegate'])
    expect((await needAs(who, key, matches)).matches, who).toEqual([{ key: match.key, status: 'PROPOSED' }]);
  const before = await needAs('public', key, matches);
  expect(before).toEqual({ status: 'UNMET', version: 2, matches: [], funding: { currencies: [], unknown: 0 } });

  const decide = (who: string, input: object = {}) =>
    changed(as(who, '2026-06-03'), 'decideMatch', { match: match.key, decision: 'ACCEPTED', reason: 'We want it.', ...input }, matchFields);
  expect((await decide('public')).refused).toBe('UNAUTHENTICATED');
  for (const who of ['editor', 'delegate', 'reader', 'secretariat']) expect((await decide(who)).refused, who).toBe('FORBIDDEN');
  expect((await decide('secretariat as approver')).refused).toBe('FORBIDDEN');
  await expect(
    sql`update need_match set status = 'ACCEPTED', decided_on = '2026-06-03', decided_by = proposed_by where match_key = ${match.key}`.execute(
      database.db,
    ),
  ).rejects.toThrow(/need_match_second_person_check/);
  for (const who of ['neighbour approver', 'analyst', 'admin'])
    expect((await decide(who)).userErrors[0], who).toEqual({
      code: 'NOT_FOUND',
      field: 'input.match',
      message: `input.match: no match "${match.key}" can be seen.`,
    });
  expect((await decide('approver', { reason: '' })).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'input.reason' });
  expect((await decide('approver')).match).toMatchObject({
    status: 'ACCEPTED',
    decidedOn: '2026-06-03',
    decisionReason: 'We want it.',
    need: { status: 'PARTLY_MET' },
  });
  expect((await decide('approver')).userErrors[0].code).toBe('CONFLICT');
  expect(await needAs('public', key, matches, '2026-06-03')).toEqual({
    status: 'PARTLY_MET',
    version: 2,
    matches: [{ key: match.key, status: 'ACCEPTED' }],
    funding: { currencies: [{ amount: 1000.5 }], unknown: 0 },
  });
  const history = 'matches { history { action } }';
  expect((await needAs('public', key, history)).matches[0].history).toEqual([{ action: 'decideMatch' }]);
  expect((await needAs('reader', key, history)).matches[0].history).toEqual([{ action: 'proposeMatch' }, { action: 'decideMatch' }]);
});

test('what is declined nobody else learns of, and it may be proposed anew', async () => {
  const { key } = await needOf(as, { consent: 'PUBLIC' });
  const propose = () => changed(as('secretariat'), 'proposeMatch', { need: key, activity: 'TA2' }, matchFields);
  const { match } = await propose();
  expect((await changed(as('approver'), 'decideMatch', { match: match.key, decision: 'DECLINED' }, matchFields)).match).toMatchObject({
    status: 'DECLINED',
  });
  expect(await needAs('public', key, 'status matches { key }')).toEqual({ status: 'UNMET', matches: [] });
  expect((await propose()).match.status).toBe('PROPOSED');
});

test('nothing is proposed for what its state has not confirmed, or no longer needs', async () => {
  const observed = await changed(as('secretariat'), 'observeNeed', { state: 'XAA', element: 'prevention', reason: 'x' }, 'need { key }');
  expect((await changed(as('secretariat'), 'proposeMatch', { need: observed.need.key, activity: 'TA1' }, matchFields)).userErrors[0]).toMatchObject({
    code: 'INVALID',
    field: 'input.need',
  });
});

test('a proposal for what is taken back since is declined, and not accepted any more', async () => {
  const { key } = await needOf(as, { consent: 'PUBLIC' });
  const { match } = await changed(as('secretariat'), 'proposeMatch', { need: key, activity: 'TA1' }, matchFields);
  await changed(as('editor'), 'moveNeed', { need: key, version: 2, stage: 'WITHDRAWN', reason: 'Done by ourselves.' }, 'need { stage }');
  const decide = (decision: string) => changed(as('approver'), 'decideMatch', { match: match.key, decision }, matchFields);
  expect((await decide('ACCEPTED')).userErrors[0]).toMatchObject({ code: 'CONFLICT', field: 'input.match' });
  expect((await decide('DECLINED')).match.status).toBe('DECLINED');
});

test('a provider’s offer stands in the register for all, and beside the needs it is made for', async () => {
  const first = await needOf(as);
  const second = await needOf(as, { state: 'XAB' });
  const fields = 'activity { key title offer providers themes { key } budgets { currency year amount } couldServe { key } history { action who } }';
  const record = (who: string, input: object = {}) =>
    changed(as(who), 'offerActivity', { ...offer, needs: [first.key, second.key], ...input }, fields);
  expect((await record('public')).refused).toBe('UNAUTHENTICATED');
  expect((await record('approver', { needs: [] })).refused).toBe('FORBIDDEN');
  expect((await record('admin', { needs: [] })).refused).toBe('FORBIDDEN');
  for (const [wrong, field] of [
    [{ providers: [] }, 'input.providers'],
    [{ regions: ['region:none'] }, 'input.regions'],
    [{ regions: [] }, 'input.states'],
    [{ elements: ['nothing'] }, 'input.elements'],
    [{ elements: [] }, 'input.elements'],
    [{ end: '2020' }, 'input.end'],
    [{ budgets: [{ currency: 'euro', amount: 1 }] }, 'input.budgets'],
    [{ budgets: [{ currency: 'EUR', amount: -1 }] }, 'input.budgets'],
  ] as const)
    expect((await record('secretariat', wrong)).userErrors[0], field).toMatchObject({ code: 'INVALID', field });
  expect((await record('secretariat', { needs: ['xaa-need-0'] })).userErrors[0]).toMatchObject({ code: 'NOT_FOUND', field: 'input.needs' });
  const { activity } = await record('secretariat');
  expect(activity).toMatchObject({
    key: expect.stringMatching(/^offer-[0-9a-f]{12}$/),
    offer: true,
    providers: ['Academy'],
    themes: [{ key: 'prevention' }],
    budgets: [{ currency: 'EUR', year: 2026, amount: 10.5 }],
    history: [{ action: 'offerActivity', who: 'Secretariat' }],
  });
  expect(activity.couldServe.map((it: Data) => it.key)).toEqual(expect.arrayContaining([first.key, second.key]));
  expect((await needAs('neighbour approver', second.key, 'matches { kind status activity { key } }')).matches).toEqual([
    { kind: 'OFFER', status: 'PROPOSED', activity: { key: activity.key } },
  ]);
});

test('activities of other bodies on one theme in one state at one time are shown to overlap', async () => {
  const { data } = await as('public')(
    '{ assistanceOverlaps(organization: "xreg") { state { key } theme { key } activities { key } pairs { first second from to } } }',
  );
  expect(data.assistanceOverlaps).toEqual([
    {
      state: { key: 'XAA' },
      theme: { key: 'prevention' },
      activities: [{ key: 'TA1' }, { key: 'TA2' }],
      pairs: [{ first: 'TA1', second: 'TA2', from: '2026-03-01', to: '2027-06-30' }],
    },
  ]);
  expect((await as('public')('{ assistanceOverlaps(states: ["XAB"]) { theme { key } } }')).data.assistanceOverlaps).toEqual([]);
  expect((await as('public')('{ assistanceOverlaps(asOf: "2027-07-01") { theme { key } } }')).data.assistanceOverlaps).toEqual([]);
  expect((await as('public')('{ assistanceOverlaps(states: ["XZZ"]) { theme { key } } }')).errors?.[0]?.extensions.code).toBe('INVALID');
});

test('the project’s own register is read whole: 45 activities, and the amounts that are known by currency', async () => {
  const seeded = await openSeededDatabase();
  try {
    const { data, errors } = await clientsOf(seeded)(
      'public',
    )(`{ assistanceActivities(first: 100) { totalCount funding { known unknown currencies { currency activities amount } } edges { node { key providers funders themes { key } recipients { state { key } } } } }
      assistanceOverlaps { state { key } theme { key } activities { key } } sessions { key } }`);
    expect(errors).toBeUndefined();
    const { totalCount, funding } = data.assistanceActivities;
    const { rows } = await sql<{ currency: string; activities: number; amount: string }>`
      select currency, count(*)::int as activities, sum(budget) as amount from assistance_activity where budget is not null group by currency order by currency`.execute(
      seeded.db,
    );
    expect(totalCount).toBe(45);
    expect(funding.currencies).toEqual(rows.map((row) => ({ ...row, amount: Number(row.amount) })));
    expect(funding.known + funding.unknown).toBe(45);
    const changedSeeds = await sql`select key from seeded where kind = 'activity' and is_changed`.execute(seeded.db);
    expect(changedSeeds.rows).toEqual([]);
  } finally {
    await seeded.close();
  }
});
