import { expect, test } from 'vitest';
import { stateComparison } from './comparison.ts';

const input = {
  stateKeys: ['XAA', 'XAB', 'XAC', 'XAD'],
  elementKeys: ['prevention', 'research'],
  depths: [
    [3, 1],
    [3, 2],
    [0, 0],
    [null, null],
  ],
  threatKeys: ['cocaine'],
  planned: [[1 / 3], [2 / 3], [0], [null]],
  agreedStateKeys: new Set(['XAB']),
};

test('similarity is the sum of the smaller over the sum of the larger figures; null without a record', () => {
  // XAA (1, 1/3, 1/3), XAB (1, 2/3, 2/3): smaller 5/3, larger 7/3: 5/7. With XAC all zero: 0. XAC with itself: 1, both all zero.
  expect(stateComparison(input).similarities).toEqual([
    [1, 0.714285714, 0, null],
    [0.714285714, 1, 0, null],
    [0, 0, 1, null],
    [null, null, null, null],
  ]);
});

test('a comparison lists one value per state, and what all or only some have', () => {
  const two = {
    ...input,
    stateKeys: ['XAA', 'XAB', 'XAD'],
    depths: [
      [3, 1],
      [3, 0],
      [null, null],
    ],
    planned: [[1 / 3], [2 / 3], [null]],
  };
  const comparison = stateComparison(two);
  expect(comparison.elements).toEqual([
    { key: 'prevention', values: [1, 1, null] },
    { key: 'research', values: [0.333333333, 0, null] },
  ]);
  expect(comparison.threats).toEqual([{ key: 'cocaine', values: [0.333333333, 0.666666667, null] }]);
  expect(comparison.sharedByAll).toEqual({ elements: ['prevention'], threats: ['cocaine'] });
  expect(comparison.sharedBySome).toEqual({ elements: ['research'], threats: [] });
});

test('for an element of depth 1 or less the others that go further are counted, and named only where they agreed', () => {
  expect(stateComparison(input).peers).toEqual([
    { stateKey: 'XAA', elementKey: 'research', level: 'ACTIONED', count: 1, compared: 4, stateKeys: ['XAB'] },
    { stateKey: 'XAC', elementKey: 'prevention', level: 'ACCOUNTABLE', count: 2, compared: 4, stateKeys: ['XAB'] },
    { stateKey: 'XAC', elementKey: 'research', level: 'ACTIONED', count: 1, compared: 4, stateKeys: ['XAB'] },
  ]);
});
