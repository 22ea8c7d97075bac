// Activities that may do the same work twice: a warning, not a finding. Pure.
import type { ConceptScheme } from '../concepts/model.ts';
import type { Day } from '../core/dates.ts';
import { type Period, periodOf, recipientReason } from './matching.ts';
import type { Activity } from './model.ts';

/** `activities`: keys of those that overlap with another one of them, in order. `pairs`: which with which, and when. */
export type Overlap = {
  stateKey: string;
  theme: { scheme: ConceptScheme; key: string };
  activities: string[];
  pairs: { first: string; second: string; from: Day; to: Day | null }[];
};

/**
 * For each of the states and each theme two or more activities, in periods that overlap at asOf or later, which share no provider and no
 * funder. Offers are no activities yet. **Source**: method 9 "OVERLAP".
 */
export function overlapsOf(
  activities: readonly Activity[],
  stateKeys: readonly string[],
  regionStates: ReadonlyMap<string, readonly string[]>,
  asOf: Day,
): Overlap[] {
  const dated = activities
    .filter(({ isOffer }) => !isOffer)
    .flatMap((activity) => {
      const period = periodOf(activity);
      return period && (period.to === null || period.to >= asOf) ? { activity, period, bodies: bodiesOf(activity) } : [];
    })
    .toSorted((a, b) => (a.activity.key < b.activity.key ? -1 : 1));
  return stateKeys.flatMap((stateKey) => {
    const here = dated.filter(({ activity }) => recipientReason(activity, stateKey, regionStates) !== null);
    const byTheme = new Map<string, Overlap>();
    for (const [index, a] of here.entries()) {
      for (const b of here.slice(index + 1)) {
        const shared = sharedPeriod(a.period, b.period, asOf);
        if (!shared || [...a.bodies].some((body) => b.bodies.has(body))) continue;
        for (const theme of a.activity.themes.filter((it) => b.activity.themes.some((other) => other.scheme === it.scheme && other.key === it.key))) {
          const id = `${theme.scheme} ${theme.key}`;
          const overlap = byTheme.get(id) ?? { stateKey, theme, activities: [], pairs: [] };
          byTheme.set(id, overlap);
          overlap.pairs.push({ first: a.activity.key, second: b.activity.key, ...shared });
        }
      }
    }
    return [...byTheme.entries()]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, overlap]) => ({ ...overlap, activities: [...new Set(overlap.pairs.flatMap(({ first, second }) => [first, second]))].toSorted() }));
  });
}

/** What two periods have in common, where it reaches asOf or later; null: nothing. */
function sharedPeriod(a: Period, b: Period, asOf: Day): Period | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to;
  return to !== null && (to < from || to < asOf) ? null : { from, to };
}

/** Names of providers and of funders, as they are compared; a provider of the one that funds the other is no shared body. */
function bodiesOf({ providers, funders }: Pick<Activity, 'providers' | 'funders'>): Set<string> {
  return new Set([...providers.map((name) => `PROVIDER ${comparedName(name)}`), ...funders.map((name) => `FUNDER ${comparedName(name)}`)]);
}

/** The name of a body without programme or share in brackets, amounts, "and others" and case: "European Union (11th EDF)" is "european union". */
export function comparedName(name: string): string {
  return name
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll(/\s+and (others|partners)\b/gi, ' ')
    .replace(/\s[\d.,\s]+$/, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
