// The matrices as pages: elements, threats, kinds of strategy and alignment, in every language, with the figures of their queries.
import readWorkbook from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicViewer } from '../../src/core/viewer.ts';
import { createApp } from '../../src/http/app.ts';
import { isReady } from '../../src/http/ready.ts';
import { version } from '../../src/http/version.ts';
import { dayText } from '../../src/i18n/dates.ts';
import { message } from '../../src/i18n/messages.ts';
import { schema } from '../../src/schema.ts';
import { clientOf, type Data } from '../ask.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';
import { unzip } from './zip.ts';

let database: TestDatabase;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  database = await openSeededDatabase();
  const now = () => new Date('2026-06-01T12:00:00Z');
  app = createApp({ schema, connect: (_c, use) => use(database.db), isReady, version, now, authenticate: async () => ({ viewer: publicViewer }) });
});
afterAll(() => database?.close());

const page = async (path: string) => (await app.request(path)).text();
const ask = async (query: string): Promise<Data> => (await clientOf(database)(query)).data;

const languages = ['en', 'fr', 'es', 'ru', 'zh', 'ar'];
const screens = ['matrix', 'elements', 'threat-matrix', 'coverage'];
const plain = (html: string) => html.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Rows of the table of a page: the state, and for each cell its status and its words. */
function tableOf(html: string) {
  const body = html.slice(html.indexOf('<table class="matrix'));
  return [...body.slice(0, body.indexOf('</tbody>')).matchAll(/<tr[^>]*><th scope="row"><a href="[^"]*\/states\/([A-Z]{3})">(.*?)<\/tr>/gs)].map(
    ([, state = '', rest = '']) => ({
      state,
      cells: [...rest.matchAll(/<td [^>]*data-status="([A-Z_]+)"><a(?: data-figure="([^"]*)")? aria-label="([^"]*)" href="([^"]*)">/g)].map(
        ([, status, figure, words, href]) => ({ status, href, figure, words: plain(words ?? '') }),
      ),
    }),
  );
}

describe.each(languages)('in %s', (language) => {
  test.each(screens)('%s is a table with headers, in that language and direction, that needs no script', async (screen) => {
    const response = await app.request(`/${language}/r/caricom/${screen}`);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?! src)/);
    const rows = tableOf(html);
    expect(rows.length).toBeGreaterThan(10);
    for (const { cells } of rows) for (const { words } of cells) expect(words).not.toBe('');
    expect(html).toMatch(/<caption/);
    for (const other of languages) expect(html).toContain(`href="/${other}/r/caricom/${screen}"`);
  });

  test.each(screens)('%s is drawn in that language', async (screen) => {
    const response = await app.request(`/export/${screen}.svg?organization=caricom&lang=${language}`);
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    const svg = await response.text();
    expect(svg).toContain(`xml:lang="${language}"`);
    expect(svg.includes('direction="rtl"')).toBe(language === 'ar');
    expect(svg).not.toMatch(/\sstyle=|<script/);
  });
});

describe('the figures are those of the query', () => {
  test('of elements: what all plans carry, and beside it what general plans do', async () => {
    const { elementMatrix: it } = await ask(
      '{ elementMatrix(organization: "caricom") { rows { key } columns { key } statuses depths generalDepths } }',
    );
    const rows = tableOf(await page('/en/r/caricom/elements'));
    expect(rows.map(({ state }) => state)).toEqual(it.rows.map(({ key }: Data) => key));
    expect(rows.map(({ cells }) => cells.map(({ status }) => status))).toEqual(it.statuses);
    const general = rows.map(({ cells }) => cells.map(({ figure }) => figure ?? null));
    const expected = it.generalDepths.map((row: (number | null)[], at: number) =>
      row.map((depth, of) =>
        it.statuses[at][of] === 'NO_RECORD' ? null : depth === null ? '/–' : depth > 0 ? `/${depth}` : expect.stringMatching(/^\/[·0]$/),
      ),
    );
    expect(general).toEqual(expected);
  });

  test('of threats: exposure, beside it what plans say, and words for both', async () => {
    const { threatMatrix: it } = await ask(
      '{ threatMatrix(organization: "caricom") { rows { key } exposures planned named stale statuses attribution } }',
    );
    const html = await page('/en/r/caricom/threat-matrix');
    const rows = tableOf(html);
    expect(rows.map(({ cells }) => cells.map(({ status }) => status))).toEqual(it.statuses);
    rows.forEach(({ cells }, at) => {
      cells.forEach(({ words }, of) => {
        const [exposure, planned] = [it.exposures[at][of], it.planned[at][of]];
        expect(words.includes('exposure')).toBe(exposure !== null || it.statuses[at][of] === 'LOW_EXPOSURE');
        if (exposure !== null) expect(words).toContain(`exposure ${Math.round(exposure * 100) / 100}`);
        if (planned !== null) expect(words).toContain(`plans ${Math.round(planned * 100) / 100}`);
        expect(words.includes('out of date')).toBe(it.stale[at][of]);
        expect(words.includes('named without a figure')).toBe(it.named[at][of]);
      });
    });
    expect(it.attribution.length).toBeGreaterThan(0);
    for (const words of it.attribution) expect(plain(html)).toContain(words);
  });

  test('of kinds of strategy: the status, and whether the State is party to the instrument', async () => {
    const { strategyCoverage: it } = await ask('{ strategyCoverage(organization: "caricom") { statuses party } }');
    const rows = tableOf(await page('/en/r/caricom/coverage'));
    expect(rows.map(({ cells }) => cells.map(({ status }) => status))).toEqual(it.statuses);
    expect(rows.map(({ cells }) => cells.map(({ figure }) => (figure === undefined ? null : figure === '§')))).toEqual(it.party);
  });

  test('of alignment', async () => {
    const { alignmentMatrix: it } = await ask('{ alignmentMatrix(organization: "asean") { statuses } }');
    const rows = tableOf(await page('/en/r/asean/matrix'));
    expect(rows.map(({ cells }) => cells.map(({ status }) => status))).toEqual(it.statuses);
  });
});

