// A matrix as a workbook: a tab with rows, columns, signs and colours as its page at the same address has them, and a tab with one line a cell.
import type { Cell, CellObject, Feature, Row } from 'write-excel-file/universal';
import { methodVersion } from '../alignment/method.ts';
import type { MessageKey } from '../i18n/catalogue/en.ts';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { Sheet, Cell as Value } from '../views/view.ts';
import { organizationPath } from './document.ts';
import { widthOf } from './drawing-matrix.ts';
import { groupsOf, noteTexts } from './grid.ts';
import { type Described, type GridCell, gridOf } from './grid-model.ts';
import { colourOf } from './palette.ts';
import { head, heading, ink, line, pale, type Tab, tab, tabInFormula, text, title, workbookOf } from './workbook-parts.ts';

type MatrixKey = 'matrix' | 'elements' | 'threat-matrix' | 'coverage';

/** Bytes of the workbook. `list`: the sheet of the view. `url`: where the workbook is asked for. */
export function matrixWorkbook(key: MatrixKey, it: Described, list: Sheet, language: Language, url: URL): Promise<ArrayBuffer> {
  const tabs = [matrixTab(key, it, language, url), listTab(it, list, language)];
  return workbookOf(tabs, onOnePageWide);
}

const bordered = { borderColor: line, borderStyle: 'thin' } as const;
const centred = { align: 'center', alignVertical: 'center', wrap: false } as const;

function matrixTab(key: MatrixKey, it: Described, language: Language, url: URL): Tab {
  const grid = gridOf(it, url.searchParams);
  const { rows, columns, cells, legend, marks, foot, shown: count, total } = grid;
  const groups = groupsOf(columns);
  // Names across where there is room for them, else upwards, as on the page.
  const isFew = columns.length <= 20;
  const hasFigures = cells.some((row) => row.some(({ figure }) => figure !== undefined));
  const width = isFew ? 14 : hasFigures ? 10 : 6.5;
  const headStyle = { ...bordered, backgroundColor: pale, alignVertical: 'bottom' } as const;
  const nameOf = ({ label }: { label: string }) => text(label, { ...headStyle, textRotation: isFew ? 0 : 90, height: isFew ? 90 : 190 });
  const top: Row[] = [
    title(it.title),
    [text(`${message(language, 'page.asOf', { date: dayText(language, it.asOf) })}. ${message(language, 'page.notRanked')}`, { wrap: false })],
    ...(groups === null ? [] : [[null, ...groups.flatMap(({ name, count: wide }) => spanned(name, wide, { fontWeight: 'bold', height: 32 }))]]),
    [text('', headStyle), ...columns.map((_column, at) => text(String(at + 1), { ...headStyle, align: 'center', fontWeight: 'bold' }))],
    [text(message(language, 'grid.state'), { ...headStyle, fontWeight: 'bold' }), ...columns.map(nameOf)],
  ];
  const data: Row[] = [
    ...top,
    ...rows.map(
      ({ name, isLapsed, isPinned, notes }, at): Row => [
        text(`${name}${isLapsed ? ' †' : ''}${notes.length > 0 ? ' *' : ''}`, {
          ...bordered,
          wrap: false,
          ...(isPinned ? { fontWeight: 'bold' } : {}),
        }),
        ...(cells[at] ?? []).map(signCell),
      ],
    ),
    ...foot.map(({ name, texts }): Row => [text(name, bordered), ...texts.map((words) => text(words, { ...bordered, ...centred, fontSize: 9 }))]),
    [],
    heading(message(language, 'grid.legend')),
    ...legend.map(({ status, glyph, words, count: has }): Row => [text(glyph, styleOf(status)), text(`${words} (${has})`, { wrap: false })]),
    ...marks.map(({ mark, words }): Row => [text(mark, { ...bordered, ...centred }), text(words, { wrap: false })]),
    [],
    ...[
      ...(count === null ? [] : [message(language, 'show.count', { count, total })]),
      // Its figures are those of a passage that was not found, which they do not say by themselves.
      ...(legend.some(({ status }) => status === 'NARROW_RECORD') ? [`◌ ${message(language, 'method.means.NARROW_RECORD')}`] : []),
      ...noteTexts(grid, language),
      ...it.attribution,
      it.disclaimer,
      message(language, 'take.citation', { title: it.title, version: methodVersion, date: dayText(language, it.asOf) }),
      addressOf(key, language, url),
    ].map((words) => noteRow(words, width, columns.length)),
  ];
  return tab(language, message(language, `view.${key}`), data, {
    columns: [{ width: nameWidth }, ...columns.map(() => ({ width }))],
    stickyRowsCount: top.length,
    stickyColumnsCount: 1,
    showGridLines: false,
  });
}

/** Size of letters at which half of them are one character of a workbook wide. */
const narrow = 1.8;
/** Widths in characters, of the names of rows and of what is easily read as a line. */
const [nameWidth, lineWidth] = [34, 120];

/** A text below the matrix over as many columns as make a line, and as high as it needs. */
function noteRow(words: string, width: number, columns: number): Row {
  const columnSpan = 1 + Math.min(columns, Math.ceil((lineWidth - nameWidth) / width));
  const lines = Math.ceil(widthOf(words, narrow) / (nameWidth + (columnSpan - 1) * width));
  return spanned(words, columnSpan, { height: lines * 15 + 2 });
}

