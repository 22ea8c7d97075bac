// The Worker in the runtime of Cloudflare (workerd) on this machine: no account, no network beyond it. It needs server Postgres.
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { unstable_startWorker as startWorker } from 'wrangler';
import { openSeededDatabase, type TestDatabase } from './db.ts';
import { audience, type IdentityProvider, startIdentityProvider } from './http/identity-provider.ts';

const question = '{ alignmentMatrix(organization: "caricom") { rows { key } columns { key } statuses lows highs } }';

describe.skipIf(inject('databases').kind !== 'native')('the Worker', () => {
  let worker: Awaited<ReturnType<typeof startWorker>>;
  let database: TestDatabase;
  let provider: IdentityProvider;
  let token: string;

  beforeAll(async () => {
    database = await openSeededDatabase();
    provider = await startIdentityProvider();
    token = await provider.token('editor-jam', { seconds: 900 });
    process.env.WRANGLER_SEND_METRICS = 'false';
    process.env.CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE = database.url ?? '';
    worker = await startWorker({
      config: 'wrangler.toml',
      bindings: { OIDC_ISSUER: { type: 'plain_text', value: provider.issuer }, OIDC_AUDIENCE: { type: 'plain_text', value: audience } },
      dev: { server: { hostname: '127.0.0.1', port: 0 }, inspector: false, watch: false, logLevel: 'error', remote: false, persist: false },
    });
    await worker.ready;
  });
  afterAll(async () => {
    await worker?.dispose();
    await provider?.close();
    await database?.close();
  });

  const ask = async (query = question, headers: Record<string, string> = {}) => {
    const response = await worker.fetch('http://127.0.0.1/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, body: await response.json() };
  };

  test('answers the same question twice in a row, and the same', async () => {
    const first = await ask();
    expect(first).toMatchObject({ status: 200, body: { data: { alignmentMatrix: { rows: expect.any(Array) } } } });
    expect(first.body).not.toHaveProperty('errors');
    expect(await ask()).toEqual(first);
  });
  test('knows who signed in with a token of the identity provider, and refuses every other', async () => {
    const viewer = '{ viewer { role state { key } organization { key } } }';
    expect(await ask(viewer, { authorization: `Bearer ${token}` })).toMatchObject({
      status: 200,
      body: { data: { viewer: { role: 'EDITOR', state: { key: 'JAM' }, organization: null } } },
    });
    expect(await ask(viewer)).toMatchObject({ status: 200, body: { data: { viewer: { role: 'PUBLIC', state: null, organization: null } } } });
    expect(await ask(viewer, { authorization: `Bearer ${token}x` })).toMatchObject({ status: 401 });
    const elsewhere = await provider.token('editor-jam', { audience: 'https://other.example' });
    expect(await ask(viewer, { authorization: `Bearer ${elsewhere}` })).toMatchObject({ status: 401 });
  });
  describe.each(['without a token', 'with a token'])('passes the official audit of GraphQL over HTTP, %s', (how) => {
    const audits = serverAudits({
      url: 'http://127.0.0.1/graphql',
      fetchFn: (url: string, init?: RequestInit) => {
        const headers = { ...Object.fromEntries(new Headers(init?.headers)), ...(how === 'with a token' && { authorization: `Bearer ${token}` }) };
        return worker.fetch(url, { ...init, headers } as Parameters<typeof worker.fetch>[1]);
      },
    });
    test('which has 61 checks', () => {
      expect(audits).toHaveLength(61);
    });
    test.each(audits.map((audit) => [`${audit.id}: ${audit.name}`, audit] as const))('%s', async (_name, audit) => {
      const result = await audit.fn();
      expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok');
    });
  });
  test('points at GraphiQL elsewhere instead of carrying its files', async () => {
    const response = await worker.fetch('http://127.0.0.1/graphiql');
    expect(response.headers.get('content-type')).toMatch('application/json');
    const shown = await (await worker.fetch(`http://127.0.0.1/graphiql?lang=fr&query=${encodeURIComponent('{ a(b: "<i>") }')}`)).text();
    expect(shown).toContain('<html lang="fr"');
    expect(shown).toContain('{ a(b: &quot;&lt;i&gt;&quot;) }');
  });
});
