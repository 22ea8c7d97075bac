// Two locks, each held against the rules while the other is off; and every function and policy, taken away in turn, is missed.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Database } from '../../src/store/db.ts';
import { grantToService } from '../../src/store/service-login.ts';
import { openTestDatabase, type TestDatabase } from '../db.ts';
import { insertCast } from './insert.ts';
import { firstLockMismatches, secondLockMismatches } from './locks.ts';

const seeds = [11, 22, 33];
const login = `synergy_service_${randomBytes(4).toString('hex')}`;
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await insertCast(database.db);
  await sql`create role ${sql.id(login)} login`.execute(database.db);
  await grantToService(database.db, login);
});
afterAll(async () => {
  if (!database) return;
  await sql`drop owned by ${sql.id(login)}`.execute(database.db);
  await sql`drop role ${sql.id(login)}`.execute(database.db);
  await database.close();
});

/** Does some check miss what was changed? Statements that fail for want of a right are missed too. */
async function isMissed(db: Database, check: (db: Database, seed: number) => Promise<unknown[]>): Promise<boolean> {
  for (const seed of seeds) {
    const mismatches = await check(db, seed).catch((error: unknown) => [error]);
    if (mismatches.length > 0) return true;
  }
  return false;
}

/** Held in assistance-locks.test.ts. */
const ofAssistance = [
  'visible_need',
  'visible_need_match',
  'visible_assistance_activity',
  'visible_assistance_activity_staging',
  'is_keeper_of',
  'is_recorder_of',
];
const tablesOfAssistance = /^(need|recommendation|working_group_session|assistance_activity)/;
const secondLock = (db: Database, seed: number) => secondLockMismatches(db, seed, login);
/** Those among whom every rule tells some apart: enough to miss what is broken, in a fraction of the time. */
const few = ['public', 'approver', 'neighbour', 'former member', 'delegate elsewhere', 'analyst', 'admin'];
const secondLockOfFew = (db: Database, seed: number) => secondLockMismatches(db, seed, login, few);

test('the predicates alone give every viewer what the rules give', async () => {
  for (const seed of seeds) expect(await firstLockMismatches(database.db, seed)).toEqual([]);
});

test('the policies alone give every viewer what the rules give, and let write only what the rules let', { timeout: 600_000 }, async () => {
  for (const seed of seeds) expect(await secondLock(database.db, seed)).toEqual([]);
});

test('a transaction that was told of no viewer reads what the public reads', async () => {
  const { rows } = await database.db.transaction().execute(async (trx) => {
    await sql`set local role ${sql.id(login)}`.execute(trx);
    return sql<{
      v: string;
    }>`select is_own('XAA', null, current_viewer())::text || is_audience('REGION', '{}', 'XAA', null, current_viewer()) as v`.execute(trx);
  });
  expect(rows).toEqual([{ v: 'falsefalse' }]);
});

test('what a transaction was told is forgotten at its end', async () => {
  await database.db.transaction().execute((trx) => sql`select set_config('synergy.role', 'ADMIN', true)`.execute(trx));
  const { rows } = await sql<{ role: string | null }>`select nullif(current_setting('synergy.role', true), '') as role`.execute(database.db);
  expect(rows).toEqual([{ role: null }]);
});

