// A text in several languages, as the input of mutations gives it. Pure.

import { isLanguageTag, languages, type Texts } from '../i18n/languages.ts';
import { say } from '../i18n/words.ts';
import { invalid, textInput } from './input.ts';

/** A text by language, `original` in `originalLanguage` (BCP 47), as it is sent. */
export type TextsInput = { readonly [Language in (typeof languages)[number] | 'original' | 'originalLanguage']?: string | null | undefined };

/** A text by language as it is kept: keys in small letters, `original` in `originalLanguage`. */
export type LanguageTexts = { texts: Texts; originalLanguage: string };

/** The texts that were given, with the language that was written first: the one named, else English, else the first there is. Throws INVALID. */
export function readTexts(input: TextsInput, field: string, lengthMax?: number): LanguageTexts {
  const texts: Record<string, string> = {};
  for (const key of [...languages, 'original'] as const) {
    const written = input[key];
    if (written != null) texts[key === 'original' ? key : key.toLowerCase()] = textInput(written, `${field}.${key}`, lengthMax);
  }
  const [first] = Object.keys(texts);
  if (first === undefined) invalid(field, say('error.noText', { language: languages[0] }));
  const tag = input.originalLanguage ?? null;
  if (tag !== null && !isLanguageTag(tag)) invalid(`${field}.originalLanguage`, say('error.noLanguageTag'));
  if (tag === null && texts.original !== undefined) invalid(`${field}.originalLanguage`, say('error.originalLanguage'));
  return { texts, originalLanguage: tag ?? (texts.en !== undefined ? 'en' : first) };
}
