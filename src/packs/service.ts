// Imports packs: everything is checked first, then all of it is written or nothing.
import { sql } from 'kysely';
import { madeUpStateNote } from '../members/model.ts';
import { type Database, inTransaction } from '../store/db.ts';
import { checkPack } from './check.ts';
import { withPack } from './known.ts';
import { loadKnown } from './known-store.ts';
import type { Item, PackFile, Problem } from './model.ts';
import { emptyPack, type Pack, type PackKind, type PackValue, packKinds } from './pack.ts';
import { parsePack } from './parse.ts';
import type { Findings } from './problems.ts';
import { type Counts, writePack } from './write.ts';

export type { PackFile, Problem } from './model.ts';
export { formatProblem } from './problems.ts';

/** `stage` is "read" (files), "check" or a kind of record (items). */
export type ImportProgress = (stage: string, done: number, total: number) => void;

export type ImportOptions = {
  /** Do everything, then take it back: the report is that of a real run. */
  dryRun?: boolean | undefined;
  progress?: ImportProgress | undefined;
  /** Problems of files that could not be read: they come first in the report, and nothing is written. */
  unread?: readonly Problem[] | undefined;
};

/** Counts by kind; none where there are problems. Warnings do not keep a pack out. */
export type ImportReport = Findings & { counts: Counts };

/** Marks the end of a dry run, so that its transaction is taken back. */
const dryRunOver = new Error('The dry run is over.');

/**
 * Imports the files of a pack in one transaction, all or nothing; where there are problems nothing is written. Records that are
 * already as given are not touched, so the same pack twice changes nothing.
 */
export async function importPack(
  db: Database,
  files: readonly PackFile[],
  { dryRun = false, progress = () => {}, unread = [] }: ImportOptions = {},
): Promise<ImportReport> {
  const { pack, problems, warnings, brokenNames } = parsePack(files, (done) => progress('read', done, files.length));
  let report: ImportReport = { problems: [], warnings: [], counts: {} };
  const work = async (trx: Database) => {
    await lockPacks(trx);
    progress('check', 0, 1);
    const { known, linkedNodes } = await loadKnown(trx, pack);
    const checked = checkPack(pack, known, linkedNodes, brokenNames);
    progress('check', 1, 1);
    report = {
      problems: [...unread, ...inOrder([...problems, ...checked.problems], files)],
      warnings: inOrder([...warnings, ...checked.warnings], files),
      counts: {},
    };
    if (report.problems.length > 0) return;
    const whole = withMadeUpStates(without(pack, checked.leftOut), checked.madeUpStates);
    report.counts = await writePack(trx, whole, withPack(known, whole), progress);
    if (dryRun) throw dryRunOver;
  };
  await inTransaction(db, work).catch((error: unknown) => {
    if (error !== dryRunOver) throw error;
  });
  return report;
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
