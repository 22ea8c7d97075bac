// What a state says of its record beside cells: of kinds of strategy, elements and threats. No figure is computed from it. Pure.
import type { Day } from '../core/dates.ts';
import { invalid } from '../core/input.ts';
import type { Note } from '../core/note.ts';
import { say } from '../i18n/words.ts';
import { type StrategyScope, strategyScopes } from '../strategies/model.ts';
import { coverageStatuses, elementStatuses, threatStatuses } from './model.ts';

export const recordSubjects = ['SCOPE', 'ELEMENT', 'THREAT'] as const;
export type RecordSubject = (typeof recordSubjects)[number];
export const recordDecisions = ['CONFIRM', 'CORRECT', 'CONTEST'] as const;
export type RecordDecision = (typeof recordDecisions)[number];

/** One word of a state on one reading. It stands while `endedOn` is null; a later word on the same, for the same readers, ends it. */
export type RecordStatement = Note & {
  key: string;
  stateKey: string;
  subject: RecordSubject;
  subjectKey: string;
  /** The status it speaks of, and the one that the state gives instead, where it corrects. */
  reading: string;
  decision: RecordDecision;
  proposed: string | null;
  role: string;
  statedOn: Day;
  /** PRIVATE: the public read something else, so that the word is for the state alone. */
  visibility: 'PRIVATE' | 'PUBLIC';
  endedRole: string | null;
  endedOn: Day | null;
  version: number;
};

const notProposed: readonly string[] = ['NO_RECORD', 'NOT_RECORDED'];

/** The statuses that a state may give instead: all but those which only say that nothing is recorded. */
export const proposedStatuses: Readonly<Record<RecordSubject, readonly string[]>> = {
  SCOPE: coverageStatuses.filter((it) => !notProposed.includes(it)),
  ELEMENT: elementStatuses.filter((it) => !notProposed.includes(it)),
  THREAT: threatStatuses.filter((it) => !notProposed.includes(it)),
};

/** The kind of strategy of this name. */
export const scopeOf = (key: string): StrategyScope | null => strategyScopes.find((it) => it === key) ?? null;

/** The status that corrects a reading; null where none is asked for. Throws INVALID. */
export function readProposed(subject: RecordSubject, decision: RecordDecision, reading: string, proposed: string | null): string | null {
  const field = 'input.proposed';
  if (decision !== 'CORRECT') return proposed === null ? null : invalid(field, say('error.proposedAlone'));
  const known = proposedStatuses[subject];
  if (proposed === null) return invalid(field, say('error.proposedMissing', { known: known.join(', ') }));
  if (!known.includes(proposed)) return invalid(field, say('error.noSuchValue', { value: proposed.slice(0, 80), known: known.join(', ') }));
  return proposed === reading ? invalid(field, say('error.proposedSame')) : proposed;
}

/** What is kept of a statement in the trail. */
export function recordStatementTrail(it: RecordStatement | null): Record<string, unknown> {
  if (it === null) return {};
  const { stateKey, subject, subjectKey, reading, decision, proposed, reason, reference, referenceDate, statedOn, endedOn } = it;
  return { state: stateKey, subject, key: subjectKey, reading, decision, proposed, reason, reference, referenceDate, statedOn, endedOn };
}

type Said = Note & Pick<RecordStatement, 'subject' | 'subjectKey' | 'decision' | 'proposed'>;

/** Do two words say the same of the same, by the same note? */
export function saysTheSame(a: Said, b: Said): boolean {
  const names = ['subject', 'subjectKey', 'decision', 'proposed', 'reason', 'reference', 'referenceDate'] as const;
  return names.every((name) => a[name] === b[name]);
}
