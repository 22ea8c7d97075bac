// A plan template on its way: given out empty, filled in, and taken as the strategy it says, under the checks and rights of any other file.
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importPack, inEnglish } from '../../src/packs/service.ts';
import type { Data } from '../ask.ts';
import { fetchAs, type Tabs, tabsOf, workbook } from '../correction/sheet.ts';
import { type Name, openWorld, run, viewers, type World } from '../two-sides.ts';
import { traces } from './client.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const fetchTemplate = (query: string) => fetchAs(world.database.db, { role: 'PUBLIC' }, `/export/plan-template.xlsx${query}`);
const emptyTemplate = async (lang = 'en') => tabsOf(await (await fetchTemplate(`?lang=${lang}`)).arrayBuffer());

type Cells = (string | number | null)[];
const cover = { title: 'Plan 2027', owner: 'XAA', scope: 'drugs', status: 'adopted', validFrom: '2027', key: 'xaa-plan-2027' };
const rows: Cells[] = [
  ['1', 'Prevention'],
  ['1.1', 'Protect networks', '12', 'Ministry of the Interior', null, 'Networks protected', 'cybercrime, prevention'],
  ['1.1.1', 'Train officers', 13, null, '2028-06', null, 'untoc:31'],
  ['2', 'Courts'],
];

/** The template filled in as a person does: fields before their names on the cover, rows from the second row on. */
async function filled(fields: Record<string, string | null> = {}, more: Cells[] = [], lang = 'en'): Promise<string> {
  const tabs = await emptyTemplate(lang);
  const all: Record<string, string | null> = { ...cover, ...fields };
  for (const cells of tabs[0]?.data ?? []) {
    const value = all[String(cells[2] ?? '').replace(/^plan\./, '')];
    if (value !== undefined) cells[1] = value;
  }
  tabs[1]?.data.splice(1, rows.length + more.length, ...rows, ...more);
  return workbook(tabs);
}

const send = (who: Name, content: string, dryRun = false, name = 'plan.xlsx'): Promise<Data> =>
  run(world.as[who], 'importPack', { files: [{ name, content }], dryRun }, 'stored counts { kind added changed unchanged } warnings { message }');
const messages = (payload: Data) => payload.userErrors.map((it: Data) => it.message);
const planOf = async (who: Name) =>
  (
    await world.as[who](
      '{ strategy(key: "xaa-plan-2027") { title owner { __typename } scope status validFrom publication visibility nodes { key kind label responsible deadline citation { page } threats { key } elements { key } provisions { key } } } }',
    )
  ).data.strategy;

test.each(['en', 'fr', 'es', 'ru', 'zh', 'ar'])(
  'in %s it is a workbook of text alone with lists to choose from, which is read as it is',
  async (lang) => {
    const response = await fetchTemplate(`?lang=${lang}`);
    expect([response.status, response.headers.get('content-disposition')]).toEqual([200, `attachment; filename="plan-template-${lang}.xlsx"`]);
    const files = unzipSync(new Uint8Array(await response.clone().arrayBuffer()));
    const sheets = Object.entries(files).flatMap(([name, bytes]) =>
      /worksheets\/sheet\d+\.xml$/.test(name) ? [new TextDecoder().decode(bytes)] : [],
    );
    expect(sheets).toHaveLength(4);
    for (const text of sheets) {
      expect(text).not.toMatch(/<f[\s>]/);
      expect(text.includes('rightToLeft="1"')).toBe(lang === 'ar');
    }
    expect(sheets.filter((text) => text.includes('<dataValidation '))).toHaveLength(1);
    const tabs = await tabsOf(await response.arrayBuffer());
    const keys = tabs.flatMap(({ data }) => data.map((cells) => cells[0]));
    for (const key of ['cybercrime', 'prevention', 'untoc:31']) expect(keys).toContain(key);
    expect(messages(await send('editor', await filled({}, [], lang), true))).toEqual([]);
  },
);

test('another language is none', async () => {
  expect((await fetchTemplate('?lang=xx')).status).toBe(400);
});

test('a dry run stores nothing; then the tree is what the rows say, unpublished and private; the same file again changes nothing', async () => {
  const content = await filled();
  const before = await traces(world.database.db);
  const dry = await send('editor', content, true);
  expect([messages(dry), dry.stored, dry.counts.map(({ kind, added }: Data) => [kind, added])]).toEqual([
    [],
    false,
    [
      ['STRATEGY', 1],
      ['NODE', 5],
    ],
  ]);
  expect(await traces(world.database.db)).toEqual(before);
  const stored = await send('editor', content);
  expect([messages(stored), stored.stored, stored.warnings]).toEqual([[], true, []]);
  expect(await planOf('neighbour')).toBeNull();
  const { nodes, ...plan } = await planOf('editor');
  expect(plan).toMatchObject({
    title: 'Plan 2027',
    scope: 'DRUGS',
    status: 'ADOPTED',
    validFrom: '2027',
    publication: 'UNPUBLISHED',
    visibility: 'PRIVATE',
  });
  const keysOf = (list: Data) => list.map(({ key }: Data) => key);
  expect(
    nodes.map((it: Data) => [
      it.key.slice(14),
      it.kind,
      it.label,
      it.responsible,
      it.deadline,
      it.citation?.page ?? null,
      [it.threats, it.elements, it.provisions].flatMap(keysOf),
    ]),
  ).toEqual([
    ['p1', 'PILLAR', 'Prevention', null, null, null, []],
    ['p1.o1', 'OBJECTIVE', 'Protect networks', 'Ministry of the Interior', null, '12', ['cybercrime', 'prevention']],
    ['p1.o1.i1', 'INDICATOR', 'Networks protected', null, null, '12', []],
    ['p1.o1.m1', 'MEASURE', 'Train officers', null, '2028-06', '13', ['untoc:31']],
    ['p2', 'PILLAR', 'Courts', null, null, null, []],
  ]);
  const again = await send('editor', content);
  expect([again.stored, again.counts.map(({ added, changed, unchanged }: Data) => [added, changed, unchanged])]).toEqual([
    true,
    [
      [0, 0, 1],
      [0, 0, 5],
    ],
  ]);
});

