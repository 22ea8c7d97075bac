// What the report of an import of IATI promises: all files together, as they stream, within bounds.
import { execFile } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { type IatiFile, piecesOf, reportIati } from './iati-report.ts';
import { formatProblem } from './problems.ts';

const root = path.join(import.meta.dirname, '../..');
const sample = path.join(root, 'test/packs/samples/activities.xml');
const known = {
  states: new Map([['XA', 'XAA']]),
  regions: new Set(['region:caribbean']),
  sectors: new Map([['16063', 'threat:drug-trafficking']]),
  register: new Set<string>(),
  asOf: '2030-06-01',
};
const file = (name: string, inside: string): IatiFile => ({ name, pieces: piecesOf(`<iati-activities version="2.03">${inside}</iati-activities>`) });
const activity = (identifier: string, more = '', attributes = '') =>
  `<iati-activity ${attributes}><iati-identifier>${identifier}</iati-identifier><reporting-org ref="XM"/><title><narrative>Example</narrative></title>${more}</iati-activity>`;

test('a report says what would be staged, what is left out, and why', async () => {
  const taken: string[] = [];
  const report = await reportIati([{ name: 'a.xml', pieces: createReadStream(sample) }], known, (it) => taken.push(it.identifier));
  expect(report.counts).toEqual({ read: 3, leftOut: 1, withoutReason: 0 });
  expect(report.reasons).toEqual([
    { code: 'CHILD_OF', count: 1 },
    { code: 'UNKNOWN_RECIPIENT', count: 2 },
    { code: 'NO_THEME', count: 2 },
    { code: 'NO_DATES', count: 1 },
    { code: 'PERCENTAGES_UNCLEAR', count: 1 },
  ]);
  expect(report.staged[1]).toEqual({
    file: 'a.xml',
    line: 45,
    identifier: 'XM-EXAMPLE-1-PART',
    title: 'Example part',
    reasons: [
      { code: 'CHILD_OF', detail: 'XM-EXAMPLE-1-PROGRAMME: its budgets are in those of the parent' },
      { code: 'NO_THEME', detail: 'DAC 152' },
    ],
  });
  expect(report.problems.map(({ line }) => line)).toEqual([64]);
  expect(report.warnings).toHaveLength(7);
  expect(taken).toEqual(report.staged.map(({ identifier }) => identifier));
});

test('files are one import: the same activity in two of them is told', async () => {
  const report = await reportIati([file('a.xml', activity('A')), file('b.xml', activity('A', '', 'last-updated-datetime="2030-01-01"'))], known);
  expect(report.staged.map(({ file: name, reasons }) => [name, reasons.some(({ code }) => code === 'DUPLICATE')])).toEqual([
    ['a.xml', true],
    ['b.xml', false],
  ]);
});

test('a file that cannot be read keeps the next one in', async () => {
  const report = await reportIati([{ name: 'a.xml', pieces: ['<plan/>'] }, file('b.xml', activity('B'))], known);
  expect(report.problems.map(formatProblem)).toEqual([
    'a.xml:1: unknown format: the root element is <plan>. Known: <iati-activities> of IATI 2.01 to 2.03.',
  ]);
  expect(report.staged.map(({ identifier }) => identifier)).toEqual(['B']);
});

test('a file that is refused is not read on', async () => {
  let given = 0;
  function* endless() {
    yield '<!DOCTYPE a>';
    for (; ; given++) yield ' ';
  }
  await reportIati([{ name: 'a.xml', pieces: endless() }], known);
  expect(given).toBe(0);
});

test('problems and warnings are listed up to a number, and counted beyond', async () => {
  const report = await reportIati([file('a.xml', activity('').repeat(1500))], known);
  expect(report.problems).toHaveLength(1001);
  expect(report.problems.at(-1)?.message).toMatch(/ This is the last; 499 problems before it are not listed\.$/);
  expect(report.counts.leftOut).toBe(1500);
});

test('an import takes a bounded number of activities, those left out among them', async () => {
  function* many() {
    yield '<iati-activities version="2.03">';
    for (let at = 0; at < 300; at++) yield '<iati-activity/>'.repeat(1000);
  }
  const report = await reportIati([{ name: 'a.xml', pieces: many() }], known);
  expect(report.counts.leftOut).toBe(200_000);
  expect(report.problems.at(-1)?.message).toMatch(/^an import takes 200000 activities: from here on none was read\. Divide it\./);
});

test('content that is held whole comes in pieces, with no character cut in two', async () => {
  const text = `${'x'.repeat(64 * 1024 - 1)}${'𝄞'.repeat(40_000)}`;
  const pieces = [...piecesOf(text)];
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.every((piece) => typeof piece === 'string' && piece.isWellFormed())).toBe(true);
  expect(pieces.join('')).toBe(text);
  const bytes = readFileSync(sample);
  expect(Buffer.concat([...piecesOf(bytes)].map((piece) => Buffer.from(piece)))).toEqual(bytes);
});

test('a file of 50 MB is read with less than 300 MB more memory', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', 'test/packs/big-iati.ts', '50'], {
    cwd: root,
  });
  const { bytes, counts, problems, warnings, growthMb } = JSON.parse(stdout);
  expect(bytes).toBeGreaterThan(50 * 1024 * 1024);
  expect(counts.read).toBeGreaterThan(10_000);
  expect(counts.withoutReason).toBe(counts.read);
  expect([problems, warnings]).toEqual([0, 0]);
  expect(growthMb).toBeLessThan(300);
});
