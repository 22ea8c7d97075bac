// The computed queries: loads the facets of each in one snapshot and hands them to the pure functions.
import type { Concept } from '../concepts/model.ts';
import type { Day } from '../core/dates.ts';
import type { Context } from '../graphql/context.ts';
import { findAdvisers } from '../members/agreement-service.ts';
import type { MemberState, Organization } from '../members/model.ts';
import { type Database, readSnapshot } from '../store/db.ts';
import type { StrategyNode } from '../strategies/model.ts';
import { stateComparison } from './comparison.ts';
import { strategyCoverage } from './coverage.ts';
import { elementMatrix } from './elements.ts';
import { threatExposures } from './exposure.ts';
import {
  concepts,
  loadColumnLinks,
  loadColumnStatements,
  loadNamed,
  loadPlanNodes,
  loadRecords,
  loadRegionals,
  memberRows,
  type RegionalFacet,
  rowsOf,
} from './facets.ts';
import { hintMatrix } from './hints.ts';
import { alignmentMatrix } from './matrix.ts';
import type { FindingSources } from './model.ts';
import { type SharedThreat, sharedThreats } from './shared-threats.ts';
import { loadAttributions, loadFindings, loadFlows, loadRegionalNamings, loadTreatyStatuses } from './store.ts';
import { carriedBack, takenUp } from './synergy.ts';
import { plannedFigures, threatMatrix } from './threats.ts';
import { columnsOf, objectivesOf, strategiesWithNothingSeen } from './trees.ts';

export type RowChoice = { organization?: string | null; states?: readonly string[] | null };

/** Alignment of the members of an organization with its objectives. `withHints`: hints and bases are asked for, which takes the nodes of all plans. */
export async function computeAlignmentMatrix(
  context: Context,
  organizationKey: string,
  asOf: Day,
  includeUnseen: boolean,
  withHints: boolean,
  named?: readonly string[] | null,
) {
  const [rows, { threats }] = await Promise.all([memberRows(context, organizationKey, asOf), concepts(context)]);
  const { organization } = rows;
  return readSnapshot(context.db, async (db) => {
    const facet = await loadRecords(db, context, rows.states, asOf, { organizationKeys: [organization.key], named });
    const regional = named
      ? await loadNamed(db, context, facet, named, includeUnseen)
      : ((await loadRegionals(db, context, facet, [organization.key], asOf, includeUnseen))[0] as RegionalFacet);
    const columns = columnsOf(regional.read);
    context.cost.add(rows.states.length + columns.length);
    const links = await loadColumnLinks(db, context, facet.records, columns, includeUnseen);
    const hints = withHints
      ? hintMatrix(facet.records, columns, { nodes: await loadPlanNodes(db, facet.records, includeUnseen), links, threats })
      : null;
    const statements = await loadColumnStatements(db, context, facet.records, columns);
    const matrix = alignmentMatrix({ records: facet.records, columns, links, statements, threats, includeUnseen, hints });
    const nodes = new Map(regional.nodes.map((node) => [node.nodeId, node]));
    return {
      asOf,
      rows,
      organization,
      regional,
      matrix,
      columns: matrix.columns.map((id) => nodes.get(id) as StrategyNode),
      unseen: includeUnseen
        ? []
        : strategiesWithNothingSeen(regional.rows).map((it) => ({
            ...it,
            strategy: regional.strategies.find(({ strategyId }) => strategyId === it.strategyId),
          })),
    };
  });
}
export type AlignmentMatrixAnswer = Awaited<ReturnType<typeof computeAlignmentMatrix>>;

/** How far each state's plans go on each core element. */
export async function computeElementMatrix(context: Context, of: RowChoice, asOf: Day, includeUnseen: boolean) {
  const rows = await rowsOf(context, of, asOf);
  const { coreElements } = await concepts(context);
  context.cost.add(rows.states.length + coreElements.length);
  return readSnapshot(context.db, async (db) => {
    const { records } = await loadRecords(db, context, rows.states, asOf);
    const nodes = await loadPlanNodes(db, records, includeUnseen, ['ELEMENT']);
    return {
      asOf,
      rows,
      columns: coreElements,
      records,
      nodes,
      matrix: elementMatrix(
        records,
        nodes,
        coreElements.map(({ key }) => key),
      ),
    };
  });
}
export type ElementMatrixAnswer = Awaited<ReturnType<typeof computeElementMatrix>>;

