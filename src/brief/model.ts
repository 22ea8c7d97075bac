// What a brief is made of: figures "n of m" with what is unknown apart, each with the states and the things behind it. Words are kept as
// message keys with their values, so that one computation serves six languages.
import type { PlanRecord } from '../alignment/record.ts';
import type { ReadNode } from '../alignment/trees.ts';
import type { Day, PartialDate } from '../core/dates.ts';
import type { MessageKey } from '../i18n/catalogue/en.ts';
import type { Texts } from '../i18n/languages.ts';
import type { Effect, Evaluation, OfficialAssessment } from '../monitoring/model.ts';
import type { Strategy } from '../strategies/model.ts';
import type { StandingOf } from '../strategies/standing.ts';
import type { ActivityRow, NeedRow, RecommendationRow } from './assistance-rows.ts';

/** A message with its values, to be told in a language. */
export type Words = { message: MessageKey; values?: Readonly<Record<string, Word>> };
/** A value of a message: as it is, a message itself, or a text in several languages. */
export type Word = number | string | Words | { texts: Texts; originalLanguage?: string };

/** What figures count. A mean counts months or elements, over so many states. */
export const briefUnits = [
  'STATES',
  'PROVISIONS',
  'ELEMENTS',
  'ORGANIZATIONS',
  'EFFECTS',
  'ACTIVITIES',
  'NEEDS',
  'RECOMMENDATIONS',
  'MEAN_MONTHS',
  'MEAN_ELEMENTS',
] as const;
export type BriefUnit = (typeof briefUnits)[number];

/** A thing behind a figure. */
export type Thing =
  | { kind: 'STRATEGY'; strategyId: number }
  | { kind: 'NODE'; strategyId: number; nodeId: number }
  | { kind: 'CONCEPT'; scheme: 'THREAT' | 'ELEMENT' | 'PROVISION'; key: string }
  | { kind: 'ASSESSMENT' | 'EFFECT' | 'EVALUATION' | 'ACTIVITY' | 'NEED' | 'RECOMMENDATION'; key: string };

/** One line of a list. `group`: where in the list it stands, such as a region and a year; `note`: what is to be read with it. */
export type Entry = { thing: Thing; stateKey?: string; group?: readonly Words[]; note?: Words };

/**
 * One figure. Of states: `value` of `of`, of which `unknown` are not known; those counted and those not known are named. A mean over
 * fewer than three states is null. `of` of a mean: how many states it rests on.
 */
export type Figure = {
  key: string;
  label: Words;
  unit: BriefUnit;
  value: number | null;
  of: number;
  unknown: number;
  stateKeys: readonly string[];
  unknownStateKeys: readonly string[];
  entries: readonly Entry[];
};

/** A list of its own beside the figures. */
export type EntryList = { key: string; title: Words; entries: readonly Entry[] };

/** A function of the working group (para 1) or a question put to it (paras 3 to 8). */
export type Section = { key: string; title: Words; figures: readonly Figure[]; lists: readonly EntryList[] };

/** The strategies of an organization that count, with their nodes. */
export type RegionalRecord = { organizationKey: string; strategies: readonly Strategy[]; isEnded: boolean; nodes: readonly ReadNode[] };

/** Everything the brief is computed from: what the viewer may see, at one day. States are in the order of their names. */
export type BriefRows = {
  asOf: Day;
  stateKeys: readonly string[];
  /** M49 region of each state; null where it has none. */
  regionOf: ReadonlyMap<string, string | null>;
  /** All visible strategies of the states and of the organizations, by key. */
  strategies: readonly Strategy[];
  standingOf: StandingOf;
  /** P(s) of each state, in the order of the states. */
  records: readonly PlanRecord[];
  /** Nodes that count of the plans of the records. */
  planNodes: readonly ReadNode[];
  /** Those of one plan. */
  nodesOf: (strategyId: number) => readonly ReadNode[];
  regionals: readonly RegionalRecord[];
  /** The organization asked about, or all. */
  organizationKeys: readonly string[];
  party: (stateKey: string, instrumentKey: string) => boolean | null;
  /** Core elements in their order, and all provisions with the instrument of each. */
  elements: readonly { key: string; label: Texts }[];
  provisions: readonly { key: string; instrumentKey: string | null }[];
  labelOf: (scheme: 'THREAT' | 'ELEMENT', key: string) => Texts;
  /** Strategies that everyone may read: the wording of no other is shown to others. */
  publicIds: ReadonlySet<number>;
  /** States that agreed to be asked for advice. */
  adviceStateKeys: ReadonlySet<string>;
  effects: readonly Effect[];
  evaluations: readonly Evaluation[];
  /** Official ones alone, dated up to asOf or without a date. */
  assessments: readonly OfficialAssessment[];
  needs: readonly NeedRow[];
  activities: readonly ActivityRow[];
  recommendations: readonly RecommendationRow[];
};

/** A strategy with the year it was adopted, or began where that is not known. */
export function adoptionDate({ adopted, validFrom }: Pick<Strategy, 'adopted' | 'validFrom'>): PartialDate | null {
  return adopted ?? validFrom;
}
