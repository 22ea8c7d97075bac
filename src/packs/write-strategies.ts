// Writes the strategies of a pack with their trees. A node keeps its number, so what hangs on it stays.
import { sql } from 'kysely';
import type { Database } from '../store/db.ts';
import { nodeSearchTexts, type SearchPart, searchPartsOf, strategySearchTexts } from '../strategies/search-text.ts';
import { searchVectors } from '../strategies/search-vector-store.ts';
import { type Entry, entryColumns, growVersions, publicationOf } from './entry.ts';
import type { Known } from './known.ts';
import type { Item } from './model.ts';
import type { PackValue } from './pack.ts';
import { deleteOthers, idsOf, type Row, type TableKey, writeRows } from './rows.ts';
import type { NodeValue } from './strategy-format.ts';

type Strategy = PackValue<'strategy'>;
export type Count = { added: number; changed: number; unchanged: number };

/** Nodes that are written at a time, whole strategies together. */
const batchNodes = 5_000;

const parts: Record<'theme' | 'successor' | 'relation', TableKey> = {
  theme: { table: 'strategy_theme', key: ['strategy_id', 'threat_key'] },
  successor: { table: 'strategy_successor', key: ['strategy_id', 'successor_key'] },
  relation: { table: 'strategy_relation', key: ['strategy_id', 'target_key', 'relation'] },
};
const nodeTable: TableKey = { table: 'strategy_node', key: ['strategy_node_id'] };
const conceptTable: TableKey = { table: 'strategy_node_concept', key: ['strategy_node_id', 'scheme', 'concept_key'] };

/** Writes strategies; `known` has the names of the concepts. `touched`: keys of those that were added or changed. */
export async function writeStrategies(
  db: Database,
  items: readonly Item<Strategy>[],
  { known, entry }: { known: Known; entry: Entry },
  onBatch: (done: number) => void,
): Promise<{ strategies: Count; nodes: Count; touched: string[] }> {
  const strategies: Count = { added: 0, changed: 0, unchanged: 0 };
  const nodes: Count = { added: 0, changed: 0, unchanged: 0 };
  const touchedKeys: string[] = [];
  // Positions change hands while a tree is rewritten.
  await sql`set constraints strategy_node_order deferred`.execute(db);
  const conceptParts = partsOfConcepts(known);
  let done = 0;
  for (const batch of batches(items.map(({ value }) => value))) {
    const { ids, isNew } = await idsOf(
      db,
      'strategy',
      'strategy_id',
      'strategy_key',
      batch.map((strategy) => strategy.id),
    );
    const touched = await writeOwnRows(db, batch, ids, entry);
    const written = await writeNodes(db, batch, ids, conceptParts, entry);
    for (const id of written.strategies) touched.add(id);
    const changed: number[] = [];
    for (const { id: key } of batch) {
      const id = ids.get(key) ?? 0;
      tally(strategies, isNew(key), touched.has(String(id)));
      if (!isNew(key) && !touched.has(String(id))) continue;
      touchedKeys.push(key);
      if (!isNew(key)) changed.push(id);
    }
    await growVersions(db, 'strategy', 'strategy_id', changed, entry);
    for (const kind of ['added', 'changed', 'unchanged'] as const) nodes[kind] += written.nodes[kind];
    done += batch.length;
    onBatch(done);
  }
  return { strategies, nodes, touched: touchedKeys };
}

export function tally(count: Count, isNew: boolean, isTouched: boolean): void {
  count[isNew ? 'added' : isTouched ? 'changed' : 'unchanged']++;
}

