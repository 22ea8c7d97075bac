// What importPack promises to those who are signed in, on a made-up world.
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../src/core/viewer.ts';
import type { PackFile } from '../../src/packs/model.ts';
import { importPack } from '../../src/packs/service.ts';
import { clientOf } from '../ask.ts';
import { openTestDatabase, type TestDatabase } from '../db.ts';
import { admin, analyst, approver, editor, importAs, neighbour, payloadOf, secretariat, traces, trail } from './client.ts';
import { edited, links, members, plan, regional, world } from './world.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  expect((await importPack(database.db, world)).problems).toEqual([]);
});
afterEach(() => database?.close());

/** A file under another id and name. */
const as = (file: PackFile, from: string, to: string): PackFile => ({ name: `${to}.yaml`, content: String(file.content).replaceAll(from, to) });
const draft = as(plan, 'xaa-plan-2024', 'xaa-draft');
const header = 'national,regional,relation,share,status,confidence,rationale,method\n';
const draftLinks: PackFile = {
  name: 'links.csv',
  content: `${header}xaa-draft.p1.o1,letters-strategy-2025.p1.o1,INTERSECTS,0.5,CONFIRMED,high,Both are about the young,`,
};
const strategyRow = (key: string) => database.db.selectFrom('strategy').selectAll().where('strategy_key', '=', key).executeTakeFirst();
const refused = async (viewer: SignedIn, ...files: PackFile[]): Promise<{ field: string; code: string; message: string }[]> => {
  const before = await traces(database.db);
  const { userErrors, stored, counts } = await payloadOf(importAs(database, viewer, files));
  expect({ stored, counts }).toEqual({ stored: false, counts: [] });
  expect(await traces(database.db)).toEqual(before);
  return userErrors;
};

test('a strategy enters unpublished, private and submitted by the account, and its links as suggestions', async () => {
  const { stored, counts, warnings, userErrors } = await payloadOf(importAs(database, editor, [draft, draftLinks]));
  expect(userErrors).toEqual([]);
  expect(stored).toBe(true);
  expect(counts).toEqual([
    { kind: 'STRATEGY', added: 1, changed: 0, unchanged: 0 },
    { kind: 'LINK', added: 1, changed: 0, unchanged: 0 },
    { kind: 'NODE', added: 4, changed: 0, unchanged: 0 },
  ]);
  expect(warnings.map((it: { message: string }) => it.message)).toEqual([
    'superseded_by names "xaa-plan-2029", which is not recorded yet. It is kept and counts when it arrives.',
    'links enter as SUGGESTED until one of their two sides reviews them; CONFIRMED is not taken over.',
  ]);
  expect(await strategyRow('xaa-draft')).toMatchObject({
    visibility: 'PRIVATE',
    publication: 'UNPUBLISHED',
    submitted_by: 'xaa-editor',
    cleared_by: null,
    version: 1,
  });
  const link = await database.db.selectFrom('link').selectAll().where('submitted_by', '=', 'xaa-editor').executeTakeFirst();
  expect(link).toMatchObject({
    status: 'SUGGESTED',
    publication: 'UNPUBLISHED',
    visibility: 'PUBLIC',
    version: 1,
    recorded_by: 'Aland, editor',
    recorded_on: '2026-06-01',
    state_key: 'XAA',
    organization_key: 'letters',
  });
});

