// `npm run check`: all that must hold before a change goes in. Lint, generated files, types and tests.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
const here = (file: string) => new URL(file, import.meta.url).pathname;
const steps = [[biome, 'lint', '--error-on-warnings'], [here('generate.ts'), '--check'], [here('test.ts')]];
const failed = steps.filter(
  (step) => spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...step], { stdio: 'inherit' }).status !== 0,
);
process.exitCode = failed.length > 0 ? 1 : 0;
