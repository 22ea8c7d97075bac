// Fills a database with the project's own data. It never overwrites what was changed since, nor brings back what was deleted. Node only.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { type Database, inTransaction } from '../store/db.ts';
import { checkPack } from './check.ts';
import { operatorsEntry } from './entry.ts';
import { readPackFiles } from './files.ts';
import { type Known, withPack } from './known.ts';
import { loadKnown } from './known-store.ts';
import { itemsToSeed, lastDigest, loadLedger, noteDigest, noteSeeded, recordedKeys } from './ledger.ts';
import type { Item, PackFile, Problem } from './model.ts';
import type { Pack } from './pack.ts';
import { parsePack } from './parse.ts';
import { inEnglish } from './problems.ts';
import { lockPacks, without } from './service.ts';
import { writePack } from './write.ts';

const seedsFolder = fileURLToPath(new URL('../../seeds/', import.meta.url));

export type SeedOptions = {
  /** Called with a line for each step. */
  progress?: ((line: string) => void) | undefined;
  /** Folder of the seeds; the project's own by default. */
  folder?: string | undefined;
};

/** How many records were written; `isCurrent` where the seeds were those of the last time, so nothing was done. */
export type SeedReport = { isCurrent: boolean; written: number };

/** Writes the seeds in one transaction. Throws an Error that names every problem where the seed files are not in order. */
export async function seed(db: Database, { progress = () => {}, folder = seedsFolder }: SeedOptions = {}): Promise<SeedReport> {
  const files = await readSeedFiles(folder);
  const digest = digestOf(files);
  if ((await lastDigest(db)) === digest) return { isCurrent: true, written: 0 };
  progress(`Reading the project's own data: ${files.length} files.`);
  const { pack, problems } = parsePack(files);
  failOn(problems);
  return inTransaction(db, async (trx) => {
    await lockPacks(trx);
    // Another start may have done it meanwhile.
    if ((await lastDigest(trx)) === digest) return { isCurrent: true, written: 0 };
    await sql`select set_config('synergy.seeding', 'on', true)`.execute(trx);
    const ledger = await loadLedger(trx);
    const { toWrite, others } = itemsToSeed(pack, ledger, await recordedKeys(trx));
    const wanted = only(pack, new Set(toWrite.map(({ item }) => item)));
    const { fitting, known, leftOut } = await fittingPack(trx, wanted, ledger.size > 0);
    const written = toWrite.filter(({ item }) => !leftOut.has(item));
    await writePack(trx, fitting, { known, entry: operatorsEntry }, (stage, done, total) => {
      if (done === total) progress(`Recorded ${total} × ${stage.replaceAll('_', ' ')}.`);
    });
    await noteSeeded(trx, written, false);
    await noteSeeded(trx, others, true);
    await noteDigest(trx, digest);
    return { isCurrent: false, written: written.length };
  });
}

async function readSeedFiles(folder: string): Promise<PackFile[]> {
  const { files, problems } = await readPackFiles([folder]);
  failOn(problems);
  return files.map(({ name, content }) => ({ name: path.relative(folder, name), content }));
}

function digestOf(files: readonly PackFile[]): string {
  const digest = createHash('sha256');
  for (const { name, content } of files) digest.update(`${name}\0${content.length}\0`).update(content);
  return digest.digest('hex');
}

function failOn(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Error(`The seeds are not in order:\n${problems.map(inEnglish).join('\n')}`);
}

function only(pack: Pack, items: ReadonlySet<Item<unknown>>): Pack {
  return without(
    pack,
    new Set(
      Object.values(pack)
        .flat()
        .filter((item: Item<unknown>) => !items.has(item)),
    ),
  );
}

/**
 * The items that fit to what is recorded. In a database with seeds, what names records that someone deleted since is left out; in a
 * new one everything must fit. Throws where it does not.
 */
async function fittingPack(db: Database, pack: Pack, isSeeded: boolean): Promise<{ fitting: Pack; known: Known; leftOut: Set<Item<unknown>> }> {
  const leftOut = new Set<Item<unknown>>();
  for (let rest = pack; ; rest = without(pack, leftOut)) {
    const { known, heldNodes } = await loadKnown(db, rest, 'operator');
    const checked = checkPack(rest, known, heldNodes);
    if (!isSeeded) failOn(checked.problems);
    if (checked.leftOut.size === 0) return { fitting: rest, known: withPack(known, rest), leftOut };
    for (const item of checked.leftOut) leftOut.add(item);
  }
}