describe('a cell that is opened', () => {
  test('of alignment says all that the query explains, with names for keys and words for relations', async () => {
    const { alignmentMatrix: of } = await ask('{ alignmentMatrix(organization: "caricom") { rows { key } columns { key } statuses } }');
    const cells = of.rows.flatMap((row: Data, at: number) =>
      of.columns.flatMap((column: Data, to: number) => (['ALIGNED', 'PARTIAL'].includes(of.statuses[at][to]) ? [[row.key, column.key]] : [])),
    );
    expect(cells.length).toBeGreaterThan(10);
    for (const [state, objective] of cells) {
      const { alignmentCell: it } = await ask(
        `{ alignmentCell(state: "${state}", objective: "${objective}") { explanation evidence { relation node { key label } strategy { key title } } } }`,
      );
      // A key may begin with another: the longest first.
      const names: [string, string][] = it.evidence.flatMap(({ node, strategy }: Data) => [
        [strategy.key, strategy.title],
        ...(node ? [[node.key, node.label]] : []),
      ]);
      let expected: string = it.explanation;
      for (const [key, name] of names.toSorted(([a], [b]) => b.length - a.length)) expected = expected.replaceAll(key, `“${name}”`);
      for (const relation of ['EQUAL', 'SUPERSET', 'SUBSET', 'INTERSECTS', 'NO_RELATION', 'CONTRADICTS'] as const)
        expected = expected.replaceAll(`(${relation})`, `(${message('EN', `relation.${relation}`)})`);
      expect(expected).not.toBe(it.explanation);
      const html = plain(await page(`/en/r/caricom/matrix?cell=${state}.${objective}`));
      expect(html.slice(html.indexOf('<section id="cell"'))).toContain(expected);
    }
  });

  test('of elements says why, with every passage that counts and where it is from', async () => {
    const { elementCell: it } = await ask(
      '{ elementCell(state: "JAM", element: "legal-framework") { explanation status evidence { node { key label } strategy { title } } } }',
    );
    const html = plain(await page('/en/r/caricom/elements?cell=JAM.legal-framework'));
    const panel = html.slice(html.indexOf('<section id="cell"'), html.indexOf('</section>'));
    // The page names what the API calls by its key.
    const named = it.evidence.map(({ node }: Data) => node).find(({ key }: Data) => it.explanation.includes(key));
    expect(panel).toContain(it.explanation.replace(named.key, `“${named.label}”`));
    expect(panel).not.toMatch(/<p>[^<]*[a-z]-[a-z0-9-]+\.p\d/);
    expect(it.evidence.length).toBeGreaterThan(0);
    for (const { node, strategy } of it.evidence) {
      expect(panel).toContain(node.label);
      expect(panel).toContain(strategy.title);
    }
    expect(panel).toMatch(/href="\/en\/strategies\/[^"]+#/);
    expect(html).toMatch(
      /<td data-column="legal-framework" data-row="JAM" aria-current="true" data-status="[A-Z_]+"><a [^>]*href="\?cell=JAM\.legal-framework#cell"/,
    );
  });

  test('of threats says how the finding becomes the exposure, with its assessment', async () => {
    const { threatCell: it } = await ask(
      '{ threatCell(state: "JAM", threat: "drug-trafficking") { explanation findings { assessment { key title dated } } attribution } }',
    );
    const html = plain(await page('/en/r/caricom/threat-matrix?cell=JAM.drug-trafficking'));
    const panel = html.slice(html.indexOf('<section id="cell"'), html.indexOf('</section>'));
    const { assessment } = it.findings.find((finding: Data) => it.explanation.includes(finding.assessment.key));
    expect(panel).toContain(
      it.explanation.replace(assessment.key, `“${assessment.title}”`).replace(assessment.dated, dayText('EN', assessment.dated)),
    );
    expect(it.findings.length).toBeGreaterThan(0);
    for (const { assessment } of it.findings) expect(panel).toContain(assessment.title);
    for (const words of it.attribution) expect(panel).toContain(words);
  });

  test('of kinds of strategy lists the strategies of that kind with their dates', async () => {
    const { memberState } = await ask('{ memberState(key: "JAM") { strategies(first: 50) { edges { node { title scope adopted } } } } }');
    const ofKind = memberState.strategies.edges.map(({ node }: Data) => node).filter(({ scope }: Data) => scope === 'NATIONAL_SECURITY');
    expect(ofKind.length).toBeGreaterThan(0);
    const html = plain(await page('/en/r/caricom/coverage?cell=JAM.NATIONAL_SECURITY'));
    const panel = html.slice(html.indexOf('<section id="cell"'), html.indexOf('</section>'));
    for (const { title } of ofKind) expect(panel).toContain(title);
  });
});

