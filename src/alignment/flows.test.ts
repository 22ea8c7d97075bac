import { expect, test } from 'vitest';
import { memberFlows, recentFlows } from './flows.ts';
import { flow } from './test-rows.ts';

const members = ['XAA', 'XAB', 'XAC'];

test('a flow that names two members links them directly, in any role', () => {
  const { linking } = memberFlows([flow('f1', 'cocaine', ['XJA'], ['XAB'], { transits: ['XAA'] }), flow('f2', 'cocaine', ['XAA'], ['XAA'])], members);
  expect(linking).toEqual([{ flowKey: 'f1', threatKey: 'cocaine', links: ['DIRECT'], stateKeys: ['XAA', 'XAB'], commonPlaces: [] }]);
});

test('flows from, or to, one same place outside link the members they touch, two in all', () => {
  const rows = [flow('f1', 'cocaine', ['XJA'], ['XAA']), flow('f2', 'opioids', ['XJA'], ['XAB']), flow('f3', 'cocaine', ['XJA'], ['XJB'])];
  expect(memberFlows(rows, members).linking.map((it) => [it.flowKey, it.links, it.commonPlaces])).toEqual([
    ['f1', ['COMMON_SOURCE'], ['XJA']],
    ['f2', ['COMMON_SOURCE'], ['XJA']],
  ]);
  // From XJA in one and to XJA in the other is not one same source; nor is a place on the way.
  expect(memberFlows([flow('f1', 'cocaine', ['XJA'], ['XAA']), flow('f2', 'cocaine', ['XAB'], ['XJA'])], members).linking).toEqual([]);
  expect(memberFlows([flow('f1', 'cocaine', ['XJA'], ['XAA']), flow('f2', 'cocaine', ['XJA'], ['XAA'])], members).linking).toEqual([]);
  expect(memberFlows([flow('f1', 'cocaine', ['region:x'], ['XAA']), flow('f2', 'cocaine', ['region:x'], ['XAB'])], members).linking).toHaveLength(2);
  expect(
    memberFlows([flow('f1', 'cocaine', ['XAC'], ['XAA']), flow('f2', 'cocaine', ['XAC'], ['XAB'])], members).linking.map((it) => it.links),
  ).toEqual([['DIRECT'], ['DIRECT']]);
});

test('a flow that names a region and no member is listed and counts for nobody', () => {
  expect(memberFlows([flow('f1', 'cocaine', ['XJA'], ['region:x'])], members)).toEqual({ linking: [], regionNamed: ['f1'] });
  expect(memberFlows([flow('f1', 'cocaine', ['XAA'], ['region:x'])], members)).toEqual({ linking: [], regionNamed: [] });
});

test('a flow counts from ten years before the year asked for to that year', () => {
  const years = [2015, 2016, 2026, 2027, null].map((lastYear, index) => flow(`f${index}`, 'cocaine', [], [], { lastYear }));
  expect(recentFlows(years, '2026-01-01').map((it) => it.lastYear)).toEqual([2016, 2026]);
});
