// What the computations share: who the rows are, their plans, the objectives of an organization. Everything is read in one snapshot,
// so an answer never mixes two states of the data; inside it only the database it is given may be used.

import type { Concept, ConceptCatalogue } from '../concepts/model.ts';
import { getConceptCatalogue } from '../concepts/service.ts';
import type { Day } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import type { Context } from '../graphql/context.ts';
import { at, say } from '../i18n/words.ts';
import type { MemberState, Membership, Organization } from '../members/model.ts';
import { getMembersAt, getOrganization, getStatesByKey, sortedByName } from '../members/service.ts';
import type { Database } from '../store/db.ts';
import type { Strategy, StrategyNode, SuccessionRow } from '../strategies/model.ts';
import { strategyTrees } from '../strategies/model.ts';
import { findNodes, findStrategiesById, findSuccessionRows } from '../strategies/service.ts';
import type { CellStatements, LinkRow, NodeRow, StrategyRow } from './model.ts';
import { organizationStrategies, type PlanRecord, planRecords } from './record.ts';
import { decisiveStatuses, loadLinks, loadNodes, loadStatements, loadStrategies, type TagScheme } from './store.ts';
import { type ConceptTree, conceptTree } from './tags.ts';
import { type ReadNode, readTrees } from './trees.ts';

/** Who the rows are: members of an organization (each with its membership), or states that were named. */
export type Rows = { organization: Organization | null; states: MemberState[]; memberships: (Membership | null)[] };

/** Per row: what is to be shown beside it of its membership and, for members of organizations that are no states of the United Nations, of its name. */
export function rowNotes({ states, memberships }: Rows): (string | null)[] {
  return states.map((state, row) => {
    const notes = [memberships[row]?.note, state.kind === 'org_member' ? state.note : null].filter((note) => note !== null && note !== undefined);
    return notes.length === 0 ? null : [...new Set(notes)].join('; ');
  });
}

/** Rows of a matrix: exactly one of an organization and a list of states is given. Throws INVALID. */
export async function rowsOf(context: Context, of: { organization?: string | null; states?: readonly string[] | null }, asOf: Day): Promise<Rows> {
  if (of.states && of.organization == null) {
    const states = sortedByName(await getStatesByKey(context, [...new Set(of.states)], 'states'), context);
    return { organization: null, states, memberships: states.map(() => null) };
  }
  if (of.organization == null || of.states) throw new AppError('INVALID', say('error.eitherRows'));
  return memberRows(context, of.organization, asOf);
}

/** Members of an organization at asOf as rows. */
export async function memberRows(context: Context, organizationKey: string, asOf: Day): Promise<Rows & { organization: Organization }> {
  const [organization, members] = await Promise.all([getOrganization(context, organizationKey), getMembersAt(context, organizationKey, asOf)]);
  return { organization, states: members.map(({ state }) => state), memberships: members.map(({ membership }) => membership) };
}

/** The concepts, and the threats among them as a tree. Read before the snapshot: they are public and change with the release. */
export async function concepts(
  context: Context,
): Promise<{ catalogue: ConceptCatalogue; threats: ConceptTree; threatKeys: string[]; coreElements: Concept[] }> {
  const catalogue = await getConceptCatalogue(context);
  const threats = catalogue.of('THREAT');
  return {
    catalogue,
    threats: conceptTree(threats),
    threatKeys: threats.map(({ key }) => key),
    coreElements: catalogue.of('ELEMENT').filter(({ elementGroup }) => elementGroup === 'core'),
  };
}

/** Strategies of the states and of organizations, with what supersedes them, and the plans of each state. */
export type StrategyFacet = { strategies: StrategyRow[]; successions: SuccessionRow[]; records: PlanRecord[] };

/** `organizationKeys`: whose strategies are needed beside those of the states; `named`: keys of strategies to take in whoever owns them. */
export async function loadRecords(
  db: Database,
  context: Context,
  states: readonly MemberState[],
  asOf: Day,
  beside: { organizationKeys: readonly string[]; named?: readonly string[] | null } = { organizationKeys: [] },
): Promise<StrategyFacet> {
  const stateKeys = states.map(({ key }) => key);
  const strategies = await loadStrategies(db, context.viewer, {
    stateKeys,
    organizationKeys: beside.organizationKeys,
    strategyKeys: beside.named ?? [],
  });
  const successions = await findSuccessionRows(
    db,
    context.viewer,
    strategies.map(({ strategyId }) => strategyId),
  );
  return { strategies, successions, records: planRecords(stateKeys, strategies, successions, asOf) };
}

