// What a CSV format is: its columns, and the item that a row is. Pure.
import * as v from 'valibot';
import { shape } from './shapes.ts';

/** A CSV format: `read` checks a row, `toValue` makes the item of it. Columns that are `ignored` may be there and are not read. */
export function rowFormat<const K extends string, E extends v.ObjectEntries, V>(
  name: string,
  kind: K,
  columns: E,
  toValue: (row: v.InferOutput<ReturnType<typeof shape<E>>>, index: number) => V,
  ignored: readonly string[] = [],
  check: (row: v.InferOutput<ReturnType<typeof shape<E>>>) => string | null = () => null,
) {
  const read = v.pipe(
    shape(columns),
    v.rawCheck(({ dataset, addIssue }) => {
      const message = dataset.typed ? check(dataset.value) : null;
      if (message !== null) addIssue({ message });
    }),
  );
  return { name, kind, columns, ignored, read, toValue };
}

/** For formats whose rows are the items as they stand. */
export const same = <R>(row: R): R => row;
