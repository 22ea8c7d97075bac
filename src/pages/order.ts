// Orders of rows: by name as they come, or so that rows that are alike stand together. Neither says that one is before another in anything. Pure.
import { agnes, type Cluster } from 'ml-hclust';

export const orders = ['name', 'similarity'] as const;
export type Order = (typeof orders)[number];

/**
 * Positions of the rows so that those that are alike stand together. A row is what its cells say; the distance of two rows is the part of
 * the columns in which they differ. Rows that are equally alike keep the order they came in.
 * **Source**: agglomerative clustering with average linkage (UPGMA).
 */
export function bySimilarity(rows: readonly (readonly string[])[]): number[] {
  if (rows.length < 3) return rows.map((_row, index) => index);
  const distances = rows.map((row) => rows.map((other) => row.filter((cell, column) => cell !== other[column]).length / Math.max(row.length, 1)));
  return leavesOf(agnes(distances, { method: 'average', isDistanceMatrix: true }));
}

/** The branch that holds what came first stands first. */
function leavesOf({ isLeaf, index, children }: Cluster): number[] {
  if (isLeaf) return [index];
  return children
    .map(leavesOf)
    .toSorted((a, b) => Math.min(...a) - Math.min(...b))
    .flat();
}
