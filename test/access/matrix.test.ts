// The access matrix: every type and field, in every state of sharing, for every viewer, by every way there is to it.
import { type GraphQLObjectType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../src/core/viewer.ts';
import { encodeGlobalId } from '../../src/graphql/global-id.ts';
import { schema } from '../../src/schema.ts';
import type { Data } from '../ask.ts';
import { openTestDatabase, type TestDatabase } from '../db.ts';
import { viewers } from './cast.ts';
import { answers, withWorld } from './differences.ts';
import { insertCast } from './insert.ts';
import { isOwner, keepsRegister, seesOwned } from './oracle.ts';
import { ownFields, policyOf, typePolicies } from './policy.ts';
import { open, positionsWorld, wordOf } from './positions.ts';
import { fieldsOf, wholeSelection } from './selection.ts';
import { seenBy } from './world.ts';

const world = positionsWorld();
const objectTypes = Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'));
const roots = ['Query', 'Mutation'];

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await insertCast(database.db);
});
afterAll(() => database?.close());

/** A thing, whether the viewer may see it, whether it is the viewer's own, and the ways to it: a query that finds it, and what of the answer it is. */
type Thing = {
  type: string;
  key: string;
  isOwn: (viewer: Viewer) => boolean;
  isSeen: (viewer: Viewer) => boolean;
  ways: { ask: string; found: (data: Data) => unknown }[];
};

const nodeOf = new Map(world.nodes.map((node) => [node.id, node]));
const strategyOf = new Map(world.strategies.map((it) => [it.id, it]));
const listed = (name: string) => (data: Data) => data[name].edges.map((edge: Data) => edge.node.key);
const has = (name: string, key: string) => (data: Data) => listed(name)(data).includes(key) || null;

const strategies: Thing[] = world.strategies.map((it) => ({
  type: 'Strategy',
  key: it.key,
  isOwn: (viewer) => isOwner(viewer, it),
  isSeen: (viewer) => seesOwned(viewer, it),
  ways: [
    { ask: `strategy(key: "${it.key}") { key }`, found: (data) => data.strategy },
    { ask: `strategies(first: 100) { edges { node { key } } }`, found: has('strategies', it.key) },
    { ask: `strategies(first: 100, filter: { text: "${wordOf(it.key)}" }) { edges { node { key } } }`, found: has('strategies', it.key) },
    {
      ask:
        it.stateKey === null
          ? `organization(key: "${it.organizationKey}") { strategies(first: 100) { edges { node { key } } } }`
          : `memberState(key: "${it.stateKey}") { strategies(first: 100) { edges { node { key } } } }`,
      found: (data) => has('strategies', it.key)(data.organization ?? data.memberState),
    },
    { ask: `search(text: "${wordOf(it.key)}") { totalCount }`, found: (data) => data.search.totalCount || null },
  ],
}));

const nodes: Thing[] = world.nodes
  .filter((it) => it.kind === 'OBJECTIVE')
  .map((it) => ({
    type: 'StrategyNode',
    key: it.key,
    isOwn: (viewer) => isOwner(viewer, strategyOf.get(it.strategy) as never),
    isSeen: (viewer) => seesOwned(viewer, strategyOf.get(it.strategy) as never),
    ways: [
      { ask: `strategyNode(key: "${it.key}") { key }`, found: (data) => data.strategyNode },
      { ask: `search(text: "${wordOf(it.key.replace('.', ''))}") { totalCount }`, found: (data) => data.search.totalCount || null },
    ],
  }));

const links: Thing[] = world.links.map((it) => {
  const national = it.node === null ? open.plan : (nodeOf.get(it.node)?.key ?? '');
  const objective = nodeOf.get(it.objective)?.key ?? '';
  const word = it.rationale;
  return {
    type: 'Link',
    key: `${national}>${objective}`,
    isOwn: (viewer) => isOwner(viewer, { ...it, organizationKey: null }) || isOwner(viewer, { ...it, stateKey: null }),
    isSeen: (viewer) => seenBy(viewer, world).link(it),
    ways: [
      {
        ask: `strategyNode(key: "${objective}") { implementedBy { rationale } }`,
        found: (data) => data.strategyNode.implementedBy.some((link: Data) => link.rationale === word) || null,
      },
      {
        ask: `strategy(key: "${open.plan}") { serves { rationale } nodes { serves { rationale } } }`,
        found: ({ strategy }) =>
          [...strategy.serves, ...strategy.nodes.flatMap((node: Data) => node.serves)].some((link: Data) => link.rationale === word) || null,
      },
    ],
  };
});

