// What every reading in the record of a state rests on, read at once for all of them: strategies, nodes, findings and links.
import type { Context } from '../graphql/context.ts';
import { readSnapshot } from '../store/db.ts';
import type { Link, Strategy, StrategyNode, StrategyScope } from '../strategies/model.ts';
import { nodesOf, strategiesById, strategiesOfState } from '../strategies/service.ts';
import type { Assessment } from '../threats/model.ts';
import { assessmentsByKey } from '../threats/service.ts';
import { elementEvidence } from './elements.ts';
import { type Exposures, threatExposures } from './exposure.ts';
import { concepts, loadPlanNodes, loadRecords } from './facets.ts';
import type { PlanRecord } from './record.ts';
import type { StateRecordAnswer } from './record-service.ts';
import type { ReadAs } from './record-statements-service.ts';
import { countedLinks } from './statements-record-service.ts';
import { loadFindings } from './store.ts';
import type { ConceptTree } from './tags.ts';
import { plannedEvidence } from './threats.ts';
import type { ReadNode } from './trees.ts';

/** A link that counts in a cell, with the end that speaks; node null: the plan as a whole. */
export type LinkEvidence = { link: Link; strategy: Strategy; node: StrategyNode | null };

/** By scope, by keys of elements, threats and objectives; what rests on nothing is left out. Nodes with the deepest first. */
export type RecordEvidence = {
  scopes: ReadonlyMap<StrategyScope, readonly Strategy[]>;
  elements: ReadonlyMap<string, readonly StrategyNode[]>;
  threats: ReadonlyMap<string, { assessment: Assessment | null; nodes: readonly StrategyNode[] }>;
  cells: ReadonlyMap<string, readonly LinkEvidence[]>;
};

/** `record`: as it was computed for the same viewer and in the same way. */
export async function recordEvidence(context: Context, record: StateRecordAnswer, readAs: ReadAs): Promise<RecordEvidence> {
  const { threats: tree } = await concepts(context);
  const { nodes, exposures } = await readSnapshot(context.db, async (db) => {
    const { records } = await loadRecords(db, context, [record.state], readAs.asOf);
    return {
      nodes: await loadPlanNodes(db, records, readAs.includeUnseen),
      exposures: threatExposures(await loadFindings(db, context.viewer, [record.state.key]), tree, readAs.asOf, readAs.sources),
    };
  });
  const trees = await Promise.all(record.record.plans.map(({ strategyId }) => nodesOf(context).load(strategyId)));
  const byId = new Map(trees.flat().map((node) => [node.nodeId, node]));
  return {
    scopes: Map.groupBy(await strategiesOfState(context).load(record.state.key), ({ scope }) => scope),
    elements: new Map(record.elements.map(({ element }) => [element.key, found(byId, elementEvidence(record.record, nodes, element.key))] as const)),
    threats: await threatEvidence(context, record, { nodes, tree, exposures, byId }),
    cells: await cellEvidence(context, record, readAs, byId),
  };
}

type Nodes = ReadonlyMap<number, StrategyNode>;
const found = (byId: Nodes, rows: readonly { nodeId: number }[]) => rows.flatMap(({ nodeId }) => byId.get(nodeId) ?? []);

async function threatEvidence(
  context: Context,
  { state, record, threats }: { state: StateRecordAnswer['state']; record: PlanRecord; threats: StateRecordAnswer['threats'] },
  { nodes, tree, exposures, byId }: { nodes: readonly ReadNode[]; tree: ConceptTree; exposures: Exposures; byId: Nodes },
): Promise<RecordEvidence['threats']> {
  const keys = threats.map(({ threat }) => threat.key);
  const assessmentKeys = new Map(keys.map((key) => [key, exposures.of(state.key, key)?.assessmentKey ?? null]));
  const used = [...new Set([...assessmentKeys.values()].filter((it) => it !== null))];
  const assessments = await Promise.all(used.map((key) => assessmentsByKey(context).load(key)));
  const assessmentOf = (key: string) => assessments.find((it) => it?.key === assessmentKeys.get(key)) ?? null;
  return new Map(keys.map((key) => [key, { assessment: assessmentOf(key), nodes: found(byId, plannedEvidence(record, nodes, tree, key)) }]));
}

async function cellEvidence(context: Context, { state }: StateRecordAnswer, readAs: ReadAs, byId: Nodes): Promise<RecordEvidence['cells']> {
  const links = await countedLinks(context, state, readAs);
  const evidence = await Promise.all(
    links.map(async (link): Promise<LinkEvidence[]> => {
      const strategy = await strategiesById(context).load(link.strategyId);
      return strategy ? [{ link, strategy, node: byId.get(link.nodeId ?? 0) ?? null }] : [];
    }),
  );
  return Map.groupBy(evidence.flat(), ({ link }) => link.objectiveKey);
}
