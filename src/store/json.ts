// Shapes of the values kept as JSON, for the row types. Whoever writes such a column passes JSON text of its shape.

/** Texts by language in lower case: en fr es ru zh ar, and "original" where there is one. */
export type Texts = Record<string, string>;

/** A published text that a statement rests on, and where to find it. */
export type SourceReference = { title?: string | null; ref?: string | null };

/** Treaties and other instruments that a strategy refers to. */
export type InstrumentReference = { instruments: string[]; seen_in_source?: boolean | null; citation?: string | null };

/** Where a source says something. */
export type Citation = { quote?: string | null; page?: string | number | null; paragraph?: string | number | null; language?: string | null };

/** Why an activity of an IATI file waits for a person. `detail`: what of the file it is about; null where there is no more to say. */
export type StagedReason = { code: StagedReasonCode; detail: string | null };

/** In the order in which a person looks at them. */
export const stagedReasonCodes = [
  'DUPLICATE',
  'SAME_AS',
  'CHILD_OF',
  'IN_REGISTER',
  'DISCARDED',
  'NO_KEY',
  'SECONDARY_REPORT',
  'NO_RECIPIENT',
  'UNKNOWN_RECIPIENT',
  'NO_THEME',
  'NO_DATES',
  'PERIOD_UNCLEAR',
  'ENDED',
  'CANCELLED',
  'PERCENTAGES_UNCLEAR',
  'BUDGET_UNCLEAR',
] as const;
export type StagedReasonCode = (typeof stagedReasonCodes)[number];

/** What a change did, by field: what it was and what it became; null: not there. */
export type AuditChange = Record<string, { from?: unknown; to?: unknown }>;
