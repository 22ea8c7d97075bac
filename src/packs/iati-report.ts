// Reads files of IATI activities from wherever they come, and tells what would be staged of them.
import type { IatiActivity } from './iati-model.ts';
import { type IatiRead, openIati } from './iati-reader.ts';
import { inEnglish } from './iati-register.ts';
import { type IatiLink, linkOf, standingsOf } from './iati-relations.ts';
import { ownReasons, type StagedReason, type StagedReasonCode, type StagingKnown, stagedReasonCodes, standingReasons } from './iati-staging.ts';
import type { Problem } from './model.ts';
import type { Findings } from './problems.ts';

/** A file whose content comes piece by piece: bytes, or text where it is decoded already. */
export type IatiFile = { name: string; pieces: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string> };

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

/** Gives out the activities of a file one by one; returns why it could not be read to its end, or null. */
export async function* readIati({ name, pieces }: IatiFile): AsyncGenerator<IatiRead, Problem | null> {
  const reader = openIati(name);
  for await (const piece of pieces) {
    yield* reader.write(piece);
    // Nothing more is read of it: the stream is closed by leaving.
    if (reader.problem() !== null) return reader.problem();
  }
  yield* reader.end();
  return reader.problem();
}

/** An activity as it would be staged, without what it says: that is read again when it is written. */
export type StagedLine = { file: string; line: number; identifier: string; title: string; reasons: StagedReason[] };

export type IatiReport = Findings & {
  /** Activities that were read, and those left out with a problem. */
  counts: { read: number; leftOut: number; withoutReason: number };
  /** How many have each reason; a reason nobody has is not here. */
  reasons: { code: StagedReasonCode; count: number }[];
  staged: StagedLine[];
};

/**
 * What would be staged of these files, together: an activity may be the same as one of another file. Files are read one after the other
 * and never held whole. `take` is given each activity as it is read.
 */
export async function reportIati(
  files: Iterable<IatiFile>,
  known: StagingKnown,
  take: (activity: IatiActivity) => void = () => {},
): Promise<IatiReport> {
  const [staged, links]: [StagedLine[], IatiLink[]] = [[], []];
  const [problems, warnings] = [openList(), openList()];
  let leftOut = 0;
  for (const file of files) {
    const reads = readIati(file);
    let next = await reads.next();
    for (; !next.done && staged.length + leftOut < iatiImportMax.activities; next = await reads.next()) {
      const read = next.value;
      warnings.add(read.warnings);
      if (read.activity === null) {
        leftOut++;
        problems.add(read.problems);
        continue;
      }
      const { activity, line } = read;
      take(activity);
      const title = (inEnglish(activity.title) ?? '').slice(0, 200);
      // Copies: texts cut out of a piece of the file would keep the whole piece in memory.
      links.push(structuredClone(linkOf(activity)));
      staged.push(structuredClone({ file: file.name, line, identifier: activity.identifier, title, reasons: ownReasons(activity, known) }));
    }
    if (next.done) problems.add(next.value === null ? [] : [next.value]);
    else {
      await reads.return(null);
      const message = `an import takes ${iatiImportMax.activities} activities: from here on none was read. Divide it.`;
      problems.add([{ file: file.name, line: next.value.line, message }]);
      break;
    }
  }
  standingsOf(links).forEach((standing, index) => staged[index]?.reasons.unshift(...standingReasons(standing)));
  return {
    counts: { read: staged.length, leftOut, withoutReason: staged.filter(({ reasons }) => reasons.length === 0).length },
    reasons: countsOf(staged),
    staged,
    problems: problems.all('problems'),
    warnings: warnings.all('warnings'),
  };
}

function countsOf(staged: readonly StagedLine[]): IatiReport['reasons'] {
  const counts = new Map<StagedReasonCode, number>();
  for (const { reasons } of staged) for (const code of new Set(reasons.map((reason) => reason.code))) counts.set(code, (counts.get(code) ?? 0) + 1);
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
    all(what: string): Problem[] {
      return last === null
        ? listed
        : [...listed, { ...last, message: `${last.message} This is the last; ${more - 1} ${what} before it are not listed.` }];
    },
  };
}
