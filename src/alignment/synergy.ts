// Two-way synergy of an organization: what its members take up, and what they carry back. Two fractions, never one number.
import { whyNotCounted } from './cell.ts';
import { type AlignmentMatrix, isReadCell } from './matrix.ts';
import type { LinkRow } from './model.ts';
import type { PlanRecord } from './record.ts';
import { type ConceptTree, largestMatch } from './tags.ts';
import type { ReadNode } from './trees.ts';

export type Fraction = { n: number; m: number };

/** Cells ALIGNED or PARTIAL, of the cells that were read, lapsed rows left out. **Source**: method 7; source paper para 30. */
export function takenUp({ statuses, lapsed }: Pick<AlignmentMatrix, 'statuses' | 'lapsed'>): Fraction {
  const read = statuses
    .filter((_row, index) => !lapsed[index])
    .flat()
    .filter(isReadCell);
  return { n: read.filter((status) => status !== 'GAP').length, m: read.length };
}

/** `columns`: of the alignment matrix. `nodes`: of the members' plans. `links`: to the columns. */
export type CarriedBackInput = {
  sharedThreatKeys: readonly string[];
  records: readonly PlanRecord[];
  columns: readonly ReadNode[];
  nodes: readonly ReadNode[];
  links: readonly LinkRow[];
  threats: ConceptTree;
  includeUnseen: boolean;
};

/**
 * `carriers`: per threat of `threatKeys`, the nodes that carry it and have such a link.
 * The shared threats on which a member has a counted link from a node that carries the threat, a broader or a narrower one, to an objective.
 * **Source**: method 7; source paper para 31.
 */
export function carriedBack(input: CarriedBackInput): Fraction & { threatKeys: string[]; carriers: number[][] } {
  const planIds = new Set(input.records.flatMap(({ plans }) => plans.map((plan) => plan.strategyId)));
  const objectiveIds = new Set(input.columns.map(({ row }) => row.nodeId));
  const threatsOf = new Map(input.nodes.map((node) => [node.row.nodeId, node.threats]));
  const linked = input.links.filter(
    (link) =>
      link.relation !== 'NO_RELATION' &&
      link.relation !== 'CONTRADICTS' &&
      objectiveIds.has(link.objectiveId) &&
      whyNotCounted(link, planIds, input.includeUnseen) === null,
  );
  const nodeIds = [...new Set(linked.flatMap((link) => link.nodeId ?? []))].toSorted((a, b) => a - b);
  const carriersOf = (threatKey: string) => nodeIds.filter((id) => largestMatch(input.threats.match, threatsOf.get(id) ?? [], threatKey) > 0);
  const carried = input.sharedThreatKeys.flatMap((threatKey) => {
    const carriers = carriersOf(threatKey);
    return carriers.length === 0 ? [] : { threatKey, carriers };
  });
  return {
    n: carried.length,
    m: input.sharedThreatKeys.length,
    threatKeys: carried.map(({ threatKey }) => threatKey),
    carriers: carried.map(({ carriers }) => carriers),
  };
}
