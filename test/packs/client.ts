// Clients that import packs through the API, each as someone, and what is recorded of it.
import { sql } from 'kysely';
import type { SignedIn } from '../../src/core/viewer.ts';
import type { PackFile } from '../../src/packs/model.ts';
import { type Answer, clientOf, type Data } from '../ask.ts';
import type { TestDatabase } from '../db.ts';

export const editor: SignedIn = { role: 'EDITOR', state: 'XAA', subject: 'xaa-editor' };
export const approver: SignedIn = { role: 'APPROVER', state: 'XAA', subject: 'xaa-approver' };
export const neighbour: SignedIn = { role: 'EDITOR', state: 'XAB', subject: 'xab-editor' };
export const analyst: SignedIn = { role: 'ANALYST', organization: 'letters', subject: 'letters-analyst' };
export const secretariat: SignedIn = { role: 'SECRETARIAT', subject: 'secretariat' };
export const admin: SignedIn = { role: 'ADMIN', subject: 'admin' };

const mutation = `mutation ($input: ImportPackInput!) { importPack(input: $input) {
  stored counts { kind added changed unchanged } warnings { file line message }
  effects { organization { key } matrix from to count cells { state { key } column } sentence }
  userErrors { field code message }
} }`;

/** Imports files as this viewer. The answer as it came. */
export function importAs(database: TestDatabase, viewer: SignedIn, files: readonly PackFile[], dryRun = false): Promise<Answer> {
  const input = { files: files.map(({ name, content }) => ({ name, content: String(content) })), dryRun };
  return clientOf(database, '2026-06-01', viewer)(mutation, { input });
}

/** The payload of an import that is expected to be answered. */
export async function payloadOf(answer: Promise<Answer>): Promise<Data> {
  const { data, text } = await answer;
  if (!data?.importPack) throw new Error(text);
  return data.importPack;
}

/** Every row of every table but the trail's own head, with the transaction that wrote it: equal where nothing was written. */
export async function traces(db: TestDatabase['db']): Promise<unknown> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`.execute(db);
  const all: Record<string, unknown> = {};
  for (const { name } of tables)
    all[name] = (await sql`select t.xmin::text, to_jsonb(t) as row from ${sql.table(name)} t order by t.ctid`.execute(db)).rows;
  return all;
}

/** The trail, the oldest first. */
export async function trail(db: TestDatabase['db']) {
  return db
    .selectFrom('audit_entry')
    .select(['actor', 'role', 'action', 'kind', 'key', 'version', 'change', 'visibility', 'publication', 'state_key', 'organization_key'])
    .orderBy('position')
    .execute();
}
