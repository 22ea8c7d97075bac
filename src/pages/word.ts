// What Word documents are made of: paragraphs, runs, headings and tables in a language and its direction.
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  ExternalHyperlink,
  Footer,
  type HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { SourceReference } from '../store/json.ts';
import { linkOf } from './brief-sources.ts';
import { codeOf, directionOf } from './document.ts';

/** What the parts of a document share. */
export type WordWriter = { language: Language; isRtl: boolean };

export const wordWriter = (language: Language): WordWriter => ({ language, isRtl: directionOf(language) === 'rtl' });

type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel];
type Whole = {
  title: string;
  children: ISectionOptions['children'];
  footnotes?: Record<string, { children: Paragraph[] }>;
  isLandscape?: boolean;
};

/** The bytes of a document on A4, with numbered pages. */
export function wordDocument({ language }: WordWriter, { title, children, footnotes, isLandscape = false }: Whole): Promise<ArrayBuffer> {
  const font = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Microsoft YaHei' };
  const margin = convertMillimetersToTwip(20);
  const document = new Document({
    title,
    creator: 'Strategy Synergy',
    description: message(language, 'disclaimer'),
    styles: { default: { document: { run: { font, size: 20, language: { value: codeOf(language), bidirectional: 'ar' } } } } },
    ...(footnotes && { footnotes }),
    sections: [
      {
        properties: {
          page: {
            size: {
              width: convertMillimetersToTwip(210),
              height: convertMillimetersToTwip(297),
              ...(isLandscape && { orientation: PageOrientation.LANDSCAPE }),
            },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        footers: {
          default: new Footer({
            children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
          }),
        },
        children,
      },
    ],
  });
  return Packer.toArrayBuffer(document);
}

type ParagraphOptions = { heading?: Level; bullet?: boolean };

export function paragraph({ isRtl }: WordWriter, children: readonly ParagraphChild[], { heading: level, bullet }: ParagraphOptions = {}): Paragraph {
  return new Paragraph({
    children,
    bidirectional: isRtl,
    spacing: { after: 80, ...(level !== undefined && { before: 160 }) },
    ...(level !== undefined && { heading: level, keepNext: true }),
    ...(bullet && { bullet: { level: 0 } }),
  });
}

/** Text in the language of the document, or in one of its own (BCP 47), which is then written from left to right unless it is Arabic. */
export function run(
  { isRtl, language }: WordWriter,
  text: string,
  options: { language?: string; isBold?: boolean; isSmall?: boolean } = {},
): TextRun {
  const isOther = options.language !== undefined && options.language !== codeOf(language);
  return new TextRun({
    text,
    rightToLeft: isRtl && !isOther,
    ...(options.isBold && { bold: true, boldComplexScript: true }),
    ...(options.isSmall && { size: 17, sizeComplexScript: 17 }),
    ...(isOther && { language: { value: options.language ?? '' } }),
  });
}

export const heading = (writer: WordWriter, text: string, level: Level) => paragraph(writer, [run(writer, text)], { heading: level });

/** A table whose first row is repeated on every page. Widths in millimetres. */
export function table(writer: WordWriter, widths: readonly number[], heads: readonly string[], rows: TableRow[]): Table {
  const head = heads.map((text, column) => cell(writer, [run(writer, text, { isBold: true, isSmall: true })], widths[column] ?? 0));
  return new Table({
    visuallyRightToLeft: writer.isRtl,
    layout: TableLayoutType.FIXED,
    width: { size: convertMillimetersToTwip(widths.reduce((sum, mm) => sum + mm, 0)), type: WidthType.DXA },
    columnWidths: widths.map((mm) => convertMillimetersToTwip(mm)),
    rows: [new TableRow({ tableHeader: true, children: head }), ...rows],
  });
}

/** A cell with one paragraph, or with a paragraph for each list of runs. */
export function cell(writer: WordWriter, children: readonly ParagraphChild[] | readonly ParagraphChild[][], widthMm: number): TableCell {
  const paragraphs = Array.isArray(children[0]) ? (children as readonly ParagraphChild[][]) : [children as readonly ParagraphChild[]];
  return new TableCell({
    width: { size: convertMillimetersToTwip(widthMm), type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: paragraphs.map((own) => new Paragraph({ children: own, bidirectional: writer.isRtl })),
  });
}

/** Keeps a number in brackets before the Latin words it belongs to, in Arabic too. */
export const leftToRight = '\u200e';

/** Sources with their numbers from 1, each linked where it has an address. They are in Latin letters, and read from left to right. */
export function sourceList(writer: WordWriter, sources: readonly SourceReference[]): Paragraph[] {
  return sources.map((source, index) => {
    const [link, text] = [linkOf(source), source.title ?? source.ref ?? ''];
    const words = run(writer, text, { language: 'en' });
    const address = link !== null && source.title ? [run(writer, ` ${link}`, { language: 'en', isSmall: true })] : [];
    const linked = link === null ? [words] : [new ExternalHyperlink({ link, children: [words] })];
    return new Paragraph({
      spacing: { after: 40 },
      children: [run(writer, `${leftToRight}[${index + 1}] `, { language: 'en' }), ...linked, ...address],
    });
  });
}
