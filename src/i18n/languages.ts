// The six languages of the interface: choosing one from a request, and a text in it.

export const languages = ['EN', 'FR', 'ES', 'RU', 'ZH', 'AR'] as const;

export type Language = (typeof languages)[number];

/** How numbers, days and plurals are written. Digits are Latin in every language, as in the symbols and paragraph numbers they stand beside. */
export const localeOf = (language: Language): string => (language === 'AR' ? 'ar-u-nu-latn' : language === 'EN' ? 'en-GB' : language.toLowerCase());

/** Texts by language (en fr es ru zh ar); `original` holds one in another language. */
export type Texts = Readonly<Record<string, string>>;

/** Is this a language tag of BCP 47? */
export function isLanguageTag(tag: unknown): tag is string {
  try {
    return typeof tag === 'string' && tag.length <= 35 && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function languageOf(tag: string): Language | undefined {
  const primary = tag.split('-')[0]?.toUpperCase();
  return languages.find((language) => language === primary);
}

/** The language of ours that the reader likes best, by the quality values of Accept-Language; English where none is named. */
export function languageFromHeader(acceptLanguage: string | null): Language {
  let [best, bestQuality] = ['EN' as Language, 0];
  for (const range of (acceptLanguage ?? '').slice(0, 1_000).split(',')) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
    const written = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
    const quality = written === undefined ? 1 : Number(written);
    const language = languageOf(tag);
    if (language && quality > bestQuality && quality <= 1) [best, bestQuality] = [language, quality];
  }
  return best;
}

/**
 * A text in the language asked for, else in English, else as it was written first, with the language it is in (BCP 47).
 * `originalLanguage` (BCP 47) says in what language `texts.original` is.
 */
export function textIn(texts: Texts, language: Language, originalLanguage = 'en'): { text: string; language: string } {
  const wanted = language.toLowerCase();
  const original = texts.original ?? texts[originalLanguage];
  if (texts[wanted]) return { text: texts[wanted], language: wanted };
  if (original && languageOf(originalLanguage) === language) return { text: original, language: originalLanguage };
  if (texts.en) return { text: texts.en, language: 'en' };
  if (original) return { text: original, language: originalLanguage };
  const [first] = Object.entries(texts);
  return { text: first?.[1] ?? '', language: first?.[0] ?? originalLanguage };
}
