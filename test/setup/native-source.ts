// Where the tests find server Postgres: TEST_DATABASE_URL, else programs on this machine.
import { access, readdir } from 'node:fs/promises';
import path from 'node:path';

export type NativeSource = { url: string } | { programs: string };

/** The server to test against: the one TEST_DATABASE_URL names, else the folder of initdb and postgres, else null. */
export async function nativeSource(): Promise<NativeSource | null> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url };
  const debian = '/usr/lib/postgresql';
  const versions = (await readdir(debian).catch(() => [])).sort((a, b) => Number(b) - Number(a));
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...versions.map((version) => path.join(debian, version, 'bin'))];
  for (const folder of folders.filter(Boolean)) {
    if ((await exists(path.join(folder, 'initdb'))) && (await exists(path.join(folder, 'postgres')))) return { programs: folder };
  }
  return null;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
