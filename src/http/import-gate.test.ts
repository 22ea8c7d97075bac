// Large requests: for the import alone, by those who may write, and never a way round the other limits.
import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { post, smallApp } from '../../test/http/small-app.ts';
import { claims, makeSigner, sign, trustIn } from '../../test/http/tokens.ts';
import { createAuthenticate } from './auth.ts';
import { hasFewValues, isImportAlone } from './import-gate.ts';
import { defaultLimits } from './limits.ts';

const schema = buildSchema(`
  type Query { hello: String echo(text: String): String }
  type Mutation { importPack(input: ImportPackInput!): String write(text: String): String }
  input ImportPackInput { files: [File!]! dryRun: Boolean }
  input File { name: String! content: String! }
`);
const query = 'mutation($input: ImportPackInput!) { importPack(input: $input) }';
const signer = await makeSigner('ES256', 'key');
const app = smallApp({ schema, authenticate: createAuthenticate(trustIn(signer)) });
const as = async (role: string) => ({
  authorization: `Bearer ${await sign(signer, claims({ synergy_role: role, synergy_organization: 'xorg' }))}`,
});
const filesOf = (...lengths: number[]) => ({
  input: { files: lengths.map((length, index) => ({ name: `${index}.csv`, content: 'x'.repeat(length) })) },
});
/** Status, code and message of what is answered. */
const answerTo = async (sent: unknown, headers: Record<string, string>) => {
  const { status, body } = await post(app, sent, headers);
  const [error] = body.errors ?? [];
  return { status, code: error?.extensions.code, message: error?.message };
};
const tooLarge = { status: 413, code: 'LIMIT', message: 'The request is larger than 1,000,000 bytes. Send less at a time.' };
const executed = { status: 200, code: undefined, message: undefined };

describe('an import of 25 MB', () => {
  test.each(['editor', 'approver', 'analyst', 'secretariat', 'admin'])('is taken from: %s', async (role) => {
    expect(await answerTo({ query, variables: filesOf(20_000_000, 5_000_000) }, await as(role))).toEqual(executed);
  });
  test.each(['reader', 'delegate'])('is not taken from: %s', async (role) => {
    expect(await answerTo({ query, variables: filesOf(1_000_000) }, await as(role))).toEqual(tooLarge);
  });
  test('is not taken from the public', async () => {
    expect(await answerTo({ query, variables: filesOf(1_000_000) }, {})).toEqual(tooLarge);
  });
  test('is the most that is taken', async () => {
    expect(await answerTo({ query, variables: filesOf(26_000_000) }, await as('editor'))).toEqual({
      ...tooLarge,
      message: 'The request is larger than 26,000,000 bytes. Send less at a time.',
    });
  });
  test('has 1,000 files at most', async () => {
    const { status, message } = await answerTo({ query, variables: filesOf(...Array<number>(1_001).fill(1_100)) }, await as('editor'));
    expect([status, message]).toEqual([400, 'variables: this list has 1,001 items, and at most 1,000 are accepted. Send it in parts.']);
  });
  test('has names and other texts like any request', async () => {
    const variables = { input: { files: [{ name: 'x'.repeat(20_001), content: 'x'.repeat(1_000_000) }] } };
    expect((await answerTo({ query, variables }, await as('editor'))).message).toMatch(/^variables: this text has 20,001 characters/);
  });
});

