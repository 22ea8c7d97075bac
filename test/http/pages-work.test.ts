// Pages of assistance, sessions and the calendar: they say what GraphQL answers, to everyone in their language, and what is a state's own to nobody else.
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../src/core/viewer.ts';
import { publicViewer } from '../../src/core/viewer.ts';
import { createApp } from '../../src/http/app.ts';
import { isReady } from '../../src/http/ready.ts';
import { version } from '../../src/http/version.ts';
import { dayText } from '../../src/i18n/dates.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { message } from '../../src/i18n/messages.ts';
import { formFields } from '../../src/pages/actions.ts';
import { assistanceScreens } from '../../src/pages/assistance-screen.ts';
import { needScreen } from '../../src/pages/need-screen.ts';
import { Address, type Screen } from '../../src/pages/screen.ts';
import { sessionScreens } from '../../src/pages/session-screens.ts';
import { schema } from '../../src/schema.ts';
import { clientOf, type Data } from '../ask.ts';
import { insertNeedRow } from '../assistance/rows.ts';
import { allViewers, changed, clientsOf, needOf, openWorld, today } from '../assistance/world.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';

let seeded: TestDatabase;
/** Two worlds: in the second a state keeps something to itself. */
let plain: TestDatabase;
let hidden: TestDatabase;
let key: string;
const hostile = '<img src=x onerror=alert(1)>"\'';
beforeAll(async () => {
  seeded = await openSeededDatabase();
  [plain, hidden] = [await openWorld(), await openWorld()];
  await insertNeedRow(hidden.db, { key: 'xaa-need-0', state: 'XAA', consent: 'PRIVATE', match: { activity: 'TA2', status: 'ACCEPTED' } });
  await insertNeedRow(hidden.db, { key: 'xaa-need-2', state: 'XAA', element: 'legal-framework', stage: 'EXPRESSED' });
  for (const database of [plain, hidden]) {
    for (const state of ['XAA', 'XAB', 'XAC']) await insertNeedRow(database.db, { key: `${state.toLowerCase()}-need-9`, state });
    const secretariat = clientsOf(database)('secretariat');
    await changed(secretariat, 'recordSession', { key: 'wg-1', title: hostile, startsOn: today, endsOn: today }, 'session { key }');
    const recommendation = { session: 'wg-1', what: 'Train.', addressee: 'all', needs: ['xac-need-9'] };
    await changed(secretariat, 'recordRecommendation', recommendation, 'recommendation { key }');
    await changed(secretariat, 'freezeSession', { session: 'wg-1' }, 'session { key }');
  }
});
afterAll(async () => {
  for (const database of [seeded, plain, hidden]) await database?.close();
});

async function get(database: TestDatabase, path: string, viewer: Viewer = publicViewer): Promise<{ status: number; text: string }> {
  const now = () => new Date(`${today}T12:00:00Z`);
  const app = createApp({ schema, connect: (_c, use) => use(database.db), isReady, version, now, authenticate: async () => ({ viewer }) });
  const response = await app.request(path);
  return { status: response.status, text: await response.text() };
}

const as = (who: string): Viewer => allViewers[who] ?? publicViewer;
const rows = (csv: string) => csv.trim().split('\r\n').length - 1;

describe.each(['en', 'fr', 'es', 'ru', 'zh', 'ar'])('in %s', (language) => {
  const own = (name: 'assistance.title' | 'sessions.title' | 'calendar.title') => message(language.toUpperCase() as Language, name);
  test.each([
    ['assistance', 'assistance.title'],
    ['r/caricom/assistance', 'assistance.title'],
    ['sessions', 'sessions.title'],
    ['calendar', 'calendar.title'],
    ['r/caricom/calendar', 'calendar.title'],
  ] as const)('%s is readable without a script, in its language and direction, under one heading', async (path, name) => {
    const { status, text } = await get(seeded, `/${language}/${path}`);
    expect(status).toBe(200);
    expect(text).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(text.match(/<h1[^>]*>[^<]*/g)).toEqual([`<h1>${own(name)}`]);
    expect(text).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  });
});

