// The note by which a decision or a statement came, as the input of mutations gives it. Pure.

import { say } from '../i18n/words.ts';
import type { PartialDate } from './dates.ts';
import { invalid, textInput } from './input.ts';

/** Why something was decided or said, and the note by which it came, where there is one. */
export type Note = { reason: string | null; reference: string | null; referenceDate: PartialDate | null };

/** A note as it is sent. */
export type NoteInput = { reason?: string | null | undefined; reference?: string | null | undefined; referenceDate?: PartialDate | null | undefined };

/** The note of an input. Throws INVALID for an empty text, and for a date without the note that it is the date of. */
export function readNote(input: NoteInput): Note {
  const given = (text: string | null | undefined, field: string) => (text == null ? null : textInput(text, field));
  const reference = given(input.reference, 'input.reference');
  const referenceDate = input.referenceDate ?? null;
  if (referenceDate !== null && reference === null) invalid('input.referenceDate', say('error.dateNeedsNote'));
  return { reason: given(input.reason, 'input.reason'), reference, referenceDate };
}

/** A note with a reason. */
export type ReasonedNote = Note & { reason: string };

/** The same where a reason must be given. */
export function readReasonedNote(input: NoteInput): ReasonedNote {
  const note = readNote(input);
  return { ...note, reason: note.reason ?? invalid('input.reason', say('error.reasonMissing')) };
}
