// A real server process, over HTTP and as a signed-in editor, that is killed with no chance to clean up: for kill-server.test.ts.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openAsBlob } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { signDevelopmentToken } from '../../src/http/dev-key.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/db.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import { openSeededDatabase } from '../db.ts';
import { editor } from './client.ts';

/** A seeded database that a server process can be started on, again and again. */
export type Ground = { environment: Record<string, string>; folder: string; open: () => Promise<OpenDatabase>; remove: () => Promise<void> };

export async function makeGround(): Promise<Ground> {
  const folder = await mkdtemp(path.join(tmpdir(), 'synergy-killed-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  const prepared = inject('databases');
  if (prepared.kind === 'embedded') {
    await mkdir(folder, { recursive: true });
    const pglite = await PGlite.create(path.join(folder, 'postgres'), { loadDataDir: await openAsBlob(prepared.seeded) });
    await pglite.close();
    return { environment: { DATA_DIR: folder, DATABASE_URL: '' }, folder, open: () => openEmbedded(folder), remove: removeFolder };
  }
  const database = await openSeededDatabase();
  const url = database.url ?? '';
  const open = async () => {
    const opened = openDatabase(url, { timeouts: false });
    await untilAlone(opened);
    return opened;
  };
  const remove = async () => {
    await database.close();
    await removeFolder();
  };
  return { environment: { DATA_DIR: folder, DATABASE_URL: url }, folder, open, remove };
}

/** What a killed client asked last may still be at work on the server. */
async function untilAlone({ db }: OpenDatabase): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and (state <> 'idle' or wait_event_type = 'Lock')`.execute(
      db,
    );
    if (rows.length === 0) return;
    await sleep(20);
  }
}

/** Asks one mutation; null where the connection broke before the answer was there. */
export type Send = (query: string, variables: Record<string, unknown>) => Promise<string | null>;

/** Starts the server, lets `work` use it, and kills it after so many milliseconds of that, whatever it is doing. */
export async function killWhile({ environment, folder }: Ground, afterMs: number, work: (send: Send) => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/node.ts'], {
    env: { ...process.env, ...environment, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    const address = await addressOf(child);
    const { token } = await signDevelopmentToken(folder, editor);
    const send: Send = async (query, variables) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      try {
        return await (await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })).text();
      } catch {
        return null;
      }
    };
    const working = work(send);
    working.catch(() => {}); // It is looked at below.
    await sleep(afterMs);
    child.kill('SIGKILL');
    await working;
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += chunk;
    const address = /http:\/\/[\d.:]+/.exec(said)?.[0];
    if (address && said.includes('Ctrl-C')) {
      child.stdout?.resume();
      return address;
    }
  }
  throw new Error(`The server did not start: ${said}`);
}
