// What every form of a page must pass before anything of it is done: it comes from a page of ours, which was shown to this account.
import type { Context as HonoContext } from 'hono';
import { AppError } from '../core/errors.ts';
import { say } from '../i18n/words.ts';
import { codeOf, languageOfCode } from '../pages/document.ts';
import type { Requested } from './in-process.ts';

/** Bytes of a form without files. */
export const formBytesMax = 100_000;

/**
 * Throws FORBIDDEN unless a page of this origin sent it. Stricter than hono/csrf, for which one of the two headers is enough: the origin must
 * be ours, and where the browser tells the site too, that must be ours as well.
 */
export function mustBeOwnPage(c: HonoContext, origin: string): void {
  const site = c.req.header('sec-fetch-site');
  if (c.req.header('origin') !== origin || (site !== undefined && site !== 'same-origin')) throw new AppError('FORBIDDEN', say('error.otherSite'));
}

/** Fields of a form. **Source** own choice: the longest form of ours has some 250. */
const formFieldsMax = 1_000;

/** The fields of a form. Throws INVALID for another type of content, LIMIT for a large one or one of too many fields. */
export async function readForm(c: HonoContext): Promise<URLSearchParams> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw new AppError('INVALID', say('error.formType'));
  const text = await c.req.text();
  if (text.length > formBytesMax) throw new AppError('LIMIT', say('error.formLarge', { max: formBytesMax }));
  if (text.split('&', formFieldsMax + 1).length > formFieldsMax) throw new AppError('LIMIT', say('error.formLong', { max: formFieldsMax }));
  return new URLSearchParams(text);
}

/** Throws UNAUTHENTICATED where nobody is signed in, FORBIDDEN where the form was not made for this account. */
export function mustHaveToken(c: HonoContext<Requested>, token: string | null): void {
  const viewer = c.get('viewer');
  const sessions = c.get('sessions');
  if (viewer.role === 'PUBLIC' || sessions === null) throw new AppError('UNAUTHENTICATED', say('error.signedOut'));
  if (token === null || !sessions.isFormToken(viewer, token)) throw new AppError('FORBIDDEN', say('error.otherAccount'));
}

/**
 * An address of a page of ours, as a path; null for anything else. What a browser would read as another host ("//", a backslash) is none:
 * the path is taken as a browser takes it, and must then begin with one of our languages.
 */
export function ownPath(given: string | null | undefined): string | null {
  if (!given || given.length > 2_000 || /[\\\s]/.test(given) || !given.startsWith('/') || !URL.canParse(given, 'http://own.invalid')) return null;
  const { origin, pathname, search, hash } = new URL(given, 'http://own.invalid');
  const [empty, code = ''] = pathname.split('/');
  return origin === 'http://own.invalid' && empty === '' && languageOfCode(code) !== null ? `${pathname}${search}${hash}` : null;
}

/** A path with a parameter more. */
export function withParameter(path: string, name: string, value: string): string {
  const url = new URL(path, 'http://own.invalid');
  url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${url.hash}`;
}

export const homePath = (c: HonoContext): string => `/${codeOf(languageOfCode(c.req.path.slice(1, 3)) ?? 'EN')}`;
