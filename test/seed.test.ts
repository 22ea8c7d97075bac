// What the seeds promise: the project's own data, whole, and never over what someone changed.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPackFiles } from '../src/packs/files.ts';
import type { PackFile } from '../src/packs/model.ts';
import { seed } from '../src/packs/seed.ts';
import { importPack, inEnglish } from '../src/packs/service.ts';
import type { Database } from '../src/store/db.ts';
import { openSeededDatabase, openTestDatabase, type TestDatabase } from './db.ts';
import { concepts, edited, links, members, others, plan, regional, world } from './packs/world.ts';

const seeds = fileURLToPath(new URL('../seeds/', import.meta.url));
const folders: string[] = [];
let seeded: TestDatabase;
beforeAll(async () => {
  seeded = await openSeededDatabase();
});
afterAll(async () => {
  await seeded.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A folder with these files. */
async function folderOf(files: readonly PackFile[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'synergy-seeds-'));
  folders.push(folder);
  for (const { name, content } of files) await writeFile(path.join(folder, name.replaceAll('/', '_')), content);
  return folder;
}

async function seedFrom(db: Database, files: readonly PackFile[]): Promise<number> {
  return (await seed(db, { folder: await folderOf(files) })).written;
}

/** A new release of the seeds: every text of the plan and of all rows is another. */
const nextRelease = [
  ...concepts,
  ...members,
  edited(regional, 'Strategy of the Union', 'The strategy of the Union'),
  edited(plan, 'Teach in schools', 'Teach in all schools'),
  edited(links, 'Both are about the young', 'Both concern the young'),
  ...others.map((file) => (file.name === 'flows.csv' ? edited(file, 'Report', 'Yearly report') : file)),
];

test('the project holds the data it says', async () => {
  const count = async (table: string) => (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(seeded.db)).rows[0]?.n;
  const counts: Record<string, number | undefined> = {};
  for (const table of [
    'state',
    'territory',
    'organization',
    'membership',
    'treaty_status',
    'strategy',
    'strategy_node',
    'link',
    'assessment',
    'finding',
    'flow',
    'assistance_activity',
  ])
    counts[table] = await count(table);
  expect(counts).toEqual({
    state: 202,
    territory: 7,
    organization: 31,
    membership: 485,
    treaty_status: 659,
    strategy: 152,
    strategy_node: 2298,
    link: 2862,
    assessment: 40,
    finding: 7135,
    flow: 96,
    assistance_activity: 45,
  });
});

test('every edition with figures of the index says whose they are', async () => {
  const rows = await seeded.db
    .selectFrom('assessment')
    .select(['assessment_key as key', 'attribution'])
    .where('series', '=', 'oc-index')
    .orderBy('assessment_key')
    .execute();
  expect(rows.map(({ attribution }) => attribution)).toEqual(
    [2021, 2023, 2025].map((year) => `Global Initiative Against Transnational Organized Crime, Global Organized Crime Index ${year}, ocindex.net`),
  );
});

test('a second start finds the data current and does nothing', async () => {
  seeded.statements.length = 0;
  expect(await seed(seeded.db)).toEqual({ isCurrent: true, written: 0 });
  expect(seeded.statements).toHaveLength(1);
});

test('importing the same files as a pack changes nothing', async () => {
  const { files } = await readPackFiles([seeds]);
  const { problems, counts } = await importPack(seeded.db, files, { dryRun: true });
  expect(problems.map(inEnglish)).toEqual([]);
  for (const [kind, { added, changed }] of Object.entries(counts)) expect({ kind, added, changed }).toEqual({ kind, added: 0, changed: 0 });
});

test('without the folder of the index everything else is recorded', async () => {
  const { db, close } = await openTestDatabase();
  await seed(db, { folder: path.join(seeds, 'reference') });
  expect(await db.selectFrom('finding').select('finding_id').execute()).toEqual([]);
  expect(await db.selectFrom('strategy').select(sql<number>`count(*)::int`.as('n')).executeTakeFirst()).toEqual({ n: 152 });
  expect(await db.selectFrom('assessment').select('assessment_key').where('series', '=', 'oc-index').execute()).toEqual([]);
  await close();
});

test('a new release writes what it changed, and only that', async () => {
  const { db, close } = await openTestDatabase();
  await seedFrom(db, world);
  // The two strategies, one link (of two) and one flow.
  expect(await seedFrom(db, nextRelease)).toBe(4);
  expect(await db.selectFrom('strategy_node').select('label').where('strategy_node_key', '=', 'xaa-plan-2024.p1.o1.m1').execute()).toEqual([
    { label: { en: 'Teach in all schools' } },
  ]);
  expect(await seedFrom(db, nextRelease)).toBe(0);
  await close();
});

test.each([
  ['its own row', sql`update strategy set lead_body = 'Council' where strategy_key = 'xaa-plan-2024'`],
  ['a node', sql`update strategy_node set label = '{"en": "Teach"}' where strategy_node_key = 'xaa-plan-2024.p1.o1.m1'`],
  ['a node less', sql`delete from strategy_node where strategy_node_key = 'xaa-plan-2024.p1.o2'`],
  ['a tag', sql`delete from strategy_node_concept where concept_key = 'prevention'`],
  [
    'a theme more',
    sql`insert into strategy_theme (strategy_id, threat_key) select strategy_id, 'cybercrime' from strategy where strategy_key = 'xaa-plan-2024'`,
  ],
])('a strategy that someone changed (%s) is left alone by a new release', async (_, change) => {
  const { db, close } = await openTestDatabase();
  await seedFrom(db, world);
  await change.execute(db);
  const trees = async () => [
    (await sql`select * from strategy order by 1`.execute(db)).rows.slice(1),
    (await sql`select * from strategy_node n where strategy_node_key like 'xaa%' order by 1`.execute(db)).rows,
    (await sql`select * from strategy_node_concept order by 1, 2, 3`.execute(db)).rows,
    (await sql`select * from strategy_theme order by 1, 2`.execute(db)).rows,
  ];
  const before = await trees();
  expect(await seedFrom(db, nextRelease)).toBe(3);
  expect(await trees()).toEqual(before);
  await close();
});

test('what someone deleted is not brought back, nor what hangs on it', async () => {
  const { db, close } = await openTestDatabase();
  await seedFrom(db, world);
  await sql`delete from flow`.execute(db);
  await sql`delete from link`.execute(db);
  await sql`delete from strategy where strategy_key = 'letters-strategy-2025'`.execute(db);
  // A link that is new in this release names what was deleted.
  const more = edited(links, 'xaa-plan-2024,letters', 'xaa-plan-2024.p1.o2,letters');
  expect(await seedFrom(db, [...nextRelease.filter((file) => file.name !== 'links.csv'), more])).toBe(1);
  expect(await db.selectFrom('flow').select('flow_key').execute()).toEqual([]);
  expect(await db.selectFrom('link').select('link_id').execute()).toEqual([]);
  expect(await db.selectFrom('strategy').select('strategy_key').execute()).toEqual([{ strategy_key: 'xaa-plan-2024' }]);
  await close();
});

test('what someone recorded before the seeds had it stays theirs', async () => {
  const { db, close } = await openTestDatabase();
  await seedFrom(db, [...concepts, ...members]);
  const { problems } = await importPack(db, [edited(plan, 'Teach in schools', 'Teach at home')]);
  expect(problems).toEqual([]);
  await seedFrom(db, world);
  await seedFrom(db, nextRelease);
  expect(await db.selectFrom('strategy_node').select('label').where('strategy_node_key', '=', 'xaa-plan-2024.p1.o1.m1').execute()).toEqual([
    { label: { en: 'Teach at home' } },
  ]);
  await close();
});

test('an import that changes nothing leaves records to the seeds', async () => {
  const { db, close } = await openTestDatabase();
  await seedFrom(db, world);
  await importPack(db, world);
  expect(await seedFrom(db, nextRelease)).toBe(4);
  await close();
});

test('seeds with a mistake are refused whole, naming it', async () => {
  const { db, close } = await openTestDatabase();
  await expect(seedFrom(db, [...concepts, ...members, edited(plan, '- prevention', '- preventoin')])).rejects.toThrow(
    'unknown element "preventoin". Did you mean prevention?',
  );
  expect(await db.selectFrom('state').select('state_key').execute()).toEqual([]);
  await close();
});

test('two starts at once seed once', async () => {
  const { db, close } = await openTestDatabase();
  const folder = await folderOf(world);
  const reports = await Promise.all([seed(db, { folder }), seed(db, { folder })]);
  expect(reports.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
  await close();
});
