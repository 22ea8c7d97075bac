// What holds on every screen, in a real browser: no serious finding of axe in English and Arabic, no page wider than a phone, nothing loaded
// from elsewhere, and no text of a record ever run as code.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screens } from '../../src/pages/screens.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';
import { seriousFindings } from './axe.ts';
import { openBrowser, openSite, type Site, Visitor } from './browser.ts';
import { samples } from './samples.ts';

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

test('every screen that is registered is tried here', () => {
  expect(screens.map(({ path }) => path).filter((path) => !(path in samples))).toEqual([]);
});

const paths = Object.values(samples).flat();

describe.each(['en', 'ar'] as const)('in %s', (lang) => {
  test.each(paths)('%s has no serious finding of axe, fits a phone, and loads nothing from elsewhere', async (path) => {
    if (!browser || !site) return;
    const visitor = await Visitor.open(browser, site, { name: '', lang, width: 320, isScripted: true, byKeyboard: false });
    const { page } = visitor;
    await visitor.visit(path);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await visitor.isWide()).toBe(false);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await seriousFindings(page)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });
});
