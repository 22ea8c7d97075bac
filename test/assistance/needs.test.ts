// Needs: asked for or observed, confirmed by a second person, moved, met, followed up.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ask } from '../ask.ts';
import type { TestDatabase } from '../db.ts';
import { changed, clientsOf, needFields, needOf, openWorld } from './world.ts';

let database: TestDatabase;
let as: (who: string, day?: string) => Ask;
beforeAll(async () => {
  database = await openWorld();
  as = clientsOf(database);
});
afterAll(() => database?.close());

const request = { state: 'XAA', element: 'prevention', urgency: 'HIGH', reason: 'Nobody does it.', consent: 'PUBLIC' };
const keysSeenBy = async (who: string, filter = '') =>
  (await as(who)(`{ assistanceNeeds(first: 100 ${filter && `filter: { ${filter} }`}) { edges { node { key } } } }`)).data.assistanceNeeds.edges.map(
    (edge: { node: { key: string } }) => edge.node.key,
  );

test('a state asks: its users alone see it until a second person confirms, then whom it lets know', async () => {
  const { need } = await changed(as('editor'), 'requestAssistance', request, needFields);
  expect(need).toEqual({
    key: expect.stringMatching(/^xaa-need-[0-9a-f]{12}$/),
    version: 1,
    origin: 'REQUESTED',
    stage: 'EXPRESSED',
    status: 'UNMET',
    consent: 'PUBLIC',
    urgency: 'HIGH',
    reason: 'Nobody does it.',
  });
  for (const who of ['reader', 'editor', 'approver', 'delegate']) expect(await keysSeenBy(who), who).toContain(need.key);
  for (const who of ['public', 'neighbour', 'delegate elsewhere', 'analyst', 'secretariat', 'admin'])
    expect(await keysSeenBy(who), who).not.toContain(need.key);
  const confirmed = await changed(
    as('approver', '2026-06-02'),
    'confirmNeed',
    { need: need.key, version: 1 },
    `${needFields.replace('version', 'version stages { stage on who }')}`,
  );
  expect(confirmed.need).toMatchObject({
    version: 2,
    stage: 'CONFIRMED',
    stages: [
      { stage: 'EXPRESSED', on: '2026-06-01', who: 'State XAA, editor' },
      { stage: 'CONFIRMED', on: '2026-06-02', who: 'State XAA, approver' },
    ],
  });
  for (const who of ['public', 'neighbour', 'analyst', 'secretariat', 'admin']) expect(await keysSeenBy(who), who).not.toEqual([]);
});

test('consent to the working group reaches delegates and the Secretariat, and nobody else', async () => {
  const { key } = await needOf(as);
  for (const who of ['delegate elsewhere', 'secretariat']) expect(await keysSeenBy(who), who).toContain(key);
  for (const who of ['public', 'neighbour', 'neighbour approver', 'analyst', 'admin']) expect(await keysSeenBy(who), who).not.toContain(key);
});

test.each([
  ['public', 'UNAUTHENTICATED'],
  ['reader', 'FORBIDDEN'],
  ['delegate', 'FORBIDDEN'],
  ['neighbour editor', 'FORBIDDEN'],
  ['analyst', 'FORBIDDEN'],
  ['secretariat', 'FORBIDDEN'],
  ['admin', 'FORBIDDEN'],
])('%s cannot ask for the state: %s', async (who, code) => {
  expect((await changed(as(who), 'requestAssistance', request, needFields)).refused).toBe(code);
});

test.each([
  [{ element: null }, 'input.element'],
  [{ element: 'nothing' }, 'input.element'],
  [{ threat: 'nothing' }, 'input.threat'],
  [{ provision: 'nothing' }, 'input.provision'],
  [{ reason: ' ' }, 'input.reason'],
  [{ state: 'XZZ' }, 'input.state'],
  [{ objective: 'xaa-plan-2024.o1' }, 'input.objective'],
])('a request with %o is INVALID and changes nothing', async (wrong, field) => {
  const before = await keysSeenBy('editor');
  const { need, userErrors } = await changed(as('editor'), 'requestAssistance', { ...request, ...wrong }, needFields);
  expect([need, userErrors[0].code, userErrors[0].field]).toEqual([null, 'INVALID', field]);
  expect(await keysSeenBy('editor')).toEqual(before);
});

