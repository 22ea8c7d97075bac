// The two locks of technical assistance, each held against the rules while the other is off; and every function and policy, taken away, is missed.
import { randomBytes } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { organizationOf, stateOf, type Viewer } from '../../src/core/viewer.ts';
import type { Database } from '../../src/store/db.ts';
import { tellViewer } from '../../src/store/operation.ts';
import { grantToService } from '../../src/store/service-login.ts';
import { visibleAssistanceActivity, visibleAssistanceActivityStaging, visibleNeed, visibleNeedMatch } from '../../src/store/visibility.ts';
import { insertNeedRow, type NeedRow } from '../assistance/rows.ts';
import { openTestDatabase, type TestDatabase } from '../db.ts';
import { viewers } from './cast.ts';
import { insertCast } from './insert.ts';

const needs: NeedRow[] = (['XAA', 'XAB'] as const).flatMap((state) =>
  (['PRIVATE', 'WORKING_GROUP', 'PUBLIC'] as const).flatMap((consent) =>
    (['EXPRESSED', 'CONFIRMED', 'WITHDRAWN'] as const).flatMap((stage) =>
      [undefined, 'xreg', 'SECRETARIAT'].flatMap((observer) =>
        (['PROPOSED', 'ACCEPTED', 'DECLINED'] as const).map((status): NeedRow => {
          const key = [state, consent, stage, observer ?? 'asked', status].join('-').toLowerCase();
          return { key, state, consent, stage, match: { activity: 'shown', status }, ...(observer && { observer }) };
        }),
      ),
    ),
  ),
);

// The rules, by hand.
const isUserOf = (viewer: Viewer, state: string) => stateOf(viewer) === state;
const isObserver = (viewer: Viewer, { observer, stage }: NeedRow) =>
  stage === 'EXPRESSED' &&
  observer !== undefined &&
  (observer === 'SECRETARIAT' ? viewer.role === 'SECRETARIAT' : organizationOf(viewer) === observer);
const isTold = (viewer: Viewer, { consent, stage }: NeedRow) =>
  stage === 'CONFIRMED' && (consent === 'PUBLIC' || (consent === 'WORKING_GROUP' && (viewer.role === 'DELEGATE' || viewer.role === 'SECRETARIAT')));
const seesNeed = (viewer: Viewer, need: NeedRow) => isUserOf(viewer, need.state) || isObserver(viewer, need) || isTold(viewer, need);
const seesMatch = (viewer: Viewer, need: NeedRow) =>
  seesNeed(viewer, need) && (need.match?.status === 'ACCEPTED' || isUserOf(viewer, need.state) || viewer.role === 'SECRETARIAT');
const edits = (viewer: Viewer, need: NeedRow) => isUserOf(viewer, need.state) && (viewer.role === 'EDITOR' || viewer.role === 'APPROVER');
const keeps = (viewer: Viewer, need: NeedRow) =>
  edits(viewer, need) || isObserver(viewer, need) || (viewer.role === 'SECRETARIAT' && seesNeed(viewer, need));
const matches = (viewer: Viewer, need: NeedRow) =>
  seesNeed(viewer, need) && (viewer.role === 'SECRETARIAT' || (edits(viewer, need) && viewer.role === 'APPROVER'));
const keepsRegister = (viewer: Viewer) => viewer.role === 'SECRETARIAT' || viewer.role === 'ADMIN';

type Keys = Record<string, string[]>;
const keysOf = (rows: readonly NeedRow[]) => rows.map(({ key }) => key).toSorted();
const parts = ['recipient', 'code', 'party', 'budget', 'concept'] as const;
const ofParts = (keys: string[]): Keys => Object.fromEntries(parts.map((part) => [`assistance_activity_${part}`, keys]));
const ofSessions = ['working_group_session', 'recommendation', 'recommendation_outcome'] as const;

function expectedReads(viewer: Viewer): Keys {
  const [seen, register] = [needs.filter((it) => seesNeed(viewer, it)), keepsRegister(viewer) ? ['hidden', 'shown'] : ['shown']];
  return {
    need: keysOf(seen),
    need_stage: keysOf(seen),
    need_match: keysOf(needs.filter((it) => seesMatch(viewer, it))),
    recommendation_need: keysOf(seen),
    assistance_activity: register,
    assistance_activity_staging: keepsRegister(viewer) ? register : [],
    ...ofParts(register),
    ...Object.fromEntries(ofSessions.map((table) => [table, ['all']])),
  };
}

function expectedWrites(viewer: Viewer): Keys {
  const register = keepsRegister(viewer) ? ['hidden', 'shown'] : [];
  return {
    need: keysOf(needs.filter((it) => keeps(viewer, it))),
    need_stage: keysOf(needs.filter((it) => keeps(viewer, it))),
    need_match: keysOf(needs.filter((it) => matches(viewer, it))),
    recommendation_need: keysOf(viewer.role === 'SECRETARIAT' ? needs.filter((it) => seesNeed(viewer, it)) : []),
    assistance_activity: register,
    assistance_activity_staging: register,
    ...ofParts(register),
    ...Object.fromEntries(ofSessions.map((table) => [table, viewer.role === 'SECRETARIAT' ? ['all'] : []])),
  };
}

