// What an import promises, on a made-up world.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plain } from '../../src/i18n/words.ts';
import type { PackFile } from '../../src/packs/model.ts';
import { importPack, inEnglish } from '../../src/packs/service.ts';
import { openTestDatabase, type TestDatabase } from '../db.ts';
import { concepts, edited, links, members, others, plan, regional, world } from './world.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await openTestDatabase();
  const { problems } = await importPack(base.db, world);
  expect(problems.map(inEnglish)).toEqual([]);
});
afterAll(() => base.close());

/** Problems of a pack, as a person reads them. Nothing is written. */
async function problemsOf(files: PackFile[]): Promise<string[]> {
  return (await importPack(base.db, files, { dryRun: true })).problems.map(inEnglish);
}

/** Every row of these tables with the transaction that wrote it, and the state of every sequence: equal where nothing was written. */
async function traces(db: TestDatabase['db']): Promise<unknown> {
  const tables = [
    'strategy',
    'strategy_node',
    'strategy_node_concept',
    'strategy_theme',
    'strategy_successor',
    'link',
    'finding',
    'membership',
    'flow',
    'flow_place',
    'assessment',
  ];
  const rows: unknown[] = [];
  for (const table of tables)
    rows.push((await sql`select t.ctid::text, t.xmin::text, t.xmax::text, t.* from ${sql.table(table)} t order by t.ctid`.execute(db)).rows);
  rows.push((await sql`select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1`.execute(db)).rows);
  return rows;
}

test('a pack of every format is recorded whole', async () => {
  const { db } = base;
  const strategy = await db.selectFrom('strategy').selectAll().where('strategy_key', '=', 'xaa-plan-2024').executeTakeFirstOrThrow();
  expect(strategy).toMatchObject({
    state_key: 'XAA',
    level: 'NATIONAL',
    scope: 'OVERARCHING',
    status: 'ADOPTED',
    title: { original: 'Plano nacional', en: 'National plan' },
    original_language: 'pt',
    valid_from_date: '2024-01-01',
    valid_to_date: '2028-12-31',
    sources: [{ title: 'Gazette', ref: 'https://gazette.example/1' }],
    is_verified: true,
    is_fully_read: false,
    visibility: 'PUBLIC',
    publication: 'PUBLISHED',
  });
  const nodes = await db
    .selectFrom('strategy_node as n')
    .leftJoin('strategy_node as p', 'p.strategy_node_id', 'n.parent_id')
    .select([
      'n.strategy_node_key as key',
      'p.strategy_node_key as parent',
      'n.position',
      'n.last_position as last',
      'n.is_seen_in_source as isSeen',
      'n.citation',
    ])
    .where('n.strategy_id', '=', strategy.strategy_id)
    .orderBy('n.position')
    .execute();
  expect(nodes).toEqual([
    { key: 'xaa-plan-2024.p1', parent: null, position: 1, last: 4, isSeen: true, citation: null },
    { key: 'xaa-plan-2024.p1.o1', parent: 'xaa-plan-2024.p1', position: 2, last: 3, isSeen: true, citation: null },
    {
      key: 'xaa-plan-2024.p1.o1.m1',
      parent: 'xaa-plan-2024.p1.o1',
      position: 3,
      last: 3,
      isSeen: false,
      citation: { quote: 'in every school', page: 12, paragraph: null, language: null },
    },
    { key: 'xaa-plan-2024.p1.o2', parent: 'xaa-plan-2024.p1', position: 4, last: 4, isSeen: true, citation: null },
  ]);
  expect(await db.selectFrom('strategy_node_concept').select(['scheme', 'concept_key']).where('scheme', '=', 'PROVISION').execute()).toEqual([
    { scheme: 'PROVISION', concept_key: 'untoc:31' },
  ]);
  expect(await db.selectFrom('link').select(['relation', 'share', 'status', 'national_node_id']).orderBy('relation').execute()).toMatchObject([
    { relation: 'INTERSECTS', share: 0.5, status: 'READ' },
    { relation: 'NO_RELATION', share: null, status: 'SUGGESTED', national_node_id: null },
  ]);
  expect(
    await db.selectFrom('membership').select(['state_key', 'territory_key', 'to_year', 'role']).orderBy('from_year').orderBy('state_key').execute(),
  ).toEqual([
    { state_key: 'XAA', territory_key: null, to_year: null, role: 'member' },
    { state_key: 'XAB', territory_key: null, to_year: 2020, role: 'member' },
    { state_key: null, territory_key: 'XZT', to_year: null, role: 'associate' },
  ]);
  expect(await db.selectFrom('assessment_threat').select(['threat_key', 'is_emerging']).orderBy('threat_key').execute()).toEqual([
    { threat_key: 'cybercrime', is_emerging: false },
    { threat_key: 'opioids', is_emerging: true },
  ]);
  expect(await db.selectFrom('finding').select(['state_key', 'score', 'scale_max']).execute()).toEqual([
    { state_key: 'XAA', score: 7.5, scale_max: 10 },
  ]);
  expect(await db.selectFrom('flow').select(['last_year', 'period']).execute()).toEqual([{ last_year: 2022, period: '2019-2022' }]);
  expect(
    await db
      .selectFrom('flow_place')
      .select(['role', 'position', 'state_key', 'territory_key', 'region_key'])
      .orderBy('role')
      .orderBy('position')
      .execute(),
  ).toEqual([
    { role: 'DESTINATION', position: 1, state_key: 'XAB', territory_key: null, region_key: null },
    { role: 'ORIGIN', position: 1, state_key: 'XAA', territory_key: null, region_key: null },
    { role: 'ORIGIN', position: 2, state_key: null, territory_key: 'XZT', region_key: null },
    { role: 'TRANSIT', position: 1, state_key: null, territory_key: null, region_key: 'region:alphabet' },
  ]);
  expect(await db.selectFrom('assistance_activity').select(['budget', 'end_date']).execute()).toEqual([{ budget: '1000.5', end_date: '2022-06' }]);
  expect(await db.selectFrom('assistance_activity_code').select('code').orderBy('code').execute()).toEqual([
    { code: '15130' },
    { code: 'cyber' },
    { code: 'prisons' },
  ]);
  expect(await db.selectFrom('provision_threat').select(['provision_key', 'threat_key']).execute()).toEqual([
    { provision_key: 'untoc:31', threat_key: 'cybercrime' },
  ]);
});

