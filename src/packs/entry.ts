// How strategies, assessments and links of a pack enter: published by the operator, or submitted by an account for others to clear.
import { sql } from 'kysely';
import type { Publication } from '../core/sharing.ts';
import { organizationOf, type SignedIn, stateOf } from '../core/viewer.ts';
import type { Database } from '../store/db.ts';
import { anyOf } from '../store/sql.ts';

/** `submittedBy`: the account; null: the operator, whose word needs no clearance. `side`: for which of the two sides of a link it speaks. */
export type Entry = { submittedBy: string | null; side: 'STATE' | 'OWNER' | null };

export const operatorsEntry: Entry = { submittedBy: null, side: null };

export function entryOf(viewer: SignedIn): Entry {
  return { submittedBy: viewer.subject, side: stateOf(viewer) !== null ? 'STATE' : organizationOf(viewer) !== null ? 'OWNER' : null };
}

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
