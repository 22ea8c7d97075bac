// The commands, end to end. Each start costs seconds on the embedded database, so they are few and share one.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { lockDataFolder } from '../../src/store/lock.ts';
import { type Ended, type Environment, makeDatabase, start, strategy, writeSmallPack } from './command.ts';

const isEmbedded = inject('databases').kind === 'embedded';
let folder: string;
let environment: Environment;
let close: () => Promise<void>;
let pack: string;
let held: { refused: Promise<Ended>; release: () => Promise<void> } | null = null;
const run = (...parameters: string[]) => start(environment, parameters);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synergy-cli-'));
  if (isEmbedded) held = await askHeld(path.join(folder, 'held'));
  ({ environment, close } = await makeDatabase(path.join(folder, 'data')));
  pack = await writeSmallPack(folder);
});
afterAll(async () => {
  await held?.release();
  await close();
  await rm(folder, { recursive: true, force: true });
});

/** Holds a data folder and lets a command wait for it meanwhile: that takes ten seconds. */
async function askHeld(dataDir: string) {
  await mkdir(path.join(dataDir, 'postgres'), { recursive: true });
  const { release } = await lockDataFolder(dataDir);
  return { refused: start({ DATA_DIR: dataDir }, ['matrix', 'xorg']), release };
}

describe('importing', () => {
  test('a pack with problems is refused with 3, each with its place, and nothing of it is written', async () => {
    const mixed = path.join(folder, 'mixed');
    await mkdir(mixed);
    await writeFile(path.join(mixed, 'good.yaml'), strategy('xab-plan', 'state: XAB', 'national', 'Plan', ['Work']));
    await writeFile(path.join(mixed, 'bad.csv'), 'colour,size\ngreen,1\n');
    const { exit, output } = await run('import', mixed, path.join(folder, 'missing.yaml'));
    expect(exit).toBe(3);
    expect(output).toContain('Problems (2):');
    expect(output).toMatch(/bad\.csv:1: unknown format/);
    expect(output).toMatch(/missing\.yaml:1: there is no such file or folder/);
    expect(output).toMatch(/\nNothing was written\.\n$/);
    const { exit: empty, errors } = await run('export', 'strategies');
    expect(empty).toBe(5);
    expect(errors).toContain('holds no records yet');
  });

  test('a dry run reports what it would add and writes nothing; the real run adds it; the same pack again changes nothing', async () => {
    const dry = await run('import', pack, '--dry-run', '--json');
    expect(dry.exit).toBe(0);
    const added = {
      strategy: { added: 2, changed: 0, unchanged: 0 },
      node: { added: 5, changed: 0, unchanged: 0 },
      link: { added: 2, changed: 0, unchanged: 0 },
    };
    expect(JSON.parse(dry.output)).toMatchObject({ isDryRun: true, isWritten: false, problems: [], counts: added });
    const real = await run('import', pack, '--json');
    expect(JSON.parse(real.output)).toMatchObject({ isDryRun: false, isWritten: true, problems: [], counts: added });
    const again = await run('import', pack);
    expect(again.exit).toBe(0);
    expect(again.output).toMatch(/^strategy +0 +0 +2$/m);
    expect(again.output).toMatch(/^link +0 +0 +2$/m);
    expect(again.errors).toContain('Reading files: 5.\n');
    expect(again.errors).not.toContain('\u001b');
  });

  test('an import that is interrupted writes nothing, and leaves the database in order', async () => {
    const many = path.join(folder, 'many');
    await mkdir(many);
    const labels = Array.from({ length: 20 }, (_, index) => `Line of work ${index}`);
    const plans = Array.from({ length: 300 }, (_, index) => `xac-plan-${index}`);
    await Promise.all(plans.map((id) => writeFile(path.join(many, `${id}.yaml`), strategy(id, 'state: XAC', 'national', 'Plan', labels))));
    let isTold = false;
    const { exit, errors } = await start(environment, ['import', many], (said, child) => {
      if (said.includes('Checking.') && !isTold) isTold = child.kill('SIGTERM');
    });
    expect(exit).toBe(143);
    expect(errors).toMatch(/Interrupted\. What was not finished was taken back\.\n$/);
    const { exit: after, output } = await run('export', 'strategies', '--json');
    expect(after).toBe(0);
    expect(output).not.toContain('xac-plan');
  });
});

