// CSV files to rows, each with its line. Pure.
import { CsvError, parse } from 'csv-parse/sync';
import { say, type Words } from '../i18n/words.ts';
import type { Problem } from './model.ts';
import { hasEnough, shown } from './problems.ts';
import type { Steps } from './steps.ts';

export type SheetRow = { cells: string[]; line: number };
export type Sheet = { header: SheetRow; rows: SheetRow[] };

const recordCharactersMax = 200_000;
/** Rows of a file; and characters that are read in one step. */
const rowsMax = 250_000;
const stepCharacters = 100_000;

/**
 * Reads a comma-separated file in steps; every cell is trimmed. Null with problems where it is not well-formed; rows of a wrong length
 * are problems and left out.
 */
export function* readSheet(file: string, text: string, problems: Problem[]): Steps<Sheet | null> {
  const records = yield* readRecords(file, text, problems);
  const header = records?.shift();
  if (!records || !header) {
    if (records) problems.push({ file, line: 1, message: say('pack.emptyFile') });
    return null;
  }
  const before = problems.length;
  const names = new Set<string>();
  header.cells.forEach((name, index) => {
    if (name === '') addFew(problems, before, { file, line: header.line, message: say('pack.columnNoName', { index: index + 1 }) });
    else if (names.has(name)) addFew(problems, before, { file, line: header.line, message: say('pack.columnTwice', { name: shown(name) }) });
    names.add(name);
  });
  if (problems.length > before) return null;
  const isWhole = (row: SheetRow) => row.cells.length === header.cells.length;
  for (const row of records) {
    if (isWhole(row)) continue;
    if (hasEnough(problems, before)) break;
    problems.push({
      file,
      line: row.line,
      message: say('pack.cellCount', { count: row.cells.length, expected: header.cells.length }),
    });
  }
  return { header, rows: records.filter(isWhole) };
}

/** Of the columns of one header a few problems tell enough. */
function addFew(problems: Problem[], before: number, problem: Problem): void {
  if (problems.length - before < 20) problems.push(problem);
}

function* readRecords(file: string, text: string, problems: Problem[]): Steps<SheetRow[] | null> {
  const rows: SheetRow[] = [];
  for (const { part, linesBefore } of partsOf(text)) {
    if (!readPart(file, part, linesBefore, rows, problems)) return null;
    if (rows.length > rowsMax + 1) {
      problems.push({
        file,
        line: rows[rowsMax + 1]?.line ?? 1,
        message: say('pack.manyRows', { max: rowsMax }),
      });
      return null;
    }
    yield;
  }
  return rows;
}

/** Parts of a text that each end with a row: where a line ends and every quote before it is closed. */
function* partsOf(text: string): Generator<{ part: string; linesBefore: number }> {
  let [start, linesBefore, lines, isQuoted] = [0, 0, 0, false];
  for (const { 0: mark, index } of text.matchAll(/"|\r\n?|\n/g)) {
    if (mark === '"') {
      isQuoted = !isQuoted;
      continue;
    }
    lines += 1;
    const end = index + mark.length;
    if (isQuoted || end - start < stepCharacters) continue;
    yield { part: text.slice(start, end), linesBefore };
    [start, linesBefore, lines] = [end, linesBefore + lines, 0];
  }
  if (start < text.length) yield { part: text.slice(start), linesBefore };
}

/** Reads some rows; false with a problem where they are not well-formed. */
function readPart(file: string, part: string, linesBefore: number, rows: SheetRow[], problems: Problem[]): boolean {
  try {
    parse(part, {
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      max_record_size: recordCharactersMax,
      // `lines` is the last line of the record; a cell may hold line breaks of its own.
      on_record: (cells: string[], { lines }) => {
        rows.push({ cells, line: linesBefore + lines - cells.join('').split('\n').length + 1 });
        return null;
      },
    });
    return true;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = linesBefore + (typeof error.lines === 'number' ? error.lines : 1);
    problems.push({
      file,
      line,
      message: csvMessages[error.code] ?? say('pack.csv.other', { code: error.code.toLowerCase().replaceAll('_', ' ') }),
    });
    return false;
  }
}

const csvMessages: Record<string, Words> = {
  CSV_QUOTE_NOT_CLOSED: say('pack.csv.quoteNotClosed'),
  INVALID_OPENING_QUOTE: say('pack.csv.openingQuote'),
  CSV_INVALID_CLOSING_QUOTE: say('pack.csv.closingQuote'),
  CSV_MAX_RECORD_SIZE: say('pack.csv.longRow', { max: recordCharactersMax }),
};
