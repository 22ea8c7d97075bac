// Reads strategies, their nodes, links and relations. Whoever sees a strategy sees its nodes; a link is seen by who sees both its ends.
import { type RawBuilder, sql } from 'kysely';
import type { ConceptScheme } from '../concepts/model.ts';
import type { Viewer } from '../core/viewer.ts';
import { readColumns } from '../store/columnar.ts';
import type { Database } from '../store/db.ts';
import { anyOf, keyOrder } from '../store/sql.ts';
import { visibleLink, visibleStrategy } from '../store/visibility.ts';
import type { Link, NodeRecord, Strategy, StrategyFilter, StrategyLevel, StrategyRelation, SuccessionRow } from './model.ts';

export const strategyColumns = [
  's.strategy_id as strategyId',
  's.strategy_key as key',
  's.state_key as stateKey',
  's.organization_key as organizationKey',
  's.level',
  's.scope',
  's.status',
  's.publication',
  's.visibility',
  's.shared_with as sharedWith',
  's.version',
  's.title',
  's.original_language as originalLanguage',
  's.adopted',
  's.valid_from as validFrom',
  's.valid_to as validTo',
  's.adopting_body as adoptingBody',
  's.lead_body as leadBody',
  's.status_note as statusNote',
  's.is_verified as isVerified',
  's.verified_note as verifiedNote',
  's.is_fully_read as isFullyRead',
  's.structure_basis as structureBasis',
  's.notes',
  's.instrument_references as instrumentReferences',
  's.sources',
] as const;

export function selectStrategies(db: Database, viewer: Viewer) {
  return db
    .selectFrom('strategy as s')
    .select(strategyColumns)
    .where(visibleStrategy(viewer, 's'))
    .orderBy(keyOrder('s.strategy_key'))
    .$castTo<Strategy>();
}

/** Visible strategies with these ids, in order of key. */
export function findStrategiesById(db: Database, viewer: Viewer, ids: readonly number[]): Promise<Strategy[]> {
  return selectStrategies(db, viewer).where('s.strategy_id', '=', anyOf(ids)).execute();
}

/** Visible strategies with these keys, in order of key. */
export function findStrategiesByKey(db: Database, viewer: Viewer, keys: readonly string[]): Promise<Strategy[]> {
  return selectStrategies(db, viewer).where('s.strategy_key', '=', anyOf(keys)).execute();
}

/** Visible strategies that fit the filter (inForceOn apart: what is in force is computed), in order of key. */
export function findStrategies(db: Database, viewer: Viewer, filter: StrategyFilter, textQuery: RawBuilder<boolean> | null): Promise<Strategy[]> {
  let query = selectStrategies(db, viewer);
  if (filter.organizations) query = query.where('s.organization_key', '=', anyOf(filter.organizations));
  if (filter.organization != null) query = query.where('s.organization_key', '=', filter.organization);
  if (filter.states) query = query.where('s.state_key', '=', anyOf(filter.states));
  if (filter.level) query = query.where('s.level', '=', filter.level);
  if (filter.scopes) query = query.where('s.scope', '=', anyOf(filter.scopes));
  if (filter.status) query = query.where('s.status', '=', filter.status);
  if (textQuery) query = query.where(textQuery);
  return query.execute();
}

/** Which strategy is superseded by which: as its own text says, or as the other is recorded as its new version. */
const successions = sql<{ strategy_id: number; successor_key: string }>`(
  select strategy_id, successor_key from strategy_successor
  union
  select o.strategy_id, n.strategy_key from strategy n join strategy o on o.strategy_key = n.succeeds_key
)`.as<'r'>(sql.ref('r'));

