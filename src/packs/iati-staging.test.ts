// What an activity becomes in the register, and why it waits for a person, by examples worked out by hand.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { IatiActivity, IatiBudget, IatiRecipient } from './iati-model.ts';
import { openIati } from './iati-reader.ts';
import { regionsOf } from './iati-regions.ts';
import { registerKey, registerReading } from './iati-register.ts';
import { type StagingKnown, stagingReasons } from './iati-staging.ts';

const seeds = path.join(import.meta.dirname, '../../seeds/reference');
const ourRegions = readFileSync(path.join(seeds, 'flow_regions.csv'), 'utf8')
  .split('\n')
  .flatMap((row) => /^region:[a-z-]+/.exec(row)?.[0] ?? []);

const known: StagingKnown = {
  states: new Map([
    ['XA', 'XAA'],
    ['XB', 'XBB'],
  ]),
  regions: new Set(ourRegions),
  sectors: new Map([
    ['16063', 'threat:drug-trafficking'],
    ['15113', 'threat:corruption'],
    ['15220', null],
  ]),
  recorded: new Map([['iati-XM-EXAMPLE-1-OLD', { standing: 'PUBLISHED', digest: null, lastUpdated: null, isBack: false }]]),
  named: new Map(),
  asOf: '2030-06-01',
};

const samples = path.join(import.meta.dirname, '../../test/packs/samples');
const reader = openIati('a.xml');
const reads = [...reader.write(readFileSync(path.join(samples, 'activities.xml'))), ...reader.end()];
const programme = reads[0]?.activity;
if (!programme) throw new Error('The sample has no first activity.');
const changed = (more: Partial<IatiActivity>): IatiActivity => ({ ...programme, ...more });
const reasonsOf = (more: Partial<IatiActivity>, standing?: Parameters<typeof stagingReasons>[2]) =>
  stagingReasons(changed(more), known, standing).map(({ code, detail }) => (detail === null ? code : `${code}: ${detail}`));

const country = (code: string, level: IatiRecipient['level'] = 'ACTIVITY'): IatiRecipient => ({
  kind: 'COUNTRY',
  code,
  vocabulary: null,
  name: null,
  percentage: null,
  level,
});
const region = (vocabulary: string, code: string, name: string | null = null): IatiRecipient => ({
  kind: 'REGION',
  code,
  vocabulary,
  name,
  percentage: null,
  level: 'ACTIVITY',
});
const budget = (from: string | null, to: string | null, amount: number, currency = 'EUR'): IatiBudget => ({
  from,
  to,
  amount,
  currency,
  valueDate: null,
  isRevised: false,
});

test('an activity becomes a row of the register', () => {
  expect(registerReading(programme, known)).toEqual({
    value: {
      key: 'iati-XM-EXAMPLE-1-PROGRAMME',
      identifier: 'XM-EXAMPLE-1-PROGRAMME',
      title: 'Example activity',
      reportingOrg: 'Example Agency',
      status: 'IMPLEMENTATION',
      start: '2029-02-01',
      end: '2031-12-31',
      note: 'IATI XM-EXAMPLE-1-PROGRAMME, reported by Example Agency',
      parties: [
        { role: 'PROVIDER', name: 'Example Institute', reference: null },
        { role: 'PROVIDER', name: 'Example Academy', reference: null },
        { role: 'FUNDER', name: 'Example Ministry', reference: 'XM-EXAMPLE-2' },
      ],
      recipients: [
        { place: 'XAA', percentage: 60 },
        { place: 'XBB', percentage: 15 },
        { place: 'region:caribbean', percentage: 25 },
      ],
      sectors: ['16063', '15113'],
      budgets: [
        { currency: 'EUR', year: 2029, amount: 1_200_000.2 },
        { currency: 'EUR', year: 2030, amount: 300_000.3 },
      ],
    },
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    concepts: ['threat:drug-trafficking', 'threat:corruption'],
    unknownRecipients: [],
    dividedRegions: [],
    budgetDoubts: [],
  });
});

test('two readings have one digest where they say the same, and else not', () => {
  const digestOf = (more: Partial<IatiActivity>) => registerReading(changed(more), known).digest;
  expect(digestOf({ lastUpdated: '2031-01-01', descriptions: [] })).toBe(digestOf({}));
  expect(digestOf({ title: [{ language: null, text: 'Another' }] })).not.toBe(digestOf({}));
});

