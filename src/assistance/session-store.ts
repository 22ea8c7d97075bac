// Reads and writes sessions of the working group and its recommendations. Both are public; the needs they name are read under the viewer.
import { sql } from 'kysely';
import type { Viewer } from '../core/viewer.ts';
import type { Database } from '../store/db.ts';
import { anyOf, keyOrder } from '../store/sql.ts';
import { visibleNeed } from '../store/visibility.ts';
import type { Outcome, Recommendation, RecommendationOutcome, Session, SessionView } from './model.ts';

/** Sessions, the newest first: all of them, or those with these keys. */
export function findSessions(db: Database, keys?: readonly string[]): Promise<Session[]> {
  return db
    .selectFrom('working_group_session')
    .select([
      'session_id as sessionId',
      'session_key as key',
      'title',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'frozen_on as frozenOn',
      'frozen',
      'version',
    ])
    .$if(keys !== undefined, (query) => query.where('session_key', '=', anyOf(keys ?? [])))
    .orderBy('starts_on', 'desc')
    .orderBy(keyOrder('session_key'))
    .$castTo<Omit<Session, 'frozen'> & { frozen: SessionView | null }>()
    .execute();
}

/** Recommendations in the order of their keys, by session: of these sessions, or those with these keys. */
export function findRecommendations(
  db: Database,
  viewer: Viewer,
  of: { sessionKeys: readonly string[] } | { keys: readonly string[] },
): Promise<Recommendation[]> {
  return db
    .selectFrom('recommendation as r')
    .innerJoin('working_group_session as s', 's.session_id', 'r.session_id')
    .select([
      'r.recommendation_key as key',
      's.session_key as sessionKey',
      'r.what',
      'r.addressee',
      'r.state_keys as stateKeys',
      'r.organization_keys as organizationKeys',
      'r.due_on as dueOn',
      'r.recorded_on as recordedOn',
      'r.version',
      sql<string[]>`array(
        select n.need_key from recommendation_need l join need n using (need_id)
        where l.recommendation_id = r.recommendation_id and ${visibleNeed(viewer, 'n')} order by n.need_key collate "C"
      )`.as('needKeys'),
      sql<RecommendationOutcome[]>`(
        select coalesce(json_agg(json_build_object('outcome', o.outcome, 'on', o.stated_on, 'reason', o.reason, 'carriedToKey', c.session_key) order by o.position), '[]')
        from recommendation_outcome o left join working_group_session c on c.session_id = o.carried_to_id where o.recommendation_id = r.recommendation_id
      )`.as('outcomes'),
    ])
    .$if('sessionKeys' in of, (query) => query.where('s.session_key', '=', anyOf('sessionKeys' in of ? of.sessionKeys : [])))
    .$if('keys' in of, (query) => query.where('r.recommendation_key', '=', anyOf('keys' in of ? of.keys : [])))
    .orderBy(keyOrder('s.session_key'))
    .orderBy('r.position')
    .execute();
}

export async function insertSession(db: Database, session: Pick<Session, 'key' | 'title' | 'startsOn' | 'endsOn'>): Promise<void> {
  await db
    .insertInto('working_group_session')
    .values({ session_key: session.key, title: session.title, starts_on: session.startsOn, ends_on: session.endsOn })
    .execute();
}

/** Holds a session; undefined where there is none. */
export function lockSession(db: Database, key: string) {
  return db
    .selectFrom('working_group_session')
    .select(['session_id as sessionId', 'version', 'frozen_on as frozenOn'])
    .where('session_key', '=', key)
    .forUpdate()
    .executeTakeFirst();
}

/** Keeps what the session saw. It can be written once. */
export async function freeze(db: Database, key: string, version: number, view: SessionView): Promise<void> {
  await db
    .updateTable('working_group_session')
    .set({ frozen: JSON.stringify(view), frozen_on: view.asOf, version })
    .where('session_key', '=', key)
    .execute();
}

/** A recommendation to be recorded. */
export type NewRecommendation = Pick<Recommendation, 'what' | 'addressee' | 'stateKeys' | 'organizationKeys' | 'dueOn' | 'recordedOn' | 'needKeys'>;

/** Records a recommendation as the next one of the session, whose row is held; returns its key. */
export async function insertRecommendation(
  db: Database,
  session: { sessionId: number; key: string },
  recommendation: NewRecommendation,
): Promise<string> {
  const { count } = await db
    .selectFrom('recommendation')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('session_id', '=', session.sessionId)
    .executeTakeFirstOrThrow();
  const key = `${session.key}.r${count + 1}`;
  const { id } = await db
    .insertInto('recommendation')
    .values({
      recommendation_key: key,
      session_id: session.sessionId,
      position: count + 1,
      what: recommendation.what,
      addressee: recommendation.addressee,
      state_keys: [...recommendation.stateKeys],
      organization_keys: [...recommendation.organizationKeys],
      due_on: recommendation.dueOn,
      recorded_on: recommendation.recordedOn,
    })
    .returning('recommendation_id as id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('recommendation_need')
    .columns(['recommendation_id', 'need_id'])
    .expression((eb) =>
      eb
        .selectFrom('need')
        .select([sql<number>`${id}::int`.as('recommendation_id'), 'need_id'])
        .where('need_key', '=', anyOf(recommendation.needKeys)),
    )
    .execute();
  return key;
}

/** Holds a recommendation; undefined where there is none. */
export function lockRecommendation(db: Database, key: string) {
  return db
    .selectFrom('recommendation')
    .select(['recommendation_id as recommendationId', 'version'])
    .where('recommendation_key', '=', key)
    .forUpdate()
    .executeTakeFirst();
}

/** Adds what became of a recommendation, and counts its version up. */
export async function insertOutcome(
  db: Database,
  { recommendationId, version }: { recommendationId: number; version: number },
  outcome: { outcome: Outcome; on: string; reason: string; carriedToId: number | null },
): Promise<void> {
  await db
    .insertInto('recommendation_outcome')
    .values({
      recommendation_id: recommendationId,
      position: version,
      outcome: outcome.outcome,
      stated_on: outcome.on,
      reason: outcome.reason,
      carried_to_id: outcome.carriedToId,
    })
    .execute();
  await db
    .updateTable('recommendation')
    .set({ version: version + 1 })
    .where('recommendation_id', '=', recommendationId)
    .execute();
}