describe('the catalogue', () => {
  test('every table of the project has row-level security, and policies for reading and writing', async () => {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely%'
        and (not c.relrowsecurity or not exists (select from pg_policies p where p.tablename = c.relname and p.cmd in ('ALL', 'SELECT'))
          or not exists (select from pg_policies p where p.tablename = c.relname and p.cmd in ('ALL', 'INSERT')))`.execute(database.db);
    expect(rows).toEqual([]);
  });

  test('no view reads with the rights of its maker, and only the trail, the seeds, stale links and what was decided of them are kept by functions that do, on a fixed path', async () => {
    const views = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and (relkind = 'm' or (relkind = 'v' and not coalesce(reloptions::text like '%security_invoker=true%', false)))`.execute(
      database.db,
    );
    expect(views.rows).toEqual([]);
    const definers = await sql<{ name: string; settings: string | null }>`
      select proname as name, proconfig::text as settings from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by proname`.execute(
      database.db,
    );
    expect(definers.rows.map((row) => row.name)).toEqual([
      'chain_audit_entry',
      'drop_link_clearances',
      'mark_seeded',
      'mark_stale_nodes',
      'mark_stale_plans',
      'note_audit_head',
    ]);
    for (const { settings } of definers.rows) expect(settings).toContain('search_path=public, pg_temp');
  });

  test('the service cannot touch the trail but by adding to it, nor what is the operator’s', async () => {
    const refused = async (statement: string) =>
      database.db
        .transaction()
        .execute(async (trx) => {
          await sql`set local role ${sql.id(login)}`.execute(trx);
          await sql.raw(statement).execute(trx);
          return 'done';
        })
        .catch((error: { code?: string }) => error.code);
    for (const statement of [
      'update audit_entry set action = action',
      'delete from audit_entry',
      'truncate audit_entry',
      'select from audit_head',
      'update audit_head set position = 0',
      'select from seeded',
      `update seed_state set digest = ''`,
      'select from kysely_migration',
      'drop table strategy',
      'alter table strategy disable row level security',
      'create table mine ()',
    ]) {
      expect(await refused(statement), statement).toBe('42501');
    }
  });

  test('an entry of the trail cannot be written in another role than one’s own', async () => {
    const write = (role: string, state: string) =>
      database.db
        .transaction()
        .execute(async (trx) => {
          await sql`set local role ${sql.id(login)}`.execute(trx);
          await sql`select set_config('synergy.role', 'EDITOR', true), set_config('synergy.state', 'XAA', true), set_config('synergy.organization', '', true)`.execute(
            trx,
          );
          await sql`insert into audit_entry (actor, role, by_state_key, action, kind, key, change, visibility, publication) values ('a', ${role}, ${state}, 'x', 'Strategy', 'x', '{}', 'PRIVATE', 'UNPUBLISHED')`.execute(
            trx,
          );
          throw new Error('written');
        })
        .catch((error: Error & { code?: string }) => error.code ?? error.message);
    expect(await write('EDITOR', 'XAA')).toBe('written');
    expect(await write('APPROVER', 'XAA')).toBe('42501');
    expect(await write('EDITOR', 'XAB')).toBe('42501');
  });
});

describe('sabotage', () => {
  test('every function of visibility is missed by the first lock or the second when it says yes, or no, to everything', {
    timeout: 600_000,
  }, async () => {
    const { rows: functions } = await sql<{ name: string; signature: string; definition: string }>`
      select proname as name, proname || '(' || pg_get_function_arguments(oid) || ')' as signature, pg_get_functiondef(oid) as definition
      from pg_proc where pronamespace = 'public'::regnamespace and (proname like 'visible\\_%' or proname like 'is\\_%') and proname <> all(${ofAssistance}) order by proname`.execute(
      database.db,
    );
    expect(functions.length).toBeGreaterThanOrEqual(11);
    const unnoticed: string[] = [];
    for (const { name, signature, definition } of functions) {
      for (const answer of ['true', 'false']) {
        await sql.raw(`create or replace function ${signature} returns boolean language sql stable as 'select ${answer}'`).execute(database.db);
        const missed = (await isMissed(database.db, firstLockMismatches)) || (await isMissed(database.db, secondLockOfFew));
        if (!missed) unnoticed.push(`${name}: ${answer}`);
        await sql.raw(definition).execute(database.db);
      }
    }
    expect(unnoticed).toEqual([]);
  });

  // The policies bind logins of a server; the embedded database has one user, who is the operator.
  test.runIf(inject('databases').kind === 'native')(
    'every policy is missed when it is gone, and when it lets everything pass',
    { timeout: 600_000 },
    async () => {
      const { rows: policies } = await sql<{ name: string; table: string; command: string; using: string | null; check: string | null }>`
      select policyname as name, tablename as "table", cmd as command, qual as "using", with_check as "check" from pg_policies where schemaname = 'public' order by policyname`.execute(
        database.db,
      );
      const unnoticed: string[] = [];
      // What the operator alone writes is kept by the lack of any right; the trail and made-up states have checks of their own.
      const elsewhere = /^(seeded|audit_head|seed_state|audit_entry_write|state_made_up)/;
      for (const { name, table, command, using, check } of policies.filter((it) => !elsewhere.test(it.name) && !tablesOfAssistance.test(it.table))) {
        const clauses = (open: boolean) => [
          ...(using === null ? [] : [`using (${open ? 'true' : using})`]),
          ...(check === null ? [] : [`with check (${open ? 'true' : check})`]),
        ];
        const create = (open: boolean) => sql.raw(`create policy ${name} on ${table} for ${command} ${clauses(open).join(' ')}`).execute(database.db);
        const drop = () => sql.raw(`drop policy ${name} on ${table}`).execute(database.db);
        const ofTable = (db: Database, seed: number) => secondLockMismatches(db, seed, login, few, table);
        await drop();
        if (!(await isMissed(database.db, ofTable))) unnoticed.push(`${name} gone`);
        // A register is open to every reader as it is.
        if (using !== 'true') {
          await create(true);
          if (!(await isMissed(database.db, ofTable))) unnoticed.push(`${name} open`);
          await drop();
        }
        await create(false);
      }
      expect(unnoticed).toEqual([]);
    },
  );
});
