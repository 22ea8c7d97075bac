// Signing in to pages: the whole way over a real provider, what the cookie opens and what it does not, and forms of other sites.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAuthenticate } from '../../src/http/auth.ts';
import { readEnv } from '../../src/http/env.ts';
import { ownPath } from '../../src/http/forms.ts';
import { issuerKeys } from '../../src/http/issuer-keys.ts';
import { type People, peopleOf } from '../../src/http/people.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';
import { openBrowser } from './browser.ts';
import { audience, type IdentityProvider, pagesClient, startIdentityProvider } from './identity-provider.ts';

const publicUrl = 'https://synergy.example';
const tryUrl = 'http://127.0.0.1:8787';
let database: TestDatabase;
let provider: IdentityProvider;
let people: People | null;
let clock = 0;

beforeAll(async () => {
  [database, provider] = await Promise.all([openSeededDatabase(), startIdentityProvider()]);
  await provider.register(`${publicUrl}/sign-in/callback`);
  people = peopleOfVariables(signInVariables());
});
afterAll(() => Promise.all([database?.close(), provider?.close()]));

const signInVariables = () => ({
  OIDC_ISSUER: provider.issuer,
  OIDC_AUDIENCE: audience,
  OIDC_CLIENT_ID: pagesClient.id,
  OIDC_CLIENT_SECRET: pagesClient.secret,
  SESSION_SECRET: 'a secret that is long enough for tests',
  PUBLIC_URL: publicUrl,
});

function peopleOfVariables(variables: Record<string, string>): People | null {
  const { env } = readEnv(variables);
  if (!env) throw new Error('The variables of the test are wrong.');
  return peopleOf(env);
}

/** A browser that can sign in at the provider. */
function browser(of: People | null, origin = publicUrl) {
  const authenticate = createAuthenticate({ issuer: provider.issuer, audience, keys: issuerKeys(provider.issuer, null) });
  const it = openBrowser({ database, people: of, origin, now: () => new Date(Date.now() + clock), authenticate });
  const signIn = async (account?: string) => {
    const begun = await it.send('/fr/sign-in?back=%2Ffr%2Fr%2Fcaricom%2Fmatrix');
    const back = await provider.signInAt(begun.headers.get('location') ?? '', account);
    return it.send(back.slice(publicUrl.length));
  };
  return { ...it, signIn };
}

const signedInAs = (html: string) => /class="account"[^>]*><span>([^< ]*)/.exec(html)?.[1] ?? null;

