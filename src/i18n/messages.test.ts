import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { en, type MessageKey } from './catalogue/en.ts';
import { type Language, languages } from './languages.ts';
import { catalogues, message } from './messages.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
type Argument = { name: string; forms: string[] | null };

const keys = Object.keys(en) as MessageKey[];
const others = languages.filter((language) => language !== 'EN');

/** The forms of number that whole counts take. French and Spanish "many" is for millions alone and reads like "other". */
const pluralForms: Record<Language, string[]> = {
  EN: ['one', 'other'],
  FR: ['one', 'other'],
  ES: ['one', 'other'],
  RU: ['few', 'many', 'one', 'other'],
  ZH: ['other'],
  AR: ['few', 'many', 'one', 'other', 'two', 'zero'],
};

function argumentsOf(elements: readonly Element[]): Argument[] {
  return elements.flatMap((element): Argument[] => {
    if ('pluralType' in element) {
      const inside = Object.values(element.options).flatMap(({ value }) => argumentsOf(value));
      return [{ name: element.value, forms: Object.keys(element.options).toSorted() }, ...inside];
    }
    return 'value' in element && element.type !== 0 ? [{ name: String(element.value), forms: null }] : [];
  });
}

const read = (language: Language, key: MessageKey) => argumentsOf(new IntlMessageFormat(catalogues[language][key], 'en').getAst());
const namesOf = (found: readonly Argument[]) => [...new Set(found.map(({ name, forms }) => `${name}${forms ? ', plural' : ''}`))].toSorted();

describe.each(others)('%s', (language) => {
  test('has a text for every key, and no other', () => {
    expect(Object.keys(catalogues[language]).toSorted()).toEqual([...keys].toSorted());
    expect(keys.filter((key) => catalogues[language][key] === '')).toEqual(language === 'ZH' ? ['separator.sentence'] : []);
  });

  test('takes the same arguments as English in every message', () => {
    const differing = keys.filter((key) => namesOf(read(language, key)).join() !== namesOf(read('EN', key)).join());
    expect(differing).toEqual([]);
  });
});

describe.each(languages)('%s', (language) => {
  test('has every form of number its grammar asks for', () => {
    const plurals = keys.flatMap((key) => read(language, key).flatMap(({ forms }) => (forms ? [{ key, forms }] : [])));
    expect(plurals.length).toBeGreaterThan(0);
    expect(plurals.filter(({ forms }) => forms.join() !== pluralForms[language].join())).toEqual([]);
  });

  test('fills every message, with Latin digits alone', () => {
    const texts = keys.map((key) => message(language, key, Object.fromEntries(read(language, key).map(({ name }) => [name, 11]))));
    expect(texts.filter((text) => /[{}#]|\p{Nd}/u.test(text.replace(/[0-9]/g, '')))).toEqual([]);
  });
});

test('a count is told in the words of the language', () => {
  const told = (language: Language, count: number) => message(language, 'unseenStrategy', { title: 'P', count });
  expect(told('EN', 1)).toBe('P: none of its 1 node was seen in a source, so none counts here; ask with includeUnseen to see them.');
  expect(told('EN', 12)).toBe('P: none of its 12 nodes was seen in a source, so none counts here; ask with includeUnseen to see them.');
  expect([1, 3, 5, 21].map((count) => /\d+ \p{L}+/u.exec(told('RU', count))?.[0])).toEqual(['1 узла', '3 узлов', '5 узлов', '21 узла']);
  const links = [0, 1, 2, 3, 11, 100].map((count) => message('AR', 'cell.links', { count, list: 'X' }).split(':')[0]);
  expect(links).toEqual(['لا تُحتسب أي صلة', 'تُحتسب صلة واحدة', 'تُحتسب صلتان', 'تُحتسب 3 صلات', 'تُحتسب 11 صلةً', 'تُحتسب 100 صلة']);
});

test('in Arabic what is not Arabic is isolated, once', () => {
  expect(message('AR', 'quoted', { text: 'caa-plan' })).toBe('«\u2066caa-plan\u2069»');
  expect(message('AR', 'quoted', { text: 'خطة' })).toBe('«خطة»');
  expect(message('AR', 'quoted', { text: message('AR', 'quoted', { text: 'A' }) })).toBe('««\u2066A\u2069»»');
  expect(message('FR', 'quoted', { text: 'caa-plan' })).toBe('«\u00a0caa-plan\u00a0»');
});

test('no message ranks or blames in English, and French punctuation does not break', () => {
  expect(keys.filter((key) => /\b(fail\w*|weak\w*|lag\w*|worst|best|poor\w*|gap)\b/i.test(en[key]))).toEqual([]);
  expect(keys.filter((key) => / [:;»]|« /.test(catalogues.FR[key]))).toEqual([]);
  expect(languages.flatMap((language) => keys.filter((key) => catalogues[language][key].includes("'")))).toEqual([]);
});

test('a message without one of its values is refused', () => {
  expect(() => message('EN', 'unseenStrategy', { count: 2 })).toThrow('title');
});
