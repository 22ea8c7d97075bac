// The service on a server Postgres as it is meant to run: with a login that owns nothing, over a small pool.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Viewer } from '../src/core/viewer.ts';
import { openDatabase } from '../src/store/db.ts';
import { loginOf, prepareServiceLogin } from '../src/store/service-login.ts';
import { viewers } from './access/cast.ts';
import { insertCast, insertWorld } from './access/insert.ts';
import { randomWorld } from './access/world.ts';
import { clientOf } from './ask.ts';
import { openTestDatabase, type TestDatabase } from './db.ts';

describe.runIf(inject('databases').kind === 'native')('the login of the service', () => {
  const login = `synergy_service_${randomBytes(4).toString('hex')}`;
  let owner: TestDatabase;
  let url: string;
  beforeAll(async () => {
    owner = await openTestDatabase();
    await insertCast(owner.db);
    await owner.db.transaction().execute((trx) => insertWorld(trx, randomWorld(5), false));
    await sql`create role ${sql.id(login)} login password 'secret'`.execute(owner.db);
    const address = new URL(owner.url ?? '');
    [address.username, address.password] = [login, 'secret'];
    url = address.href;
    await prepareServiceLogin(owner.db, url);
  });
  afterAll(async () => {
    if (!owner) return;
    await sql`drop owned by ${sql.id(login)}`.execute(owner.db);
    await sql`drop role ${sql.id(login)}`.execute(owner.db);
    await owner.close();
  });

  const query = `{ viewer { role } strategies(first: 40) { totalCount edges { node { key title } } }
    assessments(first: 40) { totalCount } alignmentMatrix(organization: "xreg") { statuses lows highs evidenceCounts } }`;

  test('is bound by the policies, and the owner is not', async () => {
    const { db, close } = openDatabase(url);
    expect(await loginOf(db)).toEqual({ name: login, isBound: true });
    expect((await loginOf(owner.db)).isBound).toBe(false);
    await close();
  });

  test('that could bypass the policies is refused, with the mend', async () => {
    await expect(prepareServiceLogin(owner.db, owner.url ?? '')).rejects.toThrow(/owns the tables or is a superuser.*DATABASE_OWNER_URL/);
  });

  test('answers every viewer as the owner’s login does, and goes back to the pool knowing nobody', async () => {
    const { db, close } = openDatabase(url, { poolSizeMax: 2 });
    const cast = Object.values(viewers);
    const expected: string[] = [];
    for (const viewer of cast) expected.push((await clientOf(owner, '2026-06-01', viewer)(query)).text);
    expect(new Set(expected).size).toBeGreaterThan(5);
    const service = { ...owner, db };
    // 200 requests of all viewers over two connections, twenty at a time, every fifth broken off by an error of its own.
    const requests = Array.from({ length: 200 }, (_unused, index) => index % cast.length);
    const answers: string[] = [];
    for (let start = 0; start < requests.length; start += 20) {
      const wave = requests.slice(start, start + 20).map(async (place, index) => {
        const ask = clientOf(service, '2026-06-01', cast[place] as Viewer);
        if (index % 5 === 0) await ask('{ alignmentCell(state: "XAA", objective: "xreg-nothing.n1") { low } }');
        return (await ask(query)).text;
      });
      answers.push(...(await Promise.all(wave)));
    }
    expect(answers.filter((text, index) => text !== expected[requests[index] as number])).toEqual([]);
    const { rows } = await sql<{
      role: string;
      viewer: string;
    }>`select current_user::text as role, concat(current_setting('synergy.role', true), current_setting('synergy.state', true)) as viewer`.execute(
      db,
    );
    expect(rows).toEqual([{ role: login, viewer: '' }]);
    await close();
  });
});
