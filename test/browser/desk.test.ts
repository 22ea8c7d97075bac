// The tasks of those who are signed in, each in every way in which people use the pages: contest a cell, see what a plan would change, and
// find the needs that may be known.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readEnv } from '../../src/http/env.ts';
import { type People, peopleOf } from '../../src/http/people.ts';
import { clientsOf, needOf, openWorld, today } from '../assistance/world.ts';
import type { TestDatabase } from '../db.ts';
import { modes, openBrowser, openSite, type Site, Visitor } from './browser.ts';
import { become, follow, formFor, send } from './signed-in.ts';

let [browser, people]: [Browser | null, People | null] = [null, null];
let [database, site, visitor]: [TestDatabase | null, Site | null, Visitor | null] = [null, null, null];
beforeAll(async () => {
  browser = await openBrowser();
  const { env } = readEnv({});
  people = env && peopleOf(env);
});
afterAll(() => browser?.close());

const objective = 'xreg-strategy-2025.o1';
const status = async () =>
  (await clientsOf(database as TestDatabase)('public')(`{ alignmentCell(state: "XAA", objective: "${objective}") { status contests { reason } } }`))
    .data.alignmentCell;

const plan = `schema: strategy/1
id: xaa-plan-2026
title: Plan of 2026
owner:
  state: XAA
level: national
scope: overarching
status: adopted
valid:
  from_year: 2026
  to_year: 2030
structure:
- id: xaa-plan-2026.o1
  kind: objective
  label: Prevent more
  seen_in_source: true
  children:
  - id: xaa-plan-2026.o1.m1
    kind: measure
    label: Teach everywhere
    seen_in_source: true
    tags:
      elements:
      - prevention
`;

describe.each(modes)('$name', (mode) => {
  beforeEach(async () => {
    if (!browser) return;
    database = await openWorld();
    site = await openSite(database, { people, now: () => new Date(`${today}T12:00:00Z`) });
    visitor = await Visitor.open(browser, site, mode);
  });
  afterEach(async () => {
    await visitor?.close();
    await site?.close();
    await database?.close();
  });

  test('This cell is wrong: contest it, and everybody who reads the cell is told', async () => {
    if (!visitor) return;
    await become(visitor, 'EDITOR', 'XAA', '/r/xreg/matrix');
    await visitor.use(visitor.page.locator(`td[data-row="XAA"][data-column="${objective}"] a`));
    await visitor.page.locator('#cell h2').waitFor();
    await send(visitor, 'contestCell', { reason: 'The plan says so on its first page.', reference: 'NV 12/2026' });
    expect(await status()).toEqual({ status: 'CONTESTED', contests: [{ reason: 'The plan says so on its first page.' }] });
    await visitor.visit(`/r/xreg/matrix?cell=XAA.${objective}`);
    expect(await visitor.page.locator(`td[data-row="XAA"][data-column="${objective}"]`).getAttribute('data-status')).toBe('CONTESTED');
    expect(await visitor.page.locator('#cell').innerText()).toContain('NV 12/2026');
    expect(visitor.complaints).toEqual([]);
  });

  test('What would my new plan change? It is told before anything is stored, and nothing is public then', async () => {
    if (!visitor || !database) return;
    await become(visitor, 'EDITOR', 'XAA', '/desk/import');
    const form = visitor.page.locator('form[action$="/desk/import"]').first();
    await form.locator('input[type=file]').setInputFiles({ name: 'plan.yaml', mimeType: 'application/yaml', buffer: Buffer.from(plan) });
    await follow(visitor, form.locator('button'));
    const told = await visitor.page.locator('main').innerText();
    const asked = await clientsOf(database)('editor')(
      'mutation ($input: ImportPackInput!) { importPack(input: $input) { effects { sentence(lang: EN) } } }',
      { input: { dryRun: true, files: [{ name: 'plan.yaml', content: plan }] } },
    );
    const effects = asked.data.importPack.effects.map(({ sentence }: { sentence: string }) => sentence);
    expect(effects.length).toBeGreaterThan(0);
    if (mode.lang === 'en') for (const effect of effects) expect(told).toContain(effect);
    const found = await clientsOf(database)('editor')('{ strategy(key: "xaa-plan-2026") { key } }');
    expect(found.data.strategy).toBe(null);
    expect(await visitor.isWide()).toBe(false);
    expect(visitor.complaints).toEqual([]);
  });

  test('Which unmet needs may I know of? Those that a State keeps to itself are in no list and no count', async () => {
    if (!visitor || !database) return;
    const as = clientsOf(database);
    await needOf(as, { consent: 'PUBLIC' });
    await needOf(as, { state: 'XAB', consent: 'PRIVATE', element: 'prevention' });
    await visitor.visit('/r/xreg/assistance?element=prevention&status=UNMET');
    expect(await visitor.page.locator('#needs a[href*="/assistance/needs/xaa-"]').count()).toBeGreaterThan(0);
    expect(await visitor.page.locator('#needs').innerText()).not.toContain('XAB');
    expect(await formFor(visitor, 'requestAssistance').count()).toBe(0);
    expect(await visitor.isWide()).toBe(false);
    expect(visitor.complaints).toEqual([]);
  });
});
