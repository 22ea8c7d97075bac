// One cell of the alignment matrix, down to its evidence.
import type { Day } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import type { Context } from '../graphql/context.ts';
import { type Language, textIn } from '../i18n/languages.ts';
import { at, say, type Words } from '../i18n/words.ts';
import type { MemberState } from '../members/model.ts';
import { getStatesByKey } from '../members/service.ts';
import { readSnapshot } from '../store/db.ts';
import { carriedBy } from '../strategies/carried.ts';
import { type Link, type LinkStatus, linkStatuses, type Relation, type Strategy, type StrategyNode } from '../strategies/model.ts';
import { findStrategiesById, getNode, linksTo, nodeById, nodesOf } from '../strategies/service.ts';
import { type AlignmentCell, alignmentCell, type LinkReading, statementIndex } from './cell.ts';
import { explainAlignmentCell } from './explanation.ts';
import { concepts, loadPlanNodes, loadRecords, nodeRow } from './facets.ts';
import { cellHint, type Hint } from './hints.ts';
import type { PlanRecord } from './record.ts';
import { type CellStatement, cellStatements } from './statements.ts';
import { findStatementsOn } from './statements-store.ts';
import { loadLinks } from './store.ts';
import { columnsOf, readTrees } from './trees.ts';

export type AlignmentEvidence = {
  link: Link | null;
  strategy: Strategy;
  node: StrategyNode | null;
  relation: Relation | null;
  share: number | null;
  low: number | null;
  high: number | null;
  hint: number | null;
  status: LinkStatus | null;
  confidence: string | null;
  rationale: string | null;
  citation: string | null;
  method: string | null;
  who: string | null;
  when: string | null;
  counts: boolean;
  whyNot: string | null;
};

export type AlignmentCellAnswer = {
  asOf: Day;
  state: MemberState;
  objective: StrategyNode;
  record: PlanRecord;
  plans: Strategy[];
  cell: AlignmentCell;
  /** All that was said of it, open and resolved, the oldest first. */
  statements: CellStatement[];
  hint: Hint;
  hintNode: StrategyNode | null;
  links: Link[];
  evidence: AlignmentEvidence[];
};

/** One state and one objective. Throws INVALID for an unknown state and for a node that is no column, NOT_FOUND for a node that cannot be seen. */
export async function computeAlignmentCell(
  context: Context,
  stateKey: string,
  objectiveKey: string,
  asOf: Day,
  includeUnseen: boolean,
): Promise<AlignmentCellAnswer> {
  const [state] = (await getStatesByKey(context, [stateKey], 'state')) as [MemberState];
  const objective = await getNode(context, objectiveKey, 'objective');
  const tree = readTrees((await nodesOf(context).load(objective.strategyId)).map(nodeRow), includeUnseen);
  const column = columnsOf(tree).find(({ row }) => row.nodeId === objective.nodeId);
  if (objective.strategy.organizationKey === null || !column) throw new AppError('INVALID', at('objective', notAColumn(objective, includeUnseen)));
  const { threats } = await concepts(context);
  const found = await readSnapshot(context.db, async (db) => {
    const facet = await loadRecords(db, context, [state], asOf);
    const [record] = facet.records as [PlanRecord];
    const strategyIds = facet.strategies.map(({ strategyId }) => strategyId);
    const links = await loadLinks(db, context.viewer, strategyIds, [objective.nodeId], includeUnseen, linkStatuses);
    const statements = await findStatementsOn(db, context.viewer, state.key, [objective.nodeId]);
    const hint = cellHint(record, column, { nodes: await loadPlanNodes(db, facet.records, includeUnseen), links, threats });
    const cell = alignmentCell({
      record,
      objective: column,
      links,
      statements: statementIndex(cellStatements(statements.filter(({ outcome }) => outcome === null))),
      threats,
      includeUnseen,
      hint: hint.hint,
    });
    return { record, hint, cell, statements, strategies: await findStrategiesById(db, context.viewer, strategyIds) };
  });
  return describedCell(context, { ...found, asOf, state, objective });
}

