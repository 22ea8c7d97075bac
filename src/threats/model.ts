// Assessments, findings and flows.
import type { PartialDate } from '../core/dates.ts';
import type { Publication, Visibility } from '../core/sharing.ts';
import type { SourceReference } from '../store/json.ts';

export const assessmentLevels = ['NATIONAL', 'REGIONAL', 'GLOBAL', 'OTHER'] as const;
export type AssessmentLevel = (typeof assessmentLevels)[number];

export type Assessment = {
  assessmentId: number;
  key: string;
  title: string;
  series: string;
  level: AssessmentLevel;
  isOfficial: boolean;
  issuingBody: string | null;
  stateKey: string | null;
  organizationKey: string | null;
  dated: PartialDate | null;
  nextEdition: PartialDate | null;
  method: string | null;
  isThreatListSeen: boolean | null;
  isVerified: boolean;
  note: string | null;
  attribution: string | null;
  sources: SourceReference[];
  publication: Publication;
  visibility: Visibility;
  /** With visibility SHARED: codes of states and keys of organizations. For its owner alone to read. */
  sharedWith: string[];
  version: number;
};

export type Finding = {
  assessmentKey: string;
  stateKey: string;
  threatKey: string;
  likelihood: number | null;
  impact: number | null;
  score: number | null;
  scaleMin: number | null;
  scaleMax: number | null;
  isEmerging: boolean;
  note: string | null;
};

export type FlowRole = 'ORIGIN' | 'TRANSIT' | 'DESTINATION';
export type FlowPlace = { role: FlowRole; stateKey: string | null; territoryKey: string | null; regionKey: string | null };

export type Flow = {
  key: string;
  threatKey: string;
  commodity: string | null;
  period: string | null;
  lastYear: number | null;
  volume: string | null;
  volumeUnit: string | null;
  value: string | null;
  valueUnit: string | null;
  basis: string | null;
  sourceTitle: string | null;
  publisher: string | null;
  sourceYear: number | null;
  sourceUrl: string | null;
  verification: string | null;
  note: string | null;
  places: FlowPlace[];
};

export type AssessmentFilter = {
  states?: readonly string[] | null;
  organization?: string | null;
  level?: AssessmentLevel | null;
  threat?: string | null;
  series?: string | null;
};
