import { expect, test } from 'vitest';
import { assessmentDue, type CalendarInput, calendar, dueStatus, evaluationDue, rhythmOf } from './calendar.ts';
import type { Evaluation, OfficialAssessment } from './model.ts';

const asOf = '2026-06-01';

test('an assessment is due with the edition its body states, else 48 months after its date', () => {
  expect(assessmentDue({ dated: '2020', nextEdition: '2025' })).toEqual({ dueOn: '2025-12-31', isStated: true });
  expect(assessmentDue({ dated: '2022-07', nextEdition: null })).toEqual({ dueOn: '2026-07-01', isStated: false });
  expect(assessmentDue({ dated: null, nextEdition: null })).toEqual({ dueOn: null, isStated: false });
});

test('an evaluation is due by what its body states, and by nothing else', () => {
  expect(evaluationDue({ dated: '2024-01-31', cadenceMonths: 13, nextDue: null })).toEqual({ dueOn: '2025-02-28', isStated: true });
  expect(evaluationDue({ dated: '2024', cadenceMonths: 12, nextDue: '2027' })).toEqual({ dueOn: '2027-12-31', isStated: true });
  expect(evaluationDue({ dated: '2024', cadenceMonths: null, nextDue: null })).toEqual({ dueOn: null, isStated: false });
});

test('a day is overdue once it has passed, and due within twelve months', () => {
  expect(['2026-05-31', '2026-06-01', '2027-06-01', '2027-06-02', null].map((day) => dueStatus(day, asOf))).toEqual([
    'OVERDUE',
    'DUE',
    'DUE',
    'LATER',
    'UNKNOWN',
  ]);
});

test('what is dated later than the day is not there yet, and what has no date is counted apart', () => {
  const things = ['2020', '2023-07', '2026-07', null].map((dated) => ({ dated }));
  expect(rhythmOf(things, asOf)).toEqual({ newest: { dated: '2023-07' }, ageMonths: 35, intervalsMonths: [42], undated: 1 });
  expect(rhythmOf([], asOf)).toEqual({ newest: null, ageMonths: null, intervalsMonths: [], undated: 0 });
});

const assessment = (key: string, stateKey: string, dated: string | null): OfficialAssessment => ({
  key,
  title: key,
  level: 'NATIONAL',
  stateKey,
  organizationKeys: [],
  issuingBody: null,
  dated,
  nextEdition: null,
  attribution: null,
  sources: [],
  foundStateKeys: [],
});

test('the calendar tells days first, the earliest first, and then nothing recorded apart from a date not known', () => {
  const evaluation: Evaluation = {
    key: 'v1',
    strategyId: 1,
    body: 'Audit office',
    dated: '2025',
    scope: null,
    source: null,
    cadenceMonths: 24,
    nextDue: null,
    role: 'EDITOR',
    recordedOn: '2026-01-05',
  };
  const input: CalendarInput = {
    stateKeys: ['XAA', 'XAB', 'XAC'],
    organizationKeys: ['letters'],
    assessments: [assessment('a1', 'XAA', '2020'), assessment('b1', 'XAB', null)],
    evaluations: [evaluation],
    inForce: [
      { strategyId: 1, stateKey: 'XAA', organizationKey: null, validTo: '2026' },
      { strategyId: 90, stateKey: null, organizationKey: 'letters', validTo: '2030' },
    ],
    asOf,
  };
  expect(calendar(input).map(({ kind, status, stateKey, organizationKey, dueOn }) => [kind, status, stateKey ?? organizationKey, dueOn])).toEqual([
    ['ASSESSMENT', 'OVERDUE', 'XAA', '2024-01-01'],
    ['STRATEGY_END', 'DUE', 'XAA', '2026-12-31'],
    ['EVALUATION', 'DUE', 'XAA', '2027-01-01'],
    ['ASSESSMENT', 'UNKNOWN', 'XAB', null],
    ['ASSESSMENT', 'NEVER_RECORDED', 'XAC', null],
    ['ASSESSMENT', 'NEVER_RECORDED', 'letters', null],
    ['EVALUATION', 'NEVER_RECORDED', 'letters', null],
  ]);
});
