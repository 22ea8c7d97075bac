// The door to strategies, nodes and links: everything here is read under the viewer of the request.

import type { Concept } from '../concepts/model.ts';
import { getConceptCatalogue } from '../concepts/service.ts';
import type { Day } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import { type Context, loadAll, loaderFor, loaderOf } from '../graphql/context.ts';
import type { PageRequest } from '../graphql/paging.ts';
import type { Language } from '../i18n/languages.ts';
import { at, say } from '../i18n/words.ts';
import {
  type Link,
  type Strategy,
  type StrategyFilter,
  type StrategyLevel,
  type StrategyNode,
  type StrategyRelation,
  strategyTrees,
} from './model.ts';
import { findHits, matchesText } from './search-store.ts';
import { type Standing, standings } from './standing.ts';
import {
  findLinksByEnds,
  findLinksFrom,
  findLinksTo,
  findNodes,
  findRelations,
  findStrategies,
  findStrategiesById,
  findStrategiesByKey,
  findStrategyIdsOfNodes,
  findSucceedingNodes,
  findSuccessionRows,
  findSuccessions,
  findSuccessorKeys,
  findTaggedNodes,
  findThemes,
} from './store.ts';

const loadStrategiesById = async (ids: readonly number[], { db, viewer }: Context) =>
  inOrder(ids, await findStrategiesById(db, viewer, ids), (it) => it.strategyId);
async function loadStrategiesByKey(keys: readonly string[], context: Context): Promise<(Strategy | null)[]> {
  const strategies = await findStrategiesByKey(context.db, context.viewer, keys);
  for (const strategy of strategies) strategiesById(context).prime(strategy.strategyId, strategy);
  return inOrder(keys, strategies, (it) => it.key);
}

export { findNodes, findStrategiesById, findSuccessionRows } from './store.ts';

/** Visible strategies by id or key; null in the place of one that cannot be seen. */
export const strategiesById = (context: Context) => loaderOf(context, loadStrategiesById);
export const strategiesByKey = (context: Context) => loaderOf(context, loadStrategiesByKey);

function inOrder<Key, Item>(keys: readonly Key[], items: readonly Item[], keyOf: (item: Item) => Key): (Item | null)[] {
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  return keys.map((key) => byKey.get(key) ?? null);
}

function grouped<Key, Item>(keys: readonly Key[], items: readonly Item[], keyOf: (item: Item) => Key): Item[][] {
  const groups = new Map<Key, Item[]>(keys.map((key) => [key, []]));
  for (const item of items) groups.get(keyOf(item))?.push(item);
  return keys.map((key) => groups.get(key) ?? []);
}

async function loadTrees(ids: readonly number[], context: Context): Promise<StrategyNode[][]> {
  const [strategies, catalogue] = await Promise.all([loadAll(strategiesById(context), ids), getConceptCatalogue(context)]);
  const seen = new Map(strategies.flatMap((strategy) => (strategy ? [[strategy.strategyId, strategy] as const] : [])));
  const nodes = strategyTrees(await findNodes(context.db, [...seen.keys()]), seen, catalogue);
  return grouped(ids, nodes, (node) => node.strategyId);
}

/** The nodes of a visible strategy in their tree, from top to bottom; empty for one that cannot be seen. */
export const nodesOf = (context: Context) => loaderOf(context, loadTrees);

async function loadNodesByKey(keys: readonly string[], context: Context): Promise<(StrategyNode | null)[]> {
  const strategies = await findStrategyIdsOfNodes(context.db, context.viewer, keys);
  const trees = await Promise.all(strategies.map(({ strategyId }) => nodesOf(context).load(strategyId)));
  return inOrder(keys, trees.flat(), (node) => node.key);
}

/** Visible nodes by key; null in the place of one that cannot be seen. */
export const nodesByKey = (context: Context) => loaderOf(context, loadNodesByKey);

/** Node of a strategy by id. Both must be visible, which whoever got the pair from a link knows. */
export async function nodeById(context: Context, strategyId: number, nodeId: number): Promise<StrategyNode | null> {
  return (await nodesOf(context).load(strategyId)).find((node) => node.nodeId === nodeId) ?? null;
}

const byEnds = (a: Link, b: Link) =>
  a.nationalKey < b.nationalKey ? -1 : a.nationalKey > b.nationalKey ? 1 : a.objectiveKey < b.objectiveKey ? -1 : 1;
const loadLinksFrom = async (ids: readonly number[], { db, viewer }: Context) =>
  grouped(ids, (await findLinksFrom(db, viewer, ids)).sort(byEnds), (link) => link.strategyId);
