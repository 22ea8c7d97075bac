// The alignment matrix: members by the objectives of their organization, and one cell opened down to its evidence.
import { html } from 'hono/html';
import type { AlignmentStatus } from '../alignment/model.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { alignmentGlyphs } from '../views/glyphs.ts';
import { type AlignmentData, alignmentView } from '../views/matrices.ts';
import { operationText } from '../views/view.ts';
import { type CellData, cellQuery, cellTypes, cellVariables } from './cell-data.ts';
import { cellPanel } from './cell-panel.ts';
import { type Html, nodePath, strategyPath } from './document.ts';
import { cellOf, type Day, type Described, type Said } from './grid-model.ts';
import { matrixPage, matrixParameters } from './matrix-page.ts';
import { screen } from './screen.ts';
import { unseenField } from './tools.ts';

type Matrix = AlignmentData['alignmentMatrix'];
type Before = Pick<Matrix, 'asOf' | 'statuses' | 'hints'> & { rows: { key: string; name: string }[]; columns: { key: string; label: string }[] };
type MatrixData = AlignmentData & { before?: Before; cell?: CellData };

const query = operationText(
  'Matrix',
  {
    ...alignmentView.variables,
    since: 'Date',
    hasSince: 'Boolean!',
    ...cellTypes,
  },
  alignmentView.selection,
  'before: alignmentMatrix(organization: $organization, strategies: $strategies, asOf: $since, includeUnseen: $includeUnseen) @include(if: $hasSince) { asOf rows { key name } columns { key label } statuses hints }',
  cellQuery,
);

export const matrixScreen = screen<MatrixData>({
  path: '/r/:organization/matrix',
  parameters: [...matrixParameters, 'strategies', 'includeUnseen'],
  ask: (address, { viewer }) => {
    const since = address.day('since');
    const variables = {
      organization: address.part('organization'),
      strategies: address.list('strategies'),
      asOf: address.day('asOf'),
      includeUnseen: address.flag('includeUnseen') || null,
      since,
      hasSince: since !== null,
      ...cellVariables(cellOf(address.text('cell')), viewer),
    };
    return { query, variables };
  },
  render: ({ alignmentMatrix: matrix, before, cell }, shown) => {
    const { language, address } = shown;
    return matrixPage(
      {
        view: alignmentView.key,
        organization: matrix.organization,
        heading: 'matrix.heading',
        lead: 'matrix.lead',
        empty: 'matrix.empty',
        described: describedAlignment(matrix, language),
        before: before && { ...before, said: saidIn(before, language) },
        fields: unseenField(shown),
        notices: [
          ...(matrix.ended ? [html`<p class="notice">${message(language, 'matrix.ended')}</p>`] : []),
          ...matrix.unseenStrategies.map(({ message: words }) => html`<p class="notice">${words}</p>`),
        ],
        panel: cell === undefined ? null : cellPanel(cell, shown),
        below: html`${strategiesList(matrix, language)}${
          address.text('strategies') === null
            ? ''
            : html`<p><a href="${address.with(language, { strategies: null })}">${message(language, 'matrix.allStrategies')}</a></p>`
        }`,
      },
      shown,
    );
  },
});

/** The matrix as its page and its drawing show it. */
export function describedAlignment(matrix: Matrix, language: Language): Described {
  const titles = new Map(matrix.strategies.map(({ key, title }) => [key, title]));
  const summary = (name: 'aligned' | 'partial' | 'gap') => ({
    name: message(language, `matrix.foot.${name}`),
    text: (column: number) => {
      const it = matrix.columnSummaries[column];
      return it === undefined || it.read === 0 ? '–' : String(it[name]);
    },
  });
  const read = (column: number) => {
    const it = matrix.columnSummaries[column];
    return it ? `${it.read}/${it.members}` : '';
  };
  return {
    ...matrix,
    title: message(language, 'matrix.title', { organization: matrix.organization.name }),
    columns: matrix.columns.map(({ key, label, strategy }) => ({
      key,
      label,
      group: titles.get(strategy.key) ?? strategy.key,
      href: nodePath(language, strategy.key, key),
    })),
    said: saidIn(matrix, language),
    signs: allStatuses.map((status) => signOf(status, language)),
    marks: [{ mark: '[◐]', words: message(language, 'evidenceBasis.HINT'), isIn: ({ isHint }) => isHint ?? false }],
    foot: [summary('aligned'), summary('partial'), summary('gap'), { name: message(language, 'matrix.foot.read'), text: read }],
  };
}

const allStatuses = Object.keys(alignmentGlyphs) as AlignmentStatus[];

const signOf = (status: AlignmentStatus, language: Language) => ({
  status,
  glyph: alignmentGlyphs[status],
  words: message(language, `alignmentStatus.${status}`),
});

function saidIn({ statuses, hints }: Pick<Matrix, 'statuses' | 'hints'>, language: Language): Day['said'] {
  const signs = new Map(allStatuses.map((status): [AlignmentStatus, Said] => [status, signOf(status, language)]));
  const unread = signOf('UNREAD', language);
  const words = `${unread.words}${message(language, 'separator.item')}${message(language, 'evidenceBasis.HINT')}`;
  const hinted: Said = { ...unread, glyph: '[◐]', words, isHint: true };
  return (row, column) => {
    const status = statuses[row]?.[column] ?? 'UNREAD';
    return status === 'UNREAD' && hints[row]?.[column] ? hinted : (signs.get(status) ?? unread);
  };
}

function strategiesList({ strategies, columns }: Matrix, language: Language): Html | '' {
  if (columns.length === 0) return '';
  return html`<section aria-labelledby="columns"><h2 id="columns">${message(language, 'matrix.objectives')}</h2>${strategies.map(
    ({ key, title }) =>
      html`<h3><a href="${strategyPath(language, key)}"><bdi>${title}</bdi></a></h3><ul class="numbered">${columns.map((column, index) =>
        column.strategy.key === key
          ? html`<li><span class="number">${index + 1}</span> <a href="${nodePath(language, key, column.key)}"><bdi>${column.label}</bdi></a></li>`
          : '',
      )}</ul>`,
  )}</section>`;
}
