// The one predicate per table that says which rows a viewer may see. Each is a SQL function made by a migration.
import { sql } from 'kysely';
import type { Viewer } from '../core/viewer.ts';

/** Rows of `assessment` (under this alias) that the viewer may see, and with them their findings and named threats. */
export function visibleAssessment(_viewer: Viewer, alias: string) {
  return sql<boolean>`visible_assessment(${sql.ref(alias)})`;
}

/** Rows of `strategy` (under this alias) that the viewer may see, and with them their nodes. A link is seen by who sees both its ends. */
export function visibleStrategy(_viewer: Viewer, alias: string) {
  return sql<boolean>`visible_strategy(${sql.ref(alias)})`;
}
