// The plan template as a workbook: a cover with the fields of a strategy, a tab of empty rows, the keys to tag them with, and the values to
// choose from. Every cell is text, so that 1.10 stays 1.10; right to left in Arabic.
import type { Cell, Feature, Row } from 'write-excel-file/universal';
import type { ConceptScheme } from '../concepts/model.ts';
import { type Language, languages } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import {
  type PlanColumn,
  type PlanField,
  type PlanTemplate,
  planChoices,
  planColumnName,
  planColumns,
  planFieldName,
  planFields,
  writePlanMark,
} from '../packs/plan-template.ts';
import { codeOf } from './document.ts';
import {
  empty,
  field,
  grey,
  head,
  heading,
  range,
  type Tab,
  tab,
  tabInFormula,
  text,
  title,
  validation,
  withValidations,
  workbookOf,
} from './workbook-parts.ts';

/** Widths of the columns of rows, in characters. */
const widths: Readonly<Record<PlanColumn, number>> = { number: 10, text: 70, page: 10, body: 30, deadline: 14, indicator: 40, tags: 40 };
/** Rows that are ready to be filled in; more may follow. */
const emptyRows = 300;
/** Rows of the cover before its first field. */
const rowsBeforeFields = 3;

/** Bytes of the workbook. */
export function planWorkbook(template: PlanTemplate): Promise<ArrayBuffer> {
  const { language } = template;
  return workbookOf([coverTab(language), rowsTab(language), keysTab(template), valuesTab(language)], choices(language));
}

function coverTab(language: Language): Tab {
  const names = {
    plan: message(language, 'template.tab.plan'),
    keys: message(language, 'template.tab.keys'),
    indicator: planColumnName(language, 'indicator'),
  };
  const how = ['cover', 'number', 'text', 'indicator', 'deadline', 'tags', 'key', 'import'] as const;
  const data: Row[] = [
    title(message(language, 'template.title')),
    [text(message(language, 'template.lead'), { fontSize: 13, wrap: false })],
    [],
    ...planFields.map((it) => field(message(language, `template.field.${it}`), planFieldName(it), it === 'language' ? codeOf(language) : '')),
    [],
    heading(message(language, 'template.howTitle')),
    ...how.map((it): Row => [null, text(message(language, `template.how.${it}`, names))]),
    [],
    [text(writePlanMark(language), { textColor: grey, wrap: false })],
  ];
  return tab(language, message(language, 'sheet.tab.cover'), data, { columns: [{ width: 44 }, { width: 100 }, { width: 18 }] });
}

function rowsTab(language: Language): Tab {
  const rows = Array.from({ length: emptyRows }, (): Row => planColumns.map(() => empty()));
  return tab(language, message(language, 'template.tab.plan'), [planColumns.map((column) => head(planColumnName(language, column))), ...rows], {
    columns: planColumns.map((column) => ({ width: widths[column] })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  });
}

const schemeKeys = { THREAT: 'hintScheme.threats', ELEMENT: 'hintScheme.elements', PROVISION: 'hintScheme.provisions' } as const satisfies Record<
  ConceptScheme,
  string
>;

/** The last cell of a row is for the program that reads it. */
function keysTab({ language, keys }: PlanTemplate): Tab {
  const rows = [...Map.groupBy(keys, ({ scheme }) => scheme)].flatMap(([scheme, its]): Row[] => [
    heading(message(language, schemeKeys[scheme])),
    ...its.map(({ key, name }): Row => [text(key, { wrap: false }), text(name), text(scheme, { textColor: grey })]),
    [],
  ]);
  const data = [[head(message(language, 'template.keys.key')), head(message(language, 'template.keys.name'))], ...rows];
  return tab(language, message(language, 'template.tab.keys'), data, { columns: [{ width: 34 }, { width: 80 }, { width: 12 }], stickyRowsCount: 1 });
}

const choiceFields = ['scope', 'status'] as const;

/** What the fields of the cover offer, a column each: kinds, statuses and languages. */
const listsOf = (language: Language): string[][] => [
  ...choiceFields.map((it) => planChoices[it].map(({ key }) => message(language, key))),
  languages.map((it) => codeOf(it)),
];

function valuesTab(language: Language): Tab {
  const lists = listsOf(language);
  const height = Math.max(...lists.map((list) => list.length));
  const fieldNames: PlanField[] = [...choiceFields, 'language'];
  const data: Row[] = [
    fieldNames.map((it) => head(message(language, `template.field.${it}`))),
    ...Array.from({ length: height }, (_, at) => lists.map((list): Cell => (list[at] === undefined ? null : text(list[at])))),
  ];
  return tab(language, message(language, 'sheet.tab.values'), data, { columns: lists.map(() => ({ width: 40 })) });
}

/** Lists to choose from on the cover. A language may be another one. */
function choices(language: Language): Feature<Blob> {
  const place = tabInFormula(message(language, 'sheet.tab.values'));
  const fieldsOfLists = [...choiceFields, 'language'] as const;
  const lists = listsOf(language).map((list, at) => {
    const name = fieldsOfLists[at] ?? 'language';
    const cell = `B${rowsBeforeFields + planFields.indexOf(name) + 1}`;
    return validation(cell, `${place}!${range(at, 2, list.length + 1)}`, name !== 'language');
  });
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _options, { sheetIndex }) => (sheetIndex === 0 ? withValidations(content, lists) : content),
        },
      },
    },
  };
}
