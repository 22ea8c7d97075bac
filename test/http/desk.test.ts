// The desk: forms of pages do what their mutations do, for those who may; what does not fit is told, and nothing typed is lost.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../src/core/viewer.ts';
import { readEnv } from '../../src/http/env.ts';
import { type People, peopleOf } from '../../src/http/people.ts';
import { clientOf } from '../ask.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';
import { formOn, openBrowser } from './browser.ts';

const origin = 'http://127.0.0.1:8787';
const now = () => new Date('2026-06-01T12:00:00Z');
const editor: SignedIn = { role: 'EDITOR', state: 'JAM', subject: 'development:editor:JAM' };
const approver: SignedIn = { role: 'APPROVER', state: 'JAM', subject: 'development:approver:JAM' };
const plan = 'jam-plan-2030';
let database: TestDatabase;
let people: People | null;

beforeAll(async () => {
  database = await openSeededDatabase();
  const { env } = readEnv({});
  people = env && peopleOf(env);
});
afterAll(() => database?.close());

async function as(role: string, owner = 'JAM') {
  const it = openBrowser({ database, people, origin, now });
  await it.post('/en/try-as', { role, state: owner, organization: owner });
  return it;
}
const ask = (viewer: SignedIn, query: string) => clientOf(database, '2026-06-01', viewer)(query);
const strategyOf = async (fields: string, viewer = editor) => (await ask(viewer, `{ strategy(key: "${plan}") { ${fields} } }`)).data?.strategy;

