// Moves a whole database between embedded and server Postgres, in a file: gzip over one JSON value a line. Every value travels as the
// text Postgres gives for it and takes back, so the copy is exact. Rows go in batches, so memory stays small. Node only.
//
//   {"format", "migrations"}, then for each table {"table", "columns"} and its rows as lists, then {"sequences"}, then {"rows"}
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sql } from 'kysely';
import { AppError } from '../core/errors.ts';
import { plain } from '../i18n/words.ts';
import { type CatalogueColumn, findColumns } from './catalogue.ts';
import { type Database, inTransaction, readSnapshot } from './db.ts';
import { executedMigrations } from './migrate.ts';

const format = 'strategy-synergy-dump/1';
const batchRows = 500;

/** `rows` so far, in `done` tables of `total` and part of `table`. */
export type TransferProgress = { table: string; rows: number; done: number; total: number };
type OnProgress = (progress: TransferProgress) => void;

type Row = (string | null)[];
type Sequence = { name: string; value: string; isCalled: boolean };

/** Writes all that the database holds, as of one moment, to a file; the file appears when it is whole. Returns the number of rows. */
export async function dump(db: Database, file: string, onProgress: OnProgress = () => {}): Promise<number> {
  const part = `${file}.part`;
  let rows = 0;
  try {
    await readSnapshot(db, async (snapshot) => {
      const lines = dumpLines(snapshot, (progress) => {
        rows = progress.rows;
        onProgress(progress);
      });
      await pipeline(Readable.from(lines), createGzip(), createWriteStream(part));
    });
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
  return rows;
}

/**
 * Fills an empty database from a file of `dump`, all or nothing. Returns the number of rows.
 * Throws CONFLICT where the database holds rows or has other migrations than the dump, INVALID where the file is no whole dump.
 */
export async function load(db: Database, file: string, onProgress: OnProgress = () => {}): Promise<number> {
  const lines = readLines(file);
  try {
    return await inTransaction(db, async (trx) => {
      await checkHeader(trx, (await lines.next()).value, file);
      const tables = Map.groupBy(await findColumns(trx), (column) => column.table);
      await checkEmpty(trx, [...tables.keys()]);
      await sql`set constraints all deferred`.execute(trx);
      await switchTriggers(trx, [...tables.keys()], 'disable');
      const rows = await loadLines(trx, lines, tables, file, onProgress);
      await sql`set constraints all immediate`.execute(trx);
      await switchTriggers(trx, [...tables.keys()], 'enable');
      return rows;
    });
  } finally {
    await lines.return(undefined);
  }
}

async function* dumpLines(db: Database, onProgress: OnProgress): AsyncGenerator<string> {
  yield line({ format, migrations: await executedMigrations(db) });
  const tables = [...Map.groupBy(await findColumns(db), (column) => column.table)];
  let rows = 0;
  for (const [done, [table, allColumns]] of tables.entries()) {
    const columns = writable(allColumns);
    onProgress({ table, rows, done, total: tables.length });
    yield line({ table, columns: columns.map((column) => column.column) });
    const values = columns.map((column) => sql`${sql.ref(column.column)}::text`);
    await sql`declare dump_rows no scroll cursor for select json_build_array(${sql.join(values)})::text as "row" from ${sql.table(table)}`.execute(
      db,
    );
    for (;;) {
      const batch = await sql<{ row: string }>`fetch ${sql.lit(batchRows)} from dump_rows`.execute(db);
      if (batch.rows.length === 0) break;
      rows += batch.rows.length;
      yield batch.rows.map(({ row }) => `${row}\n`).join('');
      onProgress({ table, rows, done, total: tables.length });
    }
    await sql`close dump_rows`.execute(db);
  }
  yield line({ sequences: await findSequences(db) });
  yield line({ rows });
}

async function loadLines(
  db: Database,
  lines: AsyncGenerator<string>,
  tables: Map<string, CatalogueColumn[]>,
  file: string,
  onProgress: OnProgress,
): Promise<number> {
  let target: { table: string; columns: CatalogueColumn[] } | null = null;
  let batch: Row[] = [];
  let [rows, done] = [0, 0];
  const flush = async () => {
    if (target && batch.length > 0) {
      await insertRows(db, target.table, target.columns, batch);
      rows += batch.length;
      batch = [];
      onProgress({ table: target.table, rows, done, total: tables.size });
    }
  };
  for await (const text of lines) {
    const value = parseLine(text, file);
    if (Array.isArray(value)) {
      batch.push(value);
      if (batch.length === batchRows) await flush();
      continue;
    }
    await flush();
    if ('table' in value) {
      const known = writable(tables.get(value.table) ?? []);
      const columns = value.columns.map((name) => known.find((column) => column.column === name) ?? invalid(file));
      done += target ? 1 : 0;
      target = { table: value.table, columns };
    } else if ('sequences' in value) {
      for (const { name, value: last, isCalled } of value.sequences)
        await sql`select setval(${`public.${name}`}, ${last}::bigint, ${isCalled})`.execute(db);
    } else if (value.rows === rows) return rows;
    else break;
  }
  return invalid(file);
}

async function insertRows(db: Database, table: string, columns: CatalogueColumn[], batch: Row[]): Promise<void> {
  const names = columns.map((column) => sql.ref(column.column));
  const values = columns.map((column) => sql`${sql.ref(column.column)}::${sql.raw(column.type)}`);
  const lists = columns.map((_, index) => sql`${batch.map((row) => row[index] ?? null)}::text[]`);
  await sql`insert into ${sql.table(table)} (${sql.join(names)}) overriding system value
    select ${sql.join(values)} from unnest(${sql.join(lists)}) as dumped(${sql.join(names)})`.execute(db);
}

async function checkHeader(db: Database, text: string | undefined, file: string): Promise<void> {
  const header: object = text ? parseLine(text, file) : {};
  if (!('format' in header && header.format === format && 'migrations' in header))
    throw new AppError('INVALID', plain(`${file} is not a dump of Strategy Synergy.`));
  if (JSON.stringify(header.migrations) !== JSON.stringify(await executedMigrations(db))) {
    throw new AppError(
      'CONFLICT',
      plain(
        `${file} was dumped by another release than the one that made this database. Load it with the release that dumped it, then move on to this one.`,
      ),
    );
  }
}

async function checkEmpty(db: Database, tables: string[]): Promise<void> {
  for (const table of tables) {
    const { rows } = await sql`select from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0)
      throw new AppError(
        'CONFLICT',
        plain('The database is not empty. A dump is loaded only into an empty one: take another DATA_DIR or DATABASE_URL.'),
      );
  }
}

/** What our own triggers would write is in the dump already. Those of foreign keys stay on. */
async function switchTriggers(db: Database, tables: string[], action: 'disable' | 'enable'): Promise<void> {
  for (const table of tables) await sql`alter table ${sql.table(table)} ${sql.raw(action)} trigger user`.execute(db);
}

async function findSequences(db: Database): Promise<Sequence[]> {
  const { rows: names } = await sql<{ name: string }>`
    select sequencename::text as name from pg_sequences where schemaname = 'public' order by sequencename collate "C"`.execute(db);
  const sequences: Sequence[] = [];
  for (const { name } of names) {
    const { rows } = await sql<{
      value: string;
      isCalled: boolean;
    }>`select last_value::text as value, is_called as "isCalled" from ${sql.table(name)}`.execute(db);
    sequences.push(...rows.map((row) => ({ name, ...row })));
  }
  return sequences;
}

const writable = (columns: CatalogueColumn[]) => columns.filter((column) => !column.isGenerated);

const line = (value: unknown) => `${JSON.stringify(value)}\n`;

function parseLine(text: string, file: string): Row | { table: string; columns: string[] } | { sequences: Sequence[] } | { rows: number } {
  const value = parseJson(text);
  return typeof value === 'object' && value !== null ? (value as ReturnType<typeof parseLine>) : invalid(file);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function invalid(file: string): never {
  throw new AppError('INVALID', plain(`${file} is not a whole dump: it is damaged or was cut short. Dump again.`));
}

/** Lines of a gzip file, without their ends. Throws INVALID where it is no gzip file or was cut short. */
async function* readLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = createGunzip();
  source
    .on('error', (error) => text.destroy(error))
    .pipe(text)
    .setEncoding('utf8');
  try {
    let rest = '';
    for await (const chunk of text) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new AppError('INVALID', plain(`There is no file ${file}.`), { cause: error });
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new AppError('INVALID', plain(`${file} is not a whole dump: it is damaged or was cut short. Dump again.`), { cause: error });
    throw error;
  } finally {
    source.destroy();
    text.destroy();
  }
}
