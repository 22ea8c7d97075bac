import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Database } from '../src/store/db.ts';
import { dump, load } from '../src/store/dump.ts';
import { openInMemory } from '../src/store/embedded.ts';
import { migrate } from '../src/store/migrate.ts';
import { openTestDatabase, type TestDatabase } from './db.ts';

const { kind } = inject('databases');
const folder = await mkdtemp(path.join(tmpdir(), 'synergy-dump-'));
const file = path.join(folder, 'source.dump');
/** Always embedded: so that on the native run the copy goes from one kind of database to the other. */
const source = await openInMemory();
let copy: TestDatabase;
let rows: number;

beforeAll(async () => {
  copy = await openTestDatabase();
  await migrate(source.db);
  await fill(source.db);
  rows = await dump(source.db, file);
});
afterAll(async () => {
  await source.close();
  await copy.close();
  await rm(folder, { recursive: true });
});

const awkward = 'Zeile 1\nZeile 2\t{"a", \\N, \'\'} الجريمة 组织 \u2028 NULL';

/** A little of everything that is hard to copy: parents before and after their children, cycles, gaps in sequences, many rows. */
async function fill(db: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`set constraints all deferred`.execute(trx);
    const label = (text: string) => JSON.stringify({ en: text, original: awkward });
    await trx
      .insertInto('concept')
      .values({ scheme: 'THREAT', concept_key: 'child', position: 1, parent_key: 'root', label: label('Child') })
      .execute();
    await trx
      .insertInto('concept')
      .values({ scheme: 'THREAT', concept_key: 'root', position: 2, label: label('Root'), note: '' })
      .execute();
    const names = JSON.stringify({ en: 'Made-up state' });
    await trx.insertInto('state').values({ state_key: 'XAA', kind: 'un_member', name: names, note: awkward }).execute();
    await sql`
      insert into strategy (strategy_key, state_key, level, scope, status, title, original_language, valid_from, notes, search)
      values ('xaa-plan', 'XAA', 'NATIONAL', 'DRUGS', 'ADOPTED', '{"en": "Plan", "z": 1.10, "a": [1e2, null, "\\u00e9"]}', 'en', '2024-02', '["x", {"b": 1}]',
        to_tsvector('english', 'Fighting the trade; it''s a \\ "quoted" road') || setweight('road:7'::tsvector, 'A'))`.execute(trx);
    await sql`
      insert into strategy_node (strategy_node_key, strategy_id, parent_id, position, last_position, kind, label, is_seen_in_source)
      select 'xaa-plan.' || n, 1, case when n > 1 then n - 1 end, n, 1200, 'MEASURE', jsonb_build_object('en', 'Measure ' || n), n % 2 = 0
      from generate_series(1, 1200) n order by n`.execute(trx);
    await sql`
      insert into assistance_activity (activity_key, title, budget) values ('a', 'A', 12345678901234567890.1230), ('b', 'B', 'NaN'), ('c', 'C', 0.000), ('d', 'D', null)`.execute(
      trx,
    );
    await sql`insert into strategy_theme (strategy_id, threat_key) values (1, 'child')`.execute(trx);
    // A table that triggers of others write to.
    await sql`insert into seeded (kind, key, hash) values ('strategy', 'xaa-plan', 'x')`.execute(trx);
    await sql`delete from assistance_activity where activity_key = 'd'`.execute(trx);
    await sql`
      insert into assessment (assessment_key, title, series, level, is_official, state_key) values ('xaa-2024', 'T', 's', 'NATIONAL', true, 'XAA')`.execute(
      trx,
    );
    await sql`
      insert into finding (assessment_id, state_key, threat_key, score, scale_min, scale_max) values (1, 'XAA', 'child', 0.1::float8 + 0.2, 0, 1e-300 + 1)`.execute(
      trx,
    );
  });
}

/** What a dump says, without the migrations' times or anything else that may differ: its text. */
const content = async (name: string) => gunzipSync(await readFile(name)).toString();

