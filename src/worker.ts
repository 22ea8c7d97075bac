// Entry on Cloudflare Workers: the same API over a server Postgres reached through Hyperdrive. Nothing here may need Node's own files:
// no embedded database, packs or migrations; those are run from a machine with `npm run synergy -- migrate` and `seed` against the same DATABASE_URL.
import type { Context } from 'hono';
import { createApp } from './http/app.ts';
import { readEnv } from './http/env.ts';
import { startLog } from './http/log.ts';
import { isReady } from './http/ready.ts';
import { version } from './http/version.ts';
import { schema } from './schema.ts';
import { type Database, openDatabase } from './store/db.ts';

type Bindings = { HYPERDRIVE: { connectionString: string } };

const { env, problems } = readEnv(process.env);
if (!env) throw new Error(`The environment cannot be used. ${problems.join(' ')}`);
startLog(env.logLevel, 'console');

/** A Worker may not keep a connection from one request to the next, so each has a small pool of its own; Hyperdrive keeps the real one. */
async function connect<T>(c: Context<{ Bindings: Bindings }>, use: (db: Database) => Promise<T>): Promise<T> {
  const { db, close } = openDatabase(c.env.HYPERDRIVE.connectionString, { poolSizeMax: 3 });
  try {
    return await use(db);
  } finally {
    c.executionCtx.waitUntil(close());
  }
}

export default createApp({ schema, connect, isReady, version, limits: env.limits });
