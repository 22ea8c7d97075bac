// Tests of pure code and of this machine's files run once; all others run against the embedded database and again against a server.
import { defineConfig } from 'vitest/config';
import { nativeSource } from './test/setup/native-source.ts';

/** Tests under test/ that do not depend on the kind of database. */
const once = ['test/architecture.test.ts', 'test/embedded.test.ts', 'test/schema-files.test.ts', 'test/schema.test.ts'];
const inBrowsers = ['test/browser/*.test.ts'];
const ofDatabases = { include: ['test/**/*.test.ts'], exclude: [...once, ...inBrowsers] };
const native = await nativeSource();

export default defineConfig({
  // graphql has an ESM and a CommonJS build; tests must share one with the libraries, or its types do not recognise each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Files wait for the database more than they compute: one worker for each core, not one fewer.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'pure', include: ['src/**/*.test.ts', ...once] } },
      { extends: true, test: { name: 'embedded', ...ofDatabases, globalSetup: 'test/setup/embedded.ts' } },
      { extends: true, test: { name: 'browser', include: inBrowsers, globalSetup: ['test/setup/embedded.ts', 'test/setup/browser.ts'] } },
      ...(native ? [{ extends: true as const, test: { name: 'native', ...ofDatabases, globalSetup: 'test/setup/native.ts' } }] : []),
    ],
  },
});
