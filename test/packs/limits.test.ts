// Large and hostile input to importPack: refused with the mend, or read while others are answered.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { defaultLimits } from '../../src/http/limits.ts';
import { isReady } from '../../src/http/ready.ts';
import { version } from '../../src/http/version.ts';
import { inWords } from '../../src/i18n/words.ts';
import type { PackFile } from '../../src/packs/model.ts';
import { importPack } from '../../src/packs/service.ts';
import { fileProblems } from '../../src/packs/submitted-files.ts';
import { schema } from '../../src/schema.ts';
import { openTestDatabase, type TestDatabase } from '../db.ts';
import { editor, importAs, payloadOf, secretariat } from './client.ts';
import { plan, world } from './world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await importPack(database.db, world);
});
afterAll(() => database?.close());

const fieldsAndMessages = async (files: readonly PackFile[]) =>
  (await payloadOf(importAs(database, editor, files))).userErrors.map((it: { field: string; message: string }) => [it.field, it.message]);

describe('the files', () => {
  test.each<[string, PackFile[], string, string]>([
    ['none', [], 'files', 'there is no file. Send at least one, with its name and content.'],
    ['no name', [{ name: ' ', content: '' }], 'files[0].name', 'a name has 1 to 200 characters on one line. Rename the file.'],
    ['a name of two lines', [{ name: 'a\n.csv', content: '' }], 'files[0].name', 'a name has 1 to 200 characters on one line. Rename the file.'],
    ['a name twice', [plan, plan], 'files[1].name', 'xaa.yaml: files[0] has this name too. Rename one.'],
    [
      'a large document',
      [{ name: 'large.yaml', content: `${plan.content}#${'x'.repeat(1_000_000)}` }],
      'files[0].content',
      'large.yaml: a YAML, JSON or XLSX file has at most 1 MB. Split it, or let the operator import it.',
    ],
  ])('%s', async (_what, files, field, message) => {
    expect(await fieldsAndMessages(files)).toEqual([[field, message]]);
  });

  test('too many, or too large in all', () => {
    const many = Array.from({ length: 1_001 }, (_, index) => ({ name: `${index}.csv`, content: '' }));
    const told = (files: Parameters<typeof fileProblems>[0]) =>
      fileProblems(files).map(({ message, ...it }) => ({ ...it, message: inWords('EN', message) }));
    expect(told(many)).toEqual([{ field: 'files', message: 'there are 1,001 files, and at most 1,000 are read at once. Send them in parts.' }]);
    const content = 'x'.repeat(13_000_000);
    expect(
      told([
        { name: 'a.csv', content },
        { name: 'b.csv', content },
      ]),
    ).toEqual([{ field: 'files', message: 'the files have 26,000,000 bytes, and at most 25 MB are read at once. Send them in parts.' }]);
  });
});

test('of very many problems the first hundred are told, and that there are more', async () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => `a,b${index},c,d`).join('\n');
  const { userErrors } = await payloadOf(importAs(database, editor, [{ name: 'l.csv', content: `national,regional,relation,status\n${rows}` }]));
  expect(userErrors).toHaveLength(101);
  expect(userErrors[100]).toMatchObject({ field: 'files', message: expect.stringMatching(/^There are \d+ more problems\. Mend these first\.$/) });
});

test('more links than one import may bring are refused', async () => {
  const rows = Array.from({ length: 10_001 }, (_, index) => `xaa-plan-2024.n${index},letters-strategy-2025.p1.o1,EQUAL,SUGGESTED`).join('\n');
  const [first] = await fieldsAndMessages([{ name: 'l.csv', content: `national,regional,relation,status\n${rows}` }]);
  expect(first).toEqual([
    'files[0]',
    'l.csv:1: the files up to this one hold more than 10,000 strategies, assessments and links. Send them in parts.',
  ]);
});

test('more activities than one import may bring are refused, and others have their turns while they are read', async () => {
  const activity = '<iati-activity><iati-identifier>A</iati-identifier><reporting-org ref="X"/><title>T</title></iati-activity>';
  const content = `<iati-activities version="2.03">${activity.repeat(100_001)}</iati-activities>`;
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  const { userErrors } = await payloadOf(importAs(database, secretariat, [{ name: 'a.xml', content }]));
  clearInterval(timer);
  expect(userErrors.map((it: { message: string }) => it.message)).toEqual([
    'a.xml:1: an import takes 100000 activities: from here on none was read. Divide it.',
  ]);
  expect(turns).toBeGreaterThan(10);
});

test('while a large pack is read, others have their turns', async () => {
  let content =
    'schema: strategy/1\nid: xaa-large\ntitle: Large\nowner: {state: XAA}\nlevel: national\nscope: overarching\nstatus: adopted\nstructure:\n';
  for (let index = 1; content.length < 900_000; index++)
    content += `- {id: xaa-large.n${index}, kind: objective, label: Objective ${index}, oops: 1}\n`;
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  const { userErrors } = await payloadOf(importAs(database, editor, [{ name: 'large.yaml', content }]));
  clearInterval(timer);
  expect(userErrors).toHaveLength(101);
  expect(turns).toBeGreaterThan(10);
});

test('an import may take longer than other operations', async () => {
  const app = createApp({
    schema,
    connect: (_c, use) => use(database.db),
    isReady,
    version,
    limits: { ...defaultLimits, operationMs: 1 },
    authenticate: async () => ({ viewer: editor }),
  });
  const ask = async (query: string, variables = {}) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) };
    return (await app.request('/graphql', init)).json();
  };
  // The embedded database answers without a turn of the event loop, so there nothing is given up.
  if (database.kind === 'native')
    expect(await ask('{ alignmentMatrix(organization: "letters") { statuses } }')).toMatchObject({ errors: [{ extensions: { code: 'LIMIT' } }] });
  const input = { files: [{ name: 'plan.yaml', content: String(plan.content).replaceAll('xaa-plan-2024', 'xaa-slow') }] };
  expect(await ask('mutation ($input: ImportPackInput!) { importPack(input: $input) { stored } }', { input })).toEqual({
    data: { importPack: { stored: true } },
    extensions: expect.anything(),
  });
});

test('an import takes a fixed number of statements, however many things it brings', async () => {
  const statementsOf = async (count: number) => {
    const plans = Array.from({ length: count }, (_, index) => ({
      name: `${count}-${index}.yaml`,
      content: String(plan.content).replaceAll('xaa-plan-2024', `xaa-of-${count}-${index}`),
    }));
    const rows = plans.map((_, index) => `xaa-of-${count}-${index}.p1.o1,letters-strategy-2025.p1.o1,EQUAL,SUGGESTED`).join('\n');
    database.statements.length = 0;
    const { stored } = await payloadOf(
      importAs(database, editor, [...plans, { name: 'links.csv', content: `national,regional,relation,status\n${rows}` }]),
    );
    expect(stored).toBe(true);
    return database.statements.length;
  };
  const one = await statementsOf(1);
  expect(one).toBeLessThan(90);
  expect(await statementsOf(30)).toBe(one);
});
