// Pages of what states have in common: their figures are those of the query, they need no script, and they say what is wrong or missing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicViewer } from '../../src/core/viewer.ts';
import { createApp } from '../../src/http/app.ts';
import { isReady } from '../../src/http/ready.ts';
import { version } from '../../src/http/version.ts';
import { message } from '../../src/i18n/messages.ts';
import { schema } from '../../src/schema.ts';
import { clientOf, type Data } from '../ask.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
});
afterAll(() => database?.close());

const day = '2026-06-01';
async function get(path: string): Promise<Response> {
  const now = () => new Date(`${day}T12:00:00Z`);
  const authenticate = async () => ({ viewer: publicViewer });
  return createApp({ schema, connect: (_c, use) => use(database.db), isReady, version, now, authenticate }).request(path);
}
const page = async (path: string) => (await get(path)).text();
const ask = async (query: string): Promise<Data> => (await clientOf(database)(query)).data;
const between = (html: string, from: string, to: string) => html.slice(html.indexOf(from), html.indexOf(to, html.indexOf(from)));

const screens = ['/r/caricom/overview', '/r/caricom/threats', '/r/caricom/synergy', '/compare?states=JAM,TTO', '/compare'];

describe.each(['en', 'fr', 'es', 'ru', 'zh', 'ar'])('in %s', (language) => {
  test.each(screens)('%s is of that language and direction and runs no script or style of its own', async (path) => {
    const response = await get(`/${language}${path}`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<h1/g)).toHaveLength(1);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });
});

test('the overview counts the cells of each status, and threats, kinds and fractions, as the queries do', async () => {
  const html = await page(`/en/r/caricom/overview?asOf=${day}`);
  const { alignmentMatrix, sharedThreats, synergy, strategyCoverage } = await ask(`{
    alignmentMatrix(organization: "caricom", asOf: "${day}") { statuses }
    sharedThreats(organization: "caricom", asOf: "${day}") { threat { key } members { key } memberCount }
    synergy(organization: "caricom", asOf: "${day}") { takenUp { n m } carriedBack { n m } }
    strategyCoverage(organization: "caricom", asOf: "${day}") { columns statuses }
  }`);
  const cells: string[] = alignmentMatrix.statuses.flat();
  for (const status of new Set(cells)) {
    const n = cells.filter((it) => it === status).length;
    expect(between(html, `class="sign" data-status="${status}"`, '</li>')).toContain(`>${n} of ${cells.length} cells<`);
  }
  expect(sharedThreats.length).toBeGreaterThan(5);
  for (const { threat, members, memberCount } of sharedThreats) {
    expect(between(html, `threat=${threat.key}#threat-${threat.key}"`, '</a>')).toContain(`>${members.length} of ${memberCount} members`);
  }
  expect(html).toContain(`>${synergy.takenUp.n} of ${synergy.takenUp.m} cells that were read<`);
  expect(html).toContain(`>${synergy.carriedBack.n} of ${synergy.carriedBack.m} shared threats<`);
  const kinds = between(html, 'id="kinds"', '</section>');
  expect(kinds.match(/<details/g)).toHaveLength(strategyCoverage.columns.length);
  for (const [column] of strategyCoverage.columns.entries()) {
    const of: string[] = strategyCoverage.statuses.map((row: string[]) => row[column]);
    const unknown = of.filter((it) => it === 'NOT_RECORDED').length;
    expect(kinds).toContain(
      `>${of.filter((it) => it === 'IN_FORCE').length} of ${of.length} members${unknown === 0 ? '' : `, not recorded: ${unknown}`}<`,
    );
  }
});

