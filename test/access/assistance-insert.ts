// Writes technical assistance of the worlds of the tests of access straight into the tables, past every check of the service.
import { type AssistanceWorld, stepsOf } from './assistance-world.ts';

type Insert = (table: string, rows: object[]) => Promise<void>;

/** Writes it. `n`: the number of a row in the database. */
export async function insertAssistance({ needs, activities, matches, sessions }: AssistanceWorld, insert: Insert, n: (id: number) => number) {
  // The register holds an activity of the cast already.
  const a = (id: number) => n(id + 10);
  await insert(
    'assistance_activity',
    activities.map((it) => ({
      assistance_activity_id: a(it.id),
      activity_key: it.key,
      title: it.title,
      provider: it.provider,
      funder: it.funder,
      start_date: it.start,
      end_date: it.end,
      budget: it.budget,
      currency: it.budget === null ? null : 'EUR',
      is_offer: it.isOffer,
      publication: it.publication,
      version: 1,
      submitted_by: it.submittedBy,
    })),
  );
  await insert(
    'assistance_activity_staging',
    activities.map((it) => ({
      activity_key: it.key,
      digest: it.key,
      last_updated: null,
      same_as: [],
      file: it.stagedFrom,
      line: 1,
      reasons: [{ code: 'ENDED', detail: it.stagedFrom }],
      imported_on: '2025-01-01',
      is_discarded: false,
    })),
  );
  await insert(
    'assistance_activity_recipient',
    activities.flatMap((it) =>
      it.recipients.map((key, index) => ({
        assistance_activity_id: a(it.id),
        position: index + 1,
        state_key: key.startsWith('region:') ? null : key,
        region_key: key.startsWith('region:') ? key : null,
      })),
    ),
  );
  await insert(
    'assistance_activity_concept',
    activities.flatMap((it) => it.themes.map(([scheme, concept_key]) => ({ assistance_activity_id: a(it.id), scheme, concept_key }))),
  );
  await insert(
    'assistance_activity_code',
    activities.flatMap((it) => (it.hasCode ? [{ assistance_activity_id: a(it.id), system: 'DAC', code: '15130' }] : [])),
  );
  await insert(
    'need',
    needs.map((it) => ({
      need_id: n(it.id),
      need_key: it.key,
      state_key: it.stateKey,
      element_key: it.element,
      threat_key: it.threat,
      provision_key: it.provision,
      objective_id: it.objective === null ? null : n(it.objective),
      origin: it.observer === null ? 'REQUESTED' : 'OBSERVED',
      urgency: it.observer === null || it.isConfirmed ? it.urgency : null,
      reason: it.reason,
      consent: it.consent,
      stage: it.stage,
      due_on: null,
      recorder_role: roleOf(it.observer),
      recorder_organization_key: organizationOf(it.observer),
      version: 1,
      submitted_by: it.submittedBy,
      confirmed_on: it.isConfirmed ? `${it.since}-02-01` : null,
      confirmed_by: it.isConfirmed ? 'someone else' : null,
    })),
  );
  await insert(
    'need_stage',
    needs.flatMap((it) =>
      stepsOf(it).map((stage, index, steps) => ({
        need_id: n(it.id),
        position: index + 1,
        stage,
        is_met: it.isMet && index === steps.length - 1,
        reached_on: `${it.since}-0${index + 1}-01`,
        reason: it.reason,
        role: index === 0 ? roleOf(it.observer) : 'APPROVER',
        by_state_key: index === 0 && it.observer !== null ? null : it.stateKey,
        by_organization_key: index === 0 ? organizationOf(it.observer) : null,
      })),
    ),
  );
  await insert(
    'need_match',
    matches.map((it) => ({
      need_match_id: n(it.id),
      match_key: it.key,
      need_id: n(it.need),
      assistance_activity_id: a(it.activity),
      kind: it.kind,
      status: it.status,
      note: it.note,
      proposed_on: '2025-01-05',
      proposed_by: it.proposedBy,
      decided_on: it.status === 'PROPOSED' ? null : '2025-02-05',
      decided_by: it.status === 'PROPOSED' ? null : 'someone else',
    })),
  );
  await insertSessions(sessions, insert, n);
}

const roleOf = (observer: string | null) => (observer === null ? 'EDITOR' : observer === 'SECRETARIAT' ? 'SECRETARIAT' : 'ANALYST');
const organizationOf = (observer: string | null) => (observer === 'SECRETARIAT' ? null : observer);

const frozen = { asOf: '2025-03-02', needs: 1, activities: 1, elements: [], threats: [], overlaps: [] };

async function insertSessions(sessions: AssistanceWorld['sessions'], insert: Insert, n: (id: number) => number) {
  await insert(
    'working_group_session',
    sessions.map((it) => ({
      session_id: n(it.id),
      session_key: it.key,
      title: `Session ${it.key}`,
      starts_on: '2025-03-01',
      ends_on: '2025-03-02',
      frozen: it.isFrozen ? frozen : null,
      frozen_on: it.isFrozen ? frozen.asOf : null,
      version: 1,
    })),
  );
  const recommendations = sessions.flatMap((session) =>
    session.recommendations.map(({ needs }, index) => ({ id: n(session.id * 10 + index), session, position: index + 1, needs })),
  );
  await insert(
    'recommendation',
    recommendations.map(({ id, session, position }) => ({
      recommendation_id: id,
      recommendation_key: `${session.key}.r${position}`,
      session_id: n(session.id),
      position,
      what: `What ${session.key} recommends`,
      addressee: 'All',
      state_keys: ['XAA'],
      organization_keys: ['xreg'],
      recorded_on: '2025-03-02',
      version: 1,
    })),
  );
  await insert(
    'recommendation_need',
    recommendations.flatMap(({ id, needs }) => needs.map((need) => ({ recommendation_id: id, need_id: n(need) }))),
  );
}