type Statements = Record<string, RawBuilder<unknown>>;
const ofNeed = (table: string) => sql`select distinct n.need_key as key from ${sql.table(table)} t left join need n using (need_id)`;
const ofActivity = (table: string) =>
  sql`select distinct a.activity_key as key from ${sql.table(table)} t left join assistance_activity a using (assistance_activity_id)`;
const bareReads: Statements = {
  need: sql`select need_key as key from need`,
  need_stage: ofNeed('need_stage'),
  need_match: sql`select substr(match_key, 7) as key from need_match`,
  recommendation_need: ofNeed('recommendation_need'),
  assistance_activity: sql`select activity_key as key from assistance_activity`,
  assistance_activity_staging: sql`select activity_key as key from assistance_activity_staging`,
  ...Object.fromEntries(parts.map((part) => [`assistance_activity_${part}`, ofActivity(`assistance_activity_${part}`)])),
  ...Object.fromEntries(ofSessions.map((table) => [table, sql`select 'all' as key where exists (select from ${sql.table(table)})`])),
};
const touched = (table: string, column: string, key: RawBuilder<unknown>) =>
  sql`with touched as (update ${sql.table(table)} t set ${sql.ref(column)} = ${sql.ref(column)} returning *) select distinct ${key} as key from touched t`;
const needKey = sql`(select n.need_key from need n where n.need_id = t.need_id)`;
const activityKey = sql`(select a.activity_key from assistance_activity a where a.assistance_activity_id = t.assistance_activity_id)`;
const columns = { recipient: 'position', code: 'code', party: 'name', budget: 'amount', concept: 'concept_key' } as const;
const bareWrites: Statements = {
  need: touched('need', 'reason', sql`t.need_key`),
  need_stage: touched('need_stage', 'reason', needKey),
  need_match: touched('need_match', 'note', sql`substr(t.match_key, 7)`),
  recommendation_need: touched('recommendation_need', 'need_id', needKey),
  assistance_activity: touched('assistance_activity', 'note', sql`t.activity_key`),
  assistance_activity_staging: touched('assistance_activity_staging', 'line', sql`t.activity_key`),
  ...Object.fromEntries(parts.map((part) => [`assistance_activity_${part}`, touched(`assistance_activity_${part}`, columns[part], activityKey)])),
  working_group_session: touched('working_group_session', 'title', sql`'all'`),
  recommendation: touched('recommendation', 'what', sql`'all'`),
  recommendation_outcome: touched('recommendation_outcome', 'reason', sql`'all'`),
};

function firstLockReads(viewer: Viewer): Statements {
  return {
    need: sql`select n.need_key as key from need n where ${visibleNeed(viewer, 'n')}`,
    need_match: sql`select substr(m.match_key, 7) as key from need_match m where ${visibleNeedMatch(viewer, 'm')}`,
    assistance_activity: sql`select a.activity_key as key from assistance_activity a where ${visibleAssistanceActivity(viewer, 'a')}`,
    assistance_activity_staging: sql`select s.activity_key as key from assistance_activity_staging s where ${visibleAssistanceActivityStaging(viewer, 's')}`,
  };
}

const login = `synergy_service_${randomBytes(4).toString('hex')}`;
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  const { db } = database;
  await insertCast(db);
  await sql`delete from assistance_activity`.execute(db);
  for (const [key, publication] of [
    ['shown', 'PUBLISHED'],
    ['hidden', 'UNPUBLISHED'],
  ]) {
    await sql`insert into assistance_activity (activity_key, title, publication, provider, budget, currency) values (${key}, 'x', ${publication}, 'Body', 1, 'EUR')`.execute(
      db,
    );
    await sql`insert into assistance_activity_staging (activity_key, digest, same_as, file, line, reasons, imported_on) values (${key}, 'x', '{}', 'a.xml', 1, '[]', '2026-01-01')`.execute(
      db,
    );
    const of = sql`select assistance_activity_id from assistance_activity where activity_key = ${key}`;
    await sql`insert into assistance_activity_recipient (assistance_activity_id, position, state_key) values ((${of}), 1, 'XAA')`.execute(db);
    await sql`insert into assistance_activity_code (assistance_activity_id, system, code) values ((${of}), 'DAC', '15130')`.execute(db);
    await sql`insert into assistance_activity_concept (assistance_activity_id, scheme, concept_key) values ((${of}), 'ELEMENT', 'prevention')`.execute(
      db,
    );
  }
  for (const row of needs) await insertNeedRow(db, row);
  await sql`insert into working_group_session (session_key, title, starts_on, ends_on) values ('wg', 'x', '2026-01-01', '2026-01-01')`.execute(db);
  await sql`insert into recommendation (recommendation_key, session_id, position, what, addressee, recorded_on) select 'wg.r1', session_id, 1, 'x', 'x', '2026-01-01' from working_group_session`.execute(
    db,
  );
  await sql`insert into recommendation_outcome (recommendation_id, position, outcome, stated_on, reason) select recommendation_id, 1, 'DONE', '2026-01-01', 'x' from recommendation`.execute(
    db,
  );
  await sql`insert into recommendation_need select recommendation_id, need_id from recommendation, need`.execute(db);
  await sql`create role ${sql.id(login)} login`.execute(db);
  await grantToService(db, login);
});
afterAll(async () => {
  if (!database) return;
  await sql`drop owned by ${sql.id(login)}`.execute(database.db);
  await sql`drop role ${sql.id(login)}`.execute(database.db);
  await database.close();
});

