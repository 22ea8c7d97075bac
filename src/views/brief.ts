// The view of the brief for the working group: its figures, one a row. Pure.
import { type Cell, type Computed, computedFields, computedSheet, keysOf, type View } from './view.ts';

export type BriefFigure = {
  key: string;
  label: string;
  text: string;
  value: number | null;
  of: number;
  unknown: number;
  unit: string;
  states: { key: string }[];
  unknownStates: { key: string }[];
};
type Section = { key: string; title: string; figures: BriefFigure[] };

export type BriefData = { workingGroupBrief: Computed & { functions: Section[]; questions: Section[] } };

const figures = 'figures { key label text value of unknown unit states { key } unknownStates { key } }';

export const briefView: View<BriefData> = {
  key: 'brief',
  about: 'the brief for the working group: what is known of each function and question of paras 1 and 3 to 8',
  scope: 'any',
  name: 'Brief',
  variables: { organization: 'String', asOf: 'Date' },
  selection: `workingGroupBrief(organization: $organization, asOf: $asOf) {
    ${computedFields}
    functions { key title ${figures} }
    questions { key title ${figures} }
  }`,
  sheet: ({ workingGroupBrief: it }) =>
    computedSheet(
      ['section', 'title', 'figure', 'label', 'unit', 'value', 'of', 'unknown', 'text', 'states', 'unknown_states'],
      [...it.functions, ...it.questions].flatMap(({ key, title, figures: own }) =>
        own.map((figure) => ({
          of: it,
          cells: [
            key,
            title,
            figure.key,
            figure.label,
            figure.unit,
            figure.value,
            figure.of,
            figure.unknown,
            figure.text,
            keysOf(figure.states),
            keysOf(figure.unknownStates),
          ] satisfies Cell[],
        })),
      ),
    ),
};
