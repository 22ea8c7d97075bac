import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { AppError } from '../src/core/errors.ts';
import { plain } from '../src/i18n/words.ts';
import { inTransaction, openDatabase, readSnapshot } from '../src/store/db.ts';
import { appErrorOf, isUnavailable } from '../src/store/errors.ts';
import { openTestDatabase } from './db.ts';

const { db, kind, statements, url, close } = await openTestDatabase();
afterAll(close);

const addRegion = (region: string) => ({ region_key: region });
beforeEach(() => db.deleteFrom('region').execute());

test('values have the same types on both databases', async () => {
  const { rows } = await sql`
    select date '2024-02-29' as day, 9007199254740991::int8 as big, count(*) as count, 1.10::numeric as money, 0.1::float8 as share, '{"a": [1]}'::jsonb as json,
      timestamptz '2024-02-29 12:00+00' as moment, 'plan:1 road:2'::tsvector as words, array['a', null]::text[] as list, null::date as nothing`.execute(
    db,
  );
  expect(rows).toEqual([
    {
      day: '2024-02-29',
      big: 9007199254740991,
      count: 1,
      money: '1.10',
      share: 0.1,
      json: { a: [1] },
      moment: new Date('2024-02-29T12:00:00Z'),
      words: "'plan':1 'road':2",
      list: ['a', null],
      nothing: null,
    },
  ]);
});

test('a date known to the year runs from its first day to its last', async () => {
  const { rows } = await sql`
    select partial_date_first('2024') as a, partial_date_last('2024') as b, partial_date_first('2024-02') as c, partial_date_last('2024-02') as d,
      partial_date_first('2024-02-10') as e, partial_date_last('2024-02-10') as f, partial_date_first(null) as g`.execute(db);
  expect(rows).toEqual([{ a: '2024-01-01', b: '2024-12-31', c: '2024-02-01', d: '2024-02-29', e: '2024-02-10', f: '2024-02-10', g: null }]);
});

test('each statement is reported', async () => {
  statements.length = 0;
  await db.selectFrom('region').select('region_key').execute();
  expect(statements).toEqual(['select "region_key" from "region"']);
});

test.runIf(kind === 'native')('a snapshot does not see what another connection commits in between', async () => {
  const seen = await readSnapshot(db, async (snapshot) => {
    const before = await snapshot.selectFrom('region').select('region_key').execute();
    await db.insertInto('region').values(addRegion('region:north')).execute();
    return [before, await snapshot.selectFrom('region').select('region_key').execute()];
  });
  expect(seen).toEqual([[], []]);
  expect(await db.selectFrom('region').select('region_key').execute()).toEqual([addRegion('region:north')]);
});

test.runIf(kind === 'embedded')('a write that is asked for during a snapshot waits for its end', async () => {
  const order: string[] = [];
  let write: Promise<unknown> = Promise.resolve();
  await readSnapshot(db, async (snapshot) => {
    await snapshot.selectFrom('region').select('region_key').execute();
    write = db
      .insertInto('region')
      .values(addRegion('region:north'))
      .execute()
      .then(() => order.push('written'));
    expect(await snapshot.selectFrom('region').select('region_key').execute()).toEqual([]);
    order.push('read');
  });
  await write;
  expect(order).toEqual(['read', 'written']);
});

test('a snapshot cannot write', async () => {
  await expect(readSnapshot(db, (snapshot) => snapshot.insertInto('region').values(addRegion('region:north')).execute())).rejects.toMatchObject({
    code: '25006',
  });
});

test('a snapshot inside a transaction sees what the transaction wrote', async () => {
  const seen = await inTransaction(db, async (trx) => {
    await trx.insertInto('region').values(addRegion('region:north')).execute();
    return readSnapshot(trx, (snapshot) => snapshot.selectFrom('region').select('region_key').execute());
  });
  expect(seen).toEqual([addRegion('region:north')]);
});

