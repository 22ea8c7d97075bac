// What the brief takes of technical assistance: needs that the viewer may see, activities, and what sessions recommended. Prompts to a
// state (derived needs) are no rows here, whoever asks.
import type { PartialDate } from '../core/dates.ts';
import type { SourceReference } from '../store/json.ts';

/** A concept that a need or an activity is about. */
export type Theme = { scheme: 'THREAT' | 'ELEMENT'; key: string };

export type NeedRow = {
  key: string;
  stateKey: string;
  status: 'UNMET' | 'PARTLY_MET' | 'MET';
  /** What is needed, in the state's words, where it gave some. */
  reason: string | null;
  themes: readonly Theme[];
};

/** `stateKeys`: recipients, those of a recipient region included. Null is unknown. */
export type ActivityRow = {
  key: string;
  title: string;
  provider: string | null;
  funder: string | null;
  stateKeys: readonly string[];
  themes: readonly Theme[];
  start: PartialDate | null;
  end: PartialDate | null;
  /** As written, in the currency; never converted. */
  budget: string | null;
  currency: string | null;
  sources: readonly SourceReference[];
};

export const recommendationOutcomes = ['DONE', 'UNDER_WAY', 'DROPPED', 'CARRIED_OVER'] as const;

/** `outcome` null: nothing is recorded of what became of it. */
export type RecommendationRow = {
  key: string;
  text: string;
  stateKeys: readonly string[];
  outcome: (typeof recommendationOutcomes)[number] | null;
  sources: readonly SourceReference[];
};
