// Which concepts a node carries: its own tags or, without any in the scheme, those of the nearest node above that has some.
import type { Concept } from '../concepts/model.ts';
import type { StrategyNode } from './model.ts';

/** Concepts of a scheme that the node carries. Source: method 1. */
export function carriedBy(node: StrategyNode, scheme: 'threats' | 'elements' | 'provisions'): Concept[] {
  for (let at: StrategyNode | null = node; at; at = at.parent) if (at[scheme].length > 0) return at[scheme];
  return [];
}
