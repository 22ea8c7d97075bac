// One process at a time on a data folder. The lock is the operating system's, taken through SQLite on a file there: it ends with its
// process however that ends, and needs no heartbeat, process id or clock. A file beside it only names the holder, for the message.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../core/errors.ts';
import { plain } from '../i18n/words.ts';

/** Who holds a data folder; `pid` is the number it has on its own host or in its own container. */
export type LockHolder = { pid: number; host: string; since: string };

export type DataFolderLock = { release: () => Promise<void> };

const retryMs = 100;
/** A holder that is just closing is not worth a word to the user. */
const quietMs = 1_000;
const sqliteBusy = 5;

/**
 * Takes the lock of a data folder, waiting up to `waitMsMax` (default 10 s) for another process, or another opening in this one,
 * to let go. `onWait` is called once, after about a second. Throws CONFLICT, naming the holder, when it does not.
 */
export async function lockDataFolder(
  dataFolder: string,
  options: { onWait?: ((holder: LockHolder) => void) | undefined; waitMsMax?: number | undefined } = {},
): Promise<DataFolderLock> {
  const file = path.join(dataFolder, 'postgres.lock');
  const holderFile = `${file}.json`;
  const started = Date.now();
  const waitMsMax = options.waitMsMax ?? 10_000;
  let isTold = false;
  for (;;) {
    const lock = tryLock(file);
    if (lock) {
      const holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
      await writeFile(holderFile, JSON.stringify(holder)).catch((error: unknown) => {
        lock.close();
        throw error;
      });
      return { release: () => release(lock, holderFile) };
    }
    const waitedMs = Date.now() - started;
    const holder = await readHolder(holderFile);
    if (waitedMs >= waitMsMax) throw new AppError('CONFLICT', plain(heldMessage(dataFolder, holder)));
    if (holder && !isTold && waitedMs >= quietMs) {
      isTold = true;
      options.onWait?.(holder);
    }
    await sleep(Math.min(retryMs, waitMsMax - waitedMs));
  }
}

/** An open exclusive transaction on the lock file, or null while someone else has one. Nothing is ever written to it. */
function tryLock(file: string): DatabaseSync | null {
  const lock = new DatabaseSync(file);
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return null;
    throw error;
  }
}

async function release(lock: DatabaseSync, holderFile: string): Promise<void> {
  if (!lock.isOpen) return;
  // Before the lock goes: afterwards the file may be the next holder's. The lock file stays, for a waiting process may have it open.
  await rm(holderFile, { force: true });
  if (lock.isOpen) lock.close();
}

async function readHolder(holderFile: string): Promise<LockHolder | null> {
  try {
    return JSON.parse(await readFile(holderFile, 'utf8'));
  } catch {
    return null;
  }
}

function heldMessage(dataFolder: string, holder: LockHolder | null): string {
  const who = holder ? `process ${holder.pid} on ${holder.host}, since ${holder.since}` : 'another process';
  return `The data folder ${dataFolder} is in use by ${who}. Stop that process and try again, or set DATA_DIR to another folder.`;
}
