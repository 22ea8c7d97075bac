// Asks the service as a client does: through all of its HTTP side, without a network.
import { publicViewer, type Viewer } from '../src/core/viewer.ts';
import { createApp } from '../src/http/app.ts';
import { isReady } from '../src/http/ready.ts';
import { version } from '../src/http/version.ts';
import { schema } from '../src/schema.ts';
import type { TestDatabase } from './db.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of the question; each test looks at what it asked for
export type Data = any;
export type Answer = {
  status: number;
  data: Data;
  errors: { message: string; path?: (string | number)[]; extensions: { code: string } }[] | undefined;
  extensions: Data;
  text: string;
};
export type Ask = (query: string, variables?: Record<string, unknown>, headers?: Record<string, string>) => Promise<Answer>;

/** A client of a service over this database, for which it is always this day, asking as this viewer. */
export function clientOf(database: TestDatabase, today = '2026-06-01', viewer: Viewer = publicViewer): Ask {
  const app = createApp({
    schema,
    connect: (_c, use) => use(database.db),
    isReady,
    version,
    now: () => new Date(`${today}T12:00:00Z`),
    authenticate: async () => ({ viewer }),
  });
  return async (query, variables, headers) => {
    const response = await app.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    return { status: response.status, text, ...JSON.parse(text) };
  };
}
