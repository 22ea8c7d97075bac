// Takes a correction sheet that came back: each row that was filled in becomes what its own mutation would make of it, for whom that
// mutation lets do it. What was said before by the same note is not said again.
import { computeStateRecord } from '../alignment/record-service.ts';
import { publicReadings, readingsIn } from '../alignment/record-statements-service.ts';
import { countedLinks } from '../alignment/statements-record-service.ts';
import type { AppError } from '../core/errors.ts';
import { isEditorOf } from '../core/sharing.ts';
import type { SignedIn } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import { message } from '../i18n/messages.ts';
import { plain, type Words } from '../i18n/words.ts';
import { appErrorOf } from '../store/errors.ts';
import { inSavepoint } from '../store/operation.ts';
import { applyCell } from './correction-cell-service.ts';
import { type FilledRow, placeOf, type ReturnedSheet } from './correction-reader.ts';
import { applyPrompt, applyStatement } from './correction-statement-service.ts';
import type { Proposal, RowOutcome, Taking } from './correction-taking.ts';
import { type Onlooker, watchMatricesOf } from './effect-service.ts';
import type { Effect } from './effects.ts';
import type { Problem, ProblemCode } from './model.ts';
import type { Findings } from './problems.ts';

export type SheetTaken = Findings & { proposals: Proposal[] };

/** Applies sheets in their order; `onlooker`: through whose eyes what they do to the matrices is told. */
export async function applySheets(
  context: Context,
  sheets: readonly ReturnedSheet[],
  viewerOf: (sheet: ReturnedSheet) => SignedIn,
  onlooker: Onlooker | null,
): Promise<SheetTaken & { effects: Effect[] }> {
  const all: SheetTaken & { effects: Effect[] } = { problems: [], warnings: [], proposals: [], effects: [] };
  for (const sheet of sheets) {
    const viewer = viewerOf(sheet);
    const watch = onlooker && (await watchMatricesOf(context.db, onlooker, sheet.mark.stateKey));
    const { problems, warnings, proposals } = await applySheet(viewer, { ...context, viewer }, sheet);
    all.problems.push(...problems);
    all.warnings.push(...warnings);
    all.proposals.push(...proposals);
    if (watch && problems.length === 0) all.effects.push(...(await watch.effects()));
  }
  return all;
}

/** Applies a sheet within a transaction, which the caller takes back where there are problems. */
async function applySheet(viewer: SignedIn, context: Context, sheet: ReturnedSheet): Promise<SheetTaken> {
  const taken: SheetTaken = { problems: [], warnings: [], proposals: [] };
  const ofFile = (words: string): Problem => ({ file: sheet.file, line: 1, message: plain(words) });
  const { stateKey } = sheet.mark;
  if (!isEditorOf(viewer, { stateKey, organizationKey: null })) {
    const words = `the correction sheet of ${stateKey} is imported by editors and approvers of ${stateKey} alone. Leave this file out.`;
    return { ...taken, problems: [ofFile(words)] };
  }
  if (sheet.rows.length === 0) taken.warnings.push(ofFile('no row of this sheet is filled in, so it says nothing.'));
  const taking = await takingOf(viewer, context, sheet);
  const waiting: FilledRow[] = [];
  for (const row of sheet.rows) {
    const at = { file: sheet.file, line: row.row, place: placeOf(row) };
    try {
      const outcome = await inSavepoint(context.db, () => applyRow(taking, row));
      if (outcome === 'waiting') {
        waiting.push(row);
        continue;
      }
      taken.warnings.push(...outcome.notes.map((words) => ({ ...at, message: plain(words) })));
      taken.proposals.push(...outcome.done.map((it) => ({ ...it, file: sheet.file, tab: row.tab, row: row.row })));
    } catch (error) {
      taken.problems.push({ ...at, ...problemOf(error) });
    }
  }
  return { ...taken, warnings: [...taken.warnings, ...waitingWarnings(sheet, waiting)] };
}

/** The record as it reads today, in the way the sheet was made. */
async function takingOf(viewer: SignedIn, context: Context, sheet: ReturnedSheet): Promise<Taking> {
  const { stateKey, sources, includeUnseen } = sheet.mark;
  const readAs = { asOf: context.today, sources, includeUnseen };
  const record = await computeStateRecord(context, stateKey, readAs.asOf, sources, includeUnseen);
  const readings = { own: readingsIn(record), ofPublic: await publicReadings(context, stateKey, readAs) };
  return { viewer, context, sheet, record, readings, links: await countedLinks(context, record.state, readAs) };
}

function applyRow(taking: Taking, row: FilledRow): Promise<RowOutcome> {
  if (row.kind === 'CELL') return applyCell(taking, row);
  return row.kind === 'PROMPT' ? applyPrompt(taking, row) : applyStatement(taking, row, row.kind);
}

/** What a person can mend, in the words of the mutation but for the name of its field. Throws whatever else it is. */
function problemOf(error: unknown): { message: Words; code?: ProblemCode } {
  const known = appErrorOf(error);
  if (!(known instanceof Error) || known.name !== 'AppError') throw error;
  const { code, field, message: words } = known as AppError;
  if (code === 'LIMIT') throw known;
  const told = field !== null && words.startsWith(`${field}: `) ? `${columnOf(field)}: ${words.slice(field.length + 2)}` : words;
  return code === 'NOT_FOUND' || code === 'CONFLICT' ? { message: plain(told), code } : { message: plain(told) };
}

/** Fields of inputs as the sheet calls them, in English as all problems are told. */
function columnOf(field: string): string {
  if (field === 'input.reason') return message('EN', 'sheet.column.reason').toLowerCase();
  return /^input\.(proposed|national|urgency)$/.test(field) ? message('EN', 'sheet.column.proposed').toLowerCase() : field.replace(/^input\./, '');
}

function waitingWarnings({ file, mark }: ReturnedSheet, waiting: readonly FilledRow[]): Problem[] {
  return [...Map.groupBy(waiting, ({ tab }) => tab)].map(([tab, rows]) => {
    const numbers = rows.map(({ row }) => row).join(', ');
    const words = `what is confirmed in row ${numbers} waits: only an approver of ${mark.stateKey} confirms. Let an approver import the same sheet; what is taken of it now is not taken twice.`;
    return { file, line: rows[0]?.row ?? 1, place: tab, message: plain(words) };
  });
}
