// Sheets and answers as the text of a file. Pure.
import { stringify } from 'csv-stringify/sync';
import type { Sheet } from './view.ts';

const bom = '\ufeff';

/** A sheet as spreadsheets read it: UTF-8 with BOM and CRLF; what would be taken for a formula gets an apostrophe before it. */
export function csvOf({ header, rows }: Sheet): string {
  const text = rows.map((row) => row.map((cell) => (Array.isArray(cell) ? cell.join(' ') : cell)));
  const cast = { boolean: (value: boolean) => String(value) };
  return bom + stringify([[...header], ...text], { record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/, cast });
}

export function jsonOf(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