/** What differs from the rules, as "viewer: table". */
function compared(who: string, expected: Keys, found: Keys): string[] {
  return Object.entries(found).flatMap(([table, keys]) => {
    const wanted = expected[table] ?? [];
    const wrong = [...wanted.filter((key) => !keys.includes(key)).map((key) => `without ${key}`), ...keys.filter((key) => !wanted.includes(key))];
    return wrong.length === 0 ? [] : [`${who}: ${table} ${wrong.slice(0, 3).join(', ')}`];
  });
}

async function run(db: Database, statements: Statements, table: string | null): Promise<Keys> {
  const found: Keys = {};
  for (const [name, statement] of Object.entries(statements))
    if (table === null || table === name)
      found[name] = (await statement.execute(db)).rows.map((row) => String((row as { key: string | null }).key)).toSorted();
  return found;
}

const undo = new Error('taken back');

/** Runs a check of every viewer in a transaction that is taken back. */
async function checked(check: (trx: Database, who: string, viewer: Viewer) => Promise<string[]>): Promise<string[]> {
  const wrong: string[] = [];
  for (const [who, viewer] of Object.entries(viewers))
    await database.db
      .transaction()
      .execute(async (trx) => {
        wrong.push(...(await check(trx, who, viewer)));
        throw undo;
      })
      .catch((error: unknown) => {
        if (error !== undo) wrong.push(String(error));
      });
  return wrong;
}

const firstLock = () => checked(async (trx, who, viewer) => compared(who, expectedReads(viewer), await run(trx, firstLockReads(viewer), null)));
const secondLock = (table: string | null = null) =>
  checked(async (trx, who, viewer) => {
    await sql`set local role ${sql.id(login)}`.execute(trx);
    await tellViewer(trx, viewer);
    return [
      ...compared(who, expectedReads(viewer), await run(trx, bareReads, table)),
      ...compared(`${who}, writing`, expectedWrites(viewer), await run(trx, bareWrites, table)),
    ];
  });

test('the predicates alone give every viewer what the rules give', async () => {
  expect(await firstLock()).toEqual([]);
});

test('the policies alone give every viewer what the rules give, and let write only what the rules let', async () => {
  expect(await secondLock()).toEqual([]);
});

describe('sabotage', () => {
  test('every function of visibility is missed by the first lock or the second when it says yes, or no, to everything', {
    timeout: 600_000,
  }, async () => {
    const { rows: functions } = await sql<{ name: string; signature: string; definition: string }>`
      select proname as name, proname || '(' || pg_get_function_arguments(oid) || ')' as signature, pg_get_functiondef(oid) as definition from pg_proc
      where pronamespace = 'public'::regnamespace and proname = any(array['visible_need', 'visible_need_match', 'visible_assistance_activity', 'visible_assistance_activity_staging', 'is_keeper_of', 'is_recorder_of'])`.execute(
      database.db,
    );
    expect(functions).toHaveLength(6);
    const unnoticed: string[] = [];
    for (const { name, signature, definition } of functions) {
      for (const answer of ['true', 'false']) {
        await sql.raw(`create or replace function ${signature} returns boolean language sql stable as 'select ${answer}'`).execute(database.db);
        if ((await firstLock()).length + (await secondLock()).length === 0) unnoticed.push(`${name}: ${answer}`);
        await sql.raw(definition).execute(database.db);
      }
    }
    expect(unnoticed).toEqual([]);
  });

  test.runIf(inject('databases').kind === 'native')(
    'every policy is missed when it is gone, and when it lets everything pass',
    {
      timeout: 600_000,
    },
    async () => {
      const { rows: policies } = await sql<{ name: string; table: string; command: string; using: string; check: string | null }>`
      select policyname as name, tablename as "table", cmd as command, qual as "using", with_check as "check" from pg_policies
      where schemaname = 'public' and tablename = any(${Object.keys(bareReads)}) order by policyname`.execute(database.db);
      const unnoticed: string[] = [];
      for (const { name, table, command, using, check } of policies) {
        const create = (open: boolean) =>
          sql
            .raw(
              `create policy ${name} on ${table} for ${command} using (${open ? 'true' : using})${check === null ? '' : ` with check (${open ? 'true' : check})`}`,
            )
            .execute(database.db);
        const drop = () => sql.raw(`drop policy ${name} on ${table}`).execute(database.db);
        await drop();
        if ((await secondLock(table)).length === 0) unnoticed.push(`${name} gone`);
        if (using !== 'true') {
          await create(true);
          if ((await secondLock(table)).length === 0) unnoticed.push(`${name} open`);
          await drop();
        }
        await create(false);
      }
      expect(unnoticed).toEqual([]);
    },
  );
});
