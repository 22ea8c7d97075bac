// What an import of IATI activities promises: they wait in the register with their reasons, and only another account makes them public.
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { SignedIn } from '../../src/core/viewer.ts';
import { piecesOf } from '../../src/packs/iati-report.ts';
import type { PackFile } from '../../src/packs/model.ts';
import { importPack, inEnglish } from '../../src/packs/service.ts';
import { clientOf, type Data } from '../ask.ts';
import { changed, clientsOf, openWorld, today } from '../assistance/world.ts';
import type { TestDatabase } from '../db.ts';
import { traces } from './client.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await openWorld();
  await sql`update state set iso2 = 'XA' where state_key = 'XAA'`.execute(database.db);
  await sql`update state set iso2 = 'XB' where state_key = 'XAB'`.execute(database.db);
});
afterEach(() => database?.close());

const secretariat: SignedIn = { role: 'SECRETARIAT', subject: 'SECRETARIAT' };
const second: SignedIn = { role: 'SECRETARIAT', subject: 'SECRETARIAT-2' };
const admin: SignedIn = { role: 'ADMIN', subject: 'ADMIN' };

const dates = '<activity-date type="2" iso-date="2025-01-01"/><activity-date type="3" iso-date="2027-12-31"/>';
const whole = `<participating-org role="4" ref="XM-2"><narrative>Institute</narrative></participating-org><participating-org role="1"><narrative>Union</narrative></participating-org>
  <activity-status code="2"/>${dates}<recipient-country code="XA" percentage="60.5"/><recipient-region code="1031" percentage="39.5"/><sector code="15130"/>
  <budget><period-start iso-date="2025-01-01"/><period-end iso-date="2025-12-31"/><value>100.5</value></budget>
  <budget><period-start iso-date="2026-01-01"/><period-end iso-date="2026-12-31"/><value currency="USD">70</value></budget>`;
const activity = (identifier: string, inside = whole, title = 'Courts', updated = '2026-01-01') =>
  `<iati-activity xml:lang="en" default-currency="EUR" last-updated-datetime="${updated}"><iati-identifier>${identifier}</iati-identifier><reporting-org ref="XM"><narrative>Agency</narrative></reporting-org>
  <title><narrative>${title}</narrative></title>${inside}</iati-activity>`;
const file = (name: string, ...activities: string[]): PackFile => ({
  name,
  content: `<iati-activities version="2.03">${activities.join('\n')}</iati-activities>`,
});
const third = (of: string) => `<related-activity type="5" ref="${of}"/>`;
const caribbean: PackFile = { name: 'flow_regions.csv', content: 'region,members,basis\nregion:caribbean,XAB;XAC,M49' };

/** Imports as the operator does, pack files and XML files together. */
async function operator(files: readonly PackFile[], dryRun = false) {
  const xml = files.filter(({ name }) => name.endsWith('.xml'));
  const activities = { files: xml.map(({ name, content }) => ({ name, open: () => piecesOf(content) })), bytes: 0, asOf: today };
  const others = files.filter((it) => !xml.includes(it));
  const { problems, warnings, counts, iati } = await importPack(database.db, others, { dryRun, activities });
  return {
    problems: problems.map(inEnglish),
    warnings: warnings.map(inEnglish),
    leftOut: iati?.leftOut.map(inEnglish),
    count: counts.staged_activity,
    fates: iati?.activities.map(({ identifier, fate, reasons }) => [identifier, fate, ...reasons.map(({ code }) => code)].join(' ')),
  };
}

const fields = `stored counts { kind added changed unchanged } warnings { file line message } userErrors { field code message }
  activities { read leftOut staged withoutReason reasons { code count } activities { file line identifier title staged reasons { code detail } } }`;
async function importAs(viewer: SignedIn, files: readonly PackFile[], dryRun = false): Promise<Data> {
  const { data, text } = await clientOf(
    database,
    today,
    viewer,
  )(`mutation ($input: ImportPackInput!) { importPack(input: $input) { ${fields} } }`, { input: { files, dryRun } });
  if (!data?.importPack) throw new Error(text);
  return data.importPack;
}

const node = `key title version publication iatiIdentifier reportingOrg status providers funders start end verification note
  recipients { state { key } region percentage } themes { key } budgets { currency year amount } staging { file line importedOn reasons { code detail } }`;
