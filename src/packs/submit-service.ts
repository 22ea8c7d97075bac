// The mutation importPack: an account has the files of a pack recorded, as its own mutations would.
import { sql } from 'kysely';
import { AppError } from '../core/errors.ts';
import { organizationOf, type SignedIn, stateOf } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import { mutate, type UserErrorShape } from '../graphql/mutation.ts';
import type { Language } from '../i18n/languages.ts';
import { inWords, plain, say, type Words } from '../i18n/words.ts';
import { whoIn } from '../members/who.ts';
import type { Database } from '../store/db.ts';
import { mayImport, stagingRefusal } from './check-rights.ts';
import { applySheets } from './correction-import-service.ts';
import type { Proposal } from './correction-taking.ts';
import type { Effect } from './effects.ts';
import { type IatiReport, piecesOf, surveyIati } from './iati-report.ts';
import type { Problem } from './model.ts';
import { itemCount, type Pack } from './pack.ts';
import { newParsedPack, type ParsedPack, parseInto } from './parse.ts';
import { formatProblem } from './problems.ts';
import { type ImportReport, type ReadPack, runImport } from './service.ts';
import type { Steps } from './steps.ts';
import { type FileProblem, fileProblems, type SubmittedFile } from './submitted-files.ts';
import { inTurns, takingTurns } from './turns-service.ts';
import { isWorkbook, readWorkbooks } from './workbook-service.ts';
import type { Counts } from './write.ts';

/** How long an import may take, in milliseconds: longer than other operations, since it is much work in one transaction. */
export const importMsMax = 120_000;
const statementMsMax = 60_000;

/** Records of one import, nodes included, and those among them that leave an entry in the trail: what one transaction can take in its time. */
const itemsMax = 100_000;
const entriesMax = 10_000;

/** Problems and warnings that are told one by one; of the others the number. */
const toldMax = 100;

export type Submission = { files: readonly SubmittedFile[]; dryRun: boolean; withEffects: boolean };
/** `iati`: what becomes of the activities of XML files; null where there are none, and where there are problems. */
export type Submitted = {
  isStored: boolean;
  counts: Counts;
  proposals: Proposal[];
  warnings: Problem[];
  effects: Effect[];
  iati: IatiReport | null;
  userErrors: UserErrorShape[];
};

/** Takes back what a dry run, or a pack with problems, wrote. */
const takenBack = new Error('Nothing of this import is stored.');

/**
 * Imports the files, all of them or nothing. Throws UNAUTHENTICATED for the public, FORBIDDEN for those who change nothing, and LIMIT
 * where it takes too long.
 */
export async function submitPack(context: Context, { files, dryRun, withEffects }: Submission): Promise<Submitted> {
  // Read before the transaction begins: until then others may use the database.
  const wrong = mayImport(context.viewer) ? fileProblems(files).map((problem) => fileError(problem, context.language)) : [];
  const isRead = mayImport(context.viewer) && wrong.length === 0;
  const packFiles = files.filter((file) => !isWorkbook(file));
  const read: ReadPack = isRead ? await readAll(context, packFiles) : { files: [], parsed: newParsedPack() };
  const { sheets, plans, problems: unread } = isRead ? await readWorkbooks(files, read.parsed) : { sheets: [], plans: [], problems: [] };
  const tooMany = plans.length > 0 ? tooManyOf(read.parsed.pack) : null;
  if (tooMany !== null) unread.push({ file: plans.at(-1)?.name ?? '', line: 1, message: say('pack.manyRecords', { what: tooMany }) });
  let report: ImportReport | null = null;
  let userErrors = wrong;
  try {
    const { userErrors: met } = await mutate(context, async (viewer, within) => {
      const { db, today } = within;
      if (!mayImport(viewer)) throw new AppError('FORBIDDEN', say('error.importForbidden'));
      if (wrong.length > 0) throw takenBack;
      await allowTime(db);
      const proposer = { who: await whoIs(context, viewer), day: today };
      const onlooker = withEffects ? { viewer, today } : null;
      const run = { dryRun, onlooker, progress: () => {} };
      const parsed = { ...read.parsed, unread: [...(read.parsed.unread ?? []), ...unread] };
      report = await runImport(db, { ...read, files: [...read.files, ...plans], parsed }, { viewer, proposer }, run);
      if (report.problems.length === 0 && sheets.length > 0) report = joined(report, await applySheets(within, sheets, () => viewer, onlooker));
      if (dryRun || report.problems.length > 0) throw takenBack;
    });
    userErrors = met;
  } catch (error) {
    if (error !== takenBack) throw error;
  }
  return submittedOf(report, files, userErrors, dryRun, context.language);
}

