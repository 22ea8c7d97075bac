// From the bytes of an XML file to its text, piece by piece: UTF-8 or UTF-16, as the first bytes say. Pure.
import { quote } from './problems.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Bytes that are enough to tell the encoding: the XML declaration is among them. */
export const headBytes = 512;

const plain = 'Save the file as UTF-8, and say encoding="UTF-8" in its first line.';

/** The encoding that the first bytes of a file tell, or why it cannot be read. A byte order mark counts more than the declaration. */
export function encodingOf(head: Uint8Array): { encoding: Encoding } | { message: string } {
  const [a = -1, b = -1, c = -1, d = -1] = head;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && (c === 0xfe || c === 0))) {
    return { message: `the file is UTF-32, which is not read. ${plain}` };
  }
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return { encoding: 'utf-16be' };
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return { encoding: 'utf-16le' };
  const isMarked = a === 0xef && b === 0xbb && c === 0xbf;
  const name = isMarked ? null : declaredName(head);
  if (name === null || ['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(name.toLowerCase())) return { encoding: 'utf-8' };
  const says = `the file says that its encoding is ${quote(name)}`;
  return { message: /^utf-?16/i.test(name) ? `${says}, and its bytes are not. ${plain}` : `${says}, which is not read. ${plain}` };
}

function declaredName(head: Uint8Array): string | null {
  const text = String.fromCharCode(...head.subarray(0, headBytes));
  return /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']/.exec(text)?.[1] ?? null;
}

/** Where a DOCTYPE begins, when what stands before the root element has one; null where it has none, as far as it goes. */
export function doctypeIn(prolog: string): number | null {
  const space = /\s*/y;
  for (let at = 0; ; ) {
    space.lastIndex = at;
    space.exec(prolog);
    at = space.lastIndex;
    const close = prolog.startsWith('<!--', at) ? '-->' : prolog.startsWith('<?', at) ? '?>' : null;
    if (close === null) return /^<!doctype/i.test(prolog.slice(at, at + 9)) ? at : null;
    const end = prolog.indexOf(close, at + (close === '-->' ? 4 : 2));
    if (end < 0) return null;
    at = end + close.length;
  }
}

/** Lines that end in a text. */
export function lineEnds(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}
