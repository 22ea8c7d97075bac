// The enums of technical assistance, and the object types that refer to each other.
import { builder } from '../graphql/builder.ts';
import type { MatchOfNeed } from './match-service.ts';
import type { Activity, Recommendation as RecommendationShape, Session as SessionShape } from './model.ts';
import type { StandingNeed } from './totals.ts';

export const NeedOriginEnum = builder.enumType('NeedOrigin', {
  description: 'Where a need comes from.',
  values: {
    REQUESTED: { description: 'Asked for by the state.' },
    OBSERVED: { description: 'Observed in a review; it counts for others once the state has confirmed it.' },
    DERIVED: { description: 'A private prompt to the state: an element that its plans say little or nothing of. Nobody else is told.' },
  },
});

export const UrgencyEnum = builder.enumType('NeedUrgency', {
  description: 'How urgent it is, in the word of the state. Lists are never ordered by it.',
  values: {
    LOW: { description: 'Low.' },
    MEDIUM: { description: 'Medium.' },
    HIGH: { description: 'High.' },
    CRITICAL: { description: 'Critical.' },
  },
});

export const ConsentEnum = builder.enumType('NeedConsent', {
  description: 'Whom the state lets know of a need, from its confirmation on.',
  values: {
    PRIVATE: { description: 'The state alone.' },
    WORKING_GROUP: { description: 'Delegates in the working group, and the Secretariat.' },
    PUBLIC: { description: 'Everyone.' },
  },
});

export const NeedStageEnum = builder.enumType('NeedStage', {
  description: 'How far a need has come.',
  values: {
    EXPRESSED: { description: 'Asked for or observed; it waits for a second person of the state.' },
    CONFIRMED: { description: 'Confirmed by the state.' },
    SCOPED: { description: 'It is agreed what is to be done.' },
    FUNDED: { description: 'Money is found.' },
    IN_DELIVERY: { description: 'Assistance is under way.' },
    COMPLETED: { description: 'Assistance is over.' },
    FOLLOWED_UP: { description: 'One year on, it was recorded what came of it.' },
    WITHDRAWN: { description: 'Taken back by the state.' },
  },
});

export const NeedStatusEnum = builder.enumType('NeedStatus', {
  description: 'Whether a need is met.',
  values: {
    UNMET: { description: 'Nothing is accepted yet.' },
    PARTLY_MET: { description: 'The state has accepted an activity.' },
    MET: { description: 'The state says so.' },
  },
});

export const MatchKindEnum = builder.enumType('MatchKind', {
  description: 'How an activity came to a need.',
  values: { PROPOSAL: { description: 'Proposed by the Secretariat.' }, OFFER: { description: 'Offered by its provider.' } },
});

export const MatchStatusEnum = builder.enumType('MatchStatus', {
  description: 'What the state decided.',
  values: {
    PROPOSED: { description: 'Nothing yet.' },
    ACCEPTED: { description: 'It accepts.' },
    DECLINED: { description: 'It declines.' },
  },
});

export const MatchReasonKindEnum = builder.enumType('MatchReasonKind', {
  description: 'Why an activity can serve a need.',
  values: {
    RECIPIENT: { description: 'The state is a recipient.' },
    RECIPIENT_REGION: { description: 'A region of the state is a recipient.' },
    THREAT: { description: 'A threat of the activity is that of the need, or broader or narrower.' },
    ELEMENT: { description: 'An element is the same.' },
    PROVISION: { description: 'A provision is the same.' },
    PERIOD: { description: 'It is under way or still to come.' },
  },
});

export const MatchLackEnum = builder.enumType('MatchLack', {
  description: 'Why an activity does not appear to suit a need.',
  values: {
    RECIPIENT: { description: 'The state is no recipient of it, nor is a region of the state.' },
    THEME: { description: 'None of its themes is what is needed.' },
    PERIOD: { description: 'It is over or cancelled, or neither its beginning nor its end is recorded.' },
  },
});

export const ActivityStatusEnum = builder.enumType('ActivityStatus', {
  description: 'Where an activity stands, in the words of IATI.',
  values: {
    PIPELINE: { description: 'Being planned.' },
    IMPLEMENTATION: { description: 'Under way.' },
    FINALISATION: { description: 'Done, and being wound up.' },
    CLOSED: { description: 'Over.' },
    CANCELLED: { description: 'Cancelled.' },
    SUSPENDED: { description: 'Suspended.' },
  },
});

export const OutcomeEnum = builder.enumType('RecommendationOutcomeKind', {
  description: 'What became of a recommendation.',
  values: {
    UNDER_WAY: { description: 'It is being done.' },
    DONE: { description: 'It was done.' },
    DROPPED: { description: 'It was given up.' },
    CARRIED_OVER: { description: 'It goes to a later session.' },
  },
});

export const AssistanceNeed = builder.objectRef<StandingNeed>('AssistanceNeed');
export const AssistanceMatch = builder.objectRef<MatchOfNeed>('AssistanceMatch');
export const AssistanceActivity = builder.objectRef<Activity>('AssistanceActivity');
export const WorkingGroupSession = builder.objectRef<SessionShape>('WorkingGroupSession');
export const Recommendation = builder.objectRef<RecommendationShape>('Recommendation');
