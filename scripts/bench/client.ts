// Starts the measured server, asks it, and compares answers.
import { fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import type { BenchDatabase } from './database.ts';
import type { Figures, Listening } from './server.ts';
import type { Workload } from './workloads.ts';

/** The measured server. `ask*` give the body of the answer as text; a connection is kept for each of those that ask at once. `origin`: of the service. */
export type Measured = {
  origin: string;
  askService: (workload: Workload) => Promise<string>;
  askBaseline: (workload: Workload) => Promise<string>;
  figures: () => Promise<Figures>;
  stop: () => Promise<void>;
};

/** Starts a new server process on the database. Throws when it ends before it listens. */
export async function startMeasured(database: BenchDatabase): Promise<Measured> {
  const child = fork(new URL('server.ts', import.meta.url), [JSON.stringify(database)], { env: { ...process.env, NODE_ENV: 'production' } });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ports = await new Promise<Listening>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Listening));
    child.once('exit', (code) => reject(new Error(`The measured server ended with code ${code} before it listened.`)));
  });
  const agent = new Agent({ keepAlive: true });
  return {
    origin: `http://127.0.0.1:${ports.service}`,
    askService: ({ query, variables }) => send(agent, ports.service, '/graphql', JSON.stringify({ query, variables })),
    askBaseline: ({ name }) => send(agent, ports.baseline, `/${name}`),
    figures: async () => JSON.parse(await send(agent, ports.baseline, '/figures')),
    async stop() {
      agent.destroy();
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

function send(agent: Agent, port: number, path: string, body?: string): Promise<string> {
  const method = body === undefined ? 'GET' : 'POST';
  const headers = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Where two answers first differ, as `a.b[3]: 1 and 2`; null where they are the same. The order of fields does not count. */
export function firstDifference(a: unknown, b: unknown, place = 'answer'): string | null {
  if (Object.is(a, b)) return null;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return `${place}: ${a.length} and ${b.length} items`;
    return firstOf(a.map((item, index) => () => firstDifference(item, b[index], `${place}[${index}]`)));
  }
  if (isRecord(a) && isRecord(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return firstOf(keys.map((key) => () => firstDifference(a[key], b[key], `${place}.${key}`)));
  }
  return `${place}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function firstOf(checks: readonly (() => string | null)[]): string | null {
  for (const check of checks) {
    const difference = check();
    if (difference !== null) return difference;
  }
  return null;
}
