// Lists that grow: Relay connections forward only, by cursors that are global ids.
import { AppError } from '../core/errors.ts';
import { at, say } from '../i18n/words.ts';
import type { builder } from './builder.ts';
import { decodeGlobalId, encodeGlobalId } from './global-id.ts';

/** A page of things and how many there are in all, before paging. */
export type Page<T> = { items: T[]; totalCount: number; hasNextPage: boolean };

/** What a store is asked for: at most `first` items after the one with key `afterKey` (null: from the start). */
export type PageRequest = { first: number; afterKey: string | null };

export type Connection<T> = {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  edges: { cursor: string; node: T }[];
};

/** Arguments of every connection. */
export function pageArguments(t: Parameters<Parameters<typeof builder.queryField>[1]>[0]['arg']) {
  return {
    first: t.int({ defaultValue: 20, description: 'How many to give, 1 to 100.' }),
    after: t.string({ required: false, description: 'Cursor of the item to go on from.' }),
  };
}

/** Checks the arguments of a connection. Throws INVALID for a page size outside 1 to 100 and for a cursor of something else. */
export function pageRequest(typename: string, args: { first?: number | null; after?: string | null }): PageRequest {
  const first = args.first ?? 20;
  if (first < 1 || first > 100) throw new AppError('INVALID', at('first', say('error.first', { first })));
  if (args.after === null || args.after === undefined) return { first, afterKey: null };
  const cursor = decodeGlobalId(args.after);
  if (cursor.typename !== typename) throw new AppError('INVALID', at('after', say('error.noCursor')));
  return { first, afterKey: cursor.key };
}

/** Cuts a page out of a whole list in order of key; it goes on after the place of `afterKey`, whether or not that key is still there. */
export function pageOf<T>(items: readonly T[], keyOf: (item: T) => string, request: PageRequest): Page<T> {
  const { afterKey } = request;
  const next = afterKey === null ? 0 : items.findIndex((item) => keyOf(item) > afterKey);
  const start = next < 0 ? items.length : next;
  return { items: items.slice(start, start + request.first), totalCount: items.length, hasNextPage: start + request.first < items.length };
}

/** A page as a Relay connection of `typename`. */
export function connection<T>(typename: string, page: Page<T>, keyOf: (item: T) => string, request: PageRequest): Connection<T> {
  const edges = page.items.map((node) => ({ cursor: encodeGlobalId(typename, keyOf(node)), node }));
  return {
    totalCount: page.totalCount,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: request.afterKey !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    edges,
  };
}
