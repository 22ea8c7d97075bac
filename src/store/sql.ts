// Small pieces of SQL that every store needs.
import { sql } from 'kysely';

/** Right side of `column = any(list)`: one parameter whatever the length, and an empty list matches nothing. */
export function anyOf<T extends string | number>(values: readonly T[]) {
  return sql<T>`any(${[...values]})`;
}

/** A key column compared byte by byte: pages come in the same order whatever the language of the database. */
export function keyOrder(column: string) {
  return sql<string>`${sql.ref(column)} collate "C"`;
}