describe('a large request', () => {
  const large = { filler: 'x'.repeat(1_000_000) };
  test.each([
    ['a query', 'query { hello }'],
    ['another mutation', 'mutation { write }'],
    ['an import and another mutation', 'mutation($input: ImportPackInput!) { importPack(input: $input) write }'],
    ['an import twice', 'mutation($input: ImportPackInput!) { a: importPack(input: $input) b: importPack(input: $input) }'],
    ['an import in a fragment', 'mutation($input: ImportPackInput!) { ...F } fragment F on Mutation { importPack(input: $input) write }'],
    ['an import that is a query', 'query($input: ImportPackInput!) { importPack(input: $input) }'],
    ['an import by its alias alone', 'mutation { importPack: write }'],
    ['no operation', 'fragment F on Mutation { write }'],
    ['nonsense', '}'],
    ['brackets without end', `mutation { importPack(input: ${'['.repeat(15_000)}`],
  ])('that is %s is refused like from anybody', async (_what, text) => {
    expect(await answerTo({ query: text, variables: { ...filesOf(1_000_000), ...large } }, await as('editor'))).toEqual(tooLarge);
  });
  test('with an import beside the operation that runs is refused', async () => {
    const two = `${query.replace('mutation', 'mutation I')} query Q { hello }`;
    expect(await answerTo({ query: two, operationName: 'Q', variables: filesOf(1_000_000) }, await as('editor'))).toEqual(tooLarge);
    expect(await answerTo({ query: two, operationName: 'I', variables: filesOf(1_000_000) }, await as('editor'))).toEqual(executed);
  });
  test('of many small values is refused before it is read', async () => {
    const brackets = `{"query":${JSON.stringify(query)},"variables":{"a":[${'[],'.repeat(600_000)}[]]}}`;
    expect(await answerTo(brackets, await as('editor'))).toEqual(tooLarge);
  });
  test('is measured in bytes of UTF-8', async () => {
    const variables = { input: { files: [{ name: 'a', content: 'é'.repeat(499_000) }] } };
    expect(await answerTo({ query: 'mutation { write }', variables }, await as('editor'))).toEqual(executed);
    variables.input.files.push({ name: 'b', content: 'é'.repeat(1_000) });
    expect(await answerTo({ query: 'mutation { write }', variables }, await as('editor'))).toEqual(tooLarge);
  });
});

describe('a text of more than 20,000 characters', () => {
  test('is taken as the content of a file from any who signed in, and not from the public', async () => {
    expect(await answerTo({ query, variables: filesOf(20_001) }, await as('reader'))).toEqual(executed);
    expect(await answerTo({ query: '{ hello }', variables: { files: [{ content: 'x'.repeat(20_001) }] } }, await as('reader'))).toEqual(executed);
    expect((await answerTo({ query, variables: filesOf(20_001) }, {})).message).toMatch(/^variables: this text has 20,001 characters/);
  });
  test.each([
    ['elsewhere', { text: 'x'.repeat(20_001) }],
    ['as a content that is of no file', { content: 'x'.repeat(20_001) }],
    ['as a file that is no object', { files: ['x'.repeat(20_001)] }],
    ['as a content below a content', { files: [{ content: { content: 'x'.repeat(20_001) } }] }],
    ['as a content that is a list', { files: [{ content: ['x'.repeat(20_001)] }] }],
    ['deeper', { a: { b: { files: [{ content: 'x'.repeat(20_001) }] } } }],
  ])('is refused %s, from anybody', async (_where, variables) => {
    expect(await answerTo({ query: '{ hello }', variables }, await as('editor'))).toMatchObject({ status: 400, code: 'LIMIT' });
  });
  test('is INVALID in a file with a character that is none', async () => {
    const variables = { input: { files: [{ name: 'a', content: `${'x'.repeat(20_001)}\0` }] } };
    expect(await answerTo({ query, variables }, await as('editor'))).toMatchObject({ status: 400, code: 'INVALID' });
  });
});

test('values are counted outside of texts alone', () => {
  const commas = ','.repeat(20_000);
  expect(hasFewValues(JSON.stringify({ a: commas, b: `\\"${commas}`, c: `${commas}\\` }))).toBe(true);
  expect(hasFewValues(`{"a\\\\":[${commas}]}`)).toBe(false);
  expect(hasFewValues(`["${commas}`)).toBe(true);
});

test('an import alone is known by its field, whatever it is called', () => {
  expect(isImportAlone('mutation { mine: importPack(input: { files: [] }) { userErrors { code } } }', null, defaultLimits)).toBe(true);
});
