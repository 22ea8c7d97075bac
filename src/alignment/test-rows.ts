// Rows for the tests of this folder: made-up states, strategies, links, findings and flows with plain defaults.

import type { Relation } from '../strategies/model.ts';
import type { CellInput } from './cell.ts';
import { statementIndex } from './cell.ts';
import {
  type CellStatements,
  type ConceptRow,
  type FindingRow,
  type FlowRow,
  type LinkRow,
  type NodeRow,
  noCellStatements,
  type StrategyRow,
} from './model.ts';
import type { PlanRecord } from './record.ts';
import { conceptTree } from './tags.ts';
import { type ReadNode, readTrees } from './trees.ts';

const parents = {
  'drug-trafficking': null,
  cocaine: 'drug-trafficking',
  opioids: 'drug-trafficking',
  'trafficking-in-persons': null,
  corruption: null,
  cybercrime: null,
};

export const threatRows: ConceptRow[] = Object.entries(parents).map(([key, parentKey]) => ({ key, parentKey }));
export const threatKeys = threatRows.map((row) => row.key);
export const threatTree = conceptTree(threatRows);

/** A national plan of XAA of general scope, in force from 2020 on. */
export function plan(strategyId: number, changes: Partial<StrategyRow> = {}): StrategyRow {
  const key = `plan-${strategyId}`;
  return {
    strategyId,
    key,
    stateKey: 'XAA',
    organizationKey: null,
    scope: 'OVERARCHING',
    status: 'ADOPTED',
    validFrom: '2020',
    validTo: null,
    isFullyRead: false,
    ...changes,
  };
}

/** A seen OBJECTIVE at the top of its tree, without tags. */
export function node(nodeId: number, strategyId: number, changes: Partial<NodeRow> = {}): NodeRow {
  const none: string[] = [];
  return {
    nodeId,
    key: `node-${nodeId}`,
    strategyId,
    parentId: null,
    kind: 'OBJECTIVE',
    addressee: null,
    isSeen: true,
    hasResponsible: false,
    threats: none,
    elements: none,
    provisions: none,
    ...changes,
  };
}

/** A READ link from an OBJECTIVE of a plan, or from the whole plan where nodeId is null. */
export function link(
  linkId: number,
  strategyId: number,
  nodeId: number | null,
  objectiveId: number,
  relation: Relation,
  changes: Partial<LinkRow> = {},
): LinkRow {
  return {
    linkId,
    strategyId,
    nodeId,
    objectiveId,
    relation,
    share: null,
    status: 'READ',
    kind: nodeId === null ? null : 'OBJECTIVE',
    isSeen: true,
    hasObjectiveBelow: false,
    ...changes,
  };
}

/** A finding 'named' of a national assessment of 2024. */
export function finding(assessmentKey: string, stateKey: string, threatKey: string, changes: Partial<FindingRow> = {}): FindingRow {
  const figures = { likelihood: null, impact: null, score: null, scaleMin: null, scaleMax: null, isNamed: true };
  return {
    assessmentKey,
    series: assessmentKey,
    level: 'NATIONAL',
    dated: '2024',
    nextEdition: null,
    stateKey,
    threatKey,
    ...figures,
    isEmerging: false,
    ...changes,
  };
}

/** The same with a score on a scale from 1 to 10, of an assessment of level OTHER. */
export function scored(assessmentKey: string, stateKey: string, threatKey: string, score: number, changes: Partial<FindingRow> = {}): FindingRow {
  return finding(assessmentKey, stateKey, threatKey, {
    level: 'OTHER',
    series: 'index',
    score,
    scaleMin: 1,
    scaleMax: 10,
    isNamed: false,
    ...changes,
  });
}

export function flow(flowKey: string, threatKey: string, origins: string[], destinations: string[], changes: Partial<FlowRow> = {}): FlowRow {
  return { flowKey, threatKey, lastYear: 2024, origins, transits: [], destinations, ...changes };
}

export function record(plans: StrategyRow[], changes: Partial<PlanRecord> = {}): PlanRecord {
  return { stateKey: plans[0]?.stateKey ?? 'XAA', plans, isLapsed: false, ...changes };
}

/** One node read on its own. */
export function read(row: NodeRow): ReadNode {
  const [only] = readTrees([row], true);
  if (!only) throw new Error('a node that counts');
  return only;
}

/** A cell of objective 900, which carries cocaine. */
export function cellInput(
  plans: StrategyRow[],
  links: LinkRow[],
  changes: Partial<Omit<CellInput, 'statements'>> & { statements?: CellStatements } = {},
): CellInput {
  const objective = read(node(900, 90, { threats: ['cocaine'] }));
  return {
    record: record(plans),
    objective,
    links,
    threats: threatTree,
    includeUnseen: false,
    hint: 0,
    ...changes,
    statements: statementIndex(changes.statements ?? noCellStatements),
  };
}