function* batches(strategies: readonly Strategy[]): Generator<Strategy[]> {
  let [batch, nodes]: [Strategy[], number] = [[], 0];
  for (const strategy of strategies) {
    batch.push(strategy);
    nodes += strategy.nodes.length + 10;
    if (nodes < batchNodes) continue;
    yield batch;
    [batch, nodes] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/** The rows of strategies themselves. Returns the numbers of those that were written. */
async function writeOwnRows(db: Database, batch: readonly Strategy[], ids: ReadonlyMap<string, number>, entry: Entry): Promise<Set<string>> {
  const vectors = await searchVectors(
    db,
    batch.map(({ title }) => strategySearchTexts(title.texts, title.original_language)),
  );
  const rows = batch.map((strategy, index) => strategyRow(strategy, ids.get(strategy.id) ?? 0, vectors[index] ?? '', entry));
  const { added, changed } = await writeRows(db, { table: 'strategy', key: ['strategy_id'], alongside: alongside(entry) }, rows, 'strategy_id');
  const touched = new Set([...added, ...changed]);
  const each = (rowsOf: (strategy: Strategy) => Row[]) =>
    batch.flatMap((strategy) => rowsOf(strategy).map((row): Row => ({ strategy_id: ids.get(strategy.id) ?? 0, ...row })));
  const children: [TableKey, Row[]][] = [
    [parts.theme, each(({ themes }) => [...new Set(themes)].map((threat_key) => ({ threat_key })))],
    [parts.successor, each(({ superseded_by }) => [...new Set(superseded_by)].map((successor_key) => ({ successor_key })))],
    [
      parts.relation,
      each(({ links_up }) =>
        links_up.map((it) => ({
          target_key: it.target,
          relation: it.relation,
          strength: it.strength,
          basis: it.basis,
          is_verified: it.verified ?? false,
          citation: it.citation,
        })),
      ),
    ],
  ];
  for (const [table, childRows] of children) {
    for (const id of await deleteOthers(db, table, 'strategy_id', [...ids.values()], childRows)) touched.add(id);
    const written = await writeRows(db, table, childRows, 'strategy_id');
    for (const id of [...written.added, ...written.changed]) touched.add(id);
  }
  return touched;
}

/** Of a strategy that someone submits, its words for search follow from its texts and from names that are not its own. */
function alongside({ submittedBy }: Entry): string[] {
  return submittedBy === null ? [...entryColumns] : [...entryColumns, 'publication', 'search'];
}

function strategyRow(strategy: Strategy, id: number, search: string, entry: Entry): Row {
  return {
    strategy_id: id,
    strategy_key: strategy.id,
    state_key: strategy.owner.state,
    organization_key: strategy.owner.organization,
    level: strategy.level,
    scope: strategy.scope,
    status: strategy.status,
    title: strategy.title.texts,
    original_language: strategy.title.original_language,
    adopted: strategy.adopted,
    valid_from: strategy.valid_from,
    valid_to: strategy.valid_to,
    adopting_body: strategy.adopting_body,
    lead_body: strategy.lead_body,
    status_note: strategy.status_note,
    is_verified: strategy.verified ?? false,
    verified_note: strategy.verified_note,
    is_fully_read: strategy.fully_read ?? false,
    structure_basis: strategy.structure_basis,
    notes: strategy.notes,
    instrument_references: strategy.instrument_refs,
    sources: strategy.sources,
    visibility: strategy.visibility ?? 'PUBLIC',
    shared_with: [...new Set(strategy.shared_with)].toSorted(),
    publication: publicationOf(entry),
    submitted_by: entry.submittedBy,
    cleared_by: null,
    search,
  };
}

/** The trees of strategies: nodes that are no longer there go, the others are written. */
async function writeNodes(
  db: Database,
  batch: readonly Strategy[],
  strategyIds: ReadonlyMap<string, number>,
  conceptParts: ConceptParts,
  { submittedBy }: Entry,
): Promise<{ strategies: string[]; nodes: Count }> {
  const all = batch.flatMap((strategy) => strategy.nodes.map((node) => ({ strategyId: strategyIds.get(strategy.id) ?? 0, node })));
  const { ids, isNew } = await idsOf(
    db,
    'strategy_node',
    'strategy_node_id',
    'strategy_node_key',
    all.map(({ node }) => node.id),
  );
  const vectors = await searchVectors(
    db,
    all.map(({ node }) =>
      nodeSearchTexts(node.label.texts, node.label.original_language, [
        ...node.threats.flatMap((key) => conceptParts.THREAT.get(key) ?? []),
        ...node.elements.flatMap((key) => conceptParts.ELEMENT.get(key) ?? []),
      ]),
    ),
  );
  const rows = all.map(({ strategyId, node }, index) => nodeRow(node, strategyId, ids, vectors[index] ?? ''));
  const tags = all.flatMap(({ node }) => tagRows(node, ids.get(node.id) ?? 0));
  const written = await writeRows(db, { ...nodeTable, alongside: submittedBy === null ? [] : ['search'] }, rows, 'strategy_node_id');
  const lessStrategies = await deleteOthers(db, nodeTable, 'strategy_id', [...strategyIds.values()], rows);
  const lessTags = await deleteOthers(db, conceptTable, 'strategy_node_id', [...ids.values()], tags);
  const moreTags = await writeRows(db, conceptTable, tags, 'strategy_node_id');
  const touched = new Set([...written.added, ...written.changed, ...lessTags, ...moreTags.added]);
  const count: Count = { added: 0, changed: 0, unchanged: 0 };
  const touchedStrategies = new Set(lessStrategies);
  for (const { strategyId, node } of all) {
    const isTouched = touched.has(String(ids.get(node.id)));
    if (isTouched) touchedStrategies.add(String(strategyId));
    tally(count, isNew(node.id), isTouched);
  }
  return { strategies: [...touchedStrategies], nodes: count };
}

function nodeRow(node: NodeValue, strategyId: number, ids: ReadonlyMap<string, number>, search: string): Row {
  return {
    strategy_node_id: ids.get(node.id) ?? 0,
    strategy_node_key: node.id,
    strategy_id: strategyId,
    parent_id: node.parent === null ? null : (ids.get(node.parent) ?? null),
    position: node.position,
    last_position: node.last_position,
    kind: node.kind,
    label: node.label.texts,
    original_language: node.label.original_language,
    addressee: node.addressee,
    is_seen_in_source: node.is_seen_in_source,
    responsible: node.responsible,
    deadline: node.deadline,
    citation: node.citation,
    search,
  };
}

function tagRows({ threats, elements, provisions }: NodeValue, id: number): Row[] {
  const rows = (scheme: string, keys: readonly string[]) => keys.map((concept_key): Row => ({ strategy_node_id: id, scheme, concept_key }));
  return [...rows('THREAT', threats), ...rows('ELEMENT', elements), ...rows('PROVISION', provisions)];
}

type ConceptParts = Record<'THREAT' | 'ELEMENT', ReadonlyMap<string, SearchPart[]>>;

/** Names of threats and elements as search takes them. */
function partsOfConcepts({ concepts }: Known): ConceptParts {
  const of = (scheme: 'THREAT' | 'ELEMENT') => new Map([...concepts[scheme]].map(([key, { label }]) => [key, searchPartsOf(label, 'en')]));
  return { THREAT: of('THREAT'), ELEMENT: of('ELEMENT') };
}
