// The brief as a page and as a document: what a reader without any script gets, in every language, and what is never told to others.
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicViewer, type Viewer } from '../../src/core/viewer.ts';
import { createApp } from '../../src/http/app.ts';
import { isReady } from '../../src/http/ready.ts';
import { version } from '../../src/http/version.ts';
import { schema } from '../../src/schema.ts';
import { clientOf, type Data } from '../ask.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';
import { unzip } from './zip.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
});
afterAll(() => database?.close());

async function get(path: string, viewer: Viewer = publicViewer): Promise<Response> {
  const now = () => new Date('2026-06-01T12:00:00Z');
  const app = createApp({ schema, connect: (_c, use) => use(database.db), isReady, version, now, authenticate: async () => ({ viewer }) });
  return app.request(path);
}

const languages = ['en', 'fr', 'es', 'ru', 'zh', 'ar'];
const ids = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);

describe.each(languages)('in %s', (language) => {
  test('the page is of that language and direction, loads nothing but its style sheet and script, and has no code of its own', async () => {
    const response = await get(`/${language}/r/caricom/brief`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    expect(response.headers.get('content-language')).toBe(language);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(html.replace('<script src="/assets/page.js" type="module"></script>', '')).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/);
    for (const other of languages) expect(html).toContain(`href="/${other}/r/caricom/brief"`);
  });

  test('the document has real headings, a footnote at every figure with sources, and runs right to left in Arabic', async () => {
    const response = await get(`/export/brief.docx?organization=caricom&asOf=2026-06-01&lang=${language}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="brief-caricom-2026-06-01-${language}.docx"`);
    const files = unzip(new Uint8Array(await response.arrayBuffer()));
    const [text, footnotes] = [files.get('word/document.xml') ?? '', files.get('word/footnotes.xml') ?? ''];
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3']) expect(text).toContain(`<w:pStyle w:val="${style}"/>`);
    const references = [...text.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map((match) => match[1]);
    expect(references.length).toBeGreaterThan(20);
    for (const id of references) expect(footnotes).toContain(`w:id="${id}"`);
    expect(text.includes('<w:bidiVisual/>') && text.includes('<w:rtl/>') && text.includes('<w:bidi/>')).toBe(language === 'ar');
  });
});

test('the figures of the page are those of the query, and every figure, section and source can be linked to', async () => {
  const { data } = await clientOf(database)(
    '{ workingGroupBrief(organization: "ecowas") { functions { key figures { key text } } questions { key figures { key text } } } }',
  );
  const html = await (await get('/en/r/ecowas/brief')).text();
  const found = ids(html);
  expect(new Set(found).size).toBe(found.length);
  for (const { key, figures } of [...data.workingGroupBrief.functions, ...data.workingGroupBrief.questions] as Data[]) {
    expect(found).toContain(key);
    for (const it of figures) {
      expect(found).toContain(it.key);
      expect(html.slice(html.indexOf(`id="${it.key}"`))).toContain(`<span class="count">${it.text}</span>`);
    }
  }
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(found).toContain(target);
  expect(html).toContain('No ranking of States is made.');
});

test('of all States each figure leads to the page on which its part tells what it rests on; no page of it is heavy', async () => {
  const overall = await (await get('/en/brief')).text();
  expect(gzipSync(overall).length).toBeLessThan(60_000);
  expect(overall).not.toContain('id="source-1"');
  const part = 'para5';
  const link = new RegExp(`id="(${part}\\.[\\w.-]+)"[^]*?<a href="([^"#]+)#\\1"`).exec(overall);
  const html = await (await get((link?.[2] ?? '').replaceAll('&amp;', '&'))).text();
  expect(html).toContain('href="#source-1"');
  expect(html).toContain('id="source-1"');
  expect(html.length).toBeGreaterThan(overall.length);
  const found = ids(html);
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(found).toContain(target);
});

test('headings go down one level at a time', async () => {
  const html = await (await get('/en/brief')).text();
  const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
  expect(levels[0]).toBe(1);
  expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 2)).toEqual([]);
});

test('the figures are had as a table too, each as the page tells it', async () => {
  const text = await (await get('/export/brief.csv?organization=ecowas')).text();
  const html = await (await get('/en/r/ecowas/brief')).text();
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  expect(rows.length).toBeGreaterThan(50);
  for (const row of rows) {
    const own = html.slice(html.indexOf(`id="${row.figure}"`));
    expect(own.slice(0, own.indexOf('</summary>'))).toContain(`<span class="count">${row.text}</span>`);
  }
});

test('the day asked for is kept when the language changes', async () => {
  const html = await (await get('/fr/brief?asOf=2015-06-01')).text();
  expect(html).toContain('href="/ar/brief?asOf=2015-06-01"');
  expect(html).toContain('value="2015-06-01"');
});

test.each([
  ['/en/brief?asOf=2026-02-31', 400, 'asOf'],
  ['/en/r/nowhere/brief', 400, 'nowhere'],
  ['/en/r/%3Cb%3E/brief', 400, '&lt;b&gt;'],
  ['/export/brief.docx?lang=xx', 400, 'lang'],
  ['/export/brief.docx?asOf=x', 400, 'asOf'],
  ['/xx/brief', 404, 'nothing at this address'],
])('%s says what is wrong', async (path, status, word) => {
  const response = await get(path);
  expect(response.status).toBe(status);
  const text = await response.text();
  expect(text).toContain(word);
  expect(text).not.toContain('<b>');
});

test('texts from the record are written as text, and an address that is none of the web is not linked', async () => {
  await database.db
    .updateTable('strategy')
    .set({ title: JSON.stringify({ en: '<img src=x onerror=alert(1)>' }), sources: JSON.stringify([{ title: 'Bad', ref: 'javascript:alert(1)' }]) })
    .where('strategy_key', '=', 'jam-national-security-policy-2014')
    .execute();
  const html = await (await get('/en/r/caricom/brief')).text();
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).not.toMatch(/<img|href="javascript/);
});

test('a plan that is private is on the page of its own users alone', async () => {
  await database.db
    .updateTable('strategy')
    .set({ title: JSON.stringify({ en: 'Kept at home' }), visibility: 'PRIVATE' })
    .where('strategy_key', '=', 'jam-national-security-policy-2014')
    .execute();
  const told = async (viewer?: Viewer) => (await (await get('/en/r/caricom/brief', viewer)).text()).includes('Kept at home');
  expect(await told()).toBe(false);
  expect(await told({ role: 'READER', state: 'TTO', subject: 'reader' })).toBe(false);
  expect(await told({ role: 'READER', state: 'JAM', subject: 'reader' })).toBe(true);
});

test('the style sheet is served, with logical properties alone', async () => {
  const response = await get('/assets/page.css');
  const css = await response.text();
  expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(css).not.toMatch(/(margin|padding|border)-(left|right)|text-align: (left|right)|[\s;{](left|right):/);
});
