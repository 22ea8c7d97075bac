// Writes the items of a pack. All ids they name exist by now: the check saw to it.
import type { Database } from '../store/db.ts';
import { type Entry, growVersions } from './entry.ts';
import type { Known } from './known.ts';
import type { Pack, PackKind } from './pack.ts';
import { type Records, recordsOf, type SimpleKind, simpleKinds } from './records.ts';
import { deleteOthers, type Written, writeRows } from './rows.ts';
import { writeLinks } from './write-links.ts';
import { type Count, writeStrategies } from './write-strategies.ts';

/** What an import did, by kind of record. A strategy counts as changed when a part of it did; activities of IATI files are staged_activity. */
export type Counts = Partial<Record<PackKind | 'node' | 'staged_activity', Count>>;

/** What was added or changed of the things that have versions: keys of strategies, numbers of assessments and links. */
export type Touched = { strategies: string[]; assessmentIds: number[]; linkIds: number[] };

export type PackWritten = { counts: Counts; touched: Touched };

export type OnProgress = (stage: string, done: number, total: number) => void;

/** Who records it, and what is recorded and what the pack brings, together. */
export type Setting = { entry: Entry; known: Known };

/** Writes all items. */
export async function writePack(db: Database, pack: Pack, setting: Setting, onProgress: OnProgress): Promise<PackWritten> {
  const counts: Counts = {};
  const touched: Touched = { strategies: [], assessmentIds: [], linkIds: [] };
  const writtenOf = new Map<SimpleKind, Written>();
  for (const kind of simpleKinds) {
    const total = pack[kind].length;
    if (total === 0) continue;
    onProgress(kind, 0, total);
    const { count, written } = await writeRecords(db, await recordsOf(kind, db, pack, setting));
    counts[kind] = count;
    writtenOf.set(kind, written);
    onProgress(kind, total, total);
  }
  touched.assessmentIds = await growAssessments(db, writtenOf, setting.entry);
  const total = pack.strategy.length;
  if (total > 0) {
    onProgress('strategy', 0, total);
    const onBatch = (done: number) => onProgress('strategy', done, total);
    const written = await writeStrategies(db, pack.strategy, setting, onBatch);
    Object.assign(counts, { strategy: written.strategies, node: written.nodes });
    touched.strategies = written.touched;
  }
  if (pack.link.length > 0) {
    onProgress('link', 0, pack.link.length);
    const written = await writeLinks(db, pack.link, setting.entry);
    counts.link = written.count;
    touched.linkIds = written.touched;
    onProgress('link', pack.link.length, pack.link.length);
  }
  return { counts, touched };
}

/** Writes records and their parts. Parts that are no longer given go. `written` names the records, or the rows where they have no parts. */
export async function writeRecords(db: Database, { table, name, rows, parts }: Records): Promise<{ count: Count; written: Written }> {
  const written = await writeRows(db, table, rows, name);
  const added = new Set(written.added);
  const changed = new Set(written.changed);
  const names = rows.map((row) => row[name]).filter((it) => typeof it === 'string' || typeof it === 'number');
  for (const part of parts) {
    const parent = part.table.key[0] ?? '';
    const lost = await deleteOthers(db, part.table, parent, names, part.rows);
    const partsWritten = await writeRows(db, part.table, part.rows, parent);
    for (const it of [...lost, ...partsWritten.added, ...partsWritten.changed]) if (!added.has(it)) changed.add(it);
  }
  // Records without parts may share a name: each row of theirs is one.
  const all: Written = parts.length > 0 ? { added: [...added], changed: [...changed] } : written;
  const count = { added: all.added.length, changed: all.changed.length };
  return { count: { ...count, unchanged: rows.length - count.added - count.changed }, written: all };
}

/** A finding belongs to its assessment, whose version grows with it. Returns the numbers of assessments that were added or changed. */
async function growAssessments(db: Database, writtenOf: ReadonlyMap<SimpleKind, Written>, entry: Entry): Promise<number[]> {
  const [itself, findings] = [writtenOf.get('assessment'), writtenOf.get('finding')];
  const added = new Set(itself?.added);
  const inAny = new Set([...(itself?.changed ?? []), ...(findings?.added ?? []), ...(findings?.changed ?? [])]);
  const changed = [...inAny].filter((id) => !added.has(id));
  await growVersions(db, 'assessment', 'assessment_id', changed.map(Number), entry);
  return [...added, ...changed].map(Number);
}
