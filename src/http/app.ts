// All routes: a request gets an id, a database, a viewer, and an answer. What it needs is passed in, so it runs on Node and in a Worker.
import type { GraphQLSchema } from 'graphql';
import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Viewer } from '../core/viewer.ts';
import { languageFromHeader } from '../i18n/languages.ts';
import { screens } from '../pages/screens.ts';
import type { Database } from '../store/db.ts';
import { answerType } from './accept.ts';
import { type Authenticate, createAuthenticate } from './auth.ts';
import { briefRoutes } from './brief-pages.ts';
import { type Asked, createEndpoint } from './endpoint.ts';
import { errorBody, type MaskedCode, maskError } from './errors.ts';
import { exportRoutes } from './exports.ts';
import { secureHeaders } from './headers.ts';
import { bodyBytesMax } from './import-gate.ts';
import { askInProcess } from './in-process.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { logError, logNote, logRequest } from './log.ts';
import { pagePaths, pageRoutes, statusOfPage } from './pages.ts';
import { readParams, tooLarge } from './params.ts';
import { accountOf, createRates, type RateSettings } from './rates.ts';

type Variables = { Variables: { requestId: string; operation: string | undefined; viewer: Viewer; cost: number | undefined } };

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
  now?: () => Date;
  /** Answers below /graphiql; none: a hint where to find it. */
  graphiql?: Hono;
};

const readyMsMax = 2_000;

const credentialsRefused =
  'The credentials of this request are not accepted. Send one header "Authorization: Bearer TOKEN" with a token that is valid now, or none to ask for what is public.';
const providerAway = 'The identity provider cannot be reached at the moment, so nobody can sign in. Try again shortly, or ask without a token.';

export function createApp(options: AppOptions) {
  const { schema, connect, isReady, version, limits = defaultLimits, now = () => new Date(), graphiql } = options;
  const authenticate = options.authenticate ?? createAuthenticate(null);
  const rate = options.rate ? { ...createRates(options.rate.settings, now), addressOf: options.rate.addressOf } : null;
  const endpoint = createEndpoint(schema, limits);
  const app = new Hono<Variables>();

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
  app.on('ALL', ['/graphql', ...pagePaths], async (c, next) => {
    const identified = await authenticate(c.req.header('authorization') ?? null);
    if ('viewer' in identified) {
      c.set('viewer', identified.viewer);
      return next();
    }
    if (!identified.isAway) {
      logNote('token refused', { requestId: c.get('requestId'), reason: identified.reason });
      return refuse(c, { status: 401, code: 'UNAUTHENTICATED', message: credentialsRefused }, { 'www-authenticate': 'Bearer' });
    }
    logError(c.get('requestId'), identified.cause);
    return refuse(c, { status: 503, code: 'INTERNAL', message: providerAway }, { 'retry-after': '5' });
  });

  app.on('ALL', ['/graphql', ...pagePaths], async (c, next) => {
    if (!rate) return next();
    const account = accountOf(c.get('viewer'), rate.addressOf(c));
    const seconds = rate.waitSeconds(account);
    if (seconds > 0) {
      const message = `More was asked in a short time than is answered. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and ask again.`;
      return refuse(c, { status: 429, code: 'LIMIT', message }, { 'retry-after': String(seconds) });
    }
    await next();
    // An operation that was refused for its cost did not cost more than the most there is.
    rate.charge(account, Math.min(Math.max(1, c.get('cost') ?? 0), limits.cost));
  });

  app.use('/graphql', (c, next) => {
    const maxSize = bodyBytesMax(c.get('viewer'), limits);
    return bodyLimit({ maxSize, onError: () => refuse(c, tooLarge(maxSize)) })(c, next);
  });

  app.all('/graphql', async (c) => {
    const type = answerType(c.req.header('accept') ?? null);
    if (!type) {
      const message = 'Answers are application/graphql-response+json or application/json. Name one of them in Accept.';
      return refuse(c, { status: 406, code: 'INVALID', message });
    }
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
  app.route('/', briefRoutes({ connect, limits, now }));
  app.route('/', exportRoutes({ ask }));
  app.route('/', pageRoutes({ screens, ask, now, accountOf: () => '' }));
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const isUp = await inTime(readyMsMax, connect(c, isReady)).catch(() => false);
    return isUp ? c.json({ status: 'ready' }) : c.json({ status: 'not ready' }, 503);
  });
  app.get('/version', (c) => c.json(version));

  if (graphiql) app.route('/graphiql', graphiql);
  else
    app.get('/graphiql', (c) =>
      c.json({ message: 'GraphiQL is not served here. Point a GraphiQL of your own, or any GraphQL client, at /graphql.' }),
    );

  app.notFound((c) => c.json(errorBody('NOT_FOUND', 'There is nothing at this address. The API is at /graphql.'), 404));
  app.onError((error, c) => {
    const masked = maskError(error, c.get('requestId'));
    if (masked.code === 'INTERNAL') logError(c.get('requestId'), masked.cause);
    if (masked.isUnavailable) return c.json(errorBody(masked.code, masked.message), 503, { 'retry-after': '5' });
    return c.json(errorBody(masked.code, masked.message), statusOfPage(masked.code, 500));
  });
  return app;
}

type Refused = { status: 400 | 401 | 405 | 406 | 413 | 415 | 429 | 503; code: MaskedCode; message: string };

/** An answer without executing anything, in the type the client accepts. */
function refuse(c: HonoContext, { status, code, message }: Refused, headers: Record<string, string> = {}): Response {
  const { mediaType } = answerType(c.req.header('accept') ?? null) ?? { mediaType: 'application/json' };
  return c.body(JSON.stringify(errorBody(code, message)), status, { 'content-type': `${mediaType}; charset=utf-8`, ...headers });
}

async function inTime<T>(ms: number, work: Promise<T>): Promise<T | false> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
