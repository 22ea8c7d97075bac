// A matrix drawn as SVG: the same rows, columns, signs and colours as its page at the same address, with all that has to be read with it. Pure.
import { html } from 'hono/html';
import { methodVersion } from '../alignment/method.ts';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { codeOf, directionOf, type Html } from './document.ts';
import { groupsOf, noteTexts, shortened } from './grid.ts';
import { type Described, type GridCell, gridOf } from './grid-model.ts';
import { colourOf } from './palette.ts';

// Sizes in pixels.
const [margin, cellHeight, headHeight, groupHeight, lineHeight] = [24, 26, 190, 22, 18];
const textWidthMin = 900;
const [ink, soft, line, paper] = ['#1c2126', '#4a545e', '#c9d1d8', '#ffffff'];
const fonts = 'system-ui, -apple-system, Segoe UI, Noto Sans, Noto Sans Arabic, Noto Sans CJK SC, sans-serif';

type Box = { x: number; y: number; width: number; height: number };

/** Draws a matrix; `search` is the address, for how it is to look. */
export function drawMatrix(it: Described, language: Language, search: URLSearchParams): Html {
  const grid = gridOf(it, search);
  const { rows, columns, cells, foot } = grid;
  const hasFigures = cells.some((row) => row.some(({ figure }) => figure !== undefined));
  const nameWidth = Math.min(Math.max(...rows.map(({ name }) => widthOf(name, 13)), ...foot.map(({ name }) => widthOf(name, 12)), 120) + 24, 320);
  // Few columns are drawn wider, so that their names can be read.
  const free = (textWidthMin - nameWidth) / Math.max(columns.length, 1);
  const cellWidth = Math.round(Math.max(hasFigures ? 50 : 42, Math.min(free, 100)));
  const groups = groupsOf(columns);
  const width = Math.max(nameWidth + columns.length * cellWidth, textWidthMin) + 2 * margin;
  const isRightToLeft = directionOf(language) === 'rtl';
  /** Everything is laid out from the left, and mirrored box by box where text runs from right to left. */
  const placed = (box: Box): Box => (isRightToLeft ? { ...box, x: width - box.x - box.width } : box);
  const start = (x: number) => (isRightToLeft ? width - x : x);

  const legendLines = packed(
    [
      ...grid.legend.map(({ status, glyph, words, count }) => ({ status, mark: glyph, words: `${words} (${count})` })),
      ...(rows.some(({ isLapsed }) => isLapsed) ? [{ status: 'LAPSED', mark: '', words: message(language, 'grid.lapsedSign') }] : []),
      ...grid.marks.map(({ mark, words }) => ({ status: '', mark, words })),
    ],
    width - 2 * margin,
  );
  const titleLines = wrapped(it.title, (width - 2 * margin) * 0.9, 20);
  const legendTop = margin + titleLines.length * 26 + 36;
  const top = legendTop + legendLines.length * 26 + 8;
  const headTop = top + (groups === null ? 0 : groupHeight);
  const bodyTop = headTop + headHeight;
  const footTop = bodyTop + rows.length * cellHeight;
  const notesTop = footTop + foot.length * 22 + 28;
  const notes = [
    ...noteTexts(grid, language),
    ...columns.flatMap(({ label }, index) => (shortened(label, headLimit) === label ? [] : [`${index + 1} ${label}`])),
    ...it.attribution,
    message(language, 'page.notRanked'),
    it.disclaimer,
    message(language, 'take.citation', { title: it.title, version: methodVersion, date: dayText(language, it.asOf) }),
  ].flatMap((text) => wrapped(text, width - 2 * margin, 12));
  const height = notesTop + notes.length * lineHeight + margin;

  const say = (text: string, x: number, y: number, size: number, extra: Html | '' = '') =>
    html`<text x="${start(x)}" y="${y}" font-size="${size}"${isRightToLeft ? html` direction="rtl"` : ''}${extra}>${text}</text>`;
  const middle = (text: string, { x, y, width: wide, height: high }: Box, size: number, fill: string) =>
    html`<text x="${x + wide / 2}" y="${y + high / 2}" font-size="${size}" fill="${fill}" text-anchor="middle" dominant-baseline="central">${text}</text>`;

  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" xml:lang="${codeOf(language)}" font-family="${fonts}" fill="${ink}" role="img" aria-labelledby="title description">
<title id="title">${it.title}</title>
<desc id="description">${message(language, 'page.asOf', { date: dayText(language, it.asOf) })}. ${it.disclaimer}</desc>
<defs><pattern id="none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="${paper}"/><rect width="2" height="6" fill="#d5dbe0"/></pattern>
<pattern id="lapsed" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="2" height="7" fill="#808080" fill-opacity="0.4"/></pattern></defs>
<rect width="${width}" height="${height}" fill="${paper}"/>
${titleLines.map((text, index) => say(text, margin, margin + 20 + index * 26, 20, html` font-weight="700"`))}
${say(message(language, 'page.asOf', { date: dayText(language, it.asOf) }), margin, legendTop - 16, 14, html` fill="${soft}"`)}
${legendLines.map((entries, row) =>
  entries.map(({ status, mark, words, x }) => {
    const box = placed({ x: margin + x, y: legendTop + row * 26, width: 30, height: 20 });
    return html`${signBox(box, status)}${middle(mark, box, mark.length > 3 ? 9 : 13, inkOf(status))}${say(words, margin + x + 36, legendTop + 15 + row * 26, 13)}
`;
  }),
)}
${(groups ?? []).map(({ name, count }, index) => {
  const before = (groups ?? []).slice(0, index).reduce((sum, group) => sum + group.count, 0);
  const x = margin + nameWidth + before * cellWidth;
  return say(clipped(name, count * cellWidth - 8, 12), x + 4, top + 15, 12, html` font-weight="600"`);
})}
${columns.map(({ label }, index) => {
  const box = placed({ x: margin + nameWidth + index * cellWidth, y: headTop, width: cellWidth, height: headHeight });
  const x = box.x + box.width / 2;
  return html`<g>${label === '' ? '' : html`<title>${label}</title>`}<text x="${x}" y="${bodyTop - 6}" font-size="12" font-weight="700" text-anchor="middle">${index + 1}</text>${headLines(
    label,
  ).map(
    (text, at, all) =>
      html`<text transform="translate(${x + 4 + (at - (all.length - 1) / 2) * 13} ${bodyTop - 24}) rotate(-90)" font-size="11" text-anchor="start" direction="ltr">${text}</text>`,
  )}</g>
`;
})}
${rows.map(({ name, isLapsed, isPinned, notes: of }, row) => {
  const y = bodyTop + row * cellHeight;
  const shown = `${clipped(name, nameWidth - 24, 13)}${isLapsed ? ' †' : ''}${of.length > 0 ? ' *' : ''}`;
  return html`<g>${say(shown, margin, y + 18, 13, isPinned ? html` font-weight="700"` : '')}${columns.map((_column, column) => {
    const box = placed({ x: margin + nameWidth + column * cellWidth, y, width: cellWidth, height: cellHeight });
    return drawnCell(cells[row]?.[column] as GridCell, box, isLapsed);
  })}</g>
`;
})}
${foot.map(({ name, texts }, index) => {
  const y = footTop + 4 + index * 22;
  return html`<g>${say(clipped(name, nameWidth - 8, 12), margin, y + 15, 12, html` fill="${soft}"`)}${texts.map((text, column) =>
    middle(text, placed({ x: margin + nameWidth + column * cellWidth, y, width: cellWidth, height: 22 }), 11, soft),
  )}</g>
`;
})}
${notes.map((text, index) => say(text, margin, notesTop + index * lineHeight, 12, html` fill="${soft}"`))}
</svg>
`;
}

const inkOf = (status: string): string => colourOf(status)?.ink ?? ink;

function signBox({ x, y, width, height }: Box, status: string): Html {
  const fill = status === 'LAPSED' ? 'url(#lapsed)' : status === '' ? paper : (colourOf(status)?.fill ?? 'url(#none)');
  return html`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" stroke="${line}"/>`;
}

