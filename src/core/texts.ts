// Texts and keys that are written by people: what is kept of them, and what is refused. Pure.

/** Characters that a text, or a title, may have. **Source** security plan 3b. */
export const textLengthMax = 20_000;
export const titleLengthMax = 500;

/** A key such as those of strategies: small letters, digits and single hyphens. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** A key of a node: that of its strategy, then short names after dots. */
export const nodeIdPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+$/;
export const idLengthMax = 200;

/** The text in Unicode normal form C without blanks at its ends, or what is wrong with it, in words. */
export function readText(written: string, lengthMax = textLengthMax): { value: string } | { message: string } {
  if (!written.isWellFormed()) return { message: 'holds half of a character (a lone surrogate). Write it anew.' };
  if (written.includes('\0')) return { message: 'holds a character of code 0, which cannot be stored. Remove it.' };
  const text = written.normalize('NFC').trim();
  if (text === '') return { message: 'is empty. Give a text.' };
  if (text.length > lengthMax) return { message: `has ${text.length} characters; at most ${lengthMax} are kept. Shorten it.` };
  return { value: text };
}
