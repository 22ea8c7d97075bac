// Strategies' trees read once: which nodes count, what each carries from above, and what lies below it.
import { method } from './method.ts';
import type { NodeRow } from './model.ts';

/** A node that counts, with what the tree says of it. */
export type ReadNode = {
  row: NodeRow;
  /** Tags it carries: its own of a scheme or, where it has none, those of its nearest ancestor that has some. */
  threats: readonly string[];
  elements: readonly string[];
  provisions: readonly string[];
  /** A responsible body is named on it or on a node above it. */
  hasBody: boolean;
  /** The nearest OBJECTIVE above it that counts: the objective it serves. */
  objective: ReadNode | null;
  hasObjectiveBelow: boolean;
  hasIndicatorBelow: boolean;
};

/**
 * The nodes that count, in the order of the rows; unseen ones are as if absent, but their tags and bodies pass down.
 * Rows: parents before children. **Source**: method 0 "Seen in source", method 1 "carries".
 */
export function readTrees(rows: readonly NodeRow[], includeUnseen: boolean): ReadNode[] {
  const nodes = new Map<number, ReadNode>();
  const counts = (row: NodeRow) => row.isSeen || includeUnseen;
  for (const row of rows) {
    const parent = row.parentId === null ? undefined : nodes.get(row.parentId);
    nodes.set(row.nodeId, {
      row,
      threats: carried(row.threats, parent?.threats),
      elements: carried(row.elements, parent?.elements),
      provisions: carried(row.provisions, parent?.provisions),
      hasBody: row.hasResponsible || (parent?.hasBody ?? false),
      objective: parent && counts(parent.row) && parent.row.kind === 'OBJECTIVE' ? parent : (parent?.objective ?? null),
      hasObjectiveBelow: false,
      hasIndicatorBelow: false,
    });
  }
  for (const node of [...nodes.values()].reverse()) {
    const parent = node.row.parentId === null ? undefined : nodes.get(node.row.parentId);
    if (!parent) continue;
    parent.hasObjectiveBelow ||= node.hasObjectiveBelow || (counts(node.row) && node.row.kind === 'OBJECTIVE');
    parent.hasIndicatorBelow ||= node.hasIndicatorBelow || (counts(node.row) && node.row.kind === 'INDICATOR');
  }
  return [...nodes.values()].filter((node) => counts(node.row));
}

const carried = (own: readonly string[], fromAbove: readonly string[] = []) => (own.length > 0 ? own : fromAbove);

/** May a link start from it, and is it looked at for hints: an OBJECTIVE, a MEASURE or a PILLAR with no OBJECTIVE below? **Source**: method 2 "Candidates". */
export function isCandidate(kind: NodeRow['kind'], hasObjectiveBelow: boolean): boolean {
  return kind === 'OBJECTIVE' || kind === 'MEASURE' || (kind === 'PILLAR' && !hasObjectiveBelow);
}

/** How far a node goes: 1 mentioned, 2 actioned, 3 accountable. **Source**: method 3. */
export function depthOf(node: ReadNode): number {
  if (node.row.kind !== 'MEASURE') return method.depthMentioned.value;
  const isMeasured = node.hasIndicatorBelow || (node.objective?.hasIndicatorBelow ?? false);
  return node.hasBody && isMeasured ? method.depthAccountable.value : method.depthActioned.value;
}

/** Nodes that are objectives to align with: OBJECTIVEs and PILLARs with no OBJECTIVE below, whoever is addressed. **Source**: method 2 "Columns". */
export function objectivesOf(nodes: readonly ReadNode[]): ReadNode[] {
  return nodes.filter(({ row, hasObjectiveBelow }) => (row.kind === 'OBJECTIVE' || row.kind === 'PILLAR') && !hasObjectiveBelow);
}

/** Columns of the alignment matrix: the objectives addressed to members, also where no addressee is stated. **Source**: method 2 "Columns". */
export function columnsOf(nodes: readonly ReadNode[]): ReadNode[] {
  return objectivesOf(nodes).filter(({ row }) => row.addressee !== 'ORGANIZATION');
}

/** Strategies of which no node was seen in a source, with the number of nodes that can be asked for. **Source**: method 0 "Seen in source". */
export function strategiesWithNothingSeen(rows: readonly NodeRow[]): { strategyId: number; nodeCount: number }[] {
  return [...Map.groupBy(rows, (row) => row.strategyId)]
    .filter(([, nodes]) => nodes.every((node) => !node.isSeen))
    .map(([strategyId, nodes]) => ({ strategyId, nodeCount: nodes.length }));
}
