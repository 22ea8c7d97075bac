// What reading a pack promises without a database: every problem with its file, its line and the mend.
import { expect, test } from 'vitest';
import type { PackFile } from './model.ts';
import { parsePack } from './parse.ts';
import { inEnglish } from './problems.ts';

function problemsOf(...files: PackFile[]): string[] {
  return parsePack(files).problems.map(inEnglish);
}

const strategy = (lines: string) =>
  `schema: strategy/1\nid: xaa-plan\ntitle: Plan\nowner:\n  state: XAA\nlevel: national\nscope: drugs\nstatus: adopted\n${lines}`;

test.each([
  ['an unknown key', strategy('lead_bodi: A'), 'a.yaml:9: unknown key "lead_bodi". Did you mean lead_body?'],
  ['a key given twice', strategy('adopted: 2020\nadopted: 2021'), 'a.yaml:10: key "adopted" is given twice, first on line 9. Keep one.'],
  ['a reserved name', strategy('__proto__: 1'), 'a.yaml:9: unknown key "__proto__". Remove it.'],
  ['a day that does not exist', strategy('adopted: 2021-02-29'), 'a.yaml:9: adopted: there is no such day as "2021-02-29". Correct it.'],
  ['a date of another form', strategy('adopted: 31/02/2020'), 'a.yaml:9: adopted: "31/02/2020" is no date. Write it as YYYY, YYYY-MM or YYYY-MM-DD.'],
  [
    'a period that ends before it begins',
    strategy('valid:\n  from_year: 2025\n  to_year: 2020'),
    'a.yaml:9: valid: the period begins (2025) after it ends (2020). Correct one of them.',
  ],
  ['a text that is none', strategy('lead_body: 5'), 'a.yaml:9: lead_body: "5" is no text. Put it in quotes.'],
  [
    'a text that is too long',
    strategy(`lead_body: ${'x'.repeat(20_001)}`),
    'a.yaml:9: lead_body: has 20001 characters; at most 20000 are kept. Shorten it.',
  ],
  [
    'a text with code 0',
    strategy('lead_body: "a\\0"'),
    'a.yaml:9: the text holds a character that cannot be stored (code 0, or half of one). Remove it.',
  ],
  [
    'half a character',
    strategy('lead_body: "\\ud800"'),
    'a.yaml:9: the text holds a character that cannot be stored (code 0, or half of one). Remove it.',
  ],
  ['a word for a list', strategy('themes: cybercrime'), 'a.yaml:9: themes: must be a list: write each item on a line of its own, after "- ".'],
  [
    'an alias',
    strategy('lead_body: &a A\nadopting_body: *a'),
    'a.yaml:10: *a stands for a text elsewhere, which is not read here. Write the text out.',
  ],
  ['a tag', strategy('lead_body: !secret A'), 'a.yaml:9: a tag stands here that is not read (unresolved tag: !secret). Remove it.'],
  ['a second document', `${strategy('')}---\na: 1\n`, 'a.yaml:9: a second document begins here. Put each into a file of its own.'],
  ['deep nesting', `a: ${'['.repeat(100)}${']'.repeat(100)}`, 'a.yaml:1: nested deeper than 64 levels. Make the structure flatter.'],
  ['very deep nesting', '['.repeat(50_000), 'a.yaml:1: nested deeper than 64 levels. Make the structure flatter.'],
  ['code 0 in the file', 'a: 1\nb: \0', 'a.yaml:2: the file holds a character of code 0, so it is no plain text. Save it as UTF-8 text.'],
  ['another schema', 'schema: strategy/2', 'a.yaml:1: unknown format: the schema is "strategy/2". Known: strategy/1, assessments/1, treaty/1.'],
  [
    'another root',
    '# plan\nplan: 1',
    'a.yaml:2: unknown format: the file begins with the key "plan" and has no key "schema". Add `schema: strategy/1` or another known format (strategy/1, assessments/1, treaty/1).',
  ],
  [
    'a structure of one node',
    strategy('structure: xaa-plan.p1'),
    'a.yaml:9: structure: must be a list: write each node on a line of its own, after "- ".',
  ],
])('a document with %s is refused at its line', (_, content, problem) => {
  expect(problemsOf({ name: 'a.yaml', content })).toContain(problem);
});

test('a title of 501 characters is refused', () => {
  expect(problemsOf({ name: 'a.yaml', content: strategy('').replace('Plan', 'x'.repeat(501)) })).toEqual([
    'a.yaml:3: title: has 501 characters; at most 500 are kept. Shorten it.',
  ]);
});

