import { expect, test } from 'vitest';
import { type ComparedNeed, comparable } from './assistance-since.ts';

const day = (keys: string, hasNextPage: boolean) => ({
  pageInfo: { hasNextPage },
  edges: [...keys].map((key) => ({ node: { key, stage: 'CONFIRMED', status: 'UNMET', state: { key: 'XAA', name: 'XAA' } } as ComparedNeed })),
});
const keysOf = (...days: Parameters<typeof comparable>) => comparable(...days).map((needs) => needs.map(({ key }) => key).join(''));

test('a need that only went beyond the end of a long list is not told to be gone, nor one that came into it to be new', () => {
  // Of today `a` is new: so `d` is behind the end of the first three, though it is there still.
  expect(keysOf(day('abc', true), day('bcd', true))).toEqual(['abc', 'bc']);
  expect(keysOf(day('abcde', false), day('abc', true))).toEqual(['abc', 'abc']);
  expect(keysOf(day('ac', false), day('abc', false))).toEqual(['ac', 'abc']);
});
