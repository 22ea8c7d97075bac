// What people come for, as tasks over the reference data: what to do on the pages, and what the screen must then say, by the query itself.
import { expect } from 'vitest';
import type { Ask } from '../ask.ts';
import { unzip } from '../http/zip.ts';
import type { Visitor } from './browser.ts';

/** `do` acts as somebody at the pages, and looks at what they are shown. */
export type Task = { question: string; do: (visitor: Visitor, ask: Ask) => Promise<void> };

type Keyed = { key: string };
type Matrix = { rows: Keyed[]; columns: Keyed[]; statuses: string[][] };
type Summary = { gap: number; read: number };

/** Data of a query; the day of the service is that of the pages. */
async function dataOf<T>(ask: Ask, query: string): Promise<T> {
  return (await ask(query)).data as T;
}

/** What each cell on the screen says: row, column, status. */
const cellsOf = ({ page }: Visitor) =>
  page
    .locator('table.matrix td[data-status]')
    .evaluateAll((cells) => cells.map((it) => ['row', 'column', 'status'].map((name) => it.getAttribute(`data-${name}`)).join()));

const rowsOf = async (visitor: Visitor) => [...new Set((await cellsOf(visitor)).map((cell) => cell.split(',')[0]))];

export const tasks: readonly Task[] = [
  {
    question: 'For which objectives of my region was no matching passage found in most plans?',
    do: async (visitor, ask) => {
      await visitor.visit('/r/asean/overview');
      const { alignmentMatrix: it } = await dataOf<{ alignmentMatrix: Matrix & { columnSummaries: Summary[] } }>(
        ask,
        '{ alignmentMatrix(organization: "asean") { rows { key } columns { key } statuses columnSummaries { gap read } } }',
      );
      const asked = it.columns.filter((_column, index) => {
        const { gap, read } = it.columnSummaries[index] as Summary;
        return read >= 3 && gap * 2 > read;
      });
      const shown = await visitor.page
        .locator('section[aria-labelledby="wanting"] li > a:first-child')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('#')[1]));
      expect(shown.length).toBeGreaterThan(0);
      expect(shown).toEqual(asked.map(({ key }) => key));
    },
  },
  {
    question: 'Which States have similar plans?',
    do: async (visitor) => {
      await visitor.visit('/r/caricom/matrix');
      const before = await rowsOf(visitor);
      await visitor.choose(visitor.page.locator('select[name="order"]'), 'similarity');
      await visitor.use(visitor.page.locator('form.tools button').first());
      await visitor.page.waitForURL(/order=similarity/);
      const after = await rowsOf(visitor);
      expect(after).not.toEqual(before);
      expect(after.toSorted()).toEqual(before.toSorted());
      await visitor.page.reload();
      expect(await rowsOf(visitor)).toEqual(after);
    },
  },
  {
    question: 'Which threats do three States or more share, without a regional objective on them?',
    do: async (visitor, ask) => {
      await visitor.visit('/r/caricom/overview');
      await visitor.use(visitor.page.locator('nav.views a[href$="/threats"]'));
      await visitor.page.locator('tr[id^="threat-"]').first().waitFor();
      const { sharedThreats } = await dataOf<{ sharedThreats: { threat: Keyed; members: Keyed[]; regionalObjectives: Keyed[] }[] }>(
        ask,
        '{ sharedThreats(organization: "caricom") { threat { key } members { key } regionalObjectives { key } } }',
      );
      const lines = await visitor.page.locator('tr[id^="threat-"]').evaluateAll((rows) =>
        rows.map((row) => ({
          key: row.id.replace('threat-', ''),
          members: Number.parseInt((row.children[1]?.textContent ?? '').trim(), 10),
          objectives: row.children[3]?.querySelectorAll('a').length ?? -1,
        })),
      );
      expect(lines).toEqual(
        sharedThreats.map(({ threat, members, regionalObjectives }) => ({
          key: threat.key,
          members: members.length,
          objectives: regionalObjectives.length,
        })),
      );
      expect(lines.filter(({ members, objectives }) => members >= 3 && objectives === 0).length).toBeGreaterThan(0);
    },
  },
  {
    question: 'How do I take exactly this view to a spreadsheet, and cite it?',
    do: async (visitor) => {
      await visitor.visit('/r/caricom/matrix?order=similarity&asOf=2026-05-01');
      const shown = (await cellsOf(visitor)).toSorted();
      const files = await visitor.page.locator('.files a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      const fileOf = (format: string) => visitor.download(files.find((href) => href.includes(`.${format}?`)) ?? '');
      const csv = (await fileOf('csv')).toString('utf8');
      expect(csv.charCodeAt(0)).toBe(0xfeff);
      for (const cell of shown) {
        const [row, column, status] = cell.split(',');
        expect(csv.split('\r\n').some((line) => line.startsWith(`${row},`) && line.includes(`,${column},`) && line.includes(`,${status},`))).toBe(
          true,
        );
      }
      const workbook = unzip(new Uint8Array(await fileOf('xlsx')));
      const [grid = '', list = ''] = [1, 2].map((tab) => [...workbook].find(([name]) => name.endsWith(`sheet${tab}.xml`))?.[1] ?? '');
      for (const tab of [grid, list]) expect(tab.includes('rightToLeft="1"')).toBe(visitor.mode.lang === 'ar');
      expect((list.match(/<row /g) ?? []).length).toBe(shown.length + 1);
      const states = await visitor.page
        .locator('.matrix tbody th')
        .evaluateAll((heads) => heads.map((it) => it.querySelector('bdi')?.textContent ?? ''));
      const words = [...workbook].find(([name]) => name.endsWith('sharedStrings.xml'))?.[1] ?? '';
      const places = states.map((name) => words.indexOf(`>${name}`));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(String(await fileOf('svg'))).toContain('<svg');
      await visitor.use(visitor.page.locator('details.cite summary'));
      expect(await visitor.page.locator('details.cite p').innerText()).toContain(
        `/${visitor.mode.lang}/r/caricom/matrix?order=similarity&asOf=2026-05-01`,
      );
    },
  },
  {
    question: 'What does the region ask that my plan lacks?',
    do: async (visitor, ask) => {
      await visitor.visit('/r/caricom/matrix?row=JAM');
      await visitor.use(visitor.page.locator(`main a[href="/${visitor.mode.lang}/states/JAM"]:visible`).first());
      await visitor.page.locator('table.lines').first().waitFor();
      const { stateRecord } = await dataOf<{ stateRecord: { organizations: { objectives: { objective: Keyed; status: string }[] }[] } }>(
        ask,
        '{ stateRecord(state: "JAM") { organizations { objectives { objective { key } status } } } }',
      );
      const asked = stateRecord.organizations.flatMap(({ objectives }) =>
        objectives.filter(({ status }) => status === 'GAP').map(({ objective }) => objective.key),
      );
      const shown = await visitor.page
        .locator('table.lines tr:has(.sign[data-status="GAP"]) td a[href*="cell=JAM."]')
        .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get('cell')?.replace('JAM.', '')));
      expect(asked.length).toBeGreaterThan(0);
      expect(shown.toSorted()).toEqual(asked.toSorted());
    },
  },
  {
    question: 'How did two neighbours word this element?',
    do: async (visitor, ask) => {
      await visitor.visit('/compare');
      for (const [index, state] of ['JAM', 'HTI'].entries()) await visitor.choose(visitor.page.locator('select[name="states"]').nth(index), state);
      await visitor.use(visitor.page.locator('form.tools button').first());
      const wording = visitor.page.locator('section[aria-labelledby="wording-prevention"]');
      await wording.waitFor();
      for (const state of ['JAM', 'HTI']) {
        const { elementCell } = await dataOf<{ elementCell: { evidence: { node: Keyed | null }[] } }>(
          ask,
          `{ elementCell(state: "${state}", element: "prevention") { evidence { node { key } } } }`,
        );
        const keys = elementCell.evidence.flatMap(({ node }) => node?.key ?? []);
        for (const key of keys) expect(await wording.locator(`a[href$="#${key}"]`).count()).toBe(1);
      }
      expect(await wording.locator('a[href*="/strategies/caricom-"]').count()).toBeGreaterThan(0);
    },
  },
  {
    question: 'How many States have an overarching strategy, or one on a single crime only?',
    do: async (visitor, ask) => {
      await visitor.visit('/r/asean/overview');
      const { strategyCoverage: it } = await dataOf<{ strategyCoverage: { rows: Keyed[]; columns: string[]; statuses: string[][] } }>(
        ask,
        '{ strategyCoverage(organization: "asean") { rows { key } columns statuses } }',
      );
      const counts = it.columns.map((_scope, column) => it.statuses.filter((row) => row[column] === 'IN_FORCE').length);
      const shown = await visitor.page
        .locator('section[aria-labelledby="kinds"] details > summary .count')
        .evaluateAll((figures) => figures.map((figure) => Number.parseInt(/\d+/.exec(figure.textContent ?? '')?.[0] ?? '', 10)));
      expect(shown).toEqual(counts);
      await visitor.use(visitor.page.locator('section[aria-labelledby="kinds"] details > summary').nth(1));
      expect(await visitor.page.locator('section[aria-labelledby="kinds"] details').nth(1).locator('p').first().isVisible()).toBe(true);
    },
  },
  {
    question: 'Who could share good practice on an element?',
    do: async (visitor, ask) => {
      await visitor.visit('/r/asean/elements');
      const { elementMatrix: it } = await dataOf<{ elementMatrix: Matrix }>(
        ask,
        '{ elementMatrix(organization: "asean") { rows { key } columns { key } statuses } }',
      );
      const asked = it.rows.flatMap(({ key }, row) =>
        it.columns.flatMap((column, of) => (it.statuses[row]?.[of] === 'ACCOUNTABLE' ? `${key},${column.key},ACCOUNTABLE` : [])),
      );
      expect((await cellsOf(visitor)).filter((cell) => cell.endsWith(',ACCOUNTABLE')).toSorted()).toEqual(asked.toSorted());
      await visitor.use(visitor.page.locator('td[data-status="ACCOUNTABLE"] a').first());
      await visitor.page.locator('#cell h2').waitFor();
      expect(await visitor.page.locator('#cell a[href*="/strategies/"]').count()).toBeGreaterThan(0);
    },
  },
  {
    question: 'Where is the briefing with its sources, as a document in my language?',
    do: async (visitor) => {
      await visitor.visit('/r/caricom/overview');
      await visitor.use(visitor.page.locator('nav.views a[href$="/brief"]'));
      const link = visitor.page.locator('a[href^="/export/brief.docx"]');
      await link.waitFor();
      const files = unzip(new Uint8Array(await visitor.download((await link.getAttribute('href')) ?? '')));
      const text = files.get('word/document.xml') ?? '';
      expect(text.includes('<w:bidi/>')).toBe(visitor.mode.lang === 'ar');
      expect((text.match(/<w:footnoteReference /g) ?? []).length).toBeGreaterThan(20);
    },
  },
];
