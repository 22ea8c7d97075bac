// `npm run bench`: how long the service takes beside hand-written SQL that builds the same JSON, on a made-up world. No cache anywhere.
import Table from 'cli-table3';
import { Command, InvalidArgumentError, Option } from 'commander';
import { startMeasured } from './client.ts';
import { type BenchDatabase, withWorld } from './database.ts';
import { measure, peakMemory, type Result } from './measure.ts';
import { readWorkloads } from './workloads.ts';
import { makeWorld, presets } from './world.ts';

/** **Source** the speed targets of the project: cold, against the same answer by one statement. */
const targets = { ratio: 1.5, statements: 12, rssMb: { native: 500, embedded: 900 } };
const matrices = 200;

type Options = { preset: keyof typeof presets; seed: number; rounds: number; embedded: boolean; json: boolean };
type Report = Omit<Options, 'json' | 'embedded'> & { database: BenchDatabase['kind']; results: Result[]; rssMbMax: number };

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}

function readOptions(): Options {
  return new Command('bench')
    .description('Compares the service with hand-written SQL that builds the same answers, on a made-up world.')
    .addOption(new Option('--preset <size>', 'size of the world').choices(Object.keys(presets)).default('standard'))
    .option('--seed <number>', 'the same seed makes the same world', whole, 1)
    .option('--rounds <number>', 'rounds for each workload', whole, 40)
    .option('--embedded', 'on the embedded database instead of a server', false)
    .option('--json', 'print JSON instead of a table', false)
    .parse()
    .opts<Options>();
}

async function run({ preset, seed, rounds, embedded }: Options): Promise<Report> {
  const kind = embedded ? 'embedded' : 'native';
  const workloads = await readWorkloads();
  return withWorld(kind, makeWorld(presets[preset], seed), async (database) => {
    const results: Result[] = [];
    const measured = await startMeasured(database);
    try {
      for (const workload of workloads) results.push(await measure(measured, workload, rounds));
    } finally {
      await measured.stop();
    }
    const fresh = await startMeasured(database);
    try {
      return { preset, seed, rounds, database: kind, results, rssMbMax: await peakMemory(fresh, workloads[0] as (typeof workloads)[0], matrices) };
    } finally {
      await fresh.stop();
    }
  });
}

const against = (value: string, isMet: boolean) => (isMet ? value : `${value} *`);

function asText({ preset, seed, rounds, database, results, rssMbMax }: Report): string {
  const table = new Table({
    head: ['workload', 'SQL ms', 'service ms', 'ratio', 'SQL ms, 8', 'service ms, 8', 'ratio, 8', 'statements', 'bytes'],
    style: { head: [], border: [] },
    colAligns: ['left', ...Array<'right'>(8).fill('right')],
  });
  for (const { name, title, one, eight, statements, bytes } of results) {
    const columns = [one, eight].flatMap(({ baselineMs, serviceMs, ratio }) => [
      baselineMs.toFixed(1),
      serviceMs.toFixed(1),
      against(ratio.toFixed(2), ratio <= targets.ratio),
    ]);
    table.push([`${name} ${title}`, ...columns, against(String(statements), statements <= targets.statements), bytes]);
  }
  const limit = targets.rssMb[database];
  return [
    `World "${preset}", seed ${seed}, on the ${database} database; medians of ${rounds} rounds, one client and 8 at once.`,
    table.toString(),
    `Peak memory of a new server over ${matrices} matrices, 8 at once: ${against(`${Math.round(rssMbMax)} MB`, rssMbMax < limit)} (target: below ${limit} MB).`,
    `Targets: ratio at most ${targets.ratio}, statements at most ${targets.statements}. * is beyond the target.`,
  ].join('\n');
}

const options = readOptions();
try {
  const report = await run(options);
  process.stdout.write(`${options.json ? JSON.stringify(report, null, 2) : asText(report)}\n`);
} catch (error) {
  process.stderr.write(`Not measured. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
