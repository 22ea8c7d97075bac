// Texts in several languages, as titles and labels have them. Pure.
import * as v from 'valibot';
import { isLanguageTag } from '../i18n/languages.ts';
import { quote } from './problems.ts';
import { text, type title } from './shapes.ts';

/** Texts by language (en fr es ru zh ar), `original` in `original_language` (BCP 47). */
export type TextsValue = { texts: Record<string, string>; original_language: string };

export const languageCodes = ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const;

/** A text in English, or a map of languages: { en, fr, es, ru, zh, ar, original, original_language }. */
export function texts(schema: typeof title | typeof text = text) {
  return v.pipe(
    v.unknown(),
    v.rawTransform<unknown, TextsValue>(({ dataset, addIssue, NEVER }) => {
      const given =
        typeof dataset.value === 'object' && dataset.value !== null && !Array.isArray(dataset.value) ? dataset.value : { en: dataset.value };
      const { original_language: tag, ...byLanguage }: Record<string, unknown> = { ...given };
      const issue = (key: string, message: string) =>
        addIssue({ message, path: given === dataset.value ? [{ type: 'object', origin: 'value', input: {}, key, value: null }] : undefined });
      const found: Record<string, string> = {};
      let isGood = true;
      for (const [language, written] of Object.entries(byLanguage)) {
        if (language !== 'original' && !languageCodes.some((code) => code === language)) {
          issue(
            language,
            `${quote(language)} is not one of ${languageCodes.join(', ')}. Write a text in another language as "original", its language as "original_language".`,
          );
          isGood = false;
          continue;
        }
        const read = v.safeParse(schema, written);
        if (read.success) found[language] = read.output;
        else {
          issue(language, read.issues[0].message);
          isGood = false;
        }
      }
      if (tag !== undefined && !isLanguageTag(tag)) {
        issue('original_language', `${quote(tag)} is no language tag. Write it as BCP 47 does, such as pt or sr-Latn.`);
        return NEVER;
      }
      if ('original' in byLanguage && tag === undefined) {
        issue('original', 'its language is not given. Add "original_language".');
        return NEVER;
      }
      if (!isGood) return NEVER;
      const [first] = Object.keys(found);
      if (first === undefined) {
        issue('en', 'no text is given. Give one.');
        return NEVER;
      }
      return { texts: found, original_language: isLanguageTag(tag) ? tag : 'en' in found ? 'en' : first };
    }),
  );
}
