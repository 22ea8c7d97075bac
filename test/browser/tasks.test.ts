// The tasks people come for, each done in every way in which people use the pages.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { clientOf } from '../ask.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';
import { modes, openBrowser, openSite, type Site, Visitor } from './browser.ts';
import { tasks } from './tasks.ts';

const today = '2026-06-01';
let [browser, database, site]: [Browser | null, TestDatabase | null, Site | null] = [null, null, null];
beforeAll(async () => {
  [browser, database] = await Promise.all([openBrowser(), openSeededDatabase()]);
  site = await openSite(database, { now: () => new Date(`${today}T12:00:00Z`) });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await database?.close();
});

describe.each(modes)('$name', (mode) => {
  test.each(tasks)('$question', async (task) => {
    if (!browser || !site || !database) return;
    const visitor = await Visitor.open(browser, site, mode);
    await task.do(visitor, clientOf(database, today));
    if (visitor.complaints.length > 0) throw new Error(visitor.complaints.join('\n'));
    if (await visitor.isWide()) throw new Error('The page scrolls sideways.');
    await visitor.close();
  });
});
