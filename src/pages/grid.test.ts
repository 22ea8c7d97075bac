// Matrices of made-up data: what the address does to them, how large a page of them becomes, and how they are drawn.
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { publicViewer } from '../core/viewer.ts';
import { languages } from '../i18n/languages.ts';
import { drawings } from './drawings.ts';
import { framed } from './frame.ts';
import { gridOf } from './grid-model.ts';
import { describedAlignment, matrixScreen } from './matrix-screen.ts';
import { Address, type Shown } from './screen.ts';

const statuses = ['ALIGNED', 'PARTIAL', 'GAP', 'NARROW_RECORD', 'UNREAD', 'NO_RECORD'] as const;
type Status = (typeof statuses)[number];
type Matrix = Parameters<typeof describedAlignment>[0];

/** A matrix in which a cell says what `statusAt` gives. */
function madeUp(rows: number, columns: number, statusAt: (row: number, column: number) => Status): Matrix {
  const cells = <T>(of: (row: number, column: number) => T) =>
    Array.from({ length: rows }, (_row, row) => Array.from({ length: columns }, (_column, column) => of(row, column)));
  const summary = { aligned: 1, partial: 1, gap: 1, read: 3, members: rows, low: null, high: null, completeness: null };
  return {
    asOf: '2026-06-01',
    method: { version: '2026-11' },
    disclaimer: 'No ranking of States is made.',
    attribution: [],
    organization: { key: 'xorg', name: 'Made-up <Organization>' },
    ended: false,
    strategies: [{ key: 'xorg-plan', title: 'Made-up plan & more' }],
    rows: Array.from({ length: rows }, (_none, row) => ({
      key: `X${String.fromCharCode(65 + Math.floor(row / 26))}${String.fromCharCode(65 + (row % 26))}`,
      name: `State number ${row}`,
      note: null,
    })),
    rowNotes: Array.from({ length: rows }, () => null),
    lapsed: Array.from({ length: rows }, (_none, row) => row === 1),
    recordScopes: Array.from({ length: rows }, () => []),
    columns: Array.from({ length: columns }, (_none, column) => ({
      key: `xorg-plan.p${Math.floor(column / 9)}.o${column}`,
      label: `Objective ${column}: strengthen the ${['courts', 'police', 'borders', 'customs', 'prisons'][column % 5]} against ${['fraud', 'arms', 'drugs'][column % 3]}`,
      strategy: { key: 'xorg-plan' },
    })),
    lows: cells(() => 0),
    highs: cells(() => 1),
    statuses: cells(statusAt),
    bases: cells(() => 'READ'),
    hints: cells(() => 0),
    evidenceCounts: cells(() => 0),
    columnSummaries: Array.from({ length: columns }, () => summary),
    unseenStrategies: [],
  };
}

/** The same numbers at every run, without any order that would compress well. */
const scattered = (row: number, column: number): Status =>
  statuses[(Math.imul(row * 131 + column + 7, 2654435761) >>> 13) % statuses.length] as Status;

const shownAt = (search: string, language: Shown['language'] = 'EN'): Shown => ({
  language,
  address: new Address('/r/xorg/matrix', { organization: 'xorg' }, new URLSearchParams(search)),
  viewer: publicViewer,
  today: '2026-06-01',
  formToken: null,
});

async function pageOf(matrix: Matrix, shown: Shown): Promise<string> {
  const rendered = matrixScreen.render({ alignmentMatrix: matrix }, shown);
  const operation = matrixScreen.ask(shown.address, shown);
  return String(await framed({ shown, rendered, operation, unknown: [], account: '', origin: 'https://example.org' }));
}

const gridFor = (matrix: Matrix, search: string) => gridOf(describedAlignment(matrix, 'EN'), new URLSearchParams(search));

test.each(languages)('a page of 60 States and 120 objectives, each cell with its keys, is no more than 60 kB compressed: %s', async (language) => {
  const text = await pageOf(madeUp(60, 120, scattered), shownAt('', language));
  expect(text.match(/<td data-column="[^"]+" data-row="[^"]+" data-status=/g)).toHaveLength(7200);
  expect(gzipSync(text).length).toBeLessThanOrEqual(60_000);
});

