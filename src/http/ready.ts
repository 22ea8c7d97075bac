// Whether the database can answer readers.
import type { Database } from '../store/db.ts';

/** Does the database answer, with its tables made and its data there? Throws where it does not answer or has no tables. The last thing the seeds write is their digest. */
export async function isReady(db: Database): Promise<boolean> {
  const state = await db.selectFrom('seed_state').select('digest').executeTakeFirst();
  return state !== undefined;
}
