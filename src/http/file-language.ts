// The language of what is asked for by its address.
import type { Context as HonoContext } from 'hono';
import { AppError } from '../core/errors.ts';
import { type Language, languageFromHeader, languages } from '../i18n/languages.ts';
import { at, say } from '../i18n/words.ts';
import { codeOf, languageOfCode } from '../pages/document.ts';

/** The argument `lang`, else what the reader likes best. Throws INVALID for another. */
export function languageOfFile(c: HonoContext): Language {
  const lang = c.req.query('lang');
  const language = lang === undefined ? languageFromHeader(c.req.header('accept-language') ?? null) : languageOfCode(lang.toLowerCase());
  if (language === null) throw new AppError('INVALID', at('lang', say('error.giveOneOf', { values: languages.map(codeOf).join(', ') })));
  return language;
}

/** The language of the page that an address names; null where it is none of a page. */
export function languageOfPage(c: HonoContext): Language | null {
  const [, code = ''] = /^\/(..)(?:\/|$)/.exec(c.req.path) ?? [];
  return languageOfCode(code);
}

/** The language in which a request is told what is wrong with it: that of its page, what `lang` names, or what the reader likes best. */
export function languageOfRequest(c: HonoContext): Language {
  const named = languageOfPage(c) ?? languageOfCode(c.req.query('lang')?.toLowerCase() ?? '');
  return named ?? languageFromHeader(c.req.header('accept-language') ?? null);
}
