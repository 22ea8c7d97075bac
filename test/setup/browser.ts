// Unpacks the Chromium that comes from npm, once for all test files, into a folder of its version. Where it cannot, the tests are told so.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

/** `libraries`: what Chromium needs of a system, where this one has it not. */
export type PreparedBrowser = { executablePath: string; libraries: string } | { problem: string };

declare module 'vitest' {
  interface ProvidedContext {
    browser: PreparedBrowser;
  }
}

export default async function setup(project: TestProject): Promise<void> {
  project.provide('browser', await preparedBrowser());
}

/** Unpacks it where that was not done before. */
export async function preparedBrowser(): Promise<PreparedBrowser> {
  const elsewhere = process.env.TMPDIR;
  try {
    const packed = createRequire(import.meta.url)
      .resolve('@sparticuz/chromium')
      .replace(/build\/index\.js$/, '');
    const { version } = createRequire(import.meta.url)(`${packed}package.json`) as { version: string };
    const folder = path.join(tmpdir(), `strategy-synergy-chromium-${version}`);
    mkdirSync(folder, { recursive: true });
    // The package unpacks into the folder for temporary files, whatever stands there already.
    process.env.TMPDIR = folder;
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    await inflate(path.join(packed, 'bin', 'al2023.tar.br'));
    return { executablePath, libraries: path.join(folder, 'al2023', 'lib') };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  } finally {
    if (elsewhere === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = elsewhere;
  }
}
