// Technical assistance as those who work with it would try it: from a prompt to a follow-up a year later, in a real browser. What is private
// is looked for by others after every step.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnv } from '../../src/http/env.ts';
import { type People, peopleOf } from '../../src/http/people.ts';
import { changed, clientsOf, needOf, openWorld } from '../assistance/world.ts';
import type { TestDatabase } from '../db.ts';
import { seriousFindings } from './axe.ts';
import { type Mode, modes, openBrowser, openSite, type Site, Visitor } from './browser.ts';
import { become, follow, formFor, send, unfold } from './signed-in.ts';

const today = () => new Date('2026-06-01T12:00:00Z');
const aYearLater = () => new Date('2027-06-02T12:00:00Z');
const reason = 'Nobody teaches prevention.';
const note = 'It begins near you.';

let [browser, people]: [Browser | null, People | null] = [null, null];
beforeAll(async () => {
  browser = await openBrowser();
  const { env } = readEnv({});
  people = env && peopleOf(env);
});
afterAll(() => browser?.close());

/** Is this told to somebody at a path? */
const isTold = async (watcher: Visitor, path: string, words: string): Promise<boolean> =>
  (await watcher.download(`/en${path}`).then(String, () => '')).includes(words);

const walks: [Mode, 'WORKING_GROUP' | 'PUBLIC'][] = [
  [modes.find(({ name }) => name === 'with a mouse') as Mode, 'WORKING_GROUP'],
  [modes.find(({ name }) => name === 'without scripts') as Mode, 'PUBLIC'],
];