test('the same pack again reports everything unchanged and writes nothing', async () => {
  const before = await traces(base.db);
  const { counts } = await importPack(base.db, world);
  for (const [kind, count] of Object.entries(counts)) expect({ kind, ...count }).toMatchObject({ kind, added: 0, changed: 0 });
  expect(counts.node).toEqual({ added: 0, changed: 0, unchanged: 6 });
  expect(await traces(base.db)).toEqual(before);
});

test('a dry run tells what a real run would do and writes nothing', async () => {
  const before = await base.db.selectFrom('strategy').select('strategy_key').execute();
  const files = [
    edited(plan, 'id: xaa-plan-2024\n', 'id: xaa-plan-2024\nnotes:\n- new\n'),
    { ...edited(regional, 'owner:\n  organization: letters\nlevel: regional', 'owner:\n  state: XAB\nlevel: national'), name: 'b.yaml' },
  ];
  const other = { ...files[1], name: 'b.yaml', content: String(files[1]?.content).replaceAll('letters-strategy-2025', 'xab-plan-2025') };
  const { counts, problems } = await importPack(base.db, [...files.slice(0, 1), other], { dryRun: true });
  expect(problems).toEqual([]);
  expect(counts).toEqual({ strategy: { added: 1, changed: 1, unchanged: 0 }, node: { added: 2, changed: 0, unchanged: 4 } });
  expect(await base.db.selectFrom('strategy').select('strategy_key').execute()).toEqual(before);
});

