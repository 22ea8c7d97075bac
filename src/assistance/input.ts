// What the inputs of technical assistance have in common, beside what every input has. Pure.
import type { Day } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import { invalid, textInput } from '../core/input.ts';
import { at, say } from '../i18n/words.ts';

/** The text as it is kept, or null where there is none. Throws INVALID. */
export function optionalTextInput(written: string | null | undefined, field: string): string | null {
  return written == null ? null : textInput(written, field);
}

/** When something happened: today where nothing is said. Throws INVALID for a day to come, and for one before `earliest`. */
export function happenedOn(on: Day | null | undefined, today: Day, earliest: Day | null, field = 'input.on'): Day {
  const day = on ?? today;
  if (day > today) invalid(field, say('error.notComeYet', { day }));
  if (earliest !== null && day < earliest) invalid(field, say('error.beforeStep', { day, earliest }));
  return day;
}

type Unseen = 'activity' | 'match' | 'session' | 'recommendation' | 'objective' | 'need';

/** One that cannot be seen, or that is not there: nobody can tell. */
export function unseen(field: string, what: Unseen, key: string): AppError {
  return new AppError('NOT_FOUND', at(field, say(`error.unseen.${what}`, { key })), { field });
}
