// Imports packs: everything is checked first, then all of it is written or nothing.
import { sql } from 'kysely';
import { publicViewer, type SignedIn } from '../core/viewer.ts';
import { plain } from '../i18n/words.ts';
import { madeUpStateNote } from '../members/model.ts';
import { type Database, inTransaction } from '../store/db.ts';
import { checkInSteps } from './check.ts';
import { applySheets } from './correction-import-service.ts';
import type { ReturnedSheet } from './correction-reader.ts';
import type { Proposal } from './correction-taking.ts';
import { contextOf, type Onlooker, watchEffects } from './effect-service.ts';
import type { Effect } from './effects.ts';
import { entryOf, operatorsEntry } from './entry.ts';
import { type IatiFile, type IatiReport, type OnPiece, surveyIati } from './iati-report.ts';
import { type IatiImport, stageActivities } from './iati-service.ts';
import { type Known, withPack } from './known.ts';
import { loadKnown } from './known-store.ts';
import type { Item, PackFile, Problem } from './model.ts';
import { loadOwn } from './own-store.ts';
import { emptyPack, type Pack, type PackKind, type PackValue, packKinds } from './pack.ts';
import { type ParsedPack, parsePack } from './parse.ts';
import type { Findings } from './problems.ts';
import { type Proposer, publishedProblems, submissionOf } from './submission.ts';
import { hasChanges } from './trail.ts';
import { digestOf, recordPack, recordSubmission, snapshotsBefore } from './trail-service.ts';
import { assessmentKeys } from './trail-store.ts';
import { inTurns, takingTurns } from './turns-service.ts';
import { isWorkbook, readWorkbooks } from './workbook-service.ts';
import { type Counts, type OnProgress, writePack } from './write.ts';

export type { PackFile, Problem } from './model.ts';
export { formatProblem, inEnglish, toldProblem } from './problems.ts';

/** `stage` is "read" (files), "survey" or "stage" (bytes of IATI files, twice), "check" or a kind of record (items). */
export type ImportProgress = OnProgress;

export type ImportOptions = {
  /** Do everything, then take it back: the report is that of a real run, and tells the effects on the matrices too. */
  dryRun?: boolean | undefined;
  progress?: ImportProgress | undefined;
  /** Problems of files that could not be read: they come first in the report, and nothing is written. */
  unread?: readonly Problem[] | undefined;
  /** Files of IATI activities, how many bytes they have together, and the day to tell by what has ended. */
  activities?: { files: readonly IatiFile[]; bytes: number; asOf: string } | undefined;
};

/**
 * Counts by kind, what correction sheets propose, and effects where they were asked for; none where there are problems. Warnings do not
 * keep a pack out.
 */
export type ImportReport = Findings & {
  counts: Counts;
  proposals: Proposal[];
  effects: Effect[];
  /** What becomes of the activities of IATI files; null where there are none. Its problems and warnings are in those of the report too. */
  iati: IatiReport | null;
};

/** Takes back what a dry run, or an import with problems, wrote. */
const takenBack = new Error('Nothing of this import is stored.');

export const emptyReport = (): ImportReport => ({ problems: [], warnings: [], counts: {}, proposals: [], effects: [], iati: null });

/**
 * Imports the files of a pack for the operator in one transaction, all or nothing; where there are problems nothing is written.
 * Records that are already as given are not touched, so the same pack twice changes nothing.
 */
export async function importPack(
  db: Database,
  files: readonly PackFile[],
  { dryRun = false, progress = () => {}, unread = [], activities }: ImportOptions = {},
): Promise<ImportReport> {
  const packFiles = files.filter((file) => !isWorkbook(file));
  const parsed = parsePack(packFiles, (done) => progress('read', done, files.length));
  const { sheets, plans, problems: ofSheets } = await readWorkbooks(files, parsed);
  const iati = activities && { ...activities, survey: await surveyIati(activities.files, counting(progress, 'survey', activities.bytes)) };
  const onlooker = dryRun ? { viewer: publicViewer, today: new Date().toISOString().slice(0, 10) } : null;
  let report: ImportReport = emptyReport();
  const work = async (trx: Database) => {
    const read = { files: [...packFiles, ...plans], parsed: { ...parsed, unread: [...unread, ...ofSheets] }, iati };
    report = await runImport(trx, read, 'operator', { dryRun, onlooker, progress });
    if (report.problems.length === 0 && sheets.length > 0) report = await withSheets(trx, report, sheets, onlooker);
    if (dryRun || report.problems.length > 0) throw takenBack;
  };
  await inTransaction(db, work).catch((error: unknown) => {
    if (error !== takenBack) throw error;
  });
  return report;
}