describe('reading', () => {
  test('matrix shows a glyph for each cell, what glyphs and columns mean, and the words owed', async () => {
    const { exit, output, errors } = await run('matrix', 'xorg', '--as-of', '2025-06-30');
    expect({ exit, errors }).toEqual({ exit: 0, errors: '' });
    expect(output.split('\n\n').slice(0, 5)).toEqual([
      'Example Organization: members by objectives',
      'Strategies:\n  Common strategy (xorg-strategy)',
      '     1  2\nXAA  ●  ○\nXBB',
      '  ●      aligned\n  ○      no matching passage found in this record\n  blank  no plan recorded',
      'Objectives\n' +
        '  1  First objective (xorg-strategy.p1.o1): of 2 members 1 read, 1 ●, 0 ◐, 0 ○\n' +
        '  2  Second objective (xorg-strategy.p1.o2): of 2 members 1 read, 0 ●, 0 ◐, 1 ○',
    ]);
    expect(output).toMatch(/\nAs of 2025-06-30\. Method \d{4}-\d{2}\.\n.*No ranking of States is made\.\n$/s);
  });

  test('--json gives the data as GraphQL answers it, in the language asked for', async () => {
    const { output } = await run('matrix', 'xorg', '--json', '--lang', 'fr');
    const { alignmentMatrix } = JSON.parse(output);
    expect(alignmentMatrix).toMatchObject({
      rows: [{ key: 'XAA' }, { key: 'XBB' }],
      lows: [
        [1, 0],
        [0, 0],
      ],
      highs: [
        [1, 0],
        [1, 1],
      ],
      statuses: [
        ['ALIGNED', 'GAP'],
        ['NO_RECORD', 'NO_RECORD'],
      ],
      bases: [
        ['READ', 'READ'],
        ['UNREAD', 'UNREAD'],
      ],
    });
    expect(alignmentMatrix.disclaimer).toMatch(/^Les /);
  });

  test('export writes a file for spreadsheets: BOM, CRLF, and no cell that begins a formula', async () => {
    const { exit, output } = await run('export', 'strategies', '--states', 'XAA');
    expect(exit).toBe(0);
    const lines = output.split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffstrategy,title,/);
    expect(lines[1]).toMatch(/^xaa-plan,'=1\+1 plan,'=1\+1 plan,en,XAA,/);
    expect(lines.slice(2)).toEqual(['']);
  });

  test('a key that is not there ends with 4, and says where the keys are', async () => {
    const { exit, output, errors } = await run('matrix', 'nowhere');
    expect({ exit, output }).toEqual({ exit: 4, output: '' });
    expect(errors).toContain('there is no organization "nowhere"');
    expect(errors).toContain('npm run synergy -- export');
  });

  test('a dump moves the whole database into another', async () => {
    const file = path.join(folder, 'whole.dump');
    expect((await run('dump', file)).exit).toBe(0);
    const other = await makeDatabase(path.join(folder, 'other'));
    expect((await start(other.environment, ['load', file])).exit).toBe(0);
    const [there, here] = await Promise.all([start(other.environment, ['matrix', 'xorg', '--json']), run('matrix', 'xorg', '--json')]);
    await other.close();
    expect(there).toEqual(here);
    expect(there.exit).toBe(0);
  });
});

describe('before anything is asked', () => {
  test.each([
    ['an unknown command', ['matrx', 'xorg'], 'Did you mean matrix?'],
    ['a day that is none', ['matrix', 'xorg', '--as-of', '2025-02-30'], 'YYYY-MM-DD'],
    ['a view without what it needs', ['export', 'matrix'], '--organization KEY'],
    ['a view with what it does not take', ['export', 'brief', '--states', 'XAA'], 'no more than --organization, not --states'],
    ['one state to compare', ['compare', 'JAM'], '2 to 8'],
  ])('%s is wrong use and ends with 2', async (_what, parameters, told) => {
    const { exit, output, errors } = await start({}, parameters);
    expect({ exit, output }).toEqual({ exit: 2, output: '' });
    expect(errors).toContain(told);
  });

  test('a database without records is refused with 5 and the mend, and none is made', async () => {
    const { exit, errors } = await start({ DATA_DIR: path.join(folder, 'none') }, ['elements', 'xorg']);
    expect(exit).toBe(5);
    expect(errors).toContain('npm run synergy -- seed');
    expect(await readdir(folder)).not.toContain('none');
  });

  test('a database that is away ends with 5', async () => {
    const { exit, errors } = await start({ DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' }, ['seed']);
    expect(exit).toBe(5);
    expect(errors).toBe('The database that DATABASE_URL names cannot be reached. Is it running, and is the address right?\n');
  });

  test('help tells the exit codes, and of each command examples', async () => {
    const [all, one] = await Promise.all([start({}, ['--help']), start({}, ['import', '--help'])]);
    expect(all.exit).toBe(0);
    expect(all.output).toContain('Exit codes:');
    expect(one.output).toContain('npm run synergy -- import plans/');
    expect(one.output).toContain('--dry-run');
  });
});

test.skipIf(!isEmbedded)('a data folder that another process holds is waited for, then refused with 5, naming the holder', async () => {
  const { exit, errors } = (await held?.refused) ?? {};
  expect(exit).toBe(5);
  expect(errors).toContain(`Waiting for process ${process.pid} on `);
  expect(errors).toContain('or set DATA_DIR to another folder.');
});
