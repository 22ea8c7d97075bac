// `npm run kill`: kills the server at fifty moments of its work, on the embedded database and, where there is one, on a server.
import { spawnSync } from 'node:child_process';

const vitest = new URL('../node_modules/vitest/vitest.mjs', import.meta.url).pathname;
const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', vitest, 'run', 'test/packs/kill-server.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, KILL_MOMENTS: process.argv[2] ?? '50' },
});
process.exitCode = status ?? 1;
