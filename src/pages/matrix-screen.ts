// The alignment matrix: members by the objectives of their organization, and one cell opened down to its evidence.
import { html } from 'hono/html';
import type { AlignmentStatus } from '../alignment/model.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { alignmentGlyphs } from '../views/glyphs.ts';
import { type AlignmentData, alignmentView } from '../views/matrices.ts';
import { operationText } from '../views/view.ts';
import { type CellData, cellPanel, cellSelection } from './cell-panel.ts';
import { type Html, nodePath } from './document.ts';
import { cellKey, cellOf, type GridCell, type GridRow, gridNotes, gridTable, legend } from './grid.ts';
import { bySimilarity, orders } from './order.ts';
import { type Shown, screen } from './screen.ts';
import { changesList, toolsForm } from './tools.ts';

type Matrix = AlignmentData['alignmentMatrix'];
type Before = Pick<Matrix, 'asOf' | 'statuses'> & { rows: { key: string }[]; columns: { key: string }[] };
export type MatrixData = AlignmentData & { before?: Before; cell?: CellData };

const query = operationText(
  'Matrix',
  {
    ...alignmentView.variables,
    since: 'Date',
    hasSince: 'Boolean!',
    cellState: 'String!',
    cellObjective: 'String!',
    hasCell: 'Boolean!',
  },
  alignmentView.selection,
  'before: alignmentMatrix(organization: $organization, strategies: $strategies, asOf: $since, includeUnseen: $includeUnseen) @include(if: $hasSince) { asOf rows { key } columns { key } statuses }',
  `cell: alignmentCell(state: $cellState, objective: $cellObjective, asOf: $asOf, includeUnseen: $includeUnseen) @include(if: $hasCell) { ${cellSelection} }`,
);

export const matrixScreen = screen<MatrixData>({
  path: '/r/:organization/matrix',
  parameters: ['asOf', 'since', 'strategies', 'includeUnseen', 'order', 'pin', 'only', 'cell'],
  ask: (address) => {
    const [cell, since] = [cellOf(address.text('cell')), address.day('since')];
    const variables = {
      organization: address.part('organization'),
      strategies: address.list('strategies'),
      asOf: address.day('asOf'),
      includeUnseen: address.flag('includeUnseen') || null,
      since,
      hasSince: since !== null,
      cellState: cell?.row ?? '',
      cellObjective: cell?.column ?? '',
      hasCell: cell !== null,
    };
    return { query, variables };
  },
  render: (data, shown) => {
    const { language, address } = shown;
    const { alignmentMatrix: matrix, cell } = data;
    const { organization } = matrix;
    const title = message(language, 'matrix.title', { organization: organization.name });
    const drawn = drawnMatrix(data, shown);
    const isEmpty = matrix.columns.length === 0 || matrix.rows.length === 0;
    return {
      title,
      organization,
      exports: { view: alignmentView.key, formats: ['csv', 'xlsx', 'json', 'svg'], extra: { organization: organization.key } },
      body: html`<h1>${message(language, 'matrix.heading')}</h1>
<p class="lead"><bdi>${organization.name}</bdi> · ${message(language, 'page.asOf', { date: matrix.asOf })}</p>
<p class="soft">${message(language, 'matrix.lead')} ${message(language, 'page.notRanked')}</p>
${matrix.ended ? html`<p class="notice">${message(language, 'matrix.ended')}</p>` : ''}
${toolsForm(shown, { asOf: matrix.asOf, hasSince: true, fields: matrixFields(shown, matrix) })}
${matrix.unseenStrategies.map(({ message: words }) => html`<p class="notice">${words}</p>`)}
${cell === undefined ? html`<section id="cell" hidden></section>` : cellPanel(cell, shown)}
${isEmpty ? html`<p class="empty">${message(language, 'matrix.empty')}</p>` : drawn}
${data.before === undefined ? '' : changesList(shown, data.before.asOf, changesOf(data, language))}
${strategiesList(matrix, language)}
${matrix.attribution.map((words) => html`<p class="soft"><bdi>${words}</bdi></p>`)}
${address.text('strategies') === null ? '' : html`<p><a href="${address.with(language, { strategies: null })}">${message(language, 'matrix.allStrategies')}</a></p>`}`,
    };
  },
});

function matrixFields({ language, address }: Shown, { rows }: Matrix): Html {
  const pinned = address.list('pin') ?? [];
  return html`<label>${message(language, 'tool.order')}<select name="order">${orders.map(
    (order) =>
      html`<option value="${order}"${order === (address.oneOf('order', orders) ?? 'name') ? html` selected` : ''}>${message(language, `tool.order.${order}`)}</option>`,
  )}</select></label>
<label>${message(language, 'tool.pin')}<select name="pin"><option value=""></option>${rows.map(
    ({ key, name }) => html`<option value="${key}"${pinned.includes(key) ? html` selected` : ''}>${name}</option>`,
  )}</select></label>
<label class="tick"><input type="checkbox" name="only" value="differences"${address.text('only') === 'differences' ? html` checked` : ''}>${message(language, 'tool.onlyDifferences')}</label>
<label class="tick"><input type="checkbox" name="includeUnseen" value="true"${address.flag('includeUnseen') ? html` checked` : ''}>${message(language, 'tool.includeUnseen')}</label>`;
}

