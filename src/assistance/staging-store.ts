// Reads where activities of IATI files were read and why they wait, and takes them out of the register.
import { sql } from 'kysely';
import type { Viewer } from '../core/viewer.ts';
import type { Page, PageRequest } from '../graphql/paging.ts';
import type { Database } from '../store/db.ts';
import type { StagedReasonCode } from '../store/json.ts';
import { anyOf, keyOrder } from '../store/sql.ts';
import { visibleAssistanceActivity, visibleAssistanceActivityStaging } from '../store/visibility.ts';
import type { Staging } from './model.ts';

/** What the viewer may see of where these activities were read. */
export function findStaging(db: Database, viewer: Viewer, keys: readonly string[]): Promise<(Staging & { key: string })[]> {
  return db
    .selectFrom('assistance_activity_staging as s')
    .select(['s.activity_key as key', 's.file', 's.line', 's.imported_on as importedOn', 's.reasons'])
    .where(visibleAssistanceActivityStaging(viewer, 's'))
    .where('s.activity_key', '=', anyOf(keys))
    .execute();
}

/** Keys of activities that wait for a person, in their order: all of them, or those with this reason. */
export async function findStagedKeys(
  db: Database,
  viewer: Viewer,
  reason: StagedReasonCode | null,
  { first, afterKey }: PageRequest,
): Promise<Page<string>> {
  const waiting = db
    .selectFrom('assistance_activity_staging as s')
    .innerJoin('assistance_activity as a', 'a.activity_key', 's.activity_key')
    .where(visibleAssistanceActivityStaging(viewer, 's'))
    .where(visibleAssistanceActivity(viewer, 'a'))
    .where('a.publication', '=', 'UNPUBLISHED')
    .$if(reason !== null, (query) => query.where(sql<boolean>`s.reasons @> ${JSON.stringify([{ code: reason }])}::jsonb`));
  const { count } = await waiting.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
  const rows = await waiting
    .select('s.activity_key as key')
    .$if(afterKey !== null, (query) => query.where(keyOrder('s.activity_key'), '>', afterKey ?? ''))
    .orderBy(keyOrder('s.activity_key'))
    .limit(first + 1)
    .execute();
  return { items: rows.slice(0, first).map(({ key }) => key), totalCount: count, hasNextPage: rows.length > first };
}

/** Takes an activity out of the register; where it was read from a file, that is kept, so that the same file does not bring it back. */
export async function deleteActivity(db: Database, key: string): Promise<void> {
  await db.deleteFrom('assistance_activity').where('activity_key', '=', key).execute();
  await db.updateTable('assistance_activity_staging').set({ is_discarded: true }).where('activity_key', '=', key).execute();
}
