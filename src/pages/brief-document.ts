// The brief as a Word document: real headings, tables of figures, a footnote at each figure with its paragraph and sources, right to left in Arabic.
import { FootnoteReferenceRun, HeadingLevel, type Paragraph, type Table, TableRow } from 'docx';
import { rowNotes } from '../alignment/facets.ts';
import { methodVersion } from '../alignment/method.ts';
import type { Entry, EntryList, Figure, Section } from '../brief/model.ts';
import type { Brief } from '../brief/service.ts';
import { tell, tellEntry, tellFigure, tellStates } from '../brief/told.ts';
import { dayText } from '../i18n/dates.ts';
import { type Language, textIn } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { elementOf, gridsOf } from './brief-grid.ts';
import { type SourceIndex, sourceIndex } from './brief-sources.ts';
import { cell, heading, leftToRight, paragraph, run, sourceList, table, type WordWriter, wordDocument, wordWriter } from './word.ts';

/** A footnote with more sources than this gives their numbers in the list of sources at the end. */
const sourcesInFootnoteMax = 3;
/** Widths of the columns of a table of figures, in millimetres: 170 in all. */
const widthsMm = { label: 62, count: 42, states: 66 };
/** The same of a table with one row an element. */
const gridWidthsMm = [50, 40, 40, 40];

/** What the parts of the document share. Footnotes are numbered as they are made. */
type Writer = WordWriter & {
  brief: Brief;
  sources: SourceIndex;
  footnotes: Record<string, { children: Paragraph[] }>;
};

/** The bytes of the document. */
export async function briefDocument(brief: Brief, language: Language): Promise<ArrayBuffer> {
  const writer: Writer = {
    ...wordWriter(language),
    brief,
    sources: sourceIndex(language, [...brief.functions, ...brief.questions], brief.lookups),
    footnotes: {},
  };
  const whose = brief.rows.organization ? textIn(brief.rows.organization.name, language).text : message(language, 'page.allStates');
  const title = message(language, 'brief.title');
  const children = [
    paragraph(writer, [run(writer, title)], { heading: HeadingLevel.TITLE }),
    paragraph(writer, [run(writer, `${whose}. ${message(language, 'page.asOf', { date: dayText(language, brief.asOf) })}`)]),
    heading(writer, message(language, 'page.functions'), HeadingLevel.HEADING_1),
    ...brief.functions.flatMap((section) => sectionOf(writer, section)),
    heading(writer, message(language, 'page.questions'), HeadingLevel.HEADING_1),
    ...brief.questions.flatMap((section) => sectionOf(writer, section)),
    heading(writer, message(language, 'page.sources'), HeadingLevel.HEADING_1),
    ...sourceList(writer, writer.sources.all),
    heading(writer, message(language, 'page.notes'), HeadingLevel.HEADING_1),
    ...notes(writer),
  ];
  return wordDocument(writer, { title: `${title}: ${whose}`, children, footnotes: writer.footnotes });
}

function sectionOf(writer: Writer, { key, title, figures, lists }: Section): (Paragraph | Table)[] {
  const { language } = writer;
  const grids = gridsOf(key, figures);
  const gridded = new Set(grids.flatMap(({ rows }) => rows.flat()));
  const alone = figures.filter((figure) => !gridded.has(figure));
  const { label, count, states } = widthsMm;
  const heads = [message(language, 'page.figures'), message(language, 'page.count'), message(language, 'page.counted')];
  return [
    heading(writer, tell(language, title), HeadingLevel.HEADING_2),
    table(
      writer,
      [label, count, states],
      heads,
      alone.map((figure) => figureRow(writer, key, figure)),
    ),
    ...grids.flatMap((grid) => [
      paragraph(writer, []),
      table(
        writer,
        gridWidthsMm,
        [message(language, 'page.element'), ...grid.columns.map((column) => tell(language, column))],
        grid.rows.map((row) => gridRow(writer, key, row)),
      ),
    ]),
    ...lists.flatMap((list) => listOf(writer, list)),
    ...wordings(writer, key, figures),
  ];
}

function gridRow(writer: Writer, sectionKey: string, row: readonly Figure[]): TableRow {
  const { language } = writer;
  const note = footnote(
    writer,
    sectionKey,
    row.flatMap(({ entries }) => entries),
  );
  const [first = 0, ...others] = gridWidthsMm;
  return new TableRow({
    cantSplit: true,
    children: [
      cell(writer, [run(writer, elementOf(language, row), { isSmall: true }), ...note], first),
      ...row.map((figure, column) => cell(writer, [run(writer, tellFigure(language, figure), { isSmall: true })], others[column] ?? 0)),
    ],
  });
}

