// `npm run bench:page`: how soon the widest matrix answers a key in a real browser, with its script and without, on a made-up world.
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { preparedBrowser } from '../../test/setup/browser.ts';
import { startMeasured } from './client.ts';
import { withWorld } from './database.ts';
import { median } from './measure.ts';
import { makeWorld, presets, widestMatrix } from './world.ts';

/** **Source** the targets of the project: 60 States by 120 objectives, on two cores. */
const target = { answersMs: 2000 };
const rounds = 11;
const path = '/en/r/xorg1/matrix';

/** Milliseconds from the start of the navigation. `read`: the whole table is there. `answers`: a key has moved from one cell to the next. */
type Timing = { read: number; answers: number };

async function open(): Promise<Browser> {
  const prepared = await preparedBrowser();
  if ('problem' in prepared) throw new Error(prepared.problem);
  const launch = (env: Record<string, string | undefined>) =>
    chromium.launch({ executablePath: prepared.executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-zygote'], env });
  return launch(process.env).catch(() => launch({ ...process.env, LD_LIBRARY_PATH: prepared.libraries }));
}

/** One visit of somebody who was never here: nothing is kept from one to the next. */
async function visit(browser: Browser, origin: string, isScripted: boolean): Promise<Timing> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: isScripted });
  const page = await context.newPage();
  await page.goto(`${origin}${path}`, { waitUntil: 'domcontentloaded' });
  const read = await page.evaluate(
    () => performance.getEntriesByType('navigation').map((it) => (it as PerformanceNavigationTiming).domInteractive)[0] ?? 0,
  );
  const focused = () => page.evaluate(() => document.activeElement?.parentElement?.dataset.column ?? null);
  await page.locator('table.matrix td a').first().focus();
  const before = await focused();
  await page.keyboard.press(isScripted ? 'ArrowRight' : 'Tab');
  const after = await focused();
  const answers = await page.evaluate(() => performance.now());
  await context.close();
  if (before === null || after === null || before === after) throw new Error('The matrix did not answer the key.');
  return { read, answers };
}

async function run(): Promise<string> {
  return withWorld('embedded', widestMatrix(makeWorld(presets.standard, 1)), async (database) => {
    const measured = await startMeasured(database);
    const browser = await open();
    try {
      const text = await (await fetch(`${measured.origin}${path}`)).text();
      const timings = { scripted: [] as Timing[], plain: [] as Timing[] };
      // The first of each is not counted: the server and the browser have not run yet.
      for (let round = 0; round <= rounds; round++) {
        for (const kind of ['scripted', 'plain'] as const) {
          const timing = await visit(browser, measured.origin, kind === 'scripted');
          if (round > 0) timings[kind].push(timing);
        }
      }
      const of = (kind: keyof typeof timings, what: keyof Timing) => Math.round(median(timings[kind].map((it) => it[what])));
      const [scripted, plain] = [of('scripted', 'answers'), of('plain', 'answers')];
      const cells = text.match(/<td data-row=/g)?.length ?? 0;
      return [
        `${cells} cells, ${Math.round(gzipSync(text).length / 1000)} kB compressed; medians of ${rounds} visits in one run.`,
        `With its script the table is there after ${of('scripted', 'read')} ms and answers a key after ${scripted} ms${scripted <= target.answersMs ? '' : ' *'} (target: ${target.answersMs} ms).`,
        `Without any script: ${of('plain', 'read')} ms and ${plain} ms. Ratio ${(scripted / plain).toFixed(2)}. * is beyond the target.`,
      ].join('\n');
    } finally {
      await browser.close();
      await measured.stop();
    }
  });
}

try {
  process.stdout.write(`${await run()}\n`);
} catch (error) {
  process.stderr.write(`Not measured. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
