// Hints: places to look, from tags alone. A hint is never a finding.
import { rounded } from './figures.ts';
import type { LinkRow } from './model.ts';
import { type PlanRecord, rowsByPlan } from './record.ts';
import { type ConceptTree, largestMatch, type Match, matchEqual } from './tags.ts';
import { isCandidate, type ReadNode } from './trees.ts';

const schemes = ['threats', 'elements', 'provisions'] as const;
export type HintScheme = (typeof schemes)[number];

const matchIn = (scheme: HintScheme, threats: ConceptTree): Match => (scheme === 'threats' ? threats.match : matchEqual);

/** The best place to look for an objective in one state's plans. `coverages`: per scheme in which the objective carries tags. `node` null: there is none. */
export type Hint = { hint: number; node: ReadNode | null; coverages: { scheme: HintScheme; coverage: number }[] };

const noHint: Hint = { hint: 0, node: null, coverages: [] };

/** `nodes`: of national plans, as read. `links`: to the columns; only REJECTED ones matter here. */
export type HintInput = { nodes: readonly ReadNode[]; links: readonly LinkRow[]; threats: ConceptTree };

/** The hint of one cell and where it comes from; of equal ones the first node of the first plan. **Source**: method 2 "Hint". */
export function cellHint(record: PlanRecord, objective: ReadNode, { nodes, links, threats }: HintInput): Hint {
  const planIds = new Set(record.plans.map((plan) => plan.strategyId));
  const rejected = new Set(
    links.filter((link) => link.status === 'REJECTED' && link.objectiveId === objective.row.nodeId).map((link) => link.nodeId),
  );
  const candidates = nodes.filter(
    (node) => planIds.has(node.row.strategyId) && isCandidate(node.row.kind, node.hasObjectiveBelow) && !rejected.has(node.row.nodeId),
  );
  return bestHint(candidates, objective, threats);
}

function bestHint(candidates: readonly ReadNode[], objective: ReadNode, threats: ConceptTree): Hint {
  const wanted = schemes.filter((scheme) => objective[scheme].length > 0);
  let best = noHint;
  for (const node of candidates) {
    const coverages = wanted.map((scheme) => ({ scheme, coverage: coverageOf(node[scheme], objective[scheme], matchIn(scheme, threats)) }));
    const hint = rounded(coverages.reduce((sum, { coverage }) => sum + coverage, 0) / Math.max(1, wanted.length));
    if (hint > best.hint) best = { hint, node, coverages: coverages.map((it) => ({ ...it, coverage: rounded(it.coverage) })) };
  }
  return best;
}

/** Mean over the wanted tags of the largest match. */
function coverageOf(carried: readonly string[], wanted: readonly string[], match: Match): number {
  return wanted.reduce((sum, tag) => sum + largestMatch(match, carried, tag), 0) / wanted.length;
}

/**
 * Hints by [row][column], 0 to 1; 0 where the objective carries no tags or the state has no plans. Many nodes carry the same tags and
 * many objectives do, so each pair of tag sets is computed once a state. **Source**: method 2 "Hint".
 */
export function hintMatrix(records: readonly PlanRecord[], columns: readonly ReadNode[], input: HintInput): number[][] {
  const rowOf = rowsByPlan(records);
  const candidatesByRow = Map.groupBy(
    input.nodes.filter((node) => isCandidate(node.row.kind, node.hasObjectiveBelow)),
    (node) => rowOf.get(node.row.strategyId),
  );
  const hintsOf = tagSetHints(columns, input.threats);
  const hints = records.map((_record, row) => hintsOf(candidatesByRow.get(row) ?? []));
  const columnOf = new Map(columns.map((objective, column) => [objective.row.nodeId, column]));
  for (const [row, rejections] of Map.groupBy(rejectedLinks(input.links), (link) => rowOf.get(link.strategyId))) {
    const candidates = row === undefined ? [] : (candidatesByRow.get(row) ?? []);
    for (const [objectiveId, links] of Map.groupBy(rejections, (link) => link.objectiveId)) {
      const column = columnOf.get(objectiveId);
      const objective = column === undefined ? undefined : columns[column];
      const rowHints = row === undefined ? undefined : hints[row];
      if (column === undefined || !objective || !rowHints) continue;
      const rejected = new Set(links.map((link) => link.nodeId));
      rowHints[column] = bestHint(
        candidates.filter((node) => !rejected.has(node.row.nodeId)),
        objective,
        input.threats,
      ).hint;
    }
  }
  return hints;
}

const rejectedLinks = (links: readonly LinkRow[]) => links.filter((link) => link.status === 'REJECTED' && link.nodeId !== null);

const signatureOf = (node: ReadNode) => schemes.map((scheme) => node[scheme].join(' ')).join('|');

/** Hints of all columns for the candidates of one state, rejections aside: the largest, over distinct tag sets, of the weighted sum of matches. */
function tagSetHints(columns: readonly ReadNode[], threats: ConceptTree): (candidates: readonly ReadNode[]) => number[] {
  const wanted = new Map<string, { id: number; scheme: HintScheme; tag: string }>();
  const signatures = new Map<string, { id: number; tagIds: number[]; weights: number[] }>();
  for (const objective of columns) {
    const signature = signatureOf(objective);
    if (signatures.has(signature)) continue;
    const used = schemes.filter((scheme) => objective[scheme].length > 0);
    const terms = used.flatMap((scheme) => objective[scheme].map((tag) => ({ scheme, tag, weight: 1 / (objective[scheme].length * used.length) })));
    const tagIds = terms.map(({ scheme, tag }) => {
      const known = wanted.get(`${scheme} ${tag}`) ?? { id: wanted.size, scheme, tag };
      wanted.set(`${scheme} ${tag}`, known);
      return known.id;
    });
    signatures.set(signature, { id: signatures.size, tagIds, weights: terms.map((term) => term.weight) });
  }
  const tags = [...wanted.values()];
  // The tags of all sets one after the other; set i ends before ends[i].
  const sets = [...signatures.values()];
  const tagIds = Int32Array.from(sets.flatMap((set) => set.tagIds));
  const weights = Float64Array.from(sets.flatMap((set) => set.weights));
  let end = 0;
  const ends = Int32Array.from(sets, (set) => (end += set.tagIds.length));
  const columnSets = columns.map((objective) => signatures.get(signatureOf(objective))?.id ?? 0);
  const matchesOf = memoized((schemeAndTag) => {
    const [scheme = '', tag = ''] = schemeAndTag.split(' ');
    return tags.flatMap((t) => {
      const figure = t.scheme === scheme ? matchIn(t.scheme, threats)(tag, t.tag) : 0;
      return figure > 0 ? [{ id: t.id, figure }] : [];
    });
  });
  return (candidates) => {
    const largest = new Float64Array(sets.length);
    const matched = new Float64Array(tags.length);
    for (const node of new Map(candidates.map((it) => [signatureOf(it), it])).values()) {
      matched.fill(0);
      for (const scheme of schemes) {
        for (const tag of node[scheme]) for (const { id, figure } of matchesOf(`${scheme} ${tag}`)) matched[id] = Math.max(matched[id] ?? 0, figure);
      }
      for (let set = 0, i = 0; set < ends.length; set++) {
        let sum = 0;
        for (const stop = ends[set] ?? 0; i < stop; i++) sum += (matched[tagIds[i] ?? 0] ?? 0) * (weights[i] ?? 0);
        if (sum > (largest[set] ?? 0)) largest[set] = sum;
      }
    }
    return columnSets.map((set) => rounded(largest[set] ?? 0));
  };
}

function memoized<Value>(compute: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