test('what changed is written and the rest is not; nodes keep their numbers and their links', async () => {
  const { db, close } = await openTestDatabase();
  await importPack(db, world);
  const ids = () =>
    db.selectFrom('strategy_node').select(['strategy_node_key as key', 'strategy_node_id as id']).orderBy('strategy_node_key').execute();
  const before = await ids();
  const linked = await db.selectFrom('link').selectAll().orderBy('link_id').execute();
  // The two objectives change places, and one its words.
  const [start = '', first = '', second = ''] = String(plan.content).split(/^(?= {2}- id)/m);
  const { counts, problems } = await importPack(db, [
    { name: 'xaa.yaml', content: start + second.replace('Train the courts', 'Train judges') + first },
  ]);
  expect(problems).toEqual([]);
  expect(counts).toEqual({ strategy: { added: 0, changed: 1, unchanged: 0 }, node: { added: 0, changed: 3, unchanged: 1 } });
  expect(await ids()).toEqual(before);
  expect(await db.selectFrom('link').selectAll().orderBy('link_id').execute()).toEqual(linked);
  const order = await db
    .selectFrom('strategy_node')
    .select('strategy_node_key as key')
    .where('strategy_node_key', 'like', 'xaa%')
    .orderBy('position')
    .execute();
  expect(order.map(({ key }) => key)).toEqual(['xaa-plan-2024.p1', 'xaa-plan-2024.p1.o2', 'xaa-plan-2024.p1.o1', 'xaa-plan-2024.p1.o1.m1']);
  await close();
});

test('a node that is no longer given goes, unless links, statements or reports name it', async () => {
  const { db, close } = await openTestDatabase();
  await importPack(db, world);
  const [start = '', first = '', second = ''] = String(plan.content).split(/^(?= {2}- id)/m);
  const withoutLinked = await importPack(db, [{ name: 'xaa.yaml', content: start + second }]);
  expect(withoutLinked.problems.map(inEnglish)).toEqual([
    'xaa.yaml:24: the node "xaa-plan-2024.p1.o1" is missing here, and links, statements or reports of it are recorded. Keep it, or remove those first.',
  ]);
  const withoutOther = await importPack(db, [{ name: 'xaa.yaml', content: start + first }]);
  expect(withoutOther.counts).toEqual({ strategy: { added: 0, changed: 1, unchanged: 0 }, node: { added: 0, changed: 1, unchanged: 2 } });
  expect(await db.selectFrom('strategy_node').select('strategy_node_key').where('strategy_node_key', '=', 'xaa-plan-2024.p1.o2').execute()).toEqual(
    [],
  );
  await close();
});

test('a node that only a report names is kept', async () => {
  const { db, close } = await openTestDatabase();
  await importPack(db, world);
  const [start = '', first = ''] = String(plan.content).split(/^(?= {2}- id)/m);
  await sql`insert into measure_report (strategy_node_id, dated, status, role, recorded_on, recorded_by)
    select strategy_node_id, '2025', 'UNDER_WAY', 'EDITOR', '2026-01-01', 'someone' from strategy_node where strategy_node_key = 'xaa-plan-2024.p1.o2'`.execute(
    db,
  );
  const { problems } = await importPack(db, [{ name: 'xaa.yaml', content: start + first }]);
  expect(problems.map(inEnglish)).toEqual([expect.stringContaining('the node "xaa-plan-2024.p1.o2" is missing here')]);
  await close();
});

test('one bad file among seventy: one report, and nothing is written', async () => {
  const { db, close } = await openTestDatabase();
  await importPack(db, [...concepts, ...members]);
  const copies = Array.from({ length: 70 }, (_, index) => ({
    name: `p${index}.yaml`,
    content: String(plan.content).replaceAll('xaa-plan-2024', `xaa-plan-${index}`),
  }));
  copies[33] = {
    name: 'p33.yaml',
    content: String(copies[33]?.content).replace('- drug-trafficking\n      elements', '- drug-traficking\n      elements'),
  };
  const bad = await importPack(db, copies);
  expect(bad.problems.map(inEnglish)).toEqual(['p33.yaml:38: unknown threat "drug-traficking". Did you mean drug-trafficking?']);
  expect(bad.counts).toEqual({});
  expect(await db.selectFrom('strategy').select('strategy_key').execute()).toEqual([]);
  const good = await importPack(
    db,
    copies.filter((_, index) => index !== 33),
  );
  expect(good.counts.strategy).toEqual({ added: 69, changed: 0, unchanged: 0 });
  await close();
});