test('a need may name the cell that shows the gap; an objective that cannot be seen is NOT_FOUND like any other', async () => {
  const { key } = await needOf(as, { objective: 'xreg-strategy-2025.o1', consent: 'PUBLIC' });
  const node = `query ($id: ID!) { node(id: $id) { ... on AssistanceNeed { state { key } element { key } objective { key } } } }`;
  const id = Buffer.from(`AssistanceNeed:${key}`).toString('base64url');
  expect((await as('public')(node, { id })).data.node).toEqual({
    state: { key: 'XAA' },
    element: { key: 'prevention' },
    objective: { key: 'xreg-strategy-2025.o1' },
  });
  const hidden = await changed(as('editor'), 'requestAssistance', { ...request, objective: 'xoth-hidden.o1' }, needFields);
  expect(hidden.userErrors).toEqual([
    { code: 'NOT_FOUND', field: 'input.objective', message: 'input.objective: no objective "xoth-hidden.o1" can be seen.' },
  ]);
});

test('who recorded a need cannot confirm it, in whatever role; the database holds it too', async () => {
  const { key, version } = await needOf(as, {}, false);
  expect((await changed(as('editor as approver'), 'confirmNeed', { need: key, version }, needFields)).refused).toBe('FORBIDDEN');
  await expect(
    sql`update need set confirmed_on = '2026-06-01', confirmed_by = submitted_by, stage = 'CONFIRMED' where need_key = ${key}`.execute(database.db),
  ).rejects.toThrow(/need_second_person_check/);
  for (const [who, code] of [
    ['public', 'UNAUTHENTICATED'],
    ['editor', 'FORBIDDEN'],
    ['delegate', 'FORBIDDEN'],
  ] as const)
    expect((await changed(as(who), 'confirmNeed', { need: key, version }, needFields)).refused, who).toBe(code);
  for (const who of ['neighbour approver', 'secretariat', 'admin']) {
    const { userErrors } = await changed(as(who), 'confirmNeed', { need: key, version }, needFields);
    expect(userErrors[0], who).toEqual({ code: 'NOT_FOUND', field: 'input.need', message: `input.need: no need "${key}" can be seen.` });
  }
});

test('a request is confirmed as it was made, or for fewer readers', async () => {
  const { key, version } = await needOf(as, { consent: 'WORKING_GROUP' }, false);
  const confirm = (input: object) => changed(as('approver'), 'confirmNeed', { need: key, version, ...input }, needFields);
  expect((await confirm({ consent: 'PUBLIC' })).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'input.consent' });
  expect((await confirm({ reason: 'Other words.' })).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'input.reason' });
  expect((await confirm({ version: 9 })).userErrors[0]).toMatchObject({ code: 'CONFLICT', field: 'input.version' });
  expect((await confirm({ consent: 'PRIVATE' })).need).toMatchObject({ stage: 'CONFIRMED', consent: 'PRIVATE' });
  expect(await keysSeenBy('secretariat')).not.toContain(key);
  expect((await confirm({ version: version + 1 })).userErrors[0]).toMatchObject({ code: 'CONFLICT', field: 'input.need' });
});

