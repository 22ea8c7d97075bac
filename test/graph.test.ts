// Questions along the graph, in both directions, on the project's own data and on made-up plans beside it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importPack } from '../src/packs/service.ts';
import { type Ask, clientOf, type Data } from './ask.ts';
import { openSeededDatabase, type TestDatabase } from './db.ts';

let database: TestDatabase;
let ask: Ask;
beforeAll(async () => {
  database = await openSeededDatabase();
  ask = clientOf(database);
  const files = [
    { name: 'xaa.yaml', content: Buffer.from(plan('xaa-plan', 'XAA', 'public')) },
    { name: 'xab.yaml', content: Buffer.from(plan('xab-plan', 'XAB', 'private')) },
    { name: 'links.csv', content: Buffer.from(links) },
    { name: 'members.csv', content: Buffer.from(members) },
  ];
  expect(await importPack(database.db, files)).toMatchObject({ problems: [] });
});
afterAll(() => database?.close());

const objective = 'caricom-firearms-roadmap-2020-2030.p1.o1';

function plan(key: string, state: string, visibility: string): string {
  return `schema: strategy/1
id: ${key}
title: { original: 抗击武器贩运计划 ${state}, original_language: zh, en: Plan of ${state} on marking weapons }
owner: { state: ${state} }
level: national
scope: firearms
status: adopted
valid: { from_year: 2022, to_year: 2030 }
visibility: ${visibility}
sources: [{ title: A made-up text }]
structure:
  - id: ${key}.p1
    kind: pillar
    label: Zebra marking
    seen_in_source: true
    children:
      - id: ${key}.p1.o1
        kind: objective
        label: Mark every zebra weapon
        seen_in_source: true
        tags: { threats: [firearms-trafficking], elements: [prevention] }
`;
}

const links = `national,regional,relation,share,status,confidence,rationale,method
xaa-plan.p1.o1,${objective},SUBSET,0.5,READ,high,half of it,two analysts agree
xab-plan.p1.o1,${objective},EQUAL,,READ,high,all of it,two analysts agree
`;
const members = `org,iso3,from_year,to_year,role,note,verified
caricom,XAA,2000,,member,suspended 2025,made up
caricom,XAB,2000,,member,,made up
`;

test('what implements an objective, and what a national node serves, are the same links from both ends', async () => {
  const { data } = await ask(`{
    strategyNode(key: "${objective}") { implementedBy { relation share status node { key } strategy { key } objective { key } } }
    national: strategyNode(key: "xaa-plan.p1.o1") { serves { relation share objective { key strategy { owner { ... on Organization { key } } } } } }
  }`);
  expect(data.national.serves).toEqual([{ relation: 'SUBSET', share: 0.5, objective: { key: objective, strategy: { owner: { key: 'caricom' } } } }]);
  expect(data.strategyNode.implementedBy).toContainEqual({
    relation: 'SUBSET',
    share: 0.5,
    status: 'READ',
    node: { key: 'xaa-plan.p1.o1' },
    strategy: { key: 'xaa-plan' },
    objective: { key: objective },
  });
});

test('paths lead from a national node over an objective to a provision, and back', async () => {
  const { data } = await ask(`{
    strategyNode(key: "xaa-plan.p1.o1") { provisionPaths { objective { key } provision { key } } }
    strategy(key: "caricom-firearms-roadmap-2020-2030") { nodes { key provisions { key } } }
    concepts(scheme: PROVISION) { key provisionPaths(organization: "caricom") { from { key } objective { key } } }
  }`);
  const carried = data.strategy.nodes.find((node: Data) => node.key === objective).provisions.map((provision: Data) => provision.key);
  expect(carried.length).toBeGreaterThan(0);
  expect(data.strategyNode.provisionPaths.map((path: Data) => path.provision.key)).toEqual(carried);
  const back = data.concepts.find((concept: Data) => concept.key === carried[0]).provisionPaths;
  expect(back).toContainEqual({ from: { key: 'xaa-plan.p1.o1' }, objective: { key: objective } });
});

test('what addresses a threat, and in which states', async () => {
  const { data } = await ask(
    '{ concepts(scheme: THREAT) { key addressedBy(level: NATIONAL, states: ["XAA", "XAB"]) { totalCount edges { node { key } } } addressedIn { key } } }',
  );
  const firearms = data.concepts.find((concept: Data) => concept.key === 'firearms-trafficking');
  expect(firearms.addressedBy).toEqual({ totalCount: 1, edges: [{ node: { key: 'xaa-plan.p1.o1' } }] });
  expect(firearms.addressedIn.map((state: Data) => state.key)).toEqual(expect.arrayContaining(['XAA', 'ATG']));
});

test('a tree reads the same downwards and upwards', async () => {
  const { data } = await ask('{ strategy(key: "xaa-plan") { nodes { key parent { key } children { key } strategy { key } } } }');
  expect(data.strategy.nodes).toEqual([
    { key: 'xaa-plan.p1', parent: null, children: [{ key: 'xaa-plan.p1.o1' }], strategy: { key: 'xaa-plan' } },
    { key: 'xaa-plan.p1.o1', parent: { key: 'xaa-plan.p1' }, children: [], strategy: { key: 'xaa-plan' } },
  ]);
});

