import { expect, test } from 'vitest';
import { say } from '../i18n/words.ts';
import { readText } from './texts.ts';

test('a text is kept composed and without blanks at its ends', () => {
  expect(readText('  Cafe\u0301\n')).toEqual({ value: 'Caf\u00e9' });
});

test('a text may have as many characters as it may have, counted once it is composed', () => {
  expect(readText('a'.repeat(20_000))).toHaveProperty('value');
  expect(readText('e\u0301'.repeat(500), 500)).toEqual({ value: '\u00e9'.repeat(500) });
  expect(readText('a'.repeat(501), 500)).toEqual({ problem: say('error.longText', { length: 501, max: 500 }) });
});

test('no text, code 0 and half characters are refused', () => {
  for (const wrong of ['', ' \n', 'a\0b', '\ud800 half', 'half \udfff']) expect(readText(wrong)).toHaveProperty('problem');
});
