// A text in several languages, as the input of mutations gives it. Pure.
import { invalid, textInput } from '../core/input.ts';
import { isLanguageTag, languages, type Texts } from './languages.ts';

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
  if (first === undefined) invalid(field, `no text is given. Give one, such as ${languages[0]}.`);
  const tag = input.originalLanguage ?? null;
  if (tag !== null && !isLanguageTag(tag))
    invalid(`${field}.originalLanguage`, 'this is no language tag. Write it as BCP 47 does, such as pt or sr-Latn.');
  if (tag === null && texts.original !== undefined) invalid(`${field}.originalLanguage`, 'say in what language the original is, such as pt.');
  return { texts, originalLanguage: tag ?? (texts.en !== undefined ? 'en' : first) };
}
