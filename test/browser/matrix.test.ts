// The alignment matrix in a real browser: what is on the screen is what GraphQL answers, and a cell opens to its evidence.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientOf } from '../ask.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';
import { modes, openBrowser, openSite, type Site, Visitor } from './browser.ts';

let [browser, database, site]: [Browser | null, TestDatabase | null, Site | null] = [null, null, null];
beforeAll(async () => {
  [browser, database] = await Promise.all([openBrowser(), openSeededDatabase()]);
  site = await openSite(database);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await database?.close();
});

type Matrix = { rows: { key: string }[]; columns: { key: string }[]; statuses: string[][] };

const question = '{ alignmentMatrix(organization: "caricom") { rows { key } columns { key } statuses } }';

describe.each(modes)('$name', (mode) => {
  test('every cell of the table says what the query says, and one opens to its explanation and back', async ({ skip }) => {
    if (!browser || !site || !database) return skip('no browser here');
    const visitor = await Visitor.open(browser, site, mode);
    const { page } = visitor;
    await visitor.visit('/r/caricom/matrix');
    const ask = clientOf(database);
    const { alignmentMatrix } = (await ask(question)).data as { alignmentMatrix: Matrix };
    const { rows, columns, statuses } = alignmentMatrix;
    const shown = await page
      .locator('table.matrix td[data-status]')
      .evaluateAll((cells) => cells.map((cell) => ['row', 'column', 'status'].map((name) => cell.getAttribute(`data-${name}`))));
    const asked = rows.flatMap(({ key }, row) => columns.map((column, of) => [key, column.key, statuses[row]?.[of]]));
    expect(shown.map((it) => it.join()).toSorted()).toEqual(asked.map((it) => it.join()).toSorted());
    expect(await page.locator('table.matrix').getAttribute('aria-colcount')).toBe(String(columns.length + 1));

    // The strategies stand above their objectives, each as wide as they are.
    if (mode.width > 600) {
      const [strategy, first, last] = await Promise.all(
        ['tr.groups th', 'tr.heads th:nth-child(2)', 'tr.heads th:nth-child(10)'].map((at) =>
          page.locator(`table.matrix ${at}`).first().boundingBox(),
        ),
      );
      if (!strategy || !first || !last) throw new Error('no heads');
      expect(strategy.width).toBeCloseTo(Math.abs(last.x - first.x) + first.width, -1);
      expect(strategy.y).toBeLessThan(first.y);
    }

    const cell = page.locator('td[data-row="JAM"][data-status="PARTIAL"] a').first();
    await visitor.use(cell);
    await page.locator('#cell h2').waitFor();
    const objective = await page.locator('td[aria-current]').getAttribute('data-column');
    const why = `{ alignmentCell(state: "JAM", objective: "${objective}") { explanation(lang: ${mode.lang.toUpperCase()}) evidence { counts } } }`;
    const { alignmentCell } = (await ask(why)).data as { alignmentCell: { explanation: string; evidence: { counts: boolean }[] } };
    const { explanation, evidence } = alignmentCell;
    const told = await page.locator('#cell').innerText();
    expect(told).toContain(explanation.slice(-40));
    expect(told).not.toMatch(/[a-z]-[a-z0-9-]+\.p\d|[A-Z]{4,}_|INTERSECTS|SUBSET/);
    expect(await page.locator('#cell > ul.evidence > li').count()).toBe(evidence.filter(({ counts }) => counts).length);
    expect(page.url()).toContain(`cell=JAM.${objective}`);

    await visitor.use(page.locator('#cell [data-close]'));
    await page.locator('#cell h2').waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('cell=');
    expect(await visitor.isWide()).toBe(false);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });
});