test('every id that is not known is told with its line and the nearest known one', async () => {
  expect(
    await problemsOf([
      edited(plan, '- prevention', '- preventoin'),
      edited(links, 'xaa-plan-2024.p1.o1,letters-strategy-2025.p1.o1', 'xaa-plan-2024.p1.o9,letters-strategie-2025.p1.o1'),
      { name: 'm.csv', content: 'org,iso3,from_year,to_year,role\nleters,XAA,2000,,member\nletters,QQQ,2000,,member' },
      { name: 'f.csv', content: 'assessment,iso3,threat\nletters-threats-2025,XAA,cyber-crime' },
      { name: 'w.csv', content: 'id,threat,origin,transit,destination\nFL9,opioids,XAA,,region:alfabet' },
      { name: 't.csv', content: 'id,name,recipients,themes,dac_sectors\nTA9,Name,XAA,cybr,1' },
    ]),
  ).toEqual([
    'xaa.yaml:40: unknown element "preventoin". Did you mean prevention?',
    'links.csv:2: national: unknown node "xaa-plan-2024.p1.o9". Did you mean xaa-plan-2024.p1.o1 or xaa-plan-2024.p1.o2 or xaa-plan-2024.p1?',
    'links.csv:2: regional: unknown strategy "letters-strategie-2025". Did you mean letters-strategy-2025?',
    'm.csv:2: unknown organization "leters". Did you mean letters?',
    'm.csv:3: unknown state "QQQ". Known: XAA, XAB, XAC.',
    'f.csv:2: unknown assessment "letters-threats-2025". Did you mean letters-threats-2024?',
    'f.csv:2: unknown threat "cyber-crime". Did you mean cybercrime?',
    'w.csv:2: unknown place "region:alfabet". Did you mean region:alphabet?',
    't.csv:2: unknown theme "cybr". Did you mean cyber?',
    't.csv:2: unknown DAC sector "1". Known: 15130.',
  ]);
});

test('a link goes from a plan of a state to a node of an organization, and not the other way', async () => {
  const header = 'national,regional,relation,share,status\n';
  expect(
    await problemsOf([
      { name: 'l.csv', content: `${header}letters-strategy-2025.p1,xaa-plan-2024.p1,EQUAL,,READ\nxaa-plan-2024,letters-strategy-2025,EQUAL,,READ` },
    ]),
  ).toEqual([
    'l.csv:2: national: "letters-strategy-2025.p1" belongs to an organization. Name a plan of a state or a node of it.',
    'l.csv:2: regional: "xaa-plan-2024.p1" belongs to a state. Name a node of a strategy of an organization.',
    'l.csv:3: regional: "letters-strategy-2025" is no node. Name an objective of the strategy, such as letters-strategy-2025.p1.o1.',
  ]);
});

test('what a broken file may bring is not told as unknown', async () => {
  const broken = edited(
    { ...plan, content: String(plan.content).replaceAll('xaa-plan-2024', 'xaa-other') },
    'scope: overarching',
    'scope: everything',
  );
  const itsLinks = { ...links, content: String(links.content).replaceAll('xaa-plan-2024', 'xaa-other') };
  expect(await problemsOf([broken, itsLinks])).toEqual([expect.stringContaining('xaa.yaml:10: scope: "everything" is not one of overarching')]);
});

test('the same key twice in a pack is refused, in whatever files', async () => {
  expect(await problemsOf([plan, { ...plan, name: 'copy.yaml' }])).toEqual([
    'copy.yaml:1: "xaa-plan-2024" is given twice, first in xaa.yaml on line 1. Remove one.',
  ]);
  expect(await problemsOf([links, { ...links, name: 'more.csv' }])).toHaveLength(2);
});

test('strategies that supersede each other in a circle are refused, also through what is recorded', async () => {
  const later = {
    name: 'later.yaml',
    content: String(plan.content).replaceAll('xaa-plan-2024', 'xaa-plan-2029').replace('- xaa-plan-2029\nstructure', '- xaa-plan-2024\nstructure'),
  };
  expect(await problemsOf([later])).toEqual([
    'later.yaml:22: superseded_by turns in a circle: xaa-plan-2029 -> xaa-plan-2024 -> xaa-plan-2029. Correct one of them.',
  ]);
});

test('a successor that is not recorded yet is kept with a warning', async () => {
  const { warnings } = await importPack(base.db, [plan], { dryRun: true });
  expect(warnings.map(inEnglish)).toEqual([
    'xaa.yaml:23: superseded_by names "xaa-plan-2029", which is not recorded yet. It is kept and counts when it arrives.',
  ]);
  expect(await base.db.selectFrom('strategy_successor').select('successor_key').execute()).toEqual([{ successor_key: 'xaa-plan-2029' }]);
});