test('prompts are the state’s alone, and its official makes a request of one, which a second person confirms', async () => {
  const prompts =
    '{ assistanceNeeds(filter: { origin: DERIVED }) { totalCount edges { node { id key origin stage status consent element { key } } } } }';
  const own = (await as('reader')(prompts)).data.assistanceNeeds;
  expect(own.edges.map(({ node }: { node: { key: string } }) => node.key)).toEqual(['xaa-prompt-e02', 'xaa-prompt-e03']);
  expect(own.edges[0].node).toMatchObject({
    origin: 'DERIVED',
    stage: null,
    status: 'UNMET',
    consent: 'PRIVATE',
    element: { key: 'legal-framework' },
  });
  for (const who of ['public', 'neighbour', 'delegate elsewhere', 'analyst', 'secretariat', 'admin']) {
    const found = (await as(who)(prompts)).data.assistanceNeeds.edges.map(({ node }: { node: { key: string } }) => node.key);
    expect(
      found.filter((key: string) => key.startsWith('xaa')),
      who,
    ).toEqual([]);
    const { data, errors } = await as(who)(`query ($id: ID!) { node(id: $id) { id } }`, { id: own.edges[0].node.id });
    expect([data.node, errors?.[0]?.extensions.code], who).toEqual([null, 'NOT_FOUND']);
  }
  // Only where it is asked for: nobody counts it among needs.
  expect(await keysSeenBy('reader')).not.toContain('xaa-prompt-e02');

  const confirm = { need: 'xaa-prompt-e02', version: 1 };
  expect((await changed(as('approver'), 'confirmNeed', confirm, needFields)).userErrors[0]).toMatchObject({
    code: 'INVALID',
    field: 'input.urgency',
  });
  expect((await changed(as('reader'), 'confirmNeed', { ...confirm, urgency: 'LOW', reason: 'x' }, needFields)).refused).toBe('FORBIDDEN');
  expect((await changed(as('secretariat'), 'confirmNeed', confirm, needFields)).userErrors[0].code).toBe('NOT_FOUND');
  const { need } = await changed(
    as('approver'),
    'confirmNeed',
    { ...confirm, urgency: 'LOW', reason: 'Our law is old.', consent: 'PUBLIC' },
    needFields,
  );
  expect(need).toMatchObject({ origin: 'REQUESTED', stage: 'EXPRESSED', reason: 'Our law is old.' });
  // Who made the request cannot confirm it.
  expect((await changed(as('approver'), 'confirmNeed', { need: need.key, version: 1 }, needFields)).refused).toBe('FORBIDDEN');
  expect((await changed(as('second approver'), 'confirmNeed', { need: need.key, version: 1 }, needFields)).need.stage).toBe('CONFIRMED');
  expect(await keysSeenBy('public')).toContain(need.key);
  expect(await keysSeenBy('reader', 'origin: DERIVED')).toEqual(['xaa-prompt-e03']);

  const requested = await changed(as('editor'), 'requestAssistance', { ...request, element: null, prompt: 'xaa-prompt-e03' }, needFields);
  expect(requested.need).toMatchObject({ origin: 'REQUESTED', stage: 'EXPRESSED' });
  const unknown = await changed(as('editor'), 'requestAssistance', { ...request, prompt: 'xaa-prompt-e09' }, needFields);
  expect(unknown.userErrors[0]).toMatchObject({ code: 'NOT_FOUND', field: 'input.prompt' });
});

test('what a review observed is the state’s and the observer’s until the state says its own of it', async () => {
  const observed = { state: 'XAA', element: 'capacity-building', reason: 'Few were trained.' };
  const { need } = await changed(as('analyst'), 'observeNeed', observed, `${needFields} `);
  expect(need).toMatchObject({ origin: 'OBSERVED', stage: 'EXPRESSED', urgency: null, consent: 'PRIVATE' });
  for (const who of ['analyst', 'reader', 'approver']) expect(await keysSeenBy(who), who).toContain(need.key);
  for (const who of ['public', 'neighbour', 'other analyst', 'secretariat', 'admin', 'delegate elsewhere'])
    expect(await keysSeenBy(who), who).not.toContain(need.key);
  const confirm = (input: object) => changed(as('approver'), 'confirmNeed', { need: need.key, version: 1, ...input }, needFields);
  expect((await confirm({})).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'input.urgency' });
  expect((await confirm({ urgency: 'LOW', reason: 'We lost them.', consent: 'PUBLIC' })).need).toMatchObject({
    stage: 'CONFIRMED',
    reason: 'We lost them.',
  });
  expect(await keysSeenBy('public')).toContain(need.key);

  const bySecretariat = await changed(as('secretariat'), 'observeNeed', observed, needFields);
  expect(await keysSeenBy('secretariat')).toContain(bySecretariat.need.key);
  expect(await keysSeenBy('analyst')).not.toContain(bySecretariat.need.key);
  const { key, version } = bySecretariat.need;
  expect((await changed(as('secretariat as approver'), 'confirmNeed', { need: key, version, urgency: 'LOW' }, needFields)).refused).toBe('FORBIDDEN');
  // Confirmed for the state alone, it is out of the observer's sight.
  expect((await changed(as('approver'), 'confirmNeed', { need: key, version, urgency: 'LOW' }, needFields)).need.consent).toBe('PRIVATE');
  expect(await keysSeenBy('secretariat')).not.toContain(key);
});

