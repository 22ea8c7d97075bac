// What a client is told when something goes wrong, and what it is not.
import { describe, expect, test } from 'vitest';
import { post, smallApp } from '../../test/http/small-app.ts';

const app = smallApp();

describe('an error while executing', () => {
  test('that is written for users keeps its code, message and path, with HTTP 200', async () => {
    const { status, body } = await post(app, { query: '{ hello again: refused }' });
    expect(status).toBe(200);
    expect(body.data).toEqual({ hello: 'world', again: null });
    expect(body.errors).toEqual([
      {
        message: 'strategy: nothing with this id can be seen.',
        path: ['again'],
        locations: [{ line: 1, column: 9 }],
        extensions: { code: 'NOT_FOUND' },
      },
    ]);
  });
  test.each(['broken', 'thrownText', 'missing', 'thing { wrongColour }'])(
    'of ours (%s) is INTERNAL, and tells nothing but the request',
    async (field) => {
      const { status, headers, body } = await post(app, { query: `{ ${field} }` });
      expect(status).toBe(200);
      expect(body.errors?.map(({ message, extensions }) => ({ message, extensions }))).toEqual([
        {
          message: `Something went wrong on our side. Quote request ${headers.get('x-request-id')} when you report it.`,
          extensions: { code: 'INTERNAL' },
        },
      ]);
      expect(JSON.stringify(body)).not.toMatch(/hunter2|PINK|GraphQL|stack/);
    },
  );
  test('for want of the database asks to try again, with 503', async () => {
    const { status, headers, body } = await post(app, { query: '{ one }' });
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('5');
    expect(body.errors?.[0]?.message).toBe(
      `The database cannot be reached at the moment. Try again shortly. If it lasts, quote request ${headers.get('x-request-id')}.`,
    );
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL' });
    expect(JSON.stringify(body)).not.toMatch(/ECONN|127\.0\.0\.1|nobody|secret/);
  });
  test('for want of the database leaves what could be answered', async () => {
    expect(await post(app, { query: '{ hello one }' })).toMatchObject({ status: 200, body: { data: { hello: 'world', one: null } } });
  });
});

describe('a refusal', () => {
  test.each([
    ['a field', { query: '{ helo }' }],
    ['an argument', { query: '{ echo(txt: "a") }' }],
    ['a value', { query: '{ painted(colour: GREN) }' }],
    ['a type', { query: '{ thing { ... on Thin { key } } }' }],
    ['a variable', { query: 'query($c: Colour) { painted(colour: $c) }', variables: { c: 'GREN' } }],
    ['a name in a variable', { query: 'query($d: Deep) { deep(deep: $d) }', variables: { d: { deeep: {} } } }],
    ['a fragment', { query: '{ thing { ...Frgment } } fragment Fragment on Thing { key }' }],
  ])('of %s suggests no other name', async (_what, sent) => {
    const { status, body } = await post(app, sent);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions.code).toBe('INVALID');
    expect(JSON.stringify(body)).not.toMatch(/Did you mean|GREEN"|"hello"/);
  });
  test('says which variable a value was refused for', async () => {
    const { body } = await post(app, { query: 'query($c: Colour) { painted(colour: $c) }', variables: { c: 'PINK' } });
    expect(body.errors?.[0]?.message).toBe('Variable "$c" got invalid value "PINK"; Value "PINK" does not exist in "Colour" enum.');
  });
  test.each([
    [
      'a word of no list',
      'query($c: Colour) { painted(colour: $c) }',
      { c: 'PINK' },
      'c\u00a0: cette valeur n’est pas admise ici. Donnez-en une autre.',
    ],
    [
      'a value inside',
      'query($d: Deep) { deep(deep: $d) }',
      { d: { deep: { list: [1, 'x'] } } },
      'd.deep.list[1]\u00a0: cette valeur n’est pas admise ici.',
    ],
    ['a value that was not given', 'query($r: Int!) { matrix(rows: $r) { rows { key } } }', {}, 'r\u00a0: manque. Donnez une valeur.'],
  ])('says the same of %s to a French caller', async (_what, query, variables, words) => {
    const { status, body } = await post(app, { query, variables }, { 'accept-language': 'fr' });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toContain(words);
    expect(body.errors?.[0]?.extensions.code).toBe('INVALID');
  });
  test('repeats at most 300 characters of a long value', async () => {
    const { body } = await post(app, { query: 'query($c: Colour) { painted(colour: $c) }', variables: { c: 'P'.repeat(20_000) } });
    expect(body.errors?.[0]?.message).toHaveLength(300);
  });
  test('is not kept: the same text is read again', async () => {
    for (const _ of [1, 2])
      expect(await post(app, { query: '{ thing { ' })).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'INVALID' } }] } });
  });
});