describe('a strategy', () => {
  test('is written, given a tree, changed, moved in and published by forms alone', async () => {
    const it = await as('EDITOR');
    const empty = formOn(await it.text('/en/desk/strategies/new'), 'createStrategy') ?? {};
    const made = await it.post('/en/do/createStrategy', {
      ...empty,
      key: plan,
      'title.EN': 'Plan 2030',
      'title.FR': 'Plan 2030 en français',
      scope: 'DRUGS',
      validFrom: '2026',
    });
    expect([made.status, made.headers.get('location')]).toEqual([303, `/en/desk/strategies/${plan}?done=RECORDED`]);
    expect(await it.text(`/en/desk/strategies/${plan}?done=RECORDED`)).toContain('It is recorded.');
    expect(await strategyOf('title scope publication visibility version validFrom fr: title(lang: FR) es: title(lang: ES)')).toEqual({
      title: 'Plan 2030',
      scope: 'DRUGS',
      publication: 'UNPUBLISHED',
      visibility: 'PRIVATE',
      version: 1,
      validFrom: '2026',
      fr: 'Plan 2030 en français',
      es: 'Plan 2030',
    });

    const page = () => it.text(`/en/desk/strategies/${plan}`);
    for (const [key, kind, label, parent] of [
      ['p1', 'PILLAR', 'Prevention', ''],
      ['p2', 'PILLAR', 'Pursuit', ''],
      ['o1', 'OBJECTIVE', 'Fewer drugs', `${plan}.p1`],
    ] as const) {
      const form = formOn(await page(), 'addNode') ?? {};
      const added = await it.post('/en/do/addNode', { ...form, key: `${plan}.${key}`, kind, 'label.EN': label, parent });
      expect(added.status).toBe(303);
    }
    const node = `/en/desk/strategies/${plan}?node=${plan}.o1`;
    const change = formOn(await it.text(node), 'updateNode') ?? {};
    expect(change).toMatchObject({ seenInSource: 'true', key: `${plan}.o1`, kind: 'OBJECTIVE', 'label.EN': 'Fewer drugs', 'label.FR': '' });
    expect((await it.post('/en/do/updateNode', { ...change, 'label.EN': 'Far fewer drugs', threats: 'cocaine', deadline: '2028-06' })).status).toBe(
      303,
    );
    const move = formOn(await it.text(node), 'updateNode', 'name="position"') ?? {};
    expect((await it.post('/en/do/updateNode', { ...move, parent: `${plan}.p2` })).status).toBe(303);
    const nodes = (await strategyOf('nodes { key label deadline parent { key } threats { key } }'))?.nodes;
    expect(nodes.find(({ key }: { key: string }) => key === `${plan}.o1`)).toMatchObject({
      label: 'Far fewer drugs',
      deadline: '2028-06',
      parent: { key: `${plan}.p2` },
      threats: [{ key: expect.stringContaining('cocaine') }],
    });
    const remove = formOn(await it.text(`/en/desk/strategies/${plan}?node=${plan}.p1`), 'removeNode') ?? {};
    expect((await it.post('/en/do/removeNode', remove)).status).toBe(303);
    expect((await strategyOf('nodes { key }')).nodes).toHaveLength(2);

    const facts = formOn(await page(), 'updateStrategy') ?? {};
    expect(facts).toMatchObject({ 'title.EN': 'Plan 2030', 'title.FR': 'Plan 2030 en français', 'title.ES': '', validFrom: '2026' });
    expect((await it.post('/en/do/updateStrategy', { ...facts, leadBody: 'Ministry', validFrom: '' })).status).toBe(303);
    expect(await strategyOf('leadBody validFrom fr: title(lang: FR)')).toEqual({
      leadBody: 'Ministry',
      validFrom: null,
      fr: 'Plan 2030 en français',
    });

    const sources = [
      { title: 'Gazette 12', ref: 'https://example.org/12' },
      { title: 'Debate', ref: null },
    ];
    const read = { notes: ['One, two', 'Three'], verified: true, fullyRead: false, structureBasis: 'source_headings' };
    const wordy = formOn(await page(), 'updateStrategy') ?? {};
    const more = {
      'sources.0.title': 'Gazette 12',
      'sources.0.ref': 'https://example.org/12',
      'sources.1.title': 'Debate',
      notes: 'One, two\r\nThree',
      verified: 'true',
      structureBasis: 'source_headings',
      themes: 'cocaine',
      'instrumentReferences.0.instruments': 'untoc\nother treaty, of 1990',
      'instrumentReferences.0.seenInSource': 'true',
    };
    expect((await it.post('/en/do/updateStrategy', { ...wordy, ...more })).status).toBe(303);
    const told =
      'sources { title ref } notes verified fullyRead structureBasis leadBody themes { key } instrumentReferences { instruments seenInSource }';
    const whole = await strategyOf(told);
    expect(whole).toMatchObject({ ...read, sources, leadBody: 'Ministry', themes: [{ key: 'cocaine' }] });
    expect(whole.instrumentReferences).toEqual([{ instruments: ['untoc', 'other treaty, of 1990'], seenInSource: true }]);
    const unchanged = formOn(await page(), 'updateStrategy') ?? {};
    expect(unchanged).toMatchObject({ 'sources.1.title': 'Debate', 'sources.2.title': '', themes: 'cocaine', verified: 'true' });
    expect((await it.post('/en/do/updateStrategy', unchanged)).status).toBe(303);
    expect(await strategyOf(told)).toEqual(whole);
    const emptied = { ...unchanged, 'sources.0.title': '', 'sources.0.ref': '', 'sources.1.title': '', notes: '', themes: '' };
    expect((await it.post('/en/do/updateStrategy', emptied)).status).toBe(303);
    expect(await strategyOf('sources { title } notes themes { key } leadBody')).toEqual({ sources: [], notes: [], themes: [], leadBody: 'Ministry' });

    const others = formOn(await page(), 'updateStrategy', 'name="supersededBy"') ?? {};
    const relation = { 'relations.0.target': 'jam-next', 'relations.0.relation': 'implements', 'relations.0.strength': 'EXPLICIT' };
    expect((await it.post('/en/do/updateStrategy', { ...others, ...relation, supersededBy: 'jam-later' })).status).toBe(303);
    expect(await strategyOf('supersededBy { key } relations { targetKey relation strength } leadBody')).toEqual({
      supersededBy: [{ key: 'jam-later' }],
      relations: [{ targetKey: 'jam-next', relation: 'implements', strength: 'EXPLICIT' }],
      leadBody: 'Ministry',
    });

    expect(await it.text('/en/desk')).toContain(plan);
    expect(formOn(await page(), 'publishStrategy')).toBeNull();
    const second = await as('APPROVER');
    const publish = formOn(await second.text('/en/desk'), 'publishStrategy', plan) ?? {};
    expect((await second.post('/en/do/publishStrategy', { ...publish, visibility: 'PUBLIC' })).status).toBe(303);
    expect(await strategyOf('publication visibility')).toEqual({ publication: 'PUBLISHED', visibility: 'PUBLIC' });
    const withdraw = formOn(await second.text(`/en/desk/strategies/${plan}`), 'withdrawStrategy') ?? {};
    expect((await second.post('/en/do/withdrawStrategy', withdraw)).status).toBe(303);
    expect(await strategyOf('publication status')).toEqual({ publication: 'UNPUBLISHED', status: 'WITHDRAWN' });
  });

  test('that was changed meanwhile is not overwritten: what happened is told, and what was typed is kept', async () => {
    const it = await as('EDITOR');
    const form = formOn(await it.text(`/en/desk/strategies/${plan}`), 'updateStrategy') ?? {};
    expect((await it.post('/en/do/updateStrategy', { ...form, leadBody: 'Another ministry' })).status).toBe(303);
    const stale = await it.post('/en/do/updateStrategy', { ...form, leadBody: 'A third <ministry>' });
    const page = await stale.text();
    expect(stale.status).toBe(409);
    expect(page).toContain('Changed meanwhile');
    expect(page).toContain('value="A third &lt;ministry&gt;"');
    expect(page).toContain(`href="/en/desk/strategies/${plan}"`);
    expect(await strategyOf('leadBody')).toEqual({ leadBody: 'Another ministry' });
  });

  test('of a new version tells what changed since the one before, and is taken back as a draft', async () => {
    const it = await as('EDITOR');
    const old = 'jam-national-security-policy-2014';
    const key = 'jam-national-security-policy-2027';
    const empty = formOn(await it.text(`/en/desk/strategies/new?newVersionOf=${old}`), 'createStrategy') ?? {};
    expect(empty).toMatchObject({ 'newVersionOf.key': old });
    expect((await it.post('/en/do/createStrategy', { ...empty, key })).status).toBe(303);
    expect(await it.text(`/en/strategies/${key}`)).toContain('Its parts are the same.');
    const { nodes } = (await ask(editor, `{ strategy(key: "${key}") { nodes { key label } } }`)).data.strategy;
    const [first, last] = [nodes[0], nodes.at(-1)];
    const change = formOn(await it.text(`/en/desk/strategies/${key}?node=${first.key}`), 'updateNode') ?? {};
    expect((await it.post('/en/do/updateNode', { ...change, 'label.EN': 'Said otherwise', deadline: '2029' })).status).toBe(303);
    const remove = formOn(await it.text(`/en/desk/strategies/${key}?node=${last.key}`), 'removeNode') ?? {};
    expect((await it.post('/en/do/removeNode', remove)).status).toBe(303);
    const page = await it.text(`/en/strategies/${key}`);
    expect(page).not.toContain('Its parts are the same.');
    expect(page).toContain(`/strategies/${old}#${last.key.replace('2027', '2014')}`);
    expect(page).toMatch(new RegExp(`before · What it says: <bdi>${first.label}</bdi>`));
    expect(page).toContain('before · Deadline: not stated');
    expect(page).toMatch(/part changed · <bdi>[^<]+<\/bdi> · version 2<\/summary>/);
    expect(page).toContain(`What it says: <del><bdi lang="">${first.label}</bdi></del> <ins><bdi lang="">Said otherwise</bdi></ins>`);
    expect(page).toContain('Deadline: <bdi lang="">2029</bdi>');

    const draft = formOn(await it.text(`/en/desk/strategies/${key}`), 'removeStrategy') ?? {};
    const gone = await it.post('/en/do/removeStrategy', draft);
    expect([gone.status, gone.headers.get('location')]).toEqual([303, '/en/desk?done=REMOVED']);
    expect((await it.send(`/en/strategies/${key}`)).status).toBe(404);
    expect(await it.text(`/en/desk/strategies/${old}`)).not.toContain('do/removeStrategy');
  });

  test('of others cannot be changed, by the page or without it', async () => {
    const it = await as('EDITOR', 'TTO');
    expect((await it.send(`/en/desk/strategies/${plan}`)).status).toBe(404);
    const known = 'jam-national-security-policy-2014';
    expect(await it.text(`/en/desk/strategies/${known}`)).not.toMatch(/do\/(updateStrategy|addNode|publishStrategy|withdrawStrategy)/);
    const answer = await it.act('withdrawStrategy', { key: known, version: '1' });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Only an approver of the state');
  });
});

