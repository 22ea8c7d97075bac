// A matrix as a table of HTML: true counts of rows and columns, a sign and words in every cell, a legend, and one row as a list. Pure.
import { html, raw } from 'hono/html';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { type Html, statePath } from './document.ts';
import { cellKey, cellOf, type Grid, type GridCell, type GridColumn, type GridRow } from './grid-model.ts';
import type { Shown } from './screen.ts';

/** Columns up to so many have their names written across; more have them written downwards; of the most the numbers alone are printed. */
const [fewColumns, manyColumns] = [10, 45];
/** A name at the head of a column has at most so many characters; the whole is in its title and in the list below. */
const headLength = 60;

/** `caption`: what the table is, for those who hear it. `open`: the cell that is open, as ROW.COLUMN. */
export function gridTable(grid: Grid, { language, address }: Shown, caption: string): Html {
  const { rows, columns, foot } = grid;
  const prefix = escaped(cellAddress(address.with(language, { cell: null })));
  const open = address.text('cell');
  const groups = groupsOf(columns);
  const cells = (row: GridRow, at: number) =>
    raw(columns.map((column, of) => cellText(grid.cells[at]?.[of] as GridCell, prefix, [row.key, column.key], open)).join(''));
  const isFew = columns.length <= fewColumns;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="matrix${isFew ? ' few' : columns.length > manyColumns ? ' many' : ''}" aria-rowcount="${
    rows.length + foot.length + (groups === null ? 1 : 2)
  }" aria-colcount="${columns.length + 1}">
<caption class="hidden">${caption}</caption>
<thead>${
    groups === null
      ? ''
      : html`<tr class="groups"><td></td>${groups.map(({ name, count }) => html`<th scope="colgroup" colspan="${count}" title="${name}"><span><bdi>${name}</bdi></span></th>`)}</tr>`
  }<tr class="heads"><th scope="col">${message(language, 'grid.state')}</th>${columns.map(({ label, href }, index) => {
    const text = html`<span class="number">${index + 1}</span> <span class="label"><bdi>${isFew ? label : shortened(label)}</bdi></span>`;
    return html`<th scope="col" title="${label}">${href === undefined ? text : html`<a href="${href}">${text}</a>`}</th>`;
  })}</tr></thead>
<tbody>${rows.map((row, at) => {
    const { key, name, isLapsed, isPinned, notes } = row;
    return html`<tr${isLapsed ? html` data-lapsed` : ''}${isPinned ? html` data-pinned` : ''}><th scope="row"><a href="${statePath(language, key)}"><bdi>${name}</bdi></a>${
      isLapsed ? html` <abbr title="${message(language, 'grid.lapsed')}">†</abbr>` : ''
    }${notes.length > 0 ? html` <a class="mark" href="#notes" aria-label="${message(language, 'grid.note')}">*</a>` : ''}</th>${cells(row, at)}</tr>
`;
  })}</tbody>${
    foot.length === 0
      ? ''
      : html`<tfoot>${foot.map(({ name, texts }) => html`<tr><th scope="row">${name}</th>${texts.map((text) => html`<td>${text}</td>`)}</tr>`)}</tfoot>`
  }</table></div>`;
}

/** Cells are many: their address is written without the path, which is that of the page. */
function cellAddress(at: string): string {
  const search = at.split('?')[1];
  return search === undefined ? '?cell=' : `?${search}&cell=`;
}

function cellText(
  { status, glyph, words, figure, was, isHint, isFaded }: GridCell,
  prefix: string,
  [row, column]: readonly [string, string],
  open: string | null,
): string {
  const key = cellKey(row, column);
  const marks = `${isHint ? ' data-hint' : ''}${was === undefined ? '' : ' data-was'}${isFaded ? ' data-faded' : ''}${key === open ? ' aria-current="true"' : ''}`;
  const beside = figure === undefined ? '' : ` data-figure="${escaped(figure)}"`;
  // The column stands first: so a cell is most like the one above it, and a page of thousands of cells becomes a quarter smaller compressed.
  return `<td data-column="${escaped(column)}" data-row="${escaped(row)}"${marks} data-status="${status}"><a${beside} aria-label="${escaped(words)}" href="${prefix}${escaped(encodeURIComponent(key))}#cell">${escaped(glyph)}</a></td>`;
}

export function shortened(label: string, length = headLength): string {
  if (label.length <= length) return label;
  const cut = label.slice(0, length);
  const word = cut.lastIndexOf(' ');
  return `${cut.slice(0, word > length / 2 ? word : length)}…`;
}

/** Columns of one group after the other; null where no column is of any. */
export function groupsOf(columns: readonly GridColumn[]): { name: string; count: number }[] | null {
  if (!columns.some(({ group }) => group !== undefined)) return null;
  const groups: { name: string; count: number }[] = [];
  for (const { group = '' } of columns) {
    const last = groups.at(-1);
    if (last?.name === group) last.count++;
    else groups.push({ name: group, count: 1 });
  }
  return groups;
}

/** Written as text, with what can stand in an attribute escaped here. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&#39;');

/** The signs that occur, in words with how many cells have them: each leads to the matrix with those cells alone, and back. */
export function gridLegend({ legend, marks, shown: count, total, rows, cells }: Grid, { language, address }: Shown): Html {
  const asked = legend.flatMap(({ status, isShown }) => (isShown ? [status] : []));
  const to = (status: string) => {
    const next = asked.includes(status) ? asked.filter((it) => it !== status) : [...asked, status];
    return address.with(language, { show: next.join(',') || null, cell: null });
  };
  const isChanged = cells.some((row) => row.some(({ was }) => was !== undefined));
  return html`<div class="legend"><h2 class="hidden">${message(language, 'grid.legend')}</h2>