describe.each(walks)('$name', (mode, consent) => {
  let [database, site, later]: [TestDatabase | null, Site | null, Site | null] = [null, null, null];
  beforeAll(async () => {
    if (!browser) return;
    database = await openWorld();
    site = await openSite(database, { people, now: today });
    later = await openSite(database, { people, now: aYearLater });
  });
  afterAll(async () => {
    await site?.close();
    await later?.close();
    await database?.close();
  });

  test('a prompt becomes a request, is matched and recommended, read in the brief to its source, and followed up a year later', async ({ skip }) => {
    if (!browser || !site || !later) return skip('no browser here');
    const on = async (at: Site, role?: string, state?: string) => {
      const visitor = await Visitor.open(browser as Browser, at, mode);
      if (role) await become(visitor, role, state);
      return visitor;
    };
    const isPublic = consent === 'PUBLIC';
    // The public and a reader next door are told what everyone may know, a delegate also what the working group may.
    const watchers = [
      { watcher: await on(site), may: isPublic },
      { watcher: await on(site, 'READER', 'XAB'), may: isPublic },
      { watcher: await on(site, 'DELEGATE', 'XAB'), may: true },
    ];
    const told = async (path: string, words: string) => {
      const all = [];
      for (const { watcher } of watchers) all.push(await isTold(watcher, path, words));
      return all;
    };
    const nobody = [false, false, false];
    const asConsented = watchers.map(({ may }) => may);

    // The state: from a prompt to a request, confirmed by a second account.
    const editor = await on(site, 'EDITOR', 'XAA');
    await editor.visit('/assistance');
    const prompt = 'xaa-prompt-e01';
    await editor.page.locator(`main a[href$="/needs/${prompt}"]`).waitFor();
    await editor.visit('/desk');
    await follow(editor, editor.page.locator(`main a[href$="/needs/${prompt}"]`));
    expect(await told(`/assistance/needs/${prompt}`, 'XAA')).toEqual(nobody);
    for (const path of ['/assistance', '/desk', '/r/xreg/assistance']) expect(await told(path, 'xaa-prompt')).toEqual(nobody);
    await send(editor, 'confirmNeed', { urgency: 'HIGH', reason, consent, dueOn: '2026-09-01' });
    expect(editor.page.url()).toMatch(/\/en\/desk\?done=/);
    expect(await editor.page.locator(`main a[href$="/needs/${prompt}"]`).count()).toBe(0);
    const address = await editor.page.locator('main a[href*="/needs/xaa-need-"]').getAttribute('href');
    const thread = (address ?? '').replace(/^\/en/, '');
    const need = thread.split('/').at(-1) ?? '';
    expect(await told(thread, reason)).toEqual(nobody);
    expect(await told('/assistance', need)).toEqual(nobody);
    await editor.visit(thread);
    expect(await formFor(editor, 'confirmNeed').count()).toBe(0);

    const approver = await on(site, 'APPROVER', 'XAA');
    await approver.visit('/desk');
    await send(approver, 'confirmNeed', {});
    expect(await told(thread, reason)).toEqual(asConsented);
    expect(await told('/r/xreg/assistance', need)).toEqual(asConsented);

    // The Secretariat: a match, and a recommendation of a session.
    const secretariat = await on(site, 'SECRETARIAT');
    await secretariat.visit('/desk');
    await follow(secretariat, secretariat.page.locator(`main a[href$="${thread}"]`));
    await send(secretariat, 'proposeMatch', { activity: 'TA1', note });
    expect(await told(thread, note)).toEqual(nobody);
    await secretariat.visit('/desk');
    expect(await secretariat.page.locator(`main a[href$="${thread}"]`).count()).toBe(0);
    await secretariat.visit('/sessions');
    await send(secretariat, 'recordSession', { key: 'wg-2026', title: 'Session of June', startsOn: '2026-06-01', endsOn: '2026-06-03' });
    await follow(secretariat, secretariat.page.locator('main a[href$="/sessions/wg-2026"]'));
    const recommendation = {
      what: 'Teach prevention in schools',
      addressee: 'Ministry of Education',
      states: 'XAA',
      needs: need,
      dueOn: '2027-03-01',
    };
    await send(secretariat, 'recordRecommendation', recommendation);
    const listed = await secretariat.page.locator('main ol.cards').innerText();
    for (const words of ['Teach prevention in schools', 'Ministry of Education', '1 March 2027']) expect(listed).toContain(words);
    expect(await told('/sessions/wg-2026', 'Teach prevention in schools')).toEqual([true, true, true]);
    expect(await told('/sessions/wg-2026', need)).toEqual(asConsented);

    // The state takes it up; the Secretariat brings it to its end.
    await approver.visit('/desk');
    await send(approver, 'decideMatch', { decision: 'ACCEPTED', reason: 'We have the schools.' });
    expect(await formFor(approver, 'decideMatch').count()).toBe(0);
    expect(await told(thread, 'We have the schools.')).toEqual(asConsented);
    await secretariat.visit(thread);
    for (const stage of ['SCOPED', 'FUNDED', 'IN_DELIVERY']) await send(secretariat, 'moveNeed', { stage, reason: `Now ${stage}` });

    // A delegate reads the brief, and follows a figure to the need, and to the source of what serves it.
    const delegate = await on(site, 'DELEGATE', 'XAB');
    await delegate.visit('/r/xreg/brief');
    await delegate.page.locator('.account').waitFor();
    const figure = delegate.page.locator('[id="para1a.needs.PARTLY_MET"]');
    await unfold(delegate, figure);
    await follow(delegate, figure.locator(`a[href$="${thread}"]`));
    expect(await delegate.page.locator('main').innerText()).toContain(reason);
    await follow(delegate, delegate.page.locator('#matches ~ ul a[href$="/activities/TA1"]'));
    expect(await delegate.page.locator('main a[href="https://example.org/1"]').count()).toBe(1);
    await delegate.visit('/r/xreg/brief');
    const activities = delegate.page.locator('[id="para1c.running"]');
    await unfold(delegate, activities);
    const number = activities.locator('a.source').first();
    const source = (await number.getAttribute('href'))?.slice(1);
    await delegate.use(number);
    expect(await delegate.page.locator(`[id="${source}"] a`).getAttribute('href')).toMatch(/^https:\/\/example\.org\//);
    await secretariat.visit(thread);
    await send(secretariat, 'moveNeed', { stage: 'COMPLETED', reason: 'The course is over.' });
    await secretariat.visit('/desk');
    expect(await secretariat.page.locator(`main a[href$="${thread}"]`).count()).toBe(0);

    // A year later it is due, recorded, and shown.
    const office = await on(later, 'SECRETARIAT');
    await office.visit('/desk');
    await office.page.locator(`main section:has(#follow-ups) a[href$="${thread}"]`).waitFor();
    const editorLater = await on(later, 'EDITOR', 'XAA');
    await editorLater.visit('/desk');
    await follow(editorLater, editorLater.page.locator(`main section:has(#follow-ups) a[href$="${thread}"]`));
    await send(editorLater, 'recordFollowUp', { met: 'true', result: 'Every school has a teacher of it.' });
    const steps = await editorLater.page.locator('ol.steps > li').allInnerTexts();
    for (const words of ['followed up one year on', '2 June 2027', 'met, as the State says', 'Every school has a teacher of it.'])
      expect(steps.at(-1)).toContain(words);
    await editorLater.visit('/desk');
    expect(await editorLater.page.locator('#follow-ups').count()).toBe(0);
    const readers = [await on(later), await on(later, 'READER', 'XAB'), await on(later, 'DELEGATE', 'XAB')];
    expect(await Promise.all(readers.map((it) => isTold(it, thread, 'Every school has a teacher of it.')))).toEqual(asConsented);

    for (const it of [editor, approver, secretariat, delegate, office, editorLater]) expect(it.complaints).toEqual([]);
    for (const it of [editor, approver, secretariat, delegate, office, editorLater, ...readers, ...watchers.map(({ watcher }) => watcher)])
      await it.close();
  });
});

describe('pages that need a need, a session or a draft', () => {
  let [database, site]: [TestDatabase | null, Site | null] = [null, null];
  const addresses: { role: string; state?: string; paths: string[] }[] = [];
  beforeAll(async () => {
    if (!browser) return;
    database = await openWorld();
    site = await openSite(database, { people, now: today });
    const as = clientsOf(database);
    const { key } = await needOf(as, { dueOn: '2026-05-01' });
    await needOf(as, { element: 'legal-framework' }, false);
    await needOf(as, { element: 'capacity-building', consent: 'PUBLIC' });
    const secretariat = as('secretariat');
    await changed(secretariat, 'proposeMatch', { need: key, activity: 'TA1', note }, 'match { key }');
    await changed(
      secretariat,
      'recordSession',
      { key: 'wg-1', title: 'Session of June', startsOn: '2026-06-01', endsOn: '2026-06-03' },
      'session { key }',
    );
    const what = {
      session: 'wg-1',
      what: 'Teach prevention',
      addressee: 'Ministry of Education',
      states: ['XAA'],
      needs: [key],
      dueOn: '2026-05-30',
    };
    const { recommendation } = await changed(secretariat, 'recordRecommendation', what, 'recommendation { key version }');
    const outcome = { recommendation: recommendation.key, version: recommendation.version, outcome: 'UNDER_WAY', reason: 'Two courses.' };
    await changed(secretariat, 'recordOutcome', outcome, 'recommendation { key }');
    const strategy = { key: 'xaa-draft-2027', title: { EN: 'Draft' }, scope: 'DRUGS', validFrom: '2027' };
    await changed(as('editor'), 'createStrategy', strategy, 'strategy { key }');
    await changed(
      as('editor'),
      'addNode',
      { strategy: strategy.key, key: 'xaa-draft-2027.o1', kind: 'OBJECTIVE', label: { EN: 'Less' }, version: 1 },
      'node { key }',
    );
    const thread = `/assistance/needs/${key}`;
    const draft = `/desk/strategies/${strategy.key}`;
    addresses.push(
      { role: 'PUBLIC', paths: ['/sessions/wg-1', '/r/xreg/brief'] },
      { role: 'EDITOR', state: 'XAA', paths: ['/desk', thread, '/assistance', draft, `${draft}?node=xaa-draft-2027.o1`] },
      { role: 'APPROVER', state: 'XAA', paths: ['/desk', thread, draft] },
      { role: 'EDITOR', state: 'XAB', paths: ['/desk', '/assistance/needs/xab-prompt-e02'] },
      { role: 'SECRETARIAT', paths: ['/desk', thread, '/sessions', '/sessions/wg-1', '/assistance'] },
    );
  });
  afterAll(async () => {
    await site?.close();
    await database?.close();
  });

  test.each(['en', 'ar'] as const)('in %s have no serious finding of axe and fit a phone, for everyone who works with them', async (lang) => {
    if (!browser || !site) return;
    const findings: string[] = [];
    for (const { role, state, paths } of addresses) {
      const visitor = await Visitor.open(browser, site, { name: '', lang, width: 320, isScripted: true, byKeyboard: false });
      const { page } = visitor;
      if (role !== 'PUBLIC') await become(visitor, role, state);
      for (const path of paths) {
        const at = `${role} ${path}`;
        await page.setViewportSize({ width: 320, height: 900 });
        await visitor.visit(path);
        await page.evaluate(() => {
          for (const it of document.querySelectorAll('main details')) (it as HTMLDetailsElement).open = true;
        });
        if ((await page.locator('h1').count()) !== 1) findings.push(`${at}: no heading, or several`);
        if (await visitor.isWide()) findings.push(`${at}: wider than a phone`);
        await page.setViewportSize({ width: 1280, height: 900 });
        findings.push(...(await seriousFindings(page)).map((it) => `${at}: ${it}`));
      }
      findings.push(...visitor.complaints.map((it) => `${role}: ${it}`));
      await visitor.close();
    }
    expect(findings).toEqual([]);
  });
});