test('what does not fit is named with its field, in the language of the page, and can be sent again from there', async () => {
  const it = await as('EDITOR');
  const answer = await it.post('/fr/do/createStrategy', {
    formToken: await it.token(),
    key: 'tto-plan',
    'title.EN': 'A <b>plan</b>',
    scope: 'DRUGS',
    back: '/fr/desk',
  });
  const page = await answer.text();
  expect(answer.status).toBe(400);
  expect(page).toContain('lang="fr"');
  expect(page).toContain('À corriger');
  expect(page).toContain('<a href="#field-key"><bdi>Clé (propriétaire, tiret, nom court)</bdi></a>');
  expect(page).toMatch(/name="key"[^>]*aria-invalid/);
  // Words of a list are chosen from it again; what is none of them is still told as it was sent.
  expect(page).toMatch(/<select name="scope"[^>]*>.*<option value="DRUGS" selected>drogues<\/option>.*<\/select>/);
  const other = await it.post('/fr/do/createStrategy', { formToken: await it.token(), key: 'jam-other', status: 'FINISHED', back: '/fr/desk' });
  expect(await other.text()).toMatch(/<select name="status"[^>]*><option value="FINISHED" selected>FINISHED<\/option><option value="[A-Z]+">/);
  expect(formOn(page, 'createStrategy')).toMatchObject({ key: 'tto-plan', 'title.EN': 'A &lt;b&gt;plan&lt;/b&gt;', back: '/fr/desk' });
});

