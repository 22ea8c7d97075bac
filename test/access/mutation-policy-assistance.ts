// The policy of changes for technical assistance: a state asks, a second person confirms, the Secretariat proposes, the state decides; and
// what sessions recommend.
import type { Viewer } from '../../src/core/viewer.ts';
import { named } from './assistance-positions.ts';
import type { Need } from './assistance-world.ts';
import { asks, isApprover, isEditor, type MutationPolicy, type Outcome, type Target } from './mutation-rules.ts';
import { membersOf } from './oracle.ts';
import { open, positionsWorld } from './positions.ts';

const { needs, matches, activities, sessions } = positionsWorld();
/** The need that a target is; null for a prompt. */
const needOf = ({ key }: Target): Need | null => needs.find((it) => it.key === key) ?? null;
const isSecretariat = (viewer: Viewer) => viewer.role === 'SECRETARIAT';
const isAccount = (viewer: Viewer, subject: string | null | undefined) => 'subject' in viewer && viewer.subject === subject;

/** Does the organization of an analyst list the state as a full member today? */
const isOfTheirs = (viewer: Viewer, state: string) => viewer.role === 'ANALYST' && membersOf(viewer.organization).includes(state);

/** Confirmed by its state and not over: what an activity may be proposed or offered for. */
const openOnly = (_viewer: Viewer, target: Target): Outcome => (['CONFIRMED', 'SCOPED'].includes(needOf(target)?.stage ?? '') ? 'DONE' : 'INVALID');

/** The stage that a need is tried to be brought to. */
const nextStage = (need: Need | null) =>
  ({ EXPRESSED: 'WITHDRAWN', SCOPED: 'FUNDED', COMPLETED: 'WITHDRAWN' })[need?.stage as 'EXPRESSED' | 'SCOPED' | 'COMPLETED'] ?? 'SCOPED';

