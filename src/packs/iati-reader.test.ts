// What reading IATI promises: each activity by itself, what is not understood told and left out, whatever the file is like.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inWords, plain } from '../i18n/words.ts';
import { budgetsByYear, type IatiActivity } from './iati-model.ts';
import { type IatiRead, openIati } from './iati-reader.ts';
import { inEnglish } from './problems.ts';

type Told = { reads: IatiRead[]; problem: string | null };

function read(content: string, pieceLength = 50_000): Told {
  const reader = openIati('a.xml');
  const reads: IatiRead[] = [];
  for (let at = 0; at < content.length; at += pieceLength) reads.push(...reader.write(content.slice(at, at + pieceLength)));
  reads.push(...reader.end());
  const problem = reader.problem();
  return { reads, problem: problem && inEnglish(problem) };
}

const file = (inside: string) => `<iati-activities version="2.03">\n${inside}\n</iati-activities>`;
const needed =
  '<iati-identifier>XM-EXAMPLE-1-A</iati-identifier><reporting-org ref="XM-EXAMPLE-1"/><title><narrative>Example activity</narrative></title>';
const activityWith = (inside: string, attributes = 'default-currency="EUR"') =>
  `<iati-activity ${attributes}>\n${needed}\n${inside}\n</iati-activity>`;

/** The one activity of a file, and what was told of it. */
function readOne(inside: string, attributes?: string): { activity: IatiActivity; told: string[] } {
  const { reads, problem } = read(file(activityWith(inside, attributes)));
  expect(problem).toBe(null);
  const [first] = reads;
  if (!first?.activity) throw new Error('No activity was read.');
  return { activity: first.activity, told: first.warnings.map((it) => inWords('EN', it.message)) };
}

const sample = readFileSync(path.join(import.meta.dirname, '../../test/packs/samples/activities.xml'), 'utf8');

test('an activity is read whole: texts in all languages, bodies by role, dates, places, sectors, money', () => {
  const [first] = read(sample).reads;
  expect(first?.warnings).toEqual([]);
  expect(first?.activity).toEqual({
    identifier: 'XM-EXAMPLE-1-PROGRAMME',
    reporter: { ref: 'XM-EXAMPLE-1', type: '40', name: [{ language: 'en', text: 'Example Agency' }], isSecondary: false },
    title: [
      { language: 'en', text: 'Example activity' },
      { language: 'fr', text: "Activité d'exemple" },
    ],
    descriptions: [{ kind: 'GENERAL', language: 'en', text: 'An example & nothing else.' }],
    participants: [
      { role: 'FUNDING', ref: 'XM-EXAMPLE-2', type: '10', name: [{ language: 'en', text: 'Example Ministry' }] },
      { role: 'ACCOUNTABLE', ref: 'XM-EXAMPLE-1', type: '40', name: [] },
      { role: 'IMPLEMENTING', ref: null, type: '21', name: [{ language: 'en', text: 'Example Institute' }] },
      { role: 'IMPLEMENTING', ref: null, type: '21', name: [{ language: 'en', text: 'Example Academy' }] },
    ],
    status: 'IMPLEMENTATION',
    dates: { plannedStart: '2029-01-01', actualStart: '2029-02-01', plannedEnd: '2031-12-31', actualEnd: null },
    recipients: [
      { kind: 'COUNTRY', code: 'XA', vocabulary: null, name: null, percentage: 60, level: 'ACTIVITY' },
      { kind: 'COUNTRY', code: 'XB', vocabulary: null, name: null, percentage: 15, level: 'ACTIVITY' },
      { kind: 'REGION', code: '1031', vocabulary: '1', name: null, percentage: 25, level: 'ACTIVITY' },
    ],
    sectors: [
      { vocabulary: '1', code: '16063', name: 'Narcotics control', percentage: 66.67, level: 'ACTIVITY' },
      { vocabulary: '1', code: '15113', name: null, percentage: 33.33, level: 'ACTIVITY' },
      { vocabulary: '8', code: '16.4', name: null, percentage: 100, level: 'ACTIVITY' },
    ],
    areSharesUnclear: { recipients: false, sectors: false },
    budgets: [
      { from: '2029-02-01', to: '2030-01-31', valueDate: '2029-06-01', currency: 'EUR', amount: 1_200_000.2, isRevised: true },
      { from: '2030-02-01', to: '2031-01-31', valueDate: '2029-02-01', currency: 'EUR', amount: 300_000.3, isRevised: false },
    ],
    transactions: [
      { kind: 'COMMITMENT', currency: 'EUR', year: 2029, amount: 1_500_000, count: 1 },
      { kind: 'DISBURSEMENT', currency: 'EUR', year: 2029, amount: 0.3, count: 2 },
      { kind: 'DISBURSEMENT', currency: 'USD', year: 2029, amount: -40, count: 1 },
    ],
    related: [{ kind: 'CHILD', identifier: 'XM-EXAMPLE-1-PART' }],
    hierarchy: 1,
    defaultCurrency: 'EUR',
    lastUpdated: '2030-01-02T08:00:00.000Z',
    notRead: { plannedDisbursements: 1, otherTransactions: 1 },
  });
});