/** Pairs of a strategy and a visible one that supersedes it, both with ids, among those that touch these ids. */
export function findSuccessions(
  db: Database,
  viewer: Viewer,
  ids: readonly number[],
): Promise<{ strategyId: number; successorId: number; successorKey: string }[]> {
  return db
    .selectFrom(successions)
    .innerJoin('strategy as p', 'p.strategy_id', 'r.strategy_id')
    .innerJoin('strategy as s', 's.strategy_key', 'r.successor_key')
    .select(['r.strategy_id as strategyId', 's.strategy_id as successorId', 'r.successor_key as successorKey'])
    .where(visibleStrategy(viewer, 'p'))
    .where(visibleStrategy(viewer, 's'))
    .where((eb) => eb.or([eb('p.strategy_id', '=', anyOf(ids)), eb('s.strategy_id', '=', anyOf(ids))]))
    .orderBy(keyOrder('p.strategy_key'))
    .orderBy(keyOrder('r.successor_key'))
    .execute();
}

/** Which of these strategies a visible one supersedes, with the status and beginning of that one. */
export function findSuccessionRows(db: Database, viewer: Viewer, strategyIds: readonly number[]): Promise<SuccessionRow[]> {
  return db
    .selectFrom(successions)
    .innerJoin('strategy as s', 's.strategy_key', 'r.successor_key')
    .select(['r.strategy_id as strategyId', 's.status as successorStatus', 's.valid_from as successorValidFrom'])
    .where('r.strategy_id', '=', anyOf(strategyIds))
    .where(visibleStrategy(viewer, 's'))
    .execute();
}

/**
 * Keys of the successors of these strategies: those that their texts name, recorded or not (a key that is recorded but out of sight reads
 * like one that is not recorded), and those recorded as their new versions, which only those are told of who may see them.
 */
export function findSuccessorKeys(db: Database, viewer: Viewer, ids: readonly number[]): Promise<{ strategyId: number; successorKey: string }[]> {
  const newVersions = db
    .selectFrom('strategy as s')
    .innerJoin('strategy as o', 'o.strategy_key', 's.succeeds_key')
    .select(['o.strategy_id as strategyId', 's.strategy_key as successorKey'])
    .where('o.strategy_id', '=', anyOf(ids))
    .where(visibleStrategy(viewer, 's'));
  const named = db
    .selectFrom('strategy_successor')
    .select(['strategy_id as strategyId', 'successor_key as successorKey'])
    .where('strategy_id', '=', anyOf(ids));
  return db.selectFrom(named.union(newVersions).as('k')).selectAll().orderBy(keyOrder('k.successorKey')).execute();
}

/** Visible nodes that carry on the nodes with these keys, by key. */
export function findSucceedingNodes(
  db: Database,
  viewer: Viewer,
  keys: readonly string[],
): Promise<{ succeedsKey: string; strategyId: number; nodeId: number }[]> {
  return db
    .selectFrom('strategy_node as n')
    .innerJoin('strategy as s', 's.strategy_id', 'n.strategy_id')
    .select((eb) => [eb.ref('n.succeeds_key').$notNull().as('succeedsKey'), 'n.strategy_id as strategyId', 'n.strategy_node_id as nodeId'])
    .where('n.succeeds_key', '=', anyOf(keys))
    .where(visibleStrategy(viewer, 's'))
    .orderBy(keyOrder('n.strategy_node_key'))
    .execute();
}

/** What visible strategies say of others: those that speak (outgoing) or are spoken of (incoming) among these. */
export function findRelations(db: Database, viewer: Viewer, strategies: readonly { strategyId: number; key: string }[]): Promise<StrategyRelation[]> {
  return db
    .selectFrom('strategy_relation as r')
    .innerJoin('strategy as s', 's.strategy_id', 'r.strategy_id')
    .select([
      'r.strategy_id as strategyId',
      'r.target_key as targetKey',
      'r.relation',
      'r.strength',
      'r.basis',
      'r.is_verified as isVerified',
      'r.citation',
    ])
    .where(visibleStrategy(viewer, 's'))
    .where((eb) =>
      eb.or([eb('r.strategy_id', '=', anyOf(strategies.map((it) => it.strategyId))), eb('r.target_key', '=', anyOf(strategies.map((it) => it.key)))]),
    )
    .orderBy(keyOrder('s.strategy_key'))
    .orderBy(keyOrder('r.target_key'))
    .$castTo<StrategyRelation>()
    .execute();
}

