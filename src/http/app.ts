// All routes: a request gets an id, a database, a viewer, and an answer. What it needs is passed in, so it runs on Node and in a Worker.
import type { GraphQLSchema } from 'graphql';
import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { publicViewer } from '../core/viewer.ts';
import { type Language, languageFromHeader } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { inWords, say, type Words } from '../i18n/words.ts';
import { accountBar } from '../pages/account.ts';
import { codeOf, problemPage, queryPage } from '../pages/document.ts';
import { screens } from '../pages/screens.ts';
import type { Database } from '../store/db.ts';
import { answerType } from './accept.ts';
import { actionRoutes } from './actions.ts';
import { type Authenticate, createAuthenticate } from './auth.ts';
import { briefRoutes } from './brief-pages.ts';
import { type Asked, createEndpoint } from './endpoint.ts';
import { errorBody, type MaskedCode, maskError } from './errors.ts';
import { exportRoutes } from './exports.ts';
import { languageOfPage, languageOfRequest } from './file-language.ts';
import { formBytesMax, mustBeOwnPage } from './forms.ts';
import { secureHeaders } from './headers.ts';
import { bodyBytesMax } from './import-gate.ts';
import { importPath, importRoutes } from './import-pages.ts';
import { askInProcess, type Requested } from './in-process.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { logError, logNote, logRequest } from './log.ts';
import { formTokenOf, pageHeaders, pagePaths, pageRoutes, statusOfPage } from './pages.ts';
import { readParams, tooLarge } from './params.ts';
import type { People } from './people.ts';
import { callbackPath } from './provider.ts';
import { accountOf, createRates, type RateSettings } from './rates.ts';
import { createSessions } from './session.ts';
import { signInRoutes } from './sign-in.ts';

/** Runs `use` with the database of a request, and lets go of it afterwards. */
export type Connect = <T>(c: HonoContext, use: (db: Database) => Promise<T>) => Promise<T>;

export type AppOptions = {
  schema: GraphQLSchema;
  connect: Connect;
  /** Is the database migrated and seeded? May throw where it does not answer. */
  isReady: (db: Database) => Promise<boolean>;
  /** Told at /version. */
  version: { name: string; version: string; method: string };
  limits?: Limits;
  /** Tells who asks; none: every token is refused, and the public view is left. */
  authenticate?: Authenticate;
  /** How much one account, or one address where nobody signed in, may ask in a time; none: as much as it likes. */
  rate?: { settings: RateSettings; addressOf: (c: HonoContext) => string } | null;
  /** How people sign in to pages; none: nobody does, and pages say nothing of it. */
  people?: People | null;
  now?: () => Date;
  /** Answers below /graphiql; none: a hint where to find it. */
  graphiql?: Hono;
};

/** Where people are known by their session. */
const asPeople = [...pagePaths, callbackPath];

const readyMsMax = 2_000;

