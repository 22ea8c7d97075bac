import { expect, test } from 'vitest';
import { readEnv } from './env.ts';
import { defaultLimits } from './limits.ts';

test('without any variable there is a setting for everything', () => {
  expect(readEnv({}).env).toEqual({ port: 8787, host: '127.0.0.1', dataDir: './.data', databaseUrl: null, logLevel: 'info', limits: defaultLimits });
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
    LOG_LEVEL: 'error',
    MAX_COST: '100',
    OPERATION_TIMEOUT_MS: '50',
  });
  expect(env).toMatchObject({
    port: 80,
    host: '0.0.0.0',
    dataDir: '/data',
    databaseUrl: 'postgresql://u:p@db:5432/s',
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
});