/** How exposed each state is to each threat, and what its plans say of it. `attribution`: words owed to the assessments whose figures enter. */
export async function computeThreatMatrix(context: Context, of: RowChoice, asOf: Day, sources: FindingSources, includeUnseen: boolean) {
  const rows = await rowsOf(context, of, asOf);
  const { catalogue, threats, threatKeys } = await concepts(context);
  const stateKeys = rows.states.map(({ key }) => key);
  context.cost.add(rows.states.length + threatKeys.length);
  return readSnapshot(context.db, async (db) => {
    const { records } = await loadRecords(db, context, rows.states, asOf);
    const nodes = await loadPlanNodes(db, records, includeUnseen, ['THREAT']);
    const exposures = threatExposures(await loadFindings(db, context.viewer, stateKeys), threats, asOf, sources);
    const matrix = threatMatrix(records, threatKeys, exposures, plannedFigures(records, nodes, threats, threatKeys));
    const used = stateKeys.flatMap((stateKey) => threatKeys.flatMap((threatKey) => exposures.of(stateKey, threatKey)?.assessmentKey ?? []));
    return { asOf, rows, columns: catalogue.of('THREAT'), matrix, exposures, attribution: await loadAttributions(db, [...new Set(used)]) };
  });
}
export type ThreatMatrixAnswer = Awaited<ReturnType<typeof computeThreatMatrix>>;

/** Which kinds of strategy each state has, and the instruments it is party to. */
export async function computeStrategyCoverage(context: Context, of: RowChoice, asOf: Day) {
  const rows = await rowsOf(context, of, asOf);
  const stateKeys = rows.states.map(({ key }) => key);
  return readSnapshot(context.db, async (db) => {
    const { strategies, successions, records } = await loadRecords(db, context, rows.states, asOf);
    const coverage = strategyCoverage(stateKeys, strategies, successions, [], await loadTreatyStatuses(db, stateKeys), asOf);
    context.cost.add(rows.states.length + coverage.columns.length);
    return { asOf, rows, records, coverage };
  });
}
export type StrategyCoverageAnswer = Awaited<ReturnType<typeof computeStrategyCoverage>>;

/** `includeUnseen`: count nodes not seen in a source too, of plans and of the organization's strategies. */
export type SharedThreatOptions = { asOf: Day; sources: FindingSources; includeUnseen: boolean };

async function loadSharedThreats(
  db: Database,
  context: Context,
  { organization, states }: { organization: Organization; states: readonly MemberState[] },
  { asOf, sources, includeUnseen }: SharedThreatOptions,
) {
  const { threats, threatKeys } = await concepts(context);
  const stateKeys = states.map(({ key }) => key);
  const facet = await loadRecords(db, context, states, asOf, { organizationKeys: [organization.key] });
  const [regional] = (await loadRegionals(db, context, facet, [organization.key], asOf, includeUnseen)) as [RegionalFacet];
  const nodes = await loadPlanNodes(db, facet.records, includeUnseen, ['THREAT']);
  const shared = sharedThreats({
    stateKeys,
    threatKeys,
    threats,
    exposures: threatExposures(await loadFindings(db, context.viewer, stateKeys), threats, asOf, sources),
    planned: plannedFigures(facet.records, nodes, threats, threatKeys),
    flows: await loadFlows(db),
    namings: await loadRegionalNamings(db, context.viewer, organization.key),
    objectives: objectivesOf(regional.read),
    asOf,
  });
  context.cost.add(shared.length);
  return { facet, regional, nodes, shared, threats };
}

