// One transaction for each operation of a client. It tells the policies of row-level security who asks, for this transaction alone, and
// every statement of a reading operation sees the same state of the data. It begins with the first statement: what needs no data needs no database.
import { type ControlledTransaction, DummyDriver, sql, Transaction } from 'kysely';
import { organizationOf, stateOf, type Viewer } from '../core/viewer.ts';
import type { Database } from './db.ts';
import { appErrorOf } from './errors.ts';
import type { DB } from './tables.ts';

/** Tells the policies who asks, until the transaction ends. */
export async function tellViewer(db: Database, viewer: Viewer): Promise<void> {
  const [state, organization] = [stateOf(viewer) ?? '', organizationOf(viewer) ?? ''];
  await sql`select set_config('synergy.role', ${viewer.role}, true), set_config('synergy.state', ${state}, true), set_config('synergy.organization', ${organization}, true)`.execute(
    db,
  );
}

/** Runs a reading operation of the viewer in one snapshot. Throws what `appErrorOf` makes of a database error. */
export function readAs<T>(db: Database, viewer: Viewer, work: (db: Database) => Promise<T>): Promise<T> {
  return runAs(db, viewer, () => db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(), work);
}

/** Runs a writing operation of the viewer: it is stored when this resolves, and nothing of it where it throws. */
export function writeAs<T>(db: Database, viewer: Viewer, work: (db: Database) => Promise<T>): Promise<T> {
  return runAs(db, viewer, () => db.startTransaction().execute(), work);
}

type Begin = () => Promise<ControlledTransaction<DB>>;

async function runAs<T>(db: Database, viewer: Viewer, begin: Begin, work: (db: Database) => Promise<T>): Promise<T> {
  if (db.isTransaction) {
    await tellViewer(db, viewer);
    return work(db);
  }
  let begun: Promise<ControlledTransaction<DB>> | undefined;
  let isOver = false;
  // What was given up may still ask when its operation has ended: a transaction begun then would never end.
  const began = () => {
    if (isOver && !begun) return Promise.reject(new Error('the operation is over'));
    begun ??= beginAs(begin, viewer);
    return begun;
  };
  try {
    const result = await work(lazily(db, began));
    isOver = true;
    // Where it could not begin, the statements that needed it have failed and said so.
    const transaction = await begun?.catch(() => undefined);
    await transaction?.commit().execute();
    return result;
  } catch (error) {
    isOver = true;
    const transaction = await begun?.catch(() => undefined);
    if (transaction && !transaction.isCommitted && !transaction.isRolledBack) await transaction.rollback().execute();
    throw appErrorOf(error);
  }
}

async function beginAs(begin: Begin, viewer: Viewer): Promise<ControlledTransaction<DB>> {
  const transaction = await begin();
  try {
    await tellViewer(transaction, viewer);
    return transaction;
  } catch (error) {
    await transaction.rollback().execute();
    throw error;
  }
}

/** A database whose statements go to a transaction that the first of them begins. */
function lazily(db: Database, began: () => Promise<ControlledTransaction<DB>>): Database {
  const executor = db.getExecutor().withConnectionProvider({
    provideConnection: async (consumer) => (await began()).getExecutor().provideConnection(consumer),
  });
  const dialect = {
    createDriver: () => new DummyDriver(),
    createAdapter: () => executor.adapter,
    createQueryCompiler: notHere,
    createIntrospector: notHere,
  };
  return new Transaction<DB>({ config: { dialect }, dialect, driver: new DummyDriver(), executor });
}

function notHere(): never {
  throw new Error('a transaction of an operation is only asked for rows');
}

/** Runs a part of a transaction that is taken back alone where it throws; parts may have parts. Throws what it threw. */
export async function inSavepoint<T>(trx: Database, work: () => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(trx);
  try {
    const result = await work();
    await sql`release savepoint part`.execute(trx);
    return result;
  } catch (error) {
    await sql`rollback to savepoint part`.execute(trx);
    // It outlives its own rollback, and would stand in the place of a part around this one.
    await sql`release savepoint part`.execute(trx);
    throw error;
  }
}
