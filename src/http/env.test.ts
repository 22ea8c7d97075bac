import { describe, expect, test } from 'vitest';
import { isProduction, readEnv } from './env.ts';
import { defaultLimits } from './limits.ts';

test('without any variable there is a setting for everything', () => {
  expect(readEnv({}).env).toEqual({
    port: 8787,
    host: '127.0.0.1',
    dataDir: './.data',
    databaseUrl: null,
    databaseOwnerUrl: null,
    logLevel: 'info',
    limits: defaultLimits,
    issuer: null,
    signIn: null,
    proxyHops: 0,
    rate: null,
    productionReason: null,
  });
});
test('a variable that is empty counts as not set', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: '' }).env).toMatchObject({ port: 8787, databaseUrl: null });
});
test('variables are read', () => {
  const { env } = readEnv({
    PORT: '80',
    HOST: '0.0.0.0',
    DATA_DIR: '/data',
    DATABASE_URL: 'postgresql://u:p@db:5432/s',
    DATABASE_OWNER_URL: 'postgresql://o:p@db:5432/s',
    LOG_LEVEL: 'error',
    MAX_COST: '100',
    OPERATION_TIMEOUT_MS: '50',
  });
  expect(env).toMatchObject({
    port: 80,
    host: '0.0.0.0',
    dataDir: '/data',
    databaseUrl: 'postgresql://u:p@db:5432/s',
    databaseOwnerUrl: 'postgresql://o:p@db:5432/s',
    logLevel: 'error',
    limits: { cost: 100, operationMs: 50 },
  });
});
test('everything that is wrong is told at once, and no value is repeated', () => {
  expect(readEnv({ PORT: '80a', DATABASE_URL: 'mysql://u:hunter2@db', LOG_LEVEL: 'loud', MAX_DEPTH: '0' }).problems).toEqual([
    'PORT: write a whole number from 0 to 65535.',
    'DATABASE_URL: write postgres://user:password@host:port/database.',
    'LOG_LEVEL: write one of debug, info, warning, error.',
    'MAX_DEPTH: write a whole number from 1 to 50.',
  ]);
  expect(readEnv({ DATABASE_OWNER_URL: 'postgres://o:hunter2@db/s' }).problems).toEqual([
    'DATABASE_URL: set it beside DATABASE_OWNER_URL, to the login of the service.',
  ]);
});

describe('an identity provider', () => {
  const issuer = { OIDC_ISSUER: 'https://identity.example/realm', OIDC_AUDIENCE: 'synergy' };
  test('is an issuer and an audience; its keys are found by discovery, at an address or in a file', () => {
    const whole = { issuer: 'https://identity.example/realm', audience: 'synergy', jwksUrl: null, keyFile: null };
    expect(readEnv(issuer).env?.issuer).toEqual(whole);
    expect(readEnv({ ...issuer, OIDC_JWKS_URL: 'https://identity.example/keys' }).env?.issuer).toEqual({
      ...whole,
      jwksUrl: 'https://identity.example/keys',
    });
    expect(readEnv({ ...issuer, OIDC_KEY_FILE: 'keys.json' }).env?.issuer).toEqual({ ...whole, keyFile: 'keys.json' });
  });
  test('on this machine may be reached without https', () => {
    for (const host of ['127.0.0.1:9000', 'localhost', '[::1]:9000'])
      expect(readEnv({ ...issuer, OIDC_ISSUER: `http://${host}` }).env?.issuer?.issuer).toBe(`http://${host}`);
  });
  test.each([
    [{ OIDC_ISSUER: issuer.OIDC_ISSUER }, 'OIDC_AUDIENCE: set it beside OIDC_ISSUER, to the audience that tokens for this service carry.'],
    [{ OIDC_AUDIENCE: 'synergy' }, 'OIDC_ISSUER: set it beside the other OIDC variables, to the issuer that tokens carry.'],
    [{ OIDC_KEY_FILE: 'keys.json' }, 'OIDC_ISSUER: set it beside the other OIDC variables, to the issuer that tokens carry.'],
    [{ ...issuer, OIDC_JWKS_URL: 'https://x.example', OIDC_KEY_FILE: 'k' }, 'OIDC_KEY_FILE: set this or OIDC_JWKS_URL, not both.'],
    [{ ...issuer, OIDC_ISSUER: 'identity.example' }, 'OIDC_ISSUER: write an address with https:// (http:// only for this machine itself).'],
    [{ ...issuer, OIDC_ISSUER: 'http://identity.example' }, 'OIDC_ISSUER: write an address with https:// (http:// only for this machine itself).'],
    [{ ...issuer, OIDC_JWKS_URL: 'file:///keys' }, 'OIDC_JWKS_URL: write an address with https:// (http:// only for this machine itself).'],
    [{ TRUSTED_PROXY_HOPS: '-1' }, 'TRUSTED_PROXY_HOPS: write a whole number from 0 to 10.'],
    [{ RATE_BUCKET: '0' }, 'RATE_BUCKET: write a whole number from 1 to 1000000000.'],
  ])('is not half set, nor badly: %o', (variables, problem) => {
    expect(readEnv(variables).problems).toEqual([problem]);
  });
  test('and everything else that is wrong are told together', () => {
    expect(readEnv({ PORT: 'x', OIDC_AUDIENCE: 'synergy' }).problems).toHaveLength(2);
  });
});