/** The report of a pack with that of correction sheets, which the operator takes for the states whose notes they came by. */
async function withSheets(trx: Database, report: ImportReport, sheets: readonly ReturnedSheet[], onlooker: Onlooker | null): Promise<ImportReport> {
  const unnamed = sheets.filter(({ note }) => note.reference === null);
  const words =
    'the cover does not say by which note the sheet came. Give the reference of the note there: the operator takes a sheet on the word of the state alone.';
  if (unnamed.length > 0) return { ...emptyReport(), problems: unnamed.map(({ file }) => ({ file, line: 1, message: plain(words) })) };
  const context = contextOf(trx, { viewer: publicViewer, today: new Date().toISOString().slice(0, 10) });
  const approverOf = ({ mark }: ReturnedSheet): SignedIn => ({ role: 'APPROVER', state: mark.stateKey, subject: 'operator' });
  const taken = await applySheets(context, sheets, approverOf, onlooker);
  if (taken.problems.length > 0) return { ...emptyReport(), problems: taken.problems, warnings: [...report.warnings, ...taken.warnings] };
  return { ...report, warnings: [...report.warnings, ...taken.warnings], proposals: taken.proposals, effects: [...report.effects, ...taken.effects] };
}

/** The files of a pack, and what they were read into. `unread`: problems of files that were not read. */
export type ReadPack = {
  files: readonly PackFile[];
  parsed: ParsedPack & { unread?: readonly Problem[] };
  iati?: (IatiImport & { bytes: number }) | undefined;
};
/** Who imports: the operator, or an account that proposes links in this way. */
export type ImportedBy = 'operator' | { viewer: SignedIn; proposer: Proposer };
/** `onlooker`: through whose eyes effects are told; null: none are. */
export type Run = { dryRun: boolean; onlooker: Onlooker | null; progress: ImportProgress };

/**
 * Imports a pack within a transaction. Where the report has problems, or in a dry run, the caller takes the transaction back: some of
 * it may be written. Nothing is left in the trail then.
 */
export async function runImport(trx: Database, { files, parsed, iati }: ReadPack, by: ImportedBy, run: Run): Promise<ImportReport> {
  const { pack, brokenNames, unread = [] } = parsed;
  const importer = by === 'operator' ? by : by.viewer;
  await lockPacks(trx);
  run.progress('check', 0, 1);
  const { known, heldNodes } = await loadKnown(trx, pack, importer);
  const checked = await inTurns(checkInSteps(pack, known, heldNodes, { brokenNames, importer }));
  run.progress('check', 1, 1);
  const report: ImportReport = {
    problems: [...unread, ...inOrder([...parsed.problems, ...checked.problems], files)],
    warnings: inOrder([...parsed.warnings, ...checked.warnings], files),
    counts: {},
    proposals: [],
    effects: [],
    iati: null,
  };
  const stage: Stage = async (told) => {
    if (!iati) return told;
    // Where there is a problem nothing is written; what becomes of activities is told all the same.
    const isRefused = told.problems.length + iati.survey.problems.length > 0;
    const entry = isRefused ? null : by === 'operator' ? operatorsEntry : entryOf(by.viewer);
    return withActivities(told, await stageActivities(trx, iati, entry, counting(run.progress, 'stage', iati.bytes)));
  };
  if (report.problems.length > 0) return stage(report);
  const whole = withMadeUpStates(without(pack, checked.leftOut), checked.madeUpStates);
  const digest = digestOf(files, iati ? iati.files.map(({ name }, index) => ({ name, digest: iati.survey.digests[index] ?? '' })) : []);
  const setting = { files, digest, known, stage };
  return by === 'operator' ? operatorsImport(trx, whole, setting, report, run) : submit(trx, whole, setting, by, report, run);
}

/** Stages the activities of the import, if it has any, and adds what became of them to the report. */
type Stage = (report: ImportReport) => Promise<ImportReport>;