const loadLinksTo = async (ids: readonly number[], { db, viewer }: Context) =>
  grouped(ids, (await findLinksTo(db, viewer, ids)).sort(byEnds), (link) => link.objectiveStrategyId);

/** Links from a national strategy and its nodes, by strategy; in order of the national key, then the objective's. */
export const linksFrom = (context: Context) => loaderOf(context, loadLinksFrom);
/** Links to the objectives of a strategy, by strategy; in the same order. */
export const linksTo = (context: Context) => loaderOf(context, loadLinksTo);

const loadLinksFromNodes = async (nodes: readonly StrategyNode[], context: Context) => {
  const links = await loadAll(linksFrom(context), [...new Set(nodes.map((node) => node.strategyId))]);
  return grouped(
    nodes.map((node) => node.nodeId),
    links.flat(),
    (link) => link.nodeId ?? 0,
  );
};
const loadLinksToNodes = async (nodes: readonly StrategyNode[], context: Context) => {
  const links = await loadAll(linksTo(context), [...new Set(nodes.map((node) => node.strategyId))]);
  return grouped(
    nodes.map((node) => node.nodeId),
    links.flat(),
    (link) => link.objectiveId,
  );
};

/** Links from a national node, in the same order. */
export const linksFromNodes = (context: Context) => loaderOf(context, loadLinksFromNodes);
/** Links to an objective, in the same order. */
export const linksToNodes = (context: Context) => loaderOf(context, loadLinksToNodes);

/** The nodes of a strategy, each with its links: both are read at the same time. */
export async function nodesWithLinks(context: Context, strategy: Strategy): Promise<StrategyNode[]> {
  const isNational = strategy.level === 'NATIONAL';
  const [nodes, links] = await Promise.all([
    nodesOf(context).load(strategy.strategyId),
    (isNational ? linksFrom : linksTo)(context).load(strategy.strategyId),
  ]);
  const byNode = Map.groupBy(links, (link) => (isNational ? link.nodeId : link.objectiveId));
  for (const node of nodes) node.links = byNode.get(node.nodeId) ?? [];
  return nodes;
}

const loadSuccessorKeys = async (ids: readonly number[], { db, viewer }: Context) =>
  grouped(ids, await findSuccessorKeys(db, viewer, ids), (row) => row.strategyId);
/** Keys of the strategies that supersede one, recorded or not. */
export const successorKeys = (context: Context) => loaderOf(context, loadSuccessorKeys);

async function loadPredecessors(ids: readonly number[], context: Context): Promise<Strategy[][]> {
  const pairs = await findSuccessions(context.db, context.viewer, ids);
  const predecessors = await Promise.all(pairs.map(async (pair) => ({ pair, strategy: await strategiesById(context).load(pair.strategyId) })));
  return ids.map((id) => predecessors.flatMap(({ pair, strategy }) => (pair.successorId === id && strategy ? [strategy] : [])));
}
/** Visible strategies that one supersedes. */
export const predecessorsOf = (context: Context) => loaderOf(context, loadPredecessors);

const loadSuccessionRows = async (ids: readonly number[], { db, viewer }: Context) =>
  grouped(ids, await findSuccessionRows(db, viewer, ids), (row) => row.strategyId);

async function loadSucceedingNodes(keys: readonly string[], context: Context): Promise<StrategyNode[][]> {
  const rows = await findSucceedingNodes(context.db, context.viewer, keys);
  const nodes = await Promise.all(rows.map((row) => nodeById(context, row.strategyId, row.nodeId)));
  return keys.map((key) => rows.flatMap((row, index) => (row.succeedsKey === key ? (nodes[index] ?? []) : [])));
}
/** Visible nodes of newer versions that carry on the node with this key. */
export const succeedingNodes = (context: Context) => loaderOf(context, loadSucceedingNodes);

/** Where a strategy stands on a day. */
export async function standingOf(context: Context, strategy: Strategy, asOf: Day): Promise<Standing> {
  return standings(await loaderOf(context, loadSuccessionRows).load(strategy.strategyId), asOf)(strategy);
}

const loadThemes = async (ids: readonly number[], { db }: Context) => grouped(ids, await findThemes(db, ids), (row) => row.strategyId);
/** Keys of the threats a strategy takes as its themes. */
export const themesOf = (context: Context) => loaderOf(context, loadThemes);

