// The questions that GraphiQL and the terminal suggest, asked of the service with its own data.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { questions } from '../../src/http/questions.ts';
import { isReady } from '../../src/http/ready.ts';
import { version } from '../../src/http/version.ts';
import { firstQuestions } from '../../src/http/welcome.ts';
import { schema } from '../../src/schema.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';
import { post } from './small-app.ts';

let database: TestDatabase;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  database = await openSeededDatabase();
  app = createApp({ schema, connect: (_c, use) => use(database.db), isReady, version });
});
afterAll(() => database?.close());

test('a seeded database is ready', async () => {
  expect((await app.request('/readyz')).status).toBe(200);
});

test.each([...questions.map(({ key, query }) => [key, query]), ...firstQuestions.map((query) => [query, query])])(
  '%s is answered whole',
  async (_key, query) => {
    const { status, body } = await post(app, { query });
    expect(body.errors).toBeUndefined();
    expect(status).toBe(200);
    expect(Object.values(body.data ?? {})).toHaveLength(1);
    expect(Object.values(body.data ?? {})).not.toContain(null);
  },
);
