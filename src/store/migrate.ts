// Brings a database to the newest schema: schema/migrations/*.sql, forward only, in the order of their numbers. Node only.
import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { AppError } from '../core/errors.ts';
import { plain } from '../i18n/words.ts';
import type { Database } from './db.ts';

const folder = new URL('../../schema/migrations/', import.meta.url);

export type MigrationProgress = { name: string; done: number; total: number };

/**
 * Runs the migrations that are missing, all in one transaction, and returns their names. Two callers at once are safe: the second
 * waits. On a server, open it with `timeouts: false`. Throws CONFLICT where the database was made by a newer release.
 */
export async function migrate(db: Database, onProgress: (progress: MigrationProgress) => void = () => {}): Promise<string[]> {
  const pending = await pendingMigrations(db);
  const started = (name: string) => pending.includes(name) && onProgress({ name, done: pending.indexOf(name), total: pending.length });
  const { error, results } = await migrator(db, started).migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/** Names of migrations that this release has and the database has not. Throws CONFLICT where the database was made by a newer release. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const known = await migrator(db).getMigrations();
  const executed = known.filter((migration) => migration.executedAt).length;
  if (executed < (await executedMigrations(db)).length) {
    throw new AppError(
      'CONFLICT',
      plain('The database was made by a newer release of Strategy Synergy. Start that release, or use another database.'),
    );
  }
  return known.filter((migration) => !migration.executedAt).map((migration) => migration.name);
}

/** Names of the migrations the database has had, in order; none for an empty database. */
export async function executedMigrations(db: Database): Promise<string[]> {
  const { rows: tables } = await sql`select from pg_class where oid = to_regclass('public.kysely_migration')`.execute(db);
  if (tables.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name collate "C"`.execute(db);
  return rows.map((row) => row.name);
}

function migrator(db: Database, onStart: (name: string) => void = () => {}): Migrator {
  return new Migrator({ db, provider: { getMigrations: () => readMigrations(onStart) } });
}

async function readMigrations(onStart: (name: string) => void): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const migrations = files.map(async (file): Promise<[string, Migration]> => {
    const name = file.slice(0, -'.sql'.length);
    const text = await readFile(new URL(file, folder), 'utf8');
    const up = async (db: Database) => {
      onStart(name);
      await sql.raw(text).execute(db);
    };
    return [name, { up }];
  });
  return Object.fromEntries(await Promise.all(migrations));
}
