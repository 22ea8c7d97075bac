// All that is said of one state: kinds of strategy, elements, threats, and every objective of every organization it belongs to.
import type { Concept } from '../concepts/model.ts';
import type { Day } from '../core/dates.ts';
import type { Context } from '../graphql/context.ts';
import { summariesShown } from '../members/agreement-service.ts';
import { isMemberAt, type MemberState, type Membership, type Organization } from '../members/model.ts';
import { getMemberships, getOrganization, getStatesByKey } from '../members/service.ts';
import { readSnapshot } from '../store/db.ts';
import type { Strategy, StrategyNode, StrategyScope } from '../strategies/model.ts';
import { strategyCoverage } from './coverage.ts';
import { elementMatrix } from './elements.ts';
import { threatExposures } from './exposure.ts';
import { concepts, loadColumnLinks, loadColumnStatements, loadPlanNodes, loadRecords, loadRegionals } from './facets.ts';
import { hintMatrix } from './hints.ts';
import { alignmentMatrix, type StateSummary, stateSummary } from './matrix.ts';
import type { AlignmentStatus, CoverageStatus, ElementStatus, EvidenceBasis, FindingSources, ThreatStatus } from './model.ts';
import type { PlanRecord } from './record.ts';
import type { CellStatement } from './statements.ts';
import { findStatementsOn } from './statements-store.ts';
import { loadAttributions, loadFindings, loadTreatyStatuses } from './store.ts';
import { plannedFigures, threatMatrix } from './threats.ts';
import { columnsOf } from './trees.ts';

export type RecordedObjective = {
  objective: StrategyNode;
  low: number;
  high: number;
  status: AlignmentStatus;
  basis: EvidenceBasis;
  hint: number;
  evidenceCount: number;
};
export type RecordedOrganization = {
  organization: Organization;
  membership: Membership;
  isEnded: boolean;
  strategies: Strategy[];
  objectives: RecordedObjective[];
  /** Null for a viewer to whom the state does not show it. */
  summary: StateSummary | null;
};

export type StateRecordAnswer = {
  asOf: Day;
  state: MemberState;
  record: PlanRecord;
  coverage: { scope: StrategyScope; status: CoverageStatus; party: boolean | null }[];
  elements: { element: Concept; depth: number | null; generalDepth: number | null; status: ElementStatus }[];
  threats: { threat: Concept; exposure: number | null; named: boolean; planned: number | null; status: ThreatStatus; stale: boolean }[];
  organizations: RecordedOrganization[];
  /** What both sides say of the cells themselves, open and ended, the oldest first. */
  statements: CellStatement[];
  attribution: string[];
};

/** Throws INVALID for an unknown state. */
export async function computeStateRecord(
  context: Context,
  stateKey: string,
  asOf: Day,
  sources: FindingSources,
  includeUnseen: boolean,
): Promise<StateRecordAnswer> {
  const [state] = (await getStatesByKey(context, [stateKey], 'state')) as [MemberState];
  const memberships = (await getMemberships(context)).filter((membership) => membership.stateKey === state.key && isMemberAt(membership, asOf));
  const organizations = await Promise.all(memberships.map(({ organizationKey }) => getOrganization(context, organizationKey)));
  const { catalogue, threats, threatKeys, coreElements } = await concepts(context);
  const shown = await summariesShown(context, [state.key]);
  return readSnapshot(context.db, async (db) => {
    const organizationKeys = organizations.map(({ key }) => key);
    const { strategies, successions, records } = await loadRecords(db, context, [state], asOf, { organizationKeys });
    const facet = { strategies, successions, records };
    const nodes = await loadPlanNodes(db, records, includeUnseen);
    const regionals = await loadRegionals(db, context, facet, organizationKeys, asOf, includeUnseen);
    const allColumns = regionals.flatMap(({ read }) => columnsOf(read));
    const links = await loadColumnLinks(db, context, records, allColumns, includeUnseen);
    const statements = await loadColumnStatements(db, context, records, allColumns);
    const objectiveIds = allColumns.map(({ row }) => row.nodeId);
    const said = await findStatementsOn(db, context.viewer, state.key, objectiveIds);
    context.cost.add(said.length);
    const exposures = threatExposures(await loadFindings(db, context.viewer, [state.key]), threats, asOf, sources);

    const coverage = strategyCoverage([state.key], strategies, successions, [], await loadTreatyStatuses(db, [state.key]), asOf);
    const elements = elementMatrix(
      records,
      nodes,
      coreElements.map(({ key }) => key),
    );
    const threatRow = threatMatrix(records, threatKeys, exposures, plannedFigures(records, nodes, threats, threatKeys));
    const used = threatKeys.flatMap((threatKey) => exposures.of(state.key, threatKey)?.assessmentKey ?? []);
    const alignments = regionals.map((regional, index): RecordedOrganization => {
      const columns = columnsOf(regional.read);
      const matrix = alignmentMatrix({
        records,
        columns,
        links,
        statements,
        threats,
        includeUnseen,
        hints: hintMatrix(records, columns, { nodes, links, threats }),
      });
      const byId = new Map(regional.nodes.map((node) => [node.nodeId, node]));
      const objectives = matrix.columns.map((nodeId, column) => ({
        objective: byId.get(nodeId) as StrategyNode,
        low: cell(matrix.lows, column),
        high: cell(matrix.highs, column),
        status: cell(matrix.statuses, column),
        basis: cell(matrix.bases ?? [], column),
        hint: cell(matrix.hints ?? [], column),
        evidenceCount: cell(matrix.evidenceCounts, column),
      }));
      return {
        organization: organizations[index] as Organization,
        membership: memberships[index] as Membership,
        isEnded: regional.isEnded,
        strategies: regional.strategies,
        objectives,
        summary: shown.has(state.key) ? stateSummary(matrix, 0) : null,
      };
    });
    context.cost.add(
      coverage.columns.length + coreElements.length + threatKeys.length + alignments.reduce((sum, { objectives }) => sum + objectives.length, 0),
    );
    return {
      asOf,
      state,
      record: records[0] as PlanRecord,
      coverage: coverage.columns.map((scope, column) => ({ scope, status: cell(coverage.statuses, column), party: cell(coverage.party, column) })),
      elements: coreElements.map((element, column) => ({
        element,
        depth: cell(elements.depths, column),
        generalDepth: cell(elements.generalDepths, column),
        status: cell(elements.statuses, column),
      })),
      threats: catalogue.of('THREAT').map((threat, column) => ({
        threat,
        exposure: cell(threatRow.exposures, column),
        named: cell(threatRow.named, column),
        planned: cell(threatRow.planned, column),
        status: cell(threatRow.statuses, column),
        stale: cell(threatRow.stale, column),
      })),
      organizations: alignments,
      statements: said,
      attribution: await loadAttributions(db, [...new Set(used)]),
    };
  });
}

/** Of a matrix with one row: the figure in a column. */
function cell<T>(matrix: readonly (readonly T[])[], column: number): T {
  return matrix[0]?.[column] as T;
}