test('an identifier makes one id, and no other identifier makes the same', () => {
  const cases: [string, string][] = [
    ['XM-EXAMPLE-1-A', 'iati-XM-EXAMPLE-1-A'],
    ['XM-EXAMPLE-1 a/b', 'iati-XM-EXAMPLE-1_x0020a_x002fb'],
    ['XM-EXAMPLE-1_x0020a', 'iati-XM-EXAMPLE-1_x005fx0020a'],
    ['A--B', 'iati-A_x002d_x002dB'],
    ['-A', 'iati_x002dA'],
    ['é', 'iati_x00e9'],
  ];
  expect(cases.map(([identifier]) => registerKey(identifier))).toEqual(cases.map(([, key]) => key));
  expect(registerKey('x'.repeat(196))).toBe(null);
});

test('every region that a code stands for is one of ours', () => {
  const codes = Array.from({ length: 1100 }, (_, index) => String(index));
  const found = ['1', '2'].flatMap((vocabulary) => codes.flatMap((code) => regionsOf(vocabulary, code)));
  expect(found.length).toBeGreaterThan(30);
  expect(found.filter((key) => !ourRegions.includes(key))).toEqual([]);
});

test('regions: DAC unless another vocabulary is named; those we do not have are kept as text', () => {
  const reading = registerReading(
    changed({ recipients: [region('1', '298'), region('2', '29'), region('1', '789'), region('1', '619'), region('99', '298', 'Example Coast')] }),
    known,
  );
  expect(reading.value?.recipients.map(({ place }) => place)).toEqual([
    'region:africa',
    'region:caribbean',
    'region:east-asia',
    'region:south-east-asia',
  ]);
  expect(reading.unknownRecipients).toEqual(['region 619', 'Example Coast (298)']);
});

test('what transactions name counts where the activity names nobody', () => {
  const recipientsOf = (recipients: IatiRecipient[]) => registerReading(changed({ recipients }), known).value?.recipients.map(({ place }) => place);
  expect(recipientsOf([country('XA', 'TRANSACTION'), country('XB', 'TRANSACTION')])).toEqual(['XAA', 'XBB']);
  expect(recipientsOf([country('XA'), country('XB', 'TRANSACTION')])).toEqual(['XAA']);
});

test('shares stay as stated: a region in parts has the sum of them, and one code for two regions gives neither a share', () => {
  const share = (it: IatiRecipient, percentage: number | null): IatiRecipient => ({ ...it, percentage });
  const sharesOf = (...recipients: IatiRecipient[]) =>
    Object.fromEntries(registerReading(changed({ recipients }), known).value?.recipients.map(({ place, percentage }) => [place, percentage]) ?? []);
  expect(sharesOf(share(country('XA'), 0), share(region('1', '298'), 100))).toEqual({ XAA: 0, 'region:africa': 100 });
  expect(sharesOf(country('XA'), country('XB'))).toEqual({ XAA: null, XBB: null });
  expect(sharesOf(share(region('1', '380'), 20.5), share(region('1', '1031'), 30))).toEqual({ 'region:caribbean': 50.5 });
  expect(sharesOf(share(region('1', '380'), 20), region('1', '1031'))).toEqual({ 'region:caribbean': null });
  // Another list says the same again.
  expect(sharesOf(share(region('1', '1031'), 40), share(region('2', '29'), 40))).toEqual({ 'region:caribbean': 40 });
  expect(sharesOf(share(region('1', '789'), 100))).toEqual({ 'region:east-asia': null, 'region:south-east-asia': null });
  expect(reasonsOf({ recipients: [share(region('1', '789'), 100)] })).toEqual(['PERCENTAGES_UNCLEAR: region 789, which is several regions here']);
});

