// Entry on Cloudflare Workers: the same API over a server Postgres reached through Hyperdrive. Nothing here may need Node's own files:
// no embedded database, seeds or migrations; those are run from a machine with `npm run synergy -- migrate` and `seed` against the same DATABASE_URL.
import type { Context } from 'hono';
import { normalAddress } from './http/address.ts';
import { createApp } from './http/app.ts';
import { createAuthenticate } from './http/auth.ts';
import { readEnv } from './http/env.ts';
import { issuerKeys } from './http/issuer-keys.ts';
import { startLog } from './http/log.ts';
import { peopleOf } from './http/people.ts';
import { isReady } from './http/ready.ts';
import { version } from './http/version.ts';
import { schema } from './schema.ts';
import { type Database, openDatabase } from './store/db.ts';

type Bindings = { HYPERDRIVE: { connectionString: string } };

// Everyone can reach a Worker, whatever HOST says.
const { env, problems } = readEnv({ ...process.env, HOST: '0.0.0.0' });
if (!env) throw new Error(`The environment cannot be used. ${problems.join(' ')}`);
if (env.issuer?.keyFile) throw new Error('OIDC_KEY_FILE: a Worker has no files. Set OIDC_JWKS_URL, or neither.');
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

const trust = env.issuer && {
  issuer: env.issuer.issuer,
  audience: env.issuer.audience,
  keys: issuerKeys(env.issuer.issuer, env.issuer.jwksUrl),
};

export default createApp({
  schema,
  connect,
  isReady,
  version,
  limits: env.limits,
  authenticate: createAuthenticate(trust),
  people: peopleOf(env),
  // Kept in each isolate by itself: for a limit over all of them, set one at the edge.
  rate: env.rate && { settings: env.rate, addressOf: (c) => normalAddress(c.req.header('cf-connecting-ip') ?? '') },
});
