// Trees of the made-up strategies: pillars, objectives, measures and indicators, with their tags.
import type { Random } from './random.ts';

export type MadeNode = {
  strategy_node_id: number;
  strategy_node_key: string;
  strategy_id: number;
  parent_id: number | null;
  position: number;
  last_position: number;
  kind: 'PILLAR' | 'OBJECTIVE' | 'MEASURE' | 'INDICATOR';
  label: Record<string, string>;
  original_language: string;
  addressee: string | null;
  is_seen_in_source: boolean;
  responsible: string | null;
};
export type MadeTag = { strategy_node_id: number; scheme: string; concept_key: string };

/** Keys to tag with, by scheme. */
export type Vocabulary = Readonly<Record<'THREAT' | 'ELEMENT' | 'PROVISION', readonly string[]>>;

/** All nodes and tags of a world; ids go up through all strategies. */
export type Forest = { nodes: MadeNode[]; tags: MadeTag[] };

type Given = Partial<Pick<MadeNode, 'addressee' | 'is_seen_in_source'>>;
type Grow = { (kind: MadeNode['kind'], given?: Given, below?: () => void): void; isFull: () => boolean };

/** How many tags of a scheme a node has of its own, at most; the chance that there is one. A node without tags carries those from above. */
const tagging = {
  PILLAR: { THREAT: [0.6, 2], ELEMENT: [0.3, 2], PROVISION: [0.3, 2] },
  OBJECTIVE: { THREAT: [0.5, 2], ELEMENT: [0.6, 3], PROVISION: [0.4, 3] },
  MEASURE: { THREAT: [0.2, 1], ELEMENT: [0.5, 2], PROVISION: [0.15, 2] },
  INDICATOR: { THREAT: [0, 0], ELEMENT: [0, 0], PROVISION: [0, 0] },
} as const;

const words = 'strengthen share national joint border evidence courts police victims data training finance ports assets'.split(' ');
const unseenShare = 0.15;

/** What puts nodes into the forest, one below the other, until the strategy has `count`. */
function growing(
  forest: Forest,
  random: Random,
  vocabulary: Vocabulary,
  strategy: { strategy_id: number; strategy_key: string },
  count: number,
): Grow {
  let position = 0;
  let parent: MadeNode | null = null;
  const grow = (kind: MadeNode['kind'], given: Given = {}, below: () => void = () => {}) => {
    if (position >= count) return;
    position += 1;
    const text = `${kind.toLowerCase()} ${position}: ${Array.from({ length: 7 }, () => random.pick(words)).join(' ')}`;
    const node: MadeNode = {
      strategy_node_id: forest.nodes.length + 1,
      strategy_node_key: `${strategy.strategy_key}.n${position}`,
      strategy_id: strategy.strategy_id,
      parent_id: parent?.strategy_node_id ?? null,
      position,
      last_position: position,
      kind,
      label: random.chance(0.9) ? { en: text } : { original: text },
      original_language: random.chance(0.7) ? 'en' : 'es',
      addressee: null,
      is_seen_in_source: !random.chance(unseenShare),
      responsible: kind === 'MEASURE' && random.chance(0.4) ? 'Ministry of the Interior' : null,
      ...given,
    };
    forest.nodes.push(node);
    for (const scheme of ['THREAT', 'ELEMENT', 'PROVISION'] as const) {
      const [share, most] = tagging[kind][scheme];
      if (!random.chance(share)) continue;
      for (const key of random.some(vocabulary[scheme], random.whole(1, most)))
        forest.tags.push({ strategy_node_id: node.strategy_node_id, scheme, concept_key: key });
    }
    const above: MadeNode | null = parent;
    parent = node;
    below();
    parent = above;
    node.last_position = position;
  };
  return Object.assign(grow, { isFull: () => position >= count });
}

/** One strategy's tree of so many nodes. */
export function growTree(
  forest: Forest,
  random: Random,
  vocabulary: Vocabulary,
  strategy: { strategy_id: number; strategy_key: string },
  count: number,
): void {
  const grow = growing(forest, random, vocabulary, strategy, count);
  const times = (most: number, work: () => void) => Array.from({ length: random.whole(1, most) }).forEach(work);
  const measure = () => grow('MEASURE', {}, () => random.chance(0.3) && grow('INDICATOR'));
  const objective = (isDeep: boolean) =>
    grow('OBJECTIVE', {}, () => {
      if (isDeep) times(2, () => objective(false));
      times(3, measure);
      if (random.chance(0.4)) grow('INDICATOR');
    });
  while (!grow.isFull()) grow('PILLAR', {}, () => (random.chance(0.1) ? times(4, measure) : times(4, () => objective(random.chance(0.05)))));
}

/**
 * A regional strategy's tree with exactly so many columns: objectives that were seen and ask members to act. Beside them stand objectives
 * that are no columns: unseen ones, ones for the organization, and ones with objectives below.
 */
export function growRegionalTree(
  forest: Forest,
  random: Random,
  vocabulary: Vocabulary,
  strategy: { strategy_id: number; strategy_key: string },
  columns: number,
): void {
  const grow = growing(forest, random, vocabulary, strategy, Number.POSITIVE_INFINITY);
  for (let left = columns; left > 0; left -= 5) {
    grow('PILLAR', {}, () => {
      for (let i = 0; i < Math.min(5, left); i++) {
        const addressee = random.pick([null, 'MEMBERS', 'BOTH']);
        grow('OBJECTIVE', { addressee, is_seen_in_source: true }, () => grow('MEASURE', {}, () => random.chance(0.3) && grow('INDICATOR')));
      }
      grow('OBJECTIVE', { is_seen_in_source: false });
      grow('OBJECTIVE', { addressee: 'ORGANIZATION' });
    });
  }
}