test('what real files do is read: another order, words of version 1, transactions that carry place and sector; the rest is told and left out', () => {
  const second = read(sample).reads[1];
  expect(second?.activity).toMatchObject({
    identifier: 'XM-EXAMPLE-1-PART',
    title: [{ language: null, text: 'Example part' }],
    participants: [{ role: 'IMPLEMENTING', name: [{ language: null, text: 'Example Office' }] }],
    status: null,
    dates: { plannedStart: '2030-05', actualStart: null, plannedEnd: null, actualEnd: null },
    recipients: [{ kind: 'COUNTRY', code: 'XA', percentage: null, level: 'TRANSACTION' }],
    sectors: [{ vocabulary: '2', code: '152', level: 'TRANSACTION' }],
    budgets: [],
    transactions: [{ kind: 'DISBURSEMENT', currency: 'EUR', year: 2030, amount: 70, count: 1 }],
    hierarchy: 2,
    lastUpdated: null,
  });
  expect(second?.warnings.map(inEnglish)).toEqual([
    'a.xml:46: <activity-status> has the unknown code "7": left out.',
    'a.xml:51: <recipient-country> has the code "XAA", which is not the two letters of ISO 3166-1: left out.',
    'a.xml:53: <participating-org> has the unknown role "9": left out.',
    'a.xml:55: <activity-date> has "31/12/2030", which is no date: left out.',
    'a.xml:56: <budget> has the value "1,000", which is no number such as 1250000.5: left out.',
  ]);
});

test('only an activity without identifier, title or reporter is left out, and the file goes on', () => {
  const { reads, problem } = read(sample);
  expect(problem).toBe(null);
  expect(reads).toHaveLength(4);
  expect(reads[2]).toEqual({
    activity: null,
    line: 64,
    problems: [
      {
        file: 'a.xml',
        line: 64,
        message: plain('an activity has no <iati-identifier> and no <title> and no <reporting-org> and was left out. Add them.'),
      },
    ],
    warnings: [],
  });
  expect(reads[3]?.activity?.identifier).toBe('XM-EXAMPLE-1-LAST');
});

test('a percentage over 100 is told and taken as not given', () => {
  const last = read(sample).reads[3];
  expect(last?.activity?.recipients.map(({ percentage }) => percentage)).toEqual([80, null]);
  expect(last?.activity?.areSharesUnclear).toEqual({ recipients: true, sectors: false });
  expect(last?.warnings.map(inEnglish)).toEqual([
    'a.xml:73: <recipient-country> has the percentage "180", which is no number from 0 to 100: taken as not given.',
    'a.xml:68: the percentages of its countries and regions do not add up to 100.',
  ]);
});

test.each<[string, string, boolean]>([
  ['none given', '<recipient-country code="XA"/><recipient-country code="XB"/>', false],
  ['thirds', '<recipient-country code="XA" percentage="66.66"/><recipient-country code="XB" percentage="33.33"/>', false],
  ['one without', '<recipient-country code="XA" percentage="100"/><recipient-country code="XB"/>', true],
  ['too little', '<recipient-country code="XA" percentage="50"/><recipient-region code="89" percentage="40"/>', true],
  ['too much', '<recipient-country code="XA" percentage="70"/><recipient-country code="XB" percentage="70"/>', true],
  [
    'all together 100 over two vocabularies',
    '<recipient-country code="XA" percentage="50"/><recipient-region code="89" percentage="25"/><recipient-region code="A" vocabulary="99" percentage="25"/>',
    false,
  ],
  [
    'countries and regions 100 in each vocabulary',
    '<recipient-country code="XA" percentage="50"/><recipient-region code="89" percentage="50"/><recipient-region code="A" vocabulary="99" percentage="50"/>',
    false,
  ],
])('percentages of recipients are unclear where they cannot be taken as they stand: %s', (_, inside, isUnclear) => {
  expect(readOne(inside).activity.areSharesUnclear.recipients).toBe(isUnclear);
});

