// The door to what is recorded beside strategies: read under the viewer of the request, each kind for many things at once.
import { type Context, loaderOf } from '../graphql/context.ts';
import type { Effect, Evaluation, IndicatorDetail, IndicatorValue, MeasureReport } from './model.ts';
import * as store from './store.ts';

export { findEffects, findEvaluations, findOfficialAssessments } from './store.ts';

function grouped<Item>(keys: readonly number[], items: readonly Item[], keyOf: (item: Item) => number): Item[][] {
  const groups = Map.groupBy(items, keyOf);
  return keys.map((key) => groups.get(key) ?? []);
}

const loadEffects = async (ids: readonly number[], { db, viewer }: Context): Promise<Effect[][]> =>
  grouped(ids, await store.findEffects(db, viewer, ids), (it) => it.strategyId);
const loadEvaluations = async (ids: readonly number[], { db, viewer }: Context): Promise<Evaluation[][]> =>
  grouped(ids, await store.findEvaluations(db, viewer, ids), (it) => it.strategyId);
const loadDetails = async (ids: readonly number[], { db }: Context): Promise<(IndicatorDetail | null)[]> => {
  const found = new Map((await store.findIndicatorDetails(db, ids)).map((it) => [it.nodeId, it]));
  return ids.map((id) => found.get(id) ?? null);
};
const loadValues = async (ids: readonly number[], { db }: Context): Promise<IndicatorValue[][]> =>
  grouped(ids, await store.findIndicatorValues(db, ids), (it) => it.nodeId);
const loadReports = async (ids: readonly number[], { db }: Context): Promise<MeasureReport[][]> =>
  grouped(ids, await store.findMeasureReports(db, ids), (it) => it.nodeId);

/** Recorded effects and evaluations of a visible strategy, the newest last. */
export const effectsOf = (context: Context) => loaderOf(context, loadEffects);
export const evaluationsOf = (context: Context) => loaderOf(context, loadEvaluations);
/** What a visible indicator measures (null: nothing is recorded), and its values, the oldest first. */
export const indicatorDetailOf = (context: Context) => loaderOf(context, loadDetails);
export const indicatorValuesOf = (context: Context) => loaderOf(context, loadValues);
/** Reports on a visible measure, the oldest first. */
export const measureReportsOf = (context: Context) => loaderOf(context, loadReports);
