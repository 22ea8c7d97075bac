// Editing the tree of a strategy: where a node goes among its siblings, and the places of all nodes read from top to bottom. Pure.

/** What of a node says where it stands. The nodes of a tree come from top to bottom, each after the one above it. */
export type TreeNode = { nodeId: number; parentId: number | null };

/** Place from 1 in the tree read from top to bottom, and that of the last node below. */
export type NodePlace = { nodeId: number; position: number; lastPosition: number };

/** Nodes right below one, or at the top (null), in order. */
export function childrenOf<Node extends TreeNode>(nodes: readonly Node[], parentId: number | null): Node[] {
  return nodes.filter((node) => node.parentId === parentId);
}

/** Is one node the other, or below it? */
export function isWithin(nodes: readonly TreeNode[], nodeId: number, aboveId: number): boolean {
  const parents = new Map(nodes.map((node) => [node.nodeId, node.parentId]));
  for (let at: number | null = nodeId; at !== null; at = parents.get(at) ?? null) if (at === aboveId) return true;
  return false;
}

/**
 * The tree with a node (new, or one of it that moves with all below it) under `node.parentId`, so many nodes after the first of its
 * siblings; null: after the last of them.
 */
export function withNode<Node extends TreeNode>(nodes: readonly Node[], node: Node, index: number | null): Node[] {
  const others = nodes.filter((it) => it.nodeId !== node.nodeId);
  const siblings = childrenOf(others, node.parentId);
  const place = index ?? siblings.length;
  return inTreeOrder([...others.filter((it) => it.parentId !== node.parentId), ...siblings.slice(0, place), node, ...siblings.slice(place)]);
}

/** Nodes, those of one parent in order, read from top to bottom. */
function inTreeOrder<Node extends TreeNode>(nodes: readonly Node[]): Node[] {
  const children = Map.groupBy(nodes, (node) => node.parentId);
  const ordered: Node[] = [];
  const waiting = (children.get(null) ?? []).toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    ordered.push(node);
    waiting.push(...(children.get(node.nodeId) ?? []).toReversed());
  }
  return ordered;
}

/** The places of the nodes of a tree. */
export function placesOf(nodes: readonly TreeNode[]): NodePlace[] {
  const places = nodes.map(({ nodeId }, index) => ({ nodeId, position: index + 1, lastPosition: index + 1 }));
  const byId = new Map(places.map((place) => [place.nodeId, place]));
  for (const [index, place] of [...places.entries()].toReversed()) {
    const parent = byId.get(nodes[index]?.parentId ?? -1);
    if (parent) parent.lastPosition = Math.max(parent.lastPosition, place.lastPosition);
  }
  return places;
}

/** Those places that are others than they were. */
export function changedPlaces(before: readonly NodePlace[], after: readonly NodePlace[]): NodePlace[] {
  const old = new Map(before.map((place) => [place.nodeId, place]));
  return after.filter(({ nodeId, position, lastPosition }) => {
    const was = old.get(nodeId);
    return was !== undefined && (was.position !== position || was.lastPosition !== lastPosition);
  });
}
