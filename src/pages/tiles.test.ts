import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { tilesOf } from './tiles.ts';

const rowsOf = (file: string) =>
  parse<Record<string, string>>(readFileSync(new URL(`../../seeds/reference/${file}`, import.meta.url), 'utf8'), { columns: true, bom: true });
const placeOf = ({ row, column }: { row: number; column: number }) => `${row} ${column}`;

test('every state and territory of the reference data has a tile of its own', () => {
  const keys = [...rowsOf('states.csv').map(({ iso3 = '' }) => iso3), ...rowsOf('territories.csv').map(({ code = '' }) => code)];
  const tiles = tilesOf(keys);
  const below = Math.max(...tilesOf(['ISL', 'LSO', 'XAA']).map(({ row }) => row));
  expect(tiles.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
  expect(new Set(tiles.map(placeOf)).size).toBe(keys.length);
  expect(below).toBeGreaterThan(0);
  expect(Math.max(...tiles.map(({ row }) => row))).toBeLessThan(Math.max(...tilesOf([...keys, 'XAA']).map(({ row }) => row)));
});

test('tiles are moved together and keep their order; a made-up state stands in a row of its own', () => {
  // Canada far west and Mongolia far east: one empty column is kept between them.
  expect(tilesOf(['MNG', 'CAN', 'XAA'])).toEqual([
    { key: 'MNG', row: 2, column: 2 },
    { key: 'CAN', row: 0, column: 0 },
    { key: 'XAA', row: 4, column: 0 },
  ]);
  expect(tilesOf([])).toEqual([]);
});