describe('signing in to pages', () => {
  const provider = { OIDC_ISSUER: 'https://identity.example', OIDC_AUDIENCE: 'synergy' };
  const whole = { OIDC_CLIENT_ID: 'pages', OIDC_CLIENT_SECRET: 'given', SESSION_SECRET: 's'.repeat(32), PUBLIC_URL: 'https://synergy.example/' };
  test('takes four variables beside the provider', () => {
    expect(readEnv({ ...provider, ...whole }).env?.signIn).toEqual({
      clientId: 'pages',
      clientSecret: 'given',
      sessionSecret: 's'.repeat(32),
      publicUrl: 'https://synergy.example',
    });
    expect(readEnv(provider).env?.signIn).toBeNull();
  });
  test.each([
    [
      { ...provider, ...whole, OIDC_CLIENT_ID: '' },
      'OIDC_CLIENT_ID: set it beside OIDC_CLIENT_SECRET, to the name under which the provider knows the pages.',
    ],
    [
      { ...provider, ...whole, OIDC_CLIENT_SECRET: '' },
      'OIDC_CLIENT_SECRET: set it beside OIDC_CLIENT_ID, to the secret that the provider gave for it.',
    ],
    [{ ...provider, ...whole, SESSION_SECRET: '' }, 'SESSION_SECRET: set it beside OIDC_CLIENT_ID, to at least 32 characters that nobody can guess.'],
    [{ ...provider, ...whole, PUBLIC_URL: '' }, 'PUBLIC_URL: set it beside OIDC_CLIENT_ID, to the address at which people reach the pages.'],
    [whole, 'OIDC_ISSUER: set it beside OIDC_CLIENT_ID, to the provider at which people sign in.'],
    [
      { ...provider, ...whole, SESSION_SECRET: 'short' },
      'SESSION_SECRET: write at least 32 characters that nobody can guess, such as those of `openssl rand -hex 32`.',
    ],
    [
      { ...provider, ...whole, PUBLIC_URL: 'https://synergy.example/pages' },
      'PUBLIC_URL: write the address of the pages without a path, such as https://synergy.example.org (http:// only for this machine itself).',
    ],
  ])('is not half set, nor badly: %o', (variables, problem) => {
    expect(readEnv(variables).problems).toEqual([problem]);
  });
});

describe('production is', () => {
  test.each([
    [{}, false],
    [{ NODE_ENV: 'test' }, false],
    [{ HOST: 'localhost' }, false],
    [{ HOST: '::1' }, false],
    [{ HOST: '127.0.0.2' }, false],
    [{ NODE_ENV: 'production' }, true],
    [{ OIDC_ISSUER: 'http://127.0.0.1:9000', OIDC_AUDIENCE: 'synergy' }, true],
    [{ HOST: '0.0.0.0' }, true],
    [{ HOST: '::' }, true],
    [{ HOST: '127.0.0.1.example.org' }, true],
    [{ HOST: '192.168.1.2' }, true],
  ])('%o: %s, and then rate buckets are on', (variables, is) => {
    const { env } = readEnv(variables);
    expect(env && isProduction(env)).toBe(is);
    expect(env?.rate).toEqual(is ? { size: 20_000, refillPerSecond: 200 } : null);
  });
  test('not needed for rate buckets, where RATE_BUCKET is set', () => {
    expect(readEnv({ RATE_BUCKET: '50', RATE_REFILL_PER_SECOND: '5' }).env?.rate).toEqual({ size: 50, refillPerSecond: 5 });
  });
});
