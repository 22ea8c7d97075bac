// What the brief takes of technical assistance: needs that the viewer may see, activities, and what sessions recommended. Prompts to a
// state (derived needs) are no rows here, whoever asks.
import type { Budget, Outcome } from '../assistance/model.ts';
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

/** `stateKeys`: recipients, those of a recipient region included. No names, a date null: unknown. */
export type ActivityRow = {
  key: string;
  title: string;
  providers: readonly string[];
  funders: readonly string[];
  stateKeys: readonly string[];
  themes: readonly Theme[];
  start: PartialDate | null;
  end: PartialDate | null;
  /** As stated, in their currencies; never converted. None: unknown. */
  budgets: readonly Budget[];
  sources: readonly SourceReference[];
};

/** `outcome` null: nothing is recorded of what became of it. */
export type RecommendationRow = {
  key: string;
  text: string;
  stateKeys: readonly string[];
  outcome: Outcome | null;
  sources: readonly SourceReference[];
};