test('only official assessments enter where the address asks for them, and the query of the page says so', async () => {
  const [all, official] = [await page('/en/r/caricom/threat-matrix'), await page('/en/r/caricom/threat-matrix?sources=OFFICIAL')];
  const { threatMatrix: it } = await ask('{ threatMatrix(organization: "caricom", sources: OFFICIAL) { statuses } }');
  expect(tableOf(official).map(({ cells }) => cells.map(({ status }) => status))).toEqual(it.statuses);
  expect(tableOf(official)).not.toEqual(tableOf(all));
  expect(official).toContain('%22sources%22%3A%22OFFICIAL%22');
  expect(official).toContain('/export/threat-matrix.csv?sources=OFFICIAL&amp;organization=caricom');
});

test('what changed between two days is listed with what it was', async () => {
  const [now, before] = [await page('/en/r/caricom/coverage'), await page('/en/r/caricom/coverage?asOf=2012-01-01')];
  const words = (html: string) =>
    new Map(tableOf(html).flatMap(({ cells }) => cells.map((cell) => [cell.href?.split('cell=')[1], cell.words] as const)));
  const earlier = words(before);
  const differing = [...words(now)].filter(([key, text]) => earlier.get(key) !== text);
  expect(differing.length).toBeGreaterThan(0);
  const html = await page('/en/r/caricom/coverage?since=2012-01-01');
  const list = html.slice(html.indexOf('id="changes"'));
  expect(list.slice(0, list.indexOf('</section>')).match(/<li>/g)).toHaveLength(differing.length);
  expect(html.match(/<td [^>]* data-was data-status="[A-Z_]+">/g)).toHaveLength(differing.length);
});

test('the drawing that a page offers has the order, pins and columns of the page', async () => {
  const html = await page('/en/r/caricom/elements?order=similarity&pin=TTO&only=differences');
  const [, href = ''] = /href="(\/export\/elements\.svg[^"]*)"/.exec(html) ?? [];
  const svg = await page(plain(href));
  const words = tableOf(html).flatMap(({ cells }) => cells.map((cell) => cell.words));
  expect([...svg.matchAll(/<g><title>([^<]*)<\/title><rect/g)].map((match) => plain(match[1] ?? ''))).toEqual(words);
  expect(tableOf(html)[0]?.state).toBe('TTO');
  expect(html).not.toContain('/export/elements.csv?order');
});

