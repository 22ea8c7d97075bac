// Opens Postgres, embedded or server, and runs transactions. The only import of `pg`; nothing here needs Node, so it runs in a Worker too.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { appErrorOf } from './errors.ts';
import type { DB } from './tables.ts';

export type Database = Kysely<DB>;

/** A database that can be closed. `close` may be called more than once. */
export type OpenDatabase = { db: Database; close: () => Promise<void> };

export type DatabaseOptions = {
  /** Called with the text of each statement once it has run. */
  onStatement?: ((sql: string) => void) | undefined;
};

export type ServerOptions = DatabaseOptions & {
  /** Off for imports, migrations, dumps and benchmarks, which may rightly take long. Default: on. */
  timeouts?: boolean | undefined;
  /** Connections open at once. A Worker opens a pool for each request and needs few. Default: 10. */
  poolSizeMax?: number | undefined;
};

/** Bounds of what one request may hold on the server, in milliseconds. */
const serverTimeoutsMs = { statement_timeout: 5_000, lock_timeout: 2_000, idle_in_transaction_session_timeout: 10_000 };

const dateOid = 1082;
const int8Oid = 20;

/** A pool that reads values as this project does: date as 'YYYY-MM-DD', int8 as a number; numeric stays a string, as pg has it. */
export function createPool(config: pg.PoolConfig): pg.Pool {
  const types = new pg.TypeOverrides();
  types.setTypeParser(dateOid, (text) => text);
  types.setTypeParser(int8Oid, Number);
  const pool = new pg.Pool({ ...config, types });
  // A connection that breaks fails its statement, if any, and is replaced by the pool. Without these listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** The database behind a pool of `createPool`. Closing it ends the pool. */
export function openPool(pool: pg.Pool, options: DatabaseOptions = {}): OpenDatabase {
  const { onStatement } = options;
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    ...(onStatement && { log: (event) => onStatement(event.query.sql) }),
  });
  return { db, close: () => db.destroy() };
}

/** Opens a server database by its connection string. Nothing is connected until the first statement. */
export function openDatabase(connectionString: string, options: ServerOptions = {}): OpenDatabase {
  const pool = createPool({
    connectionString,
    max: options.poolSizeMax ?? 10,
    connectionTimeoutMillis: 5_000,
    application_name: 'strategy-synergy',
    ...(options.timeouts !== false && serverTimeoutsMs),
  });
  return openPool(pool, options);
}

/**
 * Runs `work` in one repeatable-read, read-only transaction: every statement sees the same state of the data, so a computed
 * answer never mixes two. Inside a transaction it is part of that one. Throws what `appErrorOf` makes of a database error.
 */
export async function readSnapshot<T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  return withAppErrors(() => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work));
}

/**
 * Runs `work` in one transaction, all of it or nothing. Inside a transaction it is part of that one. `work` must use the
 * database it is given: the embedded one has a single connection, and the outer `db` would wait for ever.
 * Throws what `appErrorOf` makes of a database error.
 */
export async function inTransaction<T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  return withAppErrors(() => db.transaction().execute(work));
}

async function withAppErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw appErrorOf(error);
  }
}
