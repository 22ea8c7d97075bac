// Writes the nodes of strategies. Whoever calls holds the lock on the strategy.
import { sql } from 'kysely';
import type { Viewer } from '../core/viewer.ts';
import type { Database } from '../store/db.ts';
import { visibleCellStatement } from '../store/visibility.ts';
import type { NodeContent } from './node-input.ts';
import { nodeSearchTexts, type SearchPart } from './search-text.ts';
import { searchVectors } from './search-vector-store.ts';
import type { NodePlace } from './tree-edit.ts';

const schemes = { threats: 'THREAT', elements: 'ELEMENT', provisions: 'PROVISION' } as const;

async function contentColumns(db: Database, content: NodeContent, conceptParts: readonly SearchPart[]) {
  const { texts, originalLanguage } = content.label;
  const [search = ''] = await searchVectors(db, [nodeSearchTexts(texts, originalLanguage, conceptParts)]);
  return {
    kind: content.kind,
    label: JSON.stringify(texts),
    original_language: originalLanguage,
    addressee: content.addressee,
    is_seen_in_source: content.seenInSource,
    responsible: content.responsible,
    deadline: content.deadline,
    citation: content.citation === null ? null : JSON.stringify(content.citation),
    search,
  };
}

async function writeTags(db: Database, nodeId: number, content: NodeContent): Promise<void> {
  const rows = (['threats', 'elements', 'provisions'] as const).flatMap((name) =>
    content[name].map((concept_key) => ({ strategy_node_id: nodeId, scheme: schemes[name], concept_key })),
  );
  if (rows.length > 0) await db.insertInto('strategy_node_concept').values(rows).execute();
}

export type NewNode = { key: string; strategyId: number; parentId: number | null; place: Omit<NodePlace, 'nodeId'>; content: NodeContent };

/** Records a node at a place that the others have left free. `conceptParts`: names of its tags, for search. */
export async function insertNode(db: Database, node: NewNode, conceptParts: readonly SearchPart[]): Promise<void> {
  const { strategy_node_id: nodeId } = await db
    .insertInto('strategy_node')
    .values({
      strategy_node_key: node.key,
      strategy_id: node.strategyId,
      parent_id: node.parentId,
      position: node.place.position,
      last_position: node.place.lastPosition,
      ...(await contentColumns(db, node.content, conceptParts)),
    })
    .returning('strategy_node_id')
    .executeTakeFirstOrThrow();
  await writeTags(db, nodeId, node.content);
}

/** Writes what a node says, and under which node it stands. */
export async function updateNodeRow(
  db: Database,
  nodeId: number,
  parentId: number | null,
  content: NodeContent,
  conceptParts: readonly SearchPart[],
): Promise<void> {
  await db
    .updateTable('strategy_node')
    .set({ parent_id: parentId, ...(await contentColumns(db, content, conceptParts)) })
    .where('strategy_node_id', '=', nodeId)
    .execute();
  await db.deleteFrom('strategy_node_concept').where('strategy_node_id', '=', nodeId).execute();
  await writeTags(db, nodeId, content);
}

/** Moves nodes of one strategy to other places, all at once: places may change hands. */
export async function updatePlaces(db: Database, places: readonly NodePlace[]): Promise<void> {
  if (places.length === 0) return;
  const rows = JSON.stringify(places.map(({ nodeId, position, lastPosition }) => ({ id: nodeId, position, last_position: lastPosition })));
  await sql`
    update strategy_node n set position = g.position, last_position = g.last_position
    from json_to_recordset(${rows}::json) as g(id int, position int, last_position int) where n.strategy_node_id = g.id`.execute(db);
}

/** Waits for whoever is just linking to the node, and keeps others from it until the transaction ends. */
export async function lockNode(db: Database, nodeId: number): Promise<void> {
  await db.selectFrom('strategy_node').select('strategy_node_id').where('strategy_node_id', '=', nodeId).forUpdate().execute();
}

/** States that say something of an objective which the viewer can read: a contest, or that it does not apply. */
export async function findStatesThatSpeakOf(db: Database, viewer: Viewer, nodeId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('cell_statement as c')
    .select('c.state_key as key')
    .where('c.objective_id', '=', nodeId)
    .where(visibleCellStatement(viewer, 'c'))
    .groupBy('c.state_key')
    .orderBy('c.state_key')
    .execute();
  return rows.map((row) => row.key);
}

/** What is recorded of an indicator or a measure, by its dates. */
export async function findRecordsOfNode(db: Database, nodeId: number): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select 'value of ' || dated as what from indicator_value where strategy_node_id = ${nodeId}
    union all select 'report of ' || dated from measure_report where strategy_node_id = ${nodeId}
    order by 1`.execute(db);
  return rows.map((row) => row.what);
}

/** Removes a node. What is linked to it out of the viewer's sight goes with it. */
export async function deleteNode(db: Database, nodeId: number): Promise<void> {
  await db.deleteFrom('strategy_node').where('strategy_node_id', '=', nodeId).execute();
}