function notAColumn(objective: StrategyNode, includeUnseen: boolean): Words {
  const { key } = objective;
  if (objective.strategy.organizationKey === null) return say('error.objectiveIsNational', { key });
  if (!objective.isSeenInSource && !includeUnseen) return say('error.objectiveUnseen', { key });
  if (objective.addressee === 'ORGANIZATION') return say('error.objectiveOfOrganization', { key });
  return say('error.noColumn', { key });
}

type Found = {
  record: PlanRecord;
  hint: Hint;
  cell: AlignmentCell;
  statements: CellStatement[];
  strategies: Strategy[];
  asOf: Day;
  state: MemberState;
  objective: StrategyNode;
};

/** Puts names, texts and sources to the ids of a computed cell. */
async function describedCell(context: Context, found: Found): Promise<AlignmentCellAnswer> {
  const { record, hint, cell, objective } = found;
  const strategies = new Map(found.strategies.map((strategy) => [strategy.strategyId, strategy]));
  const readings = new Map(cell.readings.map((reading) => [reading.linkId, reading]));
  const links = (await linksTo(context).load(objective.strategyId)).filter((link) => readings.has(link.linkId));
  const hintNode = hint.node === null ? null : await nodeById(context, hint.node.row.strategyId, hint.node.row.nodeId);
  const evidence = await Promise.all(links.map((link) => linkEvidence(context, link, readings.get(link.linkId) as LinkReading, strategies)));
  const plans = record.plans.flatMap(({ strategyId }) => strategies.get(strategyId) ?? []);
  return { ...found, plans, links, hintNode, evidence: [...evidence.flat(), ...(hintNode ? [hintEvidence(hintNode, hint.hint)] : [])] };
}

async function linkEvidence(
  context: Context,
  link: Link,
  reading: LinkReading,
  strategies: ReadonlyMap<number, Strategy>,
): Promise<AlignmentEvidence[]> {
  const strategy = strategies.get(link.strategyId);
  if (!strategy) return [];
  return [
    {
      link,
      strategy,
      node: link.nodeId === null ? null : await nodeById(context, link.strategyId, link.nodeId),
      relation: link.relation,
      share: link.share,
      low: reading.low,
      high: reading.high,
      hint: null,
      status: link.status,
      confidence: link.confidence,
      rationale: link.rationale,
      citation: link.citation,
      method: link.method,
      who: link.recordedBy,
      when: link.recordedOn,
      counts: reading.whyNot === null,
      whyNot: reading.whyNot,
    },
  ];
}

function hintEvidence(node: StrategyNode, hint: number): AlignmentEvidence {
  const none = {
    link: null,
    relation: null,
    share: null,
    low: null,
    high: null,
    status: null,
    confidence: null,
    rationale: null,
    citation: null,
    method: null,
    who: null,
    when: null,
  };
  return { ...none, strategy: node.strategy, node, hint, counts: false, whyNot: 'HINT' };
}

/** The arithmetic of a cell in words. */
export function explainedCell(answer: AlignmentCellAnswer, language: Language): string {
  const { cell, objective, record, links, hint, hintNode, plans } = answer;
  return explainAlignmentCell(language, {
    cell,
    stateName: textIn(answer.state.name, language).text,
    objectiveLabel: textIn(objective.label, language, objective.originalLanguage).text,
    isLapsed: record.isLapsed,
    planTitles: new Map(plans.map((plan) => [plan.strategyId, textIn(plan.title, language, plan.originalLanguage).text])),
    links,
    threatLabels: new Map(carriedBy(objective, 'threats').map((threat) => [threat.key, textIn(threat.label, language).text])),
    hint,
    hintNodeKey: hintNode?.key ?? null,
  });
}