test('the trail tells of each thing with its version, and the same pack again leaves no entry and no new version', async () => {
  const start = (await trail(database.db)).length;
  await payloadOf(importAs(database, editor, [draft, draftLinks]));
  const entries = (await trail(database.db)).slice(start);
  expect(entries.map(({ change: _change, ...entry }) => entry)).toEqual([
    {
      actor: 'xaa-editor',
      role: 'EDITOR',
      action: 'importPack',
      kind: 'Strategy',
      key: 'xaa-draft',
      version: 1,
      visibility: 'PRIVATE',
      publication: 'UNPUBLISHED',
      state_key: 'XAA',
      organization_key: null,
    },
    expect.objectContaining({ kind: 'Link', key: 'xaa-draft.p1.o1>letters-strategy-2025.p1.o1', version: 1, organization_key: 'letters' }),
  ]);
  expect(entries[0]?.change['xaa-draft.p1.o2.label']).toEqual({ from: null, to: { en: 'Train the courts' } });
  const before = await traces(database.db);
  for (const viewer of [editor, approver]) {
    const again = await payloadOf(importAs(database, viewer, [draft, draftLinks]));
    expect(again.counts.map(({ added, changed }: { added: number; changed: number }) => added + changed)).toEqual([0, 0, 0]);
    expect(again.effects).toEqual([]);
  }
  expect(await traces(database.db)).toEqual(before);

  await payloadOf(importAs(database, approver, [edited(draft, 'Train the courts', 'Train judges')]));
  expect(await strategyRow('xaa-draft')).toMatchObject({ version: 2, submitted_by: 'xaa-approver' });
  expect((await trail(database.db)).at(-1)).toMatchObject({
    actor: 'xaa-approver',
    version: 2,
    change: { 'xaa-draft.p1.o2.label': { from: { en: 'Train the courts' }, to: { en: 'Train judges' } } },
  });
});

test('a dry run changes nothing and reports what the real run then does', async () => {
  const before = await traces(database.db);
  const dry = await payloadOf(importAs(database, editor, [draft, draftLinks], true));
  expect(await traces(database.db)).toEqual(before);
  const real = await payloadOf(importAs(database, editor, [draft, draftLinks]));
  expect(dry).toEqual({ ...real, stored: false });
  expect(real.stored).toBe(true);
});

test('all or nothing: a problem in the last row of the last file keeps everything out', async () => {
  const last = `${String(draftLinks.content)}\nxaa-draft.p9,letters-strategy-2025.p1.o1,EQUAL,,READ,,,`;
  expect(await refused(editor, draft, { name: 'links.csv', content: last })).toEqual([
    {
      field: 'files[1]',
      code: 'NOT_FOUND',
      message: 'links.csv:3: national: unknown node "xaa-draft.p9". Did you mean xaa-draft.p1 or xaa-draft.p1.o1 or xaa-draft.p1.o2?',
    },
  ]);
});

test('what names a visibility enters with it; what names none later stays as it was shared', async () => {
  const shared = edited(draft, 'verified: true', 'verified: true\nvisibility: shared\nshared_with: [XAB, letters]');
  await payloadOf(importAs(database, editor, [shared]));
  const wanted = { visibility: 'SHARED', shared_with: ['XAB', 'letters'], publication: 'UNPUBLISHED' };
  expect(await strategyRow('xaa-draft')).toMatchObject(wanted);
  const { counts } = await payloadOf(importAs(database, editor, [draft]));
  expect(counts[0]).toEqual({ kind: 'STRATEGY', added: 0, changed: 0, unchanged: 1 });
  expect(await strategyRow('xaa-draft')).toMatchObject({ ...wanted, version: 1 });
});

test('a published strategy of its own is not overwritten, and is unchanged where the file says the same', async () => {
  expect(await refused(editor, edited(plan, 'Train the courts', 'Train judges'))).toEqual([
    {
      field: 'files[0]',
      code: 'CONFLICT',
      message:
        'xaa.yaml:2: the strategy "xaa-plan-2024" is published, and this would change it. Withdraw it first, or record a new version (createStrategy with newVersionOf).',
    },
  ]);
  const before = await traces(database.db);
  const { counts, userErrors } = await payloadOf(importAs(database, editor, [plan]));
  expect(userErrors).toEqual([]);
  expect(counts[0]).toEqual({ kind: 'STRATEGY', added: 0, changed: 0, unchanged: 1 });
  expect(await traces(database.db)).toEqual(before);
});

