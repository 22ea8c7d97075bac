import { expect, test } from 'vitest';
import { schema } from '../schema.ts';
import { openDatabase } from '../store/db.ts';
import { createApp } from './app.ts';
import { isReady } from './ready.ts';
import { version } from './version.ts';

test('a file for want of the database asks to try again, as a page does', async () => {
  const { db, close } = openDatabase('postgres://nobody@127.0.0.1:1/nowhere');
  const app = createApp({ schema, connect: (_c, use) => use(db), isReady, version });
  for (const path of ['/export/matrix.csv?organization=caricom', '/en/r/caricom/matrix', '/en/brief'])
    expect([path, (await app.request(path)).status]).toEqual([path, 503]);
  expect((await app.request('/export/matrix.csv?organization=caricom')).headers.get('retry-after')).toBe('5');
  await close();
});
