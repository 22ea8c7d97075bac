// Writes a world into an empty, migrated database, in bulk.
import { sql } from 'kysely';
import { type Database, inTransaction } from '../../src/store/db.ts';
import type { Rows } from './rows.ts';

const rowsAtOnce = 20_000;

/** Writes all rows as they are, ids too, but no words for search, and lets the database take stock of them. */
export async function loadWorld(db: Database, world: Rows): Promise<void> {
  await inTransaction(db, async (trx) => {
    await sql`select set_config('synergy.seeding', 'on', true)`.execute(trx);
    for (const [table, rows] of Object.entries(world)) {
      const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
      for (let start = 0; start < rows.length; start += rowsAtOnce) {
        const text = JSON.stringify(rows.slice(start, start + rowsAtOnce));
        await sql`insert into ${sql.table(table)} (${columns}) overriding system value
          select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${text}::json)`.execute(trx);
      }
    }
  });
  await sql`vacuum analyze`.execute(db);
}
