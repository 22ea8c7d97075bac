// Concepts as a tree, and how a national tag matches a tag of the other side.
import { method } from './method.ts';
import type { ConceptRow } from './model.ts';

/** How tags match: 1 when u is t or broader than t, 0.5 when u is narrower than t, else 0. u is on the national side. **Source**: method 1. */
export type Match = (u: string, t: string) => number;

/** The threats as a tree. */
export type ConceptTree = {
  match: Match;
  childrenOf(key: string): readonly string[];
  /** The concept itself and everything broader. */
  selfAndBroader(key: string): readonly string[];
};

/** The tree of these concepts; a concept that is not among them stands alone. */
export function conceptTree(concepts: readonly ConceptRow[]): ConceptTree {
  const parents = new Map(concepts.map((concept) => [concept.key, concept.parentKey]));
  const children = Map.groupBy(concepts, (concept) => concept.parentKey);
  const lines = new Map(concepts.map((concept) => [concept.key, lineOf(concept.key, parents)]));
  const lineSets = new Map([...lines].map(([key, line]) => [key, new Set(line)]));
  const isBroader = (u: string, t: string) => lineSets.get(t)?.has(u) ?? false;
  const childKeys = new Map([...children].map(([key, rows]) => [key, rows.map((row) => row.key)]));
  return {
    match: (u, t) => {
      if (u === t || isBroader(u, t)) return method.matchEqualOrBroader.value;
      return isBroader(t, u) ? method.matchNarrower.value : 0;
    },
    childrenOf: (key) => childKeys.get(key) ?? [],
    selfAndBroader: (key) => lines.get(key) ?? [key],
  };
}

function lineOf(key: string, parents: ReadonlyMap<string, string | null>): string[] {
  const line = [key];
  for (let parent = parents.get(key); parent; parent = parents.get(parent)) line.push(parent);
  return line;
}

/** Match in schemes without a tree (elements, provisions): equal or nothing. **Source**: method 1. */
export const matchEqual: Match = (u, t) => (u === t ? method.matchEqualOrBroader.value : 0);

/** The largest match that some of the tags u have with t. */
export function largestMatch(match: Match, us: readonly string[], t: string): number {
  return us.reduce((largest, u) => Math.max(largest, match(u, t)), 0);
}
