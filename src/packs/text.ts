// From the bytes of a file to its text: UTF-8, of bounded size, without characters that cannot be stored. Pure.
import { plain } from '../i18n/words.ts';
import type { PackFile, Problem } from './model.ts';

/** Bytes a file may have. */
export const fileBytesMax = 25 * 1024 * 1024;

export function fileTooLarge(name: string): Problem {
  return { file: name, line: 1, message: plain(`the file is larger than ${fileBytesMax / 1024 / 1024} MB and was not read. Split it.`) };
}

/** The text of a file, in Unicode normal form C and without a byte order mark; null with a problem where it is no such text. */
export function fileText(file: PackFile, problems: Problem[]): string | null {
  const size = file.content.length;
  if (size > fileBytesMax) {
    problems.push(fileTooLarge(file.name));
    return null;
  }
  const text = typeof file.content === 'string' ? file.content : decoded(file.name, file.content, problems);
  if (text === null) return null;
  const unstorable = /\0/.exec(text);
  if (unstorable) {
    problems.push({
      file: file.name,
      line: lineAt(text, unstorable.index),
      message: plain('the file holds a character of code 0, so it is no plain text. Save it as UTF-8 text.'),
    });
    return null;
  }
  if (!text.isWellFormed()) {
    problems.push({ file: file.name, line: 1, message: plain('the text holds half of a character (a lone surrogate). Save it as UTF-8 text.') });
    return null;
  }
  return text.replace(/^\uFEFF/, '').normalize('NFC');
}

function decoded(name: string, bytes: Uint8Array, problems: Problem[]): string | null {
  const text = utf8Text(bytes);
  if (text !== null) return text;
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const what = isUtf16 ? 'the file is UTF-16' : 'the file is not UTF-8: this line holds bytes that no UTF-8 text has';
  problems.push({ file: name, line: isUtf16 ? 1 : badLine(bytes), message: plain(`${what}. Save it as UTF-8 (in a spreadsheet: "CSV UTF-8").`) });
  return null;
}

function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function badLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    if (utf8Text(bytes.subarray(start, end)) === null) return line;
    start = end;
  }
  return 1;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
