import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, afterEach, expect, test } from 'vitest';
import { embeddedMajorVersion, openEmbedded } from '../src/store/embedded.ts';

/** One for all tests here: making a database takes seconds. */
const folder = await mkdtemp(path.join(tmpdir(), 'synergy-embedded-'));
let holders: ChildProcess[] = [];

afterEach(async () => {
  const living = holders.filter((holder) => holder.exitCode === null && holder.signalCode === null);
  holders = [];
  await Promise.all(living.map((holder) => holder.kill('SIGKILL') && once(holder, 'exit')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Another process that opens the folder, says so, and then runs `then`. Resolves once it holds the folder. */
async function startHolder(then: string): Promise<ChildProcess & { pid: number }> {
  const embedded = new URL('../src/store/embedded.ts', import.meta.url).href;
  const program = `
    import { openEmbedded } from ${JSON.stringify(embedded)};
    import { sql } from ${JSON.stringify(import.meta.resolve('kysely'))};
    const { db, close } = await openEmbedded(${JSON.stringify(folder)});
    console.log('open');
    ${then}`;
  const holder = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  holders.push(holder);
  for await (const line of createInterface({ input: holder.stdout })) if (line === 'open') break;
  if (holder.pid === undefined) throw new Error('The holder did not start.');
  return Object.assign(holder, { pid: holder.pid });
}

test('what is written is there when the folder is opened again, and closing twice does no harm', async () => {
  const first = await openEmbedded(folder);
  await sql`create table kept_open (n int); insert into kept_open values (7)`.execute(first.db);
  await first.close();
  await first.close();
  expect(await readFile(path.join(folder, 'postgres', 'PG_VERSION'), 'utf8')).toBe(`${embeddedMajorVersion}\n`);
  expect(await readdir(folder)).toEqual(['postgres', 'postgres.lock']);
  const second = await openEmbedded(folder);
  expect((await sql`select n from kept_open`.execute(second.db)).rows).toEqual([{ n: 7 }]);
  await second.close();
});

test('a second process is refused while the first lives, though its event loop stands still, and is told who holds the folder', async () => {
  const holder = await startHolder('for (;;);');
  const told: number[] = [];
  const refused = openEmbedded(folder, { waitMsMax: 1_500, onWait: ({ pid }) => told.push(pid) });
  await expect(refused).rejects.toMatchObject({ name: 'AppError', code: 'CONFLICT' });
  await expect(refused).rejects.toThrow(`is in use by process ${holder.pid} on `);
  await expect(refused).rejects.toThrow('or set DATA_DIR to another folder.');
  expect(told).toEqual([holder.pid]);
});

test('the same process cannot open a folder twice either', async () => {
  const first = await openEmbedded(folder);
  await expect(openEmbedded(folder, { waitMsMax: 0 })).rejects.toThrow(`is in use by process ${process.pid} on `);
  expect((await sql`select 1 as n`.execute(first.db)).rows).toEqual([{ n: 1 }]);
  await first.close();
});

test('a process that is killed holds nothing, and what it had committed is there', async () => {
  const holder = await startHolder(`
    await sql\`create table kept (n int)\`.execute(db);
    await sql\`insert into kept values (7)\`.execute(db);
    console.log('written');
    for (;;);`);
  for await (const line of createInterface({ input: holder.stdout ?? process.stdin })) if (line === 'written') break;
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const { db, close } = await openEmbedded(folder, { waitMsMax: 0 });
  expect((await sql`select n from kept`.execute(db)).rows).toEqual([{ n: 7 }]);
  await close();
});

test('a side file left behind, even with the number of a living process, locks nothing', async () => {
  await writeFile(path.join(folder, 'postgres.lock.json'), JSON.stringify({ pid: process.ppid, host: 'elsewhere', since: '2024-01-01' }));
  await writeFile(path.join(folder, 'postgres.lock'), '');
  const { close } = await openEmbedded(folder, { waitMsMax: 0 });
  await close();
});

test('a process that is closing is waited for', async () => {
  const holder = await startHolder(`process.stdin.once('data', () => setTimeout(close, 300));`);
  const opening = openEmbedded(folder);
  holder.stdin?.write('close\n');
  const { close } = await opening;
  await close();
});

test('a making that was cut short is begun anew', async () => {
  const other = path.join(folder, 'other');
  await mkdir(path.join(other, 'postgres.new', 'base'), { recursive: true });
  await writeFile(path.join(other, 'postgres.new', 'PG_VERSION'), '18\n');
  const { db, close } = await openEmbedded(other);
  expect((await sql`select 1 as n`.execute(db)).rows).toEqual([{ n: 1 }]);
  await close();
});

test('a folder made by an older major version is refused before it is opened, with the way out, and is let go', async () => {
  await (await openEmbedded(folder)).close();
  await writeFile(path.join(folder, 'postgres', 'PG_VERSION'), '17\n');
  const refused = openEmbedded(folder);
  await expect(refused).rejects.toMatchObject({ name: 'AppError', code: 'CONFLICT' });
  await expect(refused).rejects.toThrow(
    /made by an older release \(Postgres 17; this one is 18\)\. With the release that made it run "npm run synergy -- dump FILE"/,
  );
  expect(await readFile(path.join(folder, 'postgres', 'PG_VERSION'), 'utf8')).toBe('17\n');
  await writeFile(path.join(folder, 'postgres', 'PG_VERSION'), '18\n');
  await (await openEmbedded(folder, { waitMsMax: 0 })).close();
});
