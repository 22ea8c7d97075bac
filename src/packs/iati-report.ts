// Reads files of IATI activities from wherever they come, twice: to learn how they stand to each other, and to say what becomes of each.
// Neither a file nor its activities are ever held whole.
import { createHash, type Hash } from 'node:crypto';
import { inWords, plain } from '../i18n/words.ts';
import type { StagedReason, StagedReasonCode } from '../store/json.ts';
import { stagedReasonCodes } from '../store/json.ts';
import { type IatiRead, openIati } from './iati-reader.ts';
import { inEnglish, type RegisterActivity, registerKey, registerReading } from './iati-register.ts';
import { type IatiLink, linkOf, type Standing, standingsOf } from './iati-relations.ts';
import { type Fate, fateOf, type StagingKnown, stagingReasons } from './iati-staging.ts';
import type { Problem } from './model.ts';
import { type Findings, quote } from './problems.ts';

/** A file whose content comes piece by piece, each time it is opened: bytes, or text where it is decoded already. */
export type IatiFile = { name: string; open: () => AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string> };

/** Is told of each piece that was read, by its length; what it does is waited for. */
export type OnPiece = (length: number) => Promise<void> | void;

const pieceLength = 64 * 1024;

/** What is held whole as pieces, so that its activities need not be held all at once. */
export function* piecesOf(content: string | Uint8Array): Generator<string | Uint8Array> {
  if (typeof content !== 'string') {
    for (let at = 0; at < content.length; at += pieceLength) yield content.subarray(at, at + pieceLength);
    return;
  }
  for (let [at, end] = [0, 0]; at < content.length; at = end) {
    end = at + pieceLength;
    // The two halves of a character stay together.
    if (/[\uD800-\uDBFF]/.test(content.charAt(end - 1))) end++;
    yield content.slice(at, end);
  }
}

/** Activities of one import, and problems or warnings that are listed. */
export const iatiImportMax = { activities: 200_000, listed: 1000 } as const;

/** What of files could be read, and how their activities stand to each other. */
export type IatiSurvey = Findings & {
  /** In the order of the activities that were read. */
  standings: Standing[];
  /** Why activities were left out. */
  leftOut: Problem[];
  leftOutCount: number;
  /** SHA-256 of each file. */
  digests: string[];
};

/** An activity that becomes a row of the register, and what else is kept of it. */
export type StagedActivity = {
  value: RegisterActivity;
  digest: string;
  lastUpdated: string | null;
  /** Keys of activities that it says are the same. */
  sameAs: string[];
  file: string;
  line: number;
  reasons: StagedReason[];
};

export type StagedLine = { file: string; line: number; identifier: string; title: string; fate: Fate; reasons: StagedReason[] };

export type IatiReport = Findings & {
  /** Activities that were read, those left out with a problem, those that are staged, and those of them that nothing speaks against. */
  counts: { read: number; leftOut: number; staged: number; withoutReason: number };
  /** How many have each reason; a reason nobody has is not here. */
  reasons: { code: StagedReasonCode; count: number }[];
  /** Every activity that was read, and what becomes of it. */
  activities: StagedLine[];
  /** Why activities were left out: that keeps no others out. */
  leftOut: Problem[];
};

/** Reads the files for the first time. Needs no database. That there are more activities than `activitiesMax` is a problem. */
export async function surveyIati(
  files: readonly IatiFile[],
  onPiece: OnPiece = () => {},
  activitiesMax: number = iatiImportMax.activities,
): Promise<IatiSurvey> {
  const links: IatiLink[] = [];
  const [warnings, leftOut] = [openList(), openList()];
  const { problems, digests } = await readAll(files, onPiece, activitiesMax, (_file, read) => {
    warnings.add(read.warnings);
    // Copies: texts cut out of a piece of the file would keep the whole piece in memory.
    if (read.activity !== null) links.push(structuredClone(linkOf(read.activity)));
    else leftOut.add(read.problems);
  });
  const told = leftOut.all('activities');
  // Where nothing else is left, what was wrong with them is the problem.
  const isNothing = links.length === 0;
  return {
    standings: standingsOf(links),
    leftOut: isNothing ? [] : told,
    leftOutCount: leftOut.count(),
    digests,
    problems: [...problems, ...(isNothing ? told : [])],
    warnings: warnings.all('warnings'),
  };
}