export function createApp(options: AppOptions) {
  const { schema, connect, isReady, version, limits = defaultLimits, now = () => new Date(), graphiql } = options;
  const authenticate = options.authenticate ?? createAuthenticate(null);
  const rate = options.rate ? { ...createRates(options.rate.settings, now), addressOf: options.rate.addressOf } : null;
  const people = options.people ?? null;
  const publicUrl = people?.publicUrl ?? null;
  const sessions = people && createSessions(people.secret, people.isSecure, now);
  const endpoint = createEndpoint(schema, limits);
  const app = new Hono<Requested>();

  app.use(async (c, next) => {
    const started = performance.now();
    const requestId = crypto.randomUUID(); // Made here: an id from outside could imitate another request in the log.
    c.set('requestId', requestId);
    c.header('x-request-id', requestId);
    await next();
    const ms = Math.round((performance.now() - started) * 10) / 10;
    logRequest({ requestId, method: c.req.method, path: c.req.path.slice(0, 200), status: c.res.status, ms, operation: c.get('operation') });
  });
  app.use(secureHeaders);

  // Before anything of the request but its headers is read.
  app.on('ALL', ['/graphql', ...asPeople], async (c, next) => {
    const authorization = c.req.header('authorization') ?? null;
    // The API believes no cookie: nothing that a page of another site makes a browser send changes anything there.
    const isOfPages = authorization === null && c.req.path !== '/graphql';
    c.set('sessions', isOfPages ? sessions : null);
    const signedIn = isOfPages && sessions ? await sessions.find(c) : null;
    if (signedIn) c.set('viewer', signedIn);
    if (signedIn) return next();
    const identified = await authenticate(authorization);
    if ('viewer' in identified) {
      c.set('viewer', identified.viewer);
      return next();
    }
    if (!identified.isAway) {
      logNote('token refused', { requestId: c.get('requestId'), reason: identified.reason });
      return refuse(c, { status: 401, code: 'UNAUTHENTICATED', said: say('error.credentials') }, { 'www-authenticate': 'Bearer' });
    }
    logError(c.get('requestId'), identified.cause);
    return refuse(c, { status: 503, code: 'INTERNAL', said: say('error.providerAway') }, { 'retry-after': '5' });
  });

  app.on('ALL', ['/graphql', ...asPeople], async (c, next) => {
    if (!rate) return next();
    const account = accountOf(c.get('viewer'), rate.addressOf(c));
    const seconds = rate.waitSeconds(account);
    if (seconds > 0) {
      return refuse(c, { status: 429, code: 'LIMIT', said: say('error.rate', { seconds }) }, { 'retry-after': String(seconds) });
    }
    await next();
    // An operation that was refused for its cost did not cost more than the most there is.
    rate.charge(account, Math.min(Math.max(1, c.get('cost') ?? 0), limits.cost));
  });

  app.use('/graphql', (c, next) => {
    const maxSize = bodyBytesMax(c.get('viewer'), limits);
    return bodyLimit({ maxSize, onError: () => refuse(c, tooLarge(maxSize)) })(c, next);
  });

  app.on('POST', asPeople, (c, next) => {
    mustBeOwnPage(c, people?.publicUrl ?? new URL(c.req.url).origin);
    const whole = c.req.path.endsWith(importPath) ? bodyBytesMax(c.get('viewer'), limits) : 0;
    // Those who may not import send small forms alone; at its second step an import is a third longer, as base64.
    const maxSize = whole > limits.bodyBytes ? Math.ceil(whole * 1.4) : formBytesMax;
    return bodyLimit({ maxSize, onError: () => refuse(c, tooLarge(maxSize)) })(c, next);
  });

  app.all('/graphql', async (c) => {
    const type = answerType(c.req.header('accept') ?? null);
    if (!type) return refuse(c, { status: 406, code: 'INVALID', said: say('error.accept') });
    const viewer = c.get('viewer');
    const params = await readParams(c.req, viewer, limits);
    if ('status' in params) return refuse(c, params, params.status === 405 ? { allow: 'GET, POST' } : {});
    const { status, headers, text } = await connect(c, (db) => {
      const language = languageFromHeader(c.req.header('accept-language') ?? null);
      const context = { db, viewer, today: now().toISOString().slice(0, 10), language, requestId: c.get('requestId'), memo: new Map() };
      const asked: Asked = { params, answerType: type, context };
      return endpoint(c.req.raw, asked).finally(() => {
        c.set('operation', asked.operation);
        c.set('cost', asked.cost?.().requested);
      });
    });
    return c.body(text, status as ContentfulStatusCode, headers);
  });

  const ask = askInProcess({ endpoint, connect, now });
  const way = people === null ? null : people.isTry ? 'try' : 'provider';
  const signInPath = (language: Language) => {
    const home = `/${codeOf(language)}`;
    return way === 'provider' ? `${home}/sign-in?back=${encodeURIComponent(`${home}/desk`)}` : home;
  };
  const account = (c: HonoContext<Requested>, language: Language) => {
    const url = new URL(c.req.url);
    url.searchParams.delete('done');
    const back = c.req.method === 'GET' ? `${url.pathname}${url.search}` : `/${codeOf(language)}`;
    return accountBar({ language, viewer: c.get('viewer') ?? publicViewer, way, formToken: formTokenOf(c), back });
  };
  if (people && sessions) app.route('/', signInRoutes({ sessions, provider: people.provider, isTry: people.isTry, authenticate }));
  app.route('/', briefRoutes({ connect, limits, now, accountOf: account, publicUrl }));
  app.route('/', exportRoutes({ ask, publicUrl }));
  app.route('/', actionRoutes({ schema, ask, accountOf: account, signInPath }));
  app.route('/', importRoutes({ ask, accountOf: account }));
  app.route('/', pageRoutes({ screens, ask, now, accountOf: account, publicUrl }));
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const isUp = await inTime(readyMsMax, connect(c, isReady)).catch(() => false);
    return isUp ? c.json({ status: 'ready' }) : c.json({ status: 'not ready' }, 503);
  });
  app.get('/version', (c) => c.json(version));

  if (graphiql) app.route('/graphiql', graphiql);
  else
    app.get('/graphiql', (c) => {
      const { query, variables = '' } = c.req.query();
      if (query === undefined)
        return c.json({ message: 'GraphiQL is not served here. Point a GraphiQL of your own, or any GraphQL client, at /graphql.' });
      pageHeaders(c, languageOfRequest(c));
      return c.html(queryPage(languageOfRequest(c), query, variables));
    });

  app.notFound((c) => {
    const language = languageOfPage(c);
    if (language === null) return c.json(errorBody('NOT_FOUND', message(languageOfRequest(c), 'error.nowhere')), 404);
    // A slash at the end is often typed.
    if (/[^/]\/+$/.test(c.req.path)) return c.redirect(c.req.path.replace(/\/+$/, ''), 301);
    pageHeaders(c, language);
    return c.html(
      problemPage(language, message(language, 'page.nowhere'), (other) => `/${codeOf(other)}`, account(c as HonoContext<Requested>, language)),
      404,
    );
  });
  app.onError((error, c) => {
    const masked = maskError(error, c.get('requestId'), languageOfRequest(c));
    if (masked.code === 'INTERNAL') logError(c.get('requestId'), masked.cause);
    const language = languageOfPage(c);
    if (language !== null) return refusedOn(c, language, masked.message, statusOfPage(masked.code, masked.isUnavailable ? 503 : 500));
    if (masked.isUnavailable) return c.json(errorBody(masked.code, masked.message), 503, { 'retry-after': '5' });
    return c.json(errorBody(masked.code, masked.message), statusOfPage(masked.code, 500));
  });
  return app;
}

type Refused = { status: 400 | 401 | 405 | 406 | 413 | 415 | 429 | 503; code: MaskedCode; said: Words };

/** A page that says why nothing is shown. */
function refusedOn(c: HonoContext, language: Language, words: string, status: ContentfulStatusCode, headers: Record<string, string> = {}) {
  pageHeaders(c, language);
  return c.html(
    problemPage(language, words, (other) => `/${codeOf(other)}`),
    status,
    headers,
  );
}

/** An answer without executing anything: a page to who asked for one, else in the type the client accepts. */
function refuse(c: HonoContext, { status, code, said }: Refused, headers: Record<string, string> = {}): Response | Promise<Response> {
  const words = inWords(languageOfRequest(c), said);
  const language = languageOfPage(c);
  if (language !== null) return refusedOn(c, language, words, status, headers);
  const { mediaType } = answerType(c.req.header('accept') ?? null) ?? { mediaType: 'application/json' };
  return c.body(JSON.stringify(errorBody(code, words)), status, {
    'content-type': `${mediaType}; charset=utf-8`,
    ...headers,
  });
}

async function inTime<T>(ms: number, work: Promise<T>): Promise<T | false> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
