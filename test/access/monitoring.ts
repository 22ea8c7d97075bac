// What is recorded beside strategies, in the tests of access: one row of each kind for every strategy and node, named after it. Whoever sees
// the strategy sees them, and its owner's editors write them.
import { type RawBuilder, sql } from 'kysely';
import type { World } from './world.ts';

type Insert = (table: string, rows: object[]) => Promise<void>;
type Named = { key: string };

const axes = ['CRIMINAL_JUSTICE', 'REGIONAL_COOPERATION', 'INTERNATIONAL_COOPERATION'];
const directions = ['GOOD', 'BAD', 'MIXED'];
const datedOf = ({ id }: { id: number }) => (id % 5 === 0 ? null : String(2012 + (id % 14)));

/** Writes them. `n`: the number of a row in the database. */
export async function insertMonitoring({ strategies, nodes }: World, insert: Insert, n: (id: number) => number): Promise<void> {
  const recorded = { role: 'EDITOR', recorded_on: '2026-01-05', recorded_by: 'someone' };
  const effects = strategies.map((it) => ({
    strategy_effect_id: n(it.id),
    effect_key: `effect of ${it.key}`,
    strategy_id: n(it.id),
    axis: axes[it.id % 3],
    direction: directions[it.id % 3],
    effect_text: `Effect of ${it.key}`,
    original_language: 'en',
    dated: datedOf(it),
    ...recorded,
  }));
  const evaluations = strategies.map((it) => ({
    evaluation_id: n(it.id),
    evaluation_key: `evaluation of ${it.key}`,
    strategy_id: n(it.id),
    body: `Evaluator of ${it.key}`,
    dated: datedOf(it),
    cadence_months: 12,
    ...recorded,
  }));
  const ofNode = (it: { id: number }) => ({ strategy_node_id: n(it.id), ...recorded });
  await insert('strategy_effect', effects);
  await insert('evaluation', evaluations);
  await insert(
    'indicator_detail',
    nodes.map((it) => ({ ...ofNode(it), unit: it.key })),
  );
  const reported = nodes.filter(isReported);
  await insert(
    'indicator_value',
    reported.map((it) => ({ ...ofNode(it), dated: '2025', value: 1, note: it.key })),
  );
  await insert(
    'measure_report',
    reported.map((it) => ({ ...ofNode(it), dated: '2025', status: 'DONE', note: it.key })),
  );
}

/** Of one node nothing is recorded, so that it may be removed. */
const isReported = ({ key }: Named) => !key.endsWith('.n4');

const keysOf = (nodes: readonly Named[]) => nodes.map((it) => it.key).toSorted();

/** Keys of the rows of these strategies and nodes, by table. */
export function monitoringKeys(strategies: readonly Named[], nodes: readonly Named[]): Record<string, string[]> {
  return {
    strategy_effect: strategies.map((it) => `effect of ${it.key}`).toSorted(),
    evaluation: strategies.map((it) => `evaluation of ${it.key}`).toSorted(),
    indicator_detail: keysOf(nodes),
    indicator_value: keysOf(nodes.filter(isReported)),
    measure_report: keysOf(nodes.filter(isReported)),
  };
}

const keyColumns = {
  strategy_effect: 'effect_key',
  evaluation: 'evaluation_key',
  indicator_detail: 'unit',
  indicator_value: 'note',
  measure_report: 'note',
};
const each = (statement: (table: string, column: string) => RawBuilder<unknown>) =>
  Object.fromEntries(Object.entries(keyColumns).map(([table, column]) => [table, statement(table, column)]));

/** What the tables give without any predicate, and a statement for each that writes all it can reach. */
export const monitoringReads = each((table, column) => sql`select ${sql.ref(column)} as key from ${sql.table(table)}`);
export const monitoringWrites = each((table, column) => sql`update ${sql.table(table)} set role = role returning ${sql.ref(column)} as key`);
