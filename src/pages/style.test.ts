// What one style sheet of many files promises.
import { expect, test } from 'vitest';
import { styleSheet } from './style.ts';

test('every variable that a rule uses has a value, on light paper at least', () => {
  const defined = new Set([...styleSheet.matchAll(/[{;] ?(--[a-z-]+):/g)].map(([, name]) => name));
  const used = [...styleSheet.matchAll(/var\((--[a-z-]+)/g)].map(([, name]) => name);
  expect([...new Set(used)].filter((name) => !defined.has(name))).toEqual([]);
});
