// Before the tests on server Postgres: finds or starts the server, and makes the databases that each test file begins from.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { seed } from '../../src/packs/seed.ts';
import { openDatabase } from '../../src/store/db.ts';
import { migrate } from '../../src/store/migrate.ts';
import { startServer } from './native-server.ts';
import { nativeSource } from './native-source.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const source = await nativeSource();
  if (!source) throw new Error('There is no server Postgres to test against.');
  const server = 'url' in source ? { url: source.url, stop: async () => {} } : await startServer(source.programs);
  const prefix = `synergy_test_${randomBytes(4).toString('hex')}`;
  const teardown = async () => {
    await dropDatabases(server.url, prefix);
    await server.stop();
  };
  try {
    const empty = `${prefix}_empty`;
    const seeded = `${prefix}_seeded`;
    await createDatabase(server.url, empty, 'template0');
    await withDatabase(server.url, empty, migrate);
    await createDatabase(server.url, seeded, empty);
    await withDatabase(server.url, seeded, seed);
    project.provide('databases', { kind: 'native', url: server.url, prefix, empty, seeded });
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}

async function withDatabase<T>(url: string, name: string, work: (db: ReturnType<typeof openDatabase>['db']) => Promise<T>): Promise<T> {
  const { db, close } = openDatabase(withName(url, name), { timeouts: false });
  try {
    return await work(db);
  } finally {
    await close();
  }
}

export async function createDatabase(url: string, name: string, template: string): Promise<void> {
  const { db, close } = openDatabase(url, { timeouts: false, poolSizeMax: 1 });
  try {
    await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(db);
  } finally {
    await close();
  }
}

/** Drops all databases whose name begins so. */
export async function dropDatabases(url: string, prefix: string): Promise<void> {
  const { db, close } = openDatabase(url, { timeouts: false, poolSizeMax: 1 });
  try {
    const { rows } = await sql<{ name: string }>`select datname::text as name from pg_database where starts_with(datname, ${prefix})`.execute(db);
    for (const { name } of rows) await sql`drop database ${sql.id(name)} with (force)`.execute(db);
  } finally {
    await close();
  }
}

/** The same server's address for another database. */
export function withName(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
