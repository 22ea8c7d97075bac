// What is refused is told in the reader's language: on pages, in forms and by the API, with the codes and fields that programs rely on.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../src/core/viewer.ts';
import { readEnv } from '../src/http/env.ts';
import { peopleOf } from '../src/http/people.ts';
import { languages } from '../src/i18n/languages.ts';
import { clientOf } from './ask.ts';
import { openSeededDatabase, type TestDatabase } from './db.ts';
import { openBrowser } from './http/browser.ts';

const origin = 'http://127.0.0.1:8787';
const editor: SignedIn = { role: 'EDITOR', state: 'JAM', subject: 'development:editor:JAM' };
const french = { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.5' };
let database: TestDatabase;

beforeAll(async () => {
  database = await openSeededDatabase();
});
afterAll(() => database?.close());

function reader() {
  const { env } = readEnv({});
  return openBrowser({ database, people: env && peopleOf(env), origin, now: () => new Date('2026-06-01T12:00:00Z') });
}

/** The address with its problem in a page, and how it is marked. */
const paragraph = (page: string) => /<h1>[^<]*<\/h1><p([^>]*)>([^<]*)/.exec(page)?.slice(1);

describe('a French reader of a page', () => {
  test.each([
    [
      '/fr/r/caricom/matrix?asOf=hier',
      400,
      'asOf\u00a0: «\u00a0hier\u00a0» n’est pas une date\u00a0: écrivez une date réelle sous la forme YYYY-MM-DD.',
    ],
    [
      '/fr/r/nowhere/matrix',
      400,
      'organization\u00a0: il n’y a pas d’organisation «\u00a0nowhere\u00a0». Demandez `organizations` pour celles qui existent.',
    ],
    [
      '/fr/brief?asOf=2026-02-30',
      400,
      'asOf\u00a0: «\u00a02026-02-30\u00a0» n’est pas une date\u00a0: écrivez une date réelle sous la forme YYYY-MM-DD.',
    ],
  ])('of %s gets the refusal in French, not marked as English', async (path, status, words) => {
    const response = await reader().send(path);
    expect(response.status).toBe(status);
    expect(paragraph(await response.text())).toEqual(['', words.replaceAll('&', '&amp;')]);
  });

  test('gets the refusals of a form in French, beside what was typed', async () => {
    const it = reader();
    await it.post('/fr/try-as', { role: 'EDITOR', state: 'JAM' });
    const formToken = await it.token('/fr');
    const refused = await it.post('/fr/do/createStrategy', { formToken, key: 'Jam Plan', 'title.EN': 'Plan', scope: 'DRUGS' });
    const page = await refused.text();
    expect(refused.status).toBe(400);
    expect(page).toContain('<span>input.key\u00a0: ce n’est pas une clef.');
    expect(page).toContain('value="Jam Plan"');
    const unknown = await it.post('/fr/do/createStrategy', { formToken, key: 'jam-plan', 'title.EN': 'Plan', scope: 'NONE' });
    expect(await unknown.text()).toContain('<span>input.scope\u00a0: cette valeur n’est pas admise ici.');
    const old = await it.post('/fr/do/createStrategy', { formToken: 'none', key: 'jam-plan' });
    expect([old.status, await old.text()]).toEqual([403, expect.stringContaining('Ce formulaire a été établi pour un autre compte')]);
  });
});

describe('a French caller of the API', () => {
  test('gets problems of mutations in French, with the code and field of the English ones', async () => {
    const query = 'mutation { updateStrategy(input: { key: "jam-none", version: 1 }) { userErrors { field code message } } }';
    const ask = clientOf(database, '2026-06-01', editor);
    const inEnglish = (await ask(query)).data.updateStrategy.userErrors;
    const inFrench = (await ask(query, {}, french)).data.updateStrategy.userErrors;
    expect(inEnglish).toEqual([{ field: 'input.key', code: 'NOT_FOUND', message: 'input.key: no strategy "jam-none" can be seen.' }]);
    expect(inFrench).toEqual([{ ...inEnglish[0], message: 'input.key\u00a0: aucune stratégie «\u00a0jam-none\u00a0» n’est visible.' }]);
  });

  test.each([
    ['of an argument', '{ compareStates(states: ["JAM"]) { __typename } }', {}, 'states\u00a0: nommez de 2 à 8 États différents, et non 1.'],
    [
      'of a variable',
      'query($d: Date) { alignmentMatrix(organization: "caricom", asOf: $d) { __typename } }',
      { d: 'hier' },
      'd\u00a0: «\u00a0hier\u00a0» n’est pas une date\u00a0: écrivez une date réelle sous la forme YYYY-MM-DD.',
    ],
    [
      'of rights',
      'mutation { removeNode(input: { key: "x", version: 1 }) { userErrors { code } } }',
      {},
      'Toute modification suppose un compte connecté',
    ],
    ['of size', `{ ${'a '.repeat(1_001)} }`, {}, 'Mots et signes dans la requête\u00a0: 1'],
    ['of the request', '{ __typename }', { a: '\0' }, 'variables\u00a0: ce texte contient un caractère qui n’en est pas un'],
  ])('is refused in French for what is wrong %s, with the same code', async (_what, query, variables, words) => {
    const ask = clientOf(database);
    const [inEnglish, inFrench] = [await ask(query, variables), await ask(query, variables, french)];
    expect(inFrench.errors?.[0]?.message).toContain(words);
    expect(inEnglish.errors?.[0]?.message).not.toContain(words);
    expect(inFrench.errors?.map(({ extensions }) => extensions.code)).toEqual(inEnglish.errors?.map(({ extensions }) => extensions.code));
    expect(inFrench.status).toBe(inEnglish.status);
  });
});

test('every language has words of its own for the same refusal, on its pages', async () => {
  const told = await Promise.all(
    languages.map(async (language) => paragraph(await reader().text(`/${language.toLowerCase()}/r/nowhere/matrix`))?.[1]),
  );
  expect(new Set(told).size).toBe(languages.length);
});

test('sentences outside the catalogue stand only where no reader of a page meets them, or where a file is read', () => {
  const root = join(import.meta.dirname, '../src');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  const imported = /import \{[^}]*\bplain\b[^}]*\} from '[./]*i18n\/words\.ts'/;
  const plainWords = files.filter((file) => imported.test(readFileSync(file, 'utf8'))).map((file) => relative(root, file));
  // An AppError takes nothing but words (src/core/errors.ts), so a sentence in one has to be marked as plain.
  const ofFiles = [
    'assessment-format',
    'check',
    'correction-cell-service',
    'correction-import-service',
    'correction-reader',
    'correction-statement-service',
    'correction-taking',
    'documents',
    'files',
    'iati-activity',
    'iati-reader',
    'iati-report',
    'iati-store',
    'parse',
    'service',
    'shapes',
    'strategy-format',
    'submission',
    'submit-service',
    'text',
    'xml-reader',
  ].map((name) => `packs/${name}.ts`);
  const ofOperators = ['dump', 'embedded', 'lock', 'migrate', 'service-login'].map((name) => `store/${name}.ts`);
  const ofStart = ['cli/import.ts', 'http/dev-key.ts', 'http/trust.ts'];
  const answeredBefore = ['http/exports.ts']; // In the reader's language, by the operation of the file.
  expect(plainWords.toSorted()).toEqual([...ofFiles, ...ofOperators, ...ofStart, ...answeredBefore].toSorted());
});