test.each(['editor', 'approver', 'neighbour editor', 'other analyst', 'admin'])('%s observes nothing of XAA', async (who) => {
  expect((await changed(as(who), 'observeNeed', { state: 'XAA', element: 'prevention', reason: 'x' }, needFields)).refused).toBe('FORBIDDEN');
});

test('a need goes its way: the state scopes, the Secretariat funds and delivers, the state alone says that it is met', async () => {
  let { key, version } = await needOf(as);
  const move = async (who: string, input: object, day?: string) => {
    const answer = await changed(as(who, day), 'moveNeed', { need: key, version, reason: 'Because.', ...input }, needFields);
    if (answer.need) version = answer.need.version;
    return answer;
  };
  expect((await move('editor', { stage: 'FUNDED' })).refused).toBe('FORBIDDEN');
  expect((await move('secretariat', { stage: 'WITHDRAWN' })).refused).toBe('FORBIDDEN');
  expect((await move('secretariat', { met: true })).refused).toBe('FORBIDDEN');
  expect((await move('delegate elsewhere', { stage: 'SCOPED' })).refused).toBe('FORBIDDEN');
  expect((await move('neighbour approver', { stage: 'SCOPED' })).userErrors[0].code).toBe('NOT_FOUND');
  expect((await move('secretariat', { stage: 'FUNDED' })).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'input.stage' });
  expect((await move('editor', {})).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'input.stage' });
  expect((await move('editor', { stage: 'SCOPED', reason: '' })).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'input.reason' });
  expect((await move('editor', { stage: 'SCOPED', on: '2026-06-02' })).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'input.on' });
  expect((await move('editor', { stage: 'SCOPED', on: '2026-05-31' })).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'input.on' });
  expect((await move('editor', { stage: 'SCOPED', dueOn: '2026-07-01' })).need).toMatchObject({ stage: 'SCOPED', version: 3 });
  const stale = await changed(as('secretariat'), 'moveNeed', { need: key, version: 2, reason: 'x', stage: 'FUNDED' }, needFields);
  expect(stale.userErrors[0]).toMatchObject({ code: 'CONFLICT', field: 'input.version' });
  expect(stale.userErrors[0].message).toContain('version: it is at 3, not 2. Since then: moveNeed');
  const overdue = `query ($id: ID!) { node(id: $id) { ... on AssistanceNeed { dueOn overdue } } }`;
  const id = Buffer.from(`AssistanceNeed:${key}`).toString('base64url');
  expect((await as('secretariat', '2026-07-02')(overdue, { id })).data.node).toEqual({ dueOn: '2026-07-01', overdue: true });
  for (const stage of ['FUNDED', 'IN_DELIVERY', 'COMPLETED']) expect((await move('secretariat', { stage }, '2026-07-10')).need.stage).toBe(stage);
  expect((await move('editor', { met: true }, '2026-07-11')).need).toMatchObject({ stage: 'COMPLETED', status: 'MET' });

  // One year on.
  const followUp = (who: string, day: string, input: object = {}) =>
    changed(
      as(who, day),
      'recordFollowUp',
      { need: key, version, result: 'Twelve schools teach it still.', ...input },
      `${needFields.replace('version', 'version followUpDueOn stages { stage reason }')}`,
    );
  expect((await followUp('secretariat', '2027-07-09')).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'input.on' });
  expect((await as('secretariat', '2027-07-11')(overdue, { id })).data.node).toEqual({ dueOn: '2027-07-10', overdue: true });
  expect((await followUp('public', '2027-07-10')).refused).toBe('UNAUTHENTICATED');
  expect((await followUp('delegate', '2027-07-10')).refused).toBe('FORBIDDEN');
  expect((await followUp('neighbour approver', '2027-07-10')).userErrors[0].code).toBe('NOT_FOUND');
  expect((await followUp('secretariat', '2027-07-10', { met: false })).refused).toBe('FORBIDDEN');
  expect((await followUp('secretariat', '2027-07-10', { result: ' ' })).userErrors[0].field).toBe('input.result');
  expect((await followUp('secretariat', '2027-07-10', { version: 1 })).userErrors[0].code).toBe('CONFLICT');
  const done = await followUp('secretariat', '2027-07-10');
  expect(done.need).toMatchObject({ stage: 'FOLLOWED_UP', status: 'MET', followUpDueOn: '2027-07-10' });
  expect(done.need.stages.at(-1)).toEqual({ stage: 'FOLLOWED_UP', reason: 'Twelve schools teach it still.' });
  // What stood a year before can be asked for.
  const then = await as(
    'secretariat',
    '2027-07-10',
  )(`{ assistanceNeeds(asOf: "2026-06-15", first: 100, filter: { stage: SCOPED }) { edges { node { key stages { stage } } } } }`);
  expect(then.data.assistanceNeeds.edges.map((edge: { node: { key: string } }) => edge.node.key)).toContain(key);
});