test('a link that was read stays as it is, with a warning', async () => {
  const before = await traces(database.db);
  const { userErrors, warnings } = await payloadOf(importAs(database, editor, [edited(links, '0.5', '0.25')]));
  expect(userErrors).toEqual([]);
  expect(warnings).toEqual([
    {
      file: 'links.csv',
      line: 2,
      message:
        'the link from "xaa-plan-2024.p1.o1" to "letters-strategy-2025.p1.o1" is recorded as READ and stays as it is. To change it, propose it anew by itself.',
    },
  ]);
  expect(await traces(database.db)).toEqual(before);
});

const assessment = (owner: string, id = `${owner.toLowerCase()}-threats`): PackFile => ({
  name: 'assessments.yaml',
  content: `schema: assessments/1\nassessments:\n- id: ${id}\n  title: Threats\n  jurisdiction: ${owner}\n  level: ${owner === 'letters' ? 'regional' : 'national'}\n  date: '2025'\n  kind: official\n  key_threats: [cybercrime]\n`,
});
const findings = (key: string): PackFile => ({
  name: 'findings.csv',
  content: `assessment,iso3,threat,score,scale_min,scale_max\n${key},XAA,cybercrime,7,1,10`,
});

test('an assessment and its findings enter unpublished and private, and a later finding makes the next version', async () => {
  await payloadOf(importAs(database, editor, [assessment('XAA')]));
  const row = () => database.db.selectFrom('assessment').selectAll().where('assessment_key', '=', 'xaa-threats').executeTakeFirst();
  expect(await row()).toMatchObject({ visibility: 'PRIVATE', publication: 'UNPUBLISHED', submitted_by: 'xaa-editor', version: 1 });
  await payloadOf(importAs(database, approver, [findings('xaa-threats')]));
  expect(await row()).toMatchObject({ submitted_by: 'xaa-approver', version: 2 });
  expect((await trail(database.db)).at(-1)).toMatchObject({
    kind: 'Assessment',
    key: 'xaa-threats',
    version: 2,
    change: { 'findings.XAA.cybercrime': { from: null, to: { score: 7 } } },
  });
  const before = await traces(database.db);
  await payloadOf(importAs(database, editor, [assessment('XAA'), findings('xaa-threats')]));
  expect(await traces(database.db)).toEqual(before);
  await database.db
    .updateTable('assessment')
    .set({ publication: 'PUBLISHED', cleared_by: 'other' })
    .where('assessment_key', '=', 'xaa-threats')
    .execute();
  const changed = { ...findings('xaa-threats'), content: String(findings('xaa-threats').content).replace(',7,', ',8,') };
  expect((await refused(editor, changed))[0]).toMatchObject({ code: 'CONFLICT', field: 'files[0]' });
});