async function stagedFor(viewer: SignedIn, filter = ''): Promise<Data> {
  const { data, text } = await clientOf(
    database,
    today,
    viewer,
  )(`{ stagedActivities${filter} { totalCount pageInfo { hasNextPage endCursor } edges { node { ${node} } } } }`);
  if (!data?.stagedActivities) throw new Error(text);
  return data.stagedActivities;
}
const stagedKeys = async () => (await stagedFor(secretariat)).edges.map((edge: Data) => edge.node.key);
const publish = (viewer: SignedIn, key: string, version = 1) =>
  changed(clientOf(database, today, viewer), 'publishActivity', { activity: key, version }, 'activity { publication }');
const discard = (viewer: SignedIn, key: string, version = 1) =>
  changed(clientOf(database, today, viewer), 'discardActivity', { activity: key, version }, 'discarded');

test('an activity waits in the register with all that it says and why it waits, for those alone who keep the register', async () => {
  const report = await operator([
    caribbean,
    file('a.xml', activity('XM-1', `${whole}<sector code="99999" vocabulary="99"/>`), activity('XM-2', dates, 'Bare')),
  ]);
  expect(report).toMatchObject({ problems: [], count: { added: 2, changed: 0, unchanged: 0 } });
  const { totalCount, edges } = await stagedFor(secretariat);
  expect(totalCount).toBe(2);
  expect(edges[0].node).toEqual({
    key: 'iati-XM-1',
    title: 'Courts',
    version: 1,
    publication: 'UNPUBLISHED',
    iatiIdentifier: 'XM-1',
    reportingOrg: 'Agency',
    status: 'IMPLEMENTATION',
    providers: ['Institute'],
    funders: ['Union'],
    start: '2025-01-01',
    end: '2027-12-31',
    verification: 'as reported in IATI',
    note: 'IATI XM-1, reported by Agency',
    recipients: [
      { state: { key: 'XAA' }, region: null, percentage: 60.5 },
      { state: null, region: 'region:caribbean', percentage: 39.5 },
    ],
    themes: [{ key: 'legal-framework' }],
    budgets: [
      { currency: 'EUR', year: 2025, amount: 100.5 },
      { currency: 'USD', year: 2026, amount: 70 },
    ],
    staging: { file: 'a.xml', line: 1, importedOn: today, reasons: [{ code: 'BUDGET_UNCLEAR', detail: 'in EUR, USD' }] },
  });
  expect(edges[1].node.staging.reasons.map((it: Data) => it.code)).toEqual(['NO_RECIPIENT', 'NO_THEME']);
  expect((await stagedFor(admin)).totalCount).toBe(2);
  const as = clientsOf(database);
  for (const who of ['public', 'reader', 'editor', 'approver', 'delegate', 'analyst', 'stranger']) {
    const { data, errors } = await as(who)('{ stagedActivities { totalCount } assistanceActivities { totalCount } }');
    expect([who, errors, data]).toEqual([who, undefined, { stagedActivities: { totalCount: 0 }, assistanceActivities: { totalCount: 3 } }]);
  }
});

test('the same file twice changes nothing, whoever imports it and from whatever place', async () => {
  const two = [activity('XM-1'), activity('XM-2', dates)];
  await operator([caribbean, file('a.xml', ...two)]);
  const before = await traces(database.db);
  expect((await operator([file('a.xml', ...two)])).count).toEqual({ added: 0, changed: 0, unchanged: 2 });
  expect((await operator([file('b.xml', activity('XM-2', dates), activity('XM-1'))])).count).toEqual({ added: 0, changed: 0, unchanged: 2 });
  expect((await importAs(secretariat, [file('a.xml', ...two)])).counts).toEqual([{ kind: 'STAGED_ACTIVITY', added: 0, changed: 0, unchanged: 2 }]);
  expect(await traces(database.db)).toEqual(before);
});

test('a newer file changes what waits, and makes a new version of it; an older one is told and changes nothing', async () => {
  await operator([file('a.xml', activity('XM-1'))]);
  const less = `${dates}<recipient-country code="XB"/>`;
  expect((await operator([file('b.xml', activity('XM-1', less, 'Courts', '2026-02-01'))])).count).toEqual({ added: 0, changed: 1, unchanged: 0 });
  const { edges } = await stagedFor(secretariat);
  expect(edges[0].node).toMatchObject({
    version: 2,
    providers: ['Agency'],
    funders: [],
    recipients: [{ state: { key: 'XAB' }, percentage: null }],
    budgets: [],
    themes: [],
    staging: { file: 'b.xml', reasons: [{ code: 'NO_THEME' }] },
  });
  const older = await operator([file('a.xml', activity('XM-1'))]);
  expect(older.count).toEqual({ added: 0, changed: 0, unchanged: 0 });
  expect(older.warnings).toEqual([
    'a.xml:1: "XM-1" was last updated on 2026-01-01T00:00:00.000Z here, and on 2026-02-01T00:00:00.000Z in what is staged, which stays.',
  ]);
  expect((await stagedFor(secretariat)).edges[0].node.version).toBe(2);
  // Whoever had read the version before is told.
  expect((await publish(second, 'iati-XM-1')).userErrors[0].code).toBe('CONFLICT');
});

