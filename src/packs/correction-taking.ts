// What the rows of a returned correction sheet are taken with, and what came of each. Pure.
import type { StateRecordAnswer } from '../alignment/record-service.ts';
import type { ReadingsOfState } from '../alignment/record-statements-service.ts';
import { AppError } from '../core/errors.ts';
import type { Note } from '../core/note.ts';
import { isApproverOf } from '../core/sharing.ts';
import type { SignedIn } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import { message } from '../i18n/messages.ts';
import { plain } from '../i18n/words.ts';
import type { Link } from '../strategies/model.ts';
import { readingKey } from './correction-model.ts';
import type { FilledRow, ReturnedSheet } from './correction-reader.ts';

export const sheetActions = [
  'CONTEST_CELL',
  'MARK_NOT_APPLICABLE',
  'PROPOSE_LINK',
  'CONFIRM_LINK',
  'RECORD_STATEMENT',
  'REQUEST_ASSISTANCE',
] as const;
export type SheetAction = (typeof sheetActions)[number];

/** What a row did. `key`: of what it is about; not `isNew`: it was so before. */
export type Done = { action: SheetAction; key: string; isNew: boolean };
export type Proposal = Done & { file: string; tab: string; row: number };

/** What became of a row, with what is worth knowing of it; `waiting`: it is for an approver to say. */
export type RowOutcome = { done: Done[]; notes: string[] } | 'waiting';

/** `record` and `readings`: as of today; `links`: those that count in its cells. */
export type Taking = {
  viewer: SignedIn;
  context: Context;
  sheet: ReturnedSheet;
  record: StateRecordAnswer;
  readings: ReadingsOfState;
  links: readonly Link[];
};

export const done = (action: SheetAction, key: string, isNew: boolean): RowOutcome => ({ done: [{ action, key, isNew }], notes: [] });

/** May this account confirm for its state? */
export const mayConfirm = ({ viewer, sheet }: Taking): boolean => isApproverOf(viewer, { stateKey: sheet.mark.stateKey, organizationKey: null });

/** The reason of a row with the note that the sheet came by. */
export const noteOf = ({ sheet }: Taking, { reason }: FilledRow): Note => ({ ...sheet.note, reason });

/** The same in one text, where there is no other place for the note. */
export function reasonWithNote({ sheet }: Taking, { reason }: FilledRow): string | null {
  const { reference, referenceDate } = sheet.note;
  if (reason === null || reference === null) return reason;
  return `${reason} (${[reference, referenceDate].filter((it) => it !== null).join(', ')})`;
}

/** Throws CONFLICT where the record says something else than when the sheet was made: whoever filled it in did not see that. */
export function checkReading({ sheet }: Taking, { kind, reading }: FilledRow, now: string): void {
  if (now === reading) return;
  const words = (status: string) => {
    const key = readingKey(kind, status);
    return key === null ? status : message('EN', key);
  };
  throw new AppError(
    'CONFLICT',
    plain(
      `for ${sheet.mark.asOf}, when the sheet was made, the record said "${words(reading)}"; now it says "${words(now)}". Ask for a new sheet, or empty this row.`,
    ),
  );
}

/** Throws CONFLICT for a row of something that the record has no more. */
export function gone({ sheet }: Taking, { key }: FilledRow): never {
  throw new AppError('CONFLICT', plain(`the record of ${sheet.mark.stateKey} has no "${key}" any more. Ask for a new sheet, or empty this row.`));
}
