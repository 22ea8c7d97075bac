// The correction sheet as a workbook: a cover, a tab for each part with columns to fill in, the values to choose from, and the sources.
// Every cell is text and none a formula; right to left in Arabic.
import type { Cell, Feature, Row } from 'write-excel-file/universal';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import {
  type Column,
  type CorrectionPart,
  type CorrectionRow,
  type CorrectionSheet,
  columnName,
  columns,
  decisionsOf,
  noteFields,
  proposals,
  type RowKind,
  writeMark,
  writeRowKey,
} from '../packs/correction-model.ts';
import { evidenceLines, howToFillIn } from './correction-words.ts';
import {
  empty,
  field,
  grey,
  head,
  heading,
  letter,
  line,
  pale,
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

/** Widths of the columns of a part, in characters. */
const widths: Readonly<Record<Column, number>> = { subject: 42, recorded: 30, evidence: 70, decision: 14, proposed: 28, reason: 42, key: 18 };
/** Bytes of the workbook. */
export function correctionWorkbook(sheet: CorrectionSheet): Promise<ArrayBuffer> {
  const { language } = sheet.mark;
  const tabs: Tab[] = [coverTab(sheet), ...sheet.parts.map((part) => partTab(language, part)), valuesTab(sheet), sourcesTab(sheet)];
  return workbookOf(tabs, choices(sheet));
}

function coverTab({ mark, stateName, parts, notes }: CorrectionSheet): Tab {
  const { language, asOf } = mark;
  const data: Row[] = [
    title(message(language, 'sheet.title')),
    [text(message(language, 'sheet.lead', { state: stateName, date: asOf }), { fontSize: 13, wrap: false })],
    [],
    [text(message(language, 'sheet.field.state'), { fontWeight: 'bold' }), text(stateName)],
    field(message(language, 'sheet.field.reference'), noteFields.reference),
    field(message(language, 'sheet.field.referenceDate'), noteFields.referenceDate),
    [],
    heading(message(language, 'sheet.howTitle')),
    ...howToFillIn(
      language,
      parts.map(({ kind }) => kind),
    ).map((words): Row => [null, text(words)]),
    [],
    heading(message(language, 'page.notes')),
    ...notes.map((words): Row => [null, text(words)]),
    [],
    [text(writeMark(mark), { textColor: grey, wrap: false })],
  ];
  return tab(language, message(language, 'sheet.tab.cover'), data, { columns: [{ width: 34 }, { width: 110 }, { width: 16 }] });
}

function partTab(language: Language, { kind, rows }: CorrectionPart): Tab {
  const data = [
    columns.map((column) => head(columnName(language, column))),
    ...rows.map((row) => columns.map((column) => cellOf(language, row, column))),
  ];
  return tab(language, message(language, `sheet.part.${kind}`), data, {
    columns: columns.map((column) => ({ width: widths[column] })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  });
}

function cellOf(language: Language, row: CorrectionRow, column: Column): Cell {
  const bordered = { borderColor: line, borderStyle: 'thin' } as const;
  switch (column) {
    case 'subject':
      return text(row.group === null ? row.subject : `${row.group}${message(language, 'separator.label')}${row.subject}`, bordered);
    case 'recorded':
      return text(row.recorded, bordered);
    case 'evidence':
      return text(evidenceLines(language, row.evidence).join('\n'), bordered);
    case 'key':
      return text(writeRowKey(row), { ...bordered, textColor: grey, wrap: false });
    default:
      return empty();
  }
}

/** A column for the decisions and one for what may be proposed in each part: the lists that its cells offer. */
function valuesTab({ mark: { language }, parts }: CorrectionSheet): Tab {
  const lists = parts.map(({ kind }) => [
    message(language, `sheet.part.${kind}`),
    ...decisionWords(language, kind),
    '',
    ...proposals(kind).map(({ key }) => message(language, key)),
  ]);
  const height = Math.max(...lists.map((list) => list.length));
  const data = Array.from({ length: height }, (_, at) =>
    lists.map((list): Cell => (list[at] ? text(list[at], at === 0 ? { fontWeight: 'bold', backgroundColor: pale } : {}) : null)),
  );
  return tab(language, message(language, 'sheet.tab.values'), data, { columns: parts.map(() => ({ width: 40 })) });
}

const decisionWords = (language: Language, kind: RowKind) => decisionsOf(kind).map((it) => message(language, `sheet.decision.${it}`));

function sourcesTab({ mark: { language }, sources }: CorrectionSheet): Tab {
  const name = message(language, 'page.sources');
  const data = [
    title(name),
    ...sources.map(({ title: words, ref }, index): Row => [text(`[${index + 1}]`), text(words ?? ref ?? ''), text(ref ?? '')]),
  ];
  return tab(language, name, data, { columns: [{ width: 10 }, { width: 80 }, { width: 80 }] });
}

/** Lists to choose from in the columns "decision" and "right value", taken from the tab of values. The library has none of its own. */
function choices({ mark: { language }, parts }: CorrectionSheet): Feature<Blob> {
  const place = tabInFormula(message(language, 'sheet.tab.values'));
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _options, { sheetIndex }) => {
            const at = sheetIndex - 1; // Before the parts stands the cover.
            const part = parts[at];
            if (!part) return content;
            const decisions = decisionsOf(part.kind).length;
            const listed = proposals(part.kind).length;
            const first = decisions + 3;
            const lists = [
              validation(rangeOf(part, 'decision'), `${place}!${range(at, 2, decisions + 1)}`, true),
              validation(rangeOf(part, 'proposed'), `${place}!${range(at, first, first + listed - 1)}`, part.kind !== 'CELL'),
            ];
            return withValidations(content, lists);
          },
        },
      },
    },
  };
}

const rangeOf = ({ rows }: CorrectionPart, column: Column) => {
  const at = letter(columns.indexOf(column));
  return `${at}2:${at}${rows.length + 1}`;
};