test('what is published is never changed by a file: that it says something else is told', async () => {
  await operator([file('a.xml', activity('XM-1'))]);
  expect(await publish(secretariat, 'iati-XM-1')).toMatchObject({ activity: { publication: 'PUBLISHED' }, userErrors: [] });
  expect((await stagedFor(secretariat)).totalCount).toBe(0);
  const before = await traces(database.db);
  expect(await operator([file('a.xml', activity('XM-1'))])).toMatchObject({ fates: ['XM-1 TOLD IN_REGISTER UNKNOWN_RECIPIENT BUDGET_UNCLEAR'] });
  const report = await importAs(second, [file('a.xml', activity('XM-1', whole, 'Another title', '2026-05-01'))]);
  expect(report.activities.activities[0]).toMatchObject({
    staged: false,
    reasons: [{ code: 'IN_REGISTER', detail: 'iati-XM-1, where it says something else' }, {}, {}],
  });
  expect(await traces(database.db)).toEqual(before);
});

test('who brought an activity in cannot publish it; another account can, and the operator is one', async () => {
  await importAs(secretariat, [file('a.xml', activity('XM-1'))]);
  expect(await publish(secretariat, 'iati-XM-1')).toMatchObject({ refused: 'FORBIDDEN' });
  expect(await publish(second, 'iati-XM-1')).toMatchObject({ activity: { publication: 'PUBLISHED' } });
  await operator([file('b.xml', activity('XM-2'))]);
  expect(await publish(secretariat, 'iati-XM-2')).toMatchObject({ activity: { publication: 'PUBLISHED' } });
  const { data } = await clientsOf(database)('public')('{ assistanceActivities { edges { node { key staging { file } } } } }');
  expect(data.assistanceActivities.edges.map(({ node: it }: Data) => [it.key, it.staging])).toEqual(
    expect.arrayContaining([
      ['iati-XM-1', null],
      ['iati-XM-2', null],
    ]),
  );
});

test('the same activity is staged once, by its identifier and by what it says of others, in one import and over several', async () => {
  const report = await operator([
    file('a.xml', activity('XM-1'), activity('XM-1', whole, 'Newer', '2026-03-01')),
    file('b.xml', activity('XM-9', whole + third('XM-1'))),
  ]);
  expect(report.fates?.map((it) => it.split(' ').slice(0, 3).join(' '))).toEqual([
    'XM-1 TOLD DUPLICATE',
    'XM-1 STAGED UNKNOWN_RECIPIENT',
    'XM-9 TOLD SAME_AS',
  ]);
  expect((await stagedFor(secretariat)).edges.map((edge: Data) => edge.node.title)).toEqual(['Newer']);
  await operator([file('b.xml', activity('XM-9', whole + third('XM-1')))]);
  expect(await stagedKeys()).toEqual(['iati-XM-1']);
  await operator([file('c.xml', activity('XM-5', whole + third('XM-6')))]);
  const later = await operator([file('d.xml', activity('XM-6'))]);
  expect(later.fates).toEqual(['XM-6 TOLD SAME_AS UNKNOWN_RECIPIENT BUDGET_UNCLEAR']);
  expect(await stagedKeys()).toEqual(['iati-XM-1', 'iati-XM-5']);
});

test('an activity that lacks what none can be without, or whose identifier makes no key, is told and keeps no others out', async () => {
  const report = await operator([file('a.xml', activity('XM-1'), '<iati-activity/>', activity(' '.repeat(3) + 'é'.repeat(140)))]);
  expect(report.problems).toEqual([]);
  expect(report.leftOut).toEqual([expect.stringMatching(/^a\.xml:\d+: an activity has no <iati-identifier>/)]);
  expect(report.fates?.map((it) => it.split(' ')[1])).toEqual(['STAGED', 'TOLD']);
  expect(await stagedKeys()).toEqual(['iati-XM-1']);
});

