// What the report of an import of IATI promises: all files together, as they stream, within bounds.
import { execFile } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type IatiFile, piecesOf, reportIati, type StagedActivity, surveyIati } from './iati-report.ts';
import type { RecordedActivity, StagingKnown } from './iati-staging.ts';
import { inEnglish } from './problems.ts';

const root = path.join(import.meta.dirname, '../..');
const sample = path.join(root, 'test/packs/samples/activities.xml');
const known: StagingKnown = {
  states: new Map([['XA', 'XAA']]),
  regions: new Set(['region:caribbean']),
  sectors: new Map([['16063', 'threat:drug-trafficking']]),
  recorded: new Map(),
  named: new Map(),
  asOf: '2030-06-01',
};
const file = (name: string, inside: string): IatiFile => ({
  name,
  open: () => piecesOf(`<iati-activities version="2.03">${inside}</iati-activities>`),
});
const activity = (identifier: string, more = '', attributes = '') =>
  `<iati-activity ${attributes}><iati-identifier>${identifier}</iati-identifier><reporting-org ref="XM"/><title><narrative>Example</narrative></title>${more}</iati-activity>`;

async function reportOf(files: IatiFile[], take?: (activity: StagedActivity) => void, at: StagingKnown = known) {
  return reportIati(files, await surveyIati(files), at, take);
}

test('a report says what would be staged, what is left out, and why', async () => {
  const taken: string[] = [];
  const report = await reportOf([{ name: 'a.xml', open: () => createReadStream(sample) }], ({ value }) => taken.push(value.identifier));
  expect(report.counts).toEqual({ read: 3, leftOut: 1, staged: 3, withoutReason: 0 });
  expect(report.reasons).toEqual([
    { code: 'CHILD_OF', count: 1 },
    { code: 'UNKNOWN_RECIPIENT', count: 2 },
    { code: 'NO_THEME', count: 2 },
    { code: 'NO_DATES', count: 1 },
    { code: 'PERCENTAGES_UNCLEAR', count: 1 },
  ]);
  expect(report.activities[1]).toEqual({
    file: 'a.xml',
    line: 45,
    identifier: 'XM-EXAMPLE-1-PART',
    title: 'Example part',
    fate: 'STAGED',
    reasons: [
      { code: 'CHILD_OF', detail: 'XM-EXAMPLE-1-PROGRAMME: its budgets are in those of the parent' },
      { code: 'NO_THEME', detail: 'DAC 152' },
    ],
  });
  expect(report.problems).toEqual([]);
  expect(report.leftOut.map(({ line }) => line)).toEqual([64]);
  expect(report.warnings).toHaveLength(7);
  expect(taken).toEqual(report.activities.map(({ identifier }) => identifier));
});

test('files are one import: the same activity in two of them is told', async () => {
  const report = await reportOf([file('a.xml', activity('A')), file('b.xml', activity('A', '', 'last-updated-datetime="2030-01-01"'))]);
  expect(report.activities.map(({ file: name, fate, reasons }) => [name, fate, reasons.some(({ code }) => code === 'DUPLICATE')])).toEqual([
    ['a.xml', 'TOLD', true],
    ['b.xml', 'STAGED', false],
  ]);
});

test('a file that cannot be read keeps the next one in', async () => {
  const report = await reportOf([{ name: 'a.xml', open: () => ['<plan/>'] }, file('b.xml', activity('B'))]);
  expect(report.problems.map(inEnglish)).toEqual([
    'a.xml:1: unknown format: the root element is <plan>. Known: <iati-activities> of IATI 2.01 to 2.03.',
  ]);
  expect(report.activities.map(({ identifier }) => identifier)).toEqual(['B']);
});

test('a file that is refused is not read on', async () => {
  let given = 0;
  function* endless() {
    yield '<!DOCTYPE a>';
    for (; ; given++) yield ' ';
  }
  await surveyIati([{ name: 'a.xml', open: endless }]);
  expect(given).toBe(0);
});

test('problems and warnings are listed up to a number, and counted beyond', async () => {
  const report = await reportOf([file('a.xml', activity('').repeat(1500) + activity('A'))]);
  expect(report.leftOut).toHaveLength(1001);
  expect(report.leftOut.slice(-1).map(inEnglish)[0]).toMatch(/ This is the last; 499 activities before it are not listed\.$/);
  expect(report.counts).toMatchObject({ leftOut: 1500, staged: 1 });
});

test('an import takes a bounded number of activities, those left out among them', async () => {
  function* many() {
    yield '<iati-activities version="2.03">';
    for (let at = 0; at < 300; at++) yield '<iati-activity/>'.repeat(1000);
  }
  const { leftOutCount, problems } = await surveyIati([{ name: 'a.xml', open: many }]);
  expect(leftOutCount).toBe(200_000);
  expect(problems.map(inEnglish)[0]).toMatch(/: an import takes 200000 activities: from here on none was read\. Divide it\./);
});

test('where no activity can be read, why not is the problem', async () => {
  const { problems, leftOut } = await reportOf([file('a.xml', activity(''))]);
  expect(problems).toHaveLength(1);
  expect(leftOut).toEqual([]);
});

