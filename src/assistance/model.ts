// Technical assistance: what states need, the activities that may serve it, what was matched, and what the working group recommended.
import type { ConceptScheme } from '../concepts/model.ts';
import type { Day, PartialDate } from '../core/dates.ts';
import type { Publication, Visibility } from '../core/sharing.ts';
import type { StagedReason } from '../store/json.ts';

export const needOrigins = ['REQUESTED', 'OBSERVED', 'DERIVED'] as const;
export type NeedOrigin = (typeof needOrigins)[number];
export const urgencies = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
export type Urgency = (typeof urgencies)[number];
export const consents = ['PRIVATE', 'WORKING_GROUP', 'PUBLIC'] as const satisfies readonly Visibility[];
export type Consent = (typeof consents)[number];
export const needStages = ['EXPRESSED', 'CONFIRMED', 'SCOPED', 'FUNDED', 'IN_DELIVERY', 'COMPLETED', 'FOLLOWED_UP', 'WITHDRAWN'] as const;
export type NeedStage = (typeof needStages)[number];
export const needStatuses = ['UNMET', 'PARTLY_MET', 'MET'] as const;
export type NeedStatus = (typeof needStatuses)[number];
export const matchKinds = ['PROPOSAL', 'OFFER'] as const;
export type MatchKind = (typeof matchKinds)[number];
export const matchStatuses = ['PROPOSED', 'ACCEPTED', 'DECLINED'] as const;
export type MatchStatus = (typeof matchStatuses)[number];
export const outcomes = ['UNDER_WAY', 'DONE', 'DROPPED', 'CARRIED_OVER'] as const;
export type Outcome = (typeof outcomes)[number];
export const activityStatuses = ['PIPELINE', 'IMPLEMENTATION', 'FINALISATION', 'CLOSED', 'CANCELLED', 'SUSPENDED'] as const;
export type ActivityStatus = (typeof activityStatuses)[number];

/** What a need is about: at least one of them. */
export type NeedSubject = { elementKey: string | null; threatKey: string | null; provisionKey: string | null };

/** One step on the way of a need. `isMet`: the state says that the need is met. */
export type NeedStep = {
  stage: NeedStage;
  isMet: boolean;
  on: Day;
  dueOn: Day | null;
  reason: string | null;
  role: string;
  stateKey: string | null;
  organizationKey: string | null;
};

/** An activity proposed or offered for a need, and what the state decided. */
export type NeedMatch = {
  key: string;
  activityKey: string;
  kind: MatchKind;
  status: MatchStatus;
  note: string | null;
  proposedOn: Day;
  decidedOn: Day | null;
  decisionReason: string | null;
};

/** A need as the viewer may see it; a prompt has no steps, no urgency and no reason. `matches`: those that the viewer may see. */
export type Need = NeedSubject & {
  key: string;
  stateKey: string;
  objectiveKey: string | null;
  origin: NeedOrigin;
  urgency: Urgency | null;
  reason: string | null;
  consent: Consent;
  confirmedOn: Day | null;
  dueOn: Day | null;
  recorderOrganizationKey: string | null;
  version: number;
  steps: readonly NeedStep[];
  matches: readonly NeedMatch[];
};

/** A concept that an activity works on. */
export type Theme = { scheme: ConceptScheme; key: string };

/** A state, or a region with the states in it, that an activity is for. */
export type Recipient = { stateKey: string | null; regionKey: string | null; percentage: number | null };

/** An amount as stated. `year` null: for the activity as a whole. */
export type Budget = { currency: string; year: number | null; amount: number };

export type Activity = {
  key: string;
  title: string;
  iatiIdentifier: string | null;
  reportingOrg: string | null;
  status: ActivityStatus | null;
  isOffer: boolean;
  publication: Publication;
  start: PartialDate | null;
  end: PartialDate | null;
  sourceUrl: string | null;
  verification: string | null;
  note: string | null;
  version: number;
  providers: readonly string[];
  funders: readonly string[];
  recipients: readonly Recipient[];
  themes: readonly Theme[];
  budgets: readonly Budget[];
};

/** Where an activity was read, and why it waits for a person, or waited. */
export type Staging = { file: string; line: number; importedOn: Day; reasons: readonly StagedReason[] };

/** A meeting of the working group. `frozen`: what the public was answered on `frozenOn`. */
export type Session = {
  sessionId: number;
  key: string;
  title: string;
  startsOn: Day;
  endsOn: Day;
  frozenOn: Day | null;
  frozen: SessionView | null;
  version: number;
};

/** What the working group looks at, as the public is answered. Totals are null below three states. */
export type SessionView = {
  asOf: Day;
  needs: number;
  activities: number;
  elements: ThemeTotals[];
  threats: ThemeTotals[];
  overlaps: { stateKey: string; scheme: ConceptScheme; themeKey: string; activityKeys: string[] }[];
};

/** Needs on one theme. `states`: how many states have one there; the totals are null where they are fewer than three. */
export type ThemeTotals = {
  themeKey: string;
  states: number;
  total: number | null;
  unmet: number | null;
  partlyMet: number | null;
  met: number | null;
};

export type RecommendationOutcome = { outcome: Outcome; on: Day; reason: string; carriedToKey: string | null };

/** What the working group recommended. `needKeys`: of those it is about, the ones the viewer may see. */
export type Recommendation = {
  key: string;
  sessionKey: string;
  what: string;
  addressee: string;
  stateKeys: readonly string[];
  organizationKeys: readonly string[];
  dueOn: Day | null;
  recordedOn: Day;
  version: number;
  needKeys: readonly string[];
  outcomes: readonly RecommendationOutcome[];
};
