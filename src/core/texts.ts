// Texts and keys that are written by people: what is kept of them, and what is refused. Pure.
import { say, type Words } from '../i18n/words.ts';

/** Characters that a text, or a title, may have. **Source** security plan 3b. */
export const textLengthMax = 20_000;
export const titleLengthMax = 500;

/** A key such as those of strategies: small letters, digits and single hyphens. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** A key of a node: that of its strategy, then short names after dots. */
export const nodeIdPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+$/;
export const idLengthMax = 200;

/** The text in Unicode normal form C without blanks at its ends, or what is wrong with it. */
export function readText(written: string, lengthMax = textLengthMax): { value: string } | { problem: Words } {
  if (!written.isWellFormed()) return { problem: say('error.halfCharacter') };
  if (written.includes('\0')) return { problem: say('error.nullCharacter') };
  const text = written.normalize('NFC').trim();
  if (text === '') return { problem: say('error.emptyText') };
  if (text.length > lengthMax) return { problem: say('error.longText', { length: text.length, max: lengthMax }) };
  return { value: text };
}