<p class="soft screen">${message(language, 'show.lead')}</p>
<ul>${legend.map(
    ({ status, glyph, words, count: has, isShown }) =>
      html`<li><a href="${to(status)}"${isShown ? html` aria-current="true"` : ''}><span class="sign" data-status="${status}" aria-hidden="true">${glyph}</span> ${words} <span class="soft">(${has})</span></a></li>`,
  )}${
    rows.some(({ isLapsed }) => isLapsed)
      ? html`<li><span class="sign lapsed" aria-hidden="true"></span> ${message(language, 'grid.lapsedSign')}</li>`
      : ''
  }${isChanged ? html`<li><span class="sign" data-was aria-hidden="true"></span> ${message(language, 'grid.changedSign')}</li>` : ''}${marks.map(
    ({ mark, words }) => html`<li><span class="sign mark" aria-hidden="true">${mark}</span> ${words}</li>`,
  )}</ul>${
    count === null
      ? ''
      : html`<p role="status"><strong>${message(language, 'show.count', { count, total })}</strong> <a href="${address.with(language, { show: null })}">${message(language, 'show.all')}</a></p>`
  }</div>`;
}

/** One row as a list with words, for narrow screens, where a table does not fit; `row` in the address says which. */
export function gridRowList({ rows, columns, cells }: Grid, { language, address }: Shown): Html {
  const asked = address.text('row');
  const at = Math.max(
    rows.findIndex(({ key }) => key === (asked ?? cellOf(address.text('cell'))?.row)),
    0,
  );
  const row = rows[at];
  if (row === undefined) return html``;
  const beside = (index: number, words: string) => {
    const other = rows[index];
    return other === undefined
      ? ''
      : html`<a href="${address.with(language, { row: other.key, cell: null })}#row">${words}: <bdi>${other.name}</bdi></a> `;
  };
  const kept = [...address.search].filter(([name]) => name !== 'row' && name !== 'cell');
  return html`<section id="row" class="row${asked === null ? ' narrow' : ''}" aria-labelledby="row-title"><h2 id="row-title"><bdi>${row.name}</bdi></h2>
<form class="tools" method="get" action="#row">${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label>${message(language, 'row.choose')}<select name="row">${rows.map(
    ({ key, name }) => html`<option value="${key}"${key === row.key ? html` selected` : ''}>${name}</option>`,
  )}</select></label><button>${message(language, 'page.show')}</button></form>
<ul>${columns.map((column, of) => {
    const cell = cells[at]?.[of];
    if (cell === undefined) return '';
    const { status, glyph, words, figure, isFaded } = cell;
    return html`<li${isFaded ? html` data-faded` : ''}${row.isLapsed ? html` data-lapsed` : ''}><a href="${address.with(language, { cell: cellKey(row.key, column.key) })}#cell"><span class="sign" data-status="${status}" aria-hidden="true">${glyph}${
      figure === undefined ? '' : html`<small>${figure}</small>`
    }</span> <span><bdi>${column.label}</bdi> <span class="soft">${words}</span></span></a></li>`;
  })}</ul>
<p>${beside(at - 1, message(language, 'row.previous'))}${beside(at + 1, message(language, 'row.next'))}</p></section>`;
}

/** What has to be read with the names of rows, as lines of a file. */
export function noteTexts({ rows }: Grid, language: Language): string[] {
  return [
    ...(rows.some(({ isLapsed }) => isLapsed) ? [`† ${message(language, 'grid.lapsed')}`] : []),
    ...rows.flatMap(({ name, notes }) => notes.map((note) => `* ${name}${message(language, 'separator.label')}${note}`)),
  ];
}

/** What has to be read with the names of rows; empty where there is nothing. */
export function gridNotes({ rows }: Grid, { language }: Shown): Html | '' {
  const isLapsed = rows.some((row) => row.isLapsed);
  const noted = rows.flatMap(({ name, notes }) => notes.map((note) => ({ name, note })));
  if (!isLapsed && noted.length === 0) return '';
  return html`<div id="notes" class="notes">${isLapsed ? html`<p>† ${message(language, 'grid.lapsed')}</p>` : ''}${
    noted.length === 0
      ? ''
      : html`<ul>${noted.map(({ name, note }) => html`<li><bdi>${name}</bdi>${message(language, 'separator.label')}<bdi>${note}</bdi></li>`)}</ul>`
  }</div>`;
}
