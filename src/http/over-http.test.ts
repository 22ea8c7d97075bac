// GraphQL over HTTP: what a client may send, what it gets back, and the official audit.
import { once } from 'node:events';
import { request } from 'node:http';
import { serve } from '@hono/node-server';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, smallApp } from '../../test/http/small-app.ts';
import { signedIn } from '../../test/http/tokens.ts';

const { authenticate, headers: token } = await signedIn();
const app = smallApp({ authenticate });

/** fetch, with these headers beside those of each request. */
const fetchWith = (headers: Record<string, string>) => (url: string, init?: RequestInit) =>
  fetch(url, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), ...headers } });

describe.each<[string, Record<string, string>]>([
  ['without a token', {}],
  ['with a token', token],
])('the official audit of GraphQL over HTTP, %s', (_how, headers) => {
  let server: ReturnType<typeof serve>;
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) => {
        url = `http://127.0.0.1:${info.port}/graphql`;
        resolve();
      });
    });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const audits = serverAudits({ url: () => url, fetchFn: fetchWith(headers) });
  test('has 61 checks', () => {
    expect(audits).toHaveLength(61);
  });
  test.each(audits.map((audit) => [`${audit.id}: ${audit.name}`, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok');
  });
});

describe('what is sent', () => {
  test('is refused with two headers of credentials, both of them good, over a real connection', async () => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
    await once(server, 'listening');
    const statusWith = (authorization: string[]) =>
      new Promise((resolve, reject) => {
        const address = server.address();
        const port = typeof address === 'object' ? address?.port : null;
        request({ port, host: '127.0.0.1', path: '/graphql?query={hello}', headers: { authorization: authorization as never } })
          .on('response', (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end();
      });
    expect(await statusWith([token.authorization])).toBe(200);
    expect(await statusWith([token.authorization, token.authorization])).toBe(401);
    expect(await statusWith([token.authorization, ''])).toBe(401);
    await new Promise((resolve) => server.close(resolve));
  });
  test.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'text/plain',
    'application/json; charset=utf-16',
  ])('is refused as %s', async (type) => {
    const { status, body } = await post(app, 'query={hello}', { 'content-type': type });
    expect(status).toBe(415);
    expect(body.errors?.[0]?.extensions.code).toBe('INVALID');
  });
  test('is refused as a list of operations', async () => {
    const { status, body } = await post(app, [{ query: '{ hello }' }, { query: '{ hello }' }]);
    expect(status).toBe(400);
    expect(body.errors?.[0]).toEqual({
      message: 'The request holds a list. Send one operation a request, as an object with "query".',
      extensions: { code: 'INVALID' },
    });
  });
  test.each([
    ['?query={hello}&variables={', 'variables: this is not JSON.'],
    ['?query={hello}&extensions=nonsense', 'extensions: this is not JSON.'],
    ['?query={hello}&query={hello}', '"query" is given twice. Give it once.'],
    ['?query={hello}&variables=[1]', 'variables: send an object, or leave it out.'],
    ['', 'query: send the text of an operation. To try queries in a browser, open /graphiql.'],
  ])('by GET as %s is INVALID', async (search, message) => {
    const response = await app.request(`/graphql${search}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ errors: [{ message, extensions: { code: 'INVALID' } }] });
  });
  test('by GET may be a query, with its variables', async () => {
    const response = await app.request(
      `/graphql?query=${encodeURIComponent('query($t: String) { echo(text: $t) }')}&variables=${encodeURIComponent('{"t":"é"}')}`,
    );
    expect(await response.json()).toMatchObject({ data: { echo: 'é' } });
  });
  test('by GET may not be a mutation', async () => {
    const response = await app.request('/graphql?query=mutation{write}');
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID' } }] });
  });
  test.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH'])('by %s is refused', async (method) => {
    const response = await app.request('/graphql', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST');
  });
  test('beyond a megabyte is refused by its length, and by counting where no length is given', async () => {
    const query = `{ hello } #${'x'.repeat(1_000_000)}`;
    const { status, body } = await post(app, { query });
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([413, 'LIMIT']);
    const stream = new Blob([JSON.stringify({ query })]).stream();
    const response = await app.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
  });
});

describe('an answer', () => {
  test.each([
    ['application/graphql-response+json', 'application/graphql-response+json'],
    ['application/json', 'application/json'],
    ['application/json;q=0.5, application/graphql-response+json', 'application/graphql-response+json'],
    ['text/html, */*;q=0.8', 'application/json'],
    ['text/event-stream, application/json', 'application/json'],
    ['', 'application/json'],
  ])('to Accept "%s" is %s', async (accept, type) => {
    const { headers } = await post(app, { query: '{ hello }' }, { accept });
    expect(headers.get('content-type')).toBe(`${type}; charset=utf-8`);
  });
  test.each(['text/html', 'text/event-stream', 'multipart/mixed', 'application/json;q=0'])('to Accept "%s" is 406', async (accept) => {
    const { status, body } = await post(app, { query: '{ hello }' }, { accept });
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([406, 'INVALID']);
  });
  test.each([
    ['a syntax error', { query: '{' }],
    ['an unknown field', { query: '{ helo }' }],
    ['a wrong variable', { query: 'query($c: Colour) { painted(colour: $c) }', variables: { c: 'GREAN' } }],
    ['a missing variable', { query: 'query($c: Colour!) { painted(colour: $c) }' }],
    ['an operation that is not there', { query: 'query A { hello }', operationName: 'B' }],
  ])('to %s is INVALID with 400 and no data', async (_what, sent) => {
    for (const accept of ['application/graphql-response+json', '*/*']) {
      const { status, body } = await post(app, sent, { accept });
      expect(status).toBe(400);
      expect(body).not.toHaveProperty('data');
      expect(body.errors?.map((error) => error.extensions.code)).toEqual(['INVALID']);
    }
  });
  test('to a subscription is INVALID', async () => {
    expect(await post(app, { query: 'subscription { hello }' })).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'INVALID' } }] },
    });
  });
  test('is given in the language, on the day and for the viewer of the request', async () => {
    const { body } = await post(app, { query: '{ language today role }' }, { 'accept-language': 'fr-CA, en;q=0.5' });
    expect(body.data).toEqual({ language: 'FR', today: '2026-03-01', role: 'PUBLIC' });
    expect((await post(app, { query: '{ role }' }, token)).body.data).toEqual({ role: 'EDITOR' });
  });
});
