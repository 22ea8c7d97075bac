// The measuring itself: the same answer first, then rounds in which the baseline and the service take turns.
import { firstDifference, type Measured } from './client.ts';
import type { Workload } from './workloads.ts';

/** Times in milliseconds, medians. `ratio`: service over baseline. `statements`: that the service runs for one operation. */
export type Timing = { baselineMs: number; serviceMs: number; ratio: number };
export type Result = { name: string; title: string; one: Timing; eight: Timing; statements: number; bytes: number };

const warmUps = 10;
const atOnce = 8;

/** Throws, naming the place, where the service and the statement do not answer the same. */
export async function measure(server: Measured, workload: Workload, rounds: number): Promise<Result> {
  const text = await server.askService(workload);
  const answer: { data?: unknown; errors?: unknown } = JSON.parse(text);
  if (answer.errors) throw new Error(`${workload.name}: the service answers with errors: ${JSON.stringify(answer.errors).slice(0, 500)}`);
  const difference = firstDifference(answer.data, JSON.parse(await server.askBaseline(workload)));
  if (difference !== null) throw new Error(`${workload.name}: the service and the statement do not answer the same: ${difference}`);

  const before = await server.figures();
  await server.askService(workload);
  const statements = (await server.figures()).statements - before.statements;

  const askBaseline = () => server.askBaseline(workload);
  const askService = () => server.askService(workload);
  for (let i = 0; i < warmUps; i++) {
    await askBaseline();
    await askService();
  }
  return {
    name: workload.name,
    title: workload.title,
    one: await timing(askBaseline, askService, rounds, 1),
    eight: await timing(askBaseline, askService, Math.ceil(rounds / 4), atOnce),
    statements,
    bytes: Buffer.byteLength(text),
  };
}

/** Each round asks one, then the other, so many times at once, so that a change of the machine's mood meets both. */
async function timing(askBaseline: () => Promise<string>, askService: () => Promise<string>, rounds: number, clients: number): Promise<Timing> {
  const baseline: number[] = [];
  const service: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await Promise.all(Array.from({ length: clients }, () => timed(askBaseline, baseline)));
    await Promise.all(Array.from({ length: clients }, () => timed(askService, service)));
  }
  const [baselineMs, serviceMs] = [median(baseline), median(service)];
  return { baselineMs, serviceMs, ratio: serviceMs / baselineMs };
}

async function timed(ask: () => Promise<string>, times: number[]): Promise<void> {
  const started = performance.now();
  await ask();
  times.push(performance.now() - started);
}

export function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Peak memory of a new server, in MB, while it answers so many matrices. */
export async function peakMemory(server: Measured, workload: Workload, matrices: number): Promise<number> {
  for (let i = 0; i < matrices; i += atOnce) await Promise.all(Array.from({ length: atOnce }, () => server.askService(workload)));
  return (await server.figures()).rssMbMax;
}
