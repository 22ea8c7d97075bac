// Which activities of an import are the same one, or parts of another, so that nothing is counted twice. Pure.
import type { IatiActivity } from './iati-model.ts';

/** What of an activity tells how it stands to others: small enough to keep for all of an import. */
export type IatiLink = {
  identifier: string;
  hierarchy: number;
  lastUpdated: string | null;
  isSecondary: boolean;
  related: IatiActivity['related'];
  /** Currencies in which it states budgets. */
  currencies: string[];
};

/**
 * How an activity stands to the others of an import.
 * - OWN: it counts for itself.
 * - DUPLICATE: another report with the same identifier stands in its place.
 * - SAME_AS: one of the two says that the other reports the same activity (IATI: third party), and the other stands.
 * - CHILD_OF: it is a part of another. `counted`: the budgets of the parent hold its own too, as far as the file tells; null where the
 *   parent is not here.
 */
export type Standing =
  | { kind: 'OWN' }
  | { kind: 'DUPLICATE'; of: string }
  | { kind: 'SAME_AS'; of: string }
  | { kind: 'CHILD_OF'; of: string; counted: boolean | null };

export function linkOf({ identifier, hierarchy, lastUpdated, reporter, related, budgets }: IatiActivity): IatiLink {
  const currencies = [...new Set(budgets.map(({ currency }) => currency))];
  return { identifier, hierarchy, lastUpdated, isSecondary: reporter.isSecondary, related, currencies };
}

/**
 * The standing of each activity, in the order given.
 *
 * Of the reports with one identifier the last updated stands, else the first given. Of two activities that are the same the one whose
 * reporter is no secondary one stands, else the first given. A child is known by its own word (related type 1) or its parent's (type 2); where
 * both claim to be the parent, the one higher in the hierarchy is, and neither where they are level. Its budgets count as held by the
 * parent when that has a budget in each currency of the child.
 *
 * **Source** IATI 2.03, related-activity and hierarchy.
 */
export function standingsOf(links: readonly IatiLink[]): Standing[] {
  const standing = new Map<string, number>();
  links.forEach((link, index) => {
    const other = standing.get(link.identifier);
    if (other === undefined || (link.lastUpdated ?? '') > (links[other]?.lastUpdated ?? '')) standing.set(link.identifier, index);
  });
  const chosen = new Map([...standing].flatMap(([identifier, index]) => (links[index] ? [[identifier, links[index]] as const] : [])));
  const same = sameActivities(chosen);
  const parents = parentsOf(chosen);
  const circles = circlesIn(parents);
  return links.map((link, index): Standing => {
    if (standing.get(link.identifier) !== index) return { kind: 'DUPLICATE', of: link.identifier };
    const other = same.get(link.identifier);
    if (other !== undefined) return { kind: 'SAME_AS', of: other };
    const parent = parents.get(link.identifier);
    if (parent === undefined || circles.has(link.identifier)) return { kind: 'OWN' };
    const found = chosen.get(parent);
    const counted = found === undefined ? null : link.currencies.every((currency) => found.currencies.includes(currency));
    return { kind: 'CHILD_OF', of: parent, counted };
  });
}

type Chosen = ReadonlyMap<string, IatiLink>;

/** Activities that another stands for, and which. Of a chain of same ones the first in rank stands for all. */
function sameActivities(chosen: Chosen): Map<string, string> {
  const order = new Map([...chosen.keys()].map((identifier, index) => [identifier, index]));
  const rank = (identifier: string) => (order.get(identifier) ?? 0) + (chosen.get(identifier)?.isSecondary ? order.size : 0);
  const leader = new Map<string, string>();
  const leaderOf = (identifier: string): string => {
    let at = identifier;
    for (let next = leader.get(at); next !== undefined; next = leader.get(at)) at = next;
    // Long chains are made short, so that finding stays quick.
    for (let from = identifier; from !== at; ) {
      const next = leader.get(from) ?? at;
      leader.set(from, at);
      from = next;
    }
    return at;
  };
  for (const { identifier, related } of chosen.values()) {
    for (const { kind, identifier: other } of related) {
      if (kind !== 'THIRD_PARTY' || !chosen.has(other)) continue;
      const [a, b] = [leaderOf(identifier), leaderOf(other)];
      if (a !== b) leader.set(rank(a) < rank(b) ? b : a, rank(a) < rank(b) ? a : b);
    }
  }
  return new Map([...leader.keys()].map((identifier) => [identifier, leaderOf(identifier)]));
}

/** The parent of each child. What a child says itself comes before what a parent says of it. */
function parentsOf(chosen: Chosen): Map<string, string> {
  const claims = new Map<string, string[]>();
  const claim = (child: string, parent: string) => claims.set(child, [...(claims.get(child) ?? []), parent]);
  for (const { identifier, related } of chosen.values()) for (const it of related) if (it.kind === 'PARENT') claim(identifier, it.identifier);
  for (const { identifier, related } of chosen.values()) {
    for (const it of related) if (it.kind === 'CHILD' && !claims.has(it.identifier)) claim(it.identifier, identifier);
  }
  return new Map(
    [...claims].flatMap(([child, parents]) => {
      const parent = parents.find((it) => it !== child && mayBeParent(chosen.get(it), chosen.get(child), claims.get(it)?.includes(child) ?? false));
      return parent === undefined ? [] : [[child, parent] as const];
    }),
  );
}

/** `isMutual`: the child is said to be the parent of its parent as well. */
function mayBeParent(parent: IatiLink | undefined, child: IatiLink | undefined, isMutual: boolean): boolean {
  if (parent === undefined || child === undefined) return true;
  return isMutual ? parent.hierarchy < child.hierarchy : parent.hierarchy <= child.hierarchy;
}

/** Those whose way up leads back to themselves: there the file contradicts itself, and each counts for itself. */
function circlesIn(parents: ReadonlyMap<string, string>): Set<string> {
  const inCircle = new Set<string>();
  const passed = new Set<string>();
  for (const start of parents.keys()) {
    const way = new Set<string>();
    let at: string | undefined = start;
    for (; at !== undefined && !passed.has(at); at = parents.get(at)) {
      passed.add(at);
      way.add(at);
    }
    // The way met itself, not one walked before: from here round it is a circle.
    for (let round: string | undefined = at; round !== undefined && way.has(round) && !inCircle.has(round); round = parents.get(round))
      inCircle.add(round);
  }
  return inCircle;
}