function figureRow(writer: Writer, sectionKey: string, figure: Figure): TableRow {
  const { language } = writer;
  const names = tellStates(writer.language, writer.brief, figure.stateKeys);
  return new TableRow({
    cantSplit: figure.stateKeys.length < 40,
    children: [
      cell(writer, [run(writer, tell(language, figure.label), { isSmall: true })], widthsMm.label),
      cell(
        writer,
        [run(writer, tellFigure(language, figure), { isBold: true, isSmall: true }), ...footnote(writer, sectionKey, figure.entries)],
        widthsMm.count,
      ),
      cell(writer, names === '' ? [] : [run(writer, names, { isSmall: true })], widthsMm.states),
    ],
  });
}

/** A footnote: the paragraph of the source paper, then the sources, by number alone where there are many. None where there is no source. */
function footnote(writer: Writer, sectionKey: string, entries: readonly Entry[]): FootnoteReferenceRun[] {
  const { language, sources, brief, footnotes } = writer;
  const found = new Set(entries.flatMap((entry) => tellEntry(language, entry, brief.lookups).sources.map((source) => sources.numberOf(source))));
  const numbers = [...found].filter((number) => number > 0).toSorted((a, b) => a - b);
  if (numbers.length === 0) return [];
  const told =
    numbers.length <= sourcesInFootnoteMax
      ? numbers.map((number) => `[${number}] ${sources.all[number - 1]?.title ?? sources.all[number - 1]?.ref ?? ''}`).join('; ')
      : numbers.map((number) => `[${number}]`).join(' ');
  const paragraphNumber = sectionKey.replace(/^para(\d+).*$/, '$1');
  const place = `${message(language, 'brief.paragraph', { paragraph: paragraphNumber })}${message(language, 'separator.item')}${message(language, 'page.sources')}${message(language, 'separator.label')}`;
  const id = Object.keys(footnotes).length + 1;
  footnotes[String(id)] = {
    children: [paragraph(writer, [run(writer, place, { isSmall: true }), run(writer, `${leftToRight}${told}`, { isSmall: true, language: 'en' })])],
  };
  return [new FootnoteReferenceRun(id)];
}

function listOf(writer: Writer, { title, entries }: EntryList): Paragraph[] {
  if (entries.length === 0) return [];
  return [heading(writer, tell(writer.language, title), HeadingLevel.HEADING_3), ...grouped(writer, entries)];
}

/** Of para 8: the wording behind each element, which is what a drafter looks for. */
function wordings(writer: Writer, sectionKey: string, figures: readonly Figure[]): Paragraph[] {
  if (sectionKey !== 'para8') return [];
  return figures.flatMap((figure) =>
    figure.key.startsWith('para8.element.') && figure.entries.length > 0
      ? [heading(writer, tell(writer.language, figure.label), HeadingLevel.HEADING_3), ...grouped(writer, figure.entries)]
      : [],
  );
}

function grouped(writer: Writer, entries: readonly Entry[]): Paragraph[] {
  const { language, brief } = writer;
  const told = entries.map((entry) => tellEntry(language, entry, brief.lookups));
  return [...Map.groupBy(told, ({ groups }) => groups.join(' · '))].flatMap(([group, own]) => [
    ...(group === '' ? [] : [paragraph(writer, [run(writer, group, { isBold: true })])]),
    ...own.map((entry) => {
      const numbers = entry.sources.map((source) => `[${writer.sources.numberOf(source)}]`).join(' ');
      const quiet = [entry.context, entry.nodeKey, entry.citation, entry.note, numbers].filter((part) => part !== null && part !== '');
      return paragraph(
        writer,
        [
          ...(entry.state === null ? [] : [run(writer, `${entry.state}${message(language, 'separator.label')}`, { isBold: true })]),
          run(writer, entry.text, { language: entry.language }),
          ...(entry.original && entry.original.text !== entry.text
            ? [run(writer, ' ('), run(writer, entry.original.text, { language: entry.original.language }), run(writer, ')')]
            : []),
          ...quiet.map((part) => run(writer, ` · ${part}`, { isSmall: true })),
        ],
        { bullet: true },
      );
    }),
  ]);
}

function notes(writer: Writer): Paragraph[] {
  const { language, brief } = writer;
  const ofStates = rowNotes(brief.rows).flatMap((note, row) => {
    const state = brief.rows.states[row];
    return note === null || !state ? [] : [`${textIn(state.name, language).text}${message(language, 'separator.label')}${note}`];
  });
  const texts = [
    `${message(language, 'page.computed', { version: methodVersion })} ${message(language, 'page.officialOnly')}`,
    ...(brief.lapsedKeys.length === 0 ? [] : [message(language, 'page.lapsedNote', { mark: message(language, 'page.lapsed') })]),
    ...brief.attribution,
    ...ofStates,
    message(language, 'disclaimer'),
    ...(brief.lookups.states.has('XKX') ? [message(language, 'kosovoNote')] : []),
  ];
  return texts.map((text) => paragraph(writer, [run(writer, text)]));
}
