import { expect, test } from 'vitest';
import { comparedName, overlapsOf } from './overlaps.ts';
import { activityRow } from './test-rows.ts';

const regions = new Map([['region:letters', ['XAA', 'XAB']]]);
const overlaps = (activities: Parameters<typeof overlapsOf>[0], asOf = '2026-06-01') => overlapsOf(activities, ['XAA', 'XAB'], regions, asOf);
const [a, b] = [activityRow('A', { start: '2025-03', end: '2026-09' }), activityRow('B', { start: '2026', end: null })];

test('two activities on one theme in one state at the same time, of other providers and funders, overlap', () => {
  expect(overlaps([b, a])).toEqual([
    {
      stateKey: 'XAA',
      theme: { scheme: 'ELEMENT', key: 'prevention' },
      activities: ['A', 'B'],
      pairs: [{ first: 'A', second: 'B', from: '2026-01-01', to: '2026-09-30' }],
    },
  ]);
});

test('a provider or a funder in common is coordination, not overlap; names are compared without programme and share', () => {
  expect(overlaps([a, { ...b, providers: ['provider of A'] }])).toEqual([]);
  expect(
    overlaps([
      { ...a, funders: ['European Union (11th EDF)'] },
      { ...b, funders: ['Norway', 'European Union'] },
    ]),
  ).toEqual([]);
  // The provider of the one funds the other: they share no provider and no funder.
  expect(
    overlaps([
      { ...a, providers: ['UNODC'] },
      { ...b, funders: ['UNODC'] },
    ]),
  ).toHaveLength(1);
  for (const [name, compared] of [
    ['European Union (90 percent)', 'european union'],
    ['European Union 15,800,000', 'european union'],
    ['GIZ and partners', 'giz'],
    ['Body 2', 'body'],
    ['UNODC', 'unodc'],
  ] as const)
    expect(comparedName(name)).toBe(compared);
});

test('other themes, other states and other times do not overlap', () => {
  expect(overlaps([a, { ...b, themes: [{ scheme: 'THREAT', key: 'prevention' }] }])).toEqual([]);
  expect(overlaps([a, { ...b, recipients: [{ stateKey: 'XAB', regionKey: null, percentage: null }] }])).toEqual([]);
  expect(overlaps([a, { ...b, start: '2026-10' }])).toEqual([]);
  expect(overlaps([a, b], '2026-10-01')).toEqual([]);
  expect(overlaps([a, { ...b, start: null }])).toEqual([]);
});

test('a region that is a recipient overlaps in each of its states', () => {
  const regional = activityRow('R', { recipients: [{ stateKey: null, regionKey: 'region:letters', percentage: null }] });
  const other = activityRow('S', { recipients: [{ stateKey: null, regionKey: 'region:letters', percentage: null }] });
  expect(overlaps([regional, other]).map(({ stateKey }) => stateKey)).toEqual(['XAA', 'XAB']);
});

test('of three only those that overlap are named, and an offer is no activity yet', () => {
  const c = activityRow('C', { providers: ['provider of A', 'provider of B'] });
  expect(overlaps([a, b, c])[0]?.activities).toEqual(['A', 'B']);
  expect(overlaps([a, { ...b, isOffer: true }])).toEqual([]);
});
