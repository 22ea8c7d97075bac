// Where the nodes of a network stand: the same data, the same picture. Pure.
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';

/** `reach`: how far its picture reaches from its middle, in pixels. */
export type NetworkNode = { id: string; kind: 'state' | 'threat' | 'place'; reach: number };
export type NetworkEdge = { from: string; to: string };
export type Point = { x: number; y: number };

/** Steps of the layout. **Source** own choice: after 300 nothing moves by more than a pixel. */
const ticks = 300;
/** Boxes are wide and low: what reaches further is not kept apart above and below it. **Source** own choice. */
const reachMax = 85;

type Body = NetworkNode & SimulationNodeDatum;

/**
 * Points by node, such that what stands around them begins at 0 on the left, and how far all of it reaches; above and below only the points count. Nodes are laid out in the order of their ids, so that the order in which they come
 * changes nothing. `isMirrored`: what stands left stands right.
 * **Source**: force-directed placement of d3-force, which draws no chance from outside.
 */
export function networkLayout(nodes: readonly NetworkNode[], edges: readonly NetworkEdge[], isMirrored: boolean) {
  const bodies: Body[] = nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((node) => ({ ...node }));
  const links: SimulationLinkDatum<Body>[] = edges
    .toSorted((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1))
    .map(({ from, to }) => ({ source: from, target: to }));
  forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .id(({ id }) => id)
        .distance(150)
        .strength(0.05),
    )
    .force('charge', forceManyBody().strength(-500))
    .force('collide', forceCollide<Body>(({ reach }) => Math.min(reach, reachMax) + 8).iterations(4))
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.16))
    .stop()
    .tick(ticks);
  const ys = bodies.map(({ y }) => y ?? 0);
  const left = Math.min(...bodies.map(({ x, reach }) => (x ?? 0) - reach), 0);
  const right = Math.max(...bodies.map(({ x, reach }) => (x ?? 0) + reach), 0);
  const [top, bottom] = [Math.min(...ys, 0), Math.max(...ys, 0)];
  const points = new Map(
    bodies.map(({ id, x = 0, y = 0 }): [string, Point] => [id, { x: Math.round(isMirrored ? right - x : x - left), y: Math.round(y - top) }]),
  );
  return { points, width: Math.round(right - left), height: Math.round(bottom - top) };
}
