// A made-up world of any size, for measuring. The same seed and size give the same world.
import { createRandom } from './random.ts';
import type { Rows } from './rows.ts';
import { makeConcepts, makeOrganizations, makeStates } from './world-concepts.ts';
import { makeLinks } from './world-links.ts';
import { makeStrategies } from './world-strategies.ts';
import { makeAssessments, makeFlows } from './world-threats.ts';

/** How many of each there are; `states` at most 240. */
export type WorldSize = { states: number; organizations: number; strategies: number; nodes: number; links: number; flows: number };

/** The day the worlds are made for. */
export const worldDay = '2026-11-01';

export const presets = {
  small: { states: 40, organizations: 4, strategies: 300, nodes: 10_000, links: 18_000, flows: 100 },
  standard: { states: 193, organizations: 24, strategies: 3_000, nodes: 100_000, links: 89_000, flows: 400 },
  large: { states: 193, organizations: 24, strategies: 3_000, nodes: 1_000_000, links: 89_000, flows: 400 },
} satisfies Record<string, WorldSize>;

/** The rows of a world, tables in an order in which they can be written. Organization `xorg1` has 27 members and 100 columns. */
export function makeWorld(size: WorldSize, seed: number): Rows {
  const random = createRandom(seed);
  const concepts = makeConcepts(random);
  const keysOf = (rows: object[] | undefined, column: string) => (rows ?? []).map((row) => String((row as Record<string, unknown>)[column]));
  const ofScheme = (scheme: string) =>
    keysOf(
      concepts.concept?.filter((row) => 'scheme' in row && row.scheme === scheme),
      'concept_key',
    );
  const vocabulary = { THREAT: ofScheme('THREAT'), ELEMENT: ofScheme('ELEMENT'), PROVISION: ofScheme('PROVISION') };
  const states = makeStates(random, size.states);
  const stateKeys = keysOf(states.state, 'state_key');
  const organizations = makeOrganizations(random, size.organizations, stateKeys);
  const { members } = organizations;
  const regionals = 3 * size.organizations + 1;
  const made = makeStrategies(random, { nationals: size.strategies - regionals, nodes: size.nodes }, stateKeys, [...members.keys()], vocabulary);
  const places = { territories: keysOf(states.territory, 'territory_key'), regions: keysOf(states.region, 'region_key') };
  return {
    ...concepts,
    ...states,
    ...organizations.rows,
    ...makeAssessments(random, stateKeys, members, vocabulary.THREAT),
    ...makeFlows(random, size.flows, stateKeys, members, places, vocabulary.THREAT),
    strategy: made.strategies,
    strategy_successor: made.successions,
    strategy_theme: made.themes,
    strategy_node: made.forest.nodes,
    strategy_node_concept: made.forest.tags,
    link: makeLinks(random, size.links, made, members),
  };
}

/** The same world, in which `xorg1` has 60 members and 125 columns: as wide as a matrix is expected to be. Needs 60 states. */
export function widestMatrix(world: Rows): Rows {
  const isFirst = (row: object) => 'organization_key' in row && row.organization_key === 'xorg1';
  const states = (world.state ?? []).map((row) => (row as { state_key: string }).state_key).slice(0, 60);
  const membership = { organization_key: 'xorg1', role: 'member', from_year: 1990, to_year: null, note: null };
  return {
    ...world,
    membership: [...(world.membership ?? []).filter((row) => !isFirst(row)), ...states.map((state) => ({ ...membership, state_key: state }))],
    strategy: (world.strategy ?? []).map((row) => (isFirst(row) ? { ...row, valid_to: '2029' } : row)),
  };
}
