// Kinds of strategy: which members have which, and are party to the instrument each answers to; below, when their strategies were adopted and valid.
import { html } from 'hono/html';
import { scopeInstruments } from '../alignment/method.ts';
import type { CoverageStatus } from '../alignment/model.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { StrategyScope } from '../strategies/model.ts';
import { coverageGlyphs } from '../views/glyphs.ts';
import { type CoverageData, coverageView } from '../views/matrices.ts';
import { operationText } from '../views/view.ts';
import { adoptionBoard, type BoardRow, boardSelection, datesOf } from './adoption-board.ts';
import { type Html, strategyPath } from './document.ts';
import { panel } from './evidence.ts';
import { cellOf, type Day, type Described, type Said } from './grid-model.ts';
import { matrixPage, matrixParameters } from './matrix-page.ts';
import { type Shown, screen } from './screen.ts';

type Matrix = Omit<CoverageData['strategyCoverage'], 'columns'> & { columns: StrategyScope[] };
type Figures = Pick<Matrix, 'columns' | 'statuses' | 'party'>;
type Before = Figures & Pick<Matrix, 'asOf' | 'rows'>;
type Data = {
  strategyCoverage: Matrix & { rows: BoardRow[] };
  organization: { key: string; name: string };
  before?: Before;
};

const query = operationText(
  'Coverage',
  { ...coverageView.variables, organization: 'String!', since: 'Date', hasSince: 'Boolean!' },
  'organization(key: $organization) { key name }',
  coverageView.selection,
  `strategyCoverage(organization: $organization, states: $states, asOf: $asOf) { rows { ${boardSelection} } }`,
  'before: strategyCoverage(organization: $organization, states: $states, asOf: $since) @include(if: $hasSince) { asOf rows { key name note } columns statuses party }',
);

export const coverageScreen = screen<Data>({
  path: '/r/:organization/coverage',
  parameters: matrixParameters,
  ask: (address) => {
    const since = address.day('since');
    const variables = { organization: address.part('organization'), states: null, asOf: address.day('asOf'), since, hasSince: since !== null };
    return { query, variables };
  },
  render: ({ organization, strategyCoverage: matrix, before }, shown) => {
    const { language, address } = shown;
    return matrixPage(
      {
        view: coverageView.key,
        organization,
        heading: 'coverage.heading',
        lead: 'coverage.lead',
        empty: 'coverage.empty',
        described: describedCoverage(matrix, language, organization.name),
        before: before && { ...before, columns: columnsOf(before, language), said: saidIn(before, language) },
        panel: cellPanel(matrix, cellOf(address.text('cell')), shown),
        below: adoptionBoard(matrix.rows, matrix.asOf, language),
      },
      shown,
    );
  },
});

/** The matrix as its page and its drawing show it. */
export function describedCoverage(matrix: Matrix, language: Language, organization: string): Described {
  const count = (column: number, isCounted: (status: CoverageStatus | undefined) => boolean) =>
    matrix.statuses.filter((row) => isCounted(row[column])).length;
  const recordedOf = (column: number) => count(column, (status) => status !== 'NOT_RECORDED');
  const inForce = (column: number) => (recordedOf(column) === 0 ? '–' : `${count(column, (status) => status === 'IN_FORCE')}/${recordedOf(column)}`);
  const recorded = (column: number) => `${recordedOf(column)}/${matrix.rows.length}`;
  return {
    ...matrix,
    lapsed: [],
    title: message(language, 'coverage.title', { organization }),
    columns: columnsOf(matrix, language),
    said: saidIn(matrix, language),
    signs: (Object.keys(coverageGlyphs) as CoverageStatus[]).map((status) => ({
      status,
      glyph: coverageGlyphs[status],
      words: message(language, `coverageStatus.${status}`),
    })),
    marks: [
      { mark: '§', words: message(language, 'coverage.party'), isIn: ({ figure }) => figure === '§' },
      { mark: '–', words: message(language, 'coverage.notParty'), isIn: ({ figure }) => figure === '–' },
    ],
    foot: [
      { name: message(language, 'coverage.foot.inForce'), text: inForce },
      { name: message(language, 'coverage.foot.recorded'), text: recorded },
    ],
  };
}

const columnsOf = ({ columns }: Pick<Matrix, 'columns'>, language: Language) =>
  columns.map((scope) => ({ key: scope, label: message(language, `strategyScope.${scope}`) }));

function saidIn({ columns, statuses, party }: Figures, language: Language): Day['said'] {
  return (row, column): Said => {
    const status = statuses[row]?.[column] ?? 'NOT_RECORDED';
    const isParty = party[row]?.[column] ?? null;
    const words = message(language, `coverageStatus.${status}`);
    return {
      status,
      glyph: coverageGlyphs[status],
      ...(isParty === null ? {} : { figure: isParty ? '§' : '–' }),
      words: [words, partyWords(columns[column], isParty, language)].filter((it) => it !== null).join(message(language, 'separator.item')),
    };
  };
}

function partyWords(scope: StrategyScope | undefined, isParty: boolean | null, language: Language): string | null {
  const instrument = scope && scopeInstruments[scope];
  if (!instrument || isParty === null) return null;
  return message(language, isParty ? 'coverage.partyTo' : 'coverage.notPartyTo', { instrument: message(language, `instrument.${instrument}`) });
}

/** The strategies of one kind of one State, with their dates. */
function cellPanel(matrix: Data['strategyCoverage'], cell: ReturnType<typeof cellOf>, shown: Shown): Html | null {
  const { language } = shown;
  const [row, column] = [matrix.rows.findIndex(({ key }) => key === cell?.row), matrix.columns.indexOf(cell?.column as StrategyScope)];
  const [state, scope] = [matrix.rows[row], matrix.columns[column]];
  if (state === undefined || scope === undefined) return null;
  const status = matrix.statuses[row]?.[column] ?? 'NOT_RECORDED';
  const strategies = state.strategies.edges.flatMap(({ node }) => (node.scope === scope ? [node] : []));
  const party = partyWords(scope, matrix.party[row]?.[column] ?? null, language);
  return panel(shown, {
    state,
    of: message(language, `strategyScope.${scope}`),
    sign: { status, glyph: coverageGlyphs[status], words: message(language, `coverageStatus.${status}`) },
    body: html`${party === null ? '' : html`<p>${party}</p>`}
<h3>${message(language, 'board.strategies')}</h3>${
      strategies.length === 0
        ? html`<p>${message(language, 'page.nothing')}</p>`
        : html`<ul>${strategies.map(
            (it) =>
              html`<li><a href="${strategyPath(language, it.key)}"><bdi>${it.title}</bdi></a> <span class="soft">${datesOf(it, language)}</span></li>`,
          )}</ul>`
    }`,
  });
}
