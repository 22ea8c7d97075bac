// Databases for tests. The whole suite runs once on the embedded database and once on server Postgres; a test file asks for a database
// of its own here and gets a copy of a prepared one, in a fraction of a second.
import { randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../src/store/db.ts';
import { openInMemory } from '../src/store/embedded.ts';
import { createDatabase, dropDatabases, withName } from './setup/native.ts';

/** What the setup of each project hands to its tests. */
export type PreparedDatabases =
  | { kind: 'embedded'; empty: string; seeded: string }
  | { kind: 'native'; url: string; prefix: string; empty: string; seeded: string };

declare module 'vitest' {
  interface ProvidedContext {
    databases: PreparedDatabases;
  }
}

export type TestDatabase = {
  db: Database;
  kind: 'embedded' | 'native';
  /** Text of every statement run so far. Set its length to 0 to count anew. */
  statements: string[];
  /** Connection string of a database on a server; null for the embedded one. */
  url: string | null;
  close: () => Promise<void>;
};

/** A new database with all migrations and no rows. */
export function openTestDatabase(): Promise<TestDatabase> {
  return openCopy(inject('databases').empty);
}

/** A new database with all migrations and the project's own data. */
export function openSeededDatabase(): Promise<TestDatabase> {
  return openCopy(inject('databases').seeded);
}

async function openCopy(template: string): Promise<TestDatabase> {
  const prepared = inject('databases');
  const statements: string[] = [];
  const onStatement = (text: string) => void statements.push(text);
  if (prepared.kind === 'embedded') {
    const { db, close } = await openInMemory({ copyOf: await openAsBlob(template), onStatement });
    return { db, kind: 'embedded', statements, url: null, close };
  }
  const name = `${prepared.prefix}_${randomBytes(4).toString('hex')}`;
  await createDatabase(prepared.url, name, template);
  const url = withName(prepared.url, name);
  const { db, close } = openDatabase(url, { onStatement });
  const closeAndDrop = async () => {
    await close();
    await dropDatabases(prepared.url, name);
  };
  return { db, kind: 'native', statements, url, close: closeAndDrop };
}