test('all problems of a document come in one report', () => {
  const content = `schema: strategy/1
id: xab-plan
title: Plan
owner:
  state: XAA
level: regional
scope: drug
status: adopted
structure:
- id: xab-plan.p1
  kind: measure
  label:
    lv: Mērķis
  children:
  - id: xaa-plan.o1
    kind: objective
    label: Objective
    tag: x
  - id: xab-plan.p1
    kind: objectiv
    label: Objective
    seen_in_source: perhaps
`;
  expect(problemsOf({ name: 'a.yaml', content })).toEqual([
    'a.yaml:7: scope: "drug" is not one of overarching, trafficking-in-persons, smuggling-of-migrants, firearms, drugs, other-crime, crime-prevention, anti-corruption, counter-terrorism, national-security.',
    'a.yaml:13: lv: "lv" is not one of en, fr, es, ru, zh, ar. Write a text in another language as "original", its language as "original_language".',
    'a.yaml:18: unknown key "tag". Did you mean tags?',
    'a.yaml:20: kind: "objectiv" is not one of pillar, objective, measure, indicator.',
    'a.yaml:22: seen_in_source: "perhaps" is neither true nor false.',
    'a.yaml:6: a strategy of a state is national; a strategy of an organization is regional or global. Correct the level or the owner.',
    `a.yaml:2: the id "xab-plan" does not begin with its owner's code. Let it begin with "xaa-".`,
  ]);
});

test('kinds go from pillar to indicator, and ids of nodes begin with that of the strategy', () => {
  const node = (id: string, kind: string, indent = '') => `${indent}- id: ${id}\n${indent}  kind: ${kind}\n${indent}  label: L\n`;
  const content = strategy(
    `structure:\n${node('xaa-plan.m1', 'measure')}  children:\n${node('xaa-plan.o1', 'objective', '  ')}${node('xaa-plan.m1', 'measure', '  ')}${node('xab-plan.i', 'indicator')}`,
  );
  expect(problemsOf({ name: 'a.yaml', content })).toEqual([
    'a.yaml:15: objective under measure: the order is pillar, objective, measure, indicator. Move it.',
    'a.yaml:17: the id "xaa-plan.m1" is given twice, first on line 10. Change one.',
    'a.yaml:20: the id "xab-plan.i" does not begin with that of the strategy. Let it begin with "xaa-plan.".',
  ]);
});

const linkHeader = 'national,regional,relation,share,status\n';

