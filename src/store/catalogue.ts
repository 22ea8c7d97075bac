// What the database says of its own tables: for the row types and for dumps.
import { sql } from 'kysely';
import type { Database } from './db.ts';

export type CatalogueColumn = {
  table: string;
  column: string;
  /** As SQL writes it, such as `integer`, `text`, `numeric(10,2)`. */
  type: string;
  isNullable: boolean;
  /** Computed from other columns, so never written. */
  isGenerated: boolean;
  isIdentity: boolean;
  hasDefault: boolean;
};

/** Columns of all tables of the public schema, but those of the migrator, by table and in their order there. */
export async function findColumns(db: Database): Promise<CatalogueColumn[]> {
  const { rows } = await sql<CatalogueColumn>`
    select c.relname::text as "table", a.attname::text as "column", format_type(a.atttypid, a.atttypmod) as "type",
      not a.attnotnull as "isNullable", a.attgenerated <> '' as "isGenerated", a.attidentity <> '' as "isIdentity", a.atthasdef as "hasDefault"
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and c.relname not like 'kysely\\_migration%'
    order by c.relname collate "C", a.attnum`.execute(db);
  return rows;
}