test.each([
  ['no XML', 'identifier,title'],
  ['another kind of XML', '<plan/>'],
  ['cut off', '<iati-activities version="2.03"><iati-activity>'],
  ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><iati-activities version="2.03"/>'],
])('a file that is %s is a problem, and nothing of the import is written', async (_, content) => {
  const before = await traces(database.db);
  const report = await operator([caribbean, file('a.xml', activity('XM-1')), { name: 'b.xml', content }]);
  expect(report.problems).toEqual([expect.stringMatching(/^b\.xml:1: /)]);
  expect(report.fates?.[0]).toMatch(/^XM-1 STAGED/);
  const { stored, counts, activities, userErrors } = await importAs(secretariat, [file('a.xml', activity('XM-1')), { name: 'b.xml', content }]);
  expect({ stored, counts, activities }).toEqual({ stored: false, counts: [], activities: null });
  expect(userErrors).toEqual([{ field: 'files[1]', code: 'INVALID', message: expect.stringMatching(/^b\.xml:1: /) }]);
  expect(await traces(database.db)).toEqual(before);
});

test('a problem of a pack file keeps the activities out as well', async () => {
  const report = await operator([{ name: 'a.csv', content: 'what,is,this' }, file('a.xml', activity('XM-1'))]);
  expect(report.problems).toHaveLength(1);
  expect(await stagedKeys()).toEqual([]);
});

test('activities may name what the pack files beside them bring', async () => {
  const report = await operator([
    { name: 'states.csv', content: 'iso3,iso2,m49,kind,name_en\nXBA,XQ,,un_member,New state' },
    { name: 'dac_sectors.csv', content: 'code,label_en,threat_hint,verified\n77777,New,cocaine,' },
    file('a.xml', activity('XM-1', `${dates}<recipient-country code="XQ"/><sector code="77777"/>`)),
  ]);
  expect(report).toMatchObject({ problems: [], fates: ['XM-1 STAGED'] });
  expect((await stagedFor(secretariat)).edges[0].node).toMatchObject({ recipients: [{ state: { key: 'XBA' } }], themes: [{ key: 'cocaine' }] });
});

test('the Secretariat and administrators import by the mutation, dry or not; others are told who may', async () => {
  const given = [file('a.xml', activity('XM-1'), '<iati-activity/>')];
  const before = await traces(database.db);
  const dry = await importAs(secretariat, given, true);
  expect(dry).toMatchObject({ stored: false, counts: [{ kind: 'STAGED_ACTIVITY', added: 1, changed: 0, unchanged: 0 }], userErrors: [] });
  expect(await traces(database.db)).toEqual(before);
  const real = await importAs(secretariat, given);
  expect(real).toEqual({ ...dry, stored: true });
  expect(real.warnings[0]).toMatchObject({ file: 'a.xml', message: expect.stringMatching(/^an activity has no <iati-identifier>/) });
  expect(real.activities).toEqual({
    read: 1,
    leftOut: 1,
    staged: 1,
    withoutReason: 0,
    reasons: [
      { code: 'UNKNOWN_RECIPIENT', count: 1 },
      { code: 'BUDGET_UNCLEAR', count: 1 },
    ],
    activities: [
      {
        file: 'a.xml',
        line: 1,
        identifier: 'XM-1',
        title: 'Courts',
        staged: true,
        reasons: [
          { code: 'UNKNOWN_RECIPIENT', detail: 'region 1031' },
          { code: 'BUDGET_UNCLEAR', detail: 'in EUR, USD' },
        ],
      },
    ],
  });
  expect((await importAs(admin, [file('b.xml', activity('XM-2'))])).stored).toBe(true);
  const then = await traces(database.db);
  for (const viewer of [
    { role: 'EDITOR', state: 'XAA', subject: 'e' },
    { role: 'ANALYST', organization: 'xreg', subject: 'a' },
  ] as const) {
    const { userErrors, stored } = await importAs(viewer, [file('c.xml', activity('XM-3'))]);
    expect(stored).toBe(false);
    expect(userErrors).toEqual([
      {
        field: 'files[0]',
        code: 'INVALID',
        message: 'c.xml:1: Assistance activities are recorded by an administrator or the Secretariat. Leave this file out.',
      },
    ]);
  }
  expect(await traces(database.db)).toEqual(then);
});

