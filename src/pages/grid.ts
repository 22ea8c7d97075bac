// A matrix as a table of HTML: true counts of rows and columns, a sign and words in every cell, and a legend of the signs that occur. Pure.
import { html, raw } from 'hono/html';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { type Html, statePath } from './document.ts';
import type { Address } from './screen.ts';

/** `name` is shown; `note` stands below the table with its mark. */
export type GridRow = { key: string; name: string; isLapsed: boolean; isPinned?: boolean; notes: readonly string[] };

/** `group`: what columns next to each other have in common; `count`: what the foot of the table says. */
export type GridColumn = { key: string; label: string; group?: string; href?: string };

/** `words`: the status in words; `was`: what it was on the other day, where it changed; `text`: a figure beside the sign. */
export type GridCell = { status: string; glyph: string; words: string; was?: string | undefined; isHint?: boolean };

export type Grid = {
  /** What the table is, for those who hear it. */
  caption: string;
  rows: readonly GridRow[];
  columns: readonly GridColumn[];
  cell: (row: number, column: number) => GridCell;
  /** Lines below: a name, and a text for each column. */
  foot?: readonly { name: string; texts: readonly string[] }[];
  language: Language;
  address: Address;
  /** The cell that is open, as ROW.COLUMN. */
  open: string | null;
};

/** The address parameter of a cell. */
export const cellKey = (row: string, column: string): string => `${row}.${column}`;

/** Row and column of an address parameter; null where none is given or it is none. */
export function cellOf(given: string | null): { row: string; column: string } | null {
  const [row, ...rest] = (given ?? '').split('.');
  return row && rest.length > 0 ? { row, column: rest.join('.') } : null;
}

export function gridTable({ caption, rows, columns, cell, foot = [], language, address, open }: Grid): Html {
  const at = address.with(language, { cell: null });
  const prefix = `${at}${at.includes('?') ? '&' : '?'}cell=`;
  const groups = groupsOf(columns);
  const headRows = groups === null ? 1 : 2;
  const cells = (row: GridRow, rowIndex: number) =>
    raw(
      columns
        .map((column, columnIndex) => {
          const { status, glyph, words, was, isHint } = cell(rowIndex, columnIndex);
          const key = cellKey(row.key, column.key);
          const marks = `${isHint ? ' data-hint' : ''}${was === undefined ? '' : ` data-was="${was}"`}${key === open ? ' aria-current="true"' : ''}`;
          return `<td data-status="${status}" data-row="${row.key}" data-column="${column.key}"${marks}><a href="${escaped(prefix + encodeURIComponent(key))}#cell" aria-label="${escaped(words)}">${glyph}</a></td>`;
        })
        .join(''),
    );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="matrix" aria-rowcount="${rows.length + headRows}" aria-colcount="${columns.length + 1}">
<caption class="hidden">${caption}</caption>
<thead>${
    groups === null
      ? ''
      : html`<tr class="groups"><td></td>${groups.map(({ name, count }) => html`<th scope="colgroup" colspan="${count}"><span><bdi>${name}</bdi></span></th>`)}</tr>`
  }<tr><th scope="col">${message(language, 'grid.state')}</th>${columns.map(({ label, href }, index) => {
    const text = html`<span class="number">${index + 1}</span> <span class="label"><bdi>${label}</bdi></span>`;
    return html`<th scope="col" title="${label}">${href === undefined ? text : html`<a href="${href}">${text}</a>`}</th>`;
  })}</tr></thead>
<tbody>${rows.map(
    (row, index) =>
      html`<tr${row.isLapsed ? html` data-lapsed` : ''}${row.isPinned ? html` data-pinned` : ''}><th scope="row"><a href="${statePath(language, row.key)}"><bdi>${row.name}</bdi></a>${
        row.isLapsed ? html` <abbr title="${message(language, 'grid.lapsed')}">†</abbr>` : ''
      }${row.notes.length > 0 ? html` <a class="mark" href="#notes" aria-label="${message(language, 'grid.note')}">*</a>` : ''}</th>${cells(row, index)}</tr>`,
  )}</tbody>${
    foot.length === 0
      ? ''
      : html`<tfoot>${foot.map(({ name, texts }) => html`<tr><th scope="row">${name}</th>${texts.map((text) => html`<td>${text}</td>`)}</tr>`)}</tfoot>`
  }</table></div>`;
}

/** Columns of one group after the other; null where no column is of any. */
function groupsOf(columns: readonly GridColumn[]): { name: string; count: number }[] | null {
  if (!columns.some(({ group }) => group !== undefined)) return null;
  const groups: { name: string; count: number }[] = [];
  for (const { group = '' } of columns) {
    const last = groups.at(-1);
    if (last?.name === group) last.count++;
    else groups.push({ name: group, count: 1 });
  }
  return groups;
}

/** Cells are many: written as text, with what can stand in an attribute escaped here. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&#39;');

/** The signs that occur, in words, in the order given. */
export function legend(language: Language, entries: readonly { status: string; glyph: string; words: string }[], extra: readonly Html[] = []): Html {
  return html`<div class="legend"><h2 class="hidden">${message(language, 'grid.legend')}</h2><ul>${entries.map(
    ({ status, glyph, words }) => html`<li><span class="sign" data-status="${status}" aria-hidden="true">${glyph}</span> ${words}</li>`,
  )}${extra.map((item) => html`<li>${item}</li>`)}</ul></div>`;
}

/** What has to be read with the names of rows; empty where there is nothing. */
export function gridNotes(language: Language, rows: readonly GridRow[]): Html | '' {
  const isLapsed = rows.some((row) => row.isLapsed);
  const noted = rows.flatMap(({ name, notes }) => notes.map((note) => ({ name, note })));
  if (!isLapsed && noted.length === 0) return '';
  return html`<div id="notes" class="notes">${isLapsed ? html`<p>† ${message(language, 'grid.lapsed')}</p>` : ''}${
    noted.length === 0
      ? ''
      : html`<ul>${noted.map(({ name, note }) => html`<li><bdi>${name}</bdi>${message(language, 'separator.label')}<bdi>${note}</bdi></li>`)}</ul>`
  }</div>`;
}
