// Where a strategy stands on a day: in force, upcoming, ended, a draft or withdrawn. Pure.
import { type Day, firstDay, lastDay, type PartialDate } from '../core/dates.ts';
import type { StrategyStatus, SuccessionRow } from './model.ts';

/** What of a strategy decides where it stands. */
export type DatedStrategy = { strategyId: number; status: StrategyStatus; validFrom: PartialDate | null; validTo: PartialDate | null };

/** Where a strategy stands on a day. `endedOn` is null unless it has ended. */
export type Standing = { phase: 'IN_FORCE' | 'UPCOMING' | 'ENDED' | 'DRAFT' | 'WITHDRAWN'; endedOn: Day | null };
export type StandingOf = (strategy: DatedStrategy) => Standing;

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
