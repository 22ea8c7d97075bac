// Writing many rows in few statements: new ones are inserted, changed ones updated, equal ones left as they are.
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../store/db.ts';
import type { DB } from '../store/tables.ts';

type Table = keyof DB & string;
type Value = string | number | boolean | object | null;
export type Row = Record<string, Value>;

/** Rows that go to the database in one statement. */
const batchRows = 2_000;

export type TableKey = {
  table: Table;
  /** Columns that together name a row. */
  key: readonly string[];
  /** Those of them that may be null. */
  nullable?: readonly string[];
  /** The database gives each new row a number: rows that are there already must not use numbers up. */
  isNumbered?: boolean;
  /** Columns that are written along with others; that they alone differ is no change. */
  alongside?: readonly string[];
};

/** Which rows were written: the value of one column for each (see `returning`). */
export type Written = { added: string[]; changed: string[] };

/** Writes rows of a table; all of them have the same columns. `returning` is the column that names them in the answer. */
export async function writeRows(db: Database, to: TableKey, rows: readonly Row[], returning: string): Promise<Written> {
  const written: Written = { added: [], changed: [] };
  const columns = Object.keys(rows[0] ?? {});
  const rest = columns.filter((column) => !to.key.includes(column));
  const compared = rest.filter((column) => !to.alongside?.includes(column));
  const list = (names: readonly string[], alias?: string) => sql.join(names.map((name) => sql.ref(alias ? `${alias}.${name}` : name)));
  const table = sql.table(to.table);
  const leaveThose = to.isNumbered
    ? sql`where not exists (select from ${table} t where ${sameKey(to)})`
    : sql`on conflict (${list(to.key)}) do nothing`;
  for (let start = 0; start < rows.length; start += batchRows) {
    const batch = JSON.stringify(rows.slice(start, start + batchRows));
    const changed =
      compared.length === 0
        ? sql`changed as (select null::text as name where false)`
        : sql`changed as (
            update ${table} t set (${list(rest)}) = row(${list(rest, 'g')}) from given g
            where ${sameKey(to)} and row(${list(compared, 't')}) is distinct from row(${list(compared, 'g')})
            returning t.${sql.ref(returning)}::text as name
          )`;
    const { rows: names } = await sql<{ name: string; isAdded: boolean }>`
      with given as materialized (select * from json_populate_recordset(null::${table}, ${batch})),
      ${changed},
      added as (
        insert into ${table} (${list(columns)}) overriding system value
        select ${list(columns)} from given g ${leaveThose}
        returning ${sql.ref(returning)}::text as name
      )
      select name, false as "isAdded" from changed union all select name, true from added`.execute(db);
    for (const { name, isAdded } of names) (isAdded ? written.added : written.changed).push(name);
  }
  return written;
}

/** Deletes the rows of these parents that are not given. Returns the parents that lost some. */
export async function deleteOthers(
  db: Database,
  from: TableKey,
  parent: string,
  parents: readonly (string | number)[],
  rows: readonly Row[],
): Promise<string[]> {
  const table = sql.table(from.table);
  const keys = Map.groupBy(rows, (row) => row[parent]);
  const names: string[] = [];
  for (let start = 0; start < parents.length; start += batchRows) {
    const batch = parents.slice(start, start + batchRows);
    const kept = batch.flatMap((it) => keys.get(it) ?? []).map((row) => Object.fromEntries(from.key.map((column) => [column, row[column] ?? null])));
    const { rows: lost } = await sql<{ name: string }>`
      with given as materialized (select * from json_populate_recordset(null::${table}, ${JSON.stringify(kept)}))
      delete from ${table} t where t.${sql.ref(parent)} = any(${batch}) and not exists (select from given g where ${sameKey(from)})
      returning t.${sql.ref(parent)}::text as name`.execute(db);
    for (const { name } of lost) names.push(name);
  }
  return names;
}

/** Numbers of records by key: those recorded have theirs, the others get new ones. */
export async function idsOf(
  db: Database,
  table: Table,
  idColumn: string,
  keyColumn: string,
  keys: readonly string[],
): Promise<{ ids: Map<string, number>; isNew: (key: string) => boolean }> {
  const { rows } = await sql<{ id: number; key: string }>`
    select ${sql.ref(idColumn)} as id, ${sql.ref(keyColumn)} as key from ${sql.table(table)} where ${sql.ref(keyColumn)} = any(${[...keys]})`.execute(
    db,
  );
  const ids = new Map(rows.map(({ id, key }) => [key, id]));
  const missing = keys.filter((key) => !ids.has(key));
  if (missing.length > 0) {
    const { rows: numbers } = await sql<{ id: number }>`
      select nextval(pg_get_serial_sequence(${table}, ${idColumn}))::int as id from generate_series(1, ${missing.length}::int)`.execute(db);
    missing.forEach((key, index) => {
      ids.set(key, numbers[index]?.id ?? 0);
    });
  }
  const added = new Set(missing);
  return { ids, isNew: (key) => added.has(key) };
}

/** Condition that t and g are the same row. A null equals a null. */
function sameKey({ key, nullable = [] }: TableKey): RawBuilder<boolean> {
  const same = key.map((column) => {
    const [mine, given] = [sql.ref(`t.${column}`), sql.ref(`g.${column}`)];
    return nullable.includes(column) ? sql`coalesce(${mine}::text, '') = coalesce(${given}::text, '')` : sql`${mine} = ${given}`;
  });
  return sql<boolean>`${sql.join(same, sql` and `)}`;
}
