// Before the tests on the embedded database: makes the copies that each test file begins from.
import { rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { seed } from '../../src/packs/seed.ts';
import { openPglite } from '../../src/store/embedded.ts';
import { migrate } from '../../src/store/migrate.ts';
import { atExit } from './at-exit.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'synergy-test-'));
  const cancelTidying = atExit(() => rmSync(folder, { recursive: true, force: true }));
  const teardown = () => {
    cancelTidying();
    return rm(folder, { recursive: true, force: true });
  };
  const pglite = await PGlite.create();
  const { db, close } = openPglite(pglite, async () => {}, {});
  try {
    const save = async (name: string) => {
      const file = path.join(folder, name);
      await writeFile(file, new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer()));
      return file;
    };
    await migrate(db);
    const empty = await save('empty.tar');
    await seed(db);
    const seeded = await save('seeded.tar');
    project.provide('databases', { kind: 'embedded', empty, seeded });
  } catch (error) {
    await teardown();
    throw error;
  } finally {
    await close();
  }
  return teardown;
}