test('a file that changes while it is read is a problem', async () => {
  let title = 'A';
  const changing = { name: 'a.xml', open: () => piecesOf(`<iati-activities version="2.03">${activity(title)}</iati-activities>`) };
  const survey = await surveyIati([changing]);
  expect((await reportIati([changing], survey, known)).problems).toEqual([]);
  title = 'B';
  expect((await reportIati([changing], survey, known)).problems.map(inEnglish)).toEqual([
    'a.xml:1: the file was changed while it was read. Import it again.',
  ]);
});

test.each([
  [
    'another root element',
    '<?xml version="1.0"?>\n<!-- plan -->\n<StrategicPlan/>',
    /^a\.xml:3: unknown format: the root element is <StrategicPlan>\. Known: /,
  ],
  ['an old version', '<iati-activities version="1.05"/>', /^a\.xml:1: the root element is <iati-activities> with version "1\.05"\. Known: /],
  ['no version', '<iati-activities/>', /^a\.xml:1: the root element is <iati-activities> with no version\. Known: /],
  ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>', /^a\.xml:1: a DOCTYPE stands here\./],
  ['no XML', 'national,regional', /^a\.xml:1: text stands outside of the root element\./],
])('a file that is no file of activities is told: %s', async (_, content, problem) => {
  const { problems } = await surveyIati([{ name: 'a.xml', open: () => [content] }]);
  expect(problems.map(inEnglish)).toEqual([expect.stringMatching(problem)]);
});

describe('beside what is recorded already', () => {
  const one = (more = '', attributes = '') => [file('a.xml', activity('XM-1', more, attributes))];
  const other = '<related-activity type="5" ref="XM-2"/>';
  const digest = (files: IatiFile[]) => {
    let found = '';
    return reportOf(files, (it) => {
      found = it.digest;
    }).then(() => found);
  };
  const at = (key: string, recorded: Partial<RecordedActivity>, named: [string, string][] = []): StagingKnown => ({
    ...known,
    recorded: new Map([[key, { standing: 'STAGED', digest: 'x', lastUpdated: null, isBack: false, ...recorded }]]),
    named: new Map(named),
  });
  const told = async (files: IatiFile[], recorded: StagingKnown) => {
    const { activities } = await reportOf(files, undefined, recorded);
    const codes = ['IN_REGISTER', 'SAME_AS', 'DISCARDED'];
    return activities.map(({ fate, reasons }) => [
      fate,
      ...reasons.filter(({ code }) => codes.includes(code)).map((it) => `${it.code}: ${it.detail}`),
    ]);
  };

  test('what is published is told, and whether the file says something else of it', async () => {
    const same = await digest(one());
    expect(await told(one(), at('iati-XM-1', { standing: 'PUBLISHED', digest: same }))).toEqual([
      ['TOLD', 'IN_REGISTER: iati-XM-1, as this file has it'],
    ]);
    expect(await told(one(), at('iati-XM-1', { standing: 'PUBLISHED' }))).toEqual([['TOLD', 'IN_REGISTER: iati-XM-1, where it says something else']]);
    expect(await told(one(), at('iati-XM-1', { standing: 'PUBLISHED', digest: null }))).toEqual([['TOLD', 'IN_REGISTER: iati-XM-1']]);
  });

  test('what was discarded comes back only where the file says something else, and stays marked', async () => {
    const same = await digest(one());
    expect(await told(one(), at('iati-XM-1', { standing: 'DISCARDED', digest: same }))).toEqual([['TOLD', 'DISCARDED: it says what it said then']]);
    expect(await told(one(), at('iati-XM-1', { standing: 'DISCARDED' }))).toEqual([['STAGED', 'DISCARDED: it says something else now']]);
    expect(await told(one(), at('iati-XM-1', { isBack: true }))).toEqual([['STAGED', 'DISCARDED: it says something else now']]);
  });

  test('what is the same as another one is not staged beside it, whichever of the two says so', async () => {
    expect(await told(one(other), at('iati-XM-2', {}))).toEqual([['TOLD', 'SAME_AS: XM-2, which is staged']]);
    expect(await told(one(other), at('iati-XM-2', { standing: 'PUBLISHED' }))).toEqual([['TOLD', 'SAME_AS: XM-2, which is in the register']]);
    expect(await told(one(other), at('iati-XM-2', { standing: 'DISCARDED' }))).toEqual([['STAGED']]);
    expect(await told(one(), at('iati-XM-2', {}, [['iati-XM-1', 'iati-XM-2']]))).toEqual([['TOLD', 'SAME_AS: iati-XM-2, which is staged']]);
  });

  test('of one that is staged the newer report stays', async () => {
    const dated = one('', 'last-updated-datetime="2030-01-01T00:00:00Z"');
    expect(await told(dated, at('iati-XM-1', { lastUpdated: '2029-01-01T00:00:00.000Z' }))).toEqual([['STAGED']]);
    const newer = at('iati-XM-1', { lastUpdated: '2030-02-01T00:00:00.000Z' });
    expect(await told(dated, newer)).toEqual([['OLDER']]);
    expect((await reportOf(dated, undefined, newer)).warnings.map(inEnglish)).toEqual([
      'a.xml:1: "XM-1" was last updated on 2030-01-01T00:00:00.000Z here, and on 2030-02-01T00:00:00.000Z in what is staged, which stays.',
    ]);
  });
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
