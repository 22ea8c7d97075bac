// All routes: a request gets an id, a database, a viewer, and an answer. What it needs is passed in, so it runs on Node and in a Worker.
import type { GraphQLSchema } from 'graphql';
import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { publicViewer } from '../core/viewer.ts';
import { languageFromHeader } from '../i18n/languages.ts';
import type { Database } from '../store/db.ts';
import { answerType } from './accept.ts';
import { type Asked, createEndpoint } from './endpoint.ts';
import { errorBody, type MaskedCode, maskError } from './errors.ts';
import { secureHeaders } from './headers.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { logError, logRequest } from './log.ts';
import { pageRoutes } from './pages.ts';
import { readParams } from './params.ts';

type Variables = { Variables: { requestId: string; operation: string | undefined } };

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
  now?: () => Date;
  /** Answers below /graphiql; none: a hint where to find it. */
  graphiql?: Hono;
};

const readyMsMax = 2_000;

export function createApp({ schema, connect, isReady, version, limits = defaultLimits, now = () => new Date(), graphiql }: AppOptions) {
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

  const tooLarge = `The request is larger than ${limits.bodyBytes.toLocaleString('en')} bytes. Send less at a time.`;
  app.use('/graphql', bodyLimit({ maxSize: limits.bodyBytes, onError: (c) => refuse(c, 413, 'LIMIT', tooLarge) }));

  app.all('/graphql', async (c) => {
    const type = answerType(c.req.header('accept') ?? null);
    if (!type) return refuse(c, 406, 'INVALID', 'Answers are application/graphql-response+json or application/json. Name one of them in Accept.');
    const params = await readParams(c.req);
    if ('status' in params) return refuse(c, params.status, params.code, params.message);
    const { status, headers, text } = await connect(c, (db) => {
      const language = languageFromHeader(c.req.header('accept-language') ?? null);
      const context = { db, viewer: publicViewer, today: now().toISOString().slice(0, 10), language, requestId: c.get('requestId'), memo: new Map() };
      const asked: Asked = { params, answerType: type, context };
      return endpoint(c.req.raw, asked).finally(() => c.set('operation', asked.operation));
    });
    return c.body(text, status as ContentfulStatusCode, headers);
  });

  app.route('/', pageRoutes({ connect, limits, now, viewerOf: () => publicViewer }));
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
  app.get('/', (c) => {
    const here = { name: version.name, graphql: '/graphql', graphiql: '/graphiql', version: '/version' };
    return graphiql ? c.json(here, 302, { location: '/graphiql' }) : c.json(here);
  });

  app.notFound((c) => c.json(errorBody('NOT_FOUND', 'There is nothing at this address. The API is at /graphql.'), 404));
  app.onError((error, c) => {
    const masked = maskError(error, c.get('requestId'));
    if (masked.code === 'INTERNAL') logError(c.get('requestId'), masked.cause);
    if (masked.isUnavailable) return c.json(errorBody(masked.code, masked.message), 503, { 'retry-after': '5' });
    return c.json(errorBody(masked.code, masked.message), masked.code === 'INTERNAL' ? 500 : 400);
  });
  return app;
}

/** An answer without executing anything, in the type the client accepts. */
function refuse(c: HonoContext, status: 400 | 405 | 406 | 413 | 415, code: MaskedCode, message: string): Response {
  const { mediaType } = answerType(c.req.header('accept') ?? null) ?? { mediaType: 'application/json' };
  return c.body(JSON.stringify(errorBody(code, message)), status, {
    'content-type': `${mediaType}; charset=utf-8`,
    ...(status === 405 && { allow: 'GET, POST' }),
  });
}

async function inTime<T>(ms: number, work: Promise<T>): Promise<T | false> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
