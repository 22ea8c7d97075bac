// The policy, written by hand: which rows of each type a viewer reads. A type without a row here fails the tests. Fields follow their
// type but for the exceptions that are named.

/** Whose rows a viewer reads of a type. */
export type TypePolicy =
  /** Public: the same for everybody. */
  | 'public'
  /** With the strategy, assessment, link, statement, agreement, entry it is or is a part of. */
  | 'strategy'
  | 'assessment'
  | 'link'
  | 'statement'
  | 'word'
  | 'agreement'
  | 'history'
  /** Needs, matches and the register of activities, with all that is a part of them. */
  | 'assistance'
  /** Computed over what the viewer sees, or a page of it: non-interference is what holds these. */
  | 'computed'
  /** Of the viewer itself, or of what it did just now. */
  | 'own';

export const typePolicies: Readonly<Record<string, TypePolicy>> = {
  // Registers.
  Concept: 'public',
  Instrument: 'public',
  MemberState: 'public',
  Organization: 'public',
  Membership: 'public',
  TreatyStatus: 'public',
  Flow: 'public',
  FlowPlace: 'public',
  Method: 'public',
  MethodConstant: 'public',
  PageInfo: 'public',
  ExternalCode: 'public',
  FlowSource: 'public',
  // Strategies and what is a part of them.
  Strategy: 'strategy',
  StrategyNode: 'strategy',
  Citation: 'strategy',
  InstrumentReference: 'strategy',
  Source: 'strategy',
  StrategyRelation: 'strategy',
  Succession: 'strategy',
  ProvisionPath: 'link',
  Link: 'link',
  StrategyEffect: 'strategy',
  StrategyEvaluation: 'strategy',
  IndicatorRecord: 'strategy',
  IndicatorValue: 'strategy',
  MeasureReport: 'strategy',
  LinkClearance: 'link',
  // What was said of cells, and what states agreed to: switches that are public but for `summariesTo`.
  NotApplicable: 'statement',
  RecordStatement: 'word',
  StateAgreements: 'agreement',
  // The trail.
  HistoryEntry: 'history',
  FieldChange: 'history',
  // What a mutation tells of what it did.
  UserError: 'own',
  EffectCell: 'own',
  ImportCount: 'own',
  ImportEffect: 'own',
  ImportProposal: 'own',
  ImportWarning: 'own',
  ImportedActivities: 'own',
  ImportedActivity: 'own',
  StagingReasonCount: 'own',
  RecordClearance: 'own',
  RecordReview: 'own',
  SkippedReview: 'own',
  // Assessments.
  Assessment: 'assessment',
  Finding: 'assessment',
  Viewer: 'own',
  RecordEffectPayload: 'own',
  RecordEvaluationPayload: 'own',
  RecordIndicatorValuePayload: 'own',
  ReportMeasurePayload: 'own',
  // Technical assistance. Sessions and what they recommend are public; the needs they name are not.
  WorkingGroupSession: 'public',
  Recommendation: 'public',
  RecommendationOutcome: 'public',
  AssistanceNeed: 'assistance',
  AssistanceMatch: 'assistance',
  NeedFit: 'assistance',
  NeedStep: 'assistance',
  AssistanceActivity: 'assistance',
  AssistanceRecipient: 'assistance',
  AssistanceBudget: 'assistance',
  ActivityStaging: 'assistance',
  StagingReason: 'assistance',
  // Parts of computed answers.
  AssistanceFunding: 'computed',
  AssistanceOverlap: 'computed',
  AssistanceOverlapPair: 'computed',
  CurrencySum: 'computed',
  MatchReason: 'computed',
  NeedCandidate: 'computed',
  NeedTotals: 'computed',
  SessionChanges: 'computed',
  SessionFigureChange: 'computed',
  SessionOverlap: 'computed',
  SessionView: 'computed',
  AlignmentSummary: 'computed',
  AlignmentEvidence: 'computed',
  BriefEntry: 'computed',
  BriefFigure: 'computed',
  BriefFunction: 'computed',
  BriefList: 'computed',
  BriefQuestion: 'computed',
  CalendarItem: 'computed',
  OriginalText: 'computed',
  ComparedConcept: 'computed',
  Contest: 'statement',
  CountedFinding: 'computed',
  ElementEvidence: 'computed',
  CarriedThreat: 'computed',
  Fraction: 'computed',
  LinkingFlow: 'computed',
  PeerPractice: 'computed',
  PlannedByMember: 'computed',
  PlannedEvidence: 'computed',
  RecordedElement: 'computed',
  RecordedObjective: 'computed',
  RecordedOrganization: 'computed',
  RecordedScope: 'computed',
  RecordedThreat: 'computed',
  SearchResult: 'computed',
  SharedThreatEvidence: 'computed',
  StateSummary: 'computed',
  ThreatExposure: 'computed',
  UnseenStrategy: 'computed',
};

/** Exceptions: fields that only the owner's own users are told, and null to others who see the thing. */
export const ownFields: Readonly<Record<string, 'own'>> = {
  'Assessment.sharedWith': 'own',
  'Link.sharedWith': 'own',
  'Strategy.sharedWith': 'own',
};

/** Types that need no row each: pages, answers that are computed, and what mutations give back. */
export function policyOf(name: string, isComputed: boolean): TypePolicy | null {
  if (typePolicies[name]) return typePolicies[name] ?? null;
  if (/(Connection|Edge)$/.test(name) || isComputed) return 'computed';
  if (name.endsWith('Payload')) return 'own';
  return null;
}