test('a state takes its need back at any time, and it is out of everyone else’s sight', async () => {
  const { key, version } = await needOf(as, { consent: 'PUBLIC' });
  expect(await keysSeenBy('public')).toContain(key);
  expect(
    (await changed(as('editor'), 'moveNeed', { need: key, version, stage: 'WITHDRAWN', reason: 'Done by ourselves.' }, needFields)).need.stage,
  ).toBe('WITHDRAWN');
  for (const who of ['public', 'secretariat', 'delegate elsewhere']) expect(await keysSeenBy(who), who).not.toContain(key);
  expect(await keysSeenBy('reader')).toContain(key);
});

test('a need that nobody else knows of is moved by its state alone', async () => {
  const { key, version } = await needOf(as, { consent: 'PRIVATE' });
  const scoped = await changed(as('editor'), 'moveNeed', { need: key, version, stage: 'SCOPED', reason: 'x' }, needFields);
  expect(
    (await changed(as('editor'), 'moveNeed', { need: key, version: scoped.need.version, stage: 'FUNDED', reason: 'x' }, needFields)).need.stage,
  ).toBe('FUNDED');
  const { userErrors } = await changed(as('secretariat'), 'moveNeed', { need: key, version, stage: 'SCOPED', reason: 'x' }, needFields);
  expect(userErrors[0].code).toBe('NOT_FOUND');
});

test('the history of a need is told as far as the reader could see it then', async () => {
  const { key } = await needOf(as, { consent: 'PUBLIC' });
  const history = `query ($id: ID!) { node(id: $id) { ... on AssistanceNeed { history { action version who changes { field to } } } } }`;
  const id = Buffer.from(`AssistanceNeed:${key}`).toString('base64url');
  const told = async (who: string) => (await as(who)(history, { id })).data.node.history;
  expect((await told('reader')).map((it: { action: string; who: string }) => [it.action, it.who])).toEqual([
    ['requestAssistance', 'State XAA, editor'],
    ['confirmNeed', 'State XAA, approver'],
  ]);
  expect((await told('public')).map((it: { action: string }) => it.action)).toEqual(['confirmNeed']);
});

test('filters narrow by state, organization, theme, origin, stage and status; unknown codes are INVALID', async () => {
  const count = async (filter: string) =>
    (await as('approver')(`{ assistanceNeeds(filter: { ${filter} }) { totalCount } }`)).data.assistanceNeeds.totalCount;
  const all = await count('');
  expect(await count('states: ["XAA"]')).toBe(all - (await count('states: ["XAB"]')));
  expect(await count('organization: "xoth"')).toBe(0);
  expect(await count('organization: "xreg"')).toBe(all);
  expect(await count('element: "prevention"')).toBeGreaterThan(0);
  expect((await count('origin: OBSERVED')) + (await count('origin: REQUESTED'))).toBe(all);
  expect((await count('status: MET')) + (await count('status: UNMET')) + (await count('status: PARTLY_MET'))).toBe(all);
  for (const filter of ['states: ["XZZ"]', 'organization: "nobody"', 'element: "nothing"', 'threat: "nothing"']) {
    const { errors } = await as('public')(`{ assistanceNeeds(filter: { ${filter} }) { totalCount } }`);
    expect(errors?.[0]?.extensions.code, filter).toBe('INVALID');
  }
});
