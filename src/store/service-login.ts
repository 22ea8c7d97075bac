// The login of the service on a server: one that owns nothing, so that row-level security binds it. The owner's login is the operator's.
import { sql } from 'kysely';
import { AppError } from '../core/errors.ts';
import { plain } from '../i18n/words.ts';
import { type Database, openDatabase } from './db.ts';

/** Tables that no request touches: the operator's, and those that triggers keep. */
const operatorsTables = ['seeded', 'audit_head', 'kysely_migration', 'kysely_migration_lock'];

/** Who this connection is logged in as, and whether the policies bind it: they do not bind a superuser, nor the owner of the tables. */
export async function loginOf(db: Database): Promise<{ name: string; isBound: boolean }> {
  const { rows } = await sql<{ name: string; isBound: boolean }>`
    select session_user::text as name,
      not (r.rolsuper or r.rolbypassrls or pg_has_role(session_user, (select relowner from pg_class where oid = 'strategy'::regclass), 'member')) as "isBound"
    from pg_roles r where r.rolname = session_user`.execute(db);
  const [login] = rows;
  if (!login) throw new Error('the database does not know who is logged in');
  return login;
}

/** Lets a login do what the policies allow, and nothing else. Run by the owner of the tables, after every migration. */
export async function grantToService(db: Database, login: string): Promise<void> {
  const to = sql.id(login);
  await db.transaction().execute(async (trx) => {
    await sql`revoke all on all tables in schema public from ${to}`.execute(trx);
    await sql`grant usage on schema public to ${to}`.execute(trx);
    await sql`grant select, insert, update, delete on all tables in schema public to ${to}`.execute(trx);
    await sql`grant usage on all sequences in schema public to ${to}`.execute(trx);
    for (const table of operatorsTables) await sql`revoke all on ${sql.table(table)} from ${to}`.execute(trx);
    await sql`revoke insert, update, delete on seed_state from ${to}`.execute(trx);
    // The trail is written and read, never altered.
    await sql`revoke update, delete, truncate on audit_entry from ${to}`.execute(trx);
  });
}

/** Gives the login of the service, found by its connection string, its rights. Throws CONFLICT where the policies would not bind it. */
export async function prepareServiceLogin(owner: Database, serviceUrl: string): Promise<void> {
  const { db, close } = openDatabase(serviceUrl, { poolSizeMax: 1 });
  try {
    const { name, isBound } = await loginOf(db);
    if (!isBound) {
      throw new AppError(
        'CONFLICT',
        plain(
          `DATABASE_URL logs in as "${name}", which owns the tables or is a superuser, so row-level security does not bind it. Let DATABASE_URL name a login that owns nothing, and DATABASE_OWNER_URL the owner.`,
        ),
      );
    }
    await grantToService(owner, name);
  } finally {
    await close();
  }
}
