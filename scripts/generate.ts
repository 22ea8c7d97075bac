// Writes the files that are made from others: row types, the database's definition, the GraphQL schema, the script of the pages. With --check it compares them
// instead, and fails naming those that are not current.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { pgDump } from '@electric-sql/pglite-tools/pg_dump';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../src/schema.ts';
import { openPglite } from '../src/store/embedded.ts';
import { migrate } from '../src/store/migrate.ts';
import { printScript } from './browser-code.ts';
import { printTableTypes } from './table-types.ts';

const root = new URL('../', import.meta.url);

/** Text of each generated file, by its path, from a fresh database with all migrations. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const pglite = await PGlite.create();
  const { db, close } = openPglite(pglite, async () => {}, {});
  try {
    await migrate(db);
    const files = new Map<string, string>();
    files.set('src/store/tables.ts', await printTableTypes(db));
    files.set('src/pages/script.ts', await printScript());
    files.set('schema/schema.graphql', `${printSchema(lexicographicSortSchema(schema))}\n`);
    // Last: pg_dump leaves the session with another search path.
    files.set(
      'schema/tables.sql',
      tidyDump(await (await pgDump({ pg: pglite, args: ['--schema-only', '--no-owner', '--exclude-table=kysely_*'] })).text()),
    );
    return files;
  } finally {
    await close();
  }
}

/** Paths of generated files that are not what they would be now. */
export async function staleFiles(files: Map<string, string>): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, text] of files) {
    const written = await readFile(new URL(path, root), 'utf8').catch(() => null);
    if (written !== text) stale.push(path);
  }
  return stale;
}

/** A dump without what changes from run to run or version to version, and without repeated blank lines. */
function tidyDump(dump: string): string {
  const lines = dump.split('\n').filter((line) => !/^(--|SET |SELECT pg_catalog\.set_config|\\(un)?restrict )/.test(line));
  return `-- The database's definition. Made by \`npm run generate\` from schema/migrations; do not edit.\n\n${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

if (import.meta.main) {
  const files = await generatedFiles();
  const stale = await staleFiles(files);
  if (process.argv.includes('--check')) {
    if (stale.length > 0) {
      console.error(`Not current: ${stale.join(', ')}. Run "npm run generate" and look at the difference.`);
      process.exitCode = 1;
    } else console.log('Generated files are current.');
  } else {
    for (const path of stale) {
      await mkdir(new URL('.', new URL(path, root)), { recursive: true });
      await writeFile(new URL(path, root), files.get(path) ?? '');
    }
    console.log(stale.length > 0 ? `Written: ${stale.join(', ')}.` : 'Generated files were current.');
  }
}
