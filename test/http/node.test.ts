// The server as a process: how it starts, what it says when it cannot, and how it stops. On the embedded database, once.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { start as startCommand } from '../cli/command.ts';

const launcher = ['scripts/with-node.mjs', 'src/node.ts'];

type Run = { child: ChildProcess; output: () => string; errors: () => string; exit: Promise<number | null> };

function start(environment: Record<string, string>): Run {
  const child = spawn(process.execPath, launcher, { env: { ...process.env, DATABASE_URL: '', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, errors] = ['', ''];
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (errors += chunk));
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, output: () => output, errors: () => errors, exit };
}

/** The address the server says it listens at. */
async function addressOf(run: Run): Promise<string> {
  const ended = run.exit.then((code) => Promise.reject(new Error(`The server ended with ${code}: ${run.errors()}`)));
  const said = new Promise<string>((resolve) => {
    const look = () => {
      const address = /http:\/\/[\d.:]+/.exec(run.output())?.[0];
      if (address && run.output().includes('Ctrl-C')) resolve(address);
    };
    run.child.stdout?.on('data', look);
    look();
  });
  return Promise.race([said, ended]);
}

describe.skipIf(inject('databases').kind === 'native')('the server', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'synergy-node-'));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  test('tells everything that is wrong with its environment, and ends with 2', async () => {
    const run = start({ PORT: 'many', LOG_LEVEL: 'loud' });
    expect(await run.exit).toBe(2);
    expect(run.errors().trim().split('\n')).toHaveLength(3);
  });

  test('tells in one line that its database is away, and ends with 1', async () => {
    const run = start({ DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none', PORT: '0' });
    expect(await run.exit).toBe(1);
    expect(run.errors()).toBe('Not started. The database that DATABASE_URL names cannot be reached. Is it running, and is the address right?\n');
  });

  test('answers what it was asked before it was told to stop, then ends with 0, and can be started again', async () => {
    const rates = { RATE_BUCKET: '2', RATE_REFILL_PER_SECOND: '1', TRUSTED_PROXY_HOPS: '1' };
    const run = start({ DATA_DIR: dataDir, PORT: '0', ...rates });
    const address = await addressOf(run);
    expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: 'ok' });
    expect((await fetch(`${address}/readyz`)).status).toBe(200);

    // While the server holds the data folder, a token is signed with the key that it made.
    const signed = await startCommand({ DATA_DIR: dataDir }, ['token', '--role', 'editor', '--state', 'JAM']);
    const ask = async (headers: Record<string, string>) => {
      const response = await fetch(`${address}/graphql?query=${encodeURIComponent('{viewer{role}}')}`, { headers });
      return response.status === 200 ? response.json() : response.status;
    };
    expect(await ask({ authorization: `Bearer ${signed.output.trim()}` })).toMatchObject({ data: { viewer: { role: 'EDITOR' } } });
    expect(await ask({ authorization: `Bearer ${signed.output.trim()}x` })).toBe(401);
    // The anonymous are told apart by the address that the one proxy saw, whatever they write before it.
    expect(await ask({ 'x-forwarded-for': '192.0.2.1, 203.0.113.9' })).toMatchObject({ data: { viewer: { role: 'PUBLIC' } } });
    expect(await ask({ 'x-forwarded-for': '192.0.2.2, 203.0.113.9' })).toMatchObject({ data: { viewer: { role: 'PUBLIC' } } });
    expect(await ask({ 'x-forwarded-for': '192.0.2.3, 203.0.113.9' })).toBe(429);
    expect(await ask({ 'x-forwarded-for': '203.0.113.10' })).toMatchObject({ data: { viewer: { role: 'PUBLIC' } } });

    const body = '{"query":"{ __typename }"}';
    const asked = request(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': body.length } });
    const answered = new Promise<IncomingMessage>((resolve, reject) => asked.on('response', resolve).on('error', reject));
    await new Promise((resolve) => asked.write(body.slice(0, 5), resolve));
    await expect.poll(() => fetch(`${address}/healthz`).then((response) => response.status)).toBe(200);
    run.child.kill('SIGTERM');
    run.child.kill('SIGINT');
    await expect
      .poll(() =>
        fetch(`${address}/healthz`).then(
          () => 'open',
          () => 'closed',
        ),
      )
      .toBe('closed');
    asked.end(body.slice(5));
    const response = await answered;
    expect(JSON.parse(await new Response(response as unknown as ReadableStream).text())).toMatchObject({ data: { __typename: 'Query' } });
    expect(await run.exit).toBe(0);
    expect(run.output()).toContain('Three questions to begin with:');

    const other = createServer();
    const port = await new Promise<number>((resolve) => other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)));
    const second = start({ DATA_DIR: dataDir, PORT: String(port) });
    expect(await second.exit).toBe(1);
    expect(second.errors()).toBe(
      `Not started. Port ${port} on 127.0.0.1 is in use by another program. Stop that program, or set PORT to another number.\n`,
    );
    await new Promise((resolve) => other.close(resolve));
  });
});
