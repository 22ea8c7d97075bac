import { expect, test } from 'vitest';
import { searchParts, searchPartsOf, searchQueryParts } from './search-text.ts';

test.each([
  ['en', 'english'],
  ['FR', 'french'],
  ['es-419', 'spanish'],
  ['ru', 'russian'],
  ['ar', 'arabic'],
  ['pt', 'simple'],
  ['sr-Latn', 'simple'],
])('%s is read as %s', (language, configuration) => {
  expect(searchParts('text', language)).toEqual([{ configuration, text: 'text' }]);
});

test('Chinese is parted into words, and words of other scripts in it stay whole', () => {
  expect(searchParts('打击有组织犯罪', 'zh')).toEqual([{ configuration: 'simple', text: '打击 有 组织 犯罪' }]);
  expect(searchParts('支持UNODC工作', 'zh')[0]?.text).toContain('UNODC');
});

test('texts in several languages are each read in theirs, the original in its own', () => {
  expect(searchPartsOf({ original: 'Plano', en: 'Plan', fr: 'Plan' }, 'pt')).toEqual([
    { configuration: 'simple', text: 'Plano' },
    { configuration: 'english', text: 'Plan' },
    { configuration: 'french', text: 'Plan' },
  ]);
});

test('what a reader types is looked for in the language of the reader, in English and word by word', () => {
  expect(searchQueryParts('drogues', 'FR').map((part) => part.configuration)).toEqual(['french', 'english', 'simple']);
  expect(searchQueryParts('"organized crime" -drugs', 'EN')).toEqual([
    { configuration: 'english', text: '"organized crime" -drugs' },
    { configuration: 'simple', text: '"organized crime" -drugs' },
  ]);
  expect(searchQueryParts('-毒品', 'ZH')[0]?.text).toBe('-毒品');
});