describe('at a provider', () => {
  test('a reader signs in by code, PKCE, state and nonce, comes back to the page, and is who the token says', async () => {
    const it = browser(people);
    const begun = await it.send('/fr/sign-in?back=%2Ffr%2Fr%2Fcaricom%2Fmatrix');
    expect(begun.status).toBe(302);
    const asked = new URL(begun.headers.get('location') ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    expect(asked.get('resource')).toBe(audience);
    const back = await provider.signInAt(begun.headers.get('location') ?? '');
    const done = await it.send(back.slice(publicUrl.length));
    expect([done.status, done.headers.get('location')]).toEqual([303, '/fr/r/caricom/matrix']);
    const page = await it.text('/en');
    expect(signedInAs(page)).toBe('editor');
    expect(page).toContain('<bdi>JAM</bdi>');
  });

  test('the cookie is of this host alone, over https, hidden from scripts, and ends with the token', async () => {
    const it = browser(people);
    await it.signIn();
    const line = it.lines.find((each) => each.startsWith('__Host-synergy-session=')) ?? '';
    for (const flag of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(line).toContain(flag);
    expect(line).not.toContain('Domain');
    const seconds = Number(/Max-Age=(\d+)/.exec(line)?.[1]);
    expect(seconds).toBeGreaterThan(500);
    expect(seconds).toBeLessThanOrEqual(600); // As long as the provider's tokens are.
    expect(Buffer.from(it.cookies.get('__Host-synergy-session') ?? '', 'base64').toString()).not.toContain('JAM');
  });

  test('it is over when the token is, and an altered one is nobody’s', async () => {
    const it = browser(people);
    await it.signIn();
    expect(signedInAs(await it.text('/en'))).toBe('editor');
    clock = 601_000;
    expect(signedInAs(await it.text('/en'))).toBeNull();
    clock = 0;
    expect(signedInAs(await it.text('/en'))).toBe('editor');
    const sealed = it.cookies.get('__Host-synergy-session') ?? '';
    const middle = Math.floor(sealed.length / 2);
    it.cookies.set('__Host-synergy-session', `${sealed.slice(0, middle)}${sealed[middle] === 'A' ? 'B' : 'A'}${sealed.slice(middle + 1)}`);
    const altered = await it.send('/en');
    expect([altered.status, signedInAs(await altered.text())]).toEqual([200, null]);
  });

  test('the cookie of a sign-in that was begun is no session', async () => {
    const it = browser(people);
    await it.send('/en/sign-in');
    it.cookies.set('__Host-synergy-session', it.cookies.get('__Host-synergy-sign-in') ?? '');
    expect(signedInAs(await it.text('/en'))).toBeNull();
  });

  test.each(['state', 'code'])('another %s than was begun with signs nobody in, and what was begun can be used once', async (name) => {
    const it = browser(people);
    const begun = await it.send('/en/sign-in');
    const back = new URL(await provider.signInAt(begun.headers.get('location') ?? ''));
    const wrong = new URL(back);
    wrong.searchParams.set(name, 'x'.repeat(43));
    const refused = await it.send(`${wrong.pathname}${wrong.search}`);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Please begin again.');
    expect(it.cookies.size).toBe(0);
    expect((await it.send(`${back.pathname}${back.search}`)).status).toBe(400);
  });

  test('a code that another browser began with is refused: state, nonce and verifier are its own', async () => {
    const [it, other] = [browser(people), browser(people)];
    const [mine, theirs] = [await it.send('/en/sign-in'), await other.send('/en/sign-in')];
    const back = new URL(await provider.signInAt(theirs.headers.get('location') ?? ''));
    // Even where the attacker learns the state of the reader.
    back.searchParams.set('state', new URL(mine.headers.get('location') ?? '').searchParams.get('state') ?? '');
    expect((await it.send(`${back.pathname}${back.search}`)).status).toBe(400);
    expect(it.cookies.size).toBe(0);
  });

  test('an account without a role is told so, and not signed in', async () => {
    const it = browser(people);
    const answer = await it.signIn('no-role');
    expect(answer.status).toBe(403);
    expect(it.cookies.size).toBe(0);
  });

  test('no address but one of ours is come back to', async () => {
    const hostile = [
      'https://evil.example/en',
      '//evil.example/en',
      '/\\evil.example',
      '/en/..//evil.example',
      '/.//evil.example',
      '\\/evil',
      '/xx',
      'javascript:1',
      '/en/\t/x',
      '',
    ];
    expect(hostile.map(ownPath).filter((path) => path !== null)).toEqual([]);
    expect(ownPath('/en/r/caricom/matrix?asOf=2026-01-01#cell')).toBe('/en/r/caricom/matrix?asOf=2026-01-01#cell');
    const it = browser(people);
    const begun = await it.send('/es/sign-in?back=%2F%2Fevil.example');
    const back = await provider.signInAt(begun.headers.get('location') ?? '');
    expect((await it.send(back.slice(publicUrl.length))).headers.get('location')).toBe('/es');
  });

  test('the cookie opens pages and files, never the API; a bearer token goes before it', async () => {
    const it = browser(people);
    await it.signIn();
    const query = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ viewer { role } }"}' };
    expect(await (await it.send('/graphql', query)).json()).toMatchObject({ data: { viewer: { role: 'PUBLIC' } } });
    const bearer = { authorization: `Bearer ${await provider.token('secretariat')}` };
    expect(signedInAs(await (await it.send('/en', { headers: bearer })).text())).toBeNull();
    expect((await it.send('/en', { headers: { authorization: 'Bearer x.y.z' } })).status).toBe(401);
  });

  test('signing out ends it, and takes a token of the form', async () => {
    const it = browser(people);
    await it.signIn();
    expect((await it.post('/en/sign-out', {})).status).toBe(403);
    expect(it.cookies.has('__Host-synergy-session')).toBe(true);
    expect((await it.post('/en/sign-out', { formToken: await it.token() })).status).toBe(303);
    expect(it.cookies.has('__Host-synergy-session')).toBe(false);
  });

  test('while the provider is away, the page says so and the public view goes on', async () => {
    const away = browser(peopleOfVariables({ ...signInVariables(), OIDC_ISSUER: 'http://127.0.0.1:1' }));
    expect((await away.send('/en/sign-in')).status).toBe(503);
    expect((await away.send('/en')).status).toBe(200);
  });

  test('where no way to sign in is set, pages say nothing of it', async () => {
    const it = browser(null);
    expect(await it.text('/en')).not.toMatch(/sign-in|try-as/);
    expect((await it.send('/en/sign-in')).status).toBe(404);
  });
});

describe('roles of development', () => {
  const asEditor = { role: 'EDITOR', state: 'jam', back: '/en/about' };

  test('are offered on the operator’s own machine, and begin a session of that account', async () => {
    const it = browser(peopleOfVariables({}), tryUrl);
    expect(await it.text('/en')).toContain('action="/en/try-as"');
    const begun = await it.post('/en/try-as', asEditor);
    expect([begun.status, begun.headers.get('location')]).toEqual([303, '/en/about']);
    expect(signedInAs(await it.text('/en'))).toBe('editor');
    expect((await it.post('/en/try-as', { role: 'EDITOR' })).status).toBe(400);
  });

  test('last while they are used', async () => {
    const it = browser(peopleOfVariables({}), tryUrl);
    await it.post('/en/try-as', asEditor);
    clock = 800_000;
    expect(signedInAs(await it.text('/en'))).toBe('editor');
    clock = 1_600_000;
    expect(signedInAs(await it.text('/en'))).toBe('editor');
    clock = 2_600_000;
    expect(signedInAs(await it.text('/en'))).toBeNull();
    clock = 0;
  });

  test.each([
    ['production', { NODE_ENV: 'production' }],
    ['a host that others reach', { HOST: '0.0.0.0' }],
    ['an identity provider', { OIDC_ISSUER: 'http://127.0.0.1:1', OIDC_AUDIENCE: 'x' }],
  ])('are never there with %s', async (_name, variables) => {
    const it = browser(peopleOfVariables(variables), tryUrl);
    expect(await it.text('/en')).not.toContain('try-as');
    expect((await it.post('/en/try-as', asEditor)).status).toBe(404);
    expect(it.cookies.size).toBe(0);
  });

  test('are never there beside a provider that people sign in at, nor by a name of another site that leads here', async () => {
    expect((await browser(people).post('/en/try-as', asEditor)).status).toBe(404);
    expect((await browser(peopleOfVariables({}), 'http://rebound.example:8787').post('/en/try-as', asEditor)).status).toBe(403);
  });
});

describe('a form', () => {
  const fields = { state: 'JAM', objective: 'x', reason: 'y' };

  test.each([
    ['from another origin', { origin: 'https://evil.example' }],
    ['from another origin, whatever the browser says of the site', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
    ['from another site', { origin: publicUrl, 'sec-fetch-site': 'cross-site' }],
    ['from a neighbouring host', { origin: publicUrl, 'sec-fetch-site': 'same-site' }],
    ['without an origin', {}],
    ['with a hidden origin', { origin: 'null' }],
  ])('%s does nothing, even with the right token', async (_name, headers) => {
    const it = browser(people);
    await it.signIn();
    const answer = await it.post('/en/do/contestCell', { ...fields, formToken: await it.token() }, headers as Record<string, string>);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('sent from another site');
  });

  test('needs the token of its own account', async () => {
    const it = browser(peopleOfVariables({}), tryUrl);
    await it.post('/en/try-as', { role: 'EDITOR', state: 'TTO' });
    const other = await it.token();
    await it.post('/en/try-as', { role: 'EDITOR', state: 'JAM' });
    for (const formToken of ['', 'x', other]) {
      const answer = await it.post('/en/do/contestCell', { ...fields, formToken });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('was made for another account');
    }
    expect((await it.post('/en/do/contestCell', { ...fields, formToken: await it.token() })).status).toBe(404); // Known, and told that there is no such objective.
  });

  test('of nobody signed in is kept to be sent again', async () => {
    const answer = await browser(people).post('/en/do/contestCell', { ...fields, reason: 'Long <b>typed</b>' });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('Long &lt;b&gt;typed&lt;/b&gt;');
  });

  test.each([
    ['importPack', {}],
    ['viewer', {}],
    ['constructor', {}],
  ])('runs no mutation %s that no page offers', async (mutation) => {
    const it = browser(people);
    await it.signIn();
    expect((await it.post(`/en/do/${mutation}`, { formToken: await it.token() })).status).toBe(404);
  });

  test('is of one type and not large', async () => {
    const it = browser(people);
    await it.signIn();
    const headers = { origin: publicUrl, 'content-type': 'text/plain' };
    expect((await it.post('/en/do/contestCell', { formToken: await it.token() }, headers)).status).toBe(400);
    const large = await it.post('/en/do/contestCell', { ...fields, reason: 'x'.repeat(100_001), formToken: await it.token() });
    expect(large.status).toBe(413);
  });
});
