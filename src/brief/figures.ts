// How figures of the brief are made: counts of states with those not known apart, counts of things, means over states.
import { meanOf, rounded } from '../alignment/figures.ts';
import { method } from '../alignment/method.ts';
import type { PlanRecord } from '../alignment/record.ts';
import type { BriefUnit, Entry, Figure, Words } from './model.ts';

/** How one state stands to a figure: counted, not counted, not known, or not asked about at all. */
export type StateAnswer = 'YES' | 'NO' | 'UNKNOWN' | 'LEFT_OUT';

/** A count of states in the order given: how many answer yes, of how many that are asked about, and of how many it is not known. */
export function stateFigure(
  key: string,
  label: Words,
  stateKeys: readonly string[],
  answerOf: (stateKey: string) => StateAnswer,
  entries: readonly Entry[] = [],
): Figure {
  const answers = Map.groupBy(stateKeys, answerOf);
  const [yes, unknown] = [answers.get('YES') ?? [], answers.get('UNKNOWN') ?? []];
  const of = stateKeys.length - (answers.get('LEFT_OUT')?.length ?? 0);
  return { key, label, unit: 'STATES', value: yes.length, of, unknown: unknown.length, stateKeys: yes, unknownStateKeys: unknown, entries };
}

/** A count of things: `counted` of `of`, of which `unknown` are not known. */
export function thingFigure(
  key: string,
  label: Words,
  unit: BriefUnit,
  { value, of, unknown = 0 }: { value: number; of: number; unknown?: number },
  behind: { stateKeys?: readonly string[]; entries?: readonly Entry[] } = {},
): Figure {
  return { key, label, unit, value, of, unknown, stateKeys: behind.stateKeys ?? [], unknownStateKeys: [], entries: behind.entries ?? [] };
}

/** A mean over states; null below three of them, so that it tells of none. **Source**: method 0 "No ranking". */
export function meanFigure(key: string, label: Words, unit: 'MEAN_MONTHS' | 'MEAN_ELEMENTS', byState: ReadonlyMap<string, number>): Figure {
  const mean = byState.size < method.readCellsMin.value ? null : meanOf([...byState.values()]);
  return {
    key,
    label,
    unit,
    value: mean === null ? null : rounded(mean),
    of: byState.size,
    unknown: 0,
    stateKeys: [...byState.keys()],
    unknownStateKeys: [],
    entries: [],
  };
}

/** The plans of the states that a figure counts, as entries. */
export function planEntries(records: readonly PlanRecord[], isCounted: (stateKey: string) => boolean): Entry[] {
  return records.flatMap(({ stateKey, plans }) =>
    isCounted(stateKey) ? plans.map(({ strategyId }): Entry => ({ thing: { kind: 'STRATEGY', strategyId }, stateKey })) : [],
  );
}