/** Threats strategies take as their themes. */
export function findThemes(db: Database, ids: readonly number[]): Promise<{ strategyId: number; threatKey: string }[]> {
  return db
    .selectFrom('strategy_theme')
    .select(['strategy_id as strategyId', 'threat_key as threatKey'])
    .where('strategy_id', '=', anyOf(ids))
    .execute();
}

/** All nodes of these strategies, each tree from top to bottom. The strategies must have been read under the viewer. */
export function findNodes(db: Database, strategyIds: readonly number[]): Promise<NodeRecord[]> {
  const query = db
    .selectFrom('strategy_node as n')
    .select([
      'n.strategy_node_id as nodeId',
      'n.strategy_node_key as key',
      'n.strategy_id as strategyId',
      'n.parent_id as parentId',
      'n.kind',
      'n.label',
      'n.original_language as originalLanguage',
      'n.addressee',
      'n.is_seen_in_source as isSeenInSource',
      'n.responsible',
      'n.deadline',
      'n.citation',
      'n.succeeds_key as succeedsKey',
      sql<
        string | null
      >`(select string_agg(t.scheme || ' ' || t.concept_key, ',') from strategy_node_concept t where t.strategy_node_id = n.strategy_node_id)`.as(
        'tags',
      ),
    ])
    .where('n.strategy_id', '=', anyOf(strategyIds))
    .orderBy('n.strategy_id')
    .orderBy('n.position')
    .$castTo<NodeRecord>();
  return readColumns(db, query, {
    nodeId: true,
    key: true,
    strategyId: true,
    parentId: true,
    kind: true,
    label: true,
    originalLanguage: true,
    addressee: true,
    isSeenInSource: true,
    responsible: true,
    deadline: true,
    citation: true,
    succeedsKey: true,
    tags: true,
  });
}

/** Visible strategies that hold nodes with these keys. */
export function findStrategyIdsOfNodes(db: Database, viewer: Viewer, nodeKeys: readonly string[]): Promise<{ strategyId: number }[]> {
  return db
    .selectFrom('strategy_node as n')
    .innerJoin('strategy as s', 's.strategy_id', 'n.strategy_id')
    .select('n.strategy_id as strategyId')
    .distinct()
    .where(visibleStrategy(viewer, 's'))
    .where('n.strategy_node_key', '=', anyOf(nodeKeys))
    .execute();
}

/** Links that the viewer may see, with the keys of their two ends. */
export function selectLinks(db: Database, viewer: Viewer) {
  return db
    .selectFrom('link as l')
    .innerJoin('strategy as s', 's.strategy_id', 'l.national_strategy_id')
    .innerJoin('strategy_node as o', 'o.strategy_node_id', 'l.objective_id')
    .innerJoin('strategy as r', 'r.strategy_id', 'o.strategy_id')
    .leftJoin('strategy_node as n', 'n.strategy_node_id', 'l.national_node_id')
    .select((eb) => [
      'l.link_id as linkId',
      'l.national_strategy_id as strategyId',
      'l.national_node_id as nodeId',
      eb.fn.coalesce('n.strategy_node_key', 's.strategy_key').as('nationalKey'),
      'l.objective_id as objectiveId',
      'o.strategy_node_key as objectiveKey',
      'o.strategy_id as objectiveStrategyId',
      'l.relation',
      'l.share',
      'l.status',
      'l.confidence',
      'l.rationale',
      'l.citation',
      'l.method',
      'l.recorded_by as recordedBy',
      'l.recorded_on as recordedOn',
      'l.version',
      'l.visibility',
      'l.shared_with as sharedWith',
      'l.publication',
      'l.state_key as stateKey',
      'l.organization_key as organizationKey',
      'l.proposed_side as proposedSide',
    ])
    .where(visibleLink(viewer, 'l'))
    .where(visibleStrategy(viewer, 's'))
    .where(visibleStrategy(viewer, 'r'))
    .$castTo<Link>();
}

