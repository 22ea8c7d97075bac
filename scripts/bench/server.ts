// The server that is measured, in a process of its own: the service as src/node.ts mounts it, and beside it a bare one that runs the
// hand-written statements. Arguments: the database as JSON. It tells its ports to the process that started it, and ends with it.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { CompiledQuery } from 'kysely';
import { createApp } from '../../src/http/app.ts';
import { graphiqlRoutes } from '../../src/http/graphiql.ts';
import { isReady } from '../../src/http/ready.ts';
import { version } from '../../src/http/version.ts';
import { schema } from '../../src/schema.ts';
import { type DatabaseOptions, type OpenDatabase, openDatabase } from '../../src/store/db.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import type { BenchDatabase } from './database.ts';
import { readWorkloads } from './workloads.ts';

/** What the server tells when it listens. */
export type Listening = { service: number; baseline: number };
/** What the baseline answers at /figures. */
export type Figures = { statements: number; rssMbMax: number };

function open(database: BenchDatabase, options: DatabaseOptions): Promise<OpenDatabase> | OpenDatabase {
  return database.kind === 'native' ? openDatabase(database.url, options) : openEmbedded(database.folder, options);
}

const database: BenchDatabase = JSON.parse(process.argv[2] ?? '');
let statements = 0;
const opened = await open(database, { onStatement: () => void statements++ });
// By hand one would turn off the compiling of queries, which takes longer than these take to run. The embedded database has one connection, which both share.
const beside = database.kind === 'native' ? openDatabase(`${database.url}?options=-c%20jit%3Doff`) : opened;

const service = createApp({ schema, connect: (_c, use) => use(opened.db), isReady, version, graphiql: graphiqlRoutes() });

const baseline = new Hono();
for (const { name, sql: text, parameters } of await readWorkloads()) {
  // The embedded database knows no order of words in English; the made-up names stand in the same order in plain bytes.
  const known = database.kind === 'native' ? text : text.replaceAll('"en-x-icu"', '"C"');
  const statement = CompiledQuery.raw(known, parameters);
  baseline.get(`/${name}`, async (c) => {
    const { rows } = await beside.db.executeQuery<{ answer: string }>(statement);
    return c.body(rows[0]?.answer ?? 'null', 200, { 'content-type': 'application/json' });
  });
}
baseline.get('/figures', (c) => {
  const figures: Figures = { statements, rssMbMax: process.resourceUsage().maxRSS / 1024 };
  return c.json(figures);
});

const listen = (fetch: Parameters<typeof serve>[0]['fetch']) =>
  // A connection is kept over the longest pause of the other server, or the next request on it would meet a closed one.
  new Promise<number>((resolve) =>
    serve({ fetch, hostname: '127.0.0.1', port: 0, serverOptions: { keepAliveTimeout: 60_000 } }, ({ port }) => resolve(port)),
  );
process.on('disconnect', async () => {
  await Promise.all([opened.close(), beside.close()]);
  process.exit(0);
});
const listening: Listening = { service: await listen(service.fetch), baseline: await listen(baseline.fetch) };
process.send?.(listening);