test('a database copied through a file is the same to the last value, generated columns and sequences included', async () => {
  const steps: string[] = [];
  expect(await load(copy.db, file, ({ table, done, total }) => steps.push(`${table} ${done < total}`))).toBe(rows);
  expect(rows).toBe(1 + 2 + 1 + 1200 + 3 + 1 + 1 + 1 + 1);
  expect(steps).toContain('strategy_node true');
  const again = path.join(folder, 'copy.dump');
  expect(await dump(copy.db, again)).toBe(rows);
  expect(await content(again)).toBe(await content(file));
  const details = async (db: Database) =>
    (
      await sql`
    select s.title::text, s.search::text, s.valid_from_date, s.valid_to_date, f.score, f.threat_scheme, c.note, c.label->>'original' as original, a.budget::text
    from strategy s, finding f, concept c, assistance_activity a where c.concept_key = 'root' and a.activity_key = 'a'`.execute(db)
    ).rows;
  expect(await details(copy.db)).toEqual(await details(source.db));
  expect(await details(copy.db)).toMatchObject([
    { valid_from_date: '2024-02-01', score: 0.30000000000000004, note: '', original: awkward, budget: '12345678901234567890.1230' },
  ]);
});

test('the next row of the copy gets the next number, also where the last one was deleted', async () => {
  const next = await copy.db
    .insertInto('assistance_activity')
    .values({ activity_key: 'e', title: 'E' })
    .returning('assistance_activity_id as id')
    .executeTakeFirstOrThrow();
  expect(next).toEqual({ id: 5 });
});

test('triggers are silent while a copy is filled and work afterwards', async () => {
  const isChanged = () => copy.db.selectFrom('seeded').select('is_changed').execute();
  expect(await isChanged()).toEqual([{ is_changed: false }]);
  await copy.db.deleteFrom('strategy_theme').execute();
  expect(await isChanged()).toEqual([{ is_changed: true }]);
});

test('a database that holds rows is refused and keeps them', async () => {
  const before = await copy.db.selectFrom('strategy_node').select('strategy_node_id').execute();
  await expect(load(copy.db, file)).rejects.toMatchObject({ name: 'AppError', code: 'CONFLICT', message: expect.stringContaining('not empty') });
  expect(await copy.db.selectFrom('strategy_node').select('strategy_node_id').execute()).toEqual(before);
});

test('a file that was cut short, or is no dump, is refused and leaves the database empty', async () => {
  const empty = await openTestDatabase();
  const broken = path.join(folder, 'broken.dump');
  const whole = await readFile(file);
  const refused = async (bytes: Uint8Array, message: string) => {
    await writeFile(broken, bytes);
    await expect(load(empty.db, broken)).rejects.toMatchObject({ name: 'AppError', code: 'INVALID', message: expect.stringContaining(message) });
    expect(await empty.db.selectFrom('concept').selectAll().execute()).toEqual([]);
  };
  await refused(whole.subarray(0, whole.length / 2), 'cut short');
  await refused(gzipSync((await content(file)).split('\n').slice(0, -3).join('\n')), 'cut short');
  await refused(gzipSync('{"format":"other"}\n'), 'is not a dump');
  await refused(gzipSync('<html>\n'), 'cut short');
  await refused(gzipSync(''), 'is not a dump');
  await refused(Buffer.from('plain text'), 'damaged');
  await expect(load(empty.db, path.join(folder, 'none.dump'))).rejects.toMatchObject({
    code: 'INVALID',
    message: expect.stringContaining('There is no file'),
  });
  await load(empty.db, file);
  await empty.close();
});

test('a dump of other migrations is refused', async () => {
  const empty = await openTestDatabase();
  const other = path.join(folder, 'other.dump');
  await writeFile(other, gzipSync((await content(file)).replace('0001_concepts', '0001_others')));
  await expect(load(empty.db, other)).rejects.toMatchObject({
    name: 'AppError',
    code: 'CONFLICT',
    message: expect.stringContaining('another release'),
  });
  await empty.close();
});

test('a dump that fails leaves no file', async () => {
  const nowhere = path.join(folder, 'missing', 'x.dump');
  await expect(dump(copy.db, nowhere)).rejects.toThrow();
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test.runIf(kind === 'native')('this run copied from an embedded database to a server', () => {
  expect(copy.url).toMatch(/^postgres:/);
});
