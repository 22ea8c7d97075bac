// `npm test`: the type check, then all tests, then one line with the counts. Arguments go to vitest, such as a path.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nativeSource } from '../test/setup/native-source.ts';

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

function run(program: string, ...parameters: string[]): boolean {
  const file = new URL(`../node_modules/${program}`, import.meta.url).pathname;
  return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...parameters], { stdio: 'inherit' }).status === 0;
}

/** Passed, failed and skipped. A file that could not be run at all is one failure; so is a run that gave no report. */
function counts(report: Report | null): string {
  if (!report) return '0 passed, 1 failed, 0 skipped';
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return `${report.numPassedTests} passed, ${report.numFailedTests + brokenFiles} failed, ${report.numPendingTests + report.numTodoTests} skipped`;
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'synergy-report-'));
try {
  const typesHold = run('typescript/bin/tsc', '--noEmit') && run('typescript/bin/tsc', '--noEmit', '-p', 'web');
  const reportFile = path.join(folder, 'report.json');
  const testsHold = run(
    'vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...process.argv.slice(2),
  );
  if (!typesHold) console.log('THE TYPE CHECK FAILED: see the beginning.');
  console.log(counts(readReport(reportFile)));
  if (!(await nativeSource()))
    console.log('NOT TESTED ON SERVER POSTGRES: no server program was found. Install PostgreSQL, or set TEST_DATABASE_URL.');
  process.exitCode = typesHold && testsHold ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
