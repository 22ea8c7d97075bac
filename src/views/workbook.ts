// A sheet as a workbook of Excel. Loaded only when one is asked for.
import writeXlsxFile from 'write-excel-file/node';
import type { Cell, Sheet } from './view.ts';

/** Bytes of a workbook with one sheet. Texts are stored as texts, so that none is a formula; unknown is an empty cell. */
export async function xlsxOf({ header, rows }: Sheet, name: string, isRightToLeft: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const head = header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const data = [head, ...rows.map((row) => row.map(cellOf))];
  const columns = header.map((title, index) => ({ width: widthOf([title, ...rows.slice(0, 200).map((row) => row[index])]) }));
  const buffer = await writeXlsxFile(data, { sheet: name.slice(0, 31), columns, stickyRowsCount: 1, rightToLeft: isRightToLeft }).toBuffer();
  return new Uint8Array(buffer);
}

/** Characters a cell of Excel may hold. */
const textLengthMax = 32_767;

function cellOf(cell: Cell) {
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  const text = typeof cell === 'string' ? cell : cell.join(' ');
  return { value: text.slice(0, textLengthMax), type: String };
}

/** Wide enough for most of what the column holds, in characters. */
function widthOf(cells: readonly Cell[]): number {
  const longest = Math.max(...cells.map((cell) => String(cell ?? '').length));
  return Math.min(Math.max(longest + 2, 8), 50);
}
