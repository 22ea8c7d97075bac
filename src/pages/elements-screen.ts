// The elements of strategies: members by the elements of paras 28-29, general plans beside all plans, and one cell opened down to its passages.
import { html } from 'hono/html';
import type { ElementStatus } from '../alignment/model.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { elementGlyphs } from '../views/glyphs.ts';
import { type ElementData, elementView } from '../views/matrices.ts';
import { operationText } from '../views/view.ts';
import type { Html } from './document.ts';
import { explained, namesOf, type Passage, type Plan, panel, passage, passageSelection, planSelection } from './evidence.ts';
import type { Day, Described, Said } from './grid-model.ts';
import { dayAndCellOf, dayAndCellVariables, matrixPage, matrixParameters } from './matrix-page.ts';
import { type Shown, screen } from './screen.ts';
import { unseenField } from './tools.ts';

type Matrix = ElementData['elementMatrix'];
type Figures = Pick<Matrix, 'depths' | 'generalDepths' | 'statuses'>;
type Before = Figures & Pick<Matrix, 'asOf' | 'rows' | 'columns'>;
type Cell = {
  state: { key: string; name: string };
  element: { key: string; label: string };
  depth: number | null;
  generalDepth: number | null;
  status: ElementStatus;
  explanation: string;
  evidence: { depth: number; own: boolean; node: Passage | null; strategy: Plan | null }[];
};
type Data = ElementData & { organization: { key: string; name: string }; before?: Before; cell?: Cell };

const query = operationText(
  'Elements',
  {
    ...elementView.variables,
    organization: 'String!',
    ...dayAndCellVariables('cellElement'),
  },
  'organization(key: $organization) { key name }',
  elementView.selection,
  'before: elementMatrix(organization: $organization, states: $states, asOf: $since, includeUnseen: $includeUnseen) @include(if: $hasSince) { asOf rows { key name note } columns { key label } depths generalDepths statuses }',
  `cell: elementCell(state: $cellState, element: $cellElement, asOf: $asOf, includeUnseen: $includeUnseen) @include(if: $hasCell) {
    state { key name } element { key label } depth generalDepth status explanation
    evidence { depth own node { ${passageSelection} } strategy { ${planSelection} } }
  }`,
);

export const elementsScreen = screen<Data>({
  path: '/r/:organization/elements',
  parameters: [...matrixParameters, 'includeUnseen'],
  ask: (address) => ({
    query,
    variables: { ...dayAndCellOf(address, 'cellElement'), states: null, includeUnseen: address.flag('includeUnseen') || null },
  }),
  render: ({ organization, elementMatrix: matrix, before, cell }, shown) => {
    const { language } = shown;
    return matrixPage(
      {
        view: elementView.key,
        organization,
        heading: 'elements.heading',
        lead: 'elements.lead',
        empty: 'elements.empty',
        described: describedElements(matrix, language, organization.name),
        before: before && { ...before, said: saidIn(before, language) },
        fields: unseenField(shown),
        panel: cell === undefined ? null : cellPanel(cell, shown),
      },
      shown,
    );
  },
});

/** The matrix as its page and its drawing show it. */
export function describedElements(matrix: Matrix, language: Language, organization: string): Described {
  // How many carry it, of those of whom it is known.
  const part = (depths: Matrix['depths']) => (column: number) => {
    const known = depths.flatMap((row) => row[column] ?? []);
    return known.length === 0 ? '–' : `${known.filter((depth) => depth > 0).length}/${known.length}`;
  };
  return {
    ...matrix,
    title: message(language, 'elements.title', { organization }),
    said: saidIn(matrix, language),
    signs: (Object.keys(elementGlyphs) as ElementStatus[]).map((status) => ({
      status,
      glyph: elementGlyphs[status],
      words: message(language, `elementStatus.${status}`),
    })),
    marks: [{ mark: '/3', words: message(language, 'elements.generalMark'), isIn: ({ figure }) => figure !== undefined }],
    foot: [
      { name: message(language, 'elements.foot.all'), text: part(matrix.depths) },
      { name: message(language, 'elements.foot.general'), text: part(matrix.generalDepths) },
    ],
  };
}

const statusesOfDepths: readonly ElementStatus[] = ['NOT_SEEN', 'MENTIONED', 'ACTIONED', 'ACCOUNTABLE'];

function saidIn({ statuses, generalDepths }: Figures, language: Language): Day['said'] {
  return (row, column): Said => {
    const status = statuses[row]?.[column] ?? 'NO_RECORD';
    const general = generalDepths[row]?.[column] ?? null;
    const words = message(language, `elementStatus.${status}`);
    if (status === 'NO_RECORD') return { status, glyph: elementGlyphs[status], words };
    const generalStatus = general === 0 && status === 'ABSENT' ? status : general === null ? null : (statusesOfDepths[general] ?? 'NOT_SEEN');
    return {
      status,
      glyph: elementGlyphs[status],
      figure: `/${generalStatus === null ? '–' : elementGlyphs[generalStatus]}`,
      // The depth is said before its words, as it is what is seen in the cell.
      words: `${/\d/.test(elementGlyphs[status]) ? `${elementGlyphs[status]}${message(language, 'separator.label')}` : ''}${words}${message(language, 'separator.item')}${generalWords(generalStatus, language)}`,
    };
  };
}

function generalWords(status: ElementStatus | null, language: Language): string {
  return status === null
    ? message(language, 'elements.noGeneral')
    : message(language, 'elements.general', { words: message(language, `elementStatus.${status}`) });
}

function cellPanel(cell: Cell, shown: Shown): Html {
  const { language } = shown;
  const { status, depth, generalDepth, evidence } = cell;
  const figure = (value: number | null) => (value === null ? message(language, 'page.noRecord') : message(language, 'elements.ofThree', { value }));
  return panel(shown, {
    state: cell.state,
    of: cell.element.label,
    sign: { status, glyph: elementGlyphs[status], words: message(language, `elementStatus.${status}`) },
    body: html`<dl class="facts"><dt>${message(language, 'elements.allPlans')}</dt><dd>${figure(depth)}</dd>
<dt>${message(language, 'elements.generalPlans')}</dt><dd>${figure(generalDepth)}</dd></dl>
<h3>${message(language, 'cell.why')}</h3><p>${explained(cell.explanation, namesOf(evidence), language)}</p>
<h3>${message(language, 'cell.evidence')}</h3>${
      evidence.length === 0
        ? html`<p>${message(language, 'cell.noEvidence')}</p>`
        : html`<ul class="evidence">${evidence.map(({ depth: reached, own, node, strategy }) =>
            passage(shown, {
              node,
              strategy,
              facts: [
                message(language, `elementStatus.${statusesOfDepths[reached] ?? 'NOT_SEEN'}`),
                own ? null : message(language, 'elements.fromAbove'),
              ],
            }),
          )}</ul>`
    }`,
  });
}
