// When the next assessment or evaluation is due, and which strategies end soon. Pure.

import { method } from '../alignment/method.ts';
import { type Day, firstDay, lastDay, monthsBefore, monthsBetween, type PartialDate } from '../core/dates.ts';
import type { Evaluation, OfficialAssessment } from './model.ts';

export const calendarStatuses = ['OVERDUE', 'DUE', 'LATER', 'UNKNOWN', 'NEVER_RECORDED'] as const;
export type CalendarStatus = (typeof calendarStatuses)[number];
export const calendarKinds = ['ASSESSMENT', 'EVALUATION', 'STRATEGY_END'] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** When something is due. `isStated`: the body says so itself; else it follows from the rule. `dueOn` null: not known. */
export type Due = { dueOn: Day | null; isStated: boolean };

/** The day by which the next edition is due: the end of the one stated, else 48 months after its date. **Source**: method 4. */
export function assessmentDue({ dated, nextEdition }: { dated: PartialDate | null; nextEdition: PartialDate | null }): Due {
  if (nextEdition !== null) return { dueOn: lastDay(nextEdition), isStated: true };
  return { dueOn: dated === null ? null : monthsBefore(firstDay(dated), -method.staleMonths.value), isStated: false };
}

/** The day by which the body says it evaluates again: the one stated, else its date and the stated cadence. Nothing stated: not known. **Source** para 7. */
export function evaluationDue({ dated, cadenceMonths, nextDue }: Pick<Evaluation, 'dated' | 'cadenceMonths' | 'nextDue'>): Due {
  if (nextDue !== null) return { dueOn: lastDay(nextDue), isStated: true };
  if (cadenceMonths === null || dated === null) return { dueOn: null, isStated: false };
  return { dueOn: monthsBefore(firstDay(dated), -cadenceMonths), isStated: true };
}

/** Where a day stands: past, within the next 12 months, later, or not known. */
export function dueStatus(dueOn: Day | null, asOf: Day): CalendarStatus {
  if (dueOn === null) return 'UNKNOWN';
  if (dueOn < asOf) return 'OVERDUE';
  return dueOn <= monthsBefore(asOf, -method.dueMonths.value) ? 'DUE' : 'LATER';
}

/**
 * The newest of some dated things at asOf, and the months between one and the next. What is dated later is not there yet.
 * `newest` null: none, or none with a date; `undated`: how many have none. **Source** para 7: regularly?
 */
export type Rhythm<T> = { newest: T | null; ageMonths: number | null; intervalsMonths: number[]; undated: number };

export function rhythmOf<T extends { dated: PartialDate | null }>(things: readonly T[], asOf: Day): Rhythm<T> {
  const dated = things
    .flatMap((thing) => (thing.dated === null || firstDay(thing.dated) > asOf ? [] : { thing, day: firstDay(thing.dated) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  const newest = dated.at(-1);
  return {
    newest: newest?.thing ?? null,
    ageMonths: newest ? monthsBetween(newest.day, asOf) : null,
    intervalsMonths: dated.slice(1).map(({ day }, index) => monthsBetween(dated[index]?.day ?? day, day)),
    undated: things.filter((thing) => thing.dated === null).length,
  };
}

/** One line of the calendar. `stateKey` or `organizationKey`: whose. `key`: of the assessment or evaluation; null where none is recorded. */
export type CalendarLine = {
  kind: CalendarKind;
  status: CalendarStatus;
  stateKey: string | null;
  organizationKey: string | null;
  strategyId: number | null;
  key: string | null;
  dueOn: Day | null;
  isStated: boolean;
  ageMonths: number | null;
};

/** A strategy in force at asOf: what of it the calendar needs. */
export type CalendarStrategy = { strategyId: number; stateKey: string | null; organizationKey: string | null; validTo: PartialDate | null };

export type CalendarInput = {
  stateKeys: readonly string[];
  organizationKeys: readonly string[];
  assessments: readonly OfficialAssessment[];
  evaluations: readonly Evaluation[];
  inForce: readonly CalendarStrategy[];
  asOf: Day;
};

/** Days by which something is due, the earliest first; then what has no day, by kind and owner. Nothing recorded is told apart from a date not known. */
export function calendar(input: CalendarInput): CalendarLine[] {
  const lines = [...assessmentLines(input), ...evaluationLines(input), ...endLines(input)];
  const order = ({ dueOn, kind, stateKey, organizationKey, key }: CalendarLine) =>
    `${dueOn ?? '9999'} ${calendarKinds.indexOf(kind)} ${stateKey ?? organizationKey} ${key}`;
  return lines.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

function assessmentLines({ stateKeys, organizationKeys, assessments, asOf }: CalendarInput): CalendarLine[] {
  const lineOf = (own: readonly OfficialAssessment[], owner: { stateKey: string | null; organizationKey: string | null }): CalendarLine => {
    const { newest, ageMonths } = rhythmOf(own, asOf);
    const base = { kind: 'ASSESSMENT' as const, ...owner, strategyId: null };
    if (newest === null) return { ...base, status: own.length > 0 ? 'UNKNOWN' : 'NEVER_RECORDED', key: own[0]?.key ?? null, ...notKnown };
    const due = assessmentDue(newest);
    return { ...base, status: dueStatus(due.dueOn, asOf), key: newest.key, ageMonths, ...due };
  };
  return [
    ...stateKeys.map((stateKey) =>
      lineOf(
        assessments.filter((it) => it.level === 'NATIONAL' && it.stateKey === stateKey),
        { stateKey, organizationKey: null },
      ),
    ),
    ...organizationKeys.map((organizationKey) =>
      lineOf(
        assessments.filter((it) => it.level !== 'NATIONAL' && it.organizationKeys.includes(organizationKey)),
        { stateKey: null, organizationKey },
      ),
    ),
  ];
}

const notKnown = { dueOn: null, isStated: false, ageMonths: null };

function evaluationLines({ inForce, evaluations, asOf }: CalendarInput): CalendarLine[] {
  const byStrategy = Map.groupBy(evaluations, (it) => it.strategyId);
  return inForce.map(({ strategyId, stateKey, organizationKey }) => {
    const own = byStrategy.get(strategyId) ?? [];
    const { newest, ageMonths } = rhythmOf(own, asOf);
    const base = { kind: 'EVALUATION' as const, stateKey, organizationKey, strategyId };
    const told = newest ?? own[0];
    if (told === undefined) return { ...base, status: 'NEVER_RECORDED', key: null, ...notKnown };
    const due = evaluationDue(told);
    return { ...base, status: dueStatus(due.dueOn, asOf), key: told.key, ageMonths, ...due };
  });
}

function endLines({ inForce, asOf }: CalendarInput): CalendarLine[] {
  return inForce.flatMap(({ strategyId, stateKey, organizationKey, validTo }) => {
    if (validTo === null || dueStatus(lastDay(validTo), asOf) !== 'DUE') return [];
    const base = { kind: 'STRATEGY_END' as const, stateKey, organizationKey, strategyId, key: null };
    return [{ ...base, status: 'DUE' as const, dueOn: lastDay(validTo), isStated: true, ageMonths: null }];
  });
}