test('the notice of what was done is for those who are signed in, and none but ours', async () => {
  const it = await as('EDITOR');
  expect(await it.text('/en/desk?done=PUBLISHED')).toContain('It is published.');
  expect(await it.text('/en/desk?done=%3Cb%3Ehello')).not.toMatch(/role="status"|hello/);
  expect(await openBrowser({ database, people, origin }).text('/en?done=PUBLISHED')).not.toContain('It is published.');
});

describe('a cell of the matrix', () => {
  const objective = 'caricom-css-2013.sg9';
  const cell = (state = 'JAM', at = objective) => `/en/r/caricom/matrix?cell=${state}.${at}`;

  async function cellAddress(it: Awaited<ReturnType<typeof as>>): Promise<string> {
    const page = await it.text('/en/r/caricom/matrix');
    const found = [...page.matchAll(/href="([^"]*)(\?cell=JAM[^"#]*)[^"]*"/g)].map(([, , search = '']) => search.replaceAll('&amp;', '&'));
    return found[0] === undefined ? cell() : `/en/r/caricom/matrix${found[0]}`;
  }

  test('is contested by an editor of the state and the contest ended, with both forms on the page', async () => {
    const it = await as('EDITOR');
    const address = await cellAddress(it);
    const form = formOn(await it.text(address), 'contestCell') ?? {};
    expect(form.state).toBe('JAM');
    const answer = await it.post('/en/do/contestCell', { ...form, reason: 'It says more.' });
    expect(answer.status).toBe(303);
    const open = await it.text(address);
    expect(open).toContain('It says more.');
    const end = formOn(open, 'resolveContest') ?? {};
    expect((await it.post('/en/do/resolveContest', { ...end, outcome: 'WITHDRAWN' })).status).toBe(303);
    expect(formOn(await it.text(address), 'resolveContest')).toBeNull();
  });

  test('is offered to nobody who may not', async () => {
    for (const it of [await as('READER'), await as('EDITOR', 'TTO'), await as('SECRETARIAT'), openBrowser({ database, people, origin, now })])
      expect(await it.text(await cellAddress(it))).not.toMatch(/do\/(contestCell|proposeLink|reviewLink|markNotApplicable|resolveContest)/);
  });
});

test('a link that an editor proposes waits at the desk of an approver, and no longer once it is reviewed', async () => {
  const it = await as('EDITOR');
  const [strategy] = (
    await ask(editor, '{ organization(key: "caricom") { strategies(first: 5) { edges { node { key nodes { key kind } } } } } }')
  ).data.organization.strategies.edges.map(({ node }: { node: object }) => node);
  const objective = strategy.nodes.find(({ kind }: { kind: string }) => kind === 'OBJECTIVE').key;
  const proposed = await it.act('proposeLink', { national: `${plan}.o1`, objective, relation: 'EQUAL', rationale: 'The same words.' });
  expect(proposed.status).toBe(303);
  expect(await it.text('/en/desk')).not.toContain('do/reviewLink');
  const second = await as('APPROVER');
  const desk = await second.text('/en/desk');
  const { data } = await ask(approver, '{ linksToReview { id version node { key } objective { key } } }');
  const link = data.linksToReview.find(({ node }: { node: { key: string } | null }) => node?.key === `${plan}.o1`);
  expect(link?.objective.key).toBe(objective);
  const form = formOn(desk, 'reviewLink', link.id) ?? {};
  expect((await second.post('/en/do/reviewLink', { ...form, decision: 'CONFIRM' })).status).toBe(303);
  expect(formOn(await second.text('/en/desk'), 'reviewLink', link.id)).toBeNull();
  const others = (await ask({ ...approver, role: 'READER' }, '{ linksToReview { id } }')).data.linksToReview;
  expect(others).toEqual([]);
});

test('need and match come to the approver’s desk, and are settled there', async () => {
  const element = (await ask(editor, '{ concepts(scheme: ELEMENT) { key } }')).data.concepts[0].key;
  const requested = await (await as('EDITOR')).act('requestAssistance', {
    element,
    reason: 'We ask for advice.',
    urgency: 'HIGH',
    consent: 'WORKING_GROUP',
    state: 'JAM',
  });
  expect(requested.status).toBe(303);
  const it = await as('APPROVER');
  const form = formOn(await it.text('/en/desk'), 'confirmNeed', 'value="WORKING_GROUP" selected') ?? {};
  expect((await it.post('/en/do/confirmNeed', form)).status).toBe(303);
  const { data } = await ask(
    approver,
    '{ assistanceNeeds(filter: { states: ["JAM"], origin: REQUESTED }, first: 5) { edges { node { key stage } } } }',
  );
  expect(data.assistanceNeeds.edges).toMatchObject([{ node: { stage: 'CONFIRMED' } }]);

  const activity = (await ask(editor, '{ assistanceActivities(first: 1) { edges { node { key } } } }')).data.assistanceActivities.edges[0].node.key;
  const need = data.assistanceNeeds.edges[0].node.key;
  expect((await (await as('SECRETARIAT')).act('proposeMatch', { need, activity })).status).toBe(303);
  const decide = formOn(await it.text('/en/desk'), 'decideMatch') ?? {};
  expect((await it.post('/en/do/decideMatch', { ...decide, decision: 'ACCEPTED' })).status).toBe(303);
  expect(formOn(await it.text('/en/desk'), 'decideMatch')).toBeNull();
});

test.each(['en', 'fr', 'es', 'ru', 'zh', 'ar'])(
  'the desk and its pages answer in %s, each with one heading, and ask nobody else’s things',
  async (language) => {
    const it = await as('APPROVER');
    for (const path of ['desk', 'desk/strategies/new', `desk/strategies/${plan}`, 'desk/import']) {
      const response = await it.send(`/${language}/${path}`);
      const page = await response.text();
      expect([path, response.status]).toEqual([path, 200]);
      expect(page).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
      expect(page.match(/<h1/g)).toHaveLength(1);
      expect(page).not.toMatch(/\sstyle=|\son[a-z]+=|undefined|\[object/);
    }
    const nobody = await openBrowser({ database, people, origin, now }).text(`/${language}/desk`);
    expect(nobody).not.toContain('/do/');
  },
);
