import { expect, test } from 'vitest';
import { bySimilarity } from './order.ts';

test('rows that are alike stand together, and each group begins with the row that came first', () => {
  const rows = [
    ['A', 'A', 'A', 'A'],
    ['G', 'G', 'G', 'G'],
    ['A', 'A', 'A', 'P'],
    ['G', 'G', 'G', 'P'],
  ];
  expect(bySimilarity(rows)).toEqual([0, 2, 1, 3]);
});

test('no row is lost, whether there are none, two, or all alike', () => {
  expect(bySimilarity([])).toEqual([]);
  expect(bySimilarity([['A'], ['B']])).toEqual([0, 1]);
  expect(bySimilarity([['A'], ['A'], ['A'], ['A']])).toEqual([0, 1, 2, 3]);
});
