// Reads needs with their stages and matches, each as far as the viewer may see it; and writes them.
import { sql } from 'kysely';
import type { Viewer } from '../core/viewer.ts';
import type { Database } from '../store/db.ts';
import { anyOf, keyOrder } from '../store/sql.ts';
import { visibleNeed, visibleNeedMatch, visibleStrategy } from '../store/visibility.ts';
import type { Consent, MatchKind, Need, NeedMatch, NeedStage, NeedStep, NeedSubject, Urgency } from './model.ts';

/** Which needs: all given conditions hold. */
export type NeedConditions = {
  keys?: readonly string[];
  stateKeys?: readonly string[] | null;
  elementKey?: string | null;
  threatKey?: string | null;
  origin?: 'REQUESTED' | 'OBSERVED' | null;
};

/** Visible needs that fit, by key. */
export function findNeeds(db: Database, viewer: Viewer, of: NeedConditions): Promise<Need[]> {
  const { keys, stateKeys, elementKey, threatKey, origin } = of;
  return db
    .selectFrom('need as n')
    .select((eb) => [
      'n.need_key as key',
      'n.state_key as stateKey',
      'n.element_key as elementKey',
      'n.threat_key as threatKey',
      'n.provision_key as provisionKey',
      'n.origin',
      'n.urgency',
      'n.reason',
      'n.consent',
      'n.confirmed_on as confirmedOn',
      'n.due_on as dueOn',
      'n.recorder_organization_key as recorderOrganizationKey',
      'n.version',
      eb
        .selectFrom('strategy_node as o')
        .innerJoin('strategy as s', 's.strategy_id', 'o.strategy_id')
        .select('o.strategy_node_key')
        .whereRef('o.strategy_node_id', '=', 'n.objective_id')
        .where(visibleStrategy(viewer, 's'))
        .as('objectiveKey'),
      sql<NeedStep[]>`(
        select coalesce(json_agg(json_build_object(
          'stage', t.stage, 'isMet', t.is_met, 'on', t.reached_on, 'dueOn', t.due_on, 'reason', t.reason,
          'role', t.role, 'stateKey', t.by_state_key, 'organizationKey', t.by_organization_key) order by t.position), '[]')
        from need_stage t where t.need_id = n.need_id
      )`.as('steps'),
      sql<NeedMatch[]>`(
        select coalesce(json_agg(json_build_object(
          'key', m.match_key, 'activityKey', a.activity_key, 'kind', m.kind, 'status', m.status, 'note', m.note,
          'proposedOn', m.proposed_on, 'decidedOn', m.decided_on, 'decisionReason', m.decision_reason) order by m.proposed_on, m.match_key collate "C"), '[]')
        from need_match m join assistance_activity a using (assistance_activity_id) where m.need_id = n.need_id and ${visibleNeedMatch(viewer, 'm')}
      )`.as('matches'),
    ])
    .where(visibleNeed(viewer, 'n'))
    .$if(keys !== undefined, (query) => query.where('n.need_key', '=', anyOf(keys ?? [])))
    .$if(stateKeys != null, (query) => query.where('n.state_key', '=', anyOf(stateKeys ?? [])))
    .$if(elementKey != null, (query) => query.where('n.element_key', '=', elementKey ?? ''))
    .$if(threatKey != null, (query) => query.where('n.threat_key', '=', threatKey ?? ''))
    .$if(origin != null, (query) => query.where('n.origin', '=', origin ?? 'REQUESTED'))
    .orderBy(keyOrder('n.need_key'))
    .execute();
}

/** The key of the need that a visible match is for; null where there is none. */
export async function findNeedKeyOfMatch(db: Database, viewer: Viewer, matchKey: string): Promise<string | null> {
  const row = await db
    .selectFrom('need_match as m')
    .innerJoin('need as n', 'n.need_id', 'm.need_id')
    .select('n.need_key as key')
    .where('m.match_key', '=', matchKey)
    .where(visibleNeedMatch(viewer, 'm'))
    .where(visibleNeed(viewer, 'n'))
    .executeTakeFirst();
  return row?.key ?? null;
}

/** A need that may be written, held until the end of the transaction. Its accounts are never shown. */
export type LockedNeed = { needId: number; version: number; stage: NeedStage; submittedBy: string };

