import { expect, test } from 'vitest';
import { fundingOf } from './funding.ts';
import type { Need } from './model.ts';
import { promptsOf } from './prompts.ts';
import { changesSince } from './session-view.ts';
import { standingAt } from './stages.ts';
import { matchRow, needRow, stepRow } from './test-rows.ts';
import { totalsBy } from './totals.ts';

const asOf = '2026-06-01';
const standing = (need: Need) => {
  const found = standingAt(need, asOf);
  if (!found) throw new Error('not recorded by then');
  return { need, standing: found, asOf };
};
const totals = (needs: Need[]) => totalsBy(needs.map(standing), (need) => need.elementKey, ['legal-framework', 'prevention']);

test('needs of three states give totals; those of two give none, only how many states they are', () => {
  const needs = [
    needRow('a1', { stateKey: 'XAA' }),
    needRow('a2', { stateKey: 'XAA', matches: [matchRow('ACCEPTED', '2026-02-01')] }),
    needRow('b', { stateKey: 'XAB', steps: [stepRow('CONFIRMED', '2026-01-01', { isMet: true })] }),
  ];
  expect(totals(needs)).toEqual([{ themeKey: 'prevention', states: 2, total: null, unmet: null, partlyMet: null, met: null }]);
  expect(totals([...needs, needRow('c', { stateKey: 'XAC' })])).toEqual([
    { themeKey: 'prevention', states: 3, total: 4, unmet: 2, partlyMet: 1, met: 1 },
  ]);
});

test('withdrawn needs and prompts are in no total, and themes come in their own order', () => {
  const needs = ['XAA', 'XAB', 'XAC'].map((stateKey) => needRow(stateKey, { stateKey }));
  const others = [
    needRow('w', { stateKey: 'XAD', steps: [stepRow('WITHDRAWN', '2026-01-01')] }),
    needRow('p', { stateKey: 'XAD', origin: 'DERIVED', steps: [] }),
    needRow('l', { stateKey: 'XAD', elementKey: 'legal-framework' }),
  ];
  expect(totals([...needs, ...others]).map(({ themeKey, states, total }) => [themeKey, states, total])).toEqual([
    ['legal-framework', 1, null],
    ['prevention', 3, 3],
  ]);
});

test('prompts are the elements of depth 0 and 1, but for those already needed; without a record there are none', () => {
  const elements = ['threat-scope', 'aims', 'coordination', 'legal-framework', 'prevention'].map((key, index) => ({ key, position: index + 1 }));
  const prompts = promptsOf('XAA', elements, [0, 1, 2, 3, 1], new Set(['prevention']));
  expect(prompts.map(({ key, elementKey, origin, consent }) => [key, elementKey, origin, consent])).toEqual([
    ['xaa-prompt-e01', 'threat-scope', 'DERIVED', 'PRIVATE'],
    ['xaa-prompt-e02', 'aims', 'DERIVED', 'PRIVATE'],
  ]);
  expect(promptsOf('XAA', elements, [null, null, null, null, null], new Set())).toEqual([]);
});

test('money is added by currency to the cent, never across currencies, and what is unknown is counted', () => {
  const budget = (currency: string, amount: number, year: number | null = null) => ({ currency, amount, year });
  expect(
    fundingOf([
      { budgets: [budget('EUR', 0.1, 2025), budget('EUR', 0.2, 2026)] },
      { budgets: [budget('EUR', 1), budget('AUD', 5)] },
      { budgets: [] },
    ]),
  ).toEqual({
    currencies: [
      { currency: 'AUD', amount: 5, activities: 1 },
      { currency: 'EUR', amount: 1.3, activities: 2 },
    ],
    known: 2,
    unknown: 1,
  });
});

test('what changed since a session: figures that differ, overlaps that began and that are over', () => {
  const theme = { themeKey: 'prevention', states: 3, total: 3, unmet: 3, partlyMet: 0, met: 0 };
  const overlap = (stateKey: string) => ({ stateKey, scheme: 'ELEMENT' as const, themeKey: 'prevention', activityKeys: ['A', 'B'] });
  const before = { asOf, needs: 3, activities: 2, elements: [theme], threats: [], overlaps: [overlap('XAA')] };
  const after = { ...before, needs: 4, elements: [{ ...theme, unmet: 2, partlyMet: 1 }], overlaps: [overlap('XAB')] };
  expect(changesSince(before, after)).toEqual({
    figures: [
      { key: 'needs', was: 3, now: 4 },
      { key: 'elements.prevention.unmet', was: 3, now: 2 },
      { key: 'elements.prevention.partlyMet', was: 0, now: 1 },
    ],
    overlapsBegun: [overlap('XAB')],
    overlapsOver: [overlap('XAA')],
  });
  expect(changesSince(before, before).figures).toEqual([]);
});
