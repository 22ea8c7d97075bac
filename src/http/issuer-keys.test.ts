// A real identity provider, over HTTP: its tokens are accepted end to end, its keys are found, and found again when they change.
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { audience, type IdentityProvider, startIdentityProvider } from '../../test/http/identity-provider.ts';
import { post, smallApp } from '../../test/http/small-app.ts';
import { claims, makeSigner, sign } from '../../test/http/tokens.ts';
import { createAuthenticate } from './auth.ts';
import { isSafeUrl, issuerKeys } from './issuer-keys.ts';

vi.spyOn(console, 'warn').mockImplementation(() => {}); // The provider warns of its own settings.
vi.spyOn(console, 'info').mockImplementation(() => {});

let provider: IdentityProvider;
beforeAll(async () => {
  provider = await startIdentityProvider();
});
afterAll(() => provider?.close());
afterEach(() => vi.useRealTimers());

/** Moves the clock of this process on, the provider's too. */
const pass = (seconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1_000 });
const appFor = (issuer: string, jwksUrl: string | null = null) =>
  smallApp({ authenticate: createAuthenticate({ issuer, audience, keys: issuerKeys(issuer, jwksUrl) }) });
const ask = async (app: ReturnType<typeof smallApp>, token: string) => {
  const { status, body } = await post(app, { query: '{ role }' }, { authorization: `Bearer ${token}` });
  return { status, role: body.data?.role };
};
const refused = { status: 401, role: undefined };
const away = { status: 503, role: undefined };

describe('a provider', () => {
  test.each([
    ['editor-xaa', 'EDITOR'],
    ['analyst-caricom', 'ANALYST'],
    ['secretariat', 'SECRETARIAT'],
  ])('signs in its client %s', async (client, role) => {
    expect(await ask(appFor(provider.issuer), await provider.token(client))).toEqual({ status: 200, role });
  });
  test('signs nobody in by a token without our claims, for another audience, or of an hour', async () => {
    const app = appFor(provider.issuer);
    expect(await ask(app, await provider.token('no-role'))).toEqual(refused);
    expect(await ask(app, await provider.token('secretariat', { audience: 'https://other.example' }))).toEqual(refused);
    expect(await ask(app, await provider.token('secretariat', { seconds: 3_600 }))).toEqual(refused);
    expect(await ask(app, await provider.token('secretariat', { seconds: 900 }))).toEqual({ status: 200, role: 'SECRETARIAT' });
  });
  test('is asked once for its document and once for its keys, whatever the number of tokens', async () => {
    const app = appFor(provider.issuer);
    const tokens = [await provider.token('editor-xaa'), await provider.token('secretariat'), await provider.token('analyst-caricom')];
    provider.asked.length = 0;
    for (const token of [...tokens, ...tokens]) expect((await ask(app, token)).status).toBe(200);
    expect(provider.asked).toEqual(['/.well-known/openid-configuration', '/jwks']);
  });
  test('is not asked for its document where the address of its keys is set', async () => {
    provider.asked.length = 0;
    expect((await ask(appFor(provider.issuer, `${provider.issuer}/jwks`), await provider.token('secretariat'))).status).toBe(200);
    expect(provider.asked).toEqual(['/jwks']);
  });
  test('may change its keys: the new one is found, and the old one is known no more', async () => {
    const app = appFor(provider.issuer);
    const [before, unused] = [await provider.token('editor-xaa'), await provider.token('secretariat')];
    expect((await ask(app, before)).status).toBe(200);
    await provider.rotate();
    pass(11);
    expect((await ask(app, await provider.token('editor-xaa'))).status).toBe(200);
    expect(await ask(app, unused)).toEqual(refused);
  });
  test('is asked for unknown keys every ten seconds at most', async () => {
    const app = appFor(provider.issuer);
    expect((await ask(app, await provider.token('secretariat'))).status).toBe(200);
    provider.asked.length = 0;
    const stranger = await makeSigner('ES256', 'unknown');
    for (let times = 0; times < 5; times += 1) expect(await ask(app, await sign(stranger, claims({ iss: provider.issuer })))).toEqual(refused);
    expect(provider.asked).toEqual([]);
    pass(11);
    for (let times = 0; times < 5; times += 1) expect(await ask(app, await sign(stranger, claims({ iss: provider.issuer })))).toEqual(refused);
    expect(provider.asked).toEqual(['/jwks']);
  });
});

describe('a provider that does not work', () => {
  /** A server that answers every request so, and counts them. */
  const serve = async (status: number, body: (issuer: string) => unknown) => {
    let count = 0;
    const server = createServer((_request, response) => {
      count += 1;
      response.writeHead(status, { 'content-type': 'application/json', location: '/elsewhere' }).end(JSON.stringify(body(issuer)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    return { issuer, count: () => count, close: () => new Promise((resolve) => server.close(resolve)) };
  };

  test.each<[string, number, (issuer: string) => unknown]>([
    ['answers 500', 500, () => ({})],
    ['leads elsewhere', 302, () => ({})],
    ['answers with a list', 200, () => []],
    ['names another issuer', 200, () => ({ issuer: provider.issuer, jwks_uri: `${provider.issuer}/jwks` })],
    ['names no keys', 200, (issuer) => ({ issuer })],
    // The keys are there, and would lead to a refusal: 0.0.0.0 is this machine under a name that is not believed.
    ['names keys that are not safe', 200, (issuer) => ({ issuer, jwks_uri: `${provider.issuer.replace('127.0.0.1', '0.0.0.0')}/jwks` })],
    ['answers the question for keys with something else', 200, (issuer) => ({ issuer, jwks_uri: `${issuer}/jwks` })],
  ])('because it %s makes 503, not 401', async (_what, status, body) => {
    const { issuer, close } = await serve(status, body);
    expect(await ask(appFor(issuer), await provider.token('secretariat'))).toEqual(away);
    await close();
  });
  test('is left alone for two seconds, while every token is 503 and the public is answered', async () => {
    const { issuer, count, close } = await serve(500, () => ({}));
    const app = appFor(issuer);
    for (let times = 0; times < 20; times += 1) expect(await ask(app, await provider.token('secretariat'))).toEqual(away);
    expect(count()).toBe(1);
    expect((await post(app, { query: '{ role }' })).body.data).toEqual({ role: 'PUBLIC' });
    pass(3);
    expect(await ask(app, await provider.token('secretariat'))).toEqual(away);
    expect(count()).toBe(2);
    await close();
  });
  test('does not hinder tokens whose key is known', async () => {
    const other = await startIdentityProvider();
    const app = appFor(other.issuer);
    const [first, second] = [await other.token('secretariat'), await other.token('editor-xaa')];
    expect((await ask(app, first)).status).toBe(200);
    await other.close();
    expect((await ask(app, first)).status).toBe(200);
    expect((await ask(app, second)).status).toBe(200);
    pass(601); // Keys are believed for ten minutes; the tokens have expired by then too.
    expect(await ask(app, await sign(await makeSigner('ES256', 'key-1'), claims({ iss: other.issuer })))).toEqual(away);
  });
});

test.each([
  ['https://identity.example/realms/one', true],
  ['http://localhost:8080', true],
  ['http://identity.example', false],
  ['http://127.0.0.1.example.org', false],
  ['https://user:password@identity.example', false],
  ['https://identity.example/#keys', false],
  ['file:///etc/passwd', false],
  ['nonsense', false],
])('the address %s can be believed: %s', (url, is) => {
  expect(isSafeUrl(url)).toBe(is);
});
