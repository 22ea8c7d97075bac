// What workbooks that people fill in are made of: cells of text, tabs in the direction of their language, and lists to choose from.
import writeXlsxFile, { type Cell, type CellObject, type Feature, type Row, type Sheet } from 'write-excel-file/universal';
import type { Language } from '../i18n/languages.ts';
import { directionOf } from './document.ts';

export type Tab = Sheet<Blob>;

export const [ink, pale, grey, line, fillIn] = ['#1c2126', '#e3eaf0', '#6b7680', '#c9d1d8', '#fffbe6'];
/** Characters that a cell of a workbook may have. */
const cellLengthMax = 32_000;

/** Bytes of the workbook. */
export async function workbookOf(tabs: Tab[], ...features: Feature<Blob>[]): Promise<ArrayBuffer> {
  const blob = await writeXlsxFile(tabs, { fontFamily: 'Calibri', fontSize: 11, features }).toBlob();
  return blob.arrayBuffer();
}

/** A text that no program takes for a formula, a number or a date. Characters that XML cannot hold are left out. */
export function text(value: string, style: Partial<CellObject> = {}): CellObject {
  const holdable = value.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').slice(0, cellLengthMax);
  return { value: holdable, type: String, format: '@', wrap: true, alignVertical: 'top', ...style };
}

export const title = (value: string): Row => [text(value, { fontWeight: 'bold', fontSize: 16, wrap: false })];
export const empty = (style: Partial<CellObject> = {}): Cell => ({
  value: '',
  type: String,
  format: '@',
  wrap: true,
  alignVertical: 'top',
  backgroundColor: fillIn,
  borderColor: line,
  borderStyle: 'thin',
  ...style,
});

export function tab(language: Language, name: string, data: Row[], rest: Partial<Tab>): Tab {
  return { sheet: name, data, rightToLeft: directionOf(language) === 'rtl', orientation: 'landscape', ...rest };
}

export const heading = (words: string): Row => [text(words, { fontWeight: 'bold', fontSize: 13, wrap: false })];

/** A field to fill in, with its name for the program that reads it. */
export const field = (words: string, name: string, value = ''): Row => [
  text(words, { fontWeight: 'bold' }),
  empty({ value }),
  text(name, { textColor: grey, wrap: false }),
];

export const head = (words: string): Cell =>
  text(words, { fontWeight: 'bold', backgroundColor: pale, textColor: ink, borderColor: line, borderStyle: 'thin' });

/** `isClosed`: nothing else may be written there. Of objectives a key of a plan may. */
export function validation(cells: string, list: string, isClosed: boolean): string {
  const escaped = list.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<dataValidation type="list" allowBlank="1" showInputMessage="1"${isClosed ? ' showErrorMessage="1"' : ''} sqref="${cells}"><formula1>${escaped}</formula1></dataValidation>`;
}

export const letter = (index: number) => String.fromCharCode(65 + index);
export const range = (column: number, from: number, to: number) => `$${letter(column)}$${from}:$${letter(column)}$${to}`;

/** The name of a tab as formulas have it. */
export const tabInFormula = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** The XML of a tab with lists to choose from. The library has none of its own. */
export const withValidations = (content: string, lists: readonly string[]): string =>
  content.replace('</sheetData>', `</sheetData><dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`);
