// The house holds: folders import to their left, nothing goes round in circles, files stay readable.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const order = [
  'i18n',
  'core',
  'store',
  'graphql',
  'concepts',
  'members',
  'threats',
  'strategies',
  'alignment',
  'assistance',
  'monitoring',
  'brief',
  'packs',
  'views',
  'pages',
  'http',
  'cli',
];
/** The contents page and the entries see everything. */
const entries = ['schema.ts', 'node.ts', 'worker.ts', 'synergy.ts'];
const generated = ['src/store/tables.ts', 'src/pages/script.ts'];
const linesMax = 400;

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const sources = filesBelow('src').filter((file) => !file.endsWith('.test.ts'));
const specifiers = (text: string) =>
  [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|(?:^|\n)import\s+'([^']+)'|import\('([^']+)'\)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
const imports = new Map(
  sources.map((file) => {
    const targets = specifiers(textOf(file)).filter((target) => target.startsWith('.'));
    return [file, targets.map((target) => relative(root, resolve(root, dirname(file), target))).filter((target) => target.endsWith('.ts'))];
  }),
);
const placeOf = (file: string) => order.indexOf(file.split('/')[1] ?? '');
const isEntry = (file: string) => entries.includes(file.replace('src/', ''));

test('every source file is an entry or lives in a folder that has a place in the order', () => {
  expect(sources.filter((file) => !isEntry(file) && placeOf(file) < 0)).toEqual([]);
});

test('a folder imports only itself and folders to its left, type imports included', () => {
  const wrong = [...imports].flatMap(([file, targets]) =>
    isEntry(file) ? [] : targets.filter((target) => isEntry(target) || placeOf(target) > placeOf(file)).map((target) => `${file} -> ${target}`),
  );
  // The command line asks the schema in process, as a request does; the schema itself is passed in everywhere else.
  expect(wrong.filter((line) => !/^src\/cli\/.* -> src\/schema\.ts$/.test(line))).toEqual([]);
});

test('nothing imports itself by any way round, type imports included', () => {
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of sources) visit(file, []);
  expect(cycles).toEqual([]);
});

test('graphql files go through services, and services of other subjects are not bypassed', () => {
  const subjects = order.slice(order.indexOf('concepts'), order.indexOf('packs'));
  const wrong = [...imports].flatMap(([file, targets]) => {
    const [, folder = '', name = ''] = file.split('/');
    if (!subjects.includes(folder)) return [];
    return targets
      .filter((target) => {
        const [, targetFolder = '', targetName = ''] = target.split('/');
        const isStore = /(^|-)store\.ts$/.test(targetName) && subjects.includes(targetFolder);
        return isStore && (targetFolder !== folder || name.startsWith('graphql'));
      })
      .map((target) => `${file} -> ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('packages are imported where they belong and nowhere else', () => {
  const homes: [RegExp, RegExp][] = [
    [/^pg$/, /^src\/store\//],
    [/^@electric-sql\//, /^src\/store\//],
    [/^hono\/html$/, /^src\/(pages|http)\//],
    [/^(docx|ml-hclust|d3-force)$/, /^src\/pages\//],
    [/^write-excel-file/, /^src\/(views|pages)\//],
    [/^csv-stringify/, /^src\/views\//],
    [/^(read-excel-file|fflate)$/, /^src\/packs\//],
    [/^(hono|@hono\/.*|graphql-yoga|@graphql-yoga\/.*)$/, /^src\/(http\/|node\.ts|worker\.ts)/],
    [/^openid-client$/, /^src\/http\//],
    [/^@pothos\//, /^src\/graphql\/builder\.ts/],
    [/^kysely$/, /(^src\/store\/)|(store\.ts$)|(^src\/packs\/)/],
  ];
  const wrong = sources.flatMap((file) =>
    specifiers(textOf(file)).flatMap((name) =>
      homes.filter(([library, home]) => library.test(name) && !home.test(file)).map(() => `${file} -> ${name}`),
    ),
  );
  expect(wrong).toEqual([]);
});

test('what runs at the edge imports nothing that only Node has', () => {
  const reached = new Set<string>();
  const queue = ['src/worker.ts'];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    queue.push(...(imports.get(file) ?? []));
  }
  const nodeOnly = [...reached].flatMap((file) =>
    specifiers(textOf(file))
      .filter((name) => /^node:(?!buffer|crypto)/.test(name) || name.startsWith('@electric-sql/'))
      .map((name) => `${file} -> ${name}`),
  );
  expect(reached.size).toBeGreaterThan(20);
  expect(nodeOnly).toEqual([]);
});

test(`no file written by hand has more than ${linesMax} lines`, () => {
  const long = ['src', 'web', 'scripts', 'test']
    .flatMap(filesBelow)
    .filter((file) => !generated.includes(file) && textOf(file).split('\n').length > linesMax + 1);
  expect(long).toEqual([]);
});
