// A matrix as its page and its drawing show it alike: rows and columns in the order that the address asks for, what each cell says, and what changed. Pure.
import { AppError } from '../core/errors.ts';
import { at, say } from '../i18n/words.ts';
import { bySimilarity, orders } from './order.ts';
import { Address } from './screen.ts';

/** A sign of the legend: the status, its glyph, and the status in words. */
export type Sign = { status: string; glyph: string; words: string };

/** What a cell says. `figure` stands beside the glyph, smaller; `words` say all of it. */
export type Said = Sign & { figure?: string; isHint?: boolean };

/** `group`: what columns next to each other have in common. */
export type GridColumn = { key: string; label: string; group?: string; href?: string };

/** Rows, columns and cells of one day, in the order of the answer. */
export type Day = {
  rows: readonly { key: string; name: string; note?: string | null }[];
  columns: readonly GridColumn[];
  said: (row: number, column: number) => Said;
};

/** A matrix described: what its answer says, before the address orders it. */
export type Described = Day & {
  title: string;
  asOf: string;
  disclaimer: string;
  attribution: readonly string[];
  rowNotes: readonly (string | null)[];
  lapsed: readonly boolean[];
  /** All statuses that can occur, in the order of the legend. */
  signs: readonly Sign[];
  /** Further signs: what is drawn, what it means, and the cells that have it. */
  marks: readonly { mark: string; words: string; isIn: (cell: Said) => boolean }[];
  /** Lines below: a name, and a text for each column. */
  foot: readonly { name: string; text: (column: number) => string }[];
};

/** `notes` stand below the table. */
export type GridRow = { key: string; name: string; isLapsed: boolean; isPinned: boolean; notes: readonly string[] };

/** `was`: what it said on the other day, where that differs; `isFaded`: the address asks for other statuses. */
export type GridCell = Said & { was?: string; isFaded: boolean };

export type Grid = {
  rows: readonly GridRow[];
  columns: readonly GridColumn[];
  cells: readonly (readonly GridCell[])[];
  /** Signs that occur, with how many cells have them. */
  legend: readonly (Sign & { count: number; isShown: boolean })[];
  marks: Described['marks'];
  foot: readonly { name: string; texts: readonly string[] }[];
  /** How many cells the address asks for, where it asks for some statuses only. */
  shown: number | null;
  total: number;
};

/** The address parameter of a cell. */
export const cellKey = (row: string, column: string): string => `${row}.${column}`;

/** Row and column of an address parameter; null where none is given or it is none. */
export function cellOf(given: string | null): { row: string; column: string } | null {
  const [row, ...rest] = (given ?? '').split('.');
  return row && rest.length > 0 ? { row, column: rest.join('.') } : null;
}

/** Statuses that the address asks for, written with commas or one after the other; null where it asks for none. Throws INVALID for one that is none. */
function statusesShown(search: URLSearchParams, signs: readonly Sign[]): Set<string> | null {
  const asked = search.getAll('show').flatMap((given) => given.split(',').flatMap((status) => status.trim() || []));
  const known = signs.map(({ status }) => status);
  const wrong = asked.find((status) => !known.includes(status));
  if (wrong !== undefined) throw new AppError('INVALID', at('show', say('error.noneOf', { value: wrong.slice(0, 40), values: known.join(', ') })));
  return asked.length === 0 ? null : new Set(asked);
}

/** The matrix as the address asks for it. `before`: the same on another day. */
export function gridOf(it: Described, search: URLSearchParams, before?: Day): Grid {
  const said = it.rows.map((_row, row) => it.columns.map((_column, column) => it.said(row, column)));
  const { rows, columns, isPinned } = laidOut(said, it, search);
  const asked = statusesShown(search, it.signs);
  const earlier = before && saidBefore(before);
  const cellAt = (row: number, column: number): GridCell => {
    const cell = said[row]?.[column] as Said;
    const was = earlier?.get(cellKey(it.rows[row]?.key ?? '', it.columns[column]?.key ?? ''));
    const isChanged = earlier !== undefined && !isSame(was, cell);
    return { ...cell, isFaded: asked !== null && !asked.has(cell.status), ...(isChanged ? { was: was?.status ?? 'NONE' } : {}) };
  };
  const cells = rows.map((row) => columns.map((column) => cellAt(row, column)));
  const counts = Map.groupBy(cells.flat(), ({ status }) => status);
  const legend = it.signs.flatMap((sign) => {
    const isShown = asked?.has(sign.status) ?? false;
    const count = counts.get(sign.status)?.length ?? 0;
    return count > 0 || isShown ? [{ ...sign, count, isShown }] : [];
  });
  return {
    rows: rows.map((row): GridRow => {
      const { key = '', name = '', note = null } = it.rows[row] ?? {};
      // The note of a membership may say what that of the state does, and more.
      const all = [note, it.rowNotes[row] ?? null].filter((text) => text !== null);
      const notes = all.filter((text) => !all.some((other) => other !== text && other.includes(text)));
      return { key, name, isLapsed: it.lapsed[row] ?? false, isPinned: isPinned(row), notes };
    }),
    columns: columns.flatMap((column) => it.columns[column] ?? []),
    cells,
    legend,
    marks: it.marks.filter(({ isIn }) => cells.some((row) => row.some(isIn))),
    foot: it.foot.map(({ name, text }) => ({ name, texts: columns.map(text) })),
    shown: asked === null ? null : cells.flat().filter(({ isFaded }) => !isFaded).length,
    total: cells.flat().length,
  };
}

/** Rows and columns by their places in the answer. Throws INVALID for an order that is none. */
function laidOut(said: readonly (readonly Said[])[], { rows, columns }: Day, search: URLSearchParams) {
  const statuses = said.map((row) => row.map(({ status }) => status));
  const order = new Address('', {}, search).oneOf('order', orders);
  const ordered = order === 'similarity' ? bySimilarity(statuses) : rows.map((_row, index) => index);
  const pins = (search.get('pin') ?? '').split(',');
  const isPinned = (row: number) => pins.includes(rows[row]?.key ?? '');
  const all = columns.map((_column, index) => index);
  const differs = (column: number) => new Set(statuses.map((row) => row[column])).size > 1;
  return {
    rows: [...ordered.filter(isPinned), ...ordered.filter((row) => !isPinned(row))],
    columns: search.get('only') === 'differences' ? all.filter(differs) : all,
    isPinned,
  };
}

const isSame = (was: Said | undefined, is: Said): boolean => was?.status === is.status && was.figure === is.figure;

function saidBefore({ rows, columns, said }: Day): Map<string, Said> {
  return new Map(rows.flatMap(({ key }, row) => columns.map((column, of): [string, Said] => [cellKey(key, column.key), said(row, of)])));
}

/** A change of a cell between two days; null: the cell was not there. */
export type Change = { key: string; row: string; column: string; was: string | null; is: string };

/** The cells that say something else than on the other day, in the order of the answer. */
export function changesOf(it: Day, before: Day): Change[] {
  const earlier = saidBefore(before);
  return it.rows.flatMap((row, at) =>
    it.columns.flatMap((column, of) => {
      const key = cellKey(row.key, column.key);
      const [was, is] = [earlier.get(key), it.said(at, of)];
      return isSame(was, is) ? [] : { key, row: row.name, column: column.label, was: was?.words ?? null, is: is.words };
    }),
  );
}
