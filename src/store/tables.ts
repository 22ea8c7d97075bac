// Row types of the database. Made by `npm run generate` from schema/migrations; do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { AuditChange, Citation, InstrumentReference, SourceReference, StagedReason, Texts } from './json.ts';

export interface Assessment {
  assessment_id: Generated<number>;
  assessment_key: string;
  title: string;
  series: string;
  level: 'NATIONAL' | 'REGIONAL' | 'GLOBAL' | 'OTHER';
  is_official: boolean;
  issuing_body: string | null;
  state_key: string | null;
  organization_key: string | null;
  dated: string | null;
  next_edition: string | null;
  method: string | null;
  is_threat_list_seen: boolean | null;
  is_verified: Generated<boolean>;
  note: string | null;
  attribution: string | null;
  sources: ColumnType<SourceReference[], string | undefined, string>;
  visibility: Generated<'PRIVATE' | 'SHARED' | 'REGION' | 'WORKING_GROUP' | 'PUBLIC'>;
  publication: Generated<'UNPUBLISHED' | 'PUBLISHED'>;
  shared_with: Generated<string[]>;
  version: Generated<number>;
  submitted_by: string | null;
  submitters: Generated<string[]>;
  cleared_by: string | null;
}

export interface AssessmentOrganization {
  assessment_id: number;
  organization_key: string;
}

export interface AssessmentThreat {
  assessment_id: number;
  threat_key: string;
  threat_scheme: GeneratedAlways<'THREAT' | 'ELEMENT' | 'PROVISION'>;
  is_emerging: Generated<boolean>;
}

export interface AssistanceActivity {
  assistance_activity_id: Generated<number>;
  activity_key: string;
  title: string;
  provider: string | null;
  funder: string | null;
  start_date: string | null;
  end_date: string | null;
  budget: string | null;
  currency: string | null;
  source_url: string | null;
  verification: string | null;
  note: string | null;
  iati_identifier: string | null;
  reporting_org: string | null;
  status: 'PIPELINE' | 'IMPLEMENTATION' | 'FINALISATION' | 'CLOSED' | 'CANCELLED' | 'SUSPENDED' | null;
  is_offer: Generated<boolean>;
  publication: Generated<'UNPUBLISHED' | 'PUBLISHED'>;
  version: Generated<number>;
  submitted_by: string | null;
  cleared_by: string | null;
}

export interface AssistanceActivityBudget {
  assistance_activity_id: number;
  position: number;
  currency: string;
  year: number | null;
  amount: string;
}

export interface AssistanceActivityCode {
  assistance_activity_id: number;
  system: 'ICCS' | 'DAC' | 'ASSISTANCE_THEME';
  code: string;
}

export interface AssistanceActivityConcept {
  assistance_activity_id: number;
  scheme: 'THREAT' | 'ELEMENT' | 'PROVISION';
  concept_key: string;
}

export interface AssistanceActivityParty {
  assistance_activity_id: number;
  role: 'PROVIDER' | 'FUNDER';
  position: number;
  name: string;
  reference: string | null;
}

export interface AssistanceActivityRecipient {
  assistance_activity_id: number;
  position: number;
  state_key: string | null;
  region_key: string | null;
  percentage: number | null;
}

export interface AssistanceActivityStaging {
  activity_key: string;
  digest: string;
  last_updated: string | null;
  same_as: string[];
  file: string;
  line: number;
  reasons: ColumnType<StagedReason[], string, string>;
  imported_on: string;
  is_discarded: Generated<boolean>;
}

export interface AuditEntry {
  position: Generated<number>;
  occurred_at: Generated<Date>;
  actor: string;
  role: string;
  by_state_key: string | null;
  by_organization_key: string | null;
  action: string;
  kind: string;
  key: string;
  version: number | null;
  change: ColumnType<AuditChange, string, string>;
  state_key: string | null;
  organization_key: string | null;
  visibility: 'PRIVATE' | 'SHARED' | 'REGION' | 'WORKING_GROUP' | 'PUBLIC';
  shared_with: Generated<string[]>;
  publication: 'UNPUBLISHED' | 'PUBLISHED';
  previous_hash: Generated<Uint8Array>;
  hash: Generated<Uint8Array>;
}

