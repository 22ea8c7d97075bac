// The Worker in the runtime of Cloudflare (workerd) on this machine: no account, no network beyond it. It needs server Postgres.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { unstable_startWorker as startWorker } from 'wrangler';
import { openSeededDatabase, type TestDatabase } from './db.ts';

const question = '{ alignmentMatrix(organization: "caricom") { rows { key } columns { key } statuses lows highs } }';

describe.skipIf(inject('databases').kind !== 'native')('the Worker', () => {
  let worker: Awaited<ReturnType<typeof startWorker>>;
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openSeededDatabase();
    process.env.WRANGLER_SEND_METRICS = 'false';
    process.env.CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE = database.url ?? '';
    worker = await startWorker({
      config: 'wrangler.toml',
      dev: { server: { hostname: '127.0.0.1', port: 0 }, inspector: false, watch: false, logLevel: 'error', remote: false, persist: false },
    });
    await worker.ready;
  });
  afterAll(async () => {
    await worker?.dispose();
    await database?.close();
  });

  const ask = async () => {
    const response = await worker.fetch('http://127.0.0.1/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: question }),
    });
    return { status: response.status, body: await response.json() };
  };

  test('answers the same question twice in a row, and the same', async () => {
    const first = await ask();
    expect(first).toMatchObject({ status: 200, body: { data: { alignmentMatrix: { rows: expect.any(Array) } } } });
    expect(first.body).not.toHaveProperty('errors');
    expect(await ask()).toEqual(first);
  });
  test('points at GraphiQL elsewhere instead of carrying its files', async () => {
    const response = await worker.fetch('http://127.0.0.1/graphiql');
    expect(response.headers.get('content-type')).toMatch('application/json');
  });
});