describe('who may import what', () => {
  test.each(['READER', 'DELEGATE'] as const)('a %s may import nothing', async (role) => {
    const { data, errors } = await importAs(database, { role, state: 'XAA', subject: 's' }, [draft]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(data).toBeNull();
    expect(await strategyRow('xaa-draft')).toBeUndefined();
  });

  test('the public must sign in', async () => {
    const { errors } = await clientOf(database)('mutation { importPack(input: { files: [] }) { stored } }');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  const foreign = [
    [
      'a strategy of another state',
      editor,
      () => [as(as(plan, 'xaa-plan-2024', 'xab-plan'), 'state: XAA', 'state: XAB')],
      'an editor or approver of XAB',
    ],
    ['a strategy of an organization', editor, () => [as(regional, 'letters-strategy-2025', 'letters-other')], 'an analyst of letters'],
    ['a strategy of a member', analyst, () => [draft], 'an editor or approver of XAA'],
    ['a strategy, as the Secretariat', secretariat, () => [draft], 'an editor or approver of XAA'],
    ['a strategy, as an admin', admin, () => [draft], 'an editor or approver of XAA'],
    ['an assessment of another state', editor, () => [assessment('XAB')], 'an editor or approver of XAB'],
    ['findings of another assessment', editor, () => [findings('letters-threats-2024')], 'an analyst of letters'],
    ['links of others', neighbour, () => [edited(links, 'READ', 'SUGGESTED')], 'an editor or approver of XAA, or by an analyst of letters'],
    ['memberships', editor, () => members.filter(({ name }) => name === 'memberships.csv'), 'an administrator'],
    ['memberships, as the Secretariat', secretariat, () => members.filter(({ name }) => name === 'memberships.csv'), 'an administrator'],
    ['assistance', analyst, () => world.filter(({ name }) => name === 'assistance.csv'), 'an administrator or the Secretariat'],
    ['threats', approver, () => world.filter(({ name }) => name === 'threats.csv'), 'an administrator'],
  ] as const;
  test.each(foreign)('%s is refused, saying who may', async (_what, viewer, files, who) => {
    const errors = await refused(viewer, ...files());
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) expect(error.message).toContain(`by ${who}. Leave`);
  });

  test('an admin imports registers, the Secretariat activities, and the trail has one entry for each pack that changed something', async () => {
    const start = (await trail(database.db)).length;
    const activity = world.find(({ name }) => name === 'assistance.csv') as PackFile;
    const { userErrors } = await payloadOf(importAs(database, secretariat, [edited(activity, 'Training', 'Courses')]));
    expect(userErrors).toEqual([]);
    const membership = { name: 'm.csv', content: 'org,iso3,from_year,to_year,role\nletters,XAC,2026,,member' };
    const { counts, effects } = await payloadOf(importAs(database, admin, [membership]));
    expect(counts).toEqual([{ kind: 'MEMBERSHIP', added: 1, changed: 0, unchanged: 0 }]);
    expect(effects.map((it: { from: string | null; to: string; count: number }) => [it.from, it.to, it.count])).toEqual([
      [null, 'NO_RECORD', 1],
      [null, 'NO_RECORD', 2],
    ]);
    await payloadOf(importAs(database, admin, [membership]));
    expect((await trail(database.db)).slice(start)).toMatchObject([
      { actor: 'secretariat', kind: 'Pack', visibility: 'PRIVATE', change: { activity: { to: { changed: 1 } } } },
      { actor: 'admin', kind: 'Pack', visibility: 'PRIVATE', publication: 'UNPUBLISHED', change: { membership: { to: { added: 1 } } } },
    ]);
  });

  test('an id begins with the code of its owner, and not with that of a longer organization', async () => {
    await importPack(database.db, [{ name: 'o.csv', content: 'org,name_en,kind\nxaa-north,North,regional\nxaa,Union of A,regional' }]);
    expect((await refused(editor, assessment('XAA', 'threats-of-xaa')))[0]?.message).toContain('does not begin with its owner');
    expect((await refused(editor, as(plan, 'xaa-plan-2024', 'xaa-north-plan')))[0]?.message).toContain('those of xaa-north, which alone may use it');
    const ofUnion = edited(edited(as(plan, 'xaa-plan-2024', 'xaa-union'), 'state: XAA', 'organization: xaa'), 'level: national', 'level: regional');
    expect((await refused({ role: 'ANALYST', organization: 'xaa', subject: 'a' }, ofUnion))[0]?.message).toContain(
      'those of XAA, which alone may use it',
    );
  });

  test('a made-up state is recorded when its own editor first names it, and by nobody else', async () => {
    const own = as(as(plan, 'xaa-', 'xjz-'), 'state: XAA', 'state: XJZ');
    const { counts, effects } = await payloadOf(importAs(database, { role: 'EDITOR', state: 'XJZ', subject: 's' }, [own], true));
    expect(counts[0]).toEqual({ kind: 'STATE', added: 1, changed: 0, unchanged: 0 });
    expect(effects).toEqual([]);
    const naming = edited(draft, 'verified: true', 'verified: true\nvisibility: shared\nshared_with: [XJZ]');
    expect((await refused(editor, naming))[0]?.message).toContain('unknown state or organization "XJZ"');
  });

  test('a party proposes links from either side', async () => {
    await payloadOf(importAs(database, editor, [draft]));
    expect((await refused(analyst, draftLinks))[0]).toMatchObject({ code: 'NOT_FOUND' });
    await database.db
      .updateTable('strategy')
      .set({ publication: 'PUBLISHED', visibility: 'REGION', cleared_by: 'other' })
      .where('strategy_key', '=', 'xaa-draft')
      .execute();
    const { counts } = await payloadOf(importAs(database, analyst, [draftLinks]));
    expect(counts).toEqual([{ kind: 'LINK', added: 1, changed: 0, unchanged: 0 }]);
    const changed = await payloadOf(importAs(database, editor, [edited(draftLinks, 'INTERSECTS,0.5', 'EQUAL,')]));
    expect(changed.counts).toEqual([{ kind: 'LINK', added: 0, changed: 1, unchanged: 0 }]);
    expect(
      await database.db.selectFrom('link').select(['version', 'submitted_by', 'relation']).where('submitted_by', 'is not', null).execute(),
    ).toEqual([{ version: 2, submitted_by: 'xaa-editor', relation: 'EQUAL' }]);
  });
});

describe('what is hidden', () => {
  test('a node goes although a link to it is out of sight, and the link goes with it', async () => {
    await payloadOf(importAs(database, editor, [draft, draftLinks]));
    const withdrawn = { publication: 'UNPUBLISHED' as const };
    await database.db.updateTable('strategy').set(withdrawn).where('strategy_key', '=', 'letters-strategy-2025').execute();
    const other = String(regional.content).replace('letters-strategy-2025.p1.o1', 'letters-strategy-2025.p1.o2');
    await sql`delete from link where submitted_by is null`.execute(database.db);
    const { userErrors, counts } = await payloadOf(importAs(database, analyst, [{ name: 'letters.yaml', content: other }]));
    expect(userErrors).toEqual([]);
    expect(counts[0]).toEqual({ kind: 'STRATEGY', added: 0, changed: 1, unchanged: 0 });
    expect(await database.db.selectFrom('link').select('link_id').where('submitted_by', '=', 'xaa-editor').execute()).toEqual([]);
  });

  /** Plans, objectives and assessments of others that XAA may not see, each with the same under an id that is not there. */
  async function hide(): Promise<void> {
    const ofNeighbour = as(as(plan, 'xaa-plan-2024', 'xab-hidden'), 'state: XAA', 'state: XAB');
    const ofOrganization = as(regional, 'letters-strategy-2025', 'letters-hidden');
    await payloadOf(importAs(database, neighbour, [ofNeighbour, assessment('XAB', 'xab-hidden-threats')]));
    await payloadOf(importAs(database, analyst, [ofOrganization]));
  }

  const naming: [string, (id: string) => PackFile][] = [
    ['a link to an objective', () => ({ name: 'l.csv', content: `${header}xaa-plan-2024,letters-hidden.p1.o1,EQUAL,,READ,,,` })],
    ['a link from a plan', () => ({ name: 'l.csv', content: `${header}xab-hidden.p1.o1,letters-strategy-2025.p1.o1,EQUAL,,READ,,,` })],
    ['a near miss of a hidden id', () => ({ name: 'l.csv', content: `${header}xab-hiden,letters-hiden.p1.o1,EQUAL,,READ,,,` })],
    ['a finding', () => findings('xab-hidden-threats')],
    ['a near miss of a hidden assessment', () => findings('xab-hiden-threats')],
    ['a successor', () => edited(draft, '- xaa-plan-2029', '- xab-hidden')],
    [
      'a relation',
      () => edited(draft, 'superseded_by:', 'links_up:\n- target: letters-hidden\n  relation: implements\n  strength: explicit\nsuperseded_by:'),
    ],
    ['the same strategy', () => as(as(plan, 'xaa-plan-2024', 'xab-hidden'), 'state: XAA', 'state: XAB')],
    ['the same strategy with another owner', () => as(plan, 'xaa-plan-2024', 'xab-hidden')],
    ['the same assessment', () => assessment('XAB', 'xab-hidden-threats')],
  ];

  test('reads exactly like what is not there, byte for byte', async () => {
    const texts = async () => Promise.all(naming.map(async ([name, file]) => [name, (await importAs(database, editor, [file(name)], true)).text]));
    const without = await texts();
    await hide();
    expect(await texts()).toEqual(without);
    const seen = await importAs(database, neighbour, [findings('xab-hidden-threats')], true);
    expect(seen.text).not.toBe((await importAs(database, neighbour, [findings('xab-other-threats')], true)).text);
  });
});

test('effects tell what the import does to the matrices as the importer sees them, before it is stored', async () => {
  const replacing = edited(edited(draft, 'from_year: 2024', 'from_year: 2025'), '- prevention', '- prevention\n      - legal-framework');
  await sql`update strategy set valid_to = '2024' where strategy_key = 'xaa-plan-2024'`.execute(database.db);
  const { effects } = await payloadOf(importAs(database, editor, [replacing], true));
  expect(effects).toEqual([
    {
      organization: { key: 'letters' },
      matrix: 'ALIGNMENT',
      from: 'PARTIAL',
      to: 'UNREAD',
      count: 1,
      cells: [{ state: { key: 'XAA' }, column: 'letters-strategy-2025.p1.o1' }],
      sentence: 'Union of Letters, alignment matrix: 1 cell goes from “partly aligned” to “not yet read”.',
    },
    {
      organization: { key: 'letters' },
      matrix: 'ELEMENTS',
      from: 'NOT_SEEN',
      to: 'MENTIONED',
      count: 1,
      cells: [{ state: { key: 'XAA' }, column: 'legal-framework' }],
      sentence: 'Union of Letters, element matrix: 1 cell goes from “not seen in what was read” to “mentioned”.',
    },
  ]);
});

test('the operator is shown what a published pack would do to what the public sees', async () => {
  const read = edited(links, 'NO_RELATION,,SUGGESTED', 'EQUAL,,READ');
  const { effects, counts } = await importPack(database.db, [read], { dryRun: true });
  expect(counts.link).toEqual({ added: 0, changed: 1, unchanged: 1 });
  expect(
    effects.map(({ organization, matrix, from, to, count, cells }) => [organization.key, matrix, from, to, count, cells.map((it) => it.column)]),
  ).toEqual([['letters', 'ALIGNMENT', 'PARTIAL', 'ALIGNED', 1, ['letters-strategy-2025.p1.o1']]]);
  expect((await importPack(database.db, [read])).effects).toEqual([]);
});

test('the operator publishes, leaves one entry for a pack, and none where nothing changed', async () => {
  expect(await trail(database.db)).toMatchObject([
    {
      actor: 'operator',
      role: 'OPERATOR',
      action: 'import',
      kind: 'Pack',
      version: null,
      visibility: 'PRIVATE',
      state_key: null,
      organization_key: null,
    },
  ]);
  await importPack(database.db, world);
  expect(await trail(database.db)).toHaveLength(1);
  await payloadOf(importAs(database, editor, [draft]));
  await importPack(database.db, [edited(draft, 'Train the courts', 'Train judges')]);
  expect(await strategyRow('xaa-draft')).toMatchObject({ publication: 'PUBLISHED', visibility: 'PUBLIC', submitted_by: null, version: 2 });
  expect((await trail(database.db)).at(-1)?.change).toMatchObject({ strategy: { to: { changed: 1 } } });
});
