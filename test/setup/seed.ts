// Fills a migrated template with the project's own data, for tests that read real records.
import { existsSync } from 'node:fs';
import type { Database } from '../../src/store/db.ts';

/** Runs the seeds. Returns whether there are any: src/packs/seed.ts may not be written yet. */
export async function seedTemplate(db: Database): Promise<boolean> {
  const file = new URL('../../src/packs/seed.ts', import.meta.url);
  if (!existsSync(file)) return false;
  const { seed }: { seed: (db: Database) => Promise<unknown> } = await import(file.href);
  await seed(db);
  return true;
}
