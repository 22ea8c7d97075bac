import { expect, test } from 'vitest';
import type { CalendarItem } from '../views/sessions.ts';
import { calendarChanges } from './calendar-since.ts';

const item = (state: string, status: CalendarItem['status'], assessment: string | null = null): CalendarItem => ({
  kind: 'ASSESSMENT',
  status,
  dueOn: null,
  ageMonths: null,
  stated: false,
  state: { key: state, name: state },
  organization: null,
  strategy: null,
  assessment: assessment === null ? null : { key: assessment, title: `Title of ${assessment}`, dated: null, nextEdition: null, sources: [] },
  evaluation: null,
});
const told = (now: CalendarItem[], then: CalendarItem[]) =>
  calendarChanges(now, then).map(({ group, of, was, is, newest }) => [group, of.state?.key, was, is, newest]);

test('what came due or overdue is told apart from what was done, and what did not change is not told', () => {
  const then = [
    item('XAA', 'LATER', 'a'),
    item('XAB', 'DUE', 'b'),
    item('XAC', 'OVERDUE', 'c'),
    item('XAD', 'LATER', 'd'),
    item('XAE', 'NEVER_RECORDED'),
  ];
  const now = [
    item('XAA', 'DUE', 'a'),
    item('XAB', 'OVERDUE', 'b'),
    item('XAC', 'LATER', 'c-new'),
    item('XAD', 'LATER', 'd'),
    item('XAE', 'OVERDUE', 'e'),
  ];
  expect(told(now, then)).toEqual([
    ['DUE', 'XAA', 'LATER', 'DUE', null],
    ['OVERDUE', 'XAB', 'DUE', 'OVERDUE', null],
    ['DONE', 'XAC', 'OVERDUE', 'LATER', 'Title of c-new'],
    ['DONE', 'XAE', 'NEVER_RECORDED', 'OVERDUE', 'Title of e'],
  ]);
});

test('a line that is there on one day alone is told, and of a newer one that stands as before it is told that there is one', () => {
  expect(told([item('XAA', 'LATER', 'a')], [item('XAB', 'LATER', 'b')])).toEqual([
    ['OTHER', 'XAA', null, 'LATER', null],
    ['OTHER', 'XAB', 'LATER', null, null],
  ]);
  expect(told([item('XAA', 'LATER', 'new')], [item('XAA', 'LATER', 'a')])).toEqual([['DONE', 'XAA', 'LATER', 'LATER', 'Title of new']]);
});