function joined(report: ImportReport, taken: Awaited<ReturnType<typeof applySheets>>): ImportReport {
  return {
    ...report,
    problems: taken.problems,
    warnings: [...report.warnings, ...taken.warnings],
    proposals: taken.proposals,
    effects: [...report.effects, ...taken.effects],
  };
}

function submittedOf(
  report: ImportReport | null,
  files: readonly SubmittedFile[],
  met: UserErrorShape[],
  dryRun: boolean,
  language: Language,
): Submitted {
  const places = new Map(files.map(({ name }, index) => [name, index]));
  const problems = report?.problems.map((problem) => problemError(problem, places, language)) ?? [];
  const userErrors = firstOf<UserErrorShape>([...met, ...problems], (count) => ({
    field: 'files',
    code: 'INVALID',
    message: inWords(language, say('pack.moreProblems', { count })),
  }));
  if (!report || userErrors.length > 0)
    return { isStored: false, counts: {}, proposals: [], warnings: firstWarnings(report), effects: [], iati: null, userErrors };
  const { counts, proposals, effects, iati } = report;
  return { isStored: !dryRun, counts, proposals, warnings: firstWarnings(report), effects, iati, userErrors };
}

function firstWarnings(report: ImportReport | null): Problem[] {
  const all = [...(report?.iati?.leftOut ?? []), ...(report?.warnings ?? [])];
  return firstOf(all, (count) => ({ file: '', line: 0, message: say('pack.moreWarnings', { count }) }));
}

function firstOf<T>(all: readonly T[], rest: (count: number) => T): T[] {
  return all.length <= toldMax ? [...all] : [...all.slice(0, toldMax), rest(all.length - toldMax)];
}

function problemError(problem: Problem, places: ReadonlyMap<string, number>, language: Language): UserErrorShape {
  const index = places.get(problem.file);
  return { field: index === undefined ? 'files' : `files[${index}]`, code: problem.code ?? 'INVALID', message: formatProblem(problem, language) };
}

function fileError({ field, message }: FileProblem, language: Language): UserErrorShape {
  return { field, code: 'INVALID', message: inWords(language, message) };
}

/** Reads all files; XML is IATI, and is read only where the account keeps the register. */
async function readAll({ viewer, today }: Context, files: readonly SubmittedFile[]): Promise<ReadPack> {
  const xml = files.filter(({ name }) => /\.xml$/i.test(name));
  const others = files.filter((file) => !xml.includes(file));
  const parsed = await inTurns(readFiles(others));
  if (xml.length === 0) return { files: others, parsed };
  const refusal = stagingRefusal(viewer);
  if (refusal !== null) return { files, parsed: { ...parsed, unread: xml.map(({ name }) => ({ file: name, line: 1, message: plain(refusal) })) } };
  const activities = xml.map(({ name, content }) => ({ name, open: () => piecesOf(content) }));
  const survey = await surveyIati(activities, takingTurns(), itemsMax);
  return { files: others, parsed, iati: { files: activities, survey, asOf: today, bytes: 0 } };
}

/** Reads the files. Where there are too many records in them, that is the problem. */
function* readFiles(files: readonly SubmittedFile[]): Steps<ParsedPack> {
  const parsed = newParsedPack();
  for (const file of files) {
    yield* parseInto(parsed, file);
    yield;
    const tooMany = tooManyOf(parsed.pack);
    if (tooMany === null) continue;
    parsed.problems.push({ file: file.name, line: 1, message: say('pack.manyRecordsUpTo', { what: tooMany }) });
    break;
  }
  return parsed;
}

function tooManyOf(pack: Pack): Words | null {
  if (itemCount(pack) > itemsMax) return say('pack.records', { max: itemsMax });
  const entries = pack.strategy.length + pack.assessment.length + pack.link.length;
  return entries > entriesMax ? say('pack.entries', { max: entriesMax }) : null;
}

/** Until the transaction ends: what one request may hold of a server is too little for an import. */
async function allowTime(db: Database): Promise<void> {
  const most = String(statementMsMax);
  await sql`select set_config('statement_timeout', ${most}, true), set_config('idle_in_transaction_session_timeout', ${most}, true)`.execute(db);
}

/** The body and role that propose links, as records tell it. */
function whoIs(context: Context, viewer: SignedIn): Promise<string> {
  return whoIn(context, { role: viewer.role, stateKey: stateOf(viewer), organizationKey: organizationOf(viewer) }, 'EN');
}