export interface AuditHead {
  is_only: Generated<boolean>;
  position: number;
  hash: Uint8Array;
}

export interface CellStatement {
  cell_statement_id: Generated<number>;
  statement_key: string;
  kind: 'CONTEST' | 'NOT_APPLICABLE';
  state_key: string;
  objective_id: number;
  link_id: number | null;
  side: 'STATE' | 'OWNER';
  organization_key: string;
  role: string;
  reason: string;
  reference: string | null;
  reference_date: string | null;
  stated_on: string;
  stated_by: string;
  outcome: 'WITHDRAWN' | 'ACCEPTED' | 'ANSWERED' | null;
  resolution: string | null;
  resolved_side: 'STATE' | 'OWNER' | null;
  resolved_role: string | null;
  resolved_on: string | null;
  resolved_by: string | null;
  version: Generated<number>;
}

export interface Concept {
  scheme: 'THREAT' | 'ELEMENT' | 'PROVISION';
  concept_key: string;
  position: number;
  parent_key: string | null;
  label: ColumnType<Texts, string, string>;
  element_group: 'core' | 'extension' | null;
  paragraph: string | null;
  treaty_anchor: string | null;
  instrument_key: string | null;
  article: number | null;
  provision_class: string | null;
  note: string | null;
}

export interface Evaluation {
  evaluation_id: Generated<number>;
  evaluation_key: string;
  strategy_id: number;
  body: string;
  dated: string | null;
  scope: string | null;
  source_title: string | null;
  source_ref: string | null;
  cadence_months: number | null;
  next_due: string | null;
  role: string;
  recorded_on: string;
  recorded_by: string;
}

export interface ExternalCode {
  system: 'ICCS' | 'DAC' | 'ASSISTANCE_THEME';
  code: string;
  label: string | null;
  scheme: 'THREAT' | 'ELEMENT' | 'PROVISION' | null;
  concept_key: string | null;
  relation: 'exact' | 'narrower' | 'broader' | 'partial' | null;
  verification: string | null;
}

export interface Finding {
  finding_id: Generated<number>;
  assessment_id: number;
  state_key: string;
  threat_key: string;
  threat_scheme: GeneratedAlways<'THREAT' | 'ELEMENT' | 'PROVISION'>;
  likelihood: number | null;
  impact: number | null;
  score: number | null;
  scale_min: number | null;
  scale_max: number | null;
  is_emerging: Generated<boolean>;
  note: string | null;
}

export interface Flow {
  flow_id: Generated<number>;
  flow_key: string;
  threat_key: string;
  threat_scheme: GeneratedAlways<'THREAT' | 'ELEMENT' | 'PROVISION'>;
  commodity: string | null;
  period: string | null;
  last_year: number | null;
  volume: string | null;
  volume_unit: string | null;
  value: string | null;
  value_unit: string | null;
  basis: string | null;
  source_title: string | null;
  publisher: string | null;
  source_year: number | null;
  source_url: string | null;
  verification: string | null;
  note: string | null;
}

export interface FlowPlace {
  flow_id: number;
  role: 'ORIGIN' | 'TRANSIT' | 'DESTINATION';
  position: number;
  state_key: string | null;
  territory_key: string | null;
  region_key: string | null;
}

export interface IndicatorDetail {
  strategy_node_id: number;
  unit: string | null;
  baseline: number | null;
  baseline_date: string | null;
  target: number | null;
  target_date: string | null;
  frequency_months: number | null;
  owner_body: string | null;
  role: string;
  recorded_on: string;
  recorded_by: string;
}

export interface IndicatorValue {
  strategy_node_id: number;
  dated: string;
  value: number;
  note: string | null;
  source_title: string | null;
  source_ref: string | null;
  role: string;
  recorded_on: string;
  recorded_by: string;
}

export interface Instrument {
  instrument_key: string;
  title: ColumnType<Texts, string, string>;
  adopted: string | null;
  in_force: string | null;
  treaty_collection_reference: string | null;
}

