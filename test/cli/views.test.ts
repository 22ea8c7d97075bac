// Every view of `export` against the schema and the project's own data, in process.
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exporters } from '../../src/cli/export.ts';
import { schema } from '../../src/schema.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
});
afterAll(() => database.close());

const variables = {
  organization: { organization: 'caricom' },
  'organization or states': { states: ['JAM', 'TTO'] },
  states: { states: ['JAM', 'TTO'] },
  any: {},
  none: {},
};

test.each(exporters.map((view) => [view.key, view] as const))(
  'view %s asks what the schema has, and every line of its sheet has all columns',
  async (_key, view) => {
    expect(validate(schema, parse(view.query))).toEqual([]);
    const { sheet } = await view.answer(database.db, { language: 'EN' }, variables[view.scope]);
    const { header, rows } = sheet();
    expect(new Set(header).size).toBe(header.length);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]));
  },
);

test('a connection is exported whole, page after page', async () => {
  const view = exporters.find(({ key }) => key === 'strategies');
  const { data } = (await view?.answer(database.db, { language: 'EN' }, {})) ?? {};
  const { strategies } = data as { strategies: { totalCount: number; edges: { node: { key: string } }[] } };
  expect(strategies.totalCount).toBeGreaterThan(100);
  expect(new Set(strategies.edges.map(({ node }) => node.key)).size).toBe(strategies.totalCount);
});
