// A small schema behind the real HTTP layer, to try it without the product's own schema. Its database is never there: nothing listens at its address.
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { sql } from 'kysely';
import { AppError } from '../../src/core/errors.ts';
import type { Context } from '../../src/graphql/context.ts';
import { type AppOptions, createApp } from '../../src/http/app.ts';
import { at, say } from '../../src/i18n/words.ts';
import { openDatabase } from '../../src/store/db.ts';

const away = openDatabase('postgres://nobody:secret@127.0.0.1:1/none');

const many = (type: GraphQLOutputType) => new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)));

const Colour = new GraphQLEnumType({ name: 'Colour', values: { GREEN: {}, GREY: {} } });
const Deep = new GraphQLInputObjectType({ name: 'Deep', fields: () => ({ deep: { type: Deep }, list: { type: new GraphQLList(GraphQLInt) } }) });

const Thing: GraphQLObjectType = new GraphQLObjectType<unknown, Context>({
  name: 'Thing',
  fields: () => ({
    key: { type: GraphQLString, resolve: () => 'a' },
    colour: { type: Colour, resolve: () => 'GREEN' },
    wrongColour: { type: Colour, resolve: () => 'PINK' },
    thing: { type: Thing, resolve: () => ({}) },
    things: { type: many(Thing), resolve: () => [{}, {}] },
    three: { type: many(Thing), resolve: () => [{}, {}, {}], extensions: { listSize: 3 } },
    page: { type: ThingConnection, args: { first: { type: GraphQLInt, defaultValue: 20 } }, resolve: () => ({ totalCount: 0, edges: [] }) },
  }),
});
const ThingEdge = new GraphQLObjectType({ name: 'ThingEdge', fields: { cursor: { type: GraphQLString }, node: { type: Thing } } });
const PageInfo = new GraphQLObjectType({ name: 'PageInfo', fields: { hasNextPage: { type: GraphQLBoolean } } });
const ThingConnection = new GraphQLObjectType({
  name: 'ThingConnection',
  fields: { totalCount: { type: GraphQLInt }, pageInfo: { type: PageInfo }, edges: { type: many(ThingEdge) } },
});
const Matrix = new GraphQLObjectType({ name: 'Matrix', fields: { rows: { type: many(Thing) }, columns: { type: many(Thing) } } });

const Query = new GraphQLObjectType<unknown, Context>({
  name: 'Query',
  fields: {
    hello: { type: GraphQLString, resolve: () => 'world' },
    thing: { type: Thing, resolve: () => ({}) },
    things: { type: many(Thing), resolve: () => [{}] },
    page: { type: ThingConnection, args: { first: { type: GraphQLInt, defaultValue: 20 } }, resolve: () => ({ totalCount: 0, edges: [] }) },
    matrix: {
      type: Matrix,
      args: { rows: { type: new GraphQLNonNull(GraphQLInt) } },
      extensions: { cost: 10 },
      resolve: (_root, { rows }, context) => {
        context.cost.add(rows + 2);
        return { rows: Array.from({ length: rows }, () => ({})), columns: [{}, {}] };
      },
    },
    painted: { type: GraphQLString, args: { colour: { type: Colour } }, resolve: (_root, { colour }) => colour },
    echo: { type: GraphQLString, args: { text: { type: GraphQLString }, id: { type: GraphQLID } }, resolve: (_root, { text }) => text },
    deep: { type: GraphQLString, args: { deep: { type: Deep } }, resolve: () => 'ok' },
    refused: {
      type: GraphQLString,
      resolve: () => {
        throw new AppError('NOT_FOUND', at('strategy', say('error.unseenId')));
      },
    },
    broken: {
      type: GraphQLString,
      resolve: () => {
        throw new Error('password=hunter2');
      },
    },
    thrownText: {
      type: GraphQLString,
      resolve: () => {
        throw 'hunter2';
      },
    },
    missing: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
    one: { type: GraphQLString, resolve: async (_root, _arguments, context) => String((await sql`select 1`.execute(context.db)).rows.length) },
    slow: { type: GraphQLString, resolve: () => new Promise(() => {}) },
    language: { type: GraphQLString, resolve: (_root, _arguments, context) => context.language },
    today: { type: GraphQLString, resolve: (_root, _arguments, context) => context.today },
    role: { type: GraphQLString, resolve: (_root, _arguments, context) => context.viewer.role },
  },
});
const Mutation = new GraphQLObjectType({ name: 'Mutation', fields: { write: { type: GraphQLString, resolve: () => 'written' } } });

export const smallSchema = new GraphQLSchema({ query: Query, mutation: Mutation });

/** The app over the small schema. */
export function smallApp(options: Partial<AppOptions> = {}) {
  return createApp({
    schema: smallSchema,
    connect: (_c, use) => use(away.db),
    isReady: async () => true,
    version: { name: 'strategy-synergy', version: '0.1.0', method: '1' },
    now: () => new Date('2026-03-01T23:59:59Z'),
    ...options,
  });
}

export type Reply = {
  status: number;
  headers: Headers;
  body: {
    data?: Record<string, unknown>;
    errors?: { message: string; path?: string[]; extensions: { code: string } }[];
    extensions?: { cost: { requested: number; max: number } };
  };
};

/** Posts an operation as a client does, and reads the answer. */
export async function post(app: ReturnType<typeof createApp>, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  const response = await app.request('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}
