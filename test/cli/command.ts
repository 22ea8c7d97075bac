// The real command line as a process, on a database of its own: the embedded one in a folder, or one on the server.
import { type ChildProcess, spawn } from 'node:child_process';
import { openAsBlob } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { inject } from 'vitest';
import { openTestDatabase } from '../db.ts';

export type Environment = Record<string, string>;

export type Ended = { exit: number | null; output: string; errors: string };

/** Starts a command. `watch` is called with all of standard error so far, whenever there is more. */
export function start(
  environment: Environment,
  parameters: readonly string[],
  watch: (errors: string, child: ChildProcess) => void = () => {},
): Promise<Ended> {
  const variables = { ...process.env, DATABASE_URL: '', ...environment };
  const child = spawn(process.execPath, ['scripts/with-node.mjs', 'src/synergy.ts', ...parameters], {
    env: variables,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk) => {
    errors += chunk;
    watch(errors, child);
  });
  return new Promise((resolve) => child.on('close', (exit) => resolve({ exit, output, errors })));
}

/** A migrated database without records that commands find by `environment`; the embedded one is made in `folder`. */
export async function makeDatabase(folder: string): Promise<{ environment: Environment; close: () => Promise<void> }> {
  const databases = inject('databases');
  if (databases.kind === 'native') {
    const { url, close } = await openTestDatabase();
    return { environment: { DATABASE_URL: url ?? '' }, close };
  }
  await mkdir(folder);
  const pglite = await PGlite.create(path.join(folder, 'postgres'), { loadDataDir: await openAsBlob(databases.empty) });
  await pglite.close();
  return { environment: { DATA_DIR: folder }, close: async () => {} };
}

/**
 * Writes a pack: organization xorg with the states XAA and XBB, its two objectives, and a plan of XAA that takes up the first of
 * them whole and was read for the second without a find. The title of the plan begins like a formula.
 */
export async function writeSmallPack(folder: string): Promise<string> {
  const pack = path.join(folder, 'pack');
  await mkdir(pack, { recursive: true });
  const files = {
    'organizations.csv':
      'org,acronym,name_en,seat_city,seat_iso3,founded,kind,oc_instruments,verified\nxorg,XORG,Example Organization,,,2001,regional,,recalled\n',
    'memberships.csv': 'org,iso3,from_year,to_year,role,note,verified\nxorg,XAA,2001,,member,,recalled\nxorg,XBB,2001,,member,,recalled\n',
    'regional.yaml': strategy('xorg-strategy', 'organization: xorg', 'regional', 'Common strategy', ['First objective', 'Second objective']),
    'national.yaml': strategy('xaa-plan', 'state: XAA', 'national', '=1+1 plan', ['First line of work']),
    'links.csv':
      'national,regional,relation,share,status,confidence,rationale,method\n' +
      'xaa-plan.p1.o1,xorg-strategy.p1.o1,EQUAL,,READ,high,says the same,two analysts agree\n' +
      'xaa-plan,xorg-strategy.p1.o2,NO_RELATION,,READ,high,nothing found,two analysts agree\n',
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(path.join(pack, name), text)));
  return pack;
}

export function strategy(id: string, owner: string, level: string, title: string, objectives: readonly string[]): string {
  const nodes = objectives.map(
    (label, index) => `  - id: ${id}.p1.o${index + 1}\n    kind: objective\n    label: ${label}\n    seen_in_source: true\n`,
  );
  return `schema: strategy/1
id: ${id}
title:
  original: "${title}"
  original_language: en
owner:
  ${owner}
level: ${level}
scope: overarching
status: adopted
valid:
  from_year: 2020
  to_year: 2030
verified: true
sources:
- title: Made up for tests
  ref: https://example.org/
structure:
- id: ${id}.p1
  kind: pillar
  label: Only part
  seen_in_source: true
  children:
${nodes.join('')}`;
}