/** Nodes of all the plans of these records, as read, plan after plan in the order of the records. Tags of schemes that are not asked for are left out. */
export async function loadPlanNodes(
  db: Database,
  records: readonly PlanRecord[],
  includeUnseen: boolean,
  schemes?: readonly TagScheme[],
): Promise<ReadNode[]> {
  const planIds = planIdsOf(records);
  const places = new Map(planIds.map((planId, index) => [planId, index]));
  const placeOf = (node: NodeRow) => places.get(node.strategyId) ?? 0;
  const rows = (await loadNodes(db, planIds, schemes)).sort((a, b) => placeOf(a) - placeOf(b));
  return readTrees(rows, includeUnseen);
}

export const planIdsOf = (records: readonly PlanRecord[]): number[] => records.flatMap(({ plans }) => plans.map(({ strategyId }) => strategyId));

/** The strategies of an organization that count, with their trees. */
export type RegionalFacet = { strategies: Strategy[]; isEnded: boolean; nodes: StrategyNode[]; rows: NodeRow[]; read: ReadNode[] };

/** The strategies of several organizations at asOf, in the order of the keys. */
export async function loadRegionals(
  db: Database,
  context: Context,
  facet: StrategyFacet,
  organizationKeys: readonly string[],
  asOf: Day,
  includeUnseen: boolean,
): Promise<RegionalFacet[]> {
  const chosen = organizationKeys.map((key) => organizationStrategies(key, facet.strategies, facet.successions, asOf));
  return withTrees(db, context, chosen, includeUnseen);
}

/** Strategies named by key, of whatever organization and date. Throws NOT_FOUND for one that cannot be seen, INVALID for a national one. */
export async function loadNamed(
  db: Database,
  context: Context,
  facet: StrategyFacet,
  named: readonly string[],
  includeUnseen: boolean,
): Promise<RegionalFacet> {
  const [regional] = await withTrees(db, context, [{ strategies: namedStrategies(facet.strategies, named), isEnded: false }], includeUnseen);
  return regional as RegionalFacet;
}

async function withTrees(
  db: Database,
  context: Context,
  chosen: readonly { strategies: StrategyRow[]; isEnded: boolean }[],
  includeUnseen: boolean,
): Promise<RegionalFacet[]> {
  const catalogue = await getConceptCatalogue(context);
  const ids = chosen.flatMap(({ strategies }) => strategies.map(({ strategyId }) => strategyId));
  const found = new Map((await findStrategiesById(db, context.viewer, ids)).map((strategy) => [strategy.strategyId, strategy]));
  const nodesOf = Map.groupBy(strategyTrees(await findNodes(db, ids), found, catalogue), (node) => node.strategyId);
  return chosen.map(({ strategies, isEnded }) => {
    const nodes = strategies.flatMap(({ strategyId }) => nodesOf.get(strategyId) ?? []);
    const rows = nodes.map(nodeRow);
    return {
      strategies: strategies.flatMap(({ strategyId }) => found.get(strategyId) ?? []),
      isEnded,
      nodes,
      rows,
      read: readTrees(rows, includeUnseen),
    };
  });
}

function namedStrategies(strategies: readonly StrategyRow[], named: readonly string[]): StrategyRow[] {
  return [...new Set(named)].map((key) => {
    const strategy = strategies.find((candidate) => candidate.key === key);
    if (!strategy) throw new AppError('NOT_FOUND', at('strategies', say('error.unseen.strategy', { key })));
    if (strategy.organizationKey === null) throw new AppError('INVALID', at('strategies', say('error.strategyIsNational', { key })));
    return strategy;
  });
}

/** A node of a tree as a row of the computations. */
export function nodeRow(node: StrategyNode): NodeRow {
  const keys = (list: readonly Concept[]) => list.map(({ key }) => key);
  return {
    nodeId: node.nodeId,
    key: node.key,
    strategyId: node.strategyId,
    parentId: node.parentId,
    kind: node.kind,
    addressee: node.addressee,
    isSeen: node.isSeenInSource,
    hasResponsible: node.responsible !== null,
    threats: keys(node.threats),
    elements: keys(node.elements),
    provisions: keys(node.provisions),
  };
}

/** Links that may decide a cell, from all plans of the records to these columns. */
export function loadColumnLinks(
  db: Database,
  context: Context,
  records: readonly PlanRecord[],
  columns: readonly ReadNode[],
  includeUnseen: boolean,
): Promise<LinkRow[]> {
  return loadLinks(
    db,
    context.viewer,
    planIdsOf(records),
    columns.map(({ row }) => row.nodeId),
    includeUnseen,
    decisiveStatuses,
  );
}

/** What was said of the cells of these records and columns. */
export function loadColumnStatements(
  db: Database,
  context: Context,
  records: readonly PlanRecord[],
  columns: readonly ReadNode[],
): Promise<CellStatements> {
  return loadStatements(
    db,
    context.viewer,
    records.map(({ stateKey }) => stateKey),
    columns.map(({ row }) => row.nodeId),
  );
}