const linkColumns = {
  linkId: true,
  strategyId: true,
  nodeId: true,
  nationalKey: true,
  objectiveId: true,
  objectiveKey: true,
  objectiveStrategyId: true,
  relation: true,
  share: true,
  status: true,
  confidence: true,
  rationale: true,
  citation: true,
  method: true,
  recordedBy: true,
  recordedOn: true,
  version: true,
  visibility: true,
  sharedWith: true,
  publication: true,
  stateKey: true,
  organizationKey: true,
  proposedSide: true,
} as const;

/** Links from these national strategies or their nodes, in no order. */
export function findLinksFrom(db: Database, viewer: Viewer, strategyIds: readonly number[]): Promise<Link[]> {
  // The second condition follows from the first, here and below; it keeps the planner from reading every strategy there is.
  const query = selectLinks(db, viewer).where('l.national_strategy_id', '=', anyOf(strategyIds)).where('s.strategy_id', '=', anyOf(strategyIds));
  return readColumns(db, query, linkColumns);
}

/** Links to objectives of these strategies, in no order. */
export function findLinksTo(db: Database, viewer: Viewer, strategyIds: readonly number[]): Promise<Link[]> {
  const objectives = sql<number>`any(array(select strategy_node_id from strategy_node where strategy_id = ${anyOf(strategyIds)}))`;
  const query = selectLinks(db, viewer).where('l.objective_id', '=', objectives).where('r.strategy_id', '=', anyOf(strategyIds));
  return readColumns(db, query, linkColumns);
}

/** Links by the keys of their two ends, in no order. */
export function findLinksByEnds(db: Database, viewer: Viewer, ends: readonly { nationalKey: string; objectiveKey: string }[]): Promise<Link[]> {
  return selectLinks(db, viewer)
    .where('o.strategy_node_key', '=', anyOf(ends.map((end) => end.objectiveKey)))
    .where((eb) => eb(eb.fn.coalesce('n.strategy_node_key', 's.strategy_key'), '=', anyOf(ends.map((end) => end.nationalKey))))
    .execute();
}

/** A node whose own tags name a concept. */
export type TaggedNode = { nodeId: number; key: string; strategyId: number; conceptKey: string };

/** Visible nodes whose own tags name one of these concepts, in order of key; of these levels and states where they are given. */
export function findTaggedNodes(
  db: Database,
  viewer: Viewer,
  scheme: ConceptScheme,
  conceptKeys: readonly string[],
  filter: { level?: StrategyLevel | null; states?: readonly string[] | null; organization?: string | null },
): Promise<TaggedNode[]> {
  return db
    .selectFrom('strategy_node_concept as t')
    .innerJoin('strategy_node as n', 'n.strategy_node_id', 't.strategy_node_id')
    .innerJoin('strategy as s', 's.strategy_id', 'n.strategy_id')
    .select(['n.strategy_node_id as nodeId', 'n.strategy_node_key as key', 'n.strategy_id as strategyId', 't.concept_key as conceptKey'])
    .where('t.scheme', '=', scheme)
    .where('t.concept_key', '=', anyOf(conceptKeys))
    .where(visibleStrategy(viewer, 's'))
    .$if(!!filter.level, (query) => query.where('s.level', '=', filter.level ?? null))
    .$if(!!filter.states, (query) => query.where('s.state_key', '=', anyOf(filter.states ?? [])))
    .$if(filter.organization != null, (query) => query.where('s.organization_key', '=', filter.organization ?? ''))
    .orderBy(keyOrder('n.strategy_node_key'))
    .execute();
}
