import { describe, expect, test } from 'vitest';
import type { PartBefore, TreeNode } from '../views/strategy.ts';
import { changesBetween } from './version-changes.ts';

const part = (key: string, rest: Partial<PartBefore> = {}): PartBefore => ({
  key,
  label: key,
  english: key,
  originalLanguage: 'en',
  responsible: null,
  deadline: null,
  ...rest,
});
const node = (key: string, succeeds: string | null, rest: Partial<PartBefore> = {}) =>
  ({ ...part(key, rest), succeeds: succeeds === null ? null : { ...part(succeeds), strategy: { key: 'old' } } }) as TreeNode;
const keysOf = (nodes: readonly TreeNode[], earlier: readonly PartBefore[]) => {
  const changes = changesBetween(nodes, earlier);
  return changes && [changes.added.map((it) => it.key), changes.changed.map((it) => it.node.key), changes.gone.map((it) => it.key)];
};

describe('what changed between two versions', () => {
  test('is what is new, what says something else, and what is gone', () => {
    const earlier = [part('a'), part('b'), part('c', { deadline: '2026' }), part('d')];
    const later = [
      node('a2', 'a', { label: 'a' }),
      node('b2', 'b', { label: 'other' }),
      node('c2', 'c', { label: 'c', deadline: '2027' }),
      node('e2', null),
    ];
    expect(keysOf(later, earlier)).toEqual([['e2'], ['b2', 'c2'], ['d']]);
  });

  test('is nothing where all parts are the same', () => {
    expect(keysOf([node('a2', 'a', { label: 'a' })], [part('a')])).toEqual([[], [], []]);
  });

  test('is not told where no part carries on one of the other', () => {
    expect(keysOf([node('a2', null), node('b2', 'elsewhere')], [part('a')])).toBeNull();
    expect(keysOf([], [])).toBeNull();
  });
});
