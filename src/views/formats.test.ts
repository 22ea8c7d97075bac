import { expect, test } from 'vitest';
import { grid, table } from '../cli/tables.ts';
import { csvOf } from './formats.ts';

test('a cell that a spreadsheet would take for a formula gets an apostrophe; numbers, truth and unknown stay what they are', () => {
  const rows = [
    ['=1', '+1', '-1', '@a', '\ta', '\rb'],
    [-1, 0.5, true, false, null, ['A', 'B']],
  ];
  expect(csvOf({ header: ['a', 'b', 'c', 'd', 'e', 'f'], rows })).toBe(
    '\ufeffa,b,c,d,e,f\r\n' + `'=1,'+1,'-1,'@a,'\ta,"'\rb"\r\n` + '-1,0.5,true,false,,A B\r\n',
  );
});

test('text with quotes, commas and line ends stays one cell', () => {
  expect(csvOf({ header: ['a'], rows: [['x\ny']] })).toBe('\ufeffa\r\n"x\ny"\r\n');
  expect(csvOf({ header: ['a'], rows: [['x, "y"\nz']] })).toBe('\ufeffa\r\n"x, ""y""\nz"\r\n');
});

test('a grid wider than the terminal goes on in further blocks, each with the names', () => {
  const cells = [['●', '○', '◐', '', '●', '·', '●']];
  expect(grid(['XAA'], cells, 20)).toBe(['     1  2  3  4  5', 'XAA  ●  ○  ◐     ●', '', '     6  7', 'XAA  ·  ●'].join('\n'));
});

test('a table has no borders and no colour', () => {
  expect(table(['', 'added'], [['link', '2']])).toBe('      added\nlink  2');
});
