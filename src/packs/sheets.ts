// CSV files to rows, each with its line. Pure.
import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from './model.ts';
import { quote } from './problems.ts';

export type SheetRow = { cells: string[]; line: number };
export type Sheet = { header: SheetRow; rows: SheetRow[] };

const recordCharactersMax = 200_000;

/** Reads a comma-separated file; every cell is trimmed. Null with problems where it is not well-formed; rows of a wrong length are problems and left out. */
export function readSheet(file: string, text: string, problems: Problem[]): Sheet | null {
  const records = readRecords(file, text, problems);
  const header = records?.shift();
  if (!records || !header) {
    if (records) problems.push({ file, line: 1, message: 'the file is empty. Its first line must name the columns.' });
    return null;
  }
  const before = problems.length;
  header.cells.forEach((name, index) => {
    if (name === '') problems.push({ file, line: header.line, message: `column ${index + 1} has no name. Name or remove it.` });
    else if (header.cells.indexOf(name) < index)
      problems.push({ file, line: header.line, message: `column ${quote(name)} is given twice. Keep one.` });
  });
  if (problems.length > before) return null;
  const isWhole = (row: SheetRow) => row.cells.length === header.cells.length;
  for (const row of records) {
    if (!isWhole(row))
      problems.push({
        file,
        line: row.line,
        message: `this row has ${row.cells.length} cells, the header ${header.cells.length}. Put texts with commas in quotes.`,
      });
  }
  return { header, rows: records.filter(isWhole) };
}

function readRecords(file: string, text: string, problems: Problem[]): SheetRow[] | null {
  const rows: SheetRow[] = [];
  try {
    parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      max_record_size: recordCharactersMax,
      // `lines` is the last line of the record; a cell may hold line breaks of its own.
      on_record: (cells: string[], { lines }) => {
        rows.push({ cells, line: lines - cells.join('').split('\n').length + 1 });
        return null;
      },
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    problems.push({
      file,
      line,
      message: csvMessages[error.code] ?? `this line cannot be read as CSV (${error.code.toLowerCase().replaceAll('_', ' ')}).`,
    });
    return null;
  }
}

const csvMessages: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'a quoted cell that begins here is never closed. Close it with ".',
  INVALID_OPENING_QUOTE: 'a quote stands in the middle of a cell. Put the whole cell in quotes and write "" for each quote in it.',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quote. Write "" for each quote inside a quoted cell.',
  CSV_MAX_RECORD_SIZE: `a row is longer than ${recordCharactersMax} characters, perhaps because a quote is never closed.`,
};
