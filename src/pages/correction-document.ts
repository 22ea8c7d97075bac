// The correction sheet as a Word document, to be filled in by hand: a table for each part, with boxes for the decision and room for the reason.
import { HeadingLevel, type Paragraph, type Table, TableRow } from 'docx';
import { message } from '../i18n/messages.ts';
import { type CorrectionPart, type CorrectionRow, type CorrectionSheet, columnName, decisionsOf } from '../packs/correction-model.ts';
import { evidenceLines, whatDecisionsDo } from './correction-words.ts';
import { cell, heading, paragraph, run, sourceList, table, type WordWriter, wordDocument, wordWriter } from './word.ts';

/** Widths of the columns in millimetres, 257 in all: the subject, what is recorded, what it rests on, the decision, right value and reason. */
const widthsMm = [52, 38, 82, 27, 58];
const box = '☐ ';

/** The bytes of the document. */
export function correctionDocument(sheet: CorrectionSheet): Promise<ArrayBuffer> {
  const { mark, stateName, parts, sources, notes } = sheet;
  const { language } = mark;
  const writer = wordWriter(language);
  const title = message(language, 'sheet.title');
  const kinds = parts.map(({ kind }) => kind);
  const line = (label: string, value: string) =>
    paragraph(writer, [run(writer, `${label}${message(language, 'separator.label')}`, { isBold: true }), run(writer, value)]);
  const blank = '______________________________';
  const children = [
    paragraph(writer, [run(writer, title)], { heading: HeadingLevel.TITLE }),
    paragraph(writer, [run(writer, message(language, 'sheet.lead', { state: stateName, date: mark.asOf }))]),
    line(message(language, 'sheet.field.state'), stateName),
    line(message(language, 'sheet.field.reference'), blank),
    line(message(language, 'sheet.field.referenceDate'), blank),
    heading(writer, message(language, 'sheet.howTitle'), HeadingLevel.HEADING_1),
    ...[...whatDecisionsDo(language, kinds), message(language, 'sheet.how.paper')].map((words) => paragraph(writer, [run(writer, words)])),
    ...parts.flatMap((part) => partOf(writer, part)),
    heading(writer, message(language, 'page.sources'), HeadingLevel.HEADING_1),
    ...sourceList(writer, sources),
    heading(writer, message(language, 'page.notes'), HeadingLevel.HEADING_1),
    ...notes.map((words) => paragraph(writer, [run(writer, words)])),
  ];
  return wordDocument(writer, { title: `${title}: ${stateName}`, children, isLandscape: true });
}

/** Objectives stand under the organization whose they are. */
function partOf(writer: WordWriter, { kind, rows }: CorrectionPart): (Paragraph | Table)[] {
  const { language } = writer;
  const heads = [
    columnName(language, 'subject'),
    columnName(language, 'recorded'),
    columnName(language, 'evidence'),
    columnName(language, 'decision'),
    `${columnName(language, 'proposed')}${message(language, 'separator.item')}${columnName(language, 'reason')}`,
  ];
  return [
    heading(writer, message(language, `sheet.part.${kind}`), HeadingLevel.HEADING_1),
    ...[...Map.groupBy(rows, ({ group }) => group)].flatMap(([group, own]) => [
      ...(group === null ? [] : [heading(writer, group, HeadingLevel.HEADING_2)]),
      table(
        writer,
        widthsMm,
        heads,
        own.map((row) => rowOf(writer, row)),
      ),
    ]),
  ];
}

function rowOf(writer: WordWriter, { kind, key, subject, recorded, evidence }: CorrectionRow): TableRow {
  const { language } = writer;
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = widthsMm;
  const small = (words: string) => run(writer, words, { isSmall: true });
  const lines = evidenceLines(language, evidence);
  return new TableRow({
    cantSplit: true,
    children: [
      cell(writer, kind === 'CELL' ? [[small(subject)], [run(writer, key, { isSmall: true, language: 'en' })]] : [small(subject)], first),
      cell(writer, [run(writer, recorded, { isSmall: true, isBold: true })], second),
      cell(
        writer,
        lines.map((words) => [small(words)]),
        third,
      ),
      cell(
        writer,
        decisionsOf(kind).map((it) => [small(`${box}${message(language, `sheet.decision.${it}`)}`)]),
        fourth,
      ),
      cell(writer, [], fifth),
    ],
  });
}