/** A text over several columns. */
const spanned = (words: string, columnSpan: number, style: Partial<CellObject>): Row => [
  text(words, { columnSpan, ...style }),
  ...Array(columnSpan - 1).fill(null),
];

function signCell({ glyph, figure, status, isFaded }: GridCell): Cell {
  // Figures read from left to right in Arabic too.
  const words = figure === undefined ? glyph : `\u2066${glyph} ${figure}\u2069`;
  return text(words, isFaded ? { ...bordered, ...centred, textColor: line } : styleOf(status));
}

/** As cells of that status look on light paper. */
function styleOf(status: string): Partial<CellObject> {
  const colour = colourOf(status);
  const fill =
    colour === null
      ? ({ backgroundColor: '#ffffff', fillPatternStyle: 'lightUp', fillPatternColor: line } as const)
      : { backgroundColor: sixDigits(colour.fill), textColor: sixDigits(colour.ink) };
  return { ...bordered, ...centred, textColor: ink, ...fill };
}

/** Workbooks know colours of six digits alone. */
const sixDigits = (colour: string): string => (colour.length === 4 ? `#${[...colour.slice(1)].map((digit) => digit + digit).join('')}` : colour);

/** Where the page is that shows the same; of States named one by one there is none, and the workbook itself is meant. */
function addressOf(key: MatrixKey, language: Language, url: URL): string {
  const organization = url.searchParams.get('organization');
  if (organization === null) return url.href;
  const search = new URLSearchParams([...url.searchParams].filter(([name]) => name !== 'organization' && name !== 'lang'));
  return `${url.origin}${organizationPath(language, organization, key)}${search.size === 0 ? '' : `?${search}`}`;
}

/** Heads of the sheets of the matrices in words. What all lines share stands on the first tab. */
const heads: Readonly<Record<string, MessageKey | undefined>> = {
  state: 'column.code',
  state_name: 'grid.state',
  state_note: 'word.note',
  membership_note: 'column.membership',
  lapsed: 'column.lapsed',
  record_scopes: 'column.scopes',
  strategy: 'board.strategy',
  strategy_ended: 'column.ended',
  objective: 'column.key',
  objective_label: 'record.objective',
  low: 'column.low',
  high: 'column.high',
  status: 'word.status',
  basis: 'cell.basis',
  hint: 'column.hint',
  evidence_count: 'column.evidence',
  element: 'column.key',
  element_label: 'word.element',
  depth: 'elements.allPlans',
  general_depth: 'elements.generalPlans',
  threat: 'column.key',
  threat_label: 'word.threat',
  exposure: 'threatMatrix.exposureName',
  named: 'threatMatrix.named',
  planned: 'threatMatrix.plannedName',
  stale: 'threatMatrix.stale',
  scope: 'template.field.scope',
  party: 'coverage.party',
};

function listTab({ signs, columns }: Described, { header, rows }: Sheet, language: Language): Tab {
  const kept = header.flatMap((name, index) => {
    const key = heads[name];
    return key === undefined ? [] : [{ name, index, words: message(language, key) }];
  });
  const statuses = new Map(signs.map(({ status, words }) => [status, words]));
  const titles = new Map(columns.map(({ key, group }) => [key, group]));
  const said = (name: string, value: Value, row: readonly Value[]): Cell => {
    if (value === null || value === undefined || value === '') return null;
    if (typeof value === 'number') return { value, type: Number };
    if (typeof value === 'boolean') return text(message(language, value ? 'field.yes' : 'field.no'), { wrap: false });
    const strategy = name === 'strategy' ? titles.get(String(row[header.indexOf('objective')])) : undefined;
    const words = strategy ?? [value].flat().map((code) => wordsOf(name, code, statuses, language));
    return text([words].flat().join(message(language, 'separator.item')), { wrap: false });
  };
  const data: Row[] = [kept.map(({ words }) => head(words)), ...rows.map((row) => kept.map(({ name, index }) => said(name, row[index], row)))];
  const wide = ['state_name', 'objective_label', 'element_label', 'threat_label', 'status', 'strategy', 'scope'];
  return tab(language, message(language, 'column.list'), data, {
    columns: kept.map(({ name }) => ({ width: wide.includes(name) ? 36 : 16 })),
    stickyRowsCount: 1,
  });
}

function wordsOf(name: string, code: string, statuses: ReadonlyMap<string, string>, language: Language): string {
  if (name === 'status') return statuses.get(code) ?? code;
  if (name === 'basis') return message(language, `evidenceBasis.${code}` as 'evidenceBasis.READ');
  if (name === 'scope' || name === 'record_scopes') return message(language, `strategyScope.${code}` as 'strategyScope.DRUGS');
  return code;
}

/** Printed as wide as a page, with the rows that stay on the screen at the head of each. The library has no words for it. */
const onOnePageWide: Feature<Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (content) =>
          content
            .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace(/<pageSetup [^>]*\/>/, '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'),
      },
      'xl/workbook.xml': {
        transform: (content, sheets) => {
          const titles = sheets.map(
            ({ sheet = '', stickyRowsCount }, index) =>
              `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${tabInFormula(sheet)}!$1:$${stickyRowsCount}</definedName>`,
          );
          return content.replace('<definedNames/>', `<definedNames>${titles.join('')}</definedNames>`);
        },
      },
    },
  },
};
