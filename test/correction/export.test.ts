// The correction sheet as files: what whoever asks for one gets, in every language.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicViewer, type Viewer } from '../../src/core/viewer.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';
import { unzip } from '../http/zip.ts';
import { fetchAs, tabsOf } from './sheet.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
});
afterAll(() => database?.close());

const get = (path: string, viewer: Viewer = publicViewer, headers = {}) => fetchAs(database.db, viewer, path, headers);
const filesOf = async (response: Response) => unzip(new Uint8Array(await response.arrayBuffer()));

describe.each(['en', 'fr', 'es', 'ru', 'zh', 'ar'])('in %s', (lang) => {
  test('the workbook is text alone, with lists to choose from, and runs right to left in Arabic', async () => {
    const response = await get(`/export/state-record.xlsx?state=JAM&asOf=2026-06-01&lang=${lang}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="state-record-JAM-2026-06-01-${lang}.xlsx"`);
    const files = await filesOf(response);
    const sheets = [...files].filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).map(([, text]) => text);
    expect(sheets).toHaveLength(7);
    for (const text of sheets) {
      expect(text).not.toMatch(/<f[\s>]/);
      expect(text.includes('rightToLeft="1"')).toBe(lang === 'ar');
    }
    expect(sheets.filter((text) => text.includes('<dataValidation type="list"'))).toHaveLength(4);
  });

  test('the document has real headings, a table for each part and boxes to mark, and runs right to left in Arabic', async () => {
    const response = await get(`/export/state-record.docx?state=JAM&asOf=2026-06-01&lang=${lang}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="state-record-JAM-2026-06-01-${lang}.docx"`);
    const text = (await filesOf(response)).get('word/document.xml') ?? '';
    for (const style of ['Title', 'Heading1', 'Heading2']) expect(text).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(text.match(/<w:tbl>/g)?.length).toBeGreaterThanOrEqual(4);
    expect(text).toContain('☐');
    expect(text.includes('<w:bidiVisual/>') && text.includes('<w:rtl/>') && text.includes('<w:bidi/>')).toBe(lang === 'ar');
  });
});

type Keyed = { key: string };
type RecordAsked = {
  coverage: { scope: string; status: string }[];
  elements: { element: Keyed; status: string }[];
  threats: { threat: Keyed; status: string }[];
  organizations: { objectives: { objective: Keyed; status: string }[] }[];
};

test('the sheet says of each row what the query of the record says, for whoever asks', async () => {
  const tabs = await tabsOf(await (await get('/export/state-record.xlsx?state=JAM&lang=en')).arrayBuffer());
  const keys = tabs.flatMap(({ data }) => data.map((row) => String(row[6] ?? ''))).filter((key) => /^[A-Z]+\//.test(key));
  const { clientOf } = await import('../ask.ts');
  const { data } = await clientOf(database)(
    '{ stateRecord(state: "JAM") { coverage { scope status } elements { element { key } status } threats { threat { key } status } organizations { objectives { objective { key } status } } } }',
  );
  const { coverage, elements, threats, organizations }: RecordAsked = data.stateRecord;
  expect(keys).toEqual([
    ...coverage.map(({ scope, status }) => `SCOPE/${scope}/${status}`),
    ...elements.map(({ element, status }) => `ELEMENT/${element.key}/${status}`),
    ...threats.map(({ threat, status }) => `THREAT/${threat.key}/${status}`),
    ...organizations.flatMap(({ objectives }) => objectives.map(({ objective, status }) => `CELL/${objective.key}/${status}`)),
  ]);
  const [objective] = tabs[4]?.data.slice(1) ?? [];
  expect(objective?.[1]).toBe('partly aligned (read alike by two readers)');
  expect(objective?.[2]).toMatch(/covers a part of it · a share of .* · jam-national-security-policy-2014\.p2\.o1 · \[\d+\]/);
  expect(tabs.at(-1)?.data.length).toBeGreaterThan(2);
  expect(JSON.stringify(tabs[0])).toContain('No ranking of States is made.');
});

test('the language is that of the request where none is named, and its own users see the prompts', async () => {
  const reader: Viewer = { role: 'READER', state: 'JAM', subject: 'reader' };
  const tabs = await tabsOf(await (await get('/export/state-record.xlsx?state=JAM', reader, { 'accept-language': 'fr' })).arrayBuffer());
  expect(tabs.map(({ sheet }) => sheet)).toEqual([
    'Page de garde',
    'Types de stratégie',
    'Éléments',
    'Menaces',
    'Objectifs',
    'Pistes',
    'Valeurs',
    'Sources',
  ]);
  const other: Viewer = { role: 'READER', state: 'TTO', subject: 'reader' };
  const theirs = await tabsOf(await (await get('/export/state-record.xlsx?state=JAM', other, { 'accept-language': 'fr' })).arrayBuffer());
  expect(theirs.map(({ sheet }) => sheet)).not.toContain('Pistes');
  const document = (await filesOf(await get('/export/state-record.docx?state=JAM&lang=fr', reader))).get('word/document.xml') ?? '';
  expect(document).toContain('Pistes');
});

test.each([
  ['state=JAM&lang=xx', 'lang'],
  ['lang=en', 'state'],
  ['state=ZZZ', 'ZZZ'],
  ['state=jam%3Cb%3E', 'state'],
  ['state=JAM&asOf=2026-02-31', 'asOf'],
  ['state=JAM&sources=SOME', 'sources'],
  ['state=JAM&includeUnseen=perhaps', 'includeUnseen'],
])('?%s says what is wrong', async (query, word) => {
  for (const ending of ['xlsx', 'docx']) {
    const response = await get(`/export/state-record.${ending}?${query}`);
    expect(response.status).toBe(400);
    const { errors } = JSON.parse(await response.text());
    expect(errors[0].extensions.code).toBe('INVALID');
    expect(errors[0].message).toContain(word);
  }
});

test('a box is ticked here as on pages: true, 1 or on', async () => {
  for (const ticked of ['true', '1', 'on', 'off', ''])
    expect((await get(`/export/state-record.xlsx?state=JAM&lang=en&includeUnseen=${ticked}`)).status).toBe(200);
});

test('a text that looks like a formula stays a text, and one that XML cannot hold loses what it cannot', async () => {
  await database.db
    .updateTable('strategy')
    .set({ title: JSON.stringify({ en: '=HYPERLINK("http://x")\u0001&<b>' }) })
    .where('strategy_key', '=', 'jam-national-security-policy-2014')
    .execute();
  const response = await get('/export/state-record.xlsx?state=JAM&lang=en');
  const tabs = await tabsOf(await response.arrayBuffer());
  expect(JSON.stringify(tabs)).toContain(JSON.stringify('=HYPERLINK("http://x")&<b>').slice(1, -1));
  const files = await filesOf(await get('/export/state-record.xlsx?state=JAM&lang=en'));
  for (const [name, text] of files) if (name.startsWith('xl/worksheets/')) expect(text).not.toMatch(/<f[\s>]|=HYPERLINK/);
});
