// Para 1 (a) to (d): the four functions of the working group, answered from needs, activities and recommendations as far as they are
// recorded. No number orders states or needs; totals of needs by theme are given from three states on.

import { method } from '../alignment/method.ts';
import { fundingOf } from '../assistance/funding.ts';
import { outcomes } from '../assistance/model.ts';
import { firstDay, lastDay, type PartialDate } from '../core/dates.ts';
import type { ActivityRow, NeedRow, Theme } from './assistance-rows.ts';
import { planEntries, type StateAnswer, stateFigure, thingFigure } from './figures.ts';
import type { BriefRows, Entry, Figure, Section, Word } from './model.ts';

/** The four functions in their order. **Source**: method 9; source paper para 1. */
export function functionsOfGroup(rows: BriefRows): Section[] {
  return [
    { key: 'para1a', title: { message: 'brief.para1a' }, figures: needFigures(rows), lists: [] },
    { key: 'para1b', title: { message: 'brief.para1b' }, figures: priorityFigures(rows), lists: [] },
    { key: 'para1c', title: { message: 'brief.para1c' }, figures: activityFigures(rows), lists: [] },
    { key: 'para1d', title: { message: 'brief.para1d' }, figures: resourceFigures(rows), lists: [] },
  ];
}

const needEntry = ({ key, stateKey }: NeedRow): Entry => ({ thing: { kind: 'NEED', key }, stateKey });
const activityEntry = ({ key }: ActivityRow): Entry => ({ thing: { kind: 'ACTIVITY', key } });

/** (a) The information base, and the needs that states stated. A state that stated none may have some: unknown. */
function needFigures({ stateKeys, records, needs }: BriefRows): Figure[] {
  const recordOf = new Map(records.map((record) => [record.stateKey, record]));
  const asking = new Set(needs.map((it) => it.stateKey));
  const entries = planEntries(records, () => true);
  const answer = (isYes: boolean): StateAnswer => (isYes ? 'YES' : 'UNKNOWN');
  return [
    stateFigure('para1a.record', { message: 'brief.para1a.record' }, stateKeys, (it) => answer((recordOf.get(it)?.plans.length ?? 0) > 0), entries),
    stateFigure('para1a.needs', { message: 'brief.para1a.needs' }, stateKeys, (it) => answer(asking.has(it)), needs.map(needEntry)),
    ...(['UNMET', 'PARTLY_MET', 'MET'] as const).map((status) => {
      const found = needs.filter((it) => it.status === status);
      return thingFigure(
        `para1a.needs.${status}`,
        { message: `brief.para1a.${status}` },
        'NEEDS',
        { value: found.length, of: needs.length },
        { stateKeys: statesOf(stateKeys, found), entries: found.map(needEntry) },
      );
    }),
  ];
}

const statesOf = (stateKeys: readonly string[], needs: readonly NeedRow[]) => stateKeys.filter((key) => needs.some((it) => it.stateKey === key));

/** (b) Unmet needs by theme, where three states or more have them; and what became of recommendations. */
function priorityFigures(rows: BriefRows): Figure[] {
  const unmet = rows.needs.filter((it) => it.status === 'UNMET');
  const byTheme = themesOf(rows, unmet).flatMap(({ theme, label, found }) => {
    const states = statesOf(rows.stateKeys, found);
    if (states.length < method.readCellsMin.value) return [];
    return [
      thingFigure(
        `para1b.unmet.${theme.scheme}.${theme.key}`,
        { message: 'brief.para1b.unmet', values: { theme: label } },
        'NEEDS',
        { value: found.length, of: unmet.length },
        { stateKeys: states, entries: found.map(needEntry) },
      ),
    ];
  });
  const { recommendations } = rows;
  const silent = recommendations.filter((it) => it.outcome === null).length;
  const byOutcome = outcomes.map((outcome) => {
    const found = recommendations.filter((it) => it.outcome === outcome);
    return thingFigure(
      `para1b.recommendations.${outcome}`,
      { message: `brief.para1b.${outcome}` },
      'RECOMMENDATIONS',
      { value: found.length, of: recommendations.length, unknown: silent },
      { entries: found.map(({ key }): Entry => ({ thing: { kind: 'RECOMMENDATION', key } })) },
    );
  });
  return [...byTheme, ...byOutcome];
}