test('the id of a strategy stays with its owner', async () => {
  const taken = { name: 'o.csv', content: 'org,name_en,kind\nxaa,Union of A,regional' };
  const stolen = edited(edited(plan, 'state: XAA', 'organization: xaa'), 'level: national', 'level: regional');
  expect(await problemsOf([taken, stolen])).toContain('xaa.yaml:2: the id "xaa-plan-2024" is that of a strategy of XAA. Choose another.');
});

test('a made-up state is recorded when a pack first names it', async () => {
  const { db, close } = await openTestDatabase();
  await importPack(db, [...concepts, ...members]);
  const content = String(plan.content).replaceAll('xaa-', 'xjz-').replace('state: XAA', 'state: XJZ');
  const { counts, problems } = await importPack(db, [{ name: 'xjz.yaml', content }]);
  expect(problems).toEqual([]);
  expect(counts.state).toEqual({ added: 1, changed: 0, unchanged: 0 });
  expect(await db.selectFrom('state').select(['name', 'note']).where('state_key', '=', 'XJZ').execute()).toEqual([
    { name: { en: 'XJZ' }, note: 'A made-up state, for examples and tests.' },
  ]);
  await close();
});

test('a strategy that says so is not public, and who it is shared with is recorded', async () => {
  const { db, close } = await openTestDatabase();
  await importPack(db, [
    ...concepts,
    ...members,
    edited(plan, 'verified: true', 'verified: true\nvisibility: working-group\nshared_with: [XAB, letters]'),
  ]);
  expect(await db.selectFrom('strategy').select(['visibility', 'shared_with']).execute()).toEqual([
    { visibility: 'WORKING_GROUP', shared_with: ['XAB', 'letters'] },
  ]);
  await close();
});

test.each([
  ['english', 'protecting', ['xaa-plan-2024.p1.o1']],
  ['french', 'drogues', ['xaa-plan-2024.p1.o1']],
  ['simple', '网络', ['letters-strategy-2025.p1.o1']],
  ['simple', '毒品', ['xaa-plan-2024.p1.o1']],
  ['english', 'legal', []],
])('words find nodes by their labels and tags: %s %s', async (configuration, words, keys) => {
  const { rows } = await sql<{ key: string }>`
    select strategy_node_key as key from strategy_node where search @@ websearch_to_tsquery(${configuration}::regconfig, ${words}) order by 1`.execute(
    base.db,
  );
  expect(rows.map(({ key }) => key)).toEqual(keys);
});

test('the label weighs more than the names of tags', async () => {
  const { rows } = await sql<{
    search: string;
  }>`select search::text as search from strategy_node where strategy_node_key = 'letters-strategy-2025.p1.o1'`.execute(base.db);
  expect(rows[0]?.search).toMatch(/'known':4A/);
  expect(rows[0]?.search).toMatch(/'cybercriminal':\d+C/);
});

test('progress is told by stage', async () => {
  const stages = new Set<string>();
  await importPack(base.db, world, { dryRun: true, progress: (stage, done, total) => done === total && stages.add(stage) });
  expect([...stages]).toEqual([
    'read',
    'check',
    ...'instrument concept external_code state territory treaty_status organization membership region assessment finding flow activity strategy link'.split(
      ' ',
    ),
  ]);
});

test('two imports at once both succeed, one after the other', async () => {
  const { db, close } = await openTestDatabase();
  const reports = await Promise.all([importPack(db, world), importPack(db, world)]);
  expect(reports.map(({ problems }) => problems)).toEqual([[], []]);
  expect(reports.map(({ counts }) => counts.strategy?.added).sort()).toEqual([0, 2]);
  await close();
});

test('what could not be read keeps the whole pack out and comes first in the report', async () => {
  const unread = [{ file: 'big.csv', line: 1, message: plain('the file is larger than 25 MB and was not read. Split it.') }];
  const { problems, counts } = await importPack(base.db, [edited(plan, 'title:', 'tittle:')], { unread });
  expect(problems.map(({ file }) => file)).toEqual(['big.csv', 'xaa.yaml', 'xaa.yaml']);
  expect(counts).toEqual({});
});

test('files of one pack may come in any order', async () => {
  const { db, close } = await openTestDatabase();
  const { problems } = await importPack(db, [...others, links, plan, regional, ...members, ...concepts]);
  expect(problems).toEqual([]);
  await close();
});
