// The pages of what is recorded: states, the record of one, strategies and their reader, search, method and about.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicViewer, type Viewer } from '../../src/core/viewer.ts';
import { createApp } from '../../src/http/app.ts';
import { isReady } from '../../src/http/ready.ts';
import { version } from '../../src/http/version.ts';
import { message } from '../../src/i18n/messages.ts';
import { Address, type Screen } from '../../src/pages/screen.ts';
import { stateRecordScreen } from '../../src/pages/state-record-screen.ts';
import { statesScreen } from '../../src/pages/states-screen.ts';
import { strategyScreen } from '../../src/pages/strategy-screen.ts';
import { schema } from '../../src/schema.ts';
import { type Ask, clientOf, type Data } from '../ask.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';

let database: TestDatabase;
let ask: Ask;
beforeAll(async () => {
  database = await openSeededDatabase();
  ask = clientOf(database);
});
afterAll(() => database?.close());

const editor: Viewer = { role: 'EDITOR', state: 'JAM', subject: 'editor' };

async function get(path: string, viewer: Viewer = publicViewer): Promise<{ status: number; html: string }> {
  const now = () => new Date('2026-06-01T12:00:00Z');
  const app = createApp({ schema, connect: (_c, use) => use(database.db), isReady, version, now, authenticate: async () => ({ viewer }) });
  const response = await app.request(path);
  return { status: response.status, html: await response.text() };
}

/** What a screen shows to somebody who has a form token, as one who is signed in at the desk has. */
async function shownTo(screen: Screen, path: string, parts: Record<string, string>, search: string, viewer: Viewer): Promise<string> {
  const address = new Address(path, parts, new URLSearchParams(search));
  const operation = screen.ask(address, { viewer, today: '2026-06-01' });
  const { data, errors } = await clientOf(database, '2026-06-01', viewer)(operation?.query ?? '', { ...operation?.variables });
  expect(errors).toBeUndefined();
  return String(screen.render(data, { language: 'EN', address, viewer, today: '2026-06-01', formToken: 'token' }).body);
}

const largest = 'eu-organised-crime-strategy-2021-2025';
const paths = [
  '/states',
  '/states/JAM',
  '/strategies',
  `/strategies/${largest}`,
  '/search',
  '/search?q=trafficking',
  '/search?q=zzzz',
  '/method',
  '/about',
];

describe.each(['en', 'fr', 'es', 'ru', 'zh', 'ar'])('in %s', (language) => {
  test.each(paths)('%s is of that language and direction, one heading first and no style or handler in its text', async (path) => {
    const { status, html } = await get(`/${language}${path}`);
    expect(status).toBe(200);
    expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(html.match(/<h1/g)).toHaveLength(1);
    const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|>undefined<|>null<|\[object/);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });
});

describe('the list of states', () => {
  test('names every state that the query answers, once, and the members alone of an organization', async () => {
    const { data } = await ask('{ memberStates { key } caricom: memberStates(organization: "caricom") { key } }');
    const linked = (html: string) => [...html.matchAll(/<li><a href="\/en\/states\/([A-Z]{3})"/g)].map((match) => match[1]).toSorted();
    const keys = (states: Data[]) => states.map(({ key }) => key).toSorted();
    expect(linked((await get('/en/states')).html)).toEqual(keys(data.memberStates));
    expect(linked((await get('/en/states?organization=caricom')).html)).toEqual(keys(data.caricom));
  });
});