describe('a workbook of a matrix', () => {
  const workbook = async (path: string) => readWorkbook(new Blob([await (await app.request(path)).arrayBuffer()]));
  const fileOf = (html: string) => plain(/href="(\/export\/[a-z-]+\.xlsx[^"]*)"/.exec(html)?.[1] ?? '');

  test.each(screens)('has the rows, columns and signs of the page of %s in its order, and a line for each cell in words', async (screen) => {
    const html = await page(`/en/r/caricom/${screen}?order=similarity&pin=TTO&only=differences`);
    const [grid, list] = await workbook(fileOf(html));
    const rows = tableOf(html);
    const names = new Map((list?.data ?? []).slice(1).map(([key, name]) => [String(key), String(name)]));
    const from = grid?.data.findIndex(([name]) => name === 'State') ?? -1;
    const tab = grid?.data.slice(from + 1, from + 1 + rows.length) ?? [];
    expect(tab.map(([name]) => String(name).replace(/ [†*]/g, ''))).toEqual(rows.map(({ state }) => names.get(state)));
    const [, headRow = ''] = /<tr class="heads">(.*?)<\/tr>/s.exec(html) ?? [];
    const heads = [...headRow.matchAll(/ title="([^"]*)"/g)].map(([, head = '']) => plain(head));
    expect(grid?.data[from]?.slice(1)).toEqual(heads);
    expect(grid?.data[from - 1]?.slice(1)).toEqual(heads.map((_head, at) => String(at + 1)));
    const signs = [...html.matchAll(/<td [^>]*data-status="[A-Z_]+"><a(?: data-figure="([^"]*)")?[^>]*>([^<]*)</g)].map(([, figure, glyph]) =>
      figure === undefined ? glyph : `${glyph} ${figure}`.trim(),
    );
    expect(tab.flatMap((row) => heads.map((_head, at) => row[at + 1] ?? ''))).toEqual(signs);
    const told = String(grid?.data.flat().join('\n'));
    for (const words of ['As of 1 June 2026', 'No ranking of States is made.', `/en/r/caricom/${screen}?order=similarity&pin=TTO&only=differences`])
      expect(told).toContain(words);
    expect(list?.data[0]).not.toContain('state_name');
    expect(
      list?.data
        .slice(1)
        .flat()
        .filter((cell) => /^[A-Z]+_[A-Z_]+$|^(true|false)$/.test(String(cell))),
    ).toEqual([]);
  });

  test('speaks the language of the page, and runs from right to left in Arabic', async () => {
    const [grid, list] = await workbook('/export/matrix.xlsx?organization=caricom&lang=ar');
    expect([grid?.sheet, list?.sheet]).toEqual(['المواءمة', 'سطر لكل خلية']);
    const bytes = new Uint8Array(await (await app.request('/export/matrix.xlsx?organization=caricom&lang=ar')).arrayBuffer());
    expect(unzip(bytes).get('xl/workbook.xml')).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">\'المواءمة\'!$1:$5</definedName>');
    expect([...unzip(bytes)].filter(([name, text]) => /sheet\d\.xml$/.test(name) && text.includes('rightToLeft="1"'))).toHaveLength(2);
  });
});

test.each(['svg', 'xlsx'])('an order or a day that is none is refused in a file as on the page: %s', async (format) => {
  for (const wrong of ['order=rank', 'since=2026-02-31', 'show=WORST']) {
    const response = await app.request(`/export/matrix.${format}?organization=caricom&${wrong}`);
    expect([wrong, response.status]).toEqual([wrong, 400]);
  }
});

test('the board of years has every dated strategy in its year, and those without dates apart', async () => {
  const { organization } = await ask(
    '{ organization(key: "caricom") { members { key strategies(first: 20) { edges { node { key adopted validFrom } } } } } }',
  );
  const all = organization.members.flatMap(({ strategies }: Data) => strategies.edges.map(({ node }: Data) => node));
  const html = await page('/en/r/caricom/coverage');
  const board = html.slice(html.indexOf('id="board"'));
  const [table, rest] = [board.slice(0, board.indexOf('</table>')), board.slice(board.indexOf('</table>'))];
  for (const { key, adopted, validFrom } of all) {
    const isDated = adopted !== null || validFrom !== null;
    expect([table.includes(`/strategies/${key}"`), rest.includes(`/strategies/${key}"`)]).toEqual([isDated, !isDated]);
  }
});

test.each([
  ['/en/r/nowhere/elements', 404, 'nowhere'],
  ['/en/r/caricom/elements?asOf=2026-02-31', 400, 'asOf'],
  ['/en/r/caricom/threat-matrix?sources=RUMOURS', 400, 'RUMOURS'],
  ['/en/r/caricom/coverage?show=WORST', 400, 'WORST'],
  ['/en/r/caricom/elements?order=rank', 400, 'rank'],
  ['/en/r/caricom/elements?cell=JAM.nothing', 400, 'nothing'],
  ['/en/r/caricom/elements?show=%3Cb%3E', 400, '&lt;b&gt;'],
])('%s says what is wrong', async (path, status, word) => {
  const response = await app.request(path);
  expect([response.status, (await response.text()).includes(word)]).toEqual([status, true]);
});

test('an organization without members on that day is said to have none', async () => {
  const html = await page('/en/r/caricom/elements?asOf=1900-01-01');
  expect(html).toContain('No member of this organization is recorded for this day.');
  expect(html).not.toContain('<table class="matrix');
});

test('a name from the record is written as text, on the page and in the drawing', async () => {
  await database.db
    .updateTable('concept')
    .set({ label: JSON.stringify({ en: '<img src=x onerror=alert(1)>' }) })
    .where('concept_key', '=', 'legal-framework')
    .execute();
  for (const path of ['/en/r/caricom/elements', '/export/elements.svg?organization=caricom&lang=en']) {
    const text = await page(path);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(text).not.toContain('<img');
  }
});
