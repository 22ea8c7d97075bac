// Writes the links of a pack.
import { sql } from 'kysely';
import type { Database } from '../store/db.ts';
import { anyOf } from '../store/sql.ts';
import { type Entry, publicationOf } from './entry.ts';
import { strategyOf } from './known.ts';
import type { Pack } from './pack.ts';
import { idsOf, type Row, type TableKey, writeRows } from './rows.ts';
import type { Count } from './write-strategies.ts';

/** `touched`: numbers of links that were added or changed. */
export async function writeLinks(db: Database, items: Pack['link'], entry: Entry): Promise<{ count: Count; touched: number[] }> {
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
      publication: publicationOf(entry),
      submitted_by: entry.submittedBy,
      proposed_side: entry.side,
    }),
  );
  const { added, changed } = await writeRows(db, tableOf(entry), rows, 'link_id');
  await growLinkVersions(db, changed.map(Number));
  return {
    count: { added: added.length, changed: changed.length, unchanged: rows.length - added.length - changed.length },
    touched: [...added, ...changed].map(Number),
  };
}

/** Who proposed a link, and when, is written with it: that alone is no change. Of the operator's links it is a part of what is told. */
function tableOf({ submittedBy }: Entry): TableKey {
  return {
    table: 'link',
    key: ['national_strategy_id', 'national_node_id', 'objective_id'],
    nullable: ['national_node_id'],
    isNumbered: true,
    alongside: [...['submitted_by', 'proposed_side'], ...(submittedBy === null ? [] : ['recorded_by', 'recorded_on'])],
  };
}

/** What was decided of a link was decided of what it said before. */
async function growLinkVersions(db: Database, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update link set version = version + 1 where link_id = ${anyOf(ids)}`.execute(db);
  await sql`delete from link_clearance where link_id = ${anyOf(ids)}`.execute(db);
}
