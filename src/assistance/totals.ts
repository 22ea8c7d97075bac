// Needs by theme: how many, over how many states. Never one state's, and never an order. Pure.
import type { Day } from '../core/dates.ts';
import type { Need, ThemeTotals } from './model.ts';
import type { Standing } from './stages.ts';

/** States over which a total is given at least. **Source**: method 0 "No ranking". */
export const statesMin = 3;

/** A need with where it stands at asOf. */
export type StandingNeed = { need: Need; standing: Standing; asOf: Day };

/** Needs on each of the themes, in their order, without prompts and withdrawn ones; themes that nobody needs are left out. **Source**: method 9, method 0. */
export function totalsBy(needs: readonly StandingNeed[], themeOf: (need: Need) => string | null, themeKeys: readonly string[]): ThemeTotals[] {
  const counted = needs.filter(({ standing }) => standing.stage !== null && standing.stage !== 'WITHDRAWN');
  const byTheme = Map.groupBy(counted, ({ need }) => themeOf(need));
  return themeKeys.flatMap((themeKey) => {
    const own = byTheme.get(themeKey);
    if (!own) return [];
    const states = new Set(own.map(({ need }) => need.stateKey)).size;
    const total = (fits: (item: StandingNeed) => boolean) => (states < statesMin ? null : own.filter(fits).length);
    return {
      themeKey,
      states,
      total: total(() => true),
      unmet: total(({ standing }) => standing.status === 'UNMET'),
      partlyMet: total(({ standing }) => standing.status === 'PARTLY_MET'),
      met: total(({ standing }) => standing.status === 'MET'),
    };
  });
}
