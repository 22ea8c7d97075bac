// The language of a file that is asked for by its address.
import type { Context as HonoContext } from 'hono';
import { AppError } from '../core/errors.ts';
import { type Language, languageFromHeader, languages } from '../i18n/languages.ts';
import { codeOf, languageOfCode } from '../pages/document.ts';

/** The argument `lang`, else what the reader likes best. Throws INVALID for another. */
export function languageOfFile(c: HonoContext): Language {
  const lang = c.req.query('lang');
  const language = lang === undefined ? languageFromHeader(c.req.header('accept-language') ?? null) : languageOfCode(lang.toLowerCase());
  if (language === null) throw new AppError('INVALID', `lang: give one of ${languages.map(codeOf).join(', ')}.`);
  return language;
}