test.each([
  ['an unknown header', 'a,b\n1,2', /^a\.csv:1: unknown format: the header is "a,b"\. Known: links, findings, flows, assistance, memberships,/],
  ['semicolons', 'national;regional;relation;status\n', /^a\.csv:1: unknown format: .* The columns must be divided by commas\./],
  [
    'an unknown column',
    'national,regional,relation,share,status,colour\n',
    /^a\.csv:1: unknown column "colour" in a file of links\. Known: national, regional,/,
  ],
  ['a column missing', 'national,regional,relation,share\n', /^a\.csv:1: a file of links needs the columns status too\. Add them\.$/],
  ['a column twice', 'national,regional,relation,status,status\n', /^a\.csv:1: column "status" is given twice\. Keep one\.$/],
  ['a reserved column', 'national,regional,relation,status,__proto__\n', /^a\.csv:1: unknown column "__proto__"/],
  ['a ragged row', `${linkHeader}"a\nb",c\n`, /^a\.csv:2: this row has 2 cells, the header 5\. Put texts with commas in quotes\.$/],
  ['an open quote', `${linkHeader}"a,b`, /^a\.csv:2: a quoted cell that begins here is never closed\. Close it with "\.$/],
  [
    'an unknown word',
    `${linkHeader}xaa-a,b.c,SAME,,READ`,
    /^a\.csv:2: relation: "SAME" is not one of EQUAL, SUPERSET, SUBSET, INTERSECTS, NO_RELATION, CONTRADICTS\.$/,
  ],
  [
    'an impossible share',
    `${linkHeader}xaa-a,b.c,SUBSET,1.5,READ`,
    /^a\.csv:2: share: "1\.5" is no share\. Write a number above 0, at most 1, such as 0\.5\.$/,
  ],
  [
    'a share of EQUAL',
    `${linkHeader}xaa-a,b.c,EQUAL,0.5,READ`,
    /^a\.csv:2: share: a share says how much of the objective SUBSET or INTERSECTS covers; EQUAL has none\. Leave it empty\.$/,
  ],
  ['an empty cell', `${linkHeader}\n,b.c,EQUAL,,READ`, /^a\.csv:3: national: is empty\. Give one\.$/],
  [
    'a score off its scale',
    'assessment,iso3,threat,score,scale_min,scale_max\na,XAA,t,11,1,10',
    /^a\.csv:2: score: 11 is not on the scale from 1 to 10\. Correct it\.$/,
  ],
  [
    'a score without its scale',
    'assessment,iso3,threat,score\na,XAA,t,5',
    /^a\.csv:2: a score needs its scale: give score, scale_min and scale_max together\.$/,
  ],
  ['a likelihood of 6', 'assessment,iso3,threat,likelihood,impact\na,XAA,t,6,1', /^a\.csv:2: likelihood: "6" is no whole number from 1 to 5\.$/],
  [
    'a reversed membership',
    'org,iso3,from_year,to_year,role\no,XAA,2020,2010,member',
    /^a\.csv:2: to_year: the period begins \(2020\) after it ends \(2010\)\./,
  ],
  [
    'a reversed period',
    'id,threat,origin,transit,destination,period\nF,t,XAA,,XAB,2024-06/2024-01',
    /^a\.csv:2: period: the period begins \(2024-06\) after it ends \(2024-01\)\./,
  ],
  [
    'an activity that ends before it begins',
    'id,name,recipients,themes,start,end\nT,N,XAA,,2024,2023',
    /^a\.csv:2: end: the period begins \(2024\) after it ends \(2023\)\./,
  ],
  ['nothing', '', /^a\.csv:1: the file is empty\. Its first line must name the columns\.$/],
])('a sheet with %s is refused at its line', (_, content, problem) => {
  expect(problemsOf({ name: 'a.csv', content })).toEqual([expect.stringMatching(problem)]);
});

test('bytes that are no UTF-8 are told at their line', () => {
  const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  expect(problemsOf({ name: 'latin1.csv', content: bytes('a,b\nc,\xe9\n') })).toEqual([
    'latin1.csv:2: the file is not UTF-8: this line holds bytes that no UTF-8 text has. Save it as UTF-8 (in a spreadsheet: "CSV UTF-8").',
  ]);
  expect(problemsOf({ name: 'utf16.csv', content: bytes('\xff\xfea\0') })).toEqual([
    'utf16.csv:1: the file is UTF-16. Save it as UTF-8 (in a spreadsheet: "CSV UTF-8").',
  ]);
});

test('a file of more than 25 MB is not read', () => {
  expect(problemsOf({ name: 'a.csv', content: new Uint8Array(25 * 1024 * 1024 + 1) })).toEqual([
    'a.csv:1: the file is larger than 25 MB and was not read. Split it.',
  ]);
});

test('a file of another kind is refused', () => {
  expect(problemsOf({ name: 'a.txt', content: '<a/>' })).toEqual([
    'a.txt:1: files of a pack end in .yaml, .yml, .json or .csv. Rename or leave out this one.',
  ]);
});

test('many keys are read in a time that grows with their number', () => {
  const content = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n');
  expect(problemsOf({ name: 'a.yaml', content })).toHaveLength(1);
});

test('NO is Norway, and a date without quotes is a date', () => {
  const { pack, problems } = parsePack([
    { name: 'a.yaml', content: strategy('adopted: 2020-05-01\nlead_body: NO\nvalid: { from: 2020-06, to_year: 2021 }') },
  ]);
  expect(problems).toEqual([]);
  expect(pack.strategy[0]?.value).toMatchObject({ adopted: '2020-05-01', lead_body: 'NO', valid_from: '2020-06', valid_to: '2021' });
});

test('JSON and YAML give the same strategy', () => {
  const json = JSON.stringify({
    schema: 'strategy/1',
    id: 'xaa-plan',
    title: 'Plan',
    owner: { state: 'XAA' },
    level: 'national',
    scope: 'drugs',
    status: 'adopted',
  });
  const values = parsePack([
    { name: 'a.yaml', content: strategy('') },
    { name: 'b.json', content: json },
  ]).pack.strategy.map(({ value }) => value);
  expect(values[1]).toEqual(values[0]);
});

test('a byte order mark, spaces around cells and composed letters do not matter', () => {
  const { pack, problems } = parsePack([{ name: 'a.csv', content: '\uFEFFcode,m49,name_en\r\n XAA , , Cafe\u0301 \r\n' }]);
  expect(problems).toEqual([]);
  expect(pack.territory.map(({ value }) => value)).toEqual([{ code: 'XAA', m49: null, name: { en: 'Café' } }]);
});
