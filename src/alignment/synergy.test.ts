import { expect, test } from 'vitest';
import { carriedBack, takenUp } from './synergy.ts';
import { link, node, plan, read, record, threatTree } from './test-rows.ts';
import { readTrees } from './trees.ts';

test('taken up: cells aligned or partial, of the cells read, lapsed rows left out', () => {
  // XAA: 2 of 3 read; XAB is lapsed and left out.
  expect(
    takenUp({ statuses: [['ALIGNED', 'PARTIAL', 'GAP', 'UNREAD', 'NARROW_RECORD', 'DIFFERS', 'CONTESTED'], ['ALIGNED']], lapsed: [false, true] }),
  ).toEqual({ n: 2, m: 3 });
});

test('carried back: shared threats on which a node that carries the threat, a broader or a narrower one, has a counted link to an objective', () => {
  const input = {
    sharedThreatKeys: ['cocaine', 'drug-trafficking', 'opioids', 'corruption', 'cybercrime', 'trafficking-in-persons'],
    records: [record([plan(1)]), record([plan(2, { stateKey: 'XAB' })], { isLapsed: true })],
    columns: [read(node(900, 90))],
    nodes: readTrees(
      [
        node(1, 1, { threats: ['cocaine'] }),
        node(2, 1, { threats: ['corruption'] }),
        node(3, 1, { threats: ['cybercrime'] }),
        node(4, 1, { threats: ['trafficking-in-persons'] }),
      ],
      false,
    ),
    links: [
      link(1, 1, 1, 900, 'SUBSET'),
      link(2, 1, 2, 900, 'NO_RELATION'),
      link(3, 1, 3, 900, 'CONTRADICTS', { status: 'CONFIRMED' }),
      link(4, 1, 4, 900, 'EQUAL', { status: 'STALE' }),
      link(5, 1, 4, 999, 'EQUAL'),
      link(6, 1, null, 900, 'EQUAL'),
    ],
    threats: threatTree,
    includeUnseen: false,
  };
  // Cocaine itself, and drug-trafficking, which is broader. Not opioids: beside cocaine, neither broader nor narrower.
  expect(carriedBack(input)).toEqual({ n: 2, m: 6, threatKeys: ['cocaine', 'drug-trafficking'], carriers: [[1], [1]] });
  // A lapsed member carries back too.
  const lapsed = { ...input, nodes: readTrees([node(5, 2, { threats: ['corruption'] })], false), links: [link(7, 2, 5, 900, 'INTERSECTS')] };
  expect(carriedBack(lapsed).threatKeys).toEqual(['corruption']);
});
