// Writes needs straight into the tables, past every check of the service, with keys that the test chooses.
import { sql } from 'kysely';
import type { Database } from '../../src/store/db.ts';

export type NeedRow = {
  key: string;
  state: string;
  element?: string;
  threat?: string;
  consent?: 'PRIVATE' | 'WORKING_GROUP' | 'PUBLIC';
  /** Confirmed unless it says otherwise. */
  stage?: 'EXPRESSED' | 'CONFIRMED' | 'WITHDRAWN';
  /** Whose analyst observed it; SECRETARIAT: the Secretariat. None: the state asked. */
  observer?: string;
  /** A match with this activity, in this status. */
  match?: { activity: string; status: 'PROPOSED' | 'ACCEPTED' | 'DECLINED' };
};

export async function insertNeedRow(db: Database, row: NeedRow): Promise<void> {
  const { key, state, consent = 'PUBLIC', stage = 'CONFIRMED', observer, match } = row;
  const isConfirmed = stage !== 'EXPRESSED';
  const isOfSecretariat = observer === 'SECRETARIAT';
  const role = observer === undefined ? 'EDITOR' : isOfSecretariat ? 'SECRETARIAT' : 'ANALYST';
  const { needId } = await db
    .insertInto('need')
    .values({
      need_key: key,
      state_key: state,
      element_key: row.element ?? (row.threat === undefined ? 'prevention' : null),
      threat_key: row.threat ?? null,
      origin: observer === undefined ? 'REQUESTED' : 'OBSERVED',
      urgency: 'HIGH',
      reason: `Reason of ${key}`,
      consent,
      stage,
      recorder_role: role,
      recorder_organization_key: observer === undefined || isOfSecretariat ? null : observer,
      submitted_by: 'one',
      confirmed_on: isConfirmed ? '2026-01-02' : null,
      confirmed_by: isConfirmed ? 'two' : null,
    })
    .returning('need_id as needId')
    .executeTakeFirstOrThrow();
  const steps = isConfirmed ? (['EXPRESSED', 'CONFIRMED'] as const) : (['EXPRESSED'] as const);
  for (const [index, step] of [...steps, ...(stage === 'WITHDRAWN' ? (['WITHDRAWN'] as const) : [])].entries())
    await db
      .insertInto('need_stage')
      .values({ need_id: needId, position: index + 1, stage: step, reached_on: `2026-01-0${index + 1}`, role, by_state_key: state })
      .execute();
  if (match)
    await db
      .insertInto('need_match')
      .values({
        match_key: `match-${key}`,
        need_id: needId,
        assistance_activity_id: sql<number>`(select assistance_activity_id from assistance_activity where activity_key = ${match.activity})`,
        kind: 'PROPOSAL',
        status: match.status,
        proposed_on: '2026-01-03',
        proposed_by: 'three',
        decided_on: match.status === 'PROPOSED' ? null : '2026-01-04',
        decided_by: match.status === 'PROPOSED' ? null : 'two',
      })
      .execute();
}
