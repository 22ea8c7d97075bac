// What a new version of a strategy promises.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '../ask.ts';
import { draft, openStage, type Stage, viewers } from './cast.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.database.close());

const nodes =
  'nodes { key kind label addressee seenInSource responsible deadline citation { quote page } parent { key } threats { key } elements { key } provisions { key } }';

test('a new version takes over scope, texts and tree; each node keeps the end of its key and knows what it carries on', async () => {
  const { it, error } = await stage.run(
    'editor',
    'createStrategy',
    { key: 'xaa-plan-2030', newVersionOf: { key: 'xaa-plan-2024' } },
    `title(lang: EN) originalTitle scope status adopted validFrom validTo verified fullyRead visibility publication themes { key } sources { title } supersededBy { key }
     supersedes { key } ${nodes}`,
  );
  expect(error).toBeNull();
  const { data } = await stage.as.reader(`{ strategy(key: "xaa-plan-2024") { themes { key } sources { title } ${nodes} } }`);
  const renamed = JSON.parse(JSON.stringify(data.strategy).replaceAll('xaa-plan-2024', 'xaa-plan-2030'));
  expect(it).toEqual({
    ...renamed,
    title: 'National plan',
    originalTitle: 'Plano nacional',
    scope: 'OVERARCHING',
    status: 'DRAFT',
    adopted: null,
    validFrom: null,
    validTo: null,
    verified: false,
    fullyRead: false,
    visibility: 'PRIVATE',
    publication: 'UNPUBLISHED',
    supersededBy: [],
    supersedes: [{ key: 'xaa-plan-2024' }],
  });
  const carried = await stage.as.reader(
    '{ strategy(key: "xaa-plan-2030") { nodes { key succeeds { key } } } strategyNode(key: "xaa-plan-2024.p1.o1") { succeeds { key } succeededBy { key } } }',
  );
  for (const node of carried.data.strategy.nodes) expect(node.succeeds.key).toBe(node.key.replace('2030', '2024'));
  expect(carried.data.strategyNode).toEqual({ succeeds: null, succeededBy: [{ key: 'xaa-plan-2030.p1.o1' }] });
  const found = await stage.as.reader('{ search(text: "drug trafficking protect") { edges { node { key } } } }');
  expect(found.data.search.edges.map((edge: { node: { key: string } }) => edge.node.key).sort()).toEqual([
    'xaa-plan-2024.p1.o1',
    'xaa-plan-2030.p1.o1',
  ]);
});

test('what is given is taken instead of what the old one says', async () => {
  const input = {
    key: 'xaa-plan-2031',
    newVersionOf: { key: 'xaa-plan-2024' },
    title: { EN: 'Plan of 2031' },
    scope: 'DRUGS',
    validFrom: '2031',
    themes: [],
  };
  const { it } = await stage.run('editor', 'createStrategy', input, 'title originalTitle scope validFrom themes { key }');
  expect(it).toEqual({ title: 'Plan of 2031', originalTitle: 'Plan of 2031', scope: 'DRUGS', validFrom: '2031', themes: [] });
});

test('nobody else learns of a new version before it is published: not from the old one, nor from its nodes', async () => {
  const query = `{ strategy(key: "xaa-plan-2024") { version supersededBy { key } history { action } nodes { key succeededBy { key } } } }`;
  const before = await stage.as.neighbour(query);
  await stage.run('editor', 'createStrategy', { key: 'xaa-quiet', newVersionOf: { key: 'xaa-plan-2024' } });
  expect((await stage.as.neighbour(query)).text).toBe(before.text);
  const own = await stage.as.reader(query);
  expect(own.data.strategy.supersededBy).toContainEqual({ key: 'xaa-quiet' });
});

test('the old one ends once the new one is adopted, has begun and is seen', async () => {
  await stage.run('editor', 'createStrategy', draft('xaa-old', { status: 'ADOPTED', validFrom: '2020' }));
  await stage.run('approver', 'publishStrategy', { key: 'xaa-old', version: 1, visibility: 'PUBLIC' });
  await stage.run('editor', 'createStrategy', { key: 'xaa-new', newVersionOf: { key: 'xaa-old' } });
  const phases = async (day: string) => {
    const query = `{ strategy(key: "xaa-old") { phase(asOf: "${day}") supersededBy { key } } }`;
    const [own, everyone] = await Promise.all([stage.as.reader(query), stage.as.public(query)]);
    return [own.data.strategy.phase, everyone.data.strategy.phase];
  };
  expect(await phases('2026-06-01')).toEqual(['IN_FORCE', 'IN_FORCE']);
  await stage.run('editor', 'updateStrategy', { key: 'xaa-new', version: 1, status: 'ADOPTED', validFrom: '2026-05-01' });
  expect(await phases('2026-04-30')).toEqual(['IN_FORCE', 'IN_FORCE']);
  // Its owner sees the new one already; for everyone else it is not there yet.
  expect(await phases('2026-06-01')).toEqual(['ENDED', 'IN_FORCE']);
  await stage.run('approver', 'publishStrategy', { key: 'xaa-new', version: 2, visibility: 'PUBLIC' });
  expect(await phases('2026-06-01')).toEqual(['ENDED', 'ENDED']);
  const matrix = '{ strategies(filter: { states: ["XAA"], inForceOn: "2026-06-01" }) { edges { node { key } } } }';
  const keys = (await clientOf(stage.database, '2026-06-01', viewers.public)(matrix)).data.strategies.edges.map(
    (edge: { node: { key: string } }) => edge.node.key,
  );
  expect(keys).toContain('xaa-new');
  expect(keys).not.toContain('xaa-old');
  await stage.run('approver', 'withdrawStrategy', { key: 'xaa-new', version: 3 });
  expect(await phases('2026-06-01')).toEqual(['IN_FORCE', 'IN_FORCE']);
});

test('a new version is of a strategy of its own owner; one out of sight is not there', async () => {
  expect(await stage.refused('stranger', 'createStrategy', { key: 'xab-copy', newVersionOf: { key: 'xaa-plan-2024' } })).toMatchObject({
    code: 'FORBIDDEN',
  });
  const of = async (key: string) => (await stage.run('stranger', 'createStrategy', { key: 'xab-copy', newVersionOf: { key } })).error;
  await stage.run('editor', 'createStrategy', draft('xaa-unseen'));
  const hidden = await of('xaa-unseen');
  expect(hidden).toMatchObject({ code: 'NOT_FOUND', field: 'input.newVersionOf.key' });
  expect(hidden?.message.replace('xaa-unseen', 'xaa-nothing')).toBe((await of('xaa-nothing'))?.message);
});
