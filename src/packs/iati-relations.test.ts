// How activities of an import stand to each other, by examples worked out by hand.
import { expect, test } from 'vitest';
import { type IatiLink, type Standing, standingsOf } from './iati-relations.ts';

type Related = IatiLink['related'];
const link = (identifier: string, related: Related = [], more: Partial<IatiLink> = {}): IatiLink => ({
  identifier,
  hierarchy: 1,
  lastUpdated: null,
  isSecondary: false,
  related,
  currencies: [],
  ...more,
});
const is = (kind: Related[number]['kind'], identifier: string) => ({ kind, identifier });

test.each<[string, IatiLink[], Standing[]]>([
  ['activities that name nobody count for themselves', [link('A'), link('B')], [{ kind: 'OWN' }, { kind: 'OWN' }]],
  [
    'of two reports of one identifier the last updated stands',
    [link('A', [], { lastUpdated: '2030-01-01T00:00:00.000Z' }), link('A', [], { lastUpdated: '2030-02-01T00:00:00.000Z' }), link('A')],
    [{ kind: 'DUPLICATE', of: 'A' }, { kind: 'OWN' }, { kind: 'DUPLICATE', of: 'A' }],
  ],
  ['where none was updated later the first given stands', [link('A'), link('A')], [{ kind: 'OWN' }, { kind: 'DUPLICATE', of: 'A' }]],
  [
    'a third party reports the same: the one that is no secondary reporter stands, whoever says it',
    [link('B', [is('THIRD_PARTY', 'A')], { isSecondary: true }), link('A')],
    [{ kind: 'SAME_AS', of: 'A' }, { kind: 'OWN' }],
  ],
  [
    'the same over a chain: one stands for all, once',
    [link('C', [is('THIRD_PARTY', 'B')]), link('B', [is('THIRD_PARTY', 'A')]), link('A', [is('THIRD_PARTY', 'C')])],
    [{ kind: 'OWN' }, { kind: 'SAME_AS', of: 'C' }, { kind: 'SAME_AS', of: 'C' }],
  ],
  ['a third party that is not here changes nothing', [link('A', [is('THIRD_PARTY', 'X')])], [{ kind: 'OWN' }]],
  [
    'a child whose parent has a budget in its currency is counted in it',
    [link('A', [], { currencies: ['EUR'] }), link('A-1', [is('PARENT', 'A')], { hierarchy: 2, currencies: ['EUR'] })],
    [{ kind: 'OWN' }, { kind: 'CHILD_OF', of: 'A', counted: true }],
  ],
  [
    'a child whose parent has no budget in its currency is not',
    [link('A', [], { currencies: ['EUR'] }), link('A-1', [is('PARENT', 'A')], { hierarchy: 2, currencies: ['EUR', 'USD'] })],
    [{ kind: 'OWN' }, { kind: 'CHILD_OF', of: 'A', counted: false }],
  ],
  [
    'a child is known by the word of its parent alone',
    [link('A', [is('CHILD', 'A-1')]), link('A-1', [], { hierarchy: 2 })],
    [{ kind: 'OWN' }, { kind: 'CHILD_OF', of: 'A', counted: true }],
  ],
  [
    'of a child whose parent is not here nothing can be said of its budgets',
    [link('A-1', [is('PARENT', 'A')], { currencies: ['EUR'] })],
    [{ kind: 'CHILD_OF', of: 'A', counted: null }],
  ],
  [
    'the hierarchy contradicts: a parent does not stand below its child',
    [link('A', [], { hierarchy: 2 }), link('B', [is('PARENT', 'A')])],
    [{ kind: 'OWN' }, { kind: 'OWN' }],
  ],
  [
    'both claim to be the child: the hierarchy decides',
    [link('A', [is('PARENT', 'B')]), link('B', [is('PARENT', 'A')], { hierarchy: 2 })],
    [{ kind: 'OWN' }, { kind: 'CHILD_OF', of: 'A', counted: true }],
  ],
  [
    'both claim to be the child on one level: neither is',
    [link('A', [is('PARENT', 'B')]), link('B', [is('PARENT', 'A')])],
    [{ kind: 'OWN' }, { kind: 'OWN' }],
  ],
  [
    'a circle of three: each counts for itself, and one that hangs on it is a child',
    [link('A', [is('PARENT', 'B')]), link('B', [is('PARENT', 'C')]), link('C', [is('PARENT', 'A')]), link('D', [is('PARENT', 'A')])],
    [{ kind: 'OWN' }, { kind: 'OWN' }, { kind: 'OWN' }, { kind: 'CHILD_OF', of: 'A', counted: true }],
  ],
  ['an activity that names itself counts for itself', [link('A', [is('PARENT', 'A'), is('CHILD', 'A'), is('THIRD_PARTY', 'A')])], [{ kind: 'OWN' }]],
  [
    'siblings and co-funded ones count for themselves',
    [link('A', [is('SIBLING', 'B'), is('CO_FUNDED', 'B')]), link('B')],
    [{ kind: 'OWN' }, { kind: 'OWN' }],
  ],
  [
    'reserved names are identifiers',
    [link('__proto__', [is('CHILD', 'constructor')]), link('constructor')],
    [{ kind: 'OWN' }, { kind: 'CHILD_OF', of: '__proto__', counted: true }],
  ],
])('%s', (_, links, standings) => {
  expect(standingsOf(links)).toEqual(standings);
});

test('a hundred thousand activities in one chain are told: their number does not stand in its square', () => {
  const count = 100_000;
  const links = Array.from({ length: count }, (_, index) => link(`A${index}`, [is('PARENT', `A${index + 1}`), is('THIRD_PARTY', `B${index}`)]));
  const same = Array.from({ length: count }, (_, index) => link(`B${index}`, [is('THIRD_PARTY', `B${index + 1}`)]));
  expect(standingsOf([...links, ...same])).toHaveLength(2 * count);
});