test('the operator imports it from its bytes, published as all that the operator brings', async () => {
  const content = Buffer.from(await filled({ owner: 'letters', key: 'letters-plan-2027' }, [['3', 'More']]), 'base64');
  const { problems, warnings } = await importPack(world.database.db, [{ name: 'letters.xlsx', content }]);
  expect([problems.map(inEnglish), warnings]).toEqual([[], []]);
  const { data } = await world.as.everyone('{ strategy(key: "letters-plan-2027") { level publication nodes { key } } }');
  expect(data.strategy).toMatchObject({ level: 'REGIONAL', publication: 'PUBLISHED' });
  expect(data.strategy.nodes).toHaveLength(6);
});

describe('is one clear problem, and nothing is stored', () => {
  test.each<[string, () => Promise<string>, RegExp]>([
    ['a bad number', () => filled({}, [['one', 'x']]), /^plan\.xlsx: Plan, row 6: "one" is no number of a row/],
    ['an unknown tag', () => filled({}, [['3', 'x', null, null, null, null, 'cyber']]), /^plan\.xlsx: Plan, row 6: unknown tag "cyber"/],
    ['no title', () => filled({ title: null }), /^plan\.xlsx: Cover, row 4: "Title" is empty/],
    [
      'the plan of another state',
      () => filled({ owner: 'XAB', key: 'xab-plan-2027' }),
      /^plan\.xlsx: Cover, row 5: Strategies of XAB are recorded by/,
    ],
    ['an owner that is none', () => filled({ owner: 'XZZ', key: 'xzz-plan' }), /^plan\.xlsx: Cover, row 5: unknown state "XZZ"/],
    [
      'a tag that the template lists and the record does not have',
      async () => {
        const tabs: Tabs = await tabsOf(
          new Uint8Array(Buffer.from(await filled({}, [['3', 'x', null, null, null, null, 'made-up']]), 'base64')).buffer,
        );
        tabs[2]?.data.push(['made-up', 'Made up', 'THREAT']);
        return workbook(tabs);
      },
      /^plan\.xlsx: Plan, row 6: unknown threat "made-up"/,
    ],
    [
      'a workbook of another kind',
      () => workbook([{ sheet: 'Budget', data: [['Item', 'Sum']] }]),
      /neither a correction sheet nor a plan template\. .*state-record.*plan-template/,
    ],
    [
      'a formula',
      () => tampered('</sheetData>', '<row r="400"><c r="A400" t="str"><f>1+1</f><v>2</v></c></row></sheetData>'),
      /the cell A400 holds a formula/,
    ],
    ['a far row', () => tampered('</sheetData>', '<row r="90000"><c r="A90000" t="str"><v>x</v></c></row></sheetData>'), /far outside the sheet/],
    ['an entity', () => tampered(/^<\?xml[^>]*\?>/, '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>'), /damaged/],
  ])('%s', async (_name, make, words) => {
    const content = await make();
    const before = await traces(world.database.db);
    const payload = await send('editor', content);
    expect([payload.stored, messages(payload)]).toEqual([false, [expect.stringMatching(words)]]);
    expect(await traces(world.database.db)).toEqual(before);
  });

  async function tampered(from: string | RegExp, to: string): Promise<string> {
    const files = unzipSync(new Uint8Array(Buffer.from(await filled(), 'base64')));
    const name = 'xl/worksheets/sheet2.xml';
    const text = new TextDecoder().decode(files[name]);
    if (text.replace(from, to) === text) throw new Error('nothing was changed');
    return Buffer.from(zipSync({ ...files, [name]: strToU8(text.replace(from, to)) })).toString('base64');
  }
});

test('a link in another file names a part of the plan that comes with it', async () => {
  const csv =
    'national,regional,relation,share,status,confidence,rationale,method\nxaa-plan-2028.p1.o1,letters-strategy-2025.p1.o4,SUBSET,0.5,SUGGESTED,high,x,read\n';
  const files = [
    { name: 'links.csv', content: csv },
    { name: 'plan.xlsx', content: await filled({ key: 'xaa-plan-2028' }) },
  ];
  const payload = await run(world.as.editor, 'importPack', { files, dryRun: true }, 'counts { kind added }');
  expect(messages(payload)).toEqual([]);
  expect(payload.counts.map(({ kind, added }: Data) => [kind, added])).toEqual([
    ['STRATEGY', 1],
    ['LINK', 1],
    ['NODE', 5],
  ]);
  const broken = [files[0], { name: 'plan.xlsx', content: await filled({ key: 'xaa-plan-2028', title: null }) }];
  expect(messages(await run(world.as.editor, 'importPack', { files: broken, dryRun: true }, 'counts { kind }'))).toHaveLength(1);
});

test('a correction sheet stays one', async () => {
  const response = await fetchAs(world.database.db, viewers.editor, '/export/state-record.xlsx?state=XAA&lang=en');
  const payload = await send('editor', Buffer.from(await response.arrayBuffer()).toString('base64'), true);
  expect([messages(payload), payload.warnings[0].message]).toEqual([[], 'no row of this sheet is filled in, so it says nothing.']);
});
