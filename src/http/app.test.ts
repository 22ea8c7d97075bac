// The routes beside /graphql, the headers of every answer, and GraphiQL from our own files.
import { describe, expect, test } from 'vitest';
import { smallApp } from '../../test/http/small-app.ts';
import { graphiqlRoutes } from './graphiql.ts';

const app = smallApp({ graphiql: graphiqlRoutes() });
const jsonOf = async (path: string) => {
  const response = await app.request(path);
  return { status: response.status, body: await response.json() };
};

describe('beside GraphQL', () => {
  test('/healthz says that the process answers', async () => {
    expect(await jsonOf('/healthz')).toEqual({ status: 200, body: { status: 'ok' } });
  });
  test('/version says what is running', async () => {
    expect(await jsonOf('/version')).toEqual({ status: 200, body: { name: 'strategy-synergy', version: '0.1.0', method: '1' } });
  });
  test('an address where nothing is, is NOT_FOUND', async () => {
    expect(await jsonOf('/nowhere')).toMatchObject({ status: 404, body: { errors: [{ extensions: { code: 'NOT_FOUND' } }] } });
  });
  test('/ leads to the pages in the language that the reader likes best', async () => {
    const response = await app.request('/', { headers: { 'accept-language': 'ru;q=0.3, ar' } });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/ar']);
    expect((await app.request('/')).headers.get('location')).toBe('/en');
  });
});

describe('/readyz', () => {
  test.each([
    ['is ready', async () => true, 200],
    ['is not migrated or seeded', async () => false, 503],
    [
      'does not answer',
      async () => {
        throw new Error('away');
      },
      503,
    ],
  ])('where the database %s is %s', async (_what, isReady, status) => {
    expect((await smallApp({ isReady }).request('/readyz')).status).toBe(status);
  });
  test('where there is no database at all is 503', async () => {
    const connect = () => Promise.reject(new Error('away'));
    const response = await smallApp({ connect }).request('/readyz');
    expect([response.status, await response.json()]).toEqual([503, { status: 'not ready' }]);
  });
});

describe('headers', () => {
  test.each(['/graphql?query={hello}', '/graphql', '/healthz', '/readyz', '/nowhere', '/', '/graphiql', '/graphiql/app.js'])(
    'of %s keep the answer from others',
    async (path) => {
      const { headers } = await app.request(path, { headers: { origin: 'https://other.example' } });
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    },
  );
  test('forbid keeping answers of GraphQL, and let them load nothing', async () => {
    const { headers } = await app.request('/graphql?query={hello}');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
  });
  test('name the request by an id of our own, whatever the client sends', async () => {
    const response = await app.request('/healthz', { headers: { 'x-request-id': 'mine' } });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
  test('answer no preflight of another origin', async () => {
    const preflight = { origin: 'https://other.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
    const { status, headers } = await app.request('/graphql', { method: 'OPTIONS', headers: preflight });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([405, null]);
  });
});

describe('GraphiQL', () => {
  test('asks no other host: all it names is served here', async () => {
    const page = await (await app.request('/graphiql')).text();
    expect(page).not.toMatch(/https?:/);
    const files = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(files).toEqual(['/graphiql/style.css', '/graphiql/app.js', '/graphiql/start.js']);
    for (const file of [...files, '/graphiql/worker-editorWorkerService.js', '/graphiql/worker-json.js', '/graphiql/worker-graphql.js']) {
      expect([file, (await app.request(file)).status]).toEqual([file, 200]);
    }
  });
  test('runs no script written into the page', async () => {
    const response = await app.request('/graphiql');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(await response.text()).not.toMatch(/<script(?! src="\/graphiql\/)/);
  });
  test('opens with a tab for each question', async () => {
    const start = await (await app.request('/graphiql/start.js')).text();
    for (const tab of [
      'alignmentMatrix',
      'alignmentCell',
      'elementMatrix',
      'threatMatrix',
      'sharedThreats',
      'compareStates',
      'strategyCoverage',
      'synergy',
      'stateRecord',
      'strategy',
      'search',
    ])
      expect(start).toContain(`${tab}(`);
  });
  test('is pointed at from where it is not served', async () => {
    expect((await smallApp().request('/graphiql')).headers.get('content-type')).toMatch('application/json');
  });
});
