// Promises that hold for every record, over small made-up worlds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SuccessionRow, strategyScopes } from '../strategies/model.ts';
import { strategyCoverage } from './coverage.ts';
import { elementMatrix } from './elements.ts';
import { threatExposures } from './exposure.ts';
import { cellHint, hintMatrix } from './hints.ts';
import { alignmentMatrix } from './matrix.ts';
import { type FindingRow, type FlowRow, type LinkRow, type NodeRow, noCellStatements, type StrategyRow } from './model.ts';
import { planRecords } from './record.ts';
import { sharedThreats } from './shared-threats.ts';
import { carriedBack, takenUp } from './synergy.ts';
import { finding, flow, link, node, plan, scored, threatKeys, threatTree } from './test-rows.ts';
import { plannedFigures, threatMatrix } from './threats.ts';
import { columnsOf, objectivesOf, readTrees } from './trees.ts';

type World = {
  strategies: StrategyRow[];
  successions: SuccessionRow[];
  nodes: NodeRow[];
  objectives: NodeRow[];
  links: LinkRow[];
  findings: FindingRow[];
  flows: FlowRow[];
};

const states = ['XAA', 'XAB', 'XAC'];
const elementKeys = ['prevention', 'research'];
const planIds = [1, 2, 3, 4, 5];
const nodeIds = Array.from({ length: 15 }, (_, index) => index + 1);
const objectiveIds = [900, 901, 902];

const year = fc.integer({ min: 2016, max: 2028 }).map(String);
const tags = {
  threats: fc.subarray(threatKeys, { maxLength: 2 }),
  elements: fc.subarray(elementKeys, { maxLength: 1 }),
  provisions: fc.subarray(['untoc:28', 'tip:9'], { maxLength: 1 }),
};
const strategyRows = fc.tuple(
  ...planIds.map((id) =>
    fc
      .record({
        stateKey: fc.constantFrom(...states),
        scope: fc.constantFrom(...strategyScopes),
        status: fc.constantFrom('ADOPTED', 'ADOPTED', 'DRAFT'),
        validFrom: year,
        validTo: fc.option(year),
        isFullyRead: fc.boolean(),
      })
      .map((changes) => plan(id, changes)),
  ),
);
const successionRows = fc.array(
  fc.record({ strategyId: fc.constantFrom(...planIds), successorStatus: fc.constantFrom('ADOPTED', 'DRAFT'), successorValidFrom: year }),
  { maxLength: 2 },
);

/** Nodes 1 to 3 are of plan 1, 4 to 6 of plan 2 and so on; a node hangs below the one before it, or below none. */
const nodeRows = fc.tuple(
  ...nodeIds.map((id) =>
    fc
      .record({
        ...tags,
        kind: fc.constantFrom('PILLAR', 'OBJECTIVE', 'MEASURE', 'INDICATOR'),
        isBelow: fc.boolean(),
        isSeen: fc.boolean(),
        hasResponsible: fc.boolean(),
      })
      .map(({ isBelow, ...changes }) => node(id, Math.ceil(id / 3), { ...changes, parentId: isBelow && id % 3 !== 1 ? id - 1 : null })),
  ),
);
const objectiveRows = fc.tuple(...objectiveIds.map((id) => fc.record(tags).map((changes) => node(id, 90, changes))));
const linkChoices = fc.uniqueArray(
  fc.record({
    from: fc.oneof(
      fc.constantFrom(...planIds).map((id) => -id),
      fc.constantFrom(...nodeIds),
    ),
    to: fc.constantFrom(...objectiveIds),
    relation: fc.constantFrom('EQUAL', 'SUPERSET', 'SUBSET', 'INTERSECTS', 'NO_RELATION', 'NO_RELATION', 'CONTRADICTS'),
    share: fc.option(fc.constantFrom(0.125, 0.375, 0.5, 0.875)),
    status: fc.constantFrom('READ', 'READ', 'CONFIRMED', 'SUGGESTED', 'REJECTED', 'STALE'),
  }),
  { maxLength: 20, selector: ({ from, to }) => `${from} ${to}` },
);
const findingRows = fc.array(
  fc.record({
    stateKey: fc.constantFrom(...states),
    threatKey: fc.constantFrom(...threatKeys),
    dated: fc.option(year),
    score: fc.option(fc.integer({ min: 1, max: 10 })),
    level: fc.constantFrom('NATIONAL', 'REGIONAL', 'OTHER'),
  }),
  { maxLength: 15 },
);
const place = fc.constantFrom(...states, 'XJA', 'region:x');
const flowRows = fc.array(
  fc.record({
    threatKey: fc.constantFrom(...threatKeys),
    origins: fc.array(place, { maxLength: 2 }),
    destinations: fc.array(place, { maxLength: 2 }),
    lastYear: fc.integer({ min: 2010, max: 2027 }),
  }),
  { maxLength: 6 },
);