test('strategies name what supersedes them whether it is recorded or not, and what they supersede', async () => {
  const { data } = await ask(`{
    later: strategy(key: "asean-bohol-tip-work-plan-2023-2028") { supersedes { key } }
    earlier: strategy(key: "asean-bohol-tip-work-plan-2017-2020") { phase supersededBy { key strategy { key } } relations { targetKey relation strength target { key } } }
    unrecorded: strategy(key: "wb-salw-control-roadmap-2018-2024") { supersededBy { key strategy { key } } }
    target: strategy(key: "asean-poa-transnational-crime-2016-2025") { relatedFrom { strategy { key } } }
  }`);
  expect(data.later.supersedes).toEqual([{ key: 'asean-bohol-tip-work-plan-2017-2020' }]);
  expect(data.earlier.phase).toBe('ENDED');
  expect(data.earlier.supersededBy).toEqual([
    { key: 'asean-bohol-tip-work-plan-2023-2028', strategy: { key: 'asean-bohol-tip-work-plan-2023-2028' } },
  ]);
  expect(data.earlier.relations[0]).toEqual({
    targetKey: 'asean-poa-transnational-crime-2016-2025',
    relation: 'thematic_under',
    strength: 'CANDIDATE',
    target: { key: 'asean-poa-transnational-crime-2016-2025' },
  });
  expect(data.unrecorded.supersededBy).toEqual([{ key: 'wb-salw-control-roadmap-2025-2030', strategy: null }]);
  expect(data.target.relatedFrom).toContainEqual({ strategy: { key: 'asean-bohol-tip-work-plan-2017-2020' } });
});

test('a cell is worked out from its links: share 0.5 read, one plan, so exactly half, and suspension stands beside the row', async () => {
  const { data } = await ask(`{
    alignmentCell(state: "XAA", objective: "${objective}") { low high status basis evidence { counts share node { key } } explanation }
    alignmentMatrix(organization: "caricom") { rows { key } rowNotes columns { key } lows highs }
  }`);
  expect(data.alignmentCell).toMatchObject({
    low: 0.5,
    high: 0.5,
    status: 'PARTIAL',
    basis: 'READ',
    evidence: [{ counts: true, share: 0.5, node: { key: 'xaa-plan.p1.o1' } }, { counts: false }],
  });
  expect(data.alignmentCell.explanation).toContain('0.5');
  const { rows, rowNotes, columns, lows } = data.alignmentMatrix;
  const row = rows.findIndex((state: Data) => state.key === 'XAA');
  expect(lows[row][columns.findIndex((column: Data) => column.key === objective)]).toBe(0.5);
  expect(rowNotes[row]).toBe('suspended 2025');
});

test('a private plan is seen nowhere: not by key, id, link, tag, search, count or matrix', async () => {
  const id = (type: string, key: string) => Buffer.from(`${type}:${key}`).toString('base64url');
  const { data, text } = await ask(
    `query ($ids: [ID!]!) {
    nodes(ids: $ids) { id }
    strategyNode(key: "${objective}") { implementedBy { strategy { key } } }
    memberState(key: "XAB") { strategies { totalCount edges { node { key } } } }
    strategies(filter: { states: ["XAB"] }) { totalCount }
    search(text: "zebra") { totalCount edges { node { key } } }
    stateRecord(state: "XAB") { plans { key } strategies { key } coverage { status } }
    alignmentMatrix(organization: "caricom") { rows { key } statuses evidenceCounts }
    concepts(scheme: THREAT) { addressedIn { key } }
  }`,
    { ids: [id('Strategy', 'xab-plan'), id('StrategyNode', 'xab-plan.p1.o1'), id('Link', `xab-plan.p1.o1>${objective}`)] },
  );
  expect(data.nodes).toEqual([null, null, null]);
  expect(text).not.toContain('xab-plan');
  expect(data.strategies.totalCount).toBe(0);
  expect(data.search.edges.map((edge: Data) => edge.node.key).toSorted()).toEqual(['xaa-plan.p1', 'xaa-plan.p1.o1']);
  const row = data.alignmentMatrix.rows.findIndex((state: Data) => state.key === 'XAB');
  expect(new Set(data.alignmentMatrix.statuses[row])).toEqual(new Set(['NO_RECORD']));
  expect(data.concepts.flatMap((concept: Data) => concept.addressedIn.map((state: Data) => state.key))).not.toContain('XAB');
});

test.each([
  ['trafficking in firearms', 'EN', 'xaa-plan.p1.o1'],
  ["trafic d'armes à feu", 'FR', 'xaa-plan.p1.o1'],
  ['armas de fuego', 'ES', 'xaa-plan.p1.o1'],
  ['огнестрельное оружие', 'RU', 'xaa-plan.p1.o1'],
  ['الأسلحة النارية', 'AR', 'xaa-plan.p1.o1'],
  ['武器贩运', 'ZH', 'xaa-plan'],
  ['marked weapon', 'EN', 'xaa-plan'],
])('search finds "%s" in %s', async (text, lang, key) => {
  const keys: string[] = [];
  let after: string | null = null;
  do {
    const { data }: { data: Data } = await ask(
      'query ($text: String!, $lang: Language, $after: String) { search(text: $text, lang: $lang, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { key } } } }',
      { text, lang, after },
    );
    keys.push(...data.search.edges.map((edge: Data) => edge.node.key));
    after = data.search.pageInfo.hasNextPage ? data.search.pageInfo.endCursor : null;
  } while (after);
  expect(keys).toContain(key);
  expect(new Set(keys).size).toBe(keys.length);
});
