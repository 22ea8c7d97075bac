import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { languages } from './languages.ts';
import { regionName } from './regions.ts';

test('every region of the project’s own data has a name in each language', () => {
  const file = readFileSync(new URL('../../seeds/reference/flow_regions.csv', import.meta.url), 'utf8');
  const keys = parse<{ region: string }>(file, { columns: true, bom: true }).map(({ region }) => region);
  expect(keys).toContain('region:west-africa');
  for (const key of keys) {
    expect([key, regionName('EN', key).toLowerCase()]).not.toEqual([key, key]);
    expect([key, regionName('RU', key)]).toEqual([key, expect.stringMatching(/^\p{Script=Cyrillic}/u)]);
    expect([key, regionName('AR', key)]).toEqual([key, expect.stringMatching(/^\p{Script=Arabic}/u)]);
  }
});

test('a region of others is called by the words of its key', () => {
  for (const language of languages) expect(regionName(language, 'region:made-up-one')).toBe('made up one');
});
