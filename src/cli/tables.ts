// Tables for a terminal. Pure: the width is an argument.
import Table from 'cli-table3';

const noBorders = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' ',
};

/** Lines of text in columns, without colour or borders. `widths`: the widest each column may get, in characters; longer text goes on below. */
export function table(header: readonly string[], rows: readonly (readonly string[])[], widths: readonly (number | null)[] = []): string {
  const style = { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 1 };
  const built = new Table({ head: [...header], chars: noBorders, style, wordWrap: true, colWidths: [...widths] });
  built.push(...rows.map((row) => [...row]));
  return trimmed(built.toString());
}

/** Characters between two columns. */
const between = 2;

/** States by numbered columns, in as many blocks as the width needs. Every block begins with the names. */
export function grid(names: readonly string[], cells: readonly (readonly string[])[], width: number): string {
  const columns = cells[0]?.length ?? 0;
  const nameWidth = widest(names) + between;
  const columnWidth = Math.max(String(columns).length, widest(cells.flat())) + between;
  const perBlock = Math.max(5, Math.floor((width - nameWidth) / columnWidth));
  const blocks: string[] = [];
  for (let from = 0; from < columns; from += perBlock) {
    const to = Math.min(from + perBlock, columns);
    const header = ['', ...Array.from({ length: to - from }, (_, index) => String(from + index + 1))];
    blocks.push(
      table(
        header,
        names.map((name, row) => [name, ...(cells[row] ?? []).slice(from, to)]),
      ),
    );
  }
  return blocks.join('\n\n');
}

const widest = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, text.length), 0);

const trimmed = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');

/** "1  first", "2  second": what stands at the head of numbered columns, in words. */
export function numbered(lines: readonly string[]): string {
  const width = String(lines.length).length;
  return lines.map((line, index) => `${String(index + 1).padStart(width + 2)}  ${line}`).join('\n');
}
