// The embedded database: Postgres in this process, kept in a folder of the data folder. Node only.
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { AppError } from '../core/errors.ts';
import { plain } from '../i18n/words.ts';
import { createPool, type DatabaseOptions, type OpenDatabase, openPool } from './db.ts';
import { type LockHolder, lockDataFolder } from './lock.ts';

/** Major version of Postgres that the embedded database is; a folder of another one cannot be read. */
export const embeddedMajorVersion = 18;

export type EmbeddedOptions = DatabaseOptions & {
  /** Called once when another process holds the data folder and this one begins to wait for it. */
  onWait?: ((holder: LockHolder) => void) | undefined;
  /** How long to wait for another process that holds the data folder, in milliseconds. Default: 10 s. */
  waitMsMax?: number | undefined;
};

/**
 * Opens the embedded database of a data folder, made when it is not there. It has one connection, so a transaction must use the
 * database it is given: using the outer `db` within it waits for ever. There are no timeouts.
 * Throws CONFLICT when another process holds the folder, or when another major version made it.
 */
export async function openEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<OpenDatabase> {
  await mkdir(dataFolder, { recursive: true });
  const lock = await lockDataFolder(dataFolder, options);
  try {
    const folder = path.join(dataFolder, 'postgres');
    await ensureCluster(folder);
    return openPglite(await PGlite.create(folder), lock.release, options);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Opens an embedded database that lives in memory alone: an empty one, or a copy of what `dumpDataDir` of another gave. */
export async function openInMemory(options: DatabaseOptions & { copyOf?: Blob | undefined } = {}): Promise<OpenDatabase> {
  const pglite = await PGlite.create(options.copyOf ? { loadDataDir: options.copyOf } : {});
  return openPglite(pglite, async () => {}, options);
}

/** A database over an open PGlite. Closing it closes that too, then runs `onClosed`. */
export function openPglite(pglite: PGlite, onClosed: () => Promise<void>, options: DatabaseOptions): OpenDatabase {
  // The one connection is never given back for idleness: it is the database.
  const opened = openPool(createPool({ ...createPgConfig(pglite), idleTimeoutMillis: 0 }), options);
  let closing: Promise<void> | undefined;
  const close = async () => {
    try {
      await opened.close();
      if (!pglite.closed) await pglite.close();
    } finally {
      await onClosed();
    }
  };
  return { db: opened.db, close: () => (closing ??= close()) };
}

/** Sees to it that the folder holds a whole database of our version. A new one is made beside it, so one cut short is never taken for a database. */
async function ensureCluster(folder: string): Promise<void> {
  const version = await readFile(path.join(folder, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) {
    const unfinished = `${folder}.new`;
    await rm(unfinished, { recursive: true, force: true });
    const pglite = await PGlite.create(unfinished);
    await pglite.close();
    await rename(unfinished, folder);
  } else if (Number(version) !== embeddedMajorVersion) {
    throw new AppError(
      'CONFLICT',
      plain(
        `The embedded database in ${folder} was made by ${Number(version) < embeddedMajorVersion ? 'an older' : 'a newer'} release (Postgres ${version.trim()}; this one is ${embeddedMajorVersion}). ` +
          `With the release that made it run "npm run synergy -- dump FILE", then with this one, on an empty DATA_DIR, "npm run synergy -- load FILE".`,
      ),
    );
  }
}
