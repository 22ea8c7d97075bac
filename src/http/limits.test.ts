// Limits and cost, from the wire: what is asked, and how it is refused.
import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { post as postTo, type Reply, smallApp } from '../../test/http/small-app.ts';
import { signedIn } from '../../test/http/tokens.ts';
import { checkShape, defaultLimits } from './limits.ts';

/** `{ thing { thing { … key } } }` with so many levels in all. */
const nested = (levels: number) => `{ ${'thing { '.repeat(levels - 1)}key${' }'.repeat(levels - 1)} }`;
const times = (count: number, part: (index: number) => string) => Array.from({ length: count }, (_, index) => part(index)).join(' ');
/** `@include` on a field so often. */
const included = (count: number) => `{ hello ${times(count, () => '@include(if: true)')} }`;

const { authenticate, headers: token } = await signedIn();
const app = smallApp({ authenticate });

describe.each<[string, Record<string, string>]>([
  ['nobody who signed in', {}],
  ['an editor', token],
])('for %s', (_who, headers) => {
  const post = (to: typeof app, body: unknown): Promise<Reply> => postTo(to, body, headers);

  /** The one LIMIT an operation is refused with, or null where it is answered. */
  async function refusal(query: string, variables?: object) {
    const { status, body } = await post(app, { query, variables });
    if (body.data) return null;
    expect(status).toBe(400);
    expect(body.errors).toHaveLength(1);
    expect(body.errors?.[0]?.extensions.code).toBe('LIMIT');
    return body.errors?.[0]?.message;
  }

  describe('the shape of an operation', () => {
    test('may be 12 levels deep, and not 13', async () => {
      expect(await refusal(nested(12))).toBeNull();
      expect(await refusal(nested(13))).toBe(
        'Levels of fields inside fields: 13, and at most 12 are accepted. Ask for the deeper part in a query of its own, by its key.',
      );
    });
    test('is as deep with its fragments put in place', async () => {
      const text = `query { thing { ...A } } fragment A on Thing { thing { ...B } } fragment B on Thing { ${nested(12).slice(1, -1)} }`;
      expect(await refusal(text)).toMatch(/^Levels of fields inside fields: 14/);
    });
    test('may be any depth in introspection', async () => {
      expect(await refusal(getIntrospectionQuery())).toBeNull();
      expect(await refusal(`{ __type(name: "Thing") { ofType { ${'ofType { '.repeat(12)} name ${'}'.repeat(12)} } } }`)).toBeNull();
    });
    test('may have 30 aliases, and not 31, each counted as often as its fragment is used', async () => {
      expect(await refusal(`{ thing { ${times(30, (i) => `a${i}: key`)} } }`)).toBeNull();
      expect(await refusal(`{ thing { ${times(31, (i) => `a${i}: key`)} } }`)).toMatch(/^Aliases, fragments unfolded: 31, and at most 30 /);
      expect(await refusal(`{ thing { ...A thing { ...A } } } fragment A on Thing { ${times(16, (i) => `a${i}: key`)} }`)).toMatch(
        /: 32, and at most 30 /,
      );
    });
    test('may have 20 fields at its top, and not 21', async () => {
      expect(await refusal(`{ ${times(20, (i) => `a${i}: hello`)} }`)).toBeNull();
      expect(await refusal(`{ ${times(21, (i) => `a${i}: hello`)} }`)).toMatch(/^Fields at the top of the operation: 21, and at most 20 /);
      expect(await refusal(`{ ...A } fragment A on Query { ${times(21, () => 'hello')} }`)).toMatch(/^Fields at the top of the operation: 21/);
    });
    test('may have 20 directives, and not 21', async () => {
      expect(await refusal(`{ thing { ${times(20, (i) => `${i % 2 ? 'key' : 'colour'} @include(if: true)`)} } }`)).toBeNull();
      expect(await refusal(`{ thing { ${times(21, (i) => `${i % 2 ? 'key' : 'colour'} @include(if: true)`)} } }`)).toMatch(
        /^Directives, fragments unfolded: 21, and at most 20 /,
      );
      expect(await refusal(included(100))).toMatch(/^Directives/);
    });
    test('may ask for a field again 100 times, and not 101', async () => {
      expect(await refusal(`{ thing { ${times(101, () => 'key')} } }`)).toBeNull();
      expect(await refusal(`{ thing { ${times(102, () => 'key')} } }`)).toMatch(/^Fields asked for again in the same place: 101, and at most 100 /);
    });
    test('may have 1,000 words and signs, and not 1,001', async () => {
      expect(await refusal(`{ ${times(998, () => 'key')} }`)).not.toMatch(/^Words and signs/);
      expect(await refusal(`{ ${times(999, () => 'key')} }`)).toBe(
        'Words and signs in the query: 1,001, and at most 1,000 are accepted. Split the query, or pass long values as variables.',
      );
    });
    test('may have 60 brackets inside each other, and not 61', async () => {
      const list = (depth: number) => `{ echo(text: ${'['.repeat(depth)}${']'.repeat(depth)}) }`;
      expect((await post(app, { query: list(58) })).body.errors?.[0]?.extensions.code).toBe('INVALID');
      expect(await refusal(list(59))).toMatch(/^Brackets inside brackets in the query: 61, and at most 60 /);
      expect(await refusal(list(5_000))).toMatch(/^Brackets inside brackets/);
    });
    test('with fragments that unfold to billions of fields is measured at once', () => {
      const fragments = times(200, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
      const document = parse(`{ ...F0 } ${fragments} fragment F200 on Query { a }`);
      expect(() => checkShape(document, defaultLimits)).toThrow(/^Fields at the top of the operation: 1,606,938,044,258,990,/);
    });
    test('with fragments in a circle is INVALID, by name', async () => {
      const { status, body } = await post(app, { query: '{ thing { ...A } } fragment A on Thing { thing { ...B } } fragment B on Thing { ...A }' });
      expect(status).toBe(400);
      expect(body.errors?.[0]).toMatchObject({ message: 'Cannot spread fragment "A" within itself via "B".', extensions: { code: 'INVALID' } });
    });
  });

  describe('values', () => {
    test('may be 32 levels deep, and not more, however much more', async () => {
      const deep = (levels: number): string => (levels === 0 ? '{}' : `{"deep":${deep(levels - 1)}}`);
      const send = (levels: number) => post(app, `{"query":"query($d: Deep) { deep(deep: $d) }","variables":{"d":${deep(levels)}}}`);
      // The request, the variables and `d` are the first three levels.
      expect((await send(29)).body.data).toEqual({ deep: 'ok' });
      for (const levels of [30, 1_000, 5_000])
        expect((await send(levels)).body.errors?.[0]).toEqual({
          message: 'variables: values inside values go deeper than 32 levels. Nest less deeply.',
          extensions: { code: 'LIMIT' },
        });
      const lists = await post(app, `{"query":"{ hello }","variables":{"d":${'['.repeat(400_000)}${']'.repeat(400_000)}}}`);
      expect(lists.body.errors?.[0]?.extensions.code).toBe('LIMIT');
    });
    test('may be lists of 1,000, and not of 1,001', async () => {
      const send = (length: number) => post(app, { query: 'query($d: Deep) { deep(deep: $d) }', variables: { d: { list: Array(length).fill(1) } } });
      expect((await send(1_000)).body.data).toEqual({ deep: 'ok' });
      expect((await send(1_001)).body.errors?.[0]?.message).toBe(
        'variables: this list has 1,001 items, and at most 1,000 are accepted. Send it in parts.',
      );
    });
    test('may be texts of 20,000 characters, and not of 20,001', async () => {
      const send = (length: number) => post(app, { query: 'query($t: String) { echo(text: $t) }', variables: { t: 'x'.repeat(length) } });
      expect((await send(20_000)).body.data?.echo).toHaveLength(20_000);
      expect((await send(20_001)).body.errors?.[0]?.message).toBe(
        'variables: this text has 20,001 characters, and at most 20,000 are accepted. Shorten it.',
      );
    });
    test.each(['a\\u0000b', '\\ud800', '\\udc00x'])('are INVALID as "%s"', async (text) => {
      const { status, body } = await post(app, `{"query":"query($t: String) { echo(text: $t) }","variables":{"t":"${text}"}}`);
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'INVALID']);
    });
    test.each(['__proto__', 'constructor', 'prototype'])('are INVALID under the name %s', async (name) => {
      const { status, body } = await post(app, `{"query":"{ hello }","variables":{"${name}":{"polluted":1}}}`);
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'INVALID']);
    });
  });

  describe('the cost of an operation', () => {
    const costOf = async (query: string, variables?: object) => (await post(app, { query, variables })).body.extensions?.cost;

    test.each([
      // Scalars are free; an object is 1.
      ['{ hello }', 0],
      ['{ thing { key thing { key } } }', 2],
      // A list is 10 objects where its field says nothing, and 3 where it says so.
      ['{ things { key } }', 10],
      ['{ things { thing { key } } }', 20],
      ['{ thing { three { key } } }', 4],
      // A page is 1 and each thing on it: 1 + 20, and 1 + 5 x (1 + 1).
      ['{ page { totalCount pageInfo { hasNextPage } edges { cursor node { key } } } }', 21],
      ['{ page(first: 5) { edges { node { thing { key } } } } }', 11],
      ['{ page(first: 100) { totalCount } }', 1],
      // The largest page there is: more is refused by the field.
      ['{ page(first: 1000000) { edges { node { key } } } }', 101],
      // 10, 5 rows and 2 columns; what is below the rows is assumed: 10 lists of 3.
      ['{ matrix(rows: 5) { rows { key } columns { key } } }', 17],
      ['{ matrix(rows: 5) { rows { three { key } } } }', 47],
      [
        'query { thing { ...A } } fragment A on Thing { page(first: 2) { ...B } } fragment B on ThingConnection { edges { ...C } } fragment C on ThingEdge { node { key } }',
        4,
      ],
      ['{ __schema { types { fields { name } } } }', 0],
    ])('%s is %i', async (query, requested) => {
      expect(await costOf(query)).toEqual({ requested, max: 5_000 });
    });
    test('takes page sizes from variables and their defaults', async () => {
      const query = 'query($first: Int = 7) { page(first: $first) { edges { node { key } } } }';
      expect(await costOf(query)).toEqual({ requested: 8, max: 5_000 });
      expect(await costOf(query, { first: 3 })).toEqual({ requested: 4, max: 5_000 });
    });
    test('beyond 5,000 is refused before executing, with the cost', async () => {
      const query = '{ page(first: 100) { edges { node { page(first: 50) { edges { node { key } } } } } } }';
      const { status, body } = await post(app, { query });
      expect(status).toBe(400);
      // 1 + 100 x (1 + 1 + 50)
      expect(body).toEqual({
        errors: [
          {
            message:
              'This operation costs 5,201 (it counts objects), and at most 5,000 is answered at once. Ask for smaller pages (first), for fewer lists inside lists, or split it.',
            extensions: { code: 'LIMIT' },
          },
        ],
        extensions: { cost: { requested: 5_201, max: 5_000 } },
      });
    });
    test('beyond 5,000 while executing is refused at the field', async () => {
      const { status, body } = await post(app, { query: '{ hello matrix(rows: 4989) { rows { key } } }' });
      expect(status).toBe(200);
      expect(body.data).toEqual({ hello: 'world', matrix: null });
      expect(body.errors?.[0]).toMatchObject({ path: ['matrix'], extensions: { code: 'LIMIT' } });
      expect(body.extensions?.cost).toEqual({ requested: 5_001, max: 5_000 });
    });
    test('of fragments that unfold without end is a number, and refused', async () => {
      const fragments = times(9, (i) => `fragment F${i} on Thing { things { ...F${i + 1} } three { ...F${i + 1} } }`);
      const { body } = await post(app, { query: `{ thing { ...F0 } } ${fragments} fragment F9 on Thing { key }` });
      // 1 + 13 + 13^2 + ... + 13^9
      expect(body.extensions?.cost.requested).toBe((13 ** 10 - 1) / 12);
    });
  });

  test('an operation that takes longer than it may is refused', async () => {
    const impatient = smallApp({ authenticate, limits: { ...defaultLimits, operationMs: 20 } });
    const { status, body } = await post(impatient, { query: '{ hello slow }' });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { message: 'This operation took longer than 0.02 seconds, which is all it may take. Ask for less at a time.', extensions: { code: 'LIMIT' } },
    ]);
  });
});
