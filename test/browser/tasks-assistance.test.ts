// The task of who plans assistance, done in every way in which people use the pages, over made-up needs: the reference data has none.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf, type Data } from '../ask.ts';
import { insertNeedRow } from '../assistance/rows.ts';
import { openWorld, today } from '../assistance/world.ts';
import type { TestDatabase } from '../db.ts';
import { modes, openBrowser, openSite, type Site, Visitor } from './browser.ts';

let [browser, database, site]: [Browser | null, TestDatabase | null, Site | null] = [null, null, null];
beforeAll(async () => {
  [browser, database] = await Promise.all([openBrowser(), openWorld()]);
  const { db } = database;
  for (const state of ['XAA', 'XAB', 'XAC']) await insertNeedRow(db, { key: `${state.toLowerCase()}-need-1`, state });
  for (const state of ['XAA', 'XAB']) await insertNeedRow(db, { key: `${state.toLowerCase()}-need-2`, state, threat: 'cocaine' });
  await insertNeedRow(db, { key: 'xac-need-3', state: 'XAC', threat: 'cocaine', consent: 'PRIVATE' });
  await insertNeedRow(db, { key: 'xaa-need-4', state: 'XAA', element: 'legal-framework' });
  site = await openSite(database, { now: () => new Date(`${today}T12:00:00Z`) });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await database?.close();
});

test.each(modes)('$name: which unmet needs could one project serve?', async (mode) => {
  if (!browser || !site || !database) return;
  const visitor = await Visitor.open(browser, site, mode);
  const { page } = visitor;
  await visitor.visit('/r/xreg/overview');
  await visitor.use(page.locator('nav.views a[href$="/r/xreg/assistance"]'));
  const section = page.locator('section[aria-labelledby="joint"]');
  await section.waitFor();
  // In one glance: on a wide screen the first line of the answer is in sight without scrolling.
  if (mode.width > 1000) expect((await section.locator('tbody tr').first().boundingBox())?.y).toBeLessThan(900);

  const totals = 'theme { key } states unmet';
  const ask = clientOf(database, today);
  const { data } = await ask(
    `{ assistanceNeeds(filter: { organization: "xreg", status: UNMET }, first: 100) { elements { ${totals} } threats { ${totals} } edges { node { key } } } }`,
  );
  const asked: Data[] = [...data.assistanceNeeds.elements, ...data.assistanceNeeds.threats].filter(({ states }) => states >= 2);
  expect(asked.map(({ theme, states, unmet }) => [theme.key, states, unmet])).toEqual([
    ['prevention', 3, 3],
    ['cocaine', 2, null],
  ]);
  const shown = await section.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const figure = (cell: number) => /^\d+/.exec(row.children[cell]?.textContent?.trim() ?? '')?.[0] ?? null;
      return {
        theme: row.getAttribute('data-theme'),
        states: figure(1),
        names: row.children[1]?.querySelectorAll('a').length,
        unmet: figure(2),
        activities: [...(row.children[3]?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href')?.split('/').at(-1)),
      };
    }),
  );
  const couldServe = async (theme: string) => {
    const { data: register } = await ask(
      '{ assistanceActivities(first: 100) { edges { node { key couldServe { state { key } element { key } threat { key } } } } } }',
    );
    return register.assistanceActivities.edges.flatMap(({ node }: Data) => {
      const served = node.couldServe.filter((need: Data) => (need.threat ?? need.element)?.key === theme);
      return new Set(served.map((need: Data) => need.state.key)).size > 1 ? [node.key] : [];
    });
  };
  const expected = [];
  for (const { theme, states, unmet } of asked)
    expected.push({
      theme: theme.key,
      states: String(states),
      names: states,
      unmet: unmet === null ? null : String(unmet),
      activities: await couldServe(theme.key),
    });
  expect(shown).toEqual(expected);
  expect(shown[0]?.activities).toEqual(['TA1']);

  // What a State keeps to itself is nowhere; a State named leads to its need, and from there back to whom it could be served with.
  expect(await page.content()).not.toContain('xac-need-3');
  await visitor.use(section.locator('tr[data-theme="prevention"] td a').first());
  await page.waitForURL(/needs\/xaa-need-1/);
  expect(await page.locator('section:has(#candidates) a[href$="/activities/TA1"]').count()).toBe(1);
  expect(visitor.complaints).toEqual([]);
  expect(await visitor.isWide()).toBe(false);
  await visitor.close();
});

test.each(modes)('$name: a question of the brief is found in its contents, and opens', async (mode) => {
  if (!browser || !site) return;
  const visitor = await Visitor.open(browser, site, mode);
  const { page } = visitor;
  await visitor.visit('/r/xreg/brief');
  const figure = page.locator('#para7 .figure > summary').first();
  expect(await figure.isVisible()).toBe(false);
  await visitor.use(page.locator('nav.contents a[href="#para7"]'));
  await figure.waitFor();
  expect(await page.locator('#para7-title').isVisible()).toBe(true);
  expect(visitor.complaints).toEqual([]);
  expect(await visitor.isWide()).toBe(false);
  await visitor.close();
});