describe('what the address asks for', () => {
  const matrix = madeUp(4, 3, (row, column) => (column === 2 ? 'GAP' : row % 2 === 0 ? 'ALIGNED' : 'PARTIAL'));

  test('pinned rows stand first; rows that are alike stand together', () => {
    expect(gridFor(matrix, 'pin=XAD,XAC').rows.map(({ key }) => key)).toEqual(['XAC', 'XAD', 'XAA', 'XAB']);
    expect(gridFor(matrix, 'order=similarity').rows.map(({ key }) => key)).toEqual(['XAA', 'XAC', 'XAB', 'XAD']);
  });

  test('a column in which all are the same is left out where only differences are asked for', () => {
    expect(gridFor(matrix, 'only=differences').columns).toHaveLength(2);
  });

  test('cells of other statuses are faded and counted, and keep what they say', () => {
    const { cells, shown, total, legend } = gridFor(matrix, 'show=GAP,PARTIAL');
    expect([shown, total]).toEqual([8, 12]);
    expect(cells[0]?.map(({ status, isFaded }) => `${status} ${isFaded}`)).toEqual(['ALIGNED true', 'ALIGNED true', 'GAP false']);
    expect(legend.map(({ status, count, isShown }) => `${status} ${count} ${isShown}`)).toEqual(['ALIGNED 4 false', 'PARTIAL 4 true', 'GAP 4 true']);
  });

  test('a status that is none is refused with those that are', () => {
    expect(() => gridFor(matrix, 'show=WORST')).toThrow(/show: "WORST" is none of ALIGNED, PARTIAL/);
  });

  test('one State is a list with words, with ways to the one before and after', async () => {
    const text = await pageOf(matrix, shownAt('row=XAB'));
    const list = text.slice(text.indexOf('<section id="row"'), text.indexOf('<div class="scroll"'));
    expect(list).toContain('State number 1');
    expect(list).toContain('partly aligned');
    expect(list).toContain('href="/en/r/xorg/matrix?row=XAA#row"');
    expect(list).toContain('href="/en/r/xorg/matrix?row=XAC#row"');
  });
});

describe('a drawing', () => {
  const draw = async (search: string, language: Shown['language'] = 'EN') =>
    String(await drawings.matrix?.({ alignmentMatrix: madeUp(4, 3, scattered) }, language, new URLSearchParams(search)));

  test('has every row, column and sign of the page in its order, the day, the disclaimer, and no style of its own', async () => {
    const svg = await draw('pin=XAD');
    const { rows, columns, cells } = gridFor(madeUp(4, 3, scattered), 'pin=XAD');
    const names = [...svg.matchAll(/>(State number \d)[^<]*</g)].map((match) => match[1]);
    expect(names).toEqual(rows.map(({ name }) => name));
    for (const { label } of columns) expect(svg).toContain(`<title>${label}</title>`);
    expect([...svg.matchAll(/<g><title>([^<]*)<\/title><rect/g)].map((match) => match[1])).toEqual(cells.flat().map(({ words }) => words));
    for (const text of ['1 June 2026', 'No ranking of States is made.', 'viewBox="0 0 ']) expect(svg).toContain(text);
    expect(svg).not.toMatch(/style|<script|\son[a-z]+=/);
  });

  test('writes what it is given as text', async () => {
    const svg = await draw('');
    expect(svg).toContain('Made-up &lt;Organization&gt;');
    expect(svg).not.toContain('<Organization>');
  });

  test('runs from right to left in Arabic: the first column is the last from the left', async () => {
    const places = async (language: Shown['language']) =>
      [...(await draw('', language)).matchAll(/<text x="([\d.]+)" y="[\d.]+" font-size="12" font-weight="700"[^>]*>\d</g)].map((match) =>
        Number(match[1]),
      );
    const [english, arabic] = [await places('EN'), await places('AR')];
    expect(english).toHaveLength(3);
    expect(english).toEqual(english.toSorted((a, b) => a - b));
    expect(arabic).toEqual(arabic.toSorted((a, b) => b - a));
  });
});
