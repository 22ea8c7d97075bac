import { mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPackFiles } from './files.ts';
import { inEnglish } from './problems.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synergy-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a folder is read with all below it in order of names; other files are named as skipped', async () => {
  const pack = path.join(folder, 'pack');
  await mkdir(path.join(pack, 'inner'), { recursive: true });
  for (const name of ['b.yaml', 'a.csv', 'inner/c.yml', 'z.json', 'README.md']) await writeFile(path.join(pack, name), 'x');
  await symlink(pack, path.join(pack, 'inner', 'loop'));
  const { files, skipped, problems } = await readPackFiles([pack]);
  expect(files.map(({ name }) => path.relative(pack, name))).toEqual(['a.csv', 'b.yaml', 'inner/c.yml', 'z.json']);
  expect(skipped.map((name) => path.relative(pack, name))).toEqual(['README.md', 'inner/loop']);
  expect(problems).toEqual([]);
});

test('a file of 200 MB is refused unread', async () => {
  const name = path.join(folder, 'big.csv');
  const file = await open(name, 'w');
  await file.truncate(200 * 1024 * 1024);
  await file.close();
  const { problems, ...read } = await readPackFiles([name]);
  expect(read).toEqual({ files: [], streams: [], skipped: [] });
  expect(problems.map(inEnglish)).toEqual([`${name}:1: the file is larger than 25 MB and was not read. Split it.`]);
});

test('an XML file of any size is named for streaming where it is given by name, and passed over in a folder', async () => {
  const inside = path.join(folder, 'xml');
  await mkdir(inside);
  const name = path.join(inside, 'big.xml');
  const file = await open(name, 'w');
  await file.truncate(200 * 1024 * 1024);
  await file.close();
  expect(await readPackFiles([name])).toEqual({ files: [], streams: [{ name, bytes: 200 * 1024 * 1024 }], skipped: [], problems: [] });
  expect(await readPackFiles([inside])).toEqual({ files: [], streams: [], skipped: [name], problems: [] });
});

test('a path that is not there is a problem', async () => {
  const name = path.join(folder, 'none.yaml');
  expect((await readPackFiles([name])).problems.map(inEnglish)).toEqual([`${name}:1: there is no such file or folder. Check the path.`]);
});