function withActivities(report: ImportReport, { iati, count }: Awaited<ReturnType<typeof stageActivities>>): ImportReport {
  return {
    ...report,
    problems: [...report.problems, ...iati.problems],
    warnings: [...report.warnings, ...iati.warnings],
    counts: { ...report.counts, ...(count && { staged_activity: count }) },
    iati,
  };
}

/** Tells progress in bytes, and gives way to others. */
function counting(progress: ImportProgress, stage: string, total: number): OnPiece {
  const pause = takingTurns();
  let done = 0;
  return (length) => {
    done += length;
    progress(stage, done, total);
    return pause();
  };
}

/** The files of an import and their digest, what is recorded, and the activities that are still to be staged. */
type ImportSetting = { files: readonly PackFile[]; digest: string; known: Known; stage: Stage };

async function operatorsImport(
  trx: Database,
  pack: Pack,
  { digest, known: recorded, stage }: ImportSetting,
  report: ImportReport,
  { dryRun, onlooker, progress }: Run,
): Promise<ImportReport> {
  const known = withPack(recorded, pack);
  const watch = onlooker && (await watchEffects(trx, onlooker, pack, known));
  const { counts } = await writePack(trx, pack, { known, entry: operatorsEntry }, progress);
  const effects = watch && hasChanges(counts) ? await watch.effects() : [];
  const told = await stage({ ...report, counts, effects });
  if (!dryRun && told.problems.length === 0) await recordPack(trx, digest, told.counts);
  return told;
}

async function submit(
  trx: Database,
  given: Pack,
  { files, digest, known: recorded, stage }: ImportSetting,
  { viewer, proposer }: Exclude<ImportedBy, 'operator'>,
  report: ImportReport,
  { dryRun, onlooker, progress }: Run,
): Promise<ImportReport> {
  const own = await loadOwn(trx, viewer, given);
  const { pack, problems, warnings } = submissionOf(given, own, proposer);
  const told: ImportReport = { ...report, problems: inOrder(problems, files), warnings: inOrder([...report.warnings, ...warnings], files) };
  if (problems.length > 0) return told;
  const known = withPack(recorded, pack);
  const watch = onlooker && (await watchEffects(trx, onlooker, pack, known));
  const before = await snapshotsBefore(trx, pack, own);
  const written = await writePack(trx, pack, { known, entry: entryOf(viewer) }, progress);
  const { strategies, assessmentIds } = written.touched;
  const published = publishedProblems(pack, own, { strategies, assessments: await assessmentKeys(trx, assessmentIds) });
  if (published.length > 0) return { ...told, problems: inOrder(published, files) };
  const effects = watch && hasChanges(written.counts) ? await watch.effects() : [];
  const all = await stage({ ...told, counts: written.counts, effects });
  if (!dryRun && all.problems.length === 0) await recordSubmission(trx, viewer, digest, before, { ...written, counts: all.counts });
  return all;
}

/** Imports and seeds wait for each other: each sees what the one before wrote. */
export async function lockPacks(db: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('synergy packs'))`.execute(db);
}

/** As a reader goes through the files. */
function inOrder(problems: readonly Problem[], files: readonly PackFile[]): Problem[] {
  const places = new Map(files.map(({ name }, index) => [name, index]));
  return problems.toSorted((a, b) => (places.get(a.file) ?? 0) - (places.get(b.file) ?? 0) || a.line - b.line);
}

/** The pack without some items. */
export function without(pack: Pack, items: ReadonlySet<Item<unknown>>): Pack {
  if (items.size === 0) return pack;
  const rest = emptyPack();
  for (const kind of packKinds) copyOthers(kind, pack, rest, items);
  return rest;
}

function copyOthers<K extends PackKind>(kind: K, from: Pack, to: Pack, items: ReadonlySet<Item<unknown>>): void {
  for (const item of from[kind]) if (!items.has(item)) to[kind].push(item);
}

function withMadeUpStates(pack: Pack, codes: ReadonlySet<string>): Pack {
  if (codes.size === 0) return pack;
  const states = [...codes].map((code): Item<PackValue<'state'>> => ({ value: madeUpState(code), where: { file: '', line: () => 0 } }));
  return { ...pack, state: [...pack.state, ...states] };
}

function madeUpState(code: string): PackValue<'state'> {
  const names = { name: { en: code }, note: madeUpStateNote };
  return { iso3: code, iso2: null, m49: null, kind: 'un_member', region: null, subregion: null, intermediate_region: null, ...names };
}
