import { describe, expect, test } from 'vitest';
import { languageFromHeader, textIn } from './languages.ts';

describe('the language of a request', () => {
  test.each([
    [null, 'EN'],
    ['', 'EN'],
    ['de, pt-BR', 'EN'],
    ['fr', 'FR'],
    ['fr-CA,en;q=0.8', 'FR'],
    ['en;q=0.5, es-419;q=0.9', 'ES'],
    ['zh-Hant-TW', 'ZH'],
    ['AR;Q=0.3, ru; q=0.2', 'AR'],
    ['*, ru;q=0.1', 'RU'],
    ['fr;q=0, es;q=0.1', 'ES'],
    ['fr;q=nonsense, ru;q=2, es;q=0.4', 'ES'],
    ['ru, ar', 'RU'],
  ])('%s asks for %s', (header, language) => {
    expect(languageFromHeader(header)).toBe(language);
  });
});

describe('a text', () => {
  test('is given in the language asked for', () => {
    expect(textIn({ en: 'Jamaica', fr: 'Jamaïque' }, 'FR')).toEqual({ text: 'Jamaïque', language: 'fr' });
  });
  test('is given in English where the language asked for is missing', () => {
    expect(textIn({ en: 'Jamaica', original: 'Yamaye' }, 'RU', 'tnq')).toEqual({ text: 'Jamaica', language: 'en' });
  });
  test('is given in its original where there is no English', () => {
    expect(textIn({ original: 'Plano nacional' }, 'RU', 'pt-BR')).toEqual({ text: 'Plano nacional', language: 'pt-BR' });
  });
  test('that was written in the language asked for is given as written, before English', () => {
    expect(textIn({ en: 'National plan', original: 'Plan nacional' }, 'ES', 'es-CO')).toEqual({ text: 'Plan nacional', language: 'es-CO' });
  });
});
