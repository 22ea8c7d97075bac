// The trail: whatever is altered or taken out of it is found.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from '../scripts/bench/random.ts';
import { type Change, recordChanges } from '../src/store/audit.ts';
import { verifyAudit } from '../src/store/audit-verify.ts';
import { openTestDatabase, type TestDatabase } from './db.ts';

const entries = 40;
const change = (index: number): Change => ({
  action: 'updateStrategy',
  kind: 'Strategy',
  key: `xaa-plan-${index % 5}`,
  version: index,
  change: { 'title.en': { from: `Plan "${index}" – ünïcode`, to: null }, share: { from: 0.25, to: 1e21 } },
  sharing: {
    stateKey: 'XAA',
    organizationKey: null,
    visibility: index % 2 ? 'PUBLIC' : 'SHARED',
    sharedWith: index % 3 ? [] : ['XAB', 'xreg'],
    publication: 'PUBLISHED',
  },
});

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  for (let index = 1; index <= entries; index++)
    await recordChanges(database.db, { role: 'EDITOR', state: 'XAA', subject: 'account-1' }, [change(index)]);
});
afterAll(() => database?.close());

test('an untouched trail is whole, and tells the hash of its end', async () => {
  const report = await verifyAudit(database.db, null);
  expect(report).toMatchObject({ entries, problems: [] });
  expect(report.head).toMatch(/^[0-9a-f]{64}$/);
  expect((await verifyAudit(database.db, report.head)).problems).toEqual([]);
  expect((await verifyAudit(database.db, '0'.repeat(64))).problems).toEqual([{ position: entries, problem: 'HEAD' }]);
});

test('a trail without rows is whole', async () => {
  const { db, close } = await openTestDatabase();
  expect(await verifyAudit(db, null)).toEqual({ entries: 0, head: '', problems: [] });
  await close();
});

test('rows are neither changed nor deleted, not even by the owner of the tables', async () => {
  for (const statement of [`update audit_entry set action = 'x'`, 'delete from audit_entry', 'truncate audit_entry'])
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow(/never altered/);
});

test('a change that is taken back leaves no row, and no place for one', async () => {
  await database.db
    .transaction()
    .execute(async (trx) => {
      await recordChanges(trx, 'operator', [change(99)]);
      throw new Error('taken back');
    })
    .catch(() => {});
  expect(await verifyAudit(database.db, null)).toMatchObject({ entries, problems: [] });
});

test('1,000 alterations by someone with every right on the database are found, all of them', async () => {
  const random = createRandom(7);
  const columns = {
    occurred_at: `occurred_at + interval '1 second'`,
    actor: `actor || 'x'`,
    role: `'APPROVER'`,
    by_state_key: `'XAB'`,
    by_organization_key: `'xreg'`,
    action: `'withdrawStrategy'`,
    kind: `'Link'`,
    key: `key || '1'`,
    version: 'version + 1',
    change: `change || '{"a":{}}'`,
    state_key: `'XAC'`,
    organization_key: `'xoth'`,
    visibility: `'PRIVATE'`,
    shared_with: `shared_with || 'XAZ'::text`,
    publication: `'UNPUBLISHED'`,
    previous_hash: `previous_hash || '\\x00'`,
    hash: `sha256(hash)`,
  } as const;
  const unfound: string[] = [];
  const attempt = async (name: string, ...statements: string[]) => {
    await database.db
      .transaction()
      .execute(async (trx) => {
        await sql`alter table audit_entry disable trigger user`.execute(trx);
        for (const statement of statements) await sql.raw(statement).execute(trx);
        if ((await verifyAudit(trx, null)).problems.length === 0) unfound.push(name);
        throw new Error('taken back');
      })
      .catch((error: Error) => {
        if (error.message !== 'taken back') throw error;
      });
  };
  for (let round = 0; round < 1_000; round++) {
    const place = random.whole(1, entries);
    const column = random.pick(Object.keys(columns) as (keyof typeof columns)[]);
    const last = random.whole(place, entries);
    const way = random.weighted({ alter: 6, remove: 3, swap: 1 });
    if (way === 'alter') await attempt(`${column} of ${place}`, `update audit_entry set ${column} = ${columns[column]} where position = ${place}`);
    else if (way === 'remove') await attempt(`rows ${place} to ${last} gone`, `delete from audit_entry where position between ${place} and ${last}`);
    else await attempt(`row ${place} moved`, `update audit_entry set position = 1000 + position where position = ${place}`);
  }
  expect(unfound).toEqual([]);
});

test('a function of the database that lies about hashes hides nothing', async () => {
  await database.db
    .transaction()
    .execute(async (trx) => {
      await sql`alter table audit_entry disable trigger user`.execute(trx);
      await sql`update audit_entry set actor = 'someone else' where position = 3`.execute(trx);
      await sql`create or replace function audit_entry_hash(item audit_entry) returns bytea language sql stable as 'select item.hash'`.execute(trx);
      expect((await verifyAudit(trx, null)).problems).toEqual([{ position: 3, problem: 'ALTERED' }]);
      throw new Error('taken back');
    })
    .catch((error: Error) => {
      if (error.message !== 'taken back') throw error;
    });
});

test('the trail of twenty writers at once is one chain', async () => {
  const { db, close } = await openTestDatabase();
  await Promise.all(
    Array.from({ length: 20 }, (_unused, index) => db.transaction().execute((trx) => recordChanges(trx, 'operator', [change(index), change(index)]))),
  );
  expect(await verifyAudit(db, null)).toMatchObject({ entries: 40, problems: [] });
  await close();
});