/** Rows and columns of a matrix as the address orders them, by their places in the answer. The drawing has the same. */
export function laidOut(statuses: readonly (readonly string[])[], keys: readonly string[], columnCount: number, search: URLSearchParams) {
  const asCome = keys.map((_key, index) => index);
  const ordered = search.get('order') === 'similarity' ? bySimilarity(statuses) : asCome;
  const pins = (search.get('pin') ?? '').split(',');
  const isPinned = (row: number) => pins.includes(keys[row] ?? '');
  const rows = [...ordered.filter(isPinned), ...ordered.filter((row) => !isPinned(row))];
  const all = Array.from({ length: columnCount }, (_none, column) => column);
  const differs = (column: number) => new Set(statuses.map((row) => row[column])).size > 1;
  return { rows, columns: search.get('only') === 'differences' ? all.filter(differs) : all, isPinned };
}

function drawnMatrix({ alignmentMatrix: matrix, before }: MatrixData, { language, address }: Shown): Html {
  const keys = matrix.rows.map(({ key }) => key);
  const { rows, columns, isPinned } = laidOut(matrix.statuses, keys, matrix.columns.length, address.search);
  const words = (status: AlignmentStatus) => message(language, `alignmentStatus.${status}`);
  const earlier = before && statusesBefore(before);
  const cell = (row: number, column: number): GridCell => {
    const [at, of] = [rows[row] ?? 0, columns[column] ?? 0];
    const status = matrix.statuses[at]?.[of] ?? 'UNREAD';
    const isHint = status === 'UNREAD' && (matrix.hints[at]?.[of] ?? 0) > 0;
    const was = earlier?.get(cellKey(keys[at] ?? '', matrix.columns[of]?.key ?? ''));
    return {
      status,
      glyph: isHint ? '[◐]' : alignmentGlyphs[status],
      words: isHint ? `${words(status)}, ${message(language, 'evidenceBasis.HINT')}` : words(status),
      isHint,
      was: earlier && was !== status ? (was ?? 'NONE') : undefined,
    };
  };
  const gridRows = rows.map((row): GridRow => {
    const { key = '', name = '', note = null } = matrix.rows[row] ?? {};
    const notes = [note, matrix.rowNotes[row] ?? null].filter((it) => it !== null);
    return { key, name, isLapsed: matrix.lapsed[row] ?? false, isPinned: isPinned(row), notes };
  });
  const titles = new Map(matrix.strategies.map(({ key, title }) => [key, title]));
  const gridColumns = columns.flatMap((column) => {
    const { key, label, strategy } = matrix.columns[column] ?? {};
    return key && label && strategy
      ? { key, label, group: titles.get(strategy.key) ?? strategy.key, href: nodePath(language, strategy.key, key) }
      : [];
  });
  const summaries = columns.map((column) => matrix.columnSummaries[column]);
  const foot = (['aligned', 'partial', 'gap'] as const).map((name) => ({
    name: message(language, `matrix.foot.${name}`),
    texts: summaries.map((it) => (it === undefined || it.read === 0 ? '–' : String(it[name]))),
  }));
  const read = { name: message(language, 'matrix.foot.read'), texts: summaries.map((it) => (it ? `${it.read}/${it.members}` : '')) };
  const present = new Set(matrix.statuses.flat());
  const known = (Object.keys(alignmentGlyphs) as AlignmentStatus[]).filter((status) => present.has(status));
  const hint = matrix.hints.some((row) => row.some((value) => value > 0));
  return html`${legend(
    language,
    known.map((status) => ({ status, glyph: alignmentGlyphs[status], words: words(status) })),
    hint ? [html`<span class="sign" data-status="UNREAD" data-hint aria-hidden="true">[◐]</span> ${message(language, 'evidenceBasis.HINT')}`] : [],
  )}
${gridTable({
  caption: message(language, 'matrix.title', { organization: matrix.organization.name }),
  rows: gridRows,
  columns: gridColumns,
  cell,
  foot: [...foot, read],
  language,
  address,
  open: address.text('cell'),
})}
${gridNotes(language, gridRows)}`;
}

/** What each cell of the other day said. */
function statusesBefore({ rows, columns, statuses }: Before): Map<string, string> {
  return new Map(
    rows.flatMap((row, at) => columns.map((column, of): [string, string] => [cellKey(row.key, column.key), statuses[at]?.[of] ?? 'UNREAD'])),
  );
}

function changesOf({ alignmentMatrix: matrix, before }: MatrixData, language: Language) {
  if (before === undefined) return [];
  const earlier = statusesBefore(before);
  const words = (status: string | undefined) => (status === undefined ? null : message(language, `alignmentStatus.${status as AlignmentStatus}`));
  return matrix.rows.flatMap((row, at) =>
    matrix.columns.flatMap((column, of) => {
      const [was, is] = [earlier.get(cellKey(row.key, column.key)), matrix.statuses[at]?.[of]];
      return was === is ? [] : { key: cellKey(row.key, column.key), row: row.name, column: column.label, was: words(was), is: words(is) };
    }),
  );
}

function strategiesList({ strategies, columns }: Matrix, language: Language): Html {
  return html`<section aria-labelledby="columns"><h2 id="columns">${message(language, 'matrix.objectives')}</h2>${strategies.map(
    ({ key, title }) =>
      html`<h3><a href="${nodePath(language, key, '').replace(/#$/, '')}"><bdi>${title}</bdi></a></h3><ul class="numbered">${columns.map(
        (column, index) =>
          column.strategy.key === key
            ? html`<li><span class="number">${index + 1}</span> <a href="${nodePath(language, key, column.key)}"><bdi>${column.label}</bdi></a></li>`
            : '',
      )}</ul>`,
  )}</section>`;
}
