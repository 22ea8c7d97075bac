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

/** The language in which a request is told what is wrong with it: that of its page, what `lang` names, or what the reader likes best. */
export function languageOfRequest(c: HonoContext): Language {
  const [, ofPage] = /^\/(..)(?:\/|$)/.exec(c.req.path) ?? [];
  const named = languageOfCode(ofPage ?? '') ?? languageOfCode(c.req.query('lang')?.toLowerCase() ?? '');
  return named ?? languageFromHeader(c.req.header('accept-language') ?? null);
}