export interface Link {
  link_id: Generated<number>;
  national_strategy_id: number;
  national_node_id: number | null;
  objective_id: number;
  relation: 'EQUAL' | 'SUPERSET' | 'SUBSET' | 'INTERSECTS' | 'NO_RELATION' | 'CONTRADICTS';
  share: number | null;
  status: 'SUGGESTED' | 'READ' | 'CONFIRMED' | 'REJECTED' | 'STALE' | 'SUPERSEDED';
  confidence: 'low' | 'medium' | 'high' | null;
  rationale: string | null;
  citation: string | null;
  method: string | null;
  recorded_by: string | null;
  recorded_on: string | null;
  visibility: Generated<'PRIVATE' | 'SHARED' | 'REGION' | 'WORKING_GROUP' | 'PUBLIC'>;
  publication: Generated<'UNPUBLISHED' | 'PUBLISHED'>;
  shared_with: Generated<string[]>;
  version: Generated<number>;
  submitted_by: string | null;
  state_key: string;
  organization_key: string;
  proposed_side: 'STATE' | 'OWNER' | null;
}

export interface LinkClearance {
  link_id: number;
  side: 'STATE' | 'OWNER';
  decision: 'CONFIRMED' | 'REJECTED';
  role: string;
  decided_by: string;
  submitted_by: string | null;
  decided_on: string;
  reference: string | null;
  reference_date: string | null;
  reason: string | null;
}

export interface MeasureReport {
  strategy_node_id: number;
  dated: string;
  status: 'NOT_STARTED' | 'UNDER_WAY' | 'DONE' | 'DROPPED';
  note: string | null;
  role: string;
  recorded_on: string;
  recorded_by: string;
}

export interface Membership {
  membership_id: Generated<number>;
  organization_key: string;
  state_key: string | null;
  territory_key: string | null;
  from_year: number;
  to_year: number | null;
  role: 'member' | 'participating-state' | 'grouping' | 'associate' | 'observer';
  note: string | null;
  verification: string | null;
}

export interface Need {
  need_id: Generated<number>;
  need_key: string;
  state_key: string;
  element_key: string | null;
  threat_key: string | null;
  provision_key: string | null;
  element_scheme: GeneratedAlways<'THREAT' | 'ELEMENT' | 'PROVISION'>;
  threat_scheme: GeneratedAlways<'THREAT' | 'ELEMENT' | 'PROVISION'>;
  provision_scheme: GeneratedAlways<'THREAT' | 'ELEMENT' | 'PROVISION'>;
  objective_id: number | null;
  origin: 'REQUESTED' | 'OBSERVED';
  urgency: 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL' | null;
  reason: string;
  consent: Generated<'PRIVATE' | 'WORKING_GROUP' | 'PUBLIC'>;
  stage: Generated<'EXPRESSED' | 'CONFIRMED' | 'SCOPED' | 'FUNDED' | 'IN_DELIVERY' | 'COMPLETED' | 'FOLLOWED_UP' | 'WITHDRAWN'>;
  due_on: string | null;
  recorder_role: string;
  recorder_organization_key: string | null;
  version: Generated<number>;
  submitted_by: string;
  confirmed_on: string | null;
  confirmed_by: string | null;
}

export interface NeedMatch {
  need_match_id: Generated<number>;
  match_key: string;
  need_id: number;
  assistance_activity_id: number;
  kind: 'PROPOSAL' | 'OFFER';
  status: Generated<'PROPOSED' | 'ACCEPTED' | 'DECLINED'>;
  note: string | null;
  proposed_on: string;
  proposed_by: string;
  decided_on: string | null;
  decided_by: string | null;
  decision_reason: string | null;
}

export interface NeedStage {
  need_id: number;
  position: number;
  stage: string;
  is_met: Generated<boolean>;
  reached_on: string;
  due_on: string | null;
  reason: string | null;
  role: string;
  by_state_key: string | null;
  by_organization_key: string | null;
}

export interface Organization {
  organization_key: string;
  acronym: string | null;
  name: ColumnType<Texts, string, string>;
  kind: 'regional' | 'continental' | 'global' | 'law-enforcement-centre' | 'grouping';
  seat_city: string | null;
  seat_state_key: string | null;
  founded: string | null;
  instruments_note: string | null;
  verification: string | null;
}

export interface ProvisionThreat {
  provision_key: string;
  threat_key: string;
  provision_scheme: GeneratedAlways<'THREAT' | 'ELEMENT' | 'PROVISION'>;
  threat_scheme: GeneratedAlways<'THREAT' | 'ELEMENT' | 'PROVISION'>;
}

