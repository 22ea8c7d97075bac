// Every view of `export` against the schema and the project's own data, in process.
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../src/cli/ask.ts';
import { schema } from '../../src/schema.ts';
import { queryOf } from '../../src/views/view.ts';
import { type Ask, answerView, views } from '../../src/views/views.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
});
afterAll(() => database.close());

const asPublic: Ask = (query, given) => ask(database.db, { language: 'EN' }, query, given);

const variables = {
  organization: { organization: 'caricom' },
  'organization or states': { states: ['JAM', 'TTO'] },
  states: { states: ['JAM', 'TTO'] },
  'one of the states': { state: 'JAM' },
  'one strategy': { key: 'caricom-crime-security-strategy-2013' },
  any: {},
  none: {},
};

/** Views of what the project's own data has nothing of; their lines are tried in test/http/pages-work.test.ts. */
const unseeded = ['assistance', 'overlaps', 'sessions'];

test.each(views.filter(({ key }) => unseeded.includes(key)).map((view) => [view.key, view] as const))(
  'view %s, of which nothing is recorded yet, asks what the schema has and gives its columns alone',
  async (_key, view) => {
    expect(validate(schema, parse(queryOf(view)))).toEqual([]);
    const { header, rows } = view.sheet(await answerView(view, asPublic, variables[view.scope]));
    expect(new Set(header).size).toBe(header.length);
    expect(rows).toEqual([]);
  },
);

test.each(views.filter(({ key }) => !unseeded.includes(key)).map((view) => [view.key, view] as const))(
  'view %s asks what the schema has, and every line of its sheet has all columns',
  async (_key, view) => {
    expect(validate(schema, parse(queryOf(view)))).toEqual([]);
    const { header, rows } = view.sheet(await answerView(view, asPublic, variables[view.scope]));
    expect(new Set(header).size).toBe(header.length);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]));
  },
);

test('a connection is exported whole, page after page', async () => {
  const view = views.find(({ key }) => key === 'strategies');
  const data = view && (await answerView(view, asPublic, {}));
  const { strategies } = data as { strategies: { totalCount: number; edges: { node: { key: string } }[] } };
  expect(strategies.totalCount).toBeGreaterThan(100);
  expect(new Set(strategies.edges.map(({ node }) => node.key)).size).toBe(strategies.totalCount);
});