test('the register on the page is that of the query, page after page: every activity, its money known and unknown apart', async () => {
  const { data } = await clientOf(seeded)(
    '{ assistanceActivities(first: 100) { totalCount funding { known unknown currencies { currency amount activities } } edges { node { key } } } }',
  );
  const { totalCount, funding, edges } = data.assistanceActivities;
  const found: string[] = [];
  let path: string | undefined = '/en/assistance';
  while (path) {
    const { text } = await get(seeded, path);
    expect(text).toContain(message('EN', 'activities.count', { count: totalCount }));
    expect(text).toContain(message('EN', 'funding.known', { known: funding.known }));
    expect(text).toContain(message('EN', 'funding.unknown', { unknown: funding.unknown }));
    for (const { currency, amount } of funding.currencies) expect(text).toContain(message('EN', 'word.amount', { amount, currency }));
    const list = text.slice(text.indexOf('id="activities"'), text.indexOf('id="overlaps"'));
    found.push(...[...list.matchAll(/<h3><a href="\/en\/assistance\/activities\/([^"]+)"/g)].map((match) => match[1] ?? ''));
    path = /href="([^"]+)#activities" rel="next"/.exec(list)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(found).toEqual(edges.map((edge: Data) => edge.node.key));
});

test('an activity is shown with all its recipients and the period as recorded; files hold the whole register', async () => {
  const { text } = await get(seeded, '/en/assistance/activities/TA002');
  for (const code of ['ARG', 'JAM', 'TTO']) expect(text).toContain(`href="/en/states/${code}"`);
  expect(text).toContain('11 November 2023 – December 2027');
  expect(rows((await get(seeded, '/export/activities.csv?lang=en')).text)).toBe(45);
});

test('the calendar has a line for every item of the query, and its file too', async () => {
  const { data } = await clientOf(seeded)('{ monitoringCalendar(organization: "caricom") { items { kind dueOn } } }');
  const { text } = await get(seeded, '/en/r/caricom/calendar');
  expect(text.match(/<th scope="row">/g)?.length).toBe(data.monitoringCalendar.items.length);
  for (const { dueOn } of data.monitoringCalendar.items) if (dueOn) expect(text).toContain(`<bdi>${dayText('EN', dueOn)}</bdi>`);
  expect(rows((await get(seeded, '/export/calendar.csv?organization=caricom&lang=en')).text)).toBe(data.monitoringCalendar.items.length);
});

test.each([
  ['assistance', 3],
  ['overlaps', 1],
  ['sessions', 1],
  ['activities', 3],
])('every line of the file of %s has all columns', async (view, count) => {
  const { text } = await get(plain, `/export/${view}.csv?lang=en`);
  const [header = [], ...lines] = parse(text.replace('\ufeff', '')) as string[][];
  expect(lines.length).toBe(count);
  expect(new Set(lines.map((line) => line.length))).toEqual(new Set([header.length]));
});

test('where nothing is recorded, the page says that nothing is recorded and not that nothing is needed', async () => {
  expect((await get(seeded, '/en/assistance')).text).toContain(message('EN', 'needs.empty'));
  expect((await get(seeded, '/en/sessions')).text).toContain(message('EN', 'sessions.empty'));
  expect((await get(seeded, '/en/calendar')).text).toContain(message('EN', 'calendar.choose'));
});

test.each([
  ['/en/assistance/needs/jam-need-none', 404],
  ['/en/assistance/activities/%3Cb%3E', 404],
  ['/en/sessions/none', 404],
  ['/en/r/nowhere/assistance', 404],
  ['/en/assistance?stage=DONE', 400],
  ['/en/assistance?origin=DERIVED', 400],
  ['/en/assistance?asOf=2026-02-31', 400],
  ['/en/r/nowhere/calendar', 404],
])('%s is a page that says why: %i', async (path, status) => {
  const answer = await get(seeded, path);
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(message('EN', 'page.wrong'));
  expect(answer.text).not.toContain('<b>');
});

