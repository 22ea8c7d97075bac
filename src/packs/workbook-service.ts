// Reads the workbooks among the files of a pack: correction sheets that came back, and plan templates. Everything that could do harm is refused before it is read.
import { Buffer } from 'node:buffer';
import { say, type Words } from '../i18n/words.ts';
import { findCover, type ReturnedSheet, readReturnedSheet, type SheetTab } from './correction-reader.ts';
import type { PackFile, Problem } from './model.ts';
import type { ParsedPack } from './parse.ts';
import { findPlanCover, readPlan } from './plan-reader.ts';
import { documentBytesMax } from './submitted-files.ts';
import { archiveProblem } from './xlsx-archive.ts';

export const isWorkbook = ({ name }: Pick<PackFile, 'name'>): boolean => /\.xls[xmb]?$/i.test(name);

/** Correction sheets that were read, in the order of the files, the files that are plan templates, and what is wrong with the others. */
export type WorkbooksRead = { sheets: ReturnedSheet[]; plans: PackFile[]; problems: Problem[] };

/** Reads the workbooks; strategies of plan templates enter the pack, as those of other files do. Content that is a text is base64, as JSON has no bytes. */
export async function readWorkbooks(files: readonly PackFile[], parsed: ParsedPack): Promise<WorkbooksRead> {
  const read: WorkbooksRead = { sheets: [], plans: [], problems: [] };
  for (const file of files.filter(isWorkbook)) {
    const tabs = await readFile(file, read.problems);
    if (tabs === null) continue;
    if (findCover(tabs) === null && findPlanCover(tabs) !== null) {
      read.plans.push(file);
      takePlan(file.name, tabs, parsed);
      continue;
    }
    const sheet = readReturnedSheet(file.name, tabs, read.problems);
    if (sheet) read.sheets.push(sheet);
  }
  return read;
}

function takePlan(name: string, tabs: readonly SheetTab[], parsed: ParsedPack): void {
  const { item, id } = readPlan(name, tabs, parsed);
  if (item) parsed.pack.strategy.push(item);
  else if (id !== null) parsed.brokenNames.add(id);
}

async function readFile({ name, content }: PackFile, problems: Problem[]): Promise<SheetTab[] | null> {
  const refuse = (words: Words) => {
    problems.push({ file: name, line: 1, message: words });
    return null;
  };
  if (!/\.xlsx$/i.test(name)) return refuse(say('pack.savedAsXlsx'));
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  if (bytes === null) return refuse(say('pack.base64'));
  if (bytes.length > documentBytesMax) return refuse(say('pack.largeWorkbook'));
  const problem = archiveProblem(bytes);
  if (problem !== null) return refuse(problem);
  return (await readTabs(bytes)) ?? refuse(say('pack.damaged'));
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
