// Texts that would be code if a page let them: 200 of them, in every text that a record holds, are shown as the text they are.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importPack, inEnglish } from '../../src/packs/service.ts';
import { openWorld } from '../assistance/world.ts';
import type { TestDatabase } from '../db.ts';
import { openBrowser, openSite, type Site, Visitor } from './browser.ts';

const attacks = [
  '<script>ATTACK</script>',
  '<img src=x onerror=ATTACK>',
  '<svg onload=ATTACK>',
  '<body onload=ATTACK>',
  '<iframe srcdoc="<script>ATTACK</script>">',
  '<a href="javascript:ATTACK">go</a>',
  '<details open ontoggle=ATTACK>',
  '<input autofocus onfocus=ATTACK>',
  '<math><mtext><script>ATTACK</script>',
  '<style>@import "javascript:ATTACK"</style>',
  '<meta http-equiv=refresh content="0;url=javascript:ATTACK">',
  '<object data="javascript:ATTACK">',
  '<form action="javascript:ATTACK"><button autofocus>go</button>',
  '<video><source onerror=ATTACK>',
  '<base href="//example.org/">ATTACK',
  '#{ATTACK}',
  '{{ATTACK}}',
  '&lt;script&gt;ATTACK&lt;/script&gt;',
  '\u202e<script>ATTACK</script>',
  'javascript:ATTACK',
] as const;
const wrappers = [
  (text: string) => text,
  (text: string) => `">${text}`,
  (text: string) => `'>${text}`,
  (text: string) => `</bdi></a>${text}`,
  (text: string) => `</title>${text}`,
  (text: string) => `</script>${text}`,
  (text: string) => `--><!-- ${text}`,
  (text: string) => `" autofocus onfocus=ATTACK x="${text}`,
  (text: string) => `</textarea>${text}`,
  (text: string) => `]]>${text}`,
] as const;
/** 200 of them, each with a number of its own. */
const hostile = wrappers.flatMap((wrap, row) =>
  attacks.map((attack, column) => wrap(attack).replaceAll('ATTACK', `window.hacked=${row * attacks.length + column}`)),
);

const at = (index: number) => hostile[index % hostile.length] ?? '';

/** A plan of XAA with every text of it hostile; each node has the next. */
function plan() {
  const node = (index: number) => ({
    id: `xaa-hostile.n${index}`,
    kind: 'measure',
    label: at(index),
    responsible: at(index + 1),
    seen_in_source: true,
    citation: { quote: at(index + 2), paragraph: at(index + 3), page: at(index + 4), language: 'en' },
    tags: { elements: ['prevention'], threats: ['cocaine'] },
  });
  return JSON.stringify({
    schema: 'strategy/1',
    id: 'xaa-hostile',
    title: at(0),
    owner: { state: 'XAA' },
    level: 'national',
    scope: 'overarching',
    status: 'adopted',
    status_note: at(1),
    adopting_body: at(2),
    lead_body: at(3),
    verified_note: at(4),
    valid: { from_year: 2024, to_year: 2028 },
    sources: [
      { title: at(5), ref: 'javascript:window.hacked=1' },
      { title: at(6), ref: at(7) },
    ],
    structure: [
      { id: 'xaa-hostile.o1', kind: 'objective', label: at(8), seen_in_source: true, children: hostile.map((_text, index) => node(index)) },
    ],
  });
}

const links = () => {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const header = 'national,regional,relation,share,status,confidence,rationale,method';
  return [
    header,
    ...hostile
      .slice(0, 40)
      .map((text, index) => `xaa-hostile.n${index},xreg-strategy-2025.o1,SUBSET,0.1,READ,high,${quoted(text)},two analysts agree`),
  ].join('\n');
};

let [browser, database, site]: [Browser | null, TestDatabase | null, Site | null] = [null, null, null];
beforeAll(async () => {
  [browser, database] = await Promise.all([openBrowser(), openWorld()]);
  const { problems } = await importPack(database.db, [
    { name: 'hostile.json', content: plan() },
    { name: 'links.csv', content: links() },
  ]);
  if (problems.length > 0) throw new Error(problems.slice(0, 5).map(inEnglish).join('\n'));
  site = await openSite(database);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await database?.close();
});

test.each([
  '/r/xreg/matrix?cell=XAA.xreg-strategy-2025.o1',
  `/r/xreg/matrix?order=${encodeURIComponent(at(3))}&unknown=${encodeURIComponent(at(0))}&pin=${encodeURIComponent(at(1))}`,
  '/strategies/xaa-hostile',
  '/strategies?text=script',
  '/states/XAA',
  '/compare?states=XAA,XAB',
  '/r/xreg/overview',
  '/r/xreg/elements?cell=XAA.prevention',
  '/r/xreg/coverage',
  '/r/xreg/threat-matrix?cell=XAA.cocaine',
  '/r/xreg/synergy',
  '/r/xreg/calendar',
  `/search?q=${encodeURIComponent(at(0))}`,
  '/about',
  '/r/xreg/brief',
])('%s runs none of them', async (path) => {
  if (!browser || !site) return;
  for (const lang of ['en', 'ar'] as const) {
    const visitor = await Visitor.open(browser, site, { name: '', lang, width: 1280, isScripted: true, byKeyboard: false });
    await visitor.visit(path);
    await visitor.page.waitForTimeout(100);
    expect(await visitor.page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await visitor.page.locator('a[href^="javascript:" i], script:not([src]), [onload], [onerror], [onfocus], [style]').count()).toBe(0);
    // What the address holds and cannot be is refused with 400, which the browser notes by itself.
    expect(visitor.complaints.filter((it) => !it.includes('status of 400'))).toEqual([]);
    await visitor.close();
  }
});

test('each of them is shown as the text it is', async () => {
  if (!browser || !site) return;
  const visitor = await Visitor.open(browser, site, { name: '', lang: 'en', width: 1280, isScripted: true, byKeyboard: false });
  await visitor.visit('/strategies/xaa-hostile');
  const shown = (await visitor.page.locator('main').evaluate((main) => main.textContent ?? '')).replaceAll(/\s+/g, ' ');
  expect(hostile.filter((text) => !shown.includes(text.replaceAll(/\s+/g, ' ')))).toEqual([]);
  await visitor.close();
});
