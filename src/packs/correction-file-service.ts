// Reads the workbooks among the files of a pack: correction sheets that came back. Everything that could do harm is refused before it is read.
import { Buffer } from 'node:buffer';
import { type ReturnedSheet, readReturnedSheet, type SheetTab } from './correction-reader.ts';
import type { PackFile, Problem } from './model.ts';
import { documentBytesMax } from './submitted-files.ts';
import { archiveProblem } from './xlsx-archive.ts';

export const isWorkbook = ({ name }: PackFile): boolean => /\.xls[xmb]?$/i.test(name);

/** Sheets that were read, in the order of the files, and what is wrong with the others. */
export type SheetsRead = { sheets: ReturnedSheet[]; problems: Problem[] };

/** Content that is a text is base64, as JSON has no bytes. */
export async function readSheets(files: readonly PackFile[]): Promise<SheetsRead> {
  const read: SheetsRead = { sheets: [], problems: [] };
  for (const file of files.filter(isWorkbook)) {
    const sheet = await readFile(file, read.problems);
    if (sheet) read.sheets.push(sheet);
  }
  return read;
}

async function readFile({ name, content }: PackFile, problems: Problem[]): Promise<ReturnedSheet | null> {
  const refuse = (words: string) => {
    problems.push({ file: name, line: 1, message: words });
    return null;
  };
  if (!/\.xlsx$/i.test(name)) return refuse('a correction sheet comes back as .xlsx. Save it so.');
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  if (bytes === null) return refuse('the content of an .xlsx file is sent as base64. Encode it so.');
  if (bytes.length > documentBytesMax) return refuse('an .xlsx file has at most 1 MB. Send the sheet alone.');
  const problem = archiveProblem(bytes);
  if (problem !== null) return refuse(problem);
  const tabs = await readTabs(bytes);
  return tabs === null ? refuse('the file is damaged, so it cannot be read. Save it anew.') : readReturnedSheet(name, tabs, problems);
}

function bytesOf(base64: string): Uint8Array | null {
  return /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(base64) ? Buffer.from(base64, 'base64') : null;
}

/** The library is seldom needed: it is loaded with the first workbook. Whatever it meets that it cannot read, it throws. */
async function readTabs(bytes: Uint8Array): Promise<SheetTab[] | null> {
  const { default: readWorkbook } = await import('read-excel-file/universal');
  try {
    return (await readWorkbook(new Blob([new Uint8Array(bytes)]))) as SheetTab[];
  } catch {
    return null;
  }
}
