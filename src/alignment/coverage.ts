// Kinds of strategy: which states have which kind of plan, and are party to the instrument it answers to.
import { type Day, firstDay } from '../core/dates.ts';
import { type StrategyScope, type SuccessionRow, strategyScopes } from '../strategies/model.ts';
import { standings } from '../strategies/standing.ts';
import { scopeInstruments } from './method.ts';
import type { CoverageStatus, NoStrategyStatementRow, StrategyRow, TreatyStatusRow } from './model.ts';

/** By [row][column]. party: null where the kind has no instrument or the status is not recorded. */
export type StrategyCoverage = { rows: string[]; columns: StrategyScope[]; statuses: CoverageStatus[][]; party: (boolean | null)[][] };

const phases = ['IN_FORCE', 'UPCOMING', 'ENDED', 'DRAFT'] as const;

/** State x scope. **Source**: method 5; source paper paras 12-14. */
export function strategyCoverage(
  stateKeys: readonly string[],
  strategies: readonly StrategyRow[],
  successions: readonly SuccessionRow[],
  statements: readonly NoStrategyStatementRow[],
  treatyStatuses: readonly TreatyStatusRow[],
  asOf: Day,
): StrategyCoverage {
  const standingOf = standings(successions, asOf);
  const found = new Set(strategies.map((strategy) => `${strategy.stateKey} ${strategy.scope} ${standingOf(strategy).phase}`));
  const none = new Set(statements.map(({ stateKey, scope }) => `${stateKey} ${scope}`));
  const treaties = new Map(treatyStatuses.map((status) => [`${status.stateKey} ${status.instrumentKey}`, status]));
  const statusOf = (stateKey: string, scope: StrategyScope): CoverageStatus =>
    phases.find((phase) => found.has(`${stateKey} ${scope} ${phase}`)) ?? (none.has(`${stateKey} ${scope}`) ? 'NONE' : 'NOT_RECORDED');
  const partyOf = (stateKey: string, scope: StrategyScope) => {
    const instrument = scopeInstruments[scope];
    const status = instrument && treaties.get(`${stateKey} ${instrument}`);
    return status ? isParty(status, asOf) : null;
  };
  return {
    rows: [...stateKeys],
    columns: [...strategyScopes],
    statuses: stateKeys.map((stateKey) => strategyScopes.map((scope) => statusOf(stateKey, scope))),
    party: stateKeys.map((stateKey) => strategyScopes.map((scope) => partyOf(stateKey, scope))),
  };
}

/** Is the state party at asOf, by the day it consented? A party whose day is not recorded counts as one. **Source**: method 5. */
function isParty({ status, partyFrom }: TreatyStatusRow, asOf: Day): boolean {
  return status === 'party' && (partyFrom === null || firstDay(partyFrom) <= asOf);
}