async function loadRelations(ids: readonly number[], context: Context): Promise<{ outgoing: StrategyRelation[]; incoming: StrategyRelation[] }[]> {
  const strategies = inOrder(ids, await findStrategiesById(context.db, context.viewer, ids), (it) => it.strategyId);
  const relations = await findRelations(
    context.db,
    context.viewer,
    strategies.filter((it) => it !== null),
  );
  return strategies.map((strategy) => ({
    outgoing: relations.filter((relation) => relation.strategyId === strategy?.strategyId),
    incoming: relations.filter((relation) => relation.targetKey === strategy?.key),
  }));
}
/** What a strategy says of others, and what others say of it. */
export const relationsOf = (context: Context) => loaderOf(context, loadRelations);

/** The visible strategy with this key. Throws NOT_FOUND, naming the argument: keys of strategies may be hidden. */
export async function getStrategy(context: Context, key: string, argument: string): Promise<Strategy> {
  return (await strategiesByKey(context).load(key)) ?? notFound('strategy', key, argument);
}

/** The visible node with this key. Throws NOT_FOUND, naming the argument. */
export async function getNode(context: Context, key: string, argument: string): Promise<StrategyNode> {
  return (await nodesByKey(context).load(key)) ?? notFound('node', key, argument);
}

/** Refuses a key that names nothing the viewer may see: the same words, whether or not there is such a thing. */
export function notFound(what: 'strategy' | 'node' | 'ownNode', key: string, argument: string): never {
  throw new AppError('NOT_FOUND', at(argument, say(`error.unseen.${what}`, { key })), { field: argument });
}

/** Links by global key "national>objective"; null in the place of one that cannot be seen. */
export async function linksByEnds(context: Context, keys: readonly string[]): Promise<(Link | null)[]> {
  const ends = keys.map((key) => ({ nationalKey: key.split('>')[0] ?? '', objectiveKey: key.split('>')[1] ?? '' }));
  return inOrder(keys, await findLinksByEnds(context.db, context.viewer, ends), (link) => `${link.nationalKey}>${link.objectiveKey}`);
}

const loadStrategiesOfStates = async (keys: readonly string[], { db, viewer }: Context) =>
  grouped(keys, await findStrategies(db, viewer, { states: keys }, null), (strategy) => strategy.stateKey ?? '');
const loadStrategiesOfOrganizations = async (keys: readonly string[], { db, viewer }: Context) =>
  grouped(keys, await findStrategies(db, viewer, { organizations: keys }, null), (strategy) => strategy.organizationKey ?? '');

/** Visible strategies of a state, in order of key. */
export const strategiesOfState = (context: Context) => loaderOf(context, loadStrategiesOfStates);
/** Visible strategies of an organization, in order of key. */
export const strategiesOfOrganization = (context: Context) => loaderOf(context, loadStrategiesOfOrganizations);

/** Visible nodes whose own tags name the concept, in order of key. */
export function taggedNodes(
  context: Context,
  concept: Concept,
  filter: { level?: StrategyLevel | null; states?: readonly string[] | null; organization?: string | null },
) {
  const batch = async (keys: readonly string[]) =>
    grouped(keys, await findTaggedNodes(context.db, context.viewer, concept.scheme, keys, filter), (node) => node.conceptKey);
  return loaderFor(context, 'taggedNodes', [concept.scheme, filter], batch).load(concept.key);
}

/** Visible strategies that fit the filter, in order of key. */
export async function filteredStrategies(context: Context, filter: StrategyFilter): Promise<Strategy[]> {
  const strategies = await findStrategies(
    context.db,
    context.viewer,
    filter,
    filter.text ? matchesText(filter.text, context.language, 's.search') : null,
  );
  if (!filter.inForceOn || strategies.length === 0) return strategies;
  const successions = await findSuccessionRows(
    context.db,
    context.viewer,
    strategies.map((it) => it.strategyId),
  );
  const standingOf = standings(successions, filter.inForceOn);
  return strategies.filter((strategy) => standingOf(strategy).phase === 'IN_FORCE');
}

/** A page of what matches the words, each hit with what was found. */
export async function searchHits(context: Context, text: string, language: Language, request: PageRequest) {
  const page = await findHits(context.db, context.viewer, text, language, request);
  const hits = await Promise.all(
    page.items.map((it) => (it.nodeId === null ? strategiesById(context).load(it.strategyId) : nodeById(context, it.strategyId, it.nodeId))),
  );
  const items = page.items.flatMap(({ kind, key }, index) => {
    const hit = hits[index];
    return hit ? [{ kind, key, hit }] : [];
  });
  return { ...page, items };
}