export interface Recommendation {
  recommendation_id: Generated<number>;
  recommendation_key: string;
  session_id: number;
  position: number;
  what: string;
  addressee: string;
  state_keys: Generated<string[]>;
  organization_keys: Generated<string[]>;
  due_on: string | null;
  recorded_on: string;
  version: Generated<number>;
}

export interface RecommendationNeed {
  recommendation_id: number;
  need_id: number;
}

export interface RecommendationOutcome {
  recommendation_id: number;
  position: number;
  outcome: 'UNDER_WAY' | 'DONE' | 'DROPPED' | 'CARRIED_OVER';
  stated_on: string;
  reason: string;
  carried_to_id: number | null;
}

export interface RecordStatement {
  record_statement_id: Generated<number>;
  statement_key: string;
  state_key: string;
  subject: 'SCOPE' | 'ELEMENT' | 'THREAT';
  subject_key: string;
  reading: string;
  decision: 'CONFIRM' | 'CORRECT' | 'CONTEST';
  proposed: string | null;
  reason: string | null;
  reference: string | null;
  reference_date: string | null;
  role: string;
  stated_on: string;
  stated_by: string;
  visibility: 'PRIVATE' | 'PUBLIC';
  ended_role: string | null;
  ended_on: string | null;
  ended_by: string | null;
  version: Generated<number>;
}

export interface Region {
  region_key: string;
  basis: string | null;
}

export interface RegionState {
  region_key: string;
  state_key: string;
}

export interface SeedState {
  is_only: Generated<boolean>;
  digest: string;
}

export interface Seeded {
  kind: string;
  key: string;
  hash: string;
  is_changed: Generated<boolean>;
}

export interface State {
  state_key: string;
  iso2: string | null;
  m49: string | null;
  kind: 'un_member' | 'un_observer' | 'other_untoc_party' | 'org_member';
  region: string | null;
  subregion: string | null;
  intermediate_region: string | null;
  name: ColumnType<Texts, string, string>;
  note: string | null;
}

export interface StateAgreement {
  state_key: string;
  kind: 'ADVICE' | 'SUMMARY';
  organization_key: string | null;
  agreed_on: string;
  agreed_by: string;
}

export interface Strategy {
  strategy_id: Generated<number>;
  strategy_key: string;
  state_key: string | null;
  organization_key: string | null;
  level: 'NATIONAL' | 'REGIONAL' | 'GLOBAL';
  scope: 'OVERARCHING' | 'TRAFFICKING_IN_PERSONS' | 'SMUGGLING_OF_MIGRANTS' | 'FIREARMS' | 'DRUGS' | 'OTHER_CRIME' | 'CRIME_PREVENTION' | 'ANTI_CORRUPTION' | 'COUNTER_TERRORISM' | 'NATIONAL_SECURITY';
  status: 'DRAFT' | 'ADOPTED' | 'WITHDRAWN';
  title: ColumnType<Texts, string, string>;
  original_language: string;
  adopted: string | null;
  valid_from: string | null;
  valid_to: string | null;
  valid_from_date: GeneratedAlways<string | null>;
  valid_to_date: GeneratedAlways<string | null>;
  adopting_body: string | null;
  lead_body: string | null;
  status_note: string | null;
  is_verified: Generated<boolean>;
  verified_note: string | null;
  is_fully_read: Generated<boolean>;
  structure_basis: string | null;
  notes: ColumnType<string[], string | undefined, string>;
  instrument_references: ColumnType<InstrumentReference[], string | undefined, string>;
  sources: ColumnType<SourceReference[], string | undefined, string>;
  visibility: Generated<'PRIVATE' | 'SHARED' | 'REGION' | 'WORKING_GROUP' | 'PUBLIC'>;
  publication: Generated<'UNPUBLISHED' | 'PUBLISHED'>;
  search: string | null;
  shared_with: Generated<string[]>;
  version: Generated<number>;
  submitted_by: string | null;
  submitters: Generated<string[]>;
  cleared_by: string | null;
  succeeds_key: string | null;
}