describe('the record of a state', () => {
  test('says of every objective what the query says', async () => {
    const { data } = await ask(
      '{ stateRecord(state: "JAM") { organizations { objectives { objective { key } status low high } } strategies { key } elements { status } threats { status } } }',
    );
    const { html } = await get('/en/states/JAM');
    const objectives = data.stateRecord.organizations.flatMap((it: Data) => it.objectives);
    expect(objectives.length).toBeGreaterThan(10);
    for (const { objective, status, low, high } of objectives) {
      const at = html.indexOf(`href="/en/states/JAM?cell=JAM.${objective.key}#cell"`);
      expect(at).toBeGreaterThan(0);
      const line = html.slice(at, html.indexOf('</tr>', at));
      expect(line).toContain(`data-status="${status}"`);
      expect(line).toContain(`<bdi dir="ltr">${low === high ? low : `${low}–${high}`}</bdi>`);
    }
    for (const { key } of data.stateRecord.strategies) expect(html).toContain(`/en/strategies/${key}"`);
  });

  test('opens a cell to its evidence, and tells what changed between two days', async () => {
    const { data } = await ask('{ stateRecord(state: "JAM") { organizations { objectives { objective { key label } } } } }');
    const { key } = data.stateRecord.organizations[0].objectives[0].objective;
    const { html } = await get(`/en/states/JAM?cell=JAM.${key}&since=2010-01-01`);
    expect(html).toContain('<section id="cell" class="panel"');
    expect(html).toContain('What changed since 1 January 2010');
    expect(html).toMatch(/from “not recorded” to “/);
  });

  test('offers its answers to those alone who may give them', async () => {
    const key = 'caricom-crime-security-strategy-2013.p2.o2';
    const forms = async (viewer: Viewer) =>
      [
        ...(await shownTo(stateRecordScreen, '/states/JAM', { state: 'JAM' }, `cell=JAM.${key}`, viewer)).matchAll(
          /action="\/en\/do\/([A-Za-z]+)"|name="decision" value="([A-Z]+)"/g,
        ),
      ].map((match) => match[1] ?? match[2]);
    const words = ['recordStatement', 'recordStatement', 'recordStatement'];
    expect(await forms({ role: 'READER', state: 'JAM', subject: 'r' })).toEqual([]);
    expect(await forms({ role: 'EDITOR', state: 'TTO', subject: 'e' })).toEqual([]);
    expect(await forms(editor)).toEqual(['proposeLink', 'contestCell', 'markNotApplicable', 'reviewRecord', 'CONTEST', ...words]);
    expect(await forms({ role: 'APPROVER', state: 'JAM', subject: 'a' })).toEqual([
      'reviewLink',
      'reviewLink',
      'proposeLink',
      'contestCell',
      'markNotApplicable',
      'reviewRecord',
      'CONFIRM',
      'reviewRecord',
      'CONTEST',
      ...words,
    ]);
    expect(await forms({ role: 'ANALYST', organization: 'caricom', subject: 'n' })).toEqual([
      'reviewLink',
      'reviewLink',
      'proposeLink',
      'markNotApplicable',
    ]);
    expect(await forms({ role: 'ANALYST', organization: 'oas', subject: 'n' })).toEqual([]);
    expect((await get(`/en/states/JAM?cell=JAM.${key}`)).html).not.toContain('method="post"');
  });

  test('shows a contest and its reason beside the figures, as text', async () => {
    const objective = 'caricom-crime-security-strategy-2013.p2.o2';
    const { data } = await clientOf(
      database,
      '2026-06-01',
      editor,
    )('mutation ($input: ContestCellInput!) { contestCell(input: $input) { userErrors { message } } }', {
      input: { state: 'JAM', objective, reason: '<script>alert(1)</script> read it again', reference: 'N 12' },
    });
    expect(data.contestCell.userErrors).toEqual([]);
    const { html } = await get('/en/states/JAM');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; read it again');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('data-status="CONTESTED"');
    const { data: told } = await ask('{ stateRecord(state: "JAM") { contests { open reference objective { key } } notApplicable { reason } } }');
    expect(told.stateRecord).toEqual({ contests: [{ open: true, reference: 'N 12', objective: { key: objective } }], notApplicable: [] });
  });

  test('shows what the state says to its kinds of strategy, beside what is read', async () => {
    const input = { state: 'JAM', subject: 'SCOPE', key: 'DRUGS', decision: 'CORRECT', proposed: 'IN_FORCE', reason: '<b>There is one.</b>' };
    const { data } = await clientOf(
      database,
      '2026-06-01',
      editor,
    )('mutation ($input: RecordStatementInput!) { recordStatement(input: $input) { userErrors { message } } }', { input });
    expect(data.recordStatement.userErrors).toEqual([]);
    const { html } = await get('/en/states/JAM');
    expect(html).toContain('&lt;b&gt;There is one.&lt;/b&gt;');
    expect(html).toMatch(/Kinds of strategy: <bdi>drugs<\/bdi>\s*<p><strong>correct: in force<\/strong>/);
    expect((await get('/export/state-record.csv?state=JAM')).html).toMatch(/,word,,DRUGS,CORRECT,IN_FORCE,/);
  });

  test('its file has a line for each statement', async () => {
    const { html: csv } = await get('/export/state-record.csv?state=JAM');
    expect(csv).toContain('JAM,Jamaica,,false,objective,caricom,caricom-crime-security-strategy-2013.');
    expect(csv).toMatch(/,contest,,caricom-crime-security-strategy-2013\.p2\.o2,.*OPEN/);
  });
});

