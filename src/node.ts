// Entry on Node: opens the database, brings it up to date, and listens until it is told to stop.
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { clientAddress } from './http/address.ts';
import { createApp } from './http/app.ts';
import { createAuthenticate, type Trust } from './http/auth.ts';
import { type Env, readEnv } from './http/env.ts';
import { graphiqlRoutes } from './http/graphiql.ts';
import { logError, logNote, startLog } from './http/log.ts';
import { peopleOf } from './http/people.ts';
import { isReady } from './http/ready.ts';
import { trustOf } from './http/trust.ts';
import { version } from './http/version.ts';
import { welcome } from './http/welcome.ts';
import { seed } from './packs/seed.ts';
import { schema } from './schema.ts';
import { type OpenDatabase, openDatabase } from './store/db.ts';
import { openEmbedded } from './store/embedded.ts';
import { appErrorOf, isUnavailable } from './store/errors.ts';
import { migrate } from './store/migrate.ts';
import { loginOf, prepareServiceLogin } from './store/service-login.ts';

/** How long requests in flight may take once the server is told to stop, and then how long closing the database may. */
const drainMsMax = 10_000;
const closeMsMax = 5_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function open({ databaseUrl, dataDir }: Env): Promise<OpenDatabase> {
  if (databaseUrl !== null) {
    say('Opening the database that DATABASE_URL names.');
    return openDatabase(databaseUrl);
  }
  say(`Opening the embedded database in ${dataDir}.`);
  return openEmbedded(dataDir, { onWait: ({ pid, host }) => say(`Waiting for process ${pid} on ${host} to let go of it.`) });
}

/** Brings the database up to date. On a server that takes a connection of the owner without the timeouts of requests: it may wait for another start. */
async function bringUp({ databaseUrl, databaseOwnerUrl }: Env, serving: OpenDatabase): Promise<void> {
  if (databaseUrl === null) return bringUpTo(serving);
  const patient = openDatabase(databaseOwnerUrl ?? databaseUrl, { timeouts: false, poolSizeMax: 2 });
  try {
    await bringUpTo(patient);
    if (databaseOwnerUrl !== null) await prepareServiceLogin(patient.db, databaseUrl);
    else if (!(await loginOf(serving.db)).isBound)
      say(
        'Row-level security does not bind the login of DATABASE_URL, which owns the tables. To have it as a second lock, see "Two locks" in README.md.',
      );
  } finally {
    await patient.close();
  }
}

async function bringUpTo({ db }: OpenDatabase): Promise<void> {
  const done = await migrate(db, ({ name, done, total }) => say(`Migrating: ${name} (${done + 1} of ${total}).`));
  if (done.length === 0) say('Migrating: nothing to do.');
  const { isCurrent } = await seed(db, { progress: (line) => say(`Seeding: ${line}`) });
  if (isCurrent) say('Seeding: nothing to do.');
}

/** Listens, and resolves with the server. Throws with one line for people where it cannot. */
function listen(env: Env, { db }: OpenDatabase, trust: Trust | null): Promise<Server> {
  const app = createApp({
    schema,
    connect: (_c, use) => use(db),
    isReady,
    version,
    limits: env.limits,
    authenticate: createAuthenticate(trust),
    people: peopleOf(env),
    rate: env.rate && {
      settings: env.rate,
      addressOf: (c) => clientAddress(getConnInfo(c).remote.address ?? '', c.req.header('x-forwarded-for') ?? null, env.proxyHops),
    },
    graphiql: graphiqlRoutes(),
  });
  return new Promise((resolve, reject) => {
    // Slow senders are cut off: 10 s for the headers, 30 s for a whole request.
    const serverOptions = { headersTimeout: 10_000, requestTimeout: 30_000 };
    const server = serve({ fetch: app.fetch, hostname: env.host, port: env.port, serverOptions }, ({ port }) => {
      const host = env.host.includes(':') ? `[${env.host}]` : env.host;
      say(welcome(`http://${host === '0.0.0.0' || host === '[::]' ? 'localhost' : host}:${port}`));
      resolve(server as Server);
    });
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(listenProblem(error, env), { cause: error })));
  });
}

function listenProblem({ code, message }: NodeJS.ErrnoException, { host, port }: Env): string {
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is in use by another program. Stop that program, or set PORT to another number.`;
  if (code === 'EACCES') return `Port ${port} may not be opened by this user. Set PORT to a number above 1023.`;
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') return `${host} is no address of this machine. Set HOST to one, such as 127.0.0.1.`;
  return `Listening on ${host}, port ${port}, was not possible: ${message}`;
}

/** Resolves once the server has answered what it was asked, or the time for that is over. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const sweep = setInterval(() => server.closeIdleConnections(), 50); // Kept-alive connections fall idle one by one.
  await Promise.race([closed, sleep(drainMsMax, undefined, { ref: false })]);
  clearInterval(sweep);
  server.closeAllConnections();
}

/** Stops at the first SIGTERM or SIGINT; a second changes nothing (Ctrl-C reaches us twice: from the terminal and from the launcher). */
function stopOnSignal(server: Server, database: OpenDatabase): void {
  let isStopping = false;
  const stop = async (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    logNote(`${signal}: stopping`);
    await drain(server);
    await Promise.race([database.close().catch((error: unknown) => logError('', error)), sleep(closeMsMax, undefined, { ref: false })]);
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, stop);
}

/** One line for people: what went wrong at the start. */
function startProblem(error: unknown): string {
  const known = appErrorOf(error);
  const isAway = isUnavailable(known) && 'The database that DATABASE_URL names cannot be reached. Is it running, and is the address right?';
  return isAway || (known instanceof Error ? known.message : String(known));
}

const { env, problems } = readEnv(process.env);
if (!env) {
  process.stderr.write(`The environment cannot be used:\n${problems.map((problem) => `  ${problem}\n`).join('')}`);
  process.exit(2);
}
startLog(env.logLevel, 'standard error');
let database: OpenDatabase | undefined;
try {
  const trust = await trustOf(env, say);
  database = await open(env);
  await bringUp(env, database);
  stopOnSignal(await listen(env, database, trust), database);
} catch (error) {
  process.stderr.write(`Not started. ${startProblem(error)}\n`);
  await database?.close();
  process.exit(1);
}
