import { expect, test } from 'vitest';
import { conceptTree } from '../alignment/tags.ts';
import { canServe, lacksOf } from './matching.ts';
import { activityRow, needRow } from './test-rows.ts';

const { match: matchThreats } = conceptTree([
  { key: 'drugs', parentKey: null },
  { key: 'cocaine', parentKey: 'drugs' },
  { key: 'opioids', parentKey: 'drugs' },
]);
const surroundings = { regionStates: new Map([['region:letters', ['XAA', 'XAB']]]), matchThreats };
const reasons = (activity: Parameters<typeof canServe>[0], need = needRow('n'), asOf = '2026-06-01') => canServe(activity, need, asOf, surroundings);

test('an activity can serve a need when recipient, theme and time fit, and says why', () => {
  expect(reasons(activityRow('A'))).toEqual([
    { kind: 'RECIPIENT', key: 'XAA' },
    { kind: 'ELEMENT', key: 'prevention' },
    { kind: 'PERIOD', key: '2027-12-31' },
  ]);
});

test('a region that is a recipient counts for its states, and for no others', () => {
  const regional = activityRow('A', { recipients: [{ stateKey: null, regionKey: 'region:letters', percentage: 40 }] });
  expect(reasons(regional)?.[0]).toEqual({ kind: 'RECIPIENT_REGION', key: 'region:letters' });
  expect(reasons(regional, needRow('n', { stateKey: 'XAC' }))).toBeNull();
  expect(reasons(activityRow('A', { recipients: [] }))).toBeNull();
});

test('threats match broader and narrower, not sideways; elements and provisions only where they are equal', () => {
  const on = (key: string) => activityRow('A', { themes: [{ scheme: 'THREAT', key }] });
  const need = needRow('n', { elementKey: null, threatKey: 'cocaine' });
  expect(reasons(on('cocaine'), need)?.[1]).toEqual({ kind: 'THREAT', key: 'cocaine' });
  expect(reasons(on('drugs'), need)?.[1]).toEqual({ kind: 'THREAT', key: 'drugs' });
  expect(reasons(on('cocaine'), needRow('n', { elementKey: null, threatKey: 'drugs' }))?.[1]).toEqual({ kind: 'THREAT', key: 'cocaine' });
  expect(reasons(on('opioids'), need)).toBeNull();
  expect(reasons(activityRow('A'), needRow('n', { elementKey: 'legal-framework' }))).toBeNull();
  // A threat is no element, whatever its key.
  expect(reasons(on('prevention'), needRow('n'))).toBeNull();
});

test('one theme of several is enough, and each that fits is named', () => {
  const both = activityRow('A', {
    themes: [
      { scheme: 'ELEMENT', key: 'prevention' },
      { scheme: 'THREAT', key: 'drugs' },
      { scheme: 'ELEMENT', key: 'legal-framework' },
    ],
  });
  expect(reasons(both, needRow('n', { threatKey: 'cocaine' }))?.map(({ key }) => key)).toEqual(['XAA', 'prevention', 'drugs', '2027-12-31']);
});

test('it may be under way or still to come, and not over; an end known to the year is its last day', () => {
  expect(reasons(activityRow('A', { end: '2026' }), needRow('n'), '2026-12-31')).not.toBeNull();
  expect(reasons(activityRow('A', { end: '2026' }), needRow('n'), '2027-01-01')).toBeNull();
  expect(reasons(activityRow('A', { start: '2030', end: '2031' }))).not.toBeNull();
  expect(reasons(activityRow('A', { end: null }))?.at(-1)).toEqual({ kind: 'PERIOD', key: null });
});

test('where no time is known none is said to fit, and what was cancelled serves nobody', () => {
  expect(reasons(activityRow('A', { start: null, end: null }))).toBeNull();
  expect(reasons(activityRow('A', { start: null, end: '2027' }))).not.toBeNull();
  expect(reasons(activityRow('A', { status: 'CANCELLED' }))).toBeNull();
});

test('what does not suit is said condition by condition, and nothing is where the activity can serve the need', () => {
  const lacks = (activity: Parameters<typeof canServe>[0], need = needRow('n')) => lacksOf(activity, need, '2026-06-01', surroundings);
  expect(lacks(activityRow('A'))).toEqual([]);
  expect(lacks(activityRow('A', { recipients: [] }))).toEqual(['RECIPIENT']);
  expect(lacks(activityRow('A', { end: '2025' }), needRow('n', { elementKey: 'legal-framework' }))).toEqual(['THEME', 'PERIOD']);
  expect(lacks(activityRow('A', { recipients: [], themes: [], status: 'CANCELLED' }))).toEqual(['RECIPIENT', 'THEME', 'PERIOD']);
});
