import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openDatabase } from '../src/store/db.ts';
import { openInMemory } from '../src/store/embedded.ts';
import { executedMigrations, migrate, pendingMigrations } from '../src/store/migrate.ts';
import { createDatabase, dropDatabases, withName } from './setup/native.ts';

const prepared = inject('databases');
const blank = await openBlank();
afterAll(() => blank.close());

/** A database that has had no migration. */
async function openBlank() {
  if (prepared.kind === 'embedded') return openInMemory();
  const name = `${prepared.prefix}_blank`;
  await createDatabase(prepared.url, name, 'template0');
  const { db, close } = openDatabase(withName(prepared.url, name));
  return { db, close: () => close().then(() => dropDatabases(prepared.url, name)) };
}

let first: string[];
const progress: string[] = [];
beforeAll(async () => {
  expect(await executedMigrations(blank.db)).toEqual([]);
  const pending = await pendingMigrations(blank.db);
  first = await migrate(blank.db, ({ name, done, total }) => progress.push(`${done}/${total} ${name}`));
  expect(first).toEqual(pending);
});

test('an empty database comes to the newest schema, in the order of the numbers', async () => {
  expect(first.slice(0, 2)).toEqual(['0001_concepts', '0002_members']);
  expect(first).toEqual([...first].sort());
  expect(progress[1]).toBe(`1/${first.length} 0002_members`);
  expect(await executedMigrations(blank.db)).toEqual(first);
  expect(await pendingMigrations(blank.db)).toEqual([]);
});

test('a second run changes nothing', async () => {
  expect(await migrate(blank.db)).toEqual([]);
});

test('a database of a newer release is refused, with the way out', async () => {
  await sql`insert into kysely_migration (name, timestamp) values ('9999_later', '')`.execute(blank.db);
  await expect(pendingMigrations(blank.db)).rejects.toThrow(/made by a newer release/);
  await expect(migrate(blank.db)).rejects.toMatchObject({ name: 'AppError', code: 'CONFLICT' });
});