export interface StrategyEffect {
  strategy_effect_id: Generated<number>;
  effect_key: string;
  strategy_id: number;
  axis: 'CRIMINAL_JUSTICE' | 'REGIONAL_COOPERATION' | 'INTERNATIONAL_COOPERATION';
  direction: 'GOOD' | 'BAD' | 'MIXED';
  effect_text: string;
  original_language: string;
  dated: string | null;
  source_title: string | null;
  source_ref: string | null;
  role: string;
  recorded_on: string;
  recorded_by: string;
}

export interface StrategyNode {
  strategy_node_id: Generated<number>;
  strategy_node_key: string;
  strategy_id: number;
  parent_id: number | null;
  position: number;
  last_position: number;
  kind: 'PILLAR' | 'OBJECTIVE' | 'MEASURE' | 'INDICATOR';
  label: ColumnType<Texts, string, string>;
  original_language: Generated<string>;
  addressee: 'MEMBERS' | 'ORGANIZATION' | 'BOTH' | null;
  is_seen_in_source: boolean;
  responsible: string | null;
  citation: ColumnType<Citation | null, string | null | undefined, string | null>;
  search: string | null;
  succeeds_key: string | null;
  deadline: string | null;
}

export interface StrategyNodeConcept {
  strategy_node_id: number;
  scheme: 'THREAT' | 'ELEMENT' | 'PROVISION';
  concept_key: string;
}

export interface StrategyRelation {
  strategy_id: number;
  target_key: string;
  relation: string;
  strength: 'EXPLICIT' | 'CANDIDATE';
  basis: string | null;
  is_verified: Generated<boolean>;
  citation: string | null;
}

export interface StrategySuccessor {
  strategy_id: number;
  successor_key: string;
}

export interface StrategyTheme {
  strategy_id: number;
  threat_key: string;
  threat_scheme: GeneratedAlways<'THREAT' | 'ELEMENT' | 'PROVISION'>;
}

export interface Territory {
  territory_key: string;
  m49: string | null;
  name: ColumnType<Texts, string, string>;
}

export interface TreatyStatus {
  state_key: string;
  instrument_key: string;
  status: 'party' | 'signatory';
  signature_date: string | null;
  consent_date: string | null;
  consent_type: string | null;
  basis: string | null;
  verification: string | null;
}

export interface WorkingGroupSession {
  session_id: Generated<number>;
  session_key: string;
  title: string;
  starts_on: string;
  ends_on: string;
  frozen: ColumnType<unknown | null, string | null | undefined, string | null>;
  frozen_on: string | null;
  version: Generated<number>;
}

export interface DB {
  assessment: Assessment;
  assessment_organization: AssessmentOrganization;
  assessment_threat: AssessmentThreat;
  assistance_activity: AssistanceActivity;
  assistance_activity_budget: AssistanceActivityBudget;
  assistance_activity_code: AssistanceActivityCode;
  assistance_activity_concept: AssistanceActivityConcept;
  assistance_activity_party: AssistanceActivityParty;
  assistance_activity_recipient: AssistanceActivityRecipient;
  assistance_activity_staging: AssistanceActivityStaging;
  audit_entry: AuditEntry;
  audit_head: AuditHead;
  cell_statement: CellStatement;
  concept: Concept;
  evaluation: Evaluation;
  external_code: ExternalCode;
  finding: Finding;
  flow: Flow;
  flow_place: FlowPlace;
  indicator_detail: IndicatorDetail;
  indicator_value: IndicatorValue;
  instrument: Instrument;
  link: Link;
  link_clearance: LinkClearance;
  measure_report: MeasureReport;
  membership: Membership;
  need: Need;
  need_match: NeedMatch;
  need_stage: NeedStage;
  organization: Organization;
  provision_threat: ProvisionThreat;
  recommendation: Recommendation;
  recommendation_need: RecommendationNeed;
  recommendation_outcome: RecommendationOutcome;
  record_statement: RecordStatement;
  region: Region;
  region_state: RegionState;
  seed_state: SeedState;
  seeded: Seeded;
  state: State;
  state_agreement: StateAgreement;
  strategy: Strategy;
  strategy_effect: StrategyEffect;
  strategy_node: StrategyNode;
  strategy_node_concept: StrategyNodeConcept;
  strategy_relation: StrategyRelation;
  strategy_successor: StrategySuccessor;
  strategy_theme: StrategyTheme;
  territory: Territory;
  treaty_status: TreatyStatus;
  working_group_session: WorkingGroupSession;
}
