// IATI on the command line: a dry run tells what would be staged; nothing is ever written by it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadStagingKnown } from '../../src/packs/iati-known-store.ts';
import { formatProblem, importPack } from '../../src/packs/service.ts';
import { type Environment, makeDatabase, start } from '../cli/command.ts';
import { openTestDatabase } from '../db.ts';

const sample = 'test/packs/samples/activities.xml';
let folder: string;
let environment: Environment;
let close: () => Promise<void>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synergy-iati-'));
  ({ environment, close } = await makeDatabase(path.join(folder, 'data')));
});
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

test('what activities may name is read from what is recorded', async () => {
  const { db, close: end } = await openTestDatabase();
  const pack = {
    'threats.csv': 'id,parent,name_en,name_fr,name_es,name_ru,name_zh,name_ar,treaty_anchor\ndrug-trafficking,,Drug trafficking,,,,,,\n',
    'dac_sectors.csv': 'code,label_en,threat_hint,verified\n16063,Narcotics control,drug-trafficking,\n15220,Peace,,\n',
    'states.csv': 'iso3,iso2,m49,kind,name_en\nXAA,XA,,un_member,Example\nXBB,,,un_member,Example\n',
    'flow_regions.csv': 'region,members,basis\nregion:caribbean,XAA,made up\n',
    'assistance.csv': 'id,name,recipients,themes\niati-XM-1,Example,XAA,\n',
  };
  const { problems } = await importPack(
    db,
    Object.entries(pack).map(([name, content]) => ({ name, content })),
  );
  expect(problems.map(formatProblem)).toEqual([]);
  expect(await loadStagingKnown(db, '2030-01-01')).toEqual({
    asOf: '2030-01-01',
    states: new Map([['XA', 'XAA']]),
    regions: new Set(['region:caribbean']),
    sectors: new Map([
      ['16063', 'threat:drug-trafficking'],
      ['15220', null],
    ]),
    register: new Set(['iati-XM-1']),
  });
  await end();
});

test('a dry run says what would be staged and why; without it the file is refused', async () => {
  const dry = await start(environment, ['import', sample, '--dry-run', '--as-of', '2030-06-01']);
  expect(dry.exit).toBe(3);
  expect(dry.output).toContain(
    `Problems (1):\n${sample}:64: an activity has no <iati-identifier> and no <title> and no <reporting-org> and was left out.`,
  );
  expect(dry.output).toContain('Activities: 3 would be staged, 1 left out with a problem; nothing speaks against 0 of those staged.');
  expect(dry.output).toMatch(/^CHILD_OF +1$/m);
  expect(dry.output).toContain(
    `${sample}:45: XM-EXAMPLE-1-PART, Example part\n    CHILD_OF: XM-EXAMPLE-1-PROGRAMME: its budgets are in those of the parent\n`,
  );
  expect(dry.output).toMatch(/\nNothing was written\.\n$/);
  expect(dry.errors).toContain('The database holds no states yet');
  const real = await start(environment, ['import', sample, '--json']);
  expect(real.exit).toBe(3);
  expect(JSON.parse(real.output)).toMatchObject({
    isWritten: false,
    problems: [
      { file: sample, line: 1, message: 'IATI activities are not written yet. Add --dry-run to see what would be staged, or leave the file out.' },
    ],
  });
});
