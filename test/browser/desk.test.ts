// The tasks of those who are signed in, each in every way in which people use the pages: contest a cell, see what a plan would change, and
// find the needs that may be known.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readEnv } from '../../src/http/env.ts';
import { type People, peopleOf } from '../../src/http/people.ts';
import { clientsOf, needOf, openWorld, today } from '../assistance/world.ts';
import type { TestDatabase } from '../db.ts';
import { seriousFindings } from './axe.ts';
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

const told = async () => (await visitor?.page.locator('main [role=status]').innerText()) ?? '';

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

  test('Our plan does answer this: choose its passage by name, take the proposal back, say that it does not apply and take that back', async () => {
    if (!visitor) return;
    const cell = `/r/xreg/matrix?cell=XAA.${objective}`;
    await become(visitor, 'EDITOR', 'XAA', cell);
    await visitor.visit(cell);
    await send(visitor, 'proposeLink', { national: 'xaa-plan-2024.o1', relation: 'EQUAL', rationale: 'The same words.' });
    expect(await told()).toContain('Prevent crime × Prevent together');
    await send(visitor, 'withdrawLink', {});
    expect(await formFor(visitor, 'withdrawLink').count()).toBe(0);
    await send(visitor, 'markNotApplicable', { reason: 'We have none.' });
    expect((await status()).status).toBe('NOT_APPLICABLE');
    await send(visitor, 'withdrawNotApplicable', {});
    expect((await status()).status).not.toBe('NOT_APPLICABLE');
    expect(await visitor.isWide()).toBe(false);
    expect(visitor.complaints).toEqual([]);
  });

  test('What became of our plan? Report on a measure, and record a value of an indicator', async () => {
    if (!visitor || !database) return;
    const path = '/strategies/xab-plan-2024/monitoring';
    await become(visitor, 'EDITOR', 'XAB', path);
    await visitor.visit(path);
    await send(visitor, 'reportMeasure', { measure: 'xab-plan-2024.o1.m1', status: 'DONE' });
    await send(visitor, 'recordIndicatorValue', { value: '120', date: '2025' });
    const { data } = await clientsOf(database)('public')(
      '{ strategy(key: "xab-plan-2024") { nodes { reports { status } indicator { values { value } } } } }',
    );
    const nodes: { reports: object[]; indicator: { values: object[] } | null }[] = data.strategy.nodes;
    expect(nodes.flatMap(({ reports }) => reports)).toEqual([{ status: 'DONE' }]);
    expect(nodes.flatMap(({ indicator }) => indicator?.values ?? [])).toEqual([{ value: 120 }]);
    expect(await visitor.isWide()).toBe(false);
    expect(visitor.complaints).toEqual([]);
  });

  test('We need help: ask for it, confirm it from a second account, and decide what is proposed', async () => {
    if (!visitor || !database) return;
    await become(visitor, 'EDITOR', 'XAA', '/r/xreg/assistance');
    await send(visitor, 'requestAssistance', { element: 'prevention', urgency: 'HIGH', consent: 'PUBLIC', reason: 'Nobody does it.' });
    await become(visitor, 'APPROVER', 'XAA', '/desk');
    await visitor.visit('/desk');
    await send(visitor, 'confirmNeed', {});
    const as = clientsOf(database);
    const asked = '{ assistanceNeeds(filter: { states: ["XAA"], origin: REQUESTED }, first: 1) { edges { node { key stage matches { status } } } } }';
    const need = async () => (await as('public')(asked)).data.assistanceNeeds.edges[0].node;
    const { key } = await need();
    await become(visitor, 'SECRETARIAT', '', '/about');
    await visitor.visit(`/assistance/needs/${key}`);
    await send(visitor, 'proposeMatch', { activity: 'TA2' });
    await become(visitor, 'APPROVER', 'XAA', '/desk');
    await visitor.visit('/desk');
    await send(visitor, 'decideMatch', { decision: 'ACCEPTED' });
    expect((await need()).matches).toEqual([{ status: 'ACCEPTED' }]);
    expect(await visitor.isWide()).toBe(false);
    expect(visitor.complaints).toEqual([]);
  });

  test('Whatever is unfolded, no form has a serious finding of axe or is wider than the page', async () => {
    // A narrow page and a mirrored one: it takes long where lists are.
    if (!visitor || (mode.width > 320 && mode.lang === 'en')) return;
    const { page } = visitor;
    for (const [role, path] of [
      ['APPROVER', '/desk'],
      ['APPROVER', `/states/XAA?cell=XAA.${objective}`],
      ['APPROVER', '/r/xreg/assistance'],
      ['APPROVER', '/strategies/xaa-plan-2024/monitoring'],
      ['SECRETARIAT', '/assistance'],
    ] as const) {
      await become(visitor, role, role === 'APPROVER' ? 'XAA' : '');
      await visitor.visit(path);
      await page.evaluate(() => {
        for (const it of document.querySelectorAll('main details')) it.setAttribute('open', '');
      });
      expect([path, await visitor.isWide(), await seriousFindings(page)]).toEqual([path, false, []]);
    }
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