test('an import leaves one entry in the trail, with counts, and none where it changes nothing', async () => {
  const entries = () =>
    database.db.selectFrom('audit_entry').select(['actor', 'action', 'kind', 'change', 'publication', 'visibility']).orderBy('position').execute();
  const start = (await entries()).length;
  await operator([file('a.xml', activity('XM-1'))]);
  await importAs(secretariat, [file('b.xml', activity('XM-2'))]);
  await importAs(secretariat, [file('b.xml', activity('XM-2'))]);
  const counts = { staged_activity: { from: null, to: { added: 1, changed: 0, unchanged: 0 } } };
  const hidden = { kind: 'Pack', change: counts, publication: 'UNPUBLISHED', visibility: 'PRIVATE' };
  expect((await entries()).slice(start)).toEqual([
    { actor: 'operator', action: 'import', ...hidden },
    { actor: 'SECRETARIAT', action: 'importPack', ...hidden },
  ]);
});

test('what was discarded is gone, stays out while files say the same of it, and comes back marked where they say something else', async () => {
  const same = file('a.xml', activity('XM-1'), activity('XM-2'));
  await importAs(secretariat, [same]);
  expect(await discard(admin, 'iati-XM-1')).toMatchObject({ refused: 'FORBIDDEN' });
  expect((await discard(secretariat, 'iati-XM-1', 7)).userErrors[0].code).toBe('CONFLICT');
  expect(await discard(secretariat, 'iati-XM-1')).toEqual({ discarded: 'iati-XM-1', userErrors: [] });
  expect((await discard(secretariat, 'iati-XM-1')).userErrors[0].code).toBe('NOT_FOUND');
  expect(await stagedKeys()).toEqual(['iati-XM-2']);
  expect((await operator([same])).fates?.[0]).toMatch(/^XM-1 TOLD DISCARDED/);
  expect(await stagedKeys()).toEqual(['iati-XM-2']);
  const other = file('a.xml', activity('XM-1', whole, 'Courts and police'));
  expect((await operator([other])).fates?.[0]).toMatch(/^XM-1 STAGED DISCARDED/);
  const before = await traces(database.db);
  expect((await operator([other])).count).toEqual({ added: 0, changed: 0, unchanged: 1 });
  expect(await traces(database.db)).toEqual(before);
  // What is published is not discarded.
  expect(await publish(second, 'iati-XM-2')).toMatchObject({ userErrors: [] });
  expect((await discard(secretariat, 'iati-XM-2', 2)).userErrors[0].code).toBe('CONFLICT');
});

test('those that wait come in pages by key, and by reason', async () => {
  const bare = activity('XM-3', dates);
  await operator([
    caribbean,
    file('a.xml', activity('XM-2'), activity('XM-1', `${dates}<recipient-country code="XA"/><sector code="15130"/>`), bare),
  ]);
  const first = await stagedFor(secretariat, '(first: 2)');
  expect([first.totalCount, first.pageInfo.hasNextPage, first.edges.map((edge: Data) => edge.node.key)]).toEqual([
    3,
    true,
    ['iati-XM-1', 'iati-XM-2'],
  ]);
  const rest = await stagedFor(secretariat, `(first: 2, after: "${first.pageInfo.endCursor}")`);
  expect([rest.totalCount, rest.pageInfo.hasNextPage, rest.edges.map((edge: Data) => edge.node.key)]).toEqual([3, false, ['iati-XM-3']]);
  const unclear = await stagedFor(secretariat, '(reason: BUDGET_UNCLEAR)');
  expect([unclear.totalCount, unclear.edges[0].node.key]).toEqual([1, 'iati-XM-2']);
});

test.runIf(inject('databases').kind === 'native')(
  'what is published or discarded while its file is read keeps the import out, which tells it',
  async () => {
    await operator([file('a.xml', activity('XM-1'))]);
    const { content } = file('b.xml', activity('XM-1', whole, 'Newer'));
    let opened = 0;
    // Another connection publishes it between the two readings of the file.
    async function* open() {
      opened += 1;
      if (opened === 2) await publish(second, 'iati-XM-1');
      yield content;
    }
    const activities = { files: [{ name: 'b.xml', open }], bytes: 0, asOf: today };
    await expect(importPack(database.db, [], { activities })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: '"iati-XM-1" was published or discarded while its file was read. Import it again.',
    });
    expect((await clientsOf(database)('public')('{ assistanceActivities(first: 100) { edges { node { title } } } }')).text).toContain('"Courts"');
  },
);