const assessments: Thing[] = world.assessments.map((it) => ({
  type: 'Assessment',
  key: it.key,
  isOwn: (viewer) => isOwner(viewer, it),
  isSeen: (viewer) => seesOwned(viewer, it),
  ways: [
    { ask: 'assessments(first: 100) { edges { node { key } } }', found: has('assessments', it.key) },
    { ask: 'assessments(first: 100, filter: { states: ["XAA"] }) { edges { node { key } } }', found: has('assessments', it.key) },
    { ask: 'assessments(first: 100, filter: { threat: "cocaine" }) { edges { node { key } } }', found: has('assessments', it.key) },
  ],
}));

const statements: Thing[] = world.statements.map((it) => {
  const objective = nodeOf.get(it.objective)?.key ?? '';
  const field = it.kind === 'CONTEST' ? 'contests' : 'notApplicable';
  const way = {
    ask: `alignmentCell(state: "${it.state}", objective: "${objective}") { ${field} { reason } }`,
    found: (data: Data) => data.alignmentCell[field].some((statement: Data) => statement.reason === it.reason) || null,
  };
  return {
    type: it.kind === 'CONTEST' ? 'Contest' : 'NotApplicable',
    key: it.key,
    isOwn: () => false,
    isSeen: (viewer) => seenBy(viewer, world).statement(it),
    ways: objective.endsWith('.n2') ? [way] : [], // The others are no columns.
  };
});

const words: Thing[] = world.words.map((it) => ({
  type: 'RecordStatement',
  key: it.key,
  isOwn: () => false,
  isSeen: (viewer) => seenBy(viewer, world).word(it),
  ways: [
    {
      ask: `stateRecord(state: "${it.stateKey}") { statements { reason } }`,
      found: (data: Data) => data.stateRecord.statements.some((word: Data) => word.reason === it.reason) || null,
    },
  ],
}));

const needs: Thing[] = world.needs.map((it) => ({
  type: 'AssistanceNeed',
  key: it.key,
  isOwn: () => false,
  isSeen: (viewer) => seenBy(viewer, world).need(it),
  ways: ['', ', filter: { states: ["XAA", "XAB"] }', ', filter: { element: "prevention" }', `, filter: { stage: ${it.stage} }`].map((filter) => ({
    ask: `assistanceNeeds(first: 100${filter}) { edges { node { key } } }`,
    found: has('assistanceNeeds', it.key),
  })),
}));

const activities: Thing[] = world.activities.map((it) => ({
  type: 'AssistanceActivity',
  key: it.key,
  isOwn: () => false,
  isSeen: (viewer) => seenBy(viewer, world).activity(it),
  ways: [
    ...['', ', filter: { states: ["XAA"] }', ', filter: { element: "prevention" }', `, filter: { publication: ${it.publication} }`].map((filter) => ({
      ask: `assistanceActivities(first: 100${filter}) { edges { node { key } } }`,
      found: has('assistanceActivities', it.key),
    })),
    ...(it.publication === 'PUBLISHED' ? [] : ['', ', reason: ENDED']).map((filter) => ({
      ask: `stagedActivities(first: 100${filter}) { edges { node { key } } }`,
      found: has('stagedActivities', it.key),
    })),
  ],
}));

const things = [...strategies, ...nodes, ...links, ...assessments, ...statements, ...words, ...needs, ...activities];

test('every type has a row in the policy, and no row is of a type that is gone', () => {
  const isComputed = (type: GraphQLObjectType) => type.getInterfaces().some(({ name }) => name === 'Computed');
  expect(objectTypes.filter((type) => !roots.includes(type.name) && policyOf(type.name, isComputed(type)) === null).map(({ name }) => name)).toEqual(
    [],
  );
  expect(Object.keys(typePolicies).filter((name) => !objectTypes.some((type) => type.name === name))).toEqual([]);
  expect(
    Object.keys(ownFields).filter(
      (path) => !objectTypes.some((type) => Object.keys(type.getFields()).some((field) => path === `${type.name}.${field}`)),
    ),
  ).toEqual([]);
});