const worlds: fc.Arbitrary<World> = fc
  .record({
    strategies: strategyRows,
    successions: successionRows,
    nodes: nodeRows,
    objectives: objectiveRows,
    links: linkChoices,
    findings: findingRows,
    flows: flowRows,
  })
  .map((it) => ({
    ...it,
    links: it.links.map(({ from, to, ...changes }, index) => linkFrom(it.nodes, index + 1, from, to, changes)),
    findings: it.findings.map(({ score, stateKey, threatKey, ...changes }, index) =>
      score === null ? finding(`a${index}`, stateKey, threatKey, changes) : scored(`a${index}`, stateKey, threatKey, score, changes),
    ),
    flows: it.flows.map(({ threatKey, origins, destinations, lastYear }, index) => flow(`f${index}`, threatKey, origins, destinations, { lastYear })),
  }));

/** A link from the whole plan -from, or from the node from, with what the tree says of the node. */
function linkFrom(nodes: NodeRow[], linkId: number, from: number, to: number, changes: Partial<LinkRow> & Pick<LinkRow, 'relation'>): LinkRow {
  if (from < 0) return link(linkId, -from, null, to, changes.relation, changes);
  const start = nodes.find((row) => row.nodeId === from);
  const hasObjectiveBelow = readTrees(nodes, false).some((it) => it.row.nodeId === from && it.hasObjectiveBelow);
  return link(linkId, Math.ceil(from / 3), from, to, changes.relation, {
    ...changes,
    kind: start?.kind ?? null,
    isSeen: start?.isSeen ?? true,
    hasObjectiveBelow,
  });
}

function answers(world: World, asOf: string, includeUnseen: boolean) {
  const records = planRecords(states, world.strategies, world.successions, asOf);
  const nodes = readTrees(world.nodes, includeUnseen);
  const regional = readTrees(world.objectives, includeUnseen);
  const columns = columnsOf(regional);
  const { links, flows } = world;
  const hints = hintMatrix(records, columns, { nodes, links, threats: threatTree });
  const alignment = alignmentMatrix({ records, columns, links, statements: noCellStatements, threats: threatTree, includeUnseen, hints });
  const exposures = threatExposures(world.findings, threatTree, asOf, 'ALL');
  const planned = plannedFigures(records, nodes, threatTree, threatKeys);
  const shared = sharedThreats({
    stateKeys: states,
    threatKeys,
    threats: threatTree,
    exposures,
    planned,
    flows,
    namings: [],
    objectives: objectivesOf(regional),
    asOf,
  });
  const sharedThreatKeys = shared.map((it) => it.threatKey);
  return {
    alignment,
    elements: elementMatrix(records, nodes, elementKeys),
    threats: threatMatrix(records, threatKeys, exposures, planned),
    coverage: strategyCoverage(states, world.strategies, world.successions, [], [], asOf),
    shared,
    synergy: [takenUp(alignment), carriedBack({ sharedThreatKeys, records, columns, nodes, links, threats: threatTree, includeUnseen })],
  };
}

const asOf = '2024-06-01';

test('0 <= low <= high <= 1, and hints, exposures and planned lie between 0 and 1', () => {
  fc.assert(
    fc.property(worlds, fc.boolean(), (world, includeUnseen) => {
      const { alignment, threats } = answers(world, asOf, includeUnseen);
      alignment.lows.forEach((row, index) => {
        row.forEach((low, column) => {
          const high = alignment.highs[index]?.[column] ?? Number.NaN;
          expect(low >= 0 && low <= high && high <= 1).toBe(true);
        });
      });
      const shares = [alignment.hints ?? [], threats.exposures, threats.planned].flat(2);
      expect(shares.every((share) => share === null || (share >= 0 && share <= 1))).toBe(true);
    }),
  );
});

/** The rows in another order; parents stay before their children, since a node takes the place of its tree. */
function shuffled(world: World, seed: number): World {
  const by = (id: number) => Math.sin(seed * 1000 + id * 7919);
  const order = <Row>(rows: readonly Row[]) =>
    rows
      .map((row, index) => ({ row, at: by(index) }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ row }) => row);
  const nodes = world.nodes.toSorted((a, b) => by(a.strategyId) - by(b.strategyId) || a.nodeId - b.nodeId);
  return {
    ...world,
    strategies: order(world.strategies),
    successions: order(world.successions),
    nodes,
    links: order(world.links),
    findings: order(world.findings),
    flows: order(world.flows),
  };
}

