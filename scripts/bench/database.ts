// The database that is measured: a new one on a server that the tests would use too, or a new embedded one. It is taken away in the end.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../src/store/db.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import { migrate } from '../../src/store/migrate.ts';
import { atExit } from '../../test/setup/at-exit.ts';
import { createDatabase, dropDatabases, withName } from '../../test/setup/native.ts';
import { startServer } from '../../test/setup/native-server.ts';
import { nativeSource } from '../../test/setup/native-source.ts';
import { loadWorld } from './load.ts';
import type { Rows } from './rows.ts';

export type BenchDatabase = { kind: 'native'; url: string } | { kind: 'embedded'; folder: string };

/** Makes a database that holds the world, runs `use` on it, and takes it away, also on failure. */
export async function withWorld<T>(kind: BenchDatabase['kind'], world: Rows, use: (database: BenchDatabase) => Promise<T>): Promise<T> {
  return kind === 'native' ? onServer(world, use) : embedded(world, use);
}

async function onServer<T>(world: Rows, use: (database: BenchDatabase) => Promise<T>): Promise<T> {
  const source = await nativeSource();
  if (!source) throw new Error('There is no server Postgres to measure on. Install PostgreSQL, set TEST_DATABASE_URL, or measure with --embedded.');
  const server = 'url' in source ? { url: source.url, stop: async () => {} } : await startServer(source.programs);
  const name = `synergy_bench_${randomBytes(4).toString('hex')}`;
  try {
    await createDatabase(server.url, name, 'template0');
    const url = withName(server.url, name);
    const { db, close } = openDatabase(url, { timeouts: false });
    try {
      await migrate(db);
      await loadWorld(db, world);
    } finally {
      await close();
    }
    return await use({ kind: 'native', url });
  } finally {
    await dropDatabases(server.url, name);
    await server.stop();
  }
}

async function embedded<T>(world: Rows, use: (database: BenchDatabase) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'synergy-bench-'));
  const cancelTidying = atExit(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const { db, close } = await openEmbedded(folder);
    try {
      await migrate(db);
      await loadWorld(db, world);
    } finally {
      await close();
    }
    return await use({ kind: 'embedded', folder });
  } finally {
    cancelTidying();
    await rm(folder, { recursive: true, force: true });
  }
}
