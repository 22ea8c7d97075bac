// What a viewer may not see changes nothing the viewer is answered: errors, counts, order, search and figures included.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Database } from '../../src/store/db.ts';
import { grantToService } from '../../src/store/service-login.ts';
import { openTestDatabase, type TestDatabase } from '../db.ts';
import { comparePair } from './differences.ts';
import { insertCast } from './insert.ts';

const pairs = Number(process.env.NON_INTERFERENCE_PAIRS ?? 200);
const operations = Number(process.env.NON_INTERFERENCE_OPERATIONS ?? 10);
const login = `synergy_service_${randomBytes(4).toString('hex')}`;

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await insertCast(database.db);
  await sql`create role ${sql.id(login)} login`.execute(database.db);
  await grantToService(database.db, login);
  // Predicates that say yes to everything, for a search path that finds them first.
  await sql`create schema unlocked`.execute(database.db);
  await sql`grant usage on schema unlocked to ${sql.id(login)}`.execute(database.db);
  const { rows } = await sql<{ signature: string }>`
    select proname || '(' || pg_get_function_arguments(oid) || ')' as signature from pg_proc where pronamespace = 'public'::regnamespace and proname like 'visible\\_%'`.execute(
    database.db,
  );
  for (const { signature } of rows)
    await sql.raw(`create function unlocked.${signature} returns boolean language sql immutable as 'select true'`).execute(database.db);
});
afterAll(async () => {
  if (!database) return;
  await sql`drop owned by ${sql.id(login)}`.execute(database.db);
  await sql`drop role ${sql.id(login)}`.execute(database.db);
  await database.close();
});

async function compareAll(count: number, as?: (db: Database) => Promise<void>) {
  let [told, answered, refused] = [0, 0, 0];
  const differences: string[] = [];
  const unanswered: string[] = [];
  for (let seed = 1; seed <= count; seed++) {
    const outcome = await comparePair(database.db, seed * 1_000, operations, as);
    differences.push(...outcome.differences);
    unanswered.push(...outcome.unanswered);
    told += outcome.isTold ? 1 : 0;
    answered += outcome.answered;
    refused += outcome.refused;
  }
  return { differences, unanswered, told, answered, refused };
}

test(`two databases that differ only in rows hidden from a viewer answer it alike, byte for byte (${pairs} pairs, ${operations} operations each)`, {
  timeout: 5_400_000,
}, async () => {
  const { differences, unanswered, told, answered, refused } = await compareAll(pairs);
  expect(differences.slice(0, 3), `${differences.length} differences`).toEqual([]);
  expect([...new Set(unanswered)]).toEqual([]);
  // The control: the pairs do differ, and whoever may see it is told so.
  expect(told / pairs).toBeGreaterThan(0.95);
  // And the operations are such as people ask: most are answered whole, hardly any is refused for its form.
  expect(answered / (pairs * operations)).toBeGreaterThan(0.5);
  expect(refused / (pairs * operations)).toBeLessThan(0.02);
});

const isServer = inject('databases').kind === 'native';
const fewer = Math.ceil(pairs / 4);

test.runIf(isServer)(`the same with the policies alone, while every predicate says yes (${fewer} pairs)`, { timeout: 5_400_000 }, async () => {
  const asService = async (db: Database) => {
    await sql`set local search_path = unlocked, public`.execute(db);
    await sql`set local role ${sql.id(login)}`.execute(db);
  };
  const { differences, told } = await compareAll(fewer, asService);
  expect(differences.slice(0, 3), `${differences.length} differences`).toEqual([]);
  expect(told / fewer).toBeGreaterThan(0.95);
});

test.runIf(isServer)('the predicates are what was off: without the policies too, answers differ', { timeout: 600_000 }, async () => {
  const { differences } = await compareAll(10, async (db) => void (await sql`set local search_path = unlocked, public`.execute(db)));
  expect(differences.length).toBeGreaterThan(0);
});
