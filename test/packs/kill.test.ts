// An import that is cut off leaves what was there before.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importPack } from '../../src/packs/service.ts';
import { openDatabase } from '../../src/store/db.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openTestDatabase } from '../db.ts';
import { world } from './world.ts';

const script = fileURLToPath(new URL('./endless-import.ts', import.meta.url));

/** Runs an import in a process of its own and kills that in the middle of writing, with no chance to clean up. */
function killInTheMiddle(target: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, target], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (text: Buffer) => text.includes('writing') && child.kill('SIGKILL'));
    child.on('error', reject);
    child.on('exit', (_code, signal) => resolve(signal));
  });
}

test('kill -9 in the middle of an import leaves the old state whole', async () => {
  const { kind, url, close } = await openTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'synergy-kill-'));
  const open = () => (url ? openDatabase(url, { timeouts: false }) : openEmbedded(folder));
  const target = kind === 'native' ? (url ?? '') : folder;
  const before = await open();
  if (kind === 'embedded') await migrate(before.db);
  await importPack(before.db, world);
  await before.close();

  expect(await killInTheMiddle(target)).toBe('SIGKILL');

  const after = await open();
  const strategies = await after.db.selectFrom('strategy').select('strategy_key as key').orderBy('strategy_key').execute();
  expect(strategies.map(({ key }) => key)).toEqual(['letters-strategy-2025', 'xaa-plan-2024']);
  expect((await importPack(after.db, world)).counts.node).toEqual({ added: 0, changed: 0, unchanged: 6 });
  await after.close();
  await close();
  await rm(folder, { recursive: true, force: true });
});
