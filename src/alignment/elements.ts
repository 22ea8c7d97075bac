// Element matrix: how far each state's plans go on each element of paras 28-29.
import { method } from './method.ts';
import type { ElementStatus } from './model.ts';
import { isGeneral, type PlanRecord, rowsByPlan } from './record.ts';
import { depthOf, type ReadNode } from './trees.ts';

/** Depths by [row][column], 0 to 3; null without a record, and in generalDepths without a plan of general scope. */
export type ElementMatrix = {
  rows: string[];
  lapsed: boolean[];
  columns: string[];
  depths: (number | null)[][];
  generalDepths: (number | null)[][];
  statuses: ElementStatus[][];
};

/** The largest depth of the nodes of P(s) that carry each element. **Source**: method 3; source paper paras 28-29. */
export function elementMatrix(records: readonly PlanRecord[], nodes: readonly ReadNode[], elementKeys: readonly string[]): ElementMatrix {
  const rowOf = rowsByPlan(records);
  const generalPlanIds = new Set(records.flatMap(({ plans }) => plans.filter(isGeneral).map((plan) => plan.strategyId)));
  const deepest = records.map(() => new Map<string, number>());
  const deepestGeneral = records.map(() => new Map<string, number>());
  for (const node of nodes) {
    const row = rowOf.get(node.row.strategyId) ?? -1;
    const depth = depthOf(node);
    for (const element of node.elements) {
      deepen(deepest[row], element, depth);
      if (generalPlanIds.has(node.row.strategyId)) deepen(deepestGeneral[row], element, depth);
    }
  }
  const depthsOf = (isKnown: boolean, depths?: ReadonlyMap<string, number>) => elementKeys.map((key) => (isKnown ? (depths?.get(key) ?? 0) : null));
  const depths = records.map((record, row) => depthsOf(record.plans.length > 0, deepest[row]));
  return {
    rows: records.map((record) => record.stateKey),
    lapsed: records.map((record) => record.isLapsed),
    columns: [...elementKeys],
    depths,
    generalDepths: records.map((record, row) => depthsOf(record.plans.some(isGeneral), deepestGeneral[row])),
    statuses: depths.map((row, index) => row.map((depth) => statusOf(depth, records[index]?.plans.every((plan) => plan.isFullyRead) ?? false))),
  };
}

function deepen(depths: Map<string, number> | undefined, key: string, depth: number): void {
  if (depths && depth > (depths.get(key) ?? 0)) depths.set(key, depth);
}

function statusOf(depth: number | null, isFullyRead: boolean): ElementStatus {
  if (depth === null) return 'NO_RECORD';
  if (depth === method.depthAccountable.value) return 'ACCOUNTABLE';
  if (depth === method.depthActioned.value) return 'ACTIONED';
  if (depth === method.depthMentioned.value) return 'MENTIONED';
  return isFullyRead ? 'ABSENT' : 'NOT_SEEN';
}

/** The nodes behind one cell of the element matrix, deepest first, then in the order of the trees. `isOwn`: the tag is the node's own, not from above. */
export type ElementEvidence = { nodeId: number; strategyId: number; depth: number; isOwn: boolean };

/** Nodes of P(s) that carry the element. **Source**: method 3. */
export function elementEvidence(record: PlanRecord, nodes: readonly ReadNode[], elementKey: string): ElementEvidence[] {
  const planIds = new Set(record.plans.map((plan) => plan.strategyId));
  return nodes
    .filter((node) => planIds.has(node.row.strategyId) && node.elements.includes(elementKey))
    .map((node) => ({
      nodeId: node.row.nodeId,
      strategyId: node.row.strategyId,
      depth: depthOf(node),
      isOwn: node.row.elements.includes(elementKey),
    }))
    .toSorted((a, b) => b.depth - a.depth);
}