test('needs stand with totals from three states on, each opens to its thread, and texts of people stay text', async () => {
  const { text } = await get(plain, '/en/assistance');
  expect(text).toContain(message('EN', 'needs.count', { count: 3 }));
  for (const state of ['xaa', 'xab', 'xac']) expect(text).toContain(`href="/en/assistance/needs/${state}-need-9"`);
  expect(text).toContain('<td>3</td><td>3</td><td>3</td><td>0</td><td>0</td>');
  const few = (await get(plain, '/en/assistance?states=XAA,XAB')).text;
  expect(few).toContain(message('EN', 'totals.few'));
  const thread = (await get(plain, '/en/assistance/needs/xac-need-9')).text;
  expect(thread).toContain('Reason of xac-need-9');
  expect(thread).toContain(message('EN', 'needStage.CONFIRMED'));
  const session = (await get(plain, '/en/sessions/wg-1')).text;
  expect(session).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(session).not.toContain('<img');
  expect(session).toContain(message('EN', 'session.same'));
  expect(session).toContain('href="/en/assistance/needs/xac-need-9"');
});

describe('what a state keeps to itself', () => {
  const paths = [
    '/en/assistance',
    '/en/assistance?states=XAA',
    '/en/assistance?element=legal-framework',
    '/en/assistance?stage=EXPRESSED',
    '/en/r/xreg/assistance',
    '/en/assistance?since=2026-01-01',
    '/en/assistance?asOf=2026-01-01&since=2025-01-01',
    '/en/r/xreg/brief?since=2026-01-01',
    '/en/assistance/needs/xac-need-9?since=2026-01-01&activity=TA2',
    '/en/assistance/needs/xaa-need-0?since=2026-01-01',
    '/en/assistance/needs/xaa-need-0',
    '/en/assistance/needs/xaa-need-9',
    '/en/assistance/needs/xaa-prompt-e02',
    '/en/assistance/activities/TA1',
    '/en/assistance/activities/TA2',
    '/en/sessions',
    '/en/sessions/wg-1',
    '/export/assistance.csv?lang=en',
    '/export/assistance.json?origin=DERIVED&lang=en',
    '/export/activities.json?lang=en',
    '/export/overlaps.json?lang=en',
    '/export/sessions.json?lang=en',
  ];

  test.each(['public', 'neighbour', 'neighbour approver', 'stranger', 'other analyst', 'delegate elsewhere', 'secretariat', 'admin'])(
    'is in no page, file or count of %s: all are alike with and without it',
    async (who) => {
      for (const path of paths) expect(await get(hidden, path, as(who)), path).toEqual(await get(plain, path, as(who)));
    },
  );

  test('the control: its own users see it', async () => {
    for (const path of ['/en/assistance', '/en/r/xreg/assistance', '/en/assistance/needs/xaa-need-0', '/export/assistance.csv?lang=en'])
      expect((await get(hidden, path, as('approver'))).text, path).not.toBe((await get(plain, path, as('approver'))).text);
  });

  test('prompts stand with their state alone; nobody else finds even their heading', async () => {
    const heading = message('EN', 'prompts.title');
    const own = (await get(plain, '/en/assistance', as('editor'))).text;
    expect(own).toContain(heading);
    expect(own).toContain('href="/en/assistance/needs/xaa-prompt-e02"');
    expect((await get(plain, '/en/assistance/needs/xaa-prompt-e02', as('editor'))).status).toBe(200);
    for (const who of ['public', 'neighbour', 'secretariat', 'analyst', 'delegate elsewhere']) {
      const { text } = await get(plain, '/en/assistance', as(who));
      expect(text, who).not.toContain('xaa-prompt');
      if (who !== 'neighbour' && who !== 'delegate elsewhere') expect(text, who).not.toContain(heading);
    }
  });
});

