// The trail: every change leaves one row, written in its own transaction and chained to the row before. Nothing here alters a row.
import { sql } from 'kysely';
import type { Sharing } from '../core/sharing.ts';
import { organizationOf, stateOf, type Viewer } from '../core/viewer.ts';
import type { Database } from './db.ts';
import type { AuditChange } from './json.ts';
import { anyOf } from './sql.ts';
import { isOwn, visibleAuditEntry } from './visibility.ts';

/** A kind of thing that has a trail. The key is the natural key of its global id. */
export type AuditedKind =
  | 'Strategy'
  | 'Link'
  | 'Assessment'
  | 'CellStatement'
  | 'RecordStatement'
  | 'StateAgreement'
  | 'Pack'
  | 'AssistanceNeed'
  | 'AssistanceMatch'
  | 'AssistanceActivity'
  | 'WorkingGroupSession'
  | 'Recommendation';

/** One change to be recorded. `version`: the one it made; null where the thing has none. `sharing`: as it is after the change. */
export type Change = { action: string; kind: AuditedKind; key: string; version: number | null; change: AuditChange; sharing: Sharing };

/** Who changes: a signed-in viewer, or the operator at the command line. */
export type Actor = Viewer | 'operator';

/** Records changes, in order. Last in a transaction: from here on other writers wait for its end. */
export async function recordChanges(db: Database, actor: Actor, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const by =
    actor === 'operator'
      ? { actor: 'operator', role: 'OPERATOR', by_state_key: null, by_organization_key: null }
      : {
          actor: 'subject' in actor ? actor.subject : 'nobody',
          role: actor.role,
          by_state_key: stateOf(actor),
          by_organization_key: organizationOf(actor),
        };
  const rows = changes.map(({ sharing, ...rest }) => ({
    ...by,
    ...rest,
    state_key: sharing.stateKey,
    organization_key: sharing.organizationKey,
    visibility: sharing.visibility,
    shared_with: sharing.sharedWith,
    publication: sharing.publication,
  }));
  await sql`
    insert into audit_entry (actor, role, by_state_key, by_organization_key, action, kind, key, version, change, state_key, organization_key, visibility, shared_with, publication)
    select actor, role, by_state_key, by_organization_key, action, kind, key, version, change, state_key, organization_key, visibility, shared_with, publication
    from json_populate_recordset(null::audit_entry, ${JSON.stringify(rows)})`.execute(db);
}

/** What differs between two states of a thing, by field. */
export function changeOf(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): AuditChange {
  const change: AuditChange = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [from, to] = [before[field] ?? null, after[field] ?? null];
    if (canonical(from) !== canonical(to)) change[field] = { from, to };
  }
  return change;
}

/** JSON with the keys of objects in one order, for the database keeps them in its own. What is not there is null. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, it: unknown) =>
    typeof it === 'object' && it !== null && !Array.isArray(it) ? Object.fromEntries(Object.entries(it).sort()) : it,
  );
}

/** A change as readers are told of it. `version` null: the thing has none. */
export type AuditedChange = {
  occurredAt: Date;
  action: string;
  version: number | null;
  role: string;
  byStateKey: string | null;
  byOrganizationKey: string | null;
  change: AuditChange;
};

/** Changes of a thing that the viewer may see today, as far as it could be seen when they were made; the oldest first. */
export function findChanges(db: Database, viewer: Viewer, kind: AuditedKind, key: string): Promise<AuditedChange[]> {
  return findChangesOf(db, viewer, kind, [key]);
}

/** The same of several things of one kind. */
export function findChangesOf(
  db: Database,
  viewer: Viewer,
  kind: AuditedKind,
  keys: readonly string[],
): Promise<(AuditedChange & { key: string })[]> {
  return db
    .selectFrom('audit_entry as a')
    .select([
      'a.key',
      'a.occurred_at as occurredAt',
      'a.action',
      'a.version',
      'a.role',
      'a.by_state_key as byStateKey',
      'a.by_organization_key as byOrganizationKey',
      // Whom else a thing was shared with is for its owner to know.
      sql<AuditChange>`case when ${isOwn(viewer, 'a')} then a.change else a.change - 'sharedWith' end`.as('change'),
    ])
    .where('a.kind', '=', kind)
    .where('a.key', '=', anyOf(keys))
    .where(visibleAuditEntry(viewer, 'a'))
    .orderBy('a.position')
    .execute();
}
