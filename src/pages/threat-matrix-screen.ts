// Threats: how exposed members are, beside what their plans say of it, and one cell opened down to its findings and passages.
import type { ThreatStatus } from '../alignment/model.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { figureText } from '../i18n/numbers.ts';
import { threatGlyphs } from '../views/glyphs.ts';
import { type ThreatData, threatView } from '../views/matrices.ts';
import { operationText } from '../views/view.ts';
import type { Day, Described, Said } from './grid-model.ts';
import { dayAndCellOf, dayAndCellVariables, matrixPage, matrixParameters } from './matrix-page.ts';
import { screen } from './screen.ts';
import { type ThreatCellData, threatCellPanel, threatCellSelection } from './threat-panel.ts';
import { sourcesAsked, sourcesField } from './tools.ts';

type Matrix = ThreatData['threatMatrix'];
type Figures = Pick<Matrix, 'exposures' | 'named' | 'planned' | 'statuses' | 'stale'>;
type Before = Figures & Pick<Matrix, 'asOf' | 'rows' | 'columns'>;
type Data = ThreatData & { organization: { key: string; name: string }; before?: Before; cell?: ThreatCellData };

const allStatuses = Object.keys(threatGlyphs) as ThreatStatus[];

const query = operationText(
  'ThreatMatrix',
  {
    ...threatView.variables,
    organization: 'String!',
    ...dayAndCellVariables('cellThreat'),
  },
  'organization(key: $organization) { key name }',
  threatView.selection,
  'before: threatMatrix(organization: $organization, states: $states, asOf: $since, sources: $sources) @include(if: $hasSince) { asOf rows { key name note } columns { key label } exposures named planned statuses stale }',
  `cell: threatCell(state: $cellState, threat: $cellThreat, asOf: $asOf, sources: $sources) @include(if: $hasCell) { ${threatCellSelection} }`,
);

export const threatMatrixScreen = screen<Data>({
  path: '/r/:organization/threat-matrix',
  parameters: [...matrixParameters, 'sources'],
  ask: (address) => ({
    query,
    variables: { ...dayAndCellOf(address, 'cellThreat'), states: null, sources: sourcesAsked(address) },
  }),
  render: ({ organization, threatMatrix: matrix, before, cell }, shown) => {
    const { language } = shown;
    return matrixPage(
      {
        view: threatView.key,
        organization,
        heading: 'threatMatrix.heading',
        lead: 'threatMatrix.lead',
        empty: 'threatMatrix.empty',
        described: describedThreats(matrix, language, organization.name),
        before: before && { ...before, said: saidIn(before, language) },
        fields: sourcesField(shown),
        panel: cell === undefined ? null : threatCellPanel(cell, shown),
      },
      shown,
    );
  },
});

/** The matrix as its page and its drawing show it. */
export function describedThreats(matrix: Matrix, language: Language, organization: string): Described {
  const statusesIn = (column: number) => matrix.statuses.map((row) => row[column]);
  const assessed = (column: number) => {
    const known = matrix.rows.filter((_row, row) => matrix.exposures[row]?.[column] != null || matrix.named[row]?.[column]);
    return `${known.length}/${matrix.rows.length}`;
  };
  const planned = (column: number) => {
    const read = matrix.planned.filter((row) => row[column] !== null).length;
    return read === 0 ? '–' : `${statusesIn(column).filter((status) => status === 'PLANNED').length}/${read}`;
  };
  return {
    ...matrix,
    title: message(language, 'threatMatrix.title', { organization }),
    said: saidIn(matrix, language),
    signs: allStatuses.map((status) => ({
      status,
      glyph: threatGlyphs[status],
      words: message(language, `threatStatus.${status}`),
    })),
    marks: [
      { mark: '.7|.5', words: message(language, 'threatMatrix.figuresMark'), isIn: ({ figure }) => figure !== undefined },
      { mark: 'N', words: message(language, 'threatMatrix.named'), isIn: ({ figure }) => figure?.startsWith('N') ?? false },
      { mark: '‡', words: message(language, 'threatMatrix.stale'), isIn: ({ figure }) => figure?.includes('‡') ?? false },
    ],
    foot: [
      { name: message(language, 'threatMatrix.foot.assessed'), text: assessed },
      { name: message(language, 'threatMatrix.foot.planned'), text: planned },
    ],
  };
}

/** A figure from 0 to 1 with two places at most and no leading zero, for a narrow cell. */
const small = (language: Language, value: number): string => figureText(language, value, 2).replace(/^0(?=[.,])/, '');

function saidIn({ statuses, exposures, named, planned, stale }: Figures, language: Language): Day['said'] {
  const statusWords = new Map(allStatuses.map((status) => [status, message(language, `threatStatus.${status}`)]));
  return (row, column): Said => {
    const status = statuses[row]?.[column] ?? 'NO_RECORD';
    const [exposure, plans] = [exposures[row]?.[column] ?? null, planned[row]?.[column] ?? null];
    const [isNamed, isStale] = [named[row]?.[column] ?? false, stale[row]?.[column] ?? false];
    const exposed = exposure === null ? (isNamed ? 'N' : '') : small(language, exposure);
    const words = [
      statusWords.get(status) ?? null,
      exposure === null ? null : message(language, 'threatMatrix.exposure', { value: figureText(language, exposure, 2) }),
      isNamed ? message(language, 'threatMatrix.named') : null,
      isStale ? message(language, 'threatMatrix.stale') : null,
      plans === null ? null : message(language, 'threatMatrix.planned', { value: figureText(language, plans, 2) }),
    ];
    const isKnown = exposed !== '' || plans !== null;
    return {
      status,
      glyph: threatGlyphs[status],
      words: words.filter((it) => it !== null).join(message(language, 'separator.item')),
      ...(isKnown ? { figure: `${exposed || '–'}${isStale ? '‡' : ''}|${plans === null ? '–' : small(language, plans)}` } : {}),
    };
  };
}