test('every type of things that are not public is tried below', () => {
  const tried = new Set(things.map(({ type }) => type));
  const withIds = objectTypes.filter((type) => type.getInterfaces().some(({ name }) => name === 'Node') && typePolicies[type.name] !== 'public');
  expect(withIds.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
});

describe.each(Object.entries(viewers))('%s', (_name, viewer) => {
  test('reads each thing with every field where the rules say so, by every way, and nothing of any other', async () => {
    const wholes = new Map(
      [...new Set(things.map(({ type }) => type))].map((type) => [type, wholeSelection(schema, schema.getType(type) as GraphQLObjectType, 1)]),
    );
    const nothing = encodeGlobalId('Strategy', 'xaa-nothing');
    const asked = things.flatMap(({ type, key, ways }) => [
      `{ node(id: "${encodeGlobalId(type, key)}") { ... on ${type} { ${wholes.get(type)} } } }`,
      `{ nodes(ids: ["${encodeGlobalId(type, key)}"]) { id } }`,
      ...ways.map(({ ask }) => `{ ${ask} }`),
    ]);
    const distinct = [
      ...new Set([...asked, `{ node(id: "${nothing}") { ... on Strategy { ${wholes.get('Strategy')} } } }`, `{ nodes(ids: ["${nothing}"]) { id } }`]),
    ];
    const told = await withWorld(
      database.db,
      world,
      false,
      async (trx) => new Map((await answers(trx, viewer, distinct)).map((text, index) => [distinct[index] ?? '', text])),
    );
    const parsed = (ask: string) => JSON.parse(told.get(ask)?.slice(4) ?? '{}');
    const nothingThere = distinct.slice(-2).map((ask) => told.get(ask)?.replace(/"cost":\{[^}]*\}/, ''));
    const wrong: string[] = [];
    let place = 0;
    for (const { type, key, isSeen, isOwn, ways } of things) {
      const [byId, byIds] = [asked[place++] ?? '', asked[place++] ?? ''];
      const { data, errors } = parsed(byId);
      if (isSeen(viewer)) {
        if (errors) wrong.push(`${type} ${key} by id: ${JSON.stringify(errors)}`);
        for (const field of fieldsOf(schema.getType(type) as GraphQLObjectType)) {
          const value = data?.node?.[field.name];
          const isMissing = value === undefined;
          const isHeldBack = ownFields[`${type}.${field.name}`] === 'own' && !isOwn(viewer);
          if (isMissing || (isHeldBack && value !== null)) wrong.push(`${type}.${field.name} of ${key}: ${JSON.stringify(value)}`);
        }
        if (parsed(byIds).data?.nodes?.[0] == null) wrong.push(`${type} ${key} by nodes: ${told.get(byIds)}`);
      } else {
        // Not seen reads like not there, to the byte (but for what the operation costs, which follows from its text).
        if (told.get(byId)?.replace(/"cost":\{[^}]*\}/, '') !== nothingThere[0]) wrong.push(`${type} ${key} by id is told: ${told.get(byId)}`);
        if (told.get(byIds)?.replace(/"cost":\{[^}]*\}/, '') !== nothingThere[1]) wrong.push(`${type} ${key} by nodes is told: ${told.get(byIds)}`);
      }
      for (const way of ways) {
        const ask = asked[place++] ?? '';
        const answer = parsed(ask);
        const found = answer.data === null ? null : way.found(answer.data);
        if ((found !== null) !== isSeen(viewer))
          wrong.push(`${type} ${key}, ${isSeen(viewer) ? 'seen' : 'hidden'}, by ${ask}: ${told.get(ask)?.slice(0, 300)}`);
      }
    }
    expect(wrong.slice(0, 5), `${wrong.length} wrong`).toEqual([]);
  });

  test('is told where activities were read where it keeps the register, of what is published too', async () => {
    const [text = ''] = await withWorld(database.db, world, false, (trx) =>
      answers(trx, viewer, ['{ assistanceActivities(first: 100) { edges { node { key staging { file reasons { code } } } } } }']),
    );
    const told = JSON.parse(text.slice(4)).data.assistanceActivities.edges.filter(({ node }: Data) => node.staging !== null);
    const kept = keepsRegister(viewer) ? world.activities.map(({ key }) => key) : [];
    expect(told.map(({ node }: Data) => node.key).toSorted()).toEqual(kept.toSorted());
  });

  test('reads matches with their needs, those that the rules say and no other', async () => {
    const [text = ''] = await withWorld(database.db, world, false, (trx) =>
      answers(trx, viewer, ['{ assistanceNeeds(first: 100) { edges { node { matches { key } } } } }']),
    );
    const keys = JSON.parse(text.slice(4)).data.assistanceNeeds.edges.flatMap(({ node }: Data) => node.matches.map(({ key }: Data) => key));
    const seen = world.matches.filter((it) => seenBy(viewer, world).match(it)).map(({ key }) => key);
    expect(keys.toSorted()).toEqual(seen.toSorted());
  });
});