test('a transaction that fails leaves nothing behind, and its own error comes through', async () => {
  const failing = inTransaction(db, async (trx) => {
    await trx.insertInto('region').values(addRegion('region:north')).execute();
    throw new AppError('FORBIDDEN', plain('Not yours.'));
  });
  await expect(failing).rejects.toMatchObject({ code: 'FORBIDDEN', message: 'Not yours.' });
  expect(await db.selectFrom('region').selectAll().execute()).toEqual([]);
});

test('a second row of the same key is a CONFLICT, told without SQL', async () => {
  const twice = inTransaction(db, (trx) =>
    trx
      .insertInto('region')
      .values([addRegion('region:north'), addRegion('region:north')])
      .execute(),
  );
  await expect(twice).rejects.toMatchObject({ name: 'AppError', code: 'CONFLICT', message: 'This region is recorded already.' });
});

test('a reference to nothing, a value out of bounds and a missing value are INVALID', async () => {
  const dangling = inTransaction(db, (trx) => trx.insertInto('region_state').values({ region_key: 'region:north', state_key: 'XAA' }).execute());
  await expect(dangling).rejects.toMatchObject({
    code: 'INVALID',
    message: 'A region state names something that is not recorded, or something recorded still needs it.',
  });
  const ill = inTransaction(db, (trx) => trx.insertInto('region').values(addRegion('north')).execute());
  await expect(ill).rejects.toMatchObject({ code: 'INVALID', message: 'A value of this region is not one of those allowed.' });
  const missing = inTransaction(db, (trx) => sql`insert into region (region_key) values (null)`.execute(trx));
  await expect(missing).rejects.toMatchObject({ code: 'INVALID', message: 'A value that every region needs is missing.' });
  const known = inTransaction(db, (trx) =>
    sql`insert into membership (organization_key, from_year, to_year, state_key, role) values ('x', 2000, 1990, 'XAA', 'member')`.execute(trx),
  );
  await expect(known).rejects.toMatchObject({ code: 'INVALID', message: 'A membership cannot end before it begins.' });
});

test('text with a zero character is INVALID', async () => {
  const zero = inTransaction(db, (trx) => trx.insertInto('region').values({ region_key: 'region:north', basis: 'a\0b' }).execute());
  await expect(zero).rejects.toMatchObject({ code: 'INVALID' });
  const inJson = inTransaction(db, (trx) => sql`select ${JSON.stringify('a\0b')}::jsonb`.execute(trx));
  await expect(inJson).rejects.toMatchObject({ code: 'INVALID' });
});

test.runIf(kind === 'native')('a statement that takes too long is a LIMIT', async () => {
  const slow = inTransaction(db, async (trx) => {
    await sql`set local statement_timeout = 20`.execute(trx);
    await sql`select pg_sleep(10)`.execute(trx);
  });
  await expect(slow).rejects.toMatchObject({ code: 'LIMIT' });
});

test.runIf(kind === 'native')('a server bounds what one request may hold, unless the timeouts are off', async () => {
  const shown = async (options: { timeouts?: boolean }) => {
    const opened = openDatabase(url ?? '', options);
    const { rows } = await sql<{ name: string; setting: string }>`
      select name, setting from pg_settings where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name collate "C"`.execute(
      opened.db,
    );
    await opened.close();
    return rows.map((row) => row.setting);
  };
  expect(await shown({})).toEqual(['10000', '2000', '5000']);
  expect(await shown({ timeouts: false })).toEqual(['0', '0', '0']);
});

test.runIf(kind === 'native')('a session that the server ends is told as unavailable, and the next statement works', async () => {
  const ended = inTransaction(db, (trx) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx));
  await expect(ended).rejects.toSatisfy(isUnavailable);
  expect(await db.selectFrom('region').selectAll().execute()).toEqual([]);
});

test('a server that does not answer is told as unavailable', async () => {
  const nowhere = openDatabase('postgres://nobody@127.0.0.1:1/none');
  const error = await nowhere.db.selectFrom('region').selectAll().execute().catch(appErrorOf);
  expect(isUnavailable(error)).toBe(true);
  expect(error).toMatchObject({ message: 'The database cannot be reached at the moment. Try again shortly.' });
  await nowhere.close();
});

test('a database may be closed twice', async () => {
  const other = await openTestDatabase();
  await other.close();
  await other.close();
});
