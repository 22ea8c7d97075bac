// Workbooks that mean harm, or are none: each is one readable problem, quickly, and nothing of it is read.
import { strToU8, type Zippable, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, run, viewers, type World } from '../two-sides.ts';
import { fetchAs } from './sheet.ts';

let world: World;
let sheet: Record<string, Uint8Array>;
beforeAll(async () => {
  world = await openWorld();
  const { unzipSync } = await import('fflate');
  const response = await fetchAs(world.database.db, viewers.editor, '/export/state-record.xlsx?state=XAA&lang=en');
  sheet = unzipSync(new Uint8Array(await response.arrayBuffer()));
});
afterAll(() => world?.close());

const zip = (files: Zippable) => zipSync(files);
const withPart = (name: string, content: Uint8Array | string) => zip({ ...sheet, [name]: typeof content === 'string' ? strToU8(content) : content });
const firstSheet = () => new TextDecoder().decode(sheet['xl/worksheets/sheet2.xml']);
const changed = (from: string | RegExp, to: string) => {
  const text = firstSheet();
  const after = text.replace(from, to);
  if (after === text) throw new Error('nothing was changed');
  return withPart('xl/worksheets/sheet2.xml', after);
};
/** The same archive, whose directory says that a part has this size. */
function lying(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const buffer = Buffer.from(bytes);
  for (const [signature, sizeAt, nameAt] of [
    ['PK\x03\x04', 22, 30],
    ['PK\x01\x02', 24, 46],
  ] as const)
    for (let at = buffer.indexOf(signature, 0, 'latin1'); at >= 0; at = buffer.indexOf(signature, at + 4, 'latin1'))
      if (buffer.subarray(at + nameAt, at + nameAt + name.length).toString('latin1') === name) buffer.writeUInt32LE(size, at + sizeAt);
  return buffer;
}

const blanks = (megabytes: number) => new Uint8Array(megabytes * 1_000_000).fill(32);

const hostile: [string, () => Uint8Array | string, RegExp][] = [
  ['a text', () => strToU8('hello'), /this is no \.xlsx file/],
  ['nothing', () => '', /this is no \.xlsx file/],
  ['what is not base64', () => 'päck', /is sent as base64/],
  ['half of a file', () => zip(sheet).subarray(0, 4_000), /damaged/],
  ['another archive', () => zip({ 'readme.txt': strToU8('hello') }), /this is no workbook/],
  ['a workbook of the old kind', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /of an old kind, or one with a password/],
  ['a bomb', () => withPart('xl/worksheets/sheet2.xml', blanks(60)), /unpacks to far more/],
  [
    'a bomb of many parts',
    () => zip({ ...sheet, ...Object.fromEntries(Array.from({ length: 12 }, (_, it) => [`xl/${it}.xml`, blanks(2)])) }),
    /unpacks to far more/,
  ],
  [
    'too many parts',
    () => zip({ ...sheet, ...Object.fromEntries(Array.from({ length: 300 }, (_, it) => [`xl/${it}.txt`, strToU8('x')])) }),
    /it holds \d+ parts/,
  ],
  ['a bomb that lies of its size', () => lying(withPart('xl/worksheets/sheet2.xml', blanks(60)), 'xl/worksheets/sheet2.xml', 5_000), /damaged/],
  [
    'rows that never end, in many parts',
    () => {
      const rows = strToU8(`<worksheet>${'<row '.repeat(19_000)}`);
      return zip({ ...sheet, ...Object.fromEntries(Array.from({ length: 60 }, (_, it) => [`xl/worksheets/sheet${it + 1}.xml`, rows])) });
    },
    /damaged|unpacks to far more/,
  ],
  ['a path that leads out', () => withPart('../../etc/passwd', 'x'), /damaged/],
  ['a program', () => withPart('xl/vbaProject.bin', 'x'), /holds a program/],
  ['a link to other files', () => withPart('xl/externalLinks/externalLink1.xml', '<x/>'), /link to other files/],
  [
    'a formula',
    () => changed(/<c r="D2"([^>]*?)\/>|<c r="D2"([^>]*)>.*?<\/c>/, '<c r="D2" t="str"><f>HYPERLINK("http://x")</f><v>confirm</v></c>'),
    /the cell D2 holds a formula/,
  ],
  ['a far row', () => changed('</sheetData>', '<row r="1048576"><c r="A1048576" t="str"><v>x</v></c></row></sheetData>'), /far outside the sheet/],
  ['a far column', () => changed('</sheetData>', '<row r="99"><c r="XFD99" t="str"><v>x</v></c></row></sheetData>'), /far outside the sheet/],
  ['an entity', () => changed(/^<\?xml[^>]*\?>/, '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>'), /damaged/],
  ['a sheet that is no XML', () => withPart('xl/worksheets/sheet2.xml', '<worksheet><sheetData><row'), /damaged/],
];

test.each(hostile)('%s is one readable problem', async (_name, make, problem) => {
  const content = make();
  const started = performance.now();
  const text = typeof content === 'string' ? content : Buffer.from(content).toString('base64');
  const payload = await run(world.as.editor, 'importPack', { files: [{ name: 'sheet.xlsx', content: text }] }, 'stored');
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(payload.stored).toBe(false);
  expect(payload.userErrors).toHaveLength(1);
  expect(payload.userErrors[0].message).toMatch(problem);
  expect(payload.userErrors[0].message).toMatch(/^sheet\.xlsx:1: .*\.$/);
});

test('a workbook with macros, or of an older program, is told how to save it', async () => {
  const { userErrors } = await run(world.as.editor, 'importPack', { files: [{ name: 'sheet.xlsm', content: '' }] }, 'stored');
  expect(userErrors[0].message).toBe('sheet.xlsm:1: a correction sheet or a plan template comes back as .xlsx. Save it so.');
});
