// Writes the items of a pack. All ids they name exist by now: the check saw to it.
import type { Database } from '../store/db.ts';
import { type Known, strategyOf } from './known.ts';
import type { Pack, PackKind } from './pack.ts';
import { type Records, recordsOf, simpleKinds } from './records.ts';
import { deleteOthers, idsOf, type Row, writeRows } from './rows.ts';
import { type Count, writeStrategies } from './write-strategies.ts';

/** What an import did, by kind of record. A strategy counts as changed when a part of it did. */
export type Counts = Partial<Record<PackKind | 'node', Count>>;

type OnProgress = (stage: string, done: number, total: number) => void;

/** Writes all items. `known` holds what is recorded and what the pack brings. */
export async function writePack(db: Database, pack: Pack, known: Known, onProgress: OnProgress): Promise<Counts> {
  const counts: Counts = {};
  for (const kind of simpleKinds) {
    const total = pack[kind].length;
    if (total === 0) continue;
    onProgress(kind, 0, total);
    counts[kind] = await writeRecords(db, await recordsOf(kind, db, pack, known));
    onProgress(kind, total, total);
  }
  const total = pack.strategy.length;
  if (total > 0) {
    onProgress('strategy', 0, total);
    const { strategies, nodes } = await writeStrategies(db, pack.strategy, known, (done) => onProgress('strategy', done, total));
    Object.assign(counts, { strategy: strategies, node: nodes });
  }
  if (pack.link.length > 0) {
    onProgress('link', 0, pack.link.length);
    counts.link = await writeLinks(db, pack.link);
    onProgress('link', pack.link.length, pack.link.length);
  }
  return counts;
}

/** Writes records and their parts. Parts that are no longer given go. */
async function writeRecords(db: Database, { table, name, rows, parts }: Records): Promise<Count> {
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
  const count = parts.length > 0 ? { added: added.size, changed: changed.size } : { added: written.added.length, changed: written.changed.length };
  return { ...count, unchanged: rows.length - count.added - count.changed };
}

async function writeLinks(db: Database, items: Pack['link']): Promise<Count> {
  const links = items.map(({ value }) => value);
  const plans = [...new Set(links.map((link) => strategyOf(link.national)))];
  const nodes = [...new Set(links.flatMap((link) => [link.national, link.regional]).filter((id) => id.includes('.')))];
  const strategyIds = (await idsOf(db, 'strategy', 'strategy_id', 'strategy_key', plans)).ids;
  const nodeIds = (await idsOf(db, 'strategy_node', 'strategy_node_id', 'strategy_node_key', nodes)).ids;
  const rows = links.map(
    ({ national, regional, ...link }): Row => ({
      national_strategy_id: strategyIds.get(strategyOf(national)) ?? 0,
      national_node_id: nodeIds.get(national) ?? null,
      objective_id: nodeIds.get(regional) ?? 0,
      ...link,
    }),
  );
  const { added, changed } = await writeRows(
    db,
    { table: 'link', key: ['national_strategy_id', 'national_node_id', 'objective_id'], nullable: ['national_node_id'], isNumbered: true },
    rows,
    'link_id',
  );
  return { added: added.length, changed: changed.length, unchanged: rows.length - added.length - changed.length };
}
