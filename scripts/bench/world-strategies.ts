// The made-up world's strategies: several a state, most of them ended, and those of the organizations.
import type { Random } from './random.ts';
import { type Forest, growRegionalTree, growTree, type Vocabulary } from './world-trees.ts';

export type MadeStrategy = {
  strategy_id: number;
  strategy_key: string;
  state_key: string | null;
  organization_key: string | null;
  level: 'NATIONAL' | 'REGIONAL';
  scope: string;
  status: string;
  title: Record<string, string>;
  original_language: string;
  valid_from: string | null;
  valid_to: string | null;
  is_fully_read: boolean;
  publication: string;
  visibility: string;
  sources: object[];
};
export type MadeSuccession = { strategy_id: number; successor_key: string };
export type MadeStrategies = {
  strategies: MadeStrategy[];
  successions: MadeSuccession[];
  themes: { strategy_id: number; threat_key: string }[];
  forest: Forest;
};

/** `nationals`, `nodes`: how many in all. */
export type StrategySize = { nationals: number; nodes: number };

/** The strategies that workload 2 asks for whole: a national and a regional one, of 200 nodes each. */
export const graphStrategies = { national: 'xaa-graph-plan', regional: 'xorg2-graph-strategy' } as const;
export const graphNodes = 200;

const scopes = {
  OVERARCHING: 2,
  TRAFFICKING_IN_PERSONS: 3,
  SMUGGLING_OF_MIGRANTS: 1,
  FIREARMS: 1,
  DRUGS: 3,
  OTHER_CRIME: 2,
  CRIME_PREVENTION: 1,
  ANTI_CORRUPTION: 2,
  COUNTER_TERRORISM: 1,
  NATIONAL_SECURITY: 2,
};

/** Strategies of states and organizations, with their trees. `xorg1` has three: two in force with 60 and 40 columns, and one that ended. */
export function makeStrategies(
  random: Random,
  size: StrategySize,
  stateKeys: readonly string[],
  organizationKeys: readonly string[],
  vocabulary: Vocabulary,
): MadeStrategies {
  const made: MadeStrategies = { strategies: [], successions: [], themes: [], forest: { nodes: [], tags: [] } };
  const { forest } = made;

  function add(owner: { state: string } | { organization: string }, name: string, given: Partial<MadeStrategy>): MadeStrategy {
    const isOfState = 'state' in owner;
    const strategy: MadeStrategy = {
      strategy_id: made.strategies.length + 1,
      strategy_key: `${isOfState ? owner.state.toLowerCase() : owner.organization}-${name}`,
      state_key: isOfState ? owner.state : null,
      organization_key: isOfState ? null : owner.organization,
      level: isOfState ? 'NATIONAL' : 'REGIONAL',
      scope: random.weighted(scopes),
      status: 'ADOPTED',
      title: { en: `Made-up strategy ${name} of ${isOfState ? owner.state : owner.organization}` },
      original_language: 'en',
      valid_from: '2022',
      valid_to: '2029',
      is_fully_read: random.chance(0.3),
      publication: 'PUBLISHED',
      visibility: 'PUBLIC',
      sources: [{ title: 'A made-up text', ref: 'none' }],
      ...given,
    };
    made.strategies.push(strategy);
    for (const threat of random.some(vocabulary.THREAT, 2)) made.themes.push({ strategy_id: strategy.strategy_id, threat_key: threat });
    return strategy;
  }

  for (const organization of organizationKeys) {
    const isFirst = organization === 'xorg1';
    for (const [index, columns] of (isFirst ? [60, 40, 25] : [random.whole(10, 30), random.whole(5, 20), 15]).entries()) {
      const period = index < 2 ? {} : { valid_from: '2014', valid_to: '2020' };
      growRegionalTree(forest, random, vocabulary, add({ organization }, `strategy-${index + 1}`, { scope: 'OVERARCHING', ...period }), columns);
    }
  }
  growTree(forest, random, vocabulary, add({ organization: 'xorg2' }, 'graph-strategy', { scope: 'OVERARCHING' }), graphNodes);
  growTree(forest, random, vocabulary, add({ state: 'XAA' }, 'graph-plan', { scope: 'OVERARCHING' }), graphNodes);

  const ownTrees = forest.nodes.length;
  for (let index = 1; index < size.nationals; index++) {
    const state = stateKeys[index % stateKeys.length] as string;
    const strategy = add({ state }, `plan-${index}`, madeStanding(random));
    const left = Math.max(0, size.nodes - forest.nodes.length);
    const average = Math.max(1, (size.nodes - ownTrees) / size.nationals);
    const isLast = index === size.nationals - 1;
    growTree(forest, random, vocabulary, strategy, isLast ? left : Math.min(left, Math.round(average * (0.3 + 1.4 * random.next()))));
  }
  made.successions.push(...makeSuccessions(random, made.strategies));
  return made;
}

/** Where a national strategy stands. Begun over the last 30 years, mostly for five: about two of fifteen are in force. */
function madeStanding(random: Random): Partial<MadeStrategy> {
  const from = random.whole(1997, 2027);
  const to = from + random.whole(4, 6);
  const written = (year: number) => random.pick([`${year}`, `${year}`, `${year}-06`, `${year}-03-15`]);
  const status = random.weighted({ ADOPTED: 90, DRAFT: 7, WITHDRAWN: 3 });
  return {
    status,
    valid_from: random.chance(0.02) ? null : written(from),
    valid_to: random.chance(0.06) ? null : written(to),
    publication: random.chance(0.98) ? 'PUBLISHED' : 'UNPUBLISHED',
    visibility: random.chance(0.97) ? 'PUBLIC' : 'PRIVATE',
  };
}

/** A third of the national strategies are superseded by a later one of the same state, a few by one that is not recorded. */
function makeSuccessions(random: Random, strategies: readonly MadeStrategy[]): MadeSuccession[] {
  const ofState = Map.groupBy(
    strategies.filter((it) => it.state_key !== null),
    (it) => it.state_key,
  );
  return strategies.flatMap((strategy) => {
    if (strategy.state_key === null || strategy.strategy_key === graphStrategies.national || !random.chance(0.33)) return [];
    const later = (ofState.get(strategy.state_key) ?? []).filter(
      (it) => it.strategy_key !== graphStrategies.national && (it.valid_from ?? '') > (strategy.valid_from ?? '9'),
    );
    if (later.length === 0 || random.chance(0.1)) return { strategy_id: strategy.strategy_id, successor_key: `${strategy.strategy_key}-next` };
    return { strategy_id: strategy.strategy_id, successor_key: random.pick(later).strategy_key };
  });
}
