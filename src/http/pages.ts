// Pages for people: each is one operation, answered for the viewer of the request, readable without any script.
import { Hono, type Context as HonoContext } from 'hono';
import { compress } from 'hono/compress';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AppError } from '../core/errors.ts';
import { type Language, languageFromHeader, languages } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { inWords } from '../i18n/words.ts';
import { doneMessage } from '../pages/actions.ts';
import { codeOf, type Html, languageOfCode, problemPage, scriptPath, stylePath } from '../pages/document.ts';
import { framed } from '../pages/frame.ts';
import { Address, type Screen } from '../pages/screen.ts';
import { script } from '../pages/script.ts';
import { styleSheet } from '../pages/style.ts';
import { type AskInProcess, type Requested, today } from './in-process.ts';

/** A page loads its style sheet and script, and asks for parts of pages; all from here. Forms come back here. */
export const policyOfPages =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

export const languageParts = `(?:${languages.map(codeOf).join('|')})`;

/** Paths of what is answered here, but for style sheet and script: who asks is to be known before. */
export const pagePaths = [`/:lang{${languageParts}}`, `/:lang{${languageParts}}/*`, '/export/*'];

type PagesOptions = {
  screens: readonly Screen[];
  ask: AskInProcess;
  now: () => Date;
  /** What stands in the bar of every page about who is signed in. */
  accountOf: (c: HonoContext<Requested>, language: Language) => Html | '';
  /** Origin by which the pages are known outside; null: that of each request. */
  publicUrl: string | null;
};

/** Routes of the screens, and of what they load. */
export function pageRoutes({ screens, ask, now, accountOf, publicUrl }: PagesOptions) {
  const app = new Hono<Requested>();
  app.use(pagePaths[0] as string, compress());
  app.use(pagePaths[1] as string, compress());
  app.use('/assets/*', compress());

  const show = async (c: HonoContext<Requested>, screen: Screen) => {
    const url = new URL(c.req.url);
    const language = languageOfCode(c.req.param('lang') ?? '') ?? 'EN';
    const viewer = c.get('viewer');
    // Where a form came back from what it did: told once, to those who are signed in, and no part of the address of the page.
    const done = url.searchParams.get('done');
    url.searchParams.delete('done');
    const key = done === null ? null : doneMessage(done);
    const told = key && viewer.role !== 'PUBLIC' ? ((await c.get('sessions')?.told(c, viewer)) ?? message(language, key)) : null;
    const address = new Address(url.pathname.replace(/^\/[^/]+/, ''), c.req.param() as Record<string, string>, url.searchParams);
    const shown = { language, address, viewer, today: today(now), formToken: formTokenOf(c) };
    pageHeaders(c, language);
    try {
      const operation = screen.ask(address, shown);
      const { data, errors, status } = operation === null ? { data: null, errors: [], status: 200 } : await ask(c, language, operation);
      const [problem] = errors;
      if (problem && isMissing(data)) return wrong(c, language, address, problem.message, statusOfPage(problem.extensions.code, status));
      const rendered = screen.render(data, shown);
      const unknown = [...new Set(address.search.keys())].filter((name) => !screen.parameters.includes(name)).map((name) => name.slice(0, 40));
      const part = problem && html`<p class="notice" role="note">${message(language, 'page.partial', { problem: problem.message })}</p>`;
      const notice = told && html`<p class="notice" role="status">${told}</p>`;
      const whole = part || notice ? { ...rendered, body: html`${notice ?? ''}${part ?? ''}${rendered.body}` } : rendered;
      return c.html(framed({ shown, rendered: whole, operation, unknown, account: accountOf(c, language), origin: publicUrl ?? url.origin }));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return wrong(c, language, address, inWords(language, error.said), statusOfPage(error.code, 400));
    }
  };

  const wrong = (c: HonoContext<Requested>, language: Language, address: Address, problem: string, status: ContentfulStatusCode) =>
    c.html(
      problemPage(language, problem, (other) => address.with(other), accountOf(c, language)),
      status,
    );

  for (const screen of screens) app.get(`/:lang{${languageParts}}${screen.path}`, (c) => show(c as HonoContext<Requested>, screen));
  app.get(`/:lang{${languageParts}}/r/:organization`, (c) => c.redirect(`${c.req.path}/overview`, 302));
  app.get('/', (c) => c.redirect(`/${codeOf(languageFromHeader(c.req.header('accept-language') ?? null))}`, 302));
  const asset = (c: HonoContext<Requested>, type: string, text: string) =>
    c.body(text, 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=3600' });
  app.get(stylePath, (c) => asset(c, 'text/css', styleSheet));
  app.get(scriptPath, (c) => asset(c, 'text/javascript', script));
  return app;
}

/** A token for the forms of one page; null for those who are not signed in to pages. */
export function formTokenOf(c: HonoContext<Requested>): string | null {
  const viewer = c.get('viewer');
  return viewer.role === 'PUBLIC' ? null : (c.get('sessions')?.formToken(viewer) ?? null);
}

export function pageHeaders(c: HonoContext, language: Language): void {
  c.header('content-security-policy', policyOfPages);
  c.header('content-language', codeOf(language));
  // A form is sent with the origin of its page, which tells it from one of another site.
  c.header('referrer-policy', 'same-origin');
  c.header('vary', 'Cookie, Accept-Encoding');
}

/** What a page is about is the first thing that it asks for: without it there is no page, whatever else was answered. */
const isMissing = (data: unknown): boolean => data === null || (Object.values(data as object)[0] ?? null) === null;

const statuses: Readonly<Record<string, ContentfulStatusCode>> = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  LIMIT: 400,
};

/** HTTP status of a page that cannot be shown, by the code of its error. */
export const statusOfPage = (code: string, status: number): ContentfulStatusCode => statuses[code] ?? (status === 503 ? 503 : 500);
