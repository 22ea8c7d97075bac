// Whether the database can answer readers.
import type { Database } from '../store/db.ts';

/** Does the database answer, with its tables made and its data there? Throws where it does not answer or has no tables. The states come with the seeds. */
export async function isReady(db: Database): Promise<boolean> {
  const state = await db.selectFrom('state').select('state_key').limit(1).executeTakeFirst();
  return state !== undefined;
}