describe('strategies', () => {
  test('are found by what the address says, and paged by links to the end', async () => {
    const { data } = await ask('{ strategies(first: 100) { totalCount } }');
    const found: string[] = [];
    let next: string | undefined = '/en/strategies';
    while (next) {
      const { html }: { html: string } = await get(next);
      found.push(...[...html.matchAll(/<li><a href="\/en\/strategies\/([^"#]+)"/g)].map((match) => match[1] as string));
      next = html.match(/<a href="([^"]+)" rel="next"/)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(new Set(found).size).toBe(data.strategies.totalCount);
    const { html } = await get('/en/strategies?organization=&states=JAM&text=&level=NATIONAL');
    expect(html.match(/<li><a href="\/en\/strategies\/jam-/g)?.length).toBe(2);
  });

  test('the reader has every node at its anchor, numbered, and links both ways lead to anchors', async () => {
    const { data } = await ask(`{ strategy(key: "${largest}") { nodes { key implementedBy { relation node { key } } } } }`);
    const { html } = await get(`/en/strategies/${largest}`);
    for (const { key } of data.strategy.nodes) expect(html).toContain(`<li id="${key}">`);
    expect(html).toContain('<span class="number">1.1.1</span>');
    expect(html).toContain('<svg class="graph"');
    const other = data.strategy.nodes
      .flatMap((node: Data) => node.implementedBy)
      .find(({ relation, node }: Data) => relation !== 'NO_RELATION' && node)?.node.key as string;
    const target = html.match(new RegExp(`href="/en/strategies/([^"#]+)#${other}"`))?.[1];
    expect((await get(`/en/strategies/${target}`)).html).toContain(`<li id="${other}">`);
  });

  test('what replaces a strategy and what it replaces stand on both pages', async () => {
    expect((await get('/en/strategies/jam-national-security-policy-2007')).html).toContain('/en/strategies/jam-national-security-policy-2014');
    expect((await get('/en/strategies/jam-national-security-policy-2014')).html).toContain('/en/strategies/jam-national-security-policy-2007');
  });

  test('the text of one is a file too, and its graph a drawing by itself', async () => {
    const { data } = await ask(`{ strategy(key: "${largest}") { nodes { key } } }`);
    const { html: csv } = await get(`/export/strategy.csv?key=${largest}`);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(data.strategy.nodes.length + 1);
    const { html: svg } = await get(`/export/strategy.svg?key=${largest}&lang=en`);
    expect(svg).toMatch(/^<svg class="graph" xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg.match(/<text /g)?.length).toBeGreaterThan(data.strategy.nodes.length);
    for (const format of ['csv', 'xlsx', 'json', 'svg'])
      expect((await get(`/en/strategies/${largest}`)).html).toContain(`/export/strategy.${format}?key=${largest}`);
  });

  test('the graph of Arabic pages is mirrored', async () => {
    expect((await get(`/ar/strategies/${largest}`)).html).toMatch(/<svg class="graph"[^>]* direction="rtl"/);
  });

  test.each([statesScreen, stateRecordScreen, strategyScreen].map((screen) => [screen.path, screen] as const))(
    '%s is asked within what one operation may cost',
    async (_path, screen) => {
      const address = new Address('', { state: 'JAM', key: largest }, new URLSearchParams('since=2020-01-01'));
      const operation = screen.ask(address, { viewer: publicViewer, today: '2026-06-01' });
      const { errors, extensions } = await ask(operation?.query ?? '', { ...operation?.variables });
      expect(errors).toBeUndefined();
      expect(extensions.cost.requested).toBeLessThan(4500);
    },
  );
});

describe('search', () => {
  test('marks what was looked for, groups hits by kind, and goes on from page to page', async () => {
    const { html } = await get('/en/search?q=trafficking');
    expect(html).toMatch(/<mark>trafficking<\/mark>/i);
    expect(html).toContain('<h2 id="STRATEGY">');
    expect(html).toContain('<h2 id="OBJECTIVE">');
    const { data } = await ask('{ search(text: "trafficking", first: 1) { totalCount } }');
    expect(html).toContain(message('EN', 'search.count', { count: data.search.totalCount }));
    const next = html.match(/<a href="([^"]+)" rel="next"/)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await get(next)).status).toBe(200);
  });

  test.each(['"><script>alert(1)</script>', '<img src=x onerror=alert(1)>', "' or 1=1 --", '\u202e<img>zzzz'])('shows %s as text', async (text) => {
    const { status, html } = await get(`/en/search?q=${encodeURIComponent(text)}`);
    expect(status).toBe(200);
    expect(html).not.toMatch(/<script>alert|<img/);
    expect(html).not.toContain('\u202e');
    expect(html).toContain('Try fewer or other words');
  });

  test('says what is wrong with words that are too long, and takes no letter for one that cannot be kept', async () => {
    expect((await get(`/en/search?q=${'a'.repeat(201)}`)).status).toBe(400);
    expect((await get('/en/search?q=%00')).status).toBe(200);
  });
});

describe('method and about', () => {
  test('every constant stands with its value and source', async () => {
    const { data } = await ask('{ method { constants { key source } } }');
    const { html } = await get('/en/method');
    for (const { key, source } of data.method.constants) {
      const line = html.slice(html.indexOf(`<tr id="${key}">`));
      expect(line.slice(0, line.indexOf('</tr>'))).toContain(source.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'));
    }
  });

  test('the words owed to publishers of assessments are told', async () => {
    const { data } = await ask('{ assessments(first: 100) { edges { node { attribution } } } }');
    const owed = data.assessments.edges.flatMap(({ node }: Data) => node.attribution ?? []);
    const { html } = await get('/en/about');
    expect(owed.length).toBeGreaterThan(0);
    for (const words of owed) expect(html).toContain(words);
  });
});

describe('what may not be seen or is not there', () => {
  test.each([
    ['/en/states/ZZZ', 400],
    ['/en/states/JAM?includeUnseen=maybe', 400],
    ['/en/strategies/nope', 404],
    ['/en/strategies/%3Cb%3E', 404],
    ['/en/strategies?level=HIGH', 400],
    ['/en/strategies?inForceOn=2026-02-31', 400],
    ['/en/states?organization=nowhere', 400],
    ['/en/strategies?text=%00', 400],
    ['/en/strategies/%00', 400],
  ])('%s is a page that says so', async (path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.html).toContain('This page cannot be shown');
    expect(answer.html).not.toContain('<b>');
  });

  test('a strategy that is private is 404 to the public and a page to its own users, and no list names it', async () => {
    const key = 'jam-national-security-policy-2007';
    await database.db
      .updateTable('strategy')
      .set({ title: JSON.stringify({ en: 'Kept <b>at home</b>' }), visibility: 'PRIVATE' })
      .where('strategy_key', '=', key)
      .execute();
    expect((await get(`/en/strategies/${key}`)).status).toBe(404);
    for (const path of ['/en/states/JAM', '/en/strategies?states=JAM', '/en/strategies/jam-national-security-policy-2014'])
      expect((await get(path)).html).not.toContain(`/strategies/${key}`);
    const own = await get(`/en/strategies/${key}`, editor);
    expect(own.status).toBe(200);
    expect(own.html).toContain('Kept &lt;b&gt;at home&lt;/b&gt;');
  });
});