/** Holds a need that the viewer may write; undefined where it went out of sight meanwhile. */
export function lockNeed(db: Database, viewer: Viewer, key: string): Promise<LockedNeed | undefined> {
  return db
    .selectFrom('need as n')
    .select(['n.need_id as needId', 'n.version', 'n.stage', 'n.submitted_by as submittedBy'])
    .where('n.need_key', '=', key)
    .where(visibleNeed(viewer, 'n'))
    .forUpdate()
    .executeTakeFirst();
}

/** A need to be recorded. */
export type NewNeed = NeedSubject & {
  key: string;
  stateKey: string;
  objectiveKey: string | null;
  origin: 'REQUESTED' | 'OBSERVED';
  urgency: Urgency | null;
  reason: string;
  consent: Consent;
  dueOn: string | null;
  recorderRole: string;
  recorderOrganizationKey: string | null;
  submittedBy: string;
};

/** Records a need; returns its number. */
export async function insertNeed(db: Database, need: NewNeed): Promise<number> {
  const { needId } = await db
    .insertInto('need')
    .values((eb) => ({
      need_key: need.key,
      state_key: need.stateKey,
      element_key: need.elementKey,
      threat_key: need.threatKey,
      provision_key: need.provisionKey,
      objective_id: eb.selectFrom('strategy_node').select('strategy_node_id').where('strategy_node_key', '=', need.objectiveKey),
      origin: need.origin,
      urgency: need.urgency,
      reason: need.reason,
      consent: need.consent,
      due_on: need.dueOn,
      recorder_role: need.recorderRole,
      recorder_organization_key: need.recorderOrganizationKey,
      submitted_by: need.submittedBy,
    }))
    .returning('need_id as needId')
    .executeTakeFirstOrThrow();
  return needId;
}

/** What a change writes into a need. `confirmedBy`: the account that confirms it for the state. */
export type NeedChange = {
  stage: NeedStage;
  dueOn: string | null;
  confirmed?: { on: string; by: string; urgency: Urgency; reason: string; consent: Consent };
};

export async function updateNeed(db: Database, { needId, version }: LockedNeed, { stage, dueOn, confirmed }: NeedChange): Promise<void> {
  await db
    .updateTable('need')
    .set({
      stage,
      due_on: dueOn,
      version: version + 1,
      ...(confirmed && {
        confirmed_on: confirmed.on,
        confirmed_by: confirmed.by,
        urgency: confirmed.urgency,
        reason: confirmed.reason,
        consent: confirmed.consent,
      }),
    })
    .where('need_id', '=', needId)
    .execute();
}

/** Adds a step to the way of a need. */
export async function insertStep(db: Database, needId: number, step: NeedStep): Promise<void> {
  await db
    .insertInto('need_stage')
    .values({
      need_id: needId,
      position: sql<number>`(select count(*)::int + 1 from need_stage where need_id = ${needId})`,
      stage: step.stage,
      is_met: step.isMet,
      reached_on: step.on,
      due_on: step.dueOn,
      reason: step.reason,
      role: step.role,
      by_state_key: step.stateKey,
      by_organization_key: step.organizationKey,
    })
    .execute();
}

/** A match to be proposed. */
export type NewMatch = { key: string; needId: number; activityKey: string; kind: MatchKind; note: string | null; on: string; by: string };

export async function insertMatch(db: Database, match: NewMatch): Promise<void> {
  await db
    .insertInto('need_match')
    .values({
      match_key: match.key,
      need_id: match.needId,
      assistance_activity_id: sql<number>`(select assistance_activity_id from assistance_activity where activity_key = ${match.activityKey})`,
      kind: match.kind,
      note: match.note,
      proposed_on: match.on,
      proposed_by: match.by,
    })
    .execute();
}

/** Holds a match; returns its status and the account that proposed it. The viewer was found to see it before. */
export function lockMatch(db: Database, key: string) {
  return db
    .selectFrom('need_match')
    .select(['status', 'proposed_by as proposedBy'])
    .where('match_key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function updateMatch(
  db: Database,
  key: string,
  decision: { status: 'ACCEPTED' | 'DECLINED'; on: string; by: string; reason: string | null },
): Promise<void> {
  await db
    .updateTable('need_match')
    .set({ status: decision.status, decided_on: decision.on, decided_by: decision.by, decision_reason: decision.reason })
    .where('match_key', '=', key)
    .execute();
}