function drawnCell({ status, glyph, figure, words, isHint, isFaded }: GridCell, box: Box, isLapsed: boolean): Html {
  const { x, y, width, height } = box;
  const lapsed = isLapsed ? html`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="url(#lapsed)"/>` : '';
  const text = html`<text x="${x + width / 2}" y="${y + height / 2}" font-size="${isHint ? 10 : 14}" fill="${inkOf(status)}" text-anchor="middle" dominant-baseline="central" direction="ltr">${glyph}${
    figure === undefined ? '' : html`<tspan font-size="9" dx="2">${figure}</tspan>`
  }</text>`;
  return html`<g${isFaded ? html` opacity="0.2"` : ''}><title>${words}</title>${signBox(box, status)}${lapsed}${text}</g>`;
}

/** Wide scripts take about a whole of the size of the letters, others about half. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + size * (/[\u1100-\uffff]/.test(character) ? 1 : 0.56), 0);

function clipped(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && widthOf(`${characters.join('')}…`, size) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Lines of a text that are not wider than that; a word that is stands alone or, without spaces, is cut. */
function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let now = '';
  const pieces = text.split(/(?<=\s)|(?<=[\u3001\u3002\uff0c\uff1b\uff1a])/);
  for (const piece of pieces) {
    if (now !== '' && widthOf(now + piece, size) > width) {
      lines.push(now.trimEnd());
      now = '';
    }
    now += piece;
  }
  return now.trim() === '' ? lines : [...lines, now.trimEnd()];
}

const headLimit = 72;
/** The name of a column in at most three lines, written upwards. */
const headLines = (label: string): string[] => wrapped(shortened(label, headLimit), headHeight - 30, 11).slice(0, 3);

/** Signs of the legend in lines of that width. */
function packed<Entry extends { words: string }>(entries: readonly Entry[], width: number): (Entry & { x: number })[][] {
  const lines: (Entry & { x: number })[][] = [];
  let x = Infinity;
  for (const entry of entries) {
    const needed = 36 + widthOf(entry.words, 13) + 24;
    if (x + needed > width) {
      lines.push([]);
      x = 0;
    }
    lines.at(-1)?.push({ ...entry, x });
    x += needed;
  }
  return lines;
}