test('budgets add up by currency and the year they begin in; none is converted or divided', () => {
  const budget = (from: string, to: string, value: string, more = '') =>
    `<budget><period-start iso-date="${from}"/><period-end iso-date="${to}"/><value value-date="${from}" ${more}>${value}</value></budget>`;
  const { activity } = readOne(
    budget('2029-01-01', '2029-06-30', '100.10') +
      budget('2029-07-01', '2030-06-30', '200.20') +
      budget('2030-07-01', '2030-12-31', '1e3') +
      budget('2029-01-01', '2029-12-31', '7', 'currency="usd"'),
  );
  expect(budgetsByYear(activity.budgets)).toEqual([
    { currency: 'EUR', year: 2029, amount: 300.3 },
    { currency: 'EUR', year: 2030, amount: 1000 },
    { currency: 'USD', year: 2029, amount: 7 },
  ]);
});

test('money without a currency is told and left out', () => {
  const inside = '<budget><value value-date="2029-01-01">5</value></budget><transaction><transaction-type code="2"/><value>5</value></transaction>';
  const { activity, told } = readOne(inside, '');
  expect([activity.budgets, activity.transactions]).toEqual([[], []]);
  expect(told).toEqual(['<budget> has no currency: left out.', '<transaction> has no currency: left out.']);
});

test('people to contact, documents and results are not read', () => {
  const inside = ['contact-info', 'document-link', 'result', 'x:title', '__proto__', 'constructor'];
  const { activity, told } = readOne(inside.map((name) => `<${name}><title><narrative>Hidden</narrative></title></${name}>`).join(''));
  expect(JSON.stringify(activity)).not.toContain('Hidden');
  expect(told).toEqual([]);
});

test('a file that is not well-formed ends there, and it is said what was read before', () => {
  const { reads, problem } = read(file(`${activityWith('')}\n${activityWith('<sector code="15113">')}`));
  expect(reads.map(({ activity }) => activity?.identifier)).toEqual(['XM-EXAMPLE-1-A']);
  expect(problem).toBe(
    'a.xml:9: an element is closed here that is not the one open. Correct the line, or one before. One activity before it was read; nothing from here on was.',
  );
});

test('a file that is cut off gives what is whole', () => {
  const { reads, problem } = read(sample.slice(0, sample.indexOf('XM-EXAMPLE-1-LAST')));
  expect(reads).toHaveLength(3);
  expect(problem).toBe(
    'a.xml:69: the file ends inside <iati-identifier>: it is cut off. Get the whole file. 3 activities before it were read; nothing from here on was.',
  );
});

test('an activity with too many elements is left out, and the rest of the file goes on', () => {
  const { reads, problem } = read(file(`${activityWith('<x/>'.repeat(200_001))}\n${activityWith('')}`));
  expect(problem).toBe(null);
  expect(reads).toMatchObject([
    { activity: null, line: 2, problems: [{ line: 2, message: plain('an activity with more than 200000 elements was left out. Divide it.') }] },
    { activity: { identifier: 'XM-EXAMPLE-1-A' } },
  ]);
});

test('an activity with too much text is left out', () => {
  const { reads } = read(file(activityWith(`<description><narrative>${'x'.repeat(1_000_000)}</narrative></description>`.repeat(22))));
  expect(reads).toMatchObject([
    { activity: null, problems: [{ message: plain('an activity with more than 20 million characters was left out. Divide it.') }] },
  ]);
});

test('what is too long or too many is cut, and told in few words', () => {
  const { activity, told } = readOne(
    `<description><narrative>${'x'.repeat(30_000)}</narrative></description>${'<sector code="1"/>'.repeat(50)}${Array.from({ length: 1200 }, (_, index) => `<related-activity type="3" ref="X${index}"/>`).join('')}`,
  );
  expect(activity.descriptions[0]?.text).toHaveLength(20_000);
  expect(activity.related).toHaveLength(1000);
  expect(told).toHaveLength(21);
  expect(told[0]).toBe('<narrative> has 30000 characters: the first 20000 are kept.');
  expect(told.at(-1)).toBe('31 more warnings of this activity are not listed.');
});

test('the value of an activity does not depend on how the file comes in pieces', () => {
  expect(read(sample, 1)).toEqual(read(sample));
});
