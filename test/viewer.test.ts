// The field `viewer`: who the service takes the asker for.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/http/app.ts';
import { createAuthenticate } from '../src/http/auth.ts';
import { isReady } from '../src/http/ready.ts';
import { version } from '../src/http/version.ts';
import { schema } from '../src/schema.ts';
import { openSeededDatabase, type TestDatabase } from './db.ts';
import { post } from './http/small-app.ts';
import { claims, makeSigner, type Signer, sign, trustIn } from './http/tokens.ts';

const query = '{ viewer { role state { key name } organization { key } } }';

let database: TestDatabase;
let signer: Signer;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  [database, signer] = await Promise.all([openSeededDatabase(), makeSigner('EdDSA', 'key')]);
  app = createApp({ schema, connect: (_c, use) => use(database.db), isReady, version, authenticate: createAuthenticate(trustIn(signer)) });
});
afterAll(() => database?.close());

test('without a token is PUBLIC', async () => {
  const { body } = await post(app, { query });
  expect(body.data).toEqual({ viewer: { role: 'PUBLIC', state: null, organization: null } });
});

test.each([
  [
    { synergy_role: 'approver', synergy_state: 'JAM' },
    { role: 'APPROVER', state: { key: 'JAM', name: 'Jamaica' }, organization: null },
  ],
  [
    { synergy_role: 'analyst', synergy_organization: 'caricom' },
    { role: 'ANALYST', state: null, organization: { key: 'caricom' } },
  ],
  [{ synergy_role: 'secretariat' }, { role: 'SECRETARIAT', state: null, organization: null }],
  // A state that is not recorded owns nothing, and is no error.
  [
    { synergy_role: 'reader', synergy_state: 'XJZ' },
    { role: 'READER', state: null, organization: null },
  ],
  [
    { synergy_role: 'analyst', synergy_organization: 'nowhere' },
    { role: 'ANALYST', state: null, organization: null },
  ],
])('with a token of %o is %o', async (other, viewer) => {
  const { body } = await post(app, { query }, { authorization: `Bearer ${await sign(signer, claims(other))}` });
  expect(body).toMatchObject({ data: { viewer } });
  expect(body.errors).toBeUndefined();
});
