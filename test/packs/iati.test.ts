// IATI on the command line: a dry run tells what an import does, which leaves out what cannot be read and stages the rest.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadStagingKnown } from '../../src/packs/iati-known-store.ts';
import { importPack, inEnglish } from '../../src/packs/service.ts';
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
  expect(problems.map(inEnglish)).toEqual([]);
  expect(await loadStagingKnown(db, '2030-01-01')).toEqual({
    asOf: '2030-01-01',
    states: new Map([['XA', 'XAA']]),
    regions: new Set(['region:caribbean']),
    sectors: new Map([
      ['16063', 'threat:drug-trafficking'],
      ['15220', null],
    ]),
    recorded: new Map([['iati-XM-1', { standing: 'PUBLISHED', digest: null, lastUpdated: null, isBack: false }]]),
    named: new Map(),
  });
  await end();
});

test('an import stages what its dry run told, and the second time finds it as it was', async () => {
  const dry = await start(environment, ['import', sample, '--dry-run', '--as-of', '2030-06-01']);
  expect(dry.exit).toBe(0);
  expect(dry.output).toContain(
    `Left out (1), which keeps no others out:\n${sample}:64: an activity has no <iati-identifier> and no <title> and no <reporting-org> and was left out.`,
  );
  expect(dry.output).toContain('Activities: 3 read, 1 left out.\nStaged: 3, ');
  expect(dry.output).toContain('3 new, 0 changed, 0 as they were; nothing speaks against 0.');
  expect(dry.output).toMatch(/^CHILD_OF +1$/m);
  expect(dry.output).toContain(
    `${sample}:45: XM-EXAMPLE-1-PART, Example part\n    CHILD_OF: XM-EXAMPLE-1-PROGRAMME: its budgets are in those of the parent\n`,
  );
  expect(dry.output).toMatch(/\nA dry run: nothing was written\.\n$/);
  const real = await start(environment, ['import', sample, '--as-of', '2030-06-01']);
  expect(real.exit).toBe(0);
  expect(`${real.output}A dry run: nothing was written.\n`).toBe(dry.output);
  const again = await start(environment, ['import', sample, '--as-of', '2030-06-01', '--json']);
  expect(again.exit).toBe(0);
  expect(JSON.parse(again.output)).toMatchObject({ isWritten: true, counts: { staged_activity: { added: 0, changed: 0, unchanged: 3 } } });
});

test('a file that cannot be read to its end is a problem, with its line, and nothing is written', async () => {
  const name = path.join(folder, 'cut.xml');
  await writeFile(name, (await readFile(sample, 'utf8')).slice(0, -300));
  const { exit, output } = await start(environment, ['import', sample, name]);
  expect(exit).toBe(3);
  expect(output).toMatch(/Problems \(1\):\n.*cut\.xml:\d+: .* it is cut off\. Get the whole file\./);
  expect(output).toMatch(/\nNothing was written\.\n$/);
});