/** Things by each theme they have, in the order of the themes' keys; elements before threats. */
function themesOf<T extends { themes: readonly Theme[] }>({ labelOf }: BriefRows, things: readonly T[]): { theme: Theme; label: Word; found: T[] }[] {
  const byTheme = new Map<string, { theme: Theme; label: Word; found: T[] }>();
  for (const thing of things) {
    for (const theme of thing.themes) {
      const id = `${theme.scheme} ${theme.key}`;
      const known = byTheme.get(id) ?? { theme, label: { texts: labelOf(theme.scheme, theme.key) }, found: [] };
      known.found.push(thing);
      byTheme.set(id, known);
    }
  }
  return [...byTheme].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, it]) => it);
}

/** Does its period reach asOf or beyond? Null where its dates do not tell. **Source**: method 9 "An activity can serve". */
function isRunning({ start, end }: { start: PartialDate | null; end: PartialDate | null }, asOf: string): boolean | null {
  if (end !== null) return lastDay(end) >= asOf;
  return start !== null && firstDay(start) > asOf ? true : null;
}

/** (c) What others do in these states: activities that run at asOf or are to begin, in all and by theme. */
function activityFigures(rows: BriefRows): Figure[] {
  const { stateKeys, activities, asOf } = rows;
  const running = activities.filter((it) => isRunning(it, asOf) === true);
  const undated = activities.filter((it) => isRunning(it, asOf) === null).length;
  const servedFigure = (key: string, label: Figure['label'], found: readonly ActivityRow[]) => {
    const served = new Set(found.flatMap((it) => it.stateKeys));
    return stateFigure(key, label, stateKeys, (stateKey) => (served.has(stateKey) ? 'YES' : 'UNKNOWN'), found.map(activityEntry));
  };
  return [
    thingFigure(
      'para1c.running',
      { message: 'brief.para1c.running' },
      'ACTIVITIES',
      { value: running.length, of: activities.length, unknown: undated },
      { entries: running.map(activityEntry) },
    ),
    servedFigure('para1c.served', { message: 'brief.para1c.served' }, running),
    ...themesOf(rows, running).map(({ theme, label, found }) =>
      servedFigure(`para1c.theme.${theme.scheme}.${theme.key}`, { message: 'brief.para1c.theme', values: { theme: label } }, found),
    ),
  ];
}

/** (d) Resources: of the activities that run, whose funder and budget are known; per currency, since nothing is converted; and needs that nobody meets. */
function resourceFigures({ activities, needs, stateKeys, asOf }: BriefRows): Figure[] {
  const running = activities.filter((it) => isRunning(it, asOf) === true);
  const known = (key: string, message: 'brief.para1d.funder' | 'brief.para1d.budget', isKnown: (it: ActivityRow) => boolean) => {
    const found = running.filter(isKnown);
    const count = { value: found.length, of: running.length, unknown: running.length - found.length };
    return thingFigure(key, { message }, 'ACTIVITIES', count, { entries: found.map(activityEntry) });
  };
  const { currencies, unknown } = fundingOf(running);
  const unmet = needs.filter((it) => it.status === 'UNMET');
  return [
    known('para1d.funder', 'brief.para1d.funder', (it) => it.funders.length > 0),
    known('para1d.budget', 'brief.para1d.budget', (it) => it.budgets.length > 0),
    ...currencies.map(({ currency, amount, activities: value }) =>
      thingFigure(
        `para1d.currency.${currency}`,
        { message: 'brief.para1d.currency', values: { currency, total: amount } },
        'ACTIVITIES',
        { value, of: running.length, unknown },
        { entries: running.filter(({ budgets }) => budgets.some((budget) => budget.currency === currency)).map(activityEntry) },
      ),
    ),
    thingFigure(
      'para1d.unmet',
      { message: 'brief.para1d.unmet' },
      'NEEDS',
      { value: unmet.length, of: needs.length },
      { stateKeys: statesOf(stateKeys, unmet), entries: unmet.map(needEntry) },
    ),
  ];
}
