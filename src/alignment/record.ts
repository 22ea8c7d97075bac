// Which strategies count on a day: the plans of a state, the strategies of an organization.
import { type Day, monthsBefore } from '../core/dates.ts';
import { type StrategyScope, type SuccessionRow, strategyScopes } from '../strategies/model.ts';
import { standings } from '../strategies/standing.ts';
import { generalScopes, method, scopeSubjects } from './method.ts';
import type { StrategyRow } from './model.ts';

/** The plans of a state, P(s). No plans: NO_RECORD. Lapsed: none is in force, these ended within the last 36 months. */
export type PlanRecord = { stateKey: string; plans: readonly StrategyRow[]; isLapsed: boolean };

/** P(s) of every state, in the order of the states; plans by key. **Source**: method 0 "The plans of a state". */
export function planRecords(
  stateKeys: readonly string[],
  strategies: readonly StrategyRow[],
  successions: readonly SuccessionRow[],
  asOf: Day,
): PlanRecord[] {
  const standingOf = standings(successions, asOf);
  const byState = Map.groupBy(strategies, (strategy) => strategy.stateKey);
  const oldestEnd = monthsBefore(asOf, method.lapsedMonthsMax.value);
  return stateKeys.map((stateKey) => {
    const own = (byState.get(stateKey) ?? []).toSorted(byKey).map((strategy) => ({ strategy, ...standingOf(strategy) }));
    const inForce = own.filter(({ phase }) => phase === 'IN_FORCE');
    const lapsed = inForce.length > 0 ? [] : own.filter(({ endedOn }) => endedOn !== null && endedOn >= oldestEnd);
    return { stateKey, plans: [...inForce, ...lapsed].map(({ strategy }) => strategy), isLapsed: lapsed.length > 0 };
  });
}

/** The strategies of an organization, by key: those in force, else the newest that ended (all that share the day). **Source**: method 0 "The strategies of an organization". */
export function organizationStrategies(
  organizationKey: string,
  strategies: readonly StrategyRow[],
  successions: readonly SuccessionRow[],
  asOf: Day,
): { strategies: StrategyRow[]; isEnded: boolean } {
  const own = strategies.filter((strategy) => strategy.organizationKey === organizationKey).toSorted(byKey);
  const standingOf = standings(successions, asOf);
  const inForce = own.filter((strategy) => standingOf(strategy).phase === 'IN_FORCE');
  if (inForce.length > 0) return { strategies: inForce, isEnded: false };
  const ended = own.flatMap((strategy) => ({ strategy, endedOn: standingOf(strategy).endedOn ?? [] }));
  const newest = ended
    .flatMap(({ endedOn }) => endedOn)
    .toSorted()
    .at(-1);
  const chosen = ended.filter(({ endedOn }) => endedOn === newest).map(({ strategy }) => strategy);
  return { strategies: chosen, isEnded: chosen.length > 0 };
}

/** The row of each plan of some P(s), by the plan's id. */
export function rowsByPlan(records: readonly PlanRecord[]): Map<number, number> {
  return new Map(records.flatMap(({ plans }, row) => plans.map((plan): [number, number] => [plan.strategyId, row])));
}

/** Is the plan about organized crime, or crime, as a whole? **Source**: method 2 and 3. */
export const isGeneral = (plan: StrategyRow): boolean => generalScopes.includes(plan.scope);

/** The threats that P(s) is about by the scopes of its plans alone. **Source**: method 2. */
export const subjectsOf = ({ plans }: PlanRecord): string[] => plans.flatMap((plan) => scopeSubjects[plan.scope] ?? []);

/** Which kinds of plan P(s) holds, in the order of method 5. */
export function recordScopes({ plans }: PlanRecord): StrategyScope[] {
  return strategyScopes.filter((scope) => plans.some((plan) => plan.scope === scope));
}

const byKey = (a: StrategyRow, b: StrategyRow) => (a.key < b.key ? -1 : Number(a.key > b.key));
