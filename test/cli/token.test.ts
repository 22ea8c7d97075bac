// The command `token`, and that a server on the same folder knows its tokens, unless it is one that others can reach.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createAuthenticate } from '../../src/http/auth.ts';
import { readEnv } from '../../src/http/env.ts';
import { trustOf } from '../../src/http/trust.ts';
import { makeSigner, sign } from '../http/tokens.ts';
import { start } from './command.ts';

// It opens no database, so one run is enough.
describe.skipIf(inject('databases').kind === 'native')('token', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'synergy-token-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const inFolder = (name: string) => path.join(folder, name);
  const run = (environment: Record<string, string>, ...parameters: string[]) => start(environment, ['token', ...parameters]);
  /** Who a server with this environment takes the bearer of a token for; `said`: what it tells the operator meanwhile. */
  const identified = async (environment: Record<string, string>, token: string) => {
    const { env } = readEnv(environment);
    if (!env) throw new Error('The environment is wrong.');
    const said: string[] = [];
    const trust = await trustOf(env, (line) => said.push(line));
    return { ...(await createAuthenticate(trust)(`Bearer ${token}`)), said };
  };

  test('prints a bare token that a server with the same folder takes, and opens no database', async () => {
    const DATA_DIR = inFolder('first');
    const { exit, output, errors } = await run({ DATA_DIR }, '--role', 'editor', '--state', 'JAM');
    expect(exit).toBe(0);
    expect(output).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(errors).toMatch(/^Account "development:editor:JAM", until \d\d:\d\d UTC\. Send it as the header "Authorization: Bearer TOKEN"\.\n$/);
    expect(await readdir(DATA_DIR)).toEqual(['dev-key.json']);
    expect((await stat(path.join(DATA_DIR, 'dev-key.json'))).mode & 0o777).toBe(0o600);
    const { iat = 0, exp = 0 } = decodeJwt(output.trim());
    expect(exp - iat).toBe(900);
    expect(await identified({ DATA_DIR }, output.trim())).toEqual({
      viewer: { role: 'EDITOR', state: 'JAM', subject: 'development:editor:JAM' },
      said: [],
    });
  });

  test('is for the same account each time, or for the one that --subject names', async () => {
    const DATA_DIR = inFolder('accounts');
    const [one, again, other] = await Promise.all([
      run({ DATA_DIR }, '--role', 'analyst', '--organization', 'caricom', '--json'),
      run({ DATA_DIR }, '--role', 'ANALYST', '--organization', 'CARICOM', '--json'),
      run({ DATA_DIR }, '--role', 'analyst', '--organization', 'caricom', '--subject', 'second', '--json'),
    ]);
    const [first, second, third] = [one, again, other].map(({ output }) => JSON.parse(output));
    expect(first).toEqual({
      role: 'ANALYST',
      organization: 'caricom',
      subject: 'development:analyst:caricom',
      token: expect.any(String),
      expires: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    expect([second.subject, third.subject]).toEqual(['development:analyst:caricom', 'second']);
    // The three began at once on a folder that was not there: they made one key.
    for (const { token, subject } of [first, second, third])
      expect(await identified({ DATA_DIR }, token)).toMatchObject({ viewer: { role: 'ANALYST', subject } });
    expect(await readdir(DATA_DIR)).toEqual(['dev-key.json']);
  });

  test.each([
    ['no role', [], '--role'],
    ['an unknown role', ['--role', 'owner'], 'write one of reader, editor, approver, delegate, analyst, secretariat, admin'],
    ['an editor without a state', ['--role', 'editor'], '--role editor needs --state'],
    ['a delegate without a state', ['--role', 'delegate', '--organization', 'caricom'], '--role delegate needs --state'],
    ['an analyst without an organization', ['--role', 'analyst'], '--role analyst needs --organization'],
    ['an admin of a state', ['--role', 'admin', '--state', 'JAM'], '--role admin takes no --state'],
    ['a state that is no code', ['--role', 'reader', '--state', 'Jamaica'], 'ISO 3166-1 alpha-3'],
  ])('for %s is wrong use, ends with 2 and makes no key', async (_what, parameters, told) => {
    const { exit, output, errors } = await run({ DATA_DIR: inFolder('wrong') }, ...parameters);
    expect({ exit, output }).toEqual({ exit: 2, output: '' });
    expect(errors).toContain(told);
    expect(await readdir(folder)).not.toContain('wrong');
  });

  const production: [string, Record<string, string>, string][] = [
    ['NODE_ENV is production', { NODE_ENV: 'production' }, 'NODE_ENV is production'],
    ['an issuer is set', { OIDC_ISSUER: 'http://127.0.0.1:1', OIDC_AUDIENCE: 'synergy' }, 'OIDC_ISSUER names an identity provider'],
    ['HOST is not this machine alone', { HOST: '0.0.0.0' }, 'HOST lets other machines reach the server'],
  ];
  test.each(production)('refuses with the reason where %s, and a server there takes no token of the key', async (_what, environment, reason) => {
    const DATA_DIR = inFolder('first');
    const { exit, output, errors } = await run({ DATA_DIR, ...environment }, '--role', 'admin');
    expect({ exit, output }).toEqual({ exit: 2, output: '' });
    expect(errors).toContain(reason);
    const { output: token } = await run({ DATA_DIR }, '--role', 'admin');
    expect(await identified({ DATA_DIR }, token.trim())).toHaveProperty('viewer');
    const there = await identified({ DATA_DIR, ...environment }, token.trim());
    expect(there).not.toHaveProperty('viewer');
    const elsewhere = inFolder('production');
    await identified({ DATA_DIR: elsewhere, ...environment }, token.trim());
    expect(await readdir(folder)).not.toContain('production');
  });

  test('takes the key that a server made, and another folder has another key', async () => {
    const [here, there] = [inFolder('server'), inFolder('other')];
    await identified({ DATA_DIR: here }, 'a.b.c');
    const made = await readFile(path.join(here, 'dev-key.json'), 'utf8');
    const { output } = await run({ DATA_DIR: here }, '--role', 'secretariat');
    expect(await readFile(path.join(here, 'dev-key.json'), 'utf8')).toBe(made);
    expect(await identified({ DATA_DIR: here }, output.trim())).toHaveProperty('viewer');
    expect(await identified({ DATA_DIR: there }, output.trim())).toMatchObject({ isAway: false });
  });

  test('says what to do with a key file that holds none', async () => {
    const DATA_DIR = inFolder('broken');
    await mkdir(DATA_DIR);
    await writeFile(path.join(DATA_DIR, 'dev-key.json'), '{"kty":"EC"}');
    const { exit, errors } = await run({ DATA_DIR }, '--role', 'admin');
    expect(exit).toBe(1);
    expect(errors).toContain('dev-key.json holds no key. Delete it');
  });

  test('cannot be taken by a server that has no place for the key, which says so and starts', async () => {
    await writeFile(inFolder('file'), '');
    const { said, ...who } = await identified({ DATA_DIR: inFolder('file/data') }, 'a.b.c');
    expect(who).toMatchObject({ isAway: false });
    expect(said).toEqual([expect.stringMatching(/^Tokens are refused: the development key cannot be kept in .* \(ENOTDIR\)\.$/)]);
  });

  describe('a server with OIDC_KEY_FILE', () => {
    const provider = { OIDC_ISSUER: 'https://identity.example', OIDC_AUDIENCE: 'https://synergy.example' };
    test('takes tokens of the keys in it', async () => {
      const signer = await makeSigner('RS256', 'key');
      const OIDC_KEY_FILE = inFolder('keys.json');
      await writeFile(OIDC_KEY_FILE, JSON.stringify({ keys: [signer.publicJwk] }));
      expect(await identified({ ...provider, OIDC_KEY_FILE }, await sign(signer))).toHaveProperty('viewer');
    });
    test.each([
      ['is not there', null, 'cannot be read'],
      ['is no JSON', 'keys', 'is no key set'],
      ['holds one key and no set', '{"kty":"RSA"}', 'is no key set'],
      ['holds no key', '{"keys":[]}', 'is no key set'],
      ['holds a private key', '{"keys":[{"kty":"EC","d":"x"}]}', 'holds a secret'],
      ['holds a shared secret', '{"keys":[{"kty":"oct","k":"x"}]}', 'holds a secret'],
    ])('that %s does not start, and says why', async (_what, text, told) => {
      const OIDC_KEY_FILE = inFolder(`${told}.json`);
      if (text === null) await rm(OIDC_KEY_FILE, { force: true });
      else await writeFile(OIDC_KEY_FILE, text);
      await expect(identified({ ...provider, OIDC_KEY_FILE }, 'a.b.c')).rejects.toThrow(told);
    });
  });
});