test('the order of the rows does not matter', () => {
  fc.assert(
    fc.property(worlds, fc.integer({ min: 1, max: 1000 }), (world, seed) => {
      expect(answers(shuffled(world, seed), asOf, false)).toEqual(answers(world, asOf, false));
    }),
  );
});

test('one more READ or CONFIRMED link that is EQUAL never lowers a low', () => {
  fc.assert(
    fc.property(
      worlds,
      fc.constantFrom(...nodeIds),
      fc.constantFrom(...objectiveIds),
      fc.constantFrom('READ', 'CONFIRMED'),
      (world, from, to, status) => {
        const before = answers(world, asOf, false).alignment.lows;
        const after = answers({ ...world, links: [...world.links, linkFrom(world.nodes, 99, from, to, { relation: 'EQUAL', status })] }, asOf, false)
          .alignment.lows;
        expect(after.every((row, index) => row.every((low, column) => low >= (before[index]?.[column] ?? 0)))).toBe(true);
      },
    ),
  );
});

test('reading one more plan never makes UNREAD out of what was read', () => {
  fc.assert(
    fc.property(
      worlds,
      fc.constantFrom(...planIds),
      fc.constantFrom(...objectiveIds),
      fc.constantFrom('NO_RELATION', 'SUBSET', 'EQUAL'),
      (world, planId, to, relation) => {
        const before = answers(world, asOf, false).alignment.statuses;
        const after = answers({ ...world, links: [...world.links, link(99, planId, null, to, relation)] }, asOf, false).alignment.statuses;
        expect(after.every((row, index) => row.every((status, column) => status !== 'UNREAD' || before[index]?.[column] === 'UNREAD'))).toBe(true);
      },
    ),
  );
});

test('asOf moves only what dates move: where every date is a year, nothing moves from 3 January to 31 December', () => {
  fc.assert(
    fc.property(worlds, fc.integer({ min: 2016, max: 2030 }), (world, within) => {
      expect(answers(world, `${within}-12-31`, false)).toEqual(answers(world, `${within}-01-03`, false));
    }),
  );
});

test('what is recorded of another state moves no cell of this one', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const others = new Set(world.strategies.filter((it) => it.stateKey !== 'XAA').map((it) => it.strategyId));
      const alone = {
        ...world,
        strategies: world.strategies.filter((it) => !others.has(it.strategyId)),
        nodes: world.nodes.filter((it) => !others.has(it.strategyId)),
        links: world.links.filter((it) => !others.has(it.strategyId)),
        findings: world.findings.filter((it) => it.stateKey === 'XAA'),
      };
      const rowOf = (it: World) => {
        const { alignment, elements, threats, coverage } = answers(it, asOf, false);
        const figures = [
          alignment.lows,
          alignment.highs,
          alignment.statuses,
          alignment.bases,
          alignment.hints,
          alignment.evidenceCounts,
          elements.depths,
          elements.generalDepths,
          elements.statuses,
        ];
        return [...figures, threats.exposures, threats.named, threats.planned, threats.statuses, threats.stale, coverage.statuses].map(
          (rows) => rows?.[0],
        );
      };
      expect(rowOf(alone)).toEqual(rowOf(world));
    }),
  );
});

test('the hint of the matrix is that of the cell, and tells HINT from UNREAD where no link counts', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const { alignment } = answers(world, asOf, false);
      const records = planRecords(states, world.strategies, world.successions, asOf);
      const nodes = readTrees(world.nodes, false);
      const columns = columnsOf(readTrees(world.objectives, false));
      const cells = records.map((record) =>
        columns.map((objective) => cellHint(record, objective, { nodes, links: world.links, threats: threatTree }).hint),
      );
      expect(alignment.hints).toEqual(cells);
      alignment.bases?.forEach((row, index) => {
        row.forEach((basis, column) => {
          const isLinked = (alignment.evidenceCounts[index]?.[column] ?? 0) > 0;
          const isHinted = (cells[index]?.[column] ?? 0) > 0;
          expect(isLinked ? ['CONFIRMED', 'READ'] : [isHinted ? 'HINT' : 'UNREAD']).toContain(basis);
        });
      });
    }),
  );
});
