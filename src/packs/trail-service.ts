// What an import leaves in the trail: of the operator one entry for the pack, of an account one for each thing it changed.
import { createHash } from 'node:crypto';
import type { SignedIn } from '../core/viewer.ts';
import { type Change, recordChanges } from '../store/audit.ts';
import type { Database } from '../store/db.ts';
import { registerKinds } from './check-rights.ts';
import type { PackFile } from './model.ts';
import type { Pack } from './pack.ts';
import type { Own } from './submission.ts';
import { packChange, thingChanges } from './trail.ts';
import { assessmentKeys, type Snapshot, snapshotAssessments, snapshotLinks, snapshotStrategies } from './trail-store.ts';
import type { Counts, PackWritten } from './write.ts';

/** Entries that go to the database in one statement. */
const batchEntries = 500;

/** The things of an account's pack as they were, by key. */
export type Before = Record<'strategies' | 'assessments' | 'links', ReadonlyMap<string, Snapshot>>;

/** Reads what the pack may change, before it does. */
export async function snapshotsBefore(db: Database, pack: Pack, own: Own): Promise<Before> {
  const recorded = (keys: readonly string[], of: ReadonlyMap<string, unknown>) => [...new Set(keys)].filter((key) => of.has(key));
  const assessments = [...pack.assessment.map(({ value }) => value.id), ...pack.finding.map(({ value }) => value.assessment)];
  return {
    strategies: await snapshotStrategies(
      db,
      recorded(
        pack.strategy.map(({ value }) => value.id),
        own.strategies,
      ),
    ),
    assessments: await snapshotAssessments(db, recorded(assessments, own.assessments)),
    links: await snapshotLinks(
      db,
      [...own.links.values()].map(({ linkId }) => linkId),
    ),
  };
}

/** Records what an account's pack did. Last in the transaction. */
export async function recordSubmission(
  db: Database,
  viewer: SignedIn,
  digest: string,
  before: Before,
  { counts, touched }: PackWritten,
): Promise<void> {
  const assessments = await assessmentKeys(db, touched.assessmentIds);
  const links = await snapshotLinks(db, touched.linkIds);
  const ofRegisters: Counts = Object.fromEntries(Object.entries(counts).filter(([kind]) => registerKinds.has(kind)));
  await recordAll(db, viewer, [
    ...packChange('importPack', digest, ofRegisters),
    ...thingChanges('Strategy', touched.strategies, before.strategies, await snapshotStrategies(db, touched.strategies)),
    ...thingChanges('Assessment', assessments, before.assessments, await snapshotAssessments(db, assessments)),
    ...thingChanges('Link', [...links.keys()], before.links, links),
  ]);
}

/** Records that the operator imported a pack. Last in the transaction. */
export async function recordPack(db: Database, digest: string, counts: Counts): Promise<void> {
  await recordAll(db, 'operator', packChange('import', digest, counts));
}

async function recordAll(db: Database, actor: SignedIn | 'operator', changes: readonly Change[]): Promise<void> {
  for (let start = 0; start < changes.length; start += batchEntries) await recordChanges(db, actor, changes.slice(start, start + batchEntries));
}

/** SHA-256 of the names and contents of the files. `streams`: those that were never held whole, with the SHA-256 of each. */
export function digestOf(files: readonly PackFile[], streams: readonly { name: string; digest: string }[] = []): string {
  const digest = createHash('sha256');
  for (const { name, content } of files) digest.update(`${name}\0${content.length}\0`).update(content);
  for (const it of streams) digest.update(`${it.name}\0sha256\0${it.digest}`);
  return digest.digest('hex');
}