/** Threats that the members of an organization share. `attribution`: words owed to the assessments whose figures enter, where they are asked for. */
export async function computeSharedThreats(context: Context, organizationKey: string, options: SharedThreatOptions, withAttribution: boolean) {
  const { asOf } = options;
  const [rows, { catalogue }] = await Promise.all([memberRows(context, organizationKey, asOf), concepts(context)]);
  return readSnapshot(context.db, async (db) => {
    const { shared, regional } = await loadSharedThreats(db, context, rows, options);
    return {
      asOf,
      rows,
      shared,
      threatOf: (key: string) => catalogue.get('THREAT', key),
      objectives: new Map(regional.nodes.map((node) => [node.nodeId, node])),
      attribution: withAttribution ? await loadAttributions(db, assessmentsBehind(shared)) : [],
    };
  });
}
export type SharedThreatsAnswer = Awaited<ReturnType<typeof computeSharedThreats>>;

/** Assessments that the figures and reasons of shared threats rest on. */
function assessmentsBehind(shared: readonly SharedThreat[]): string[] {
  return [
    ...new Set(
      shared.flatMap(({ exposures, evidence }) => [
        ...exposures.map(({ assessmentKey }) => assessmentKey),
        ...evidence.flatMap(({ assessmentKeys }) => assessmentKeys),
      ]),
    ),
  ];
}

/** What members take up of an organization's objectives, and what they carry back. */
export async function computeSynergy(context: Context, organizationKey: string, options: SharedThreatOptions) {
  const { asOf, includeUnseen } = options;
  const [rows, { catalogue }] = await Promise.all([memberRows(context, organizationKey, asOf), concepts(context)]);
  return readSnapshot(context.db, async (db) => {
    const { facet, regional, nodes, shared, threats } = await loadSharedThreats(db, context, rows, options);
    const { records } = facet;
    const columns = columnsOf(regional.read);
    const links = await loadColumnLinks(db, context, records, columns, includeUnseen);
    const statements = await loadColumnStatements(db, context, records, columns);
    const matrix = alignmentMatrix({ records, columns, links, statements, threats, includeUnseen, hints: null });
    const sharedThreatKeys = shared.map(({ threatKey }) => threatKey);
    const back = carriedBack({ sharedThreatKeys, records, columns, nodes, links, threats, includeUnseen });
    const rowOf = new Map(nodes.map(({ row }) => [row.nodeId, row]));
    const carriersOf = (threatKey: string) => back.carriers[back.threatKeys.indexOf(threatKey)] ?? [];
    return {
      asOf,
      organization: rows.organization,
      takenUp: takenUp(matrix),
      carriedBack: back,
      carried: sharedThreatKeys.map((threatKey) => ({
        threat: catalogue.get('THREAT', threatKey) as Concept,
        carriers: carriersOf(threatKey).flatMap((nodeId) => rowOf.get(nodeId) ?? []),
      })),
      attribution: await loadAttributions(db, assessmentsBehind(shared)),
    };
  });
}

/** How alike the plans of two to eight states are, and what they have in common. */
export async function computeComparison(context: Context, states: readonly MemberState[], asOf: Day, includeUnseen: boolean) {
  const { catalogue, threats, threatKeys, coreElements } = await concepts(context);
  const elementKeys = coreElements.map(({ key }) => key);
  context.cost.add(states.length + threatKeys.length + elementKeys.length);
  const stateKeys = states.map(({ key }) => key);
  return readSnapshot(context.db, async (db) => {
    const { records } = await loadRecords(db, context, states, asOf);
    const nodes = await loadPlanNodes(db, records, includeUnseen, ['THREAT', 'ELEMENT']);
    const comparison = stateComparison({
      stateKeys,
      elementKeys,
      depths: elementMatrix(records, nodes, elementKeys).depths,
      threatKeys,
      planned: plannedFigures(records, nodes, threats, threatKeys),
      agreedStateKeys: await findAdvisers(db, context.viewer, stateKeys),
    });
    const concept = (scheme: 'ELEMENT' | 'THREAT') => (key: string) => catalogue.get(scheme, key) as Concept;
    return { asOf, states, records, comparison, elementOf: concept('ELEMENT'), threatOf: concept('THREAT') };
  });
}
export type ComparisonAnswer = Awaited<ReturnType<typeof computeComparison>>;