test('budgets are by currency and year; those of a currency that cannot be added up are unknown', () => {
  const budgetsOf = (...budgets: IatiBudget[]) =>
    registerReading(changed({ budgets }), known).value?.budgets.map(({ currency, year, amount }) => `${currency} ${year} ${amount}`);
  expect(budgetsOf()).toEqual([]);
  expect(budgetsOf(budget('2029-01-01', '2029-06-30', 0.1), budget('2029-07-01', '2030-06-30', 0.2))).toEqual(['EUR 2029 0.3']);
  expect(budgetsOf(budget('2029-01-01', '2029-12-31', 1), budget('2029-12-31', '2030-12-31', 2))).toEqual([]);
  expect(
    budgetsOf(budget('2029', '2029', 1), budget('2030', '2030', 2, 'USD'), budget('2031', '2032', 3, 'GBP'), budget('2032', '2033', 4, 'GBP')),
  ).toEqual(['EUR 2029 1', 'USD 2030 2']);
  expect(budgetsOf(budget(null, null, 1))).toEqual(['EUR null 1']);
  expect(budgetsOf(budget(null, null, 1), budget('2030-01-01', '2030-12-31', 2))).toEqual([]);
});

test.each<[string, Partial<IatiActivity>, string[]]>([
  ['nothing', {}, []],
  ['its reporter is a secondary one', { reporter: { ...programme.reporter, isSecondary: true } }, ['SECONDARY_REPORT']],
  ['it is in the register', { identifier: 'XM-EXAMPLE-1-OLD' }, ['IN_REGISTER: iati-XM-EXAMPLE-1-OLD']],
  [
    'one in the register is the same',
    { related: [{ kind: 'THIRD_PARTY', identifier: 'XM-EXAMPLE-1-OLD' }] },
    ['SAME_AS: XM-EXAMPLE-1-OLD, which is in the register'],
  ],
  ['its identifier makes no id', { identifier: ' '.repeat(50) }, [`NO_KEY: ${' '.repeat(50)}`]],
  ['it names no recipient', { recipients: [] }, ['NO_RECIPIENT']],
  [
    'it names recipients that are not here',
    { recipients: [country('XA'), country('XZ'), region('1', '889')] },
    ['UNKNOWN_RECIPIENT: country XZ; region 889'],
  ],
  [
    'no sector is a concept',
    {
      sectors: [
        { vocabulary: '1', code: '15220', name: null, percentage: null, level: 'ACTIVITY' },
        { vocabulary: '8', code: '16.4', name: null, percentage: null, level: 'ACTIVITY' },
      ],
    },
    ['NO_THEME: DAC 15220, 16.4 of vocabulary 8'],
  ],
  ['it has no sectors', { sectors: [] }, ['NO_THEME']],
  ['it has no dates', { dates: { plannedStart: null, actualStart: null, plannedEnd: null, actualEnd: null } }, ['NO_DATES']],
  ['it ends before it begins', { dates: { ...programme.dates, actualEnd: '2028' } }, ['PERIOD_UNCLEAR: begins 2029-02-01, ends 2028']],
  ['it ended yesterday', { dates: { ...programme.dates, actualEnd: '2030-05-31' } }, ['ENDED: 2030-05-31']],
  ['it is over this month', { dates: { ...programme.dates, actualEnd: '2030-06' } }, []],
  ['its status is closed', { status: 'CLOSED' }, ['ENDED: status: closed']],
  ['it was cancelled', { status: 'CANCELLED' }, ['CANCELLED']],
  ['its shares are unclear', { areSharesUnclear: { recipients: true, sectors: true } }, ['PERCENTAGES_UNCLEAR: recipients, sectors']],
  ['its budgets are in two currencies', { budgets: [budget('2029', '2029', 1), budget('2030', '2030', 1, 'USD')] }, ['BUDGET_UNCLEAR: in EUR, USD']],
  [
    'its budgets overlap',
    { budgets: [budget('2029', '2030', 1), budget('2030', '2030', 1)] },
    ['BUDGET_UNCLEAR: EUR: periods overlap, so no amount is taken over'],
  ],
  [
    'its budgets are below zero',
    { budgets: [budget('2029', '2030', -1)] },
    ['BUDGET_UNCLEAR: EUR: the sum is below zero or too large, so it is not taken over'],
  ],
  ['it has no budget, which is unknown funding', { budgets: [] }, []],
])('an activity waits for a person because: %s', (_, more, reasons) => {
  expect(reasonsOf(more)).toEqual(reasons);
});

test('how it stands to others of the import comes first', () => {
  expect(reasonsOf({ recipients: [] }, { kind: 'CHILD_OF', of: 'A', counted: true })).toEqual([
    'CHILD_OF: A: its budgets are in those of the parent',
    'NO_RECIPIENT',
  ]);
  expect(reasonsOf({}, { kind: 'DUPLICATE', of: 'A' })).toEqual(['DUPLICATE: A']);
});
