import { expect, test } from 'vitest';
import { isAbove, isAtLeast, isAtMost, isBelow, rounded } from './figures.ts';
import { method, methodConstants, relationIntervals } from './method.ts';

test('every constant is listed with a meaning and a source, under a key of its own', () => {
  for (const { key, value, meaning, source } of methodConstants) {
    expect(meaning, key).toMatch(/\.$/);
    expect(source, key).toMatch(/^method/);
    expect(['number', 'string']).toContain(typeof value);
  }
  expect(new Set(methodConstants.map((it) => it.key)).size).toBe(methodConstants.length);
  expect(methodConstants).toContainEqual(expect.objectContaining({ key: 'relation.SUBSET', value: '[0.25, 0.75]' }));
  expect(methodConstants).toContainEqual(expect.objectContaining({ key: 'scopeSubject.DRUGS', value: 'drug-trafficking' }));
});

test('constants cannot be changed', () => {
  expect(Object.isFrozen(method) && Object.isFrozen(method.alignedFrom) && Object.isFrozen(relationIntervals.EQUAL)).toBe(true);
});

test('figures are rounded to nine decimals, and a limit is reached within 1e-9', () => {
  expect(rounded(2 / 3)).toBe(0.666666667);
  expect(rounded(0.1 + 0.2)).toBe(0.3);
  expect([isAtLeast(0.75 - 5e-10, 0.75), isAtLeast(0.75 - 2e-9, 0.75)]).toEqual([true, false]);
  expect([isAtMost(1 / 3 + 5e-10, 1 / 3), isAtMost(1 / 3 + 2e-9, 1 / 3)]).toEqual([true, false]);
  expect([isAbove(5e-10, 0), isAbove(2e-9, 0)]).toEqual([false, true]);
  expect([isBelow(0.25 - 5e-10, 0.25), isBelow(0.25 - 2e-9, 0.25)]).toEqual([false, true]);
});
