// What is recorded beside a strategy: effects, evaluations, values of indicators, and how far measures are.
import type { Day, PartialDate } from '../core/dates.ts';
import type { SourceReference } from '../store/json.ts';

export const effectAxes = ['CRIMINAL_JUSTICE', 'REGIONAL_COOPERATION', 'INTERNATIONAL_COOPERATION'] as const;
export type EffectAxis = (typeof effectAxes)[number];
export const effectDirections = ['GOOD', 'BAD', 'MIXED'] as const;
export type EffectDirection = (typeof effectDirections)[number];
export const measureStatuses = ['NOT_STARTED', 'UNDER_WAY', 'DONE', 'DROPPED'] as const;
export type MeasureStatus = (typeof measureStatuses)[number];

/** Who recorded something of a strategy, and when: a role of its owner's. */
export type Recorded = { role: string; recordedOn: Day };

/** `dated`: when the effect was seen; null where it is not known. `source` null: none is stated. */
export type Effect = Recorded & {
  key: string;
  strategyId: number;
  axis: EffectAxis;
  direction: EffectDirection;
  text: string;
  originalLanguage: string;
  dated: PartialDate | null;
  source: SourceReference | null;
};

/** `dated` null: it took place, and when is not known. `cadenceMonths`, `nextDue`: as the body states them; null: not stated. */
export type Evaluation = Recorded & {
  key: string;
  strategyId: number;
  body: string;
  dated: PartialDate | null;
  scope: string | null;
  source: SourceReference | null;
  cadenceMonths: number | null;
  nextDue: PartialDate | null;
};

/** What an indicator measures. Everything is null where it is not stated. */
export type IndicatorDetail = {
  nodeId: number;
  unit: string | null;
  baseline: number | null;
  baselineDate: PartialDate | null;
  target: number | null;
  targetDate: PartialDate | null;
  frequencyMonths: number | null;
  ownerBody: string | null;
};

export type IndicatorValue = Recorded & { nodeId: number; dated: PartialDate; value: number; note: string | null; source: SourceReference | null };

export type MeasureReport = Recorded & { nodeId: number; dated: PartialDate; status: MeasureStatus; note: string | null };

/** An official assessment, of a state itself or of an organization, as the calendar takes it. */
export type OfficialAssessment = {
  key: string;
  title: string;
  level: 'NATIONAL' | 'REGIONAL' | 'GLOBAL';
  stateKey: string | null;
  /** Organizations it covers. */
  organizationKeys: readonly string[];
  issuingBody: string | null;
  dated: PartialDate | null;
  nextEdition: PartialDate | null;
  attribution: string | null;
  sources: SourceReference[];
  /** States it has findings on, or of its own state threats it names. */
  foundStateKeys: readonly string[];
};