export const assistancePolicies: Readonly<Record<string, MutationPolicy>> = {
  // Needs.
  requestAssistance: {
    on: 'state',
    input: ({ key }) => ({
      state: key,
      ...(key === 'XAA' ? { prompt: named.prompt } : { element: 'prevention' }),
      objective: `${open.strategy}.n2`,
      urgency: 'HIGH',
      reason: 'Nobody is trained.',
      consent: 'PUBLIC',
    }),
    // A state asks for itself; a prompt is seen by its state alone.
    outcome: (viewer, target) => {
      if (viewer.role === 'PUBLIC') return 'UNAUTHENTICATED';
      if (target.key === 'XAA' && !('state' in viewer && viewer.state === 'XAA')) return 'NOT_FOUND';
      return isEditor(viewer, target) ? 'DONE' : 'FORBIDDEN';
    },
    references: ['state', 'prompt', 'objective'],
  },
  observeNeed: {
    on: 'state',
    input: ({ key }) => ({ state: key, threat: 'cybercrime', objective: `${open.strategy}.n2`, reason: 'Seen in the review.' }),
    outcome: asks((viewer, { key }) => isSecretariat(viewer) || isOfTheirs(viewer, key)),
    references: ['state', 'objective'],
  },
  confirmNeed: {
    on: 'need',
    input: (target) => {
      const need = needOf(target);
      // A request stands as it was made; of a prompt, and of what was observed, the state says its own.
      const said = need !== null && need.observer === null ? {} : { urgency: 'LOW', reason: 'In the words of the state.', consent: 'WORKING_GROUP' };
      return { need: target.key, version: 1, ...said };
    },
    outcome: asks(
      (viewer, target) => {
        const need = needOf(target);
        return need === null ? isEditor(viewer, target) : isApprover(viewer, target) && !isAccount(viewer, need.submittedBy);
      },
      (_viewer, target) => (['EXPRESSED', undefined].includes(needOf(target)?.stage) ? 'DONE' : 'CONFLICT'),
    ),
    references: ['need'],
  },
  moveNeed: {
    on: 'need',
    input: (target) => ({ need: target.key, version: 1, stage: nextStage(needOf(target)), reason: 'It is so.' }),
    outcome: asks(
      // Scoping is for both; taking back for the state; money for the Secretariat, but where nobody except the state knows of the need.
      (viewer, target) => {
        const need = needOf(target);
        const stage = nextStage(need);
        if (isSecretariat(viewer)) return stage !== 'WITHDRAWN';
        return isEditor(viewer, target) && (stage !== 'FUNDED' || need?.consent === 'PRIVATE');
      },
      // A prompt has no stages, and nothing follows what was taken back.
      (_viewer, target) => (['WITHDRAWN', undefined].includes(needOf(target)?.stage) ? 'INVALID' : 'DONE'),
    ),
    references: ['need'],
  },
  recordFollowUp: {
    on: 'need',
    input: ({ key }) => ({ need: key, version: 1, result: 'Cases are solved.' }),
    outcome: asks(
      (viewer, target) => isSecretariat(viewer) || isEditor(viewer, target),
      (_viewer, target) => (needOf(target)?.stage === 'COMPLETED' ? 'DONE' : 'INVALID'),
    ),
    references: ['need'],
  },
  // Activities and matches.
  offerActivity: {
    on: 'need',
    input: ({ key }) => ({ title: 'Training', providers: ['Body'], states: ['XAA'], elements: ['prevention'], start: '2026', needs: [key] }),
    outcome: asks(isSecretariat, openOnly),
    references: ['states', 'elements', 'needs'],
    mayName: (reference, id) => reference === 'states' && id === 'XAA',
  },
  publishActivity: {
    on: 'activity',
    input: ({ key }) => ({ activity: key, version: 1 }),
    outcome: asks(
      (viewer, { key }) => isSecretariat(viewer) && !isAccount(viewer, activities.find((it) => it.key === key)?.submittedBy),
      (_viewer, { key }) => (activities.find((it) => it.key === key)?.publication === 'PUBLISHED' ? 'CONFLICT' : 'DONE'),
    ),
    references: ['activity'],
  },
  discardActivity: {
    on: 'activity',
    input: ({ key }) => ({ activity: key, version: 1 }),
    // Who brought it in may take it back: nobody else is told anything by that.
    outcome: asks(isSecretariat, (_viewer, { key }) => (activities.find((it) => it.key === key)?.publication === 'PUBLISHED' ? 'CONFLICT' : 'DONE')),
    references: ['activity'],
  },
  proposeMatch: {
    on: 'need',
    input: ({ key }) => ({ need: key, activity: named.activity, note: 'It fits.' }),
    outcome: asks(isSecretariat, openOnly),
    references: ['need', 'activity'],
  },
  decideMatch: {
    on: 'match',
    input: ({ key }) => ({ match: key, decision: 'ACCEPTED', reason: 'Welcome.' }),
    outcome: asks(
      (viewer, target) => isApprover(viewer, target) && !isAccount(viewer, matches.find((it) => it.key === target.key)?.proposedBy),
      (_viewer, { key }) => (matches.find((it) => it.key === key)?.status === 'PROPOSED' ? 'DONE' : 'CONFLICT'),
    ),
    references: ['match'],
  },
  // Sessions and what they recommend.
  recordSession: {
    on: 'session',
    // Under a key that is taken, and under one that is not.
    input: ({ key }) => ({ key: key === named.session ? 'wg-new' : key, title: 'Session', startsOn: '2026-05-01', endsOn: '2026-05-02' }),
    outcome: asks(isSecretariat, (_viewer, { key }) => (key === named.session ? 'DONE' : 'CONFLICT')),
    references: [],
  },
  freezeSession: {
    on: 'session',
    input: ({ key }) => ({ session: key }),
    outcome: asks(isSecretariat, (_viewer, { key }) => (sessions.find((it) => it.key === key)?.isFrozen ? 'CONFLICT' : 'DONE')),
    references: ['session'],
  },
  recordRecommendation: {
    on: 'session',
    input: ({ key }) => ({ session: key, what: 'Train.', addressee: 'All', states: ['XAA'], organizations: ['xreg'], needs: [named.need] }),
    outcome: asks(isSecretariat),
    references: ['session', 'states', 'organizations', 'needs'],
    mayName: (reference, id) => (reference === 'states' && id === 'XAA') || (reference === 'organizations' && id === 'xreg'),
  },
  recordOutcome: {
    on: 'session',
    input: ({ key }) => ({
      recommendation: `${key}.r1`,
      version: 1,
      outcome: 'CARRIED_OVER',
      reason: 'There was no time.',
      carriedTo: key === named.session ? named.frozenSession : named.session,
    }),
    outcome: asks(isSecretariat),
    references: ['recommendation', 'carriedTo'],
  },
};
