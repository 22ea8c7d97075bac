// Which strategies count on a day: what is in force, ended or upcoming, the plans of a state, the strategies of an organization.
import { type Day, firstDay, lastDay, monthsBefore } from '../core/dates.ts';
import { generalScopes, method, scopeSubjects } from './method.ts';
import { type StrategyRow, type StrategyScope, type SuccessionRow, strategyScopes } from './model.ts';

/** Where a strategy stands on a day. `endedOn` is null unless it has ended. */
export type Standing = { phase: 'IN_FORCE' | 'UPCOMING' | 'ENDED' | 'DRAFT' | 'WITHDRAWN'; endedOn: Day | null };
export type StandingOf = (strategy: StrategyRow) => Standing;

/**
 * Where each strategy stands at asOf. A validFrom that is not known has not begun. The day of the end is validTo, or the day a
 * successor began if earlier. **Source**: method 0 "asOf".
 */
export function standings(successions: readonly SuccessionRow[], asOf: Day): StandingOf {
  const replacedOn = new Map<number, Day>();
  for (const { strategyId, successorStatus, successorValidFrom } of successions) {
    if (successorStatus !== 'ADOPTED' || successorValidFrom === null) continue;
    const day = firstDay(successorValidFrom);
    const earlier = replacedOn.get(strategyId);
    if (day <= asOf && (earlier === undefined || day < earlier)) replacedOn.set(strategyId, day);
  }
  return (strategy) => {
    if (strategy.status !== 'ADOPTED') return { phase: strategy.status, endedOn: null };
    if (strategy.validFrom === null || firstDay(strategy.validFrom) > asOf) return { phase: 'UPCOMING', endedOn: null };
    const expiredOn = strategy.validTo === null || lastDay(strategy.validTo) >= asOf ? [] : [lastDay(strategy.validTo)];
    const endedOn = [...expiredOn, replacedOn.get(strategy.strategyId) ?? []].flat().toSorted()[0] ?? null;
    return { phase: endedOn === null ? 'IN_FORCE' : 'ENDED', endedOn };
  };
}

/** The plans of a state, P(s). No plans: NO_RECORD. Lapsed: none is in force, these ended within the last 36 months. */
export type PlanRecord = { stateKey: string; plans: readonly StrategyRow[]; isLapsed: boolean };

/** P(s) of every state, in the order of the states; plans by key. **Source**: method 0 "The plans of a state". */
export function planRecords(stateKeys: readonly string[], strategies: readonly StrategyRow[], successions: readonly SuccessionRow[], asOf: Day): PlanRecord[] {
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
  const newest = ended.flatMap(({ endedOn }) => endedOn).toSorted().at(-1);
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
