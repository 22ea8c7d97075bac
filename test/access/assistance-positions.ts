// Technical assistance in the world of the access matrix: a need in each state of sharing, by each who may have recorded it; an activity that
// is published and one that is not; a match in each status; sessions that are open and frozen.
import type { Activity, Consent, Match, Need, Stage } from './assistance-world.ts';
import type { World } from './world.ts';

const consents: readonly Consent[] = ['PRIVATE', 'WORKING_GROUP', 'PUBLIC'];
/** Who recorded it: the state itself, an organization, or the Secretariat. */
const observers = [null, 'xreg', 'SECRETARIAT'] as const;
/** Stages that each of them is tried in, then those of a request alone. */
const stages: readonly Stage[] = ['EXPRESSED', 'CONFIRMED'];
const furtherStages: readonly Stage[] = ['SCOPED', 'COMPLETED', 'WITHDRAWN'];

/** Keys that tests name: what is there for all, and what is hidden from all but one state. */
export const named = {
  need: 'xaa-need-public-confirmed-asked',
  hiddenNeed: 'xab-need-private-confirmed-asked',
  /** Recorded by the account that is the approver of XAA in the cast. */
  ownNeed: 'xaa-need-private-expressed-own',
  prompt: 'xaa-prompt-e03',
  /** Published, and beside no need yet. */
  activity: 'ta-open',
  hiddenActivity: 'ta-unpublished',
  /** Brought in by the account that is the Secretariat of the cast. */
  ownActivity: 'ta-own',
  /** Proposed by the account that is the approver of XAA in the cast. */
  ownMatch: 'match-own',
  session: 'wg-open',
  frozenSession: 'wg-frozen',
} as const;

const lower = (word: string) => word.toLowerCase().replaceAll('_', '');

function need(id: number, stateKey: string, observer: string | null, consent: Consent, stage: Stage): Need {
  const by = observer === null ? 'asked' : lower(observer);
  const key = `${stateKey.toLowerCase()}-need-${lower(consent)}-${lower(stage)}-${by}`;
  return {
    ...{ id, key, stateKey, observer, consent, stage, submittedBy: 'someone', since: 2024, isMet: false, isConfirmed: stage !== 'EXPRESSED' },
    ...{ element: 'prevention', threat: null, provision: null, objective: null, urgency: 'HIGH', reason: `Reason of ${key}` },
  };
}

function activity(id: number, key: string, publication: Activity['publication'], submittedBy: string | null): Activity {
  const theme: [string, string] = ['ELEMENT', 'prevention'];
  return {
    ...{
      id,
      key,
      publication,
      submittedBy,
      stagedFrom: 'a.xml',
      title: `Title of ${key}`,
      isOffer: false,
      provider: `Provider of ${key}`,
      funder: null,
    },
    ...{ recipients: ['XAA'], themes: [theme], hasCode: true, start: '2025', end: null, budget: 7 },
  };
}

/** Adds it to the world. */
export function addAssistance(world: World): void {
  const { needs, activities, matches } = world;
  for (const consent of consents) {
    for (const stage of stages) for (const observer of observers) needs.push(need(needs.length + 1, 'XAA', observer, consent, stage));
    for (const stage of furtherStages) needs.push(need(needs.length + 1, 'XAA', null, consent, stage));
  }
  needs.push(need(needs.length + 1, 'XAB', null, 'PRIVATE', 'CONFIRMED'));
  needs.push({ ...need(needs.length + 1, 'XAA', null, 'PRIVATE', 'EXPRESSED'), key: named.ownNeed, submittedBy: 'APPROVER-XAA' });
  // Taken back before the state had confirmed what was observed.
  const untold = need(needs.length + 1, 'XAA', 'xreg', 'PUBLIC', 'WITHDRAWN');
  needs.push({ ...untold, key: 'xaa-need-public-withdrawn-unconfirmed', isConfirmed: false });
  for (const it of needs) {
    const sharing = { stateKey: it.stateKey, organizationKey: null, visibility: it.consent, sharedWith: [], publication: 'PUBLISHED' } as const;
    world.entries.push({ ...sharing, kind: 'AssistanceNeed', key: it.key, action: 'moveNeed', note: `Note of ${it.key}` });
  }
  activities.push(
    activity(1, named.activity, 'PUBLISHED', null),
    activity(2, 'ta-matched', 'PUBLISHED', null),
    activity(3, named.hiddenActivity, 'UNPUBLISHED', 'someone'),
    activity(4, named.ownActivity, 'UNPUBLISHED', 'SECRETARIAT'),
  );
  const match = (key: string, of: string, status: Match['status'], proposedBy = 'someone') => {
    const [id, needId] = [matches.length + 1, needs.find((it) => it.key === of)?.id ?? 0];
    matches.push({ id, key, need: needId, activity: 2, kind: 'PROPOSAL', status, note: `Note of ${key}`, proposedBy });
  };
  for (const consent of consents.map(lower)) {
    match(`match-${consent}-proposed`, `xaa-need-${consent}-confirmed-asked`, 'PROPOSED');
    match(`match-${consent}-accepted`, `xaa-need-${consent}-confirmed-xreg`, 'ACCEPTED');
    match(`match-${consent}-declined`, `xaa-need-${consent}-scoped-asked`, 'DECLINED');
    match(`match-${consent}-withdrawn`, `xaa-need-${consent}-withdrawn-asked`, 'ACCEPTED');
  }
  match(named.ownMatch, 'xaa-need-public-confirmed-secretariat', 'PROPOSED', 'APPROVER-XAA');
  const recommendations = [{ needs: needs.filter(({ key }) => key === named.need || key === named.hiddenNeed).map(({ id }) => id) }];
  world.sessions.push(
    { id: 1, key: named.session, isFrozen: false, recommendations },
    { id: 2, key: named.frozenSession, isFrozen: true, recommendations },
  );
}