describe('forms', () => {
  /** The body of a screen as it is shown to somebody who is signed in with a form token. */
  async function bodyFor(screen: Screen | undefined, path: string, parts: Record<string, string>, who: string): Promise<string> {
    if (!screen) throw new Error('no such screen');
    const address = new Address(path, parts, new URLSearchParams());
    const shown = { language: 'EN' as const, address, viewer: as(who), today, formToken: 'token' };
    const operation = screen.ask(address, shown);
    const { data } = await clientsOf(plain)(who)(operation?.query ?? '', operation?.variables);
    return String(screen.render(data, shown).body);
  }
  const mutations = (body: string) => [...new Set([...body.matchAll(/action="\/en\/do\/([A-Za-z]+)"/g)].map((match) => match[1]))];
  beforeAll(async () => {
    ({ key } = await needOf(clientsOf(plain), { consent: 'WORKING_GROUP', element: 'capacity-building' }, false));
  });

  test.each([
    ['public', []],
    ['reader', []],
    ['delegate', []],
    ['editor', ['requestAssistance']],
    ['approver', ['requestAssistance', 'setAgreement']],
    ['analyst', ['observeNeed']],
    ['secretariat', ['observeNeed', 'offerActivity']],
  ])('%s is offered on the page of assistance: %j', async (who, expected) => {
    expect(mutations(await bodyFor(assistanceScreens[1], '/assistance', {}, who))).toEqual(expected);
  });

  test.each([
    ['approver', () => key, ['confirmNeed', 'moveNeed']],
    ['editor', () => key, ['moveNeed']],
    ['reader', () => key, []],
    ['editor', () => 'xaa-prompt-e02', ['confirmNeed']],
    ['secretariat', () => 'xac-need-9', ['moveNeed', 'proposeMatch']],
    ['neighbour approver', () => 'xac-need-9', []],
  ])('%s is offered on the thread of a need what the role may do', async (who, need, expected) => {
    expect(mutations(await bodyFor(needScreen, `/assistance/needs/${need()}`, { key: need() }, who))).toEqual(expected);
  });

  test('the Secretariat alone is offered what is recorded of sessions', async () => {
    const [list, one] = sessionScreens;
    expect(mutations(await bodyFor(list, '/sessions', {}, 'secretariat'))).toEqual(['recordSession']);
    expect(mutations(await bodyFor(one, '/sessions/wg-1', { key: 'wg-1' }, 'secretariat'))).toEqual(['recordOutcome', 'recordRecommendation']);
    for (const who of ['approver', 'analyst', 'admin', 'delegate'])
      expect(mutations(await bodyFor(one, '/sessions/wg-1', { key: 'wg-1' }, who))).toEqual([]);
  });

  test('every field of every form is one of the input type of its mutation', async () => {
    const bodies = await Promise.all([
      ...['editor', 'analyst', 'secretariat'].map((who) => bodyFor(assistanceScreens[1], '/assistance', {}, who)),
      ...['approver'].map((who) => bodyFor(needScreen, `/assistance/needs/${key}`, { key }, who)),
      bodyFor(needScreen, '/assistance/needs/xac-need-9', { key: 'xac-need-9' }, 'secretariat'),
      bodyFor(sessionScreens[1], '/sessions/wg-1', { key: 'wg-1' }, 'secretariat'),
    ]);
    const forms = bodies.flatMap((body) => [...body.matchAll(/<form class="action"[^>]*\/do\/([A-Za-z]+)"[\s\S]*?<\/form>/g)]);
    expect(forms.length).toBeGreaterThan(8);
    for (const [text, mutation = ''] of forms) {
      const argument = schema.getMutationType()?.getFields()[mutation]?.args[0];
      const type: Data = schema.getType(String(argument?.type).replaceAll(/[[\]!]/g, ''));
      const names = [...text.matchAll(/ name="([^".]+)/g)]
        .map((match) => match[1] ?? '')
        .filter((name) => !formFields.includes(name) && name !== 'clear');
      expect(
        names.filter((name) => !Object.hasOwn(type.getFields(), name)),
        mutation,
      ).toEqual([]);
      const required = Object.values(type.getFields() as Record<string, Data>).filter((field) => String(field.type).endsWith('!'));
      expect(
        required.map(({ name }) => name).filter((name) => !names.includes(name)),
        mutation,
      ).toEqual([]);
    }
  });
});
