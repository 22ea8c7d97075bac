// The commands that make, fill and move a database: migrate, seed, dump, load.
import { seed } from '../packs/seed.ts';
import type { Database } from '../store/db.ts';
import { dump, load } from '../store/dump.ts';
import { migrate } from '../store/migrate.ts';
import { prepareServiceLogin } from '../store/service-login.ts';
import { jsonOf } from '../views/formats.ts';
import { exits, failure } from './failures.ts';
import { type Progress, startProgress } from './progress.ts';
import { type Session, withDatabase } from './session.ts';

export function runMigrate(session: Session): Promise<number> {
  return run(session, true, async (db, progress) => {
    const migrations = await migrateWith(db, progress, session);
    return {
      report: { migrations },
      line: migrations.length > 0 ? `Migrated: ${migrations.join(', ')}.` : 'Nothing to migrate: the database is up to date.',
    };
  });
}

export function runSeed(session: Session): Promise<number> {
  return run(session, true, async (db, progress) => {
    const migrations = await migrateWith(db, progress, session);
    const { isCurrent, written } = await seed(db, { progress: session.say });
    const line = isCurrent ? 'Nothing to seed: the records that come with this release are there.' : `Seeded: ${written} records.`;
    return { report: { migrations, isCurrent, written }, line };
  });
}

export function runDump(session: Session, file: string): Promise<number> {
  return run(session, false, async (db, progress) => {
    const rows = await dump(db, file, (at) => progress.step('Dumping tables', at.done, at.total));
    return { report: { file, rows }, line: `Dumped ${rows} rows to ${file}.` };
  });
}

export function runLoad(session: Session, file: string): Promise<number> {
  return run(session, true, async (db, progress) => {
    await migrateWith(db, progress, session);
    const rows = await load(db, file, (at) => progress.step('Loading tables', at.done, at.total)).catch((error: unknown) => {
      const isInvalid = error instanceof Error && error.name === 'AppError' && 'code' in error && error.code === 'INVALID';
      throw isInvalid ? failure(exits.invalid, error.message) : error;
    });
    return { report: { file, rows }, line: `Loaded ${rows} rows from ${file}.` };
  });
}

/** Migrates, and gives the login of the service, where it has one of its own, the rights to what is new. */
async function migrateWith(db: Database, progress: Progress, { env }: Session): Promise<string[]> {
  const migrations = await migrate(db, ({ done, total }) => progress.step('Migrating', done, total));
  if (env.databaseUrl !== null && env.databaseOwnerUrl !== null) await prepareServiceLogin(db, env.databaseUrl);
  return migrations;
}

/** Runs the work with its progress, and prints its report: as an object with --json, else in a line. */
async function run(
  session: Session,
  mayMake: boolean,
  work: (db: Database, progress: Progress) => Promise<{ report: object; line: string }>,
): Promise<number> {
  const { report, line } = await withDatabase(session, mayMake, async (db) => {
    const progress = startProgress(session.say);
    try {
      return await work(db, progress);
    } finally {
      progress.end();
    }
  });
  session.print(session.isJson ? jsonOf(report) : `${line}\n`);
  return exits.ok;
}