/** Reads the files again and says what becomes of each activity. `take` is given those that are staged, and waited for. */
export async function reportIati(
  files: readonly IatiFile[],
  survey: IatiSurvey,
  known: StagingKnown,
  take: (activity: StagedActivity) => Promise<void> | void = () => {},
  onPiece: OnPiece = () => {},
): Promise<IatiReport> {
  const activities: StagedLine[] = [];
  const warnings = openList();
  const { digests } = await readAll(files, onPiece, survey.standings.length + survey.leftOutCount, async ({ name: file }, { activity, line }) => {
    if (activity === null) return;
    const { identifier, lastUpdated } = activity;
    const reading = registerReading(activity, known);
    const reasons = stagingReasons(activity, known, survey.standings[activities.length], reading);
    const fate = fateOf(activity, reasons, reading, known);
    activities.push(structuredClone({ file, line, identifier, title: (inEnglish(activity.title) ?? '').slice(0, 200), fate, reasons }));
    const { value, digest } = reading;
    if (fate === 'OLDER' && value !== null) {
      const newer = known.recorded.get(value.key)?.lastUpdated;
      warnings.add([
        {
          file,
          line,
          message: plain(`${quote(identifier)} was last updated on ${lastUpdated} here, and on ${newer} in what is staged, which stays.`),
        },
      ]);
    }
    if (fate !== 'STAGED' || value === null || digest === null) return;
    const sameAs = activity.related.flatMap((it) => (it.kind === 'THIRD_PARTY' ? (registerKey(it.identifier) ?? []) : []));
    await take({ value, digest, lastUpdated, sameAs: [...new Set(sameAs)], file, line, reasons });
  });
  const changed = files.filter((_file, index) => digests[index] !== survey.digests[index]);
  const message = 'the file was changed while it was read. Import it again.';
  const staged = activities.filter(({ fate }) => fate === 'STAGED');
  return {
    counts: {
      read: activities.length,
      leftOut: survey.leftOutCount,
      staged: staged.length,
      withoutReason: staged.filter(({ reasons }) => reasons.length === 0).length,
    },
    reasons: countsOf(activities),
    activities,
    leftOut: survey.leftOut,
    problems: [...survey.problems, ...changed.map(({ name }) => ({ file: name, line: 1, message: plain(message) }))],
    warnings: [...survey.warnings, ...warnings.all('warnings')],
  };
}

/** Gives out the activities of a file one by one; returns why it could not be read to its end, or null. */
async function* readIati({ name, open }: IatiFile, digest: Hash, onPiece: OnPiece): AsyncGenerator<IatiRead, Problem | null> {
  const reader = openIati(name);
  for await (const piece of open()) {
    digest.update(piece);
    yield* reader.write(piece);
    // Nothing more is read of it: the stream is closed by leaving.
    if (reader.problem() !== null) return reader.problem();
    await onPiece(piece.length);
  }
  yield* reader.end();
  return reader.problem();
}

/** Reads files one after the other. Where one cannot be read to its end the next is read all the same. */
async function readAll(
  files: readonly IatiFile[],
  onPiece: OnPiece,
  activitiesMax: number,
  use: (file: IatiFile, read: IatiRead) => Promise<void> | void,
): Promise<{ problems: Problem[]; digests: string[] }> {
  const [problems, digests]: [Problem[], string[]] = [[], []];
  let count = 0;
  for (const file of files) {
    const digest = createHash('sha256');
    const reads = readIati(file, digest, onPiece);
    let next = await reads.next();
    for (; !next.done && count < activitiesMax; next = await reads.next()) {
      count++;
      await use(file, next.value);
    }
    digests.push(digest.digest('hex'));
    if (!next.done) {
      await reads.return(null);
      const message = `an import takes ${activitiesMax} activities: from here on none was read. Divide it.`;
      problems.push({ file: file.name, line: next.value.line, message: plain(message) });
      break;
    }
    if (next.value !== null) problems.push(next.value);
  }
  return { problems, digests };
}

function countsOf(activities: readonly StagedLine[]): IatiReport['reasons'] {
  const counts = new Map<StagedReasonCode, number>();
  for (const { reasons } of activities)
    for (const code of new Set(reasons.map((reason) => reason.code))) counts.set(code, (counts.get(code) ?? 0) + 1);
  return stagedReasonCodes.flatMap((code) => (counts.has(code) ? [{ code, count: counts.get(code) ?? 0 }] : []));
}

/** A list that no file can make endless: it says how many more there were. */
function openList() {
  const listed: Problem[] = [];
  let more = 0;
  let last: Problem | null = null;
  return {
    add(found: readonly Problem[]): void {
      for (const problem of found) {
        if (listed.length < iatiImportMax.listed) listed.push(problem);
        else {
          more++;
          last = problem;
        }
      }
    },
    count: (): number => listed.length + more,
    all(what: string): Problem[] {
      return last === null
        ? listed
        : [...listed, { ...last, message: plain(`${inWords('EN', last.message)} This is the last; ${more - 1} ${what} before it are not listed.`) }];
    },
  };
}
