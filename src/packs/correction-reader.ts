// From the cells of a correction sheet that came back to what the state says, row by row, with every problem that can be seen in the sheet. Pure.
import type { RecordDecision } from '../alignment/record-statements.ts';
import { parsePartialDate } from '../core/dates.ts';
import type { Note } from '../core/note.ts';
import { readText } from '../core/texts.ts';
import { message } from '../i18n/messages.ts';
import { inWords, plain, say, type Words } from '../i18n/words.ts';
import {
  type CorrectionRow,
  columnName,
  decisionsOf,
  noteFields,
  readDecision,
  readMark,
  readProposal,
  readRowKey,
  type SheetMark,
} from './correction-model.ts';
import type { Problem } from './model.ts';
import { quote } from './problems.ts';

/** A value of a cell as a workbook gives it. */
export type CellValue = string | number | boolean | Date | null;
/** A tab with its rows, the first being row 1. */
export type SheetTab = { sheet: string; data: readonly (readonly CellValue[])[] };

/** A row that was filled in. `proposed`: a code, a key, or a text as it was written. */
export type FilledRow = Pick<CorrectionRow, 'kind' | 'key' | 'reading'> & {
  tab: string;
  row: number;
  decision: RecordDecision;
  proposed: string | null;
  reason: string | null;
};

/** A sheet as it came back: whose it is, by which note it came, and what was filled in. */
export type ReturnedSheet = { file: string; mark: SheetMark; note: Note; rows: FilledRow[] };

/** Where a problem is, such as "Objectives, row 12". */
export const placeOf = ({ tab, row }: { tab: string; row: number }): Words => say('sheet.place', { tab, row });

type Report = (at: { tab: string; row: number }, words: string) => void;

/** Reads the tabs of a workbook. Null with problems where it is no correction sheet, or one that cannot be taken as it is. */
export function readReturnedSheet(file: string, tabs: readonly SheetTab[], problems: Problem[]): ReturnedSheet | null {
  const before = problems.length;
  const report: Report = (at, words) => problems.push({ file, line: at.row, place: placeOf(at), message: plain(words) });
  const cover = findCover(tabs);
  if (cover === null || cover.mark === 'other') {
    const why =
      cover === null
        ? 'this workbook is neither a correction sheet nor a plan template'
        : 'this correction sheet is of another version, or its mark on the cover was changed';
    problems.push({
      file,
      line: 1,
      message: plain(
        `${why}. Ask for the sheet of the state anew (/export/state-record.xlsx?state=...)${cover === null ? ', or for a template (/export/plan-template.xlsx)' : ''}, and fill in that one.`,
      ),
    });
    return null;
  }
  const { mark } = cover;
  const note = readNoteFields(cover.tab, report);
  const rows: FilledRow[] = [];
  let isRead = false;
  for (const tab of tabs) {
    const found = columnsOf(tab, mark);
    if (!found) continue;
    isRead = true;
    readRows(tab, found, mark, rows, report);
  }
  if (!isRead) {
    const key = columnName(mark.language, 'key');
    problems.push({
      file,
      line: 1,
      message: plain(`no tab has the columns of the sheet: the one named ${quote(key)} is missing. Fill in the sheet as it was sent.`),
    });
  }
  reportDoubles(rows, report);
  return problems.length > before ? null : { file, mark, note, rows };
}

export function findCover(tabs: readonly SheetTab[]): { tab: SheetTab; mark: SheetMark | 'other' } | null {
  for (const tab of tabs) {
    for (const cells of tab.data) {
      const mark = cells.map((cell) => (typeof cell === 'string' ? readMark(cell) : null)).find((it) => it !== null);
      if (mark) return { tab, mark };
    }
  }
  return null;
}

/** Reference and date of the note, each in the cell before the name of its field. */
function readNoteFields(tab: SheetTab, report: Report): Note {
  const fieldOf = (name: string) => {
    const index = tab.data.findIndex((cells) => cells.includes(name));
    const cells = tab.data[index] ?? [];
    return { at: { tab: tab.sheet, row: index + 1 }, value: textOf(cells[cells.indexOf(name) - 1] ?? null) };
  };
  const [reference, date] = [fieldOf(noteFields.reference), fieldOf(noteFields.referenceDate)];
  if (date.value !== null && parsePartialDate(date.value) === null)
    report(date.at, `${quote(date.value)} is no date. Write the date of the note as YYYY-MM-DD.`);
  else if (date.value !== null && reference.value === null) report(reference.at, 'a date needs the note it is the date of. Give its reference too.');
  return { reason: null, reference: reference.value, referenceDate: date.value };
}

/** Text of a cell; a day where the program made a date of it; null where it is empty. */
export function textOf(value: CellValue): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  const text = String(value ?? '').trim();
  return text === '' ? null : text;
}

type Columns = Record<'decision' | 'proposed' | 'reason' | 'key', number> & { head: number };

/** Where the columns of a part are; null for a tab that is none. */
function columnsOf({ data }: SheetTab, { language }: SheetMark): Columns | null {
  const names = ['decision', 'proposed', 'reason', 'key'] as const;
  for (const [head, cells] of data.entries()) {
    const places = names.map((name) => cells.findIndex((cell) => typeof cell === 'string' && cell.trim() === columnName(language, name)));
    const [decision = -1, proposed = -1, reason = -1, key = -1] = places;
    if (places.every((place) => place >= 0)) return { head, decision, proposed, reason, key };
  }
  return null;
}

function readRows({ sheet, data }: SheetTab, columns: Columns, { language }: SheetMark, rows: FilledRow[], report: Report): void {
  for (const [index, cells] of data.entries()) {
    if (index <= columns.head) continue;
    const [word, proposed, reason] = [columns.decision, columns.proposed, columns.reason].map((column) => textOf(cells[column] ?? null));
    if (word === null && proposed === null && reason === null) continue;
    const at = { tab: sheet, row: index + 1 };
    const key = readRowKey(textOf(cells[columns.key] ?? null) ?? '');
    if (key === null) {
      report(
        at,
        `the column ${quote(columnName(language, 'key'))} of this row was changed, so it cannot be told what it is about. Fill in the row as it was sent.`,
      );
      continue;
    }
    const decision = word == null ? null : readDecision(word);
    const choice = decisionsOf(key.kind).map((it) => quote(message(language, `sheet.decision.${it}`)));
    if (word == null)
      report(
        at,
        `something is written here and nothing decided. Choose ${choice.join(' or ')} in ${quote(columnName(language, 'decision'))}, or empty the row.`,
      );
    else if (decision === null || !decisionsOf(key.kind).includes(decision))
      report(at, `${quote(word)} is no decision that can be taken here. Choose ${choice.join(' or ')}.`);
    else {
      const wrong = [proposed, reason].flatMap((text) => (text == null ? [] : problemOf(text)));
      for (const words of wrong) report(at, words);
      if (wrong.length === 0)
        rows.push({
          ...at,
          ...key,
          decision,
          proposed: proposed == null ? null : readProposal(key.kind, proposed),
          reason: reason == null ? null : reason.normalize('NFC'),
        });
    }
  }
}

function problemOf(text: string): string[] {
  const read = readText(text);
  return 'problem' in read ? [`this text ${inWords('EN', read.problem)}`] : [];
}

function reportDoubles(rows: readonly FilledRow[], report: Report): void {
  const first = new Map<string, FilledRow>();
  for (const row of rows) {
    const id = `${row.kind}/${row.key}`;
    const earlier = first.get(id);
    if (earlier) report(row, `the same is decided in ${inWords('EN', placeOf(earlier))} too. Keep one.`);
    else first.set(id, row);
  }
}
