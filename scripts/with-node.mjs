// Runs its arguments with a Node new enough for this project: the machine's own when it is, else the one npm installed.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const major = Number(process.versions.node.split('.')[0]);
const platform = process.platform === 'win32' ? 'win' : process.platform;
const bundled = platform === 'darwin' ? `node-bin-darwin-${process.arch}` : `node-${platform}-${process.arch}`;

function nodePath() {
  if (major >= 24) return process.execPath;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  try {
    return createRequire(import.meta.url).resolve(`${bundled}/bin/${binary}`);
  } catch {
    console.error(
      `Node 24 or later is needed; this is ${process.version}, and npm has no Node for ${process.platform}-${process.arch}. Install Node 24 and run the command again.`,
    );
    process.exit(1);
  }
}

// Compiled code is kept beside the packages it is of: a later start takes half the time to load.
const env = { NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)), ...process.env };
const child = spawn(nodePath(), ['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)], { stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`Node could not be started: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)));
