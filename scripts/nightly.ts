// The checks that take long: non-interference over 2,000 pairs of worlds with 20 operations each, on every kind of database there is here.
// `npm run nightly`, about an hour; the same tests with fewer pairs are part of `npm test`.
import { spawnSync } from 'node:child_process';

const vitest = new URL('../node_modules/vitest/vitest.mjs', import.meta.url).pathname;
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/access/non-interference.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, NON_INTERFERENCE_PAIRS: '2000', NON_INTERFERENCE_OPERATIONS: '20' },
});
process.exitCode = status ?? 1;
