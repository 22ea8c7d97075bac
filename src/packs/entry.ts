// How strategies, assessments and links of a pack enter: published by the operator, or submitted by an account for others to clear.
import { sql } from 'kysely';
import type { Publication } from '../core/sharing.ts';
import type { Database } from '../store/db.ts';
import { anyOf } from '../store/sql.ts';

/** `submittedBy`: the account; null: the operator, whose word needs no clearance. `side`: of the account, for links. */
export type Entry = { submittedBy: string | null; side: 'STATE' | 'OWNER' | null };

export function publicationOf({ submittedBy }: Entry): Publication {
  return submittedBy === null ? 'PUBLISHED' : 'UNPUBLISHED';
}

/** Who changed a thing last and who cleared it: written with a change, and no change by themselves. */
export const entryColumns = ['submitted_by', 'cleared_by'] as const;

/** Notes that these strategies or assessments changed, whatever part of them did. */
export async function growVersions(
  db: Database,
  table: 'strategy' | 'assessment',
  idColumn: string,
  ids: readonly number[],
  entry: Entry,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update ${sql.table(table)} set version = version + 1, submitted_by = ${entry.submittedBy}, cleared_by = null, publication = ${publicationOf(entry)}
    where ${sql.ref(idColumn)} = ${anyOf(ids)}`.execute(db);
}
