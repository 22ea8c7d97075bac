// Links of the made-up world: what national plans have to do with objectives of organizations.
import type { Random } from './random.ts';
import { graphStrategies, type MadeStrategies, type MadeStrategy } from './world-strategies.ts';
import type { MadeNode } from './world-trees.ts';

export type MadeLink = {
  link_id: number;
  national_strategy_id: number;
  national_node_id: number | null;
  objective_id: number;
  relation: string;
  share: number | null;
  status: string;
  confidence: string;
  rationale: string;
  method: string;
  recorded_by: string;
  recorded_on: string;
};

const relations = { EQUAL: 8, SUPERSET: 5, SUBSET: 35, INTERSECTS: 45, NO_RELATION: 4, CONTRADICTS: 3 };
const statuses = { READ: 60, CONFIRMED: 20, SUGGESTED: 10, REJECTED: 5, STALE: 3, SUPERSEDED: 2 };
const linksOfGraph = 200;

/** So many links in all. `xorg1` is read most closely: each plan of its members that may be in force, against each of its objectives. */
export function makeLinks(random: Random, count: number, made: MadeStrategies, members: ReadonlyMap<string, readonly string[]>): MadeLink[] {
  const nodesOf = Map.groupBy(made.forest.nodes, (node) => node.strategy_id);
  const plansOf = Map.groupBy(
    made.strategies.filter((it) => it.level === 'NATIONAL' && nodesOf.has(it.strategy_id)),
    (it) => it.state_key,
  );
  const regionalsOf = Map.groupBy(
    made.strategies.filter((it) => it.level === 'REGIONAL'),
    (it) => it.organization_key,
  );
  const plansOfMembers = (organization: string) => (members.get(organization) ?? []).flatMap((state) => plansOf.get(state) ?? []);
  const objectivesOf = (strategies: readonly MadeStrategy[]) =>
    strategies.flatMap((it) => nodesOf.get(it.strategy_id) ?? []).filter(({ kind }) => kind === 'OBJECTIVE');
  const links: MadeLink[] = [];
  const known = new Set<string>();

  function add(plan: MadeStrategy, node: MadeNode | null, objective: MadeNode): void {
    const ends = `${plan.strategy_id} ${node?.strategy_node_id} ${objective.strategy_node_id}`;
    if (known.has(ends)) return;
    known.add(ends);
    const relation = node ? random.weighted(relations) : random.chance(0.9) ? 'NO_RELATION' : 'INTERSECTS';
    const isPart = relation === 'SUBSET' || relation === 'INTERSECTS';
    links.push({
      link_id: links.length + 1,
      national_strategy_id: plan.strategy_id,
      national_node_id: node?.strategy_node_id ?? null,
      objective_id: objective.strategy_node_id,
      relation,
      share: isPart && random.chance(0.4) ? random.whole(5, 95) / 100 : null,
      status: node ? random.weighted(statuses) : random.chance(0.95) ? 'READ' : 'SUGGESTED',
      confidence: random.pick(['low', 'medium', 'high']),
      rationale: 'Both texts name the same matter; the national one leaves out a part of it.',
      method: 'two readers',
      recorded_by: 'made-up body, analyst',
      recorded_on: '2026-03-01',
    });
  }
  const nodeOf = (plan: MadeStrategy) => random.pick(nodesOf.get(plan.strategy_id) ?? []);

  const first = objectivesOf(regionalsOf.get('xorg1') ?? []);
  for (const plan of plansOfMembers('xorg1')) {
    const isRead = mayBeInForce(plan) || random.chance(0.05);
    if (isRead) for (const objective of first) readCell(plan, objective);
  }
  function readCell(plan: MadeStrategy, objective: MadeNode): void {
    const draw = random.next();
    if (draw < 0.5) add(plan, null, objective);
    else if (draw < 0.8) for (let i = random.whole(1, 2); i > 0; i--) add(plan, nodeOf(plan), objective);
  }

  const [national, regional] = [graphStrategies.national, graphStrategies.regional].map((key) =>
    made.strategies.find((it) => it.strategy_key === key),
  ) as [MadeStrategy, MadeStrategy];
  const objectives = objectivesOf([...(regionalsOf.get('xorg1') ?? []), ...(regionalsOf.get('xorg2') ?? [])]);
  const current = plansOfMembers('xorg2').filter(mayBeInForce);
  for (let i = 0; i < linksOfGraph; i++) {
    add(national, nodeOf(national), random.pick(objectives));
    const plan = random.pick(current);
    add(plan, nodeOf(plan), random.pick(objectivesOf([regional])));
  }

  const others = [...members.keys()]
    .filter((key) => key !== 'xorg1')
    .map((key) => {
      const ofGraph = (it: MadeStrategy) => it === regional || it === national;
      return {
        plans: plansOfMembers(key).filter((it) => !ofGraph(it)),
        objectives: objectivesOf((regionalsOf.get(key) ?? []).filter((it) => !ofGraph(it))),
      };
    });
  while (links.length < count) {
    const { plans, objectives: asked } = random.pick(others);
    const plan = random.pick(plans);
    add(plan, random.chance(0.3) ? null : nodeOf(plan), random.pick(asked));
  }
  return links;
}

function mayBeInForce({ status, valid_from, valid_to }: MadeStrategy): boolean {
  return status === 'ADOPTED' && valid_from !== null && valid_from <= '2026-10' && (valid_to === null || valid_to >= '2026');
}