test('objectives without a matching passage are those found so in more than half of three or more plans read, in the order of the texts', async () => {
  const html = between(await page(`/en/r/eu/overview?asOf=${day}`), 'id="wanting"', '</section>');
  const { alignmentMatrix } = await ask(
    `{ alignmentMatrix(organization: "eu", asOf: "${day}") { columns { key strategy { key } } columnSummaries { gap read members } } }`,
  );
  const expected = alignmentMatrix.columns.flatMap(({ key, strategy }: Data, index: number) => {
    const { gap, read, members } = alignmentMatrix.columnSummaries[index];
    return read >= 3 && gap > read / 2 ? [[`/en/strategies/${strategy.key}#${key}`, `${gap} of ${read} States read (${members} members)`]] : [];
  });
  expect(expected.length).toBeGreaterThan(0);
  expect([...html.matchAll(/<li><a href="([^"]+)">.*?<a [^>]+>([^<]+)<\/a><\/li>/gs)].map(([, href, words]) => [href, words])).toEqual(expected);
});

test('what changed between two days is told, and nothing where nothing did', async () => {
  const html = await page(`/en/r/caricom/overview?asOf=${day}&since=2012-01-01`);
  expect(html).toContain('What changed since 1 January 2012');
  expect(between(html, 'aria-labelledby="changes"', '</section>')).toContain('cell=');
  const same = between(await page(`/en/r/caricom/overview?asOf=${day}&since=${day}`), 'aria-labelledby="changes"', '</section>');
  expect(same.match(/No change\./g)).toHaveLength(2);
  expect(same).toContain('0 of 225 cells');
  expect(await page(`/en/r/caricom/threats?asOf=${day}&since=1990-01-01`)).toContain(
    'shared; on the earlier day it was not, or nothing was recorded on it',
  );
  expect(await page(`/en/r/caricom/synergy?asOf=${day}&since=1990-01-01`)).toContain('from “0 of 0”');
  expect(await page(`/en/compare?states=JAM,TTO&asOf=${day}&since=1990-01-01`)).toContain('from “no plan recorded”');
});

test('shared threats stand in the table, in the network and in its list alike', async () => {
  const html = await page(`/en/r/ecowas/threats?asOf=${day}`);
  const { sharedThreats } = await ask(
    `{ sharedThreats(organization: "ecowas", asOf: "${day}") { threat { key } members { key } assessed memberCount reasons flows { key } regionalObjectives { key } } }`,
  );
  for (const { threat, members, memberCount, reasons, flows, regionalObjectives } of sharedThreats) {
    const row = between(html, `<tr id="threat-${threat.key}"`, '</tr>');
    expect(row).toContain(`>${members.length} of ${memberCount}</a>`);
    for (const reason of reasons) expect(row).toContain(message('EN', `sharedThreatReason.${reason}` as 'sharedThreatReason.STALE'));
    for (const { key } of regionalObjectives) expect(row).toContain(`#${key}"`);
    for (const { key } of flows) expect(html).toContain(`id="flow-${key}"`);
    const twin = between(html, `<li id="states-${threat.key}"`, '</li>');
    for (const { key } of members) {
      expect(html).toContain(`data-from="state ${key}" data-to="threat ${threat.key}"`);
      expect(twin).toContain(`href="/en/states/${key}"`);
    }
  }
});

test('the map has one tile of one size for each member, and the threat that the address names', async () => {
  const html = await page(`/en/r/caricom/threats?asOf=${day}&threat=cocaine`);
  const map = between(html, '<svg class="tiles"', '</svg>');
  expect(map.match(/class="tile"/g)).toHaveLength(15);
  expect(new Set([...map.matchAll(/width="52" height="52"/g)].map(([size]) => size)).size).toBe(1);
  expect(map).toContain('Map of equal tiles: Cocaine');
  expect(html).toContain(message('EN', 'threats.mapDisclaimer'));
  // Montserrat is a member and was never assessed: it is not shown as unexposed.
  expect(map).toContain('Montserrat: not assessed');
  expect(await page(`/en/r/caricom/threats?threat=<b>`)).toContain('“&lt;b&gt;” is not among the shared threats');
});

test('the drawing as a file is the same each time, stands alone, and is mirrored in Arabic', async () => {
  const svg = async (search: string) => {
    const response = await get(`/export/threats.svg?organization=caricom&asOf=${day}&${search}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    return response.text();
  };
  const english = await svg('lang=en');
  expect(await svg('lang=en')).toBe(english);
  expect(english).not.toMatch(/<a |href=|style=/);
  expect(english).toContain('As of 1 June 2026');
  const xOf = (text: string, key: string) => Number(new RegExp(`data-node="state ${key}".*?cx="(\\d+)"`, 's').exec(text)?.[1]);
  const arabic = await svg('lang=ar');
  expect(xOf(english, 'JAM') < xOf(english, 'TTO')).toBe(xOf(arabic, 'JAM') > xOf(arabic, 'TTO'));
  expect(await svg('lang=en&threat=cocaine')).toContain('<svg class="tiles"');
  expect((await get('/export/synergy.svg?organization=caricom')).status).toBe(200);
});

test('what is behind each fraction of synergy adds up to it', async () => {
  const html = await page(`/en/r/eu/synergy?asOf=${day}`);
  const { synergy } = await ask(
    `{ synergy(organization: "eu", asOf: "${day}") { takenUp { n m } carriedBack { n m } carried { threat { key } nodes { key strategy { key } } } } }`,
  );
  const taken = between(html, 'aria-labelledby="taken-up"', '</section>');
  const parts = [...taken.matchAll(/<span class="count">(\d+) of (\d+) States read/g)].map(([, n, m]) => [Number(n), Number(m)] as const);
  expect(parts.reduce((sum, [n]) => sum + n, 0)).toBe(synergy.takenUp.n);
  expect(parts.reduce((sum, [, m]) => sum + m, 0)).toBe(synergy.takenUp.m);
  expect(synergy.carried.filter(({ nodes }: Data) => nodes.length > 0)).toHaveLength(synergy.carriedBack.n);
  expect(synergy.carried).toHaveLength(synergy.carriedBack.m);
  const carried = between(html, 'aria-labelledby="carried-back"', '</section>');
  for (const { nodes } of synergy.carried) for (const { key, strategy } of nodes) expect(carried).toContain(`/en/strategies/${strategy.key}#${key}"`);
});

test('compared states stand in the order asked, with what the element matrix says of them in words', async () => {
  const html = await page(`/en/compare?states=TTO,JAM&asOf=${day}`);
  const { elementMatrix, compareStates } = await ask(`{
    elementMatrix(states: ["TTO", "JAM"], asOf: "${day}") { rows { key } columns { key } statuses }
    compareStates(states: ["TTO", "JAM"], asOf: "${day}") { similarities }
  }`);
  const table = between(html, 'aria-labelledby="elements"', '</section>');
  expect(table.indexOf('/en/states/TTO')).toBeLessThan(table.indexOf('/en/states/JAM'));
  for (const [column, { key }] of elementMatrix.columns.entries()) {
    const row = between(table, `href="#wording-${key}"`, '</tr>');
    const said = [...row.matchAll(/data-status="(\w+)"/g)].map((match) => match[1]);
    expect(said).toEqual(['TTO', 'JAM'].map((state) => elementMatrix.statuses[elementMatrix.rows.findIndex((it: Data) => it.key === state)][column]));
  }
  expect(between(html, 'aria-labelledby="likeness"', '</section>')).toContain(`>${compareStates.similarities[0][1].toFixed(2)}<`);
});

test('beside the wording of each state stands that of the organizations that all of them belong to, and of no other', async () => {
  const html = between(await page(`/en/compare?states=JAM,TTO&asOf=${day}`), 'aria-labelledby="wording"', '</main>');
  expect(html).toContain('Caribbean Community');
  expect(html).toContain('/en/strategies/caricom-crime-security-strategy-2013#');
  expect(html).not.toMatch(/strategies\/(eu|ecowas|asean)-/);
  expect(html).toContain('/en/strategies/jam-');
  const french = await page(`/fr/compare?states=JAM,TTO&asOf=${day}`);
  expect(between(french, 'id="wording"', '</main>')).toMatch(/<bdi lang="en">/);
});

test('the boxes of the form give the same as states with commas between, and files of the states asked for', async () => {
  const html = await page(`/en/compare?states=JAM&states=TTO&states=&asOf=${day}`);
  expect(between(html, '<main', '<h2')).toContain('/en/states/TTO');
  const [, href = ''] = /href="(\/export\/compare\.csv[^"]+)"/.exec(html) ?? [];
  const csv = await (await get(href.replaceAll('&amp;', '&'))).text();
  expect(csv).toContain('Jamaica');
  expect(csv).toContain('Trinidad and Tobago');
});

test('a comparison of one state, and an organization without members, strategies and threats, say what is missing', async () => {
  expect(await page('/en/compare?states=JAM')).toContain(message('EN', 'compare.choose'));
  for (const view of ['overview', 'threats', 'synergy']) {
    const response = await get(`/en/r/g5-sahel/${view}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(message('EN', view === 'overview' ? 'matrix.empty' : 'threats.empty'));
  }
});

test.each([
  ['/en/r/nowhere/overview', 'nowhere'],
  ['/en/r/%3Cb%3E/threats', '&lt;b&gt;'],
  ['/en/r/nowhere/synergy', 'nowhere'],
  ['/en/r/caricom/overview?asOf=2026-02-31', 'asOf'],
  ['/en/r/caricom/threats?sources=MINE', 'sources'],
  ['/en/compare?states=JAM,XZZ', 'XZZ'],
  ['/en/compare?states=JAM,TTO,GBR,ESP,FRA,DEU,ITA,NLD,PRT', '2 to 8'],
])('%s says what is wrong', async (path, word) => {
  const response = await get(path);
  const html = await response.text();
  expect([400, 404]).toContain(response.status);
  expect(html).toContain(word);
  expect(html).not.toContain('<b>');
});

test('texts from the record are written as text', async () => {
  const label = JSON.stringify({ en: '<img src=x onerror=alert(1)>' });
  await database.db.updateTable('strategy_node').set({ label }).execute();
  await database.db.updateTable('organization').set({ name: label }).where('organization_key', '=', 'caricom').execute();
  for (const path of screens) {
    const html = await page(`/en${path}`);
    if (path !== '/compare') expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toContain('<img');
  }
  expect(await (await get('/export/threats.svg?organization=caricom')).text()).not.toContain('<img');
});
