// Threat matrix: how exposed each state is to each threat, and what its plans say of it.
import type { CountedFinding, Exposures } from './exposure.ts';
import { isAbove, isAtLeast, isBelow, rounded, roundedOrNull } from './figures.ts';
import { method } from './method.ts';
import type { ThreatStatus } from './model.ts';
import { type PlanRecord, rowsByPlan } from './record.ts';
import { type ConceptTree, largestMatch } from './tags.ts';
import { depthOf, type ReadNode } from './trees.ts';

/** Figures by [row][column], 0 to 1. exposures: null where nothing is found or a threat is only named; planned: null without a record. */
export type ThreatMatrix = {
  rows: string[];
  lapsed: boolean[];
  columns: string[];
  exposures: (number | null)[][];
  named: boolean[][];
  planned: (number | null)[][];
  statuses: ThreatStatus[][];
  stale: boolean[][];
};

/**
 * What the plans of each state say of each threat, by [row][column], not rounded: the largest match x depth / 3 over the threats its
 * nodes carry. It measures what plans say, not what is done. Null: no record. **Source**: method 4 "planned".
 */
export function plannedFigures(
  records: readonly PlanRecord[],
  nodes: readonly ReadNode[],
  threats: ConceptTree,
  threatKeys: readonly string[],
): (number | null)[][] {
  const rowOf = rowsByPlan(records);
  const deepest = records.map(() => new Map<string, number>());
  for (const node of nodes) {
    const depths = deepest[rowOf.get(node.row.strategyId) ?? -1];
    if (!depths) continue;
    const depth = depthOf(node);
    for (const threat of node.threats) if (depth > (depths.get(threat) ?? 0)) depths.set(threat, depth);
  }
  return records.map(({ plans }, row) => {
    const carried = [...(deepest[row] ?? [])];
    const figure = (threatKey: string) => carried.reduce((largest, [u, depth]) => Math.max(largest, threats.match(u, threatKey) * depth), 0);
    return threatKeys.map((threatKey) => (plans.length === 0 ? null : figure(threatKey) / method.depthAccountable.value));
  });
}

/** A node behind a planned figure. `figure`: match x depth / 3, 0 to 1. */
export type PlannedEvidence = { nodeId: number; strategyId: number; depth: number; figure: number };

/** Nodes of P(s) that carry the threat, a broader or a narrower one, the largest figure first, then in the order of the trees. **Source**: method 4 "planned". */
export function plannedEvidence(record: PlanRecord, nodes: readonly ReadNode[], threats: ConceptTree, threatKey: string): PlannedEvidence[] {
  const planIds = new Set(record.plans.map((plan) => plan.strategyId));
  return nodes
    .filter((node) => planIds.has(node.row.strategyId))
    .map((node) => {
      const depth = depthOf(node);
      return {
        nodeId: node.row.nodeId,
        strategyId: node.row.strategyId,
        depth,
        figure: rounded((largestMatch(threats.match, node.threats, threatKey) * depth) / method.depthAccountable.value),
      };
    })
    .filter(({ figure }) => figure > 0)
    .toSorted((a, b) => b.figure - a.figure);
}

/** An exposure as it is shown: a named threat has no figure. */
export const shownExposure = (finding: CountedFinding | null): number | null => (finding === null || finding.isNamed ? null : rounded(finding.value));

/** Exposure beside planning. `planned`: of plannedFigures for the same states and threats. **Source**: method 4. */
export function threatMatrix(
  records: readonly PlanRecord[],
  threatKeys: readonly string[],
  exposures: Exposures,
  planned: readonly (readonly (number | null)[])[],
): ThreatMatrix {
  const findings = records.map(({ stateKey }) => threatKeys.map((threatKey) => exposures.of(stateKey, threatKey)));
  return {
    rows: records.map((record) => record.stateKey),
    lapsed: records.map((record) => record.isLapsed),
    columns: [...threatKeys],
    exposures: findings.map((row) => row.map(shownExposure)),
    named: findings.map((row) => row.map((finding) => finding?.isNamed ?? false)),
    planned: planned.map((row) => row.map(roundedOrNull)),
    statuses: findings.map((row, index) => row.map((finding, column) => statusOf(finding, planned[index]?.[column] ?? null))),
    stale: findings.map((row) => row.map((finding) => finding?.isStale ?? false)),
  };
}

/** The first status that holds; `planned` null: no record. **Source**: method 4 "Status". */
function statusOf(finding: CountedFinding | null, planned: number | null): ThreatStatus {
  if (planned === null) return 'NO_RECORD';
  if (finding === null) return 'NOT_ASSESSED';
  if (isBelow(finding.value, method.lowExposureBelow.value)) return 'LOW_EXPOSURE';
  if (isAtLeast(planned, method.plannedFrom.value)) return 'PLANNED';
  return isAbove(planned, 0) ? 'MENTIONED' : 'NOT_SEEN';
}
