// Tokens: which are believed, and that all others are refused alike.
import { createHmac, createPublicKey } from 'node:crypto';
import { base64url, errors } from 'jose';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { post, smallApp } from '../../test/http/small-app.ts';
import { audience, claims, issuer, makeSigner, nowSeconds, type Signer, sign, signedIn, trustIn } from '../../test/http/tokens.ts';
import { createAuthenticate } from './auth.ts';

let signer: Signer;
let rsa: Signer;
let stranger: Signer;
let app: ReturnType<typeof smallApp>;
beforeAll(async () => {
  [signer, rsa, stranger] = await Promise.all([makeSigner('ES256', 'key-1'), makeSigner('RS256', 'key-2'), makeSigner('ES256', 'key-1')]);
  app = smallApp({ authenticate: createAuthenticate(trustIn(signer, rsa, await makeSigner('EdDSA', 'key-3'))) });
});

const encode = (value: unknown) => base64url.encode(JSON.stringify(value));
/** A token of these parts, with a signature that is none. */
const unsigned = (header: object, signature = '') => `${encode(header)}.${encode(claims())}.${signature}`;
/** A token signed with a secret, as if the text of a public key were one. */
const withSecret = (secret: string | Buffer, header: object) => {
  const text = `${encode(header)}.${encode(claims())}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};
const pem = ({ publicJwk }: Signer) => createPublicKey({ key: publicJwk as never, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
const roleOf = async (authorization: string) => (await post(app, { query: '{ role }' }, { authorization })).body.data?.role;

describe('a token is believed', () => {
  test.each(['RS256', 'ES256', 'EdDSA'])('signed with %s', async (alg) => {
    const one = await makeSigner(alg, 'key');
    const identified = await createAuthenticate(trustIn(one))(`Bearer ${await sign(one)}`);
    expect(identified).toEqual({ viewer: { role: 'EDITOR', state: 'XAA', subject: 'account-1' } });
  });
  test.each([
    [{ synergy_role: 'reader' }, { role: 'READER', state: 'XAA', subject: 'account-1' }],
    [{ synergy_role: 'Approver' }, { role: 'APPROVER', state: 'XAA', subject: 'account-1' }],
    [{ synergy_role: 'DELEGATE' }, { role: 'DELEGATE', state: 'XAA', subject: 'account-1' }],
    [
      { synergy_role: 'analyst', synergy_organization: 'xorg' },
      { role: 'ANALYST', organization: 'xorg', subject: 'account-1' },
    ],
    [{ synergy_role: 'secretariat' }, { role: 'SECRETARIAT', subject: 'account-1' }],
    [{ synergy_role: 'admin' }, { role: 'ADMIN', subject: 'account-1' }],
    [{ aud: ['https://other.example', audience] }, { role: 'EDITOR', state: 'XAA', subject: 'account-1' }],
    [
      { exp: nowSeconds() + 899, iat: nowSeconds() - 1 },
      { role: 'EDITOR', state: 'XAA', subject: 'account-1' },
    ],
  ])('with the claims %o', async (other, viewer) => {
    const identified = await createAuthenticate(trustIn(signer))(`Bearer ${await sign(signer, claims(other))}`);
    expect(identified).toEqual({ viewer });
  });
  test('under the scheme in any case of letters', async () => {
    expect(await roleOf(`bEARER  ${await sign(signer)}`)).toBe('EDITOR');
  });
  test('and no token makes the public viewer', async () => {
    expect((await post(app, { query: '{ role }' })).body.data?.role).toBe('PUBLIC');
  });
});

describe('refused is', () => {
  /** What a client can see of the answer, but for the id of the request. */
  const refusalOf = async (authorization: string, to = app) => {
    const response = await to.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: '{"query":"{ role }"}',
    });
    return { status: response.status, headers: [...response.headers].filter(([name]) => name !== 'x-request-id'), text: await response.text() };
  };
  const good = () => sign(signer);
  const cases: [string, () => string | Promise<string>][] = [
    ['an empty header', () => ''],
    ['the scheme alone', () => 'Bearer'],
    ['garbage', () => 'Bearer nonsense'],
    ['three parts of garbage', () => 'Bearer a.b.c'],
    ['another scheme', () => 'Basic dXNlcjpwYXNzd29yZA=='],
    ['a good token under another scheme', async () => `Token ${await good()}`],
    ['a good token without a scheme', good],
    ['two credentials', async () => `Bearer ${await good()}, Bearer ${await good()}`],
    ['a good token and more', async () => `Bearer ${await good()} x`],
    ['a good token with another character in its signature', async () => `Bearer ${(await good()).replace(/.{4}$/, 'AAAA')}`],
    [
      'other claims under a good signature',
      async () => {
        const [header, , signature] = (await good()).split('.');
        return `Bearer ${header}.${encode(claims({ synergy_role: 'admin' }))}.${signature}`;
      },
    ],
    ['a token of five parts', () => `Bearer ${encode({ alg: 'dir', enc: 'A256GCM' })}..a.b.c`],
    ['a very long token', () => `Bearer ${'a'.repeat(9_000)}.b.c`],
    ['algorithm none', () => `Bearer ${unsigned({ alg: 'none' })}`],
    ['algorithm None, with a signature', () => `Bearer ${unsigned({ alg: 'None', kid: 'key-1' }, 'AAAA')}`],
    ['no algorithm', () => `Bearer ${unsigned({ kid: 'key-1' }, 'AAAA')}`],
    ['the public RSA key as a secret, as PEM', () => `Bearer ${withSecret(pem(rsa), { alg: 'HS256', kid: 'key-2' })}`],
    ['the public RSA key as a secret, its modulus', () => `Bearer ${withSecret(Buffer.from(rsa.publicJwk.n ?? '', 'base64url'), { alg: 'HS256' })}`],
    ['a secret signature that calls itself RS256', () => `Bearer ${withSecret(pem(rsa), { alg: 'RS256', kid: 'key-2' })}`],
    ['RS512, which is not on the list', async () => `Bearer ${await sign(await makeSigner('RS512', 'key-2'))}`],
    ['PS256 with a known key', async () => `Bearer ${await sign({ ...(await makeSigner('PS256', 'key-2')) })}`],
    ['the key of another under a known name', async () => `Bearer ${await sign(stranger)}`],
    ['an unknown key', async () => `Bearer ${await sign({ ...stranger, kid: 'key-9' })}`],
    ['no name of a key, with the key of another', async () => `Bearer ${await sign(stranger, claims(), { kid: undefined })}`],
    ['a path as the name of its key', async () => `Bearer ${await sign(stranger, claims(), { kid: '../../../../dev/null' })}`],
    ['SQL as the name of its key', async () => `Bearer ${await sign(stranger, claims(), { kid: "x' union select 'key" })}`],
    ['an address as the name of its key', async () => `Bearer ${await sign(stranger, claims(), { kid: 'http://127.0.0.1:1/keys' })}`],
    ['a number as the name of its key', () => `Bearer ${unsigned({ alg: 'ES256', kid: 1 }, 'AAAA')}`],
    ['its own key in its header', async () => `Bearer ${await sign(stranger, claims(), { jwk: stranger.publicJwk })}`],
    [
      'the address of its own keys in its header',
      async () => `Bearer ${await sign(stranger, claims(), { jku: 'http://127.0.0.1:1/', x5u: 'http://127.0.0.1:1/' })}`,
    ],
    ['an unknown critical header', async () => `Bearer ${unsigned({ alg: 'ES256', kid: 'key-1', crit: ['new'], new: true }, 'AAAA')}`],
    ['claims that are no JSON', () => `Bearer ${encode({ alg: 'ES256', kid: 'key-1' })}.bm9uZQ.AAAA`],
  ];
  const wrongClaims: [string, Record<string, unknown>][] = [
    ['another audience', { aud: 'https://other.example' }],
    ['no audience', { aud: undefined }],
    ['an audience with a slash more', { aud: `${audience}/` }],
    ['another issuer', { iss: 'https://other.example' }],
    ['no issuer', { iss: undefined }],
    ['a list of issuers', { iss: [issuer] }],
    ['a time that is over', { iat: nowSeconds() - 600, exp: nowSeconds() - 10 }],
    ['no end', { exp: undefined }],
    ['an end that is text', { exp: String(nowSeconds() + 600) }],
    ['no beginning', { iat: undefined }],
    // Written when the file is loaded and used later: a minute keeps it beyond the limit on a slow machine.
    ['more than 15 minutes', { exp: nowSeconds() + 960 }],
    ['a year', { exp: nowSeconds() + 31_536_000 }],
    ['a quarter of an hour next year', { iat: nowSeconds() + 31_536_000, exp: nowSeconds() + 31_536_600 }],
    ['a time before which it does not count', { nbf: nowSeconds() + 60 }],
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['a subject with NUL', { sub: 'a\0b' }],
    ['a number as subject', { sub: 1 }],
    ['no role', { synergy_role: undefined }],
    ['an unknown role', { synergy_role: 'owner' }],
    ['the role public', { synergy_role: 'public' }],
    ['a role of the prototype', { synergy_role: 'constructor' }],
    ['a list of roles', { synergy_role: ['editor'] }],
    ['an editor without a state', { synergy_state: undefined }],
    ['an editor of an organization', { synergy_state: undefined, synergy_organization: 'xorg' }],
    ['a delegate with a list of states', { synergy_role: 'delegate', synergy_state: ['XAA', 'XBB'] }],
    ['a state in small letters', { synergy_state: 'xaa' }],
    ['an analyst without an organization', { synergy_role: 'analyst' }],
    ['an analyst of a wildcard', { synergy_role: 'analyst', synergy_organization: '%' }],
  ];
  const all = [
    ...cases,
    ...wrongClaims.map(([what, other]) => [what, async () => `Bearer ${await sign(signer, claims(other))}`] as (typeof cases)[0]),
  ];

  test.each(all)('%s, like any other', async (_what, header) => {
    expect(await refusalOf(await header())).toEqual(await refusalOf('Bearer nonsense'));
  });
  test.each(['RS384', 'RS512', 'PS256', 'ES384', 'Ed25519'])('a token signed with %s, even by a key that is known', async (alg) => {
    const one = await makeSigner(alg, 'key');
    const to = smallApp({ authenticate: createAuthenticate(trustIn(one)) });
    expect(await refusalOf(`Bearer ${await sign(one)}`, to)).toEqual(await refusalOf('Bearer nonsense'));
  });
  test('with 401, the scheme, and one error that names the mend', async () => {
    const { status, headers, text } = await refusalOf('Bearer nonsense');
    expect(status).toBe(401);
    expect(Object.fromEntries(headers)).toMatchObject({ 'www-authenticate': 'Bearer', 'cache-control': 'no-store' });
    expect(JSON.parse(text)).toEqual({
      errors: [
        {
          message:
            'The credentials of this request are not accepted. Send one header "Authorization: Bearer TOKEN" with a token that is valid now, or none to ask for what is public.',
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
    });
  });
  test('even a good token where no issuer is trusted, in the same words', async () => {
    expect(await refusalOf(`Bearer ${await good()}`, smallApp())).toEqual(await refusalOf('Bearer nonsense'));
  });
  test('before the body is read, and before the rest of the request is looked at', async () => {
    let isRead = false;
    const pull = () => {
      isRead = true;
    };
    const body = new ReadableStream({ pull }, { highWaterMark: 0 });
    const headers = { authorization: 'Bearer nonsense', 'content-type': 'text/plain' };
    const response = await app.request('/graphql', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    expect([response.status, isRead]).toEqual([401, false]);
    expect((await app.request('/graphql', { method: 'PUT', headers: { authorization: 'Bearer x' } })).status).toBe(401);
  });
});

describe('a verified token', () => {
  test('is not verified again, until it expires', async () => {
    let lookUps = 0;
    const { keys, ...trust } = trustIn(signer);
    const counting = (...given: Parameters<typeof keys>) => {
      lookUps += 1;
      return keys(...given);
    };
    let ms = Date.now();
    const authenticate = createAuthenticate({ ...trust, keys: counting }, () => new Date(ms));
    const authorization = `Bearer ${await sign(signer)}`;
    for (let times = 0; times < 3; times += 1) expect(await authenticate(authorization)).toHaveProperty('viewer');
    expect(lookUps).toBe(1);
    ms += 610_000;
    expect(await authenticate(authorization)).toMatchObject({ isAway: false });
    expect(lookUps).toBe(2);
  });
});

describe('a provider that cannot be reached', () => {
  test.each([
    ['does not answer', new TypeError('fetch failed')],
    ['takes too long', new errors.JWKSTimeout()],
    ['answers nonsense', new errors.JOSEError('Expected 200 OK from the JSON Web Key Set HTTP response')],
  ])('because it %s is 503 with a time to try again, never 401', async (_what, error) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const keys = () => Promise.reject(error);
    const { status, headers, body } = await post(
      smallApp({ authenticate: createAuthenticate({ issuer, audience, keys }) }),
      { query: '{ role }' },
      { authorization: `Bearer ${await sign(signer)}` },
    );
    expect([status, headers.get('retry-after'), headers.get('www-authenticate')]).toEqual([503, '5', null]);
    expect(body.errors?.[0]?.message).toMatch(/^The identity provider cannot be reached/);
  });
});

test('the viewer of one request is not that of the next', async () => {
  const { authenticate, headers } = await signedIn();
  const one = smallApp({ authenticate });
  const ask = async (sent: Record<string, string>) => (await post(one, { query: '{ role }' }, sent)).body.data?.role;
  expect(await Promise.all([ask(headers), ask({}), ask(headers), ask({})])).toEqual(['EDITOR', 'PUBLIC', 'EDITOR', 'PUBLIC']);
});
