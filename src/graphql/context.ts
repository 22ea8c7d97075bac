// What every resolver is given, made anew for each request.
import DataLoader from 'dataloader';
import type { Day } from '../core/dates.ts';
import type { Viewer } from '../core/viewer.ts';
import type { Language } from '../i18n/languages.ts';
import type { Database } from '../store/db.ts';

/** Counts the objects of an answer whose number is known only once it is computed. Throws LIMIT beyond the maximum. */
export type CostMeter = { add(objects: number): void };

export type Context = {
  db: Database;
  viewer: Viewer;
  /** Today in UTC: the default of every asOf. */
  today: Day;
  /** From Accept-Language, the default of every lang. */
  language: Language;
  requestId: string;
  cost: CostMeter;
  /** Of this request alone; see `once`. */
  memo: Map<unknown, unknown>;
};

/** Runs `load` at most once in a request and hands every caller the same promise. */
export function once<T>(context: Context, load: (context: Context) => Promise<T>): Promise<T> {
  const known = context.memo.get(load) as Promise<T> | undefined;
  if (known) return known;
  const promise = load(context);
  context.memo.set(load, promise);
  return promise;
}

/** The request's own batching loader for `batch`: keys asked for in one turn are loaded by one call, each once. */
export function loaderOf<Key, Value>(
  context: Context,
  batch: (keys: readonly Key[], context: Context) => Promise<readonly Value[]>,
): DataLoader<Key, Value> {
  const known = context.memo.get(batch) as DataLoader<Key, Value> | undefined;
  if (known) return known;
  const loader = new DataLoader<Key, Value>((keys) => batch(keys, context));
  context.memo.set(batch, loader);
  return loader;
}

/** The same for a batch that depends on arguments too: one loader for each set of them. */
export function loaderFor<Key, Value>(
  context: Context,
  batchName: string,
  given: unknown,
  batch: (keys: readonly Key[]) => Promise<readonly Value[]>,
): DataLoader<Key, Value> {
  const id = `${batchName} ${JSON.stringify(given)}`;
  const known = context.memo.get(id) as DataLoader<Key, Value> | undefined;
  if (known) return known;
  const loader = new DataLoader<Key, Value>(batch);
  context.memo.set(id, loader);
  return loader;
}

/** Loads all of these keys; unlike `loadMany` it throws the first error. */
export function loadAll<Key, Value>(loader: DataLoader<Key, Value>, keys: readonly Key[]): Promise<Value[]> {
  return Promise.all(keys.map((key) => loader.load(key)));
}
