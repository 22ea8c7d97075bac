// What a command is given, and how it runs: environment, database, signals, and the code it ends with.
import { access } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { type Env, readEnv } from '../http/env.ts';
import type { Language } from '../i18n/languages.ts';
import { type Database, type OpenDatabase, openDatabase } from '../store/db.ts';
import { openEmbedded } from '../store/embedded.ts';
import { executedMigrations, pendingMigrations } from '../store/migrate.ts';
import { endOf, exits, failure } from './failures.ts';

/** What all commands take, read from the command line. `asOf` null: today. */
export type CommonOptions = { isJson: boolean; asOf: string | null; language: Language };

export type Session = CommonOptions & {
  env: Env;
  /** Aborted by Ctrl-C or SIGTERM. */
  interruption: AbortSignal;
  /** Data, to standard output. */
  print: (text: string) => void;
  /** A line for people, to standard error. */
  say: (line: string) => void;
};

/** How long work that was interrupted may take to end by itself, and then closing the database. */
const endMsMax = 5_000;
const signalNumbers = { SIGINT: 2, SIGTERM: 15 } as const;

/** Runs a command and returns the code to end with; whatever it throws is told on standard error. */
export async function runCommand(options: CommonOptions, work: (session: Session) => Promise<number>): Promise<number> {
  const controller = new AbortController();
  // Ctrl-C reaches us twice, from the terminal and from the launcher: aborting again changes nothing.
  for (const [name, number] of Object.entries(signalNumbers)) {
    process.on(name, () => controller.abort(failure(128 + number, 'Interrupted. What was not finished was taken back.')));
  }
  process.stdout.on('error', endQuietly);
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const print = (text: string) => void process.stdout.write(text);
  try {
    const { env, problems } = readEnv(process.env);
    if (!env) throw failure(exits.usage, `The environment cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    return await work({ ...options, env, interruption: controller.signal, print, say });
  } catch (error) {
    const { exit, message } = endOf(error);
    say(message);
    // What was given up, such as waiting for another process, would keep this one alive.
    if (controller.signal.aborted) process.exit(exit);
    return exit;
  }
}

/** A reader that closed the pipe, such as `head`, has had enough. */
function endQuietly(error: NodeJS.ErrnoException): void {
  process.exit(error.code === 'EPIPE' ? exits.ok : exits.failure);
}

/** Opens the database like the server does, runs `use`, and closes it. `mayMake`: an embedded database that is not there is made. */
export async function withDatabase<T>(session: Session, mayMake: boolean, use: (db: Database) => Promise<T>): Promise<T> {
  const { interruption } = session;
  const interrupted = new Promise<never>((_resolve, reject) => interruption.addEventListener('abort', () => reject(interruption.reason)));
  interrupted.catch(() => {}); // Looked at only while something is waited for.
  // Until it is open there is nothing to take back, so an interruption ends the wait at once.
  const database = await Promise.race([open(session, mayMake), interrupted]);
  const late = interrupted.catch((reason) => sleep(endMsMax, undefined, { ref: false }).then(() => Promise.reject(reason)));
  late.catch(() => {});
  try {
    return await Promise.race([use(interruptible(database.db, interruption)), late]);
  } finally {
    await Promise.race([database.close(), late]);
  }
}

/**
 * The database with every statement a place to be interrupted at: then it fails, and its transaction is taken back. The embedded
 * database answers without a turn of the event loop, and signals are heard only between turns; so each statement waits for one.
 */
function interruptible(db: Database, interruption: AbortSignal): Database {
  return db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      await turn();
      interruption.throwIfAborted();
      return result;
    },
  });
}

/** The same for a command that reads: refuses a database that holds nothing yet, saying what to run. */
export function withRecords<T>(session: Session, use: (db: Database) => Promise<T>): Promise<T> {
  return withDatabase(session, false, async (db) => {
    if ((await pendingMigrations(db)).length > 0) throw (await executedMigrations(db)).length === 0 ? noRecords(session) : olderRelease();
    const organization = await db.selectFrom('organization').select('organization_key').limit(1).executeTakeFirst();
    if (!organization) throw noRecords(session);
    return use(db);
  });
}

async function open({ env, say }: Session, mayMake: boolean): Promise<OpenDatabase> {
  const url = env.databaseOwnerUrl ?? env.databaseUrl;
  if (url !== null) return openDatabase(url, { timeouts: false });
  if (!mayMake && !(await isThere(path.join(env.dataDir, 'postgres')))) throw noRecords({ env });
  const onWait = ({ pid, host }: { pid: number; host: string }) => say(`Waiting for process ${pid} on ${host} to let go of ${env.dataDir}.`);
  return openEmbedded(env.dataDir, { onWait }).catch((error: unknown) => {
    // Held by another process, or made by another major version.
    throw error instanceof Error && error.name === 'AppError' ? failure(exits.noDatabase, error.message) : error;
  });
}

function noRecords({ env }: Pick<Session, 'env'>) {
  const where = env.databaseUrl === null ? `in ${env.dataDir}` : 'that DATABASE_URL names';
  return failure(exits.noDatabase, `The database ${where} holds no records yet. Run "npm start", or "npm run synergy -- seed", and ask again.`);
}

function olderRelease() {
  return failure(exits.noDatabase, 'The database was made by an older release. Bring it up to date with "npm start" or "npm run synergy -- seed".');
}

function isThere(folder: string): Promise<boolean> {
  return access(folder).then(
    () => true,
    () => false,
  );
}
