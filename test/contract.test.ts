// What clients outside rely on: codes of errors, ids and cursors, pages, languages, cost.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, clientOf, type Data } from './ask.ts';
import { openSeededDatabase, type TestDatabase } from './db.ts';

let database: TestDatabase;
let ask: Ask;
beforeAll(async () => {
  database = await openSeededDatabase();
  ask = clientOf(database);
});
afterAll(() => database?.close());

const plan = 'jam-national-security-policy-2014';

test.each([
  ['alignmentMatrix(organization: "nowhere") { ended }', 'organization', 'nowhere'],
  ['elementMatrix(states: ["JAM", "ZZZ"]) { asOf }', 'states', 'ZZZ'],
  ['elementCell(state: "JAM", element: "luck") { depth }', 'element', 'luck'],
  ['alignmentCell(state: "ZZZ", objective: "caricom-crime-security-strategy-2013.p2.o1") { low }', 'state', 'ZZZ'],
  ['strategies(filter: { organization: "nowhere" }) { totalCount }', 'filter.organization', 'nowhere'],
  ['assessments(filter: { threat: "luck" }) { totalCount }', 'filter.threat', 'luck'],
  ['memberStates(organization: "nowhere") { key }', 'organization', 'nowhere'],
  ['stateRecord(state: "ZZZ") { asOf }', 'state', 'ZZZ'],
])('an unknown public code is INVALID and named: %s', async (query, argument, code) => {
  const { errors } = await ask(`{ ${query} }`);
  expect(errors?.[0]?.extensions.code).toBe('INVALID');
  expect(errors?.[0]?.message).toContain(argument);
  expect(errors?.[0]?.message).toContain(code);
});

test.each([
  ['memberState(key: "ZZZ") { key }', 'memberState'],
  ['organization(key: "nowhere") { key }', 'organization'],
  ['strategy(key: "nothing") { key }', 'strategy'],
  ['strategyNode(key: "nothing.p1") { key }', 'strategyNode'],
  ['node(id: "U3RyYXRlZ3k6bm90aGluZw") { id }', 'node'],
  ['node(id: "not an id") { id }', 'node'],
  [`node(id: "${Buffer.from('Query:x').toString('base64url')}") { id }`, 'node'],
])('one thing that is not there is null with NOT_FOUND: %s', async (query, field) => {
  const { data, errors, status } = await ask(`{ ${query} }`);
  expect(status).toBe(200);
  expect(data).toEqual({ [field]: null });
  expect(errors?.map((error) => error.extensions.code)).toEqual(['NOT_FOUND']);
});

test('a key that may be hidden is NOT_FOUND as an argument', async () => {
  const matrix = await ask('{ alignmentMatrix(organization: "caricom", strategies: ["caricom-nothing"]) { ended } }');
  const cell = await ask('{ alignmentCell(state: "JAM", objective: "caricom-nothing.p1") { low } }');
  expect([matrix, cell].map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
});

test.each([
  ['{ strategies(filter: { colour: "red" }) { totalCount } }', 'colour'],
  ['{ alignmentMatrix(organization: "caricom", asOf: "2026-02-31") { ended } }', '2026-02-31'],
  ['{ strategies(first: 0) { totalCount } }', 'first'],
  ['{ strategies(first: 101) { totalCount } }', 'first'],
  ['{ strategies(after: "nonsense") { totalCount } }', 'after'],
  ['{ elementMatrix { asOf } }', 'organization'],
  ['{ elementMatrix(organization: "caricom", states: ["JAM"]) { asOf } }', 'organization'],
  ['{ compareStates(states: ["JAM"]) { asOf } }', '2 to 8'],
  ['{ search(text: "  ") { totalCount } }', 'text'],
  ['{ memberStates(organization: "") { key } }', 'organization'],
  ['{ strategies(filter: { organization: "" }) { totalCount } }', 'organization'],
  ['{ strategies(filter: { text: " " }) { totalCount } }', 'text'],
  ['{ assessments(filter: { threat: "" }) { totalCount } }', 'threat'],
  ['{ flows(threat: "") { key } }', 'threat'],
  ['{ elementMatrix(organization: "", states: ["JAM"]) { asOf } }', 'organization'],
  ['{ alignmentCell(state: "JAM", objective: "caricom-crime-security-strategy-2013.p1.o1") { low } }', 'includeUnseen'],
  [`{ alignmentCell(state: "JAM", objective: "${plan}.p1.o1") { low } }`, 'national'],
  [`{ alignmentMatrix(organization: "caricom", strategies: ["${plan}"]) { ended } }`, plan],
])('a wrong request is INVALID and says where: %s', async (query, word) => {
  const { errors } = await ask(query);
  expect(errors?.[0]?.extensions.code).toBe('INVALID');
  expect(errors?.[0]?.message).toContain(word);
  expect(errors?.[0]?.message).not.toMatch(/did you mean|select |kysely|postgres/i);
});

test('every kind of thing with a global id is found again by it', async () => {
  const { data } = await ask(`{
    memberState(key: "JAM") { id } organization(key: "caricom") { id } concepts(scheme: PROVISION) { id } strategy(key: "${plan}") { id nodes { id } }
    assessments(first: 1) { edges { node { id } } } flows { id } strategyNode(key: "caricom-firearms-roadmap-2020-2030.p1.o1") { id implementedBy { id } }
  }`);
  const ids = [
    data.memberState.id,
    data.organization.id,
    data.concepts[3].id,
    data.strategy.id,
    data.strategy.nodes[1].id,
    data.assessments.edges[0].node.id,
    data.flows[0].id,
    data.strategyNode.implementedBy[0].id,
  ];
  const again = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids: [...ids, 'bm90aGluZw'] });
  expect(again.data, again.text).not.toBeNull();
  expect(again.data.nodes.slice(0, -1).map((node: Data) => node.id)).toEqual(ids);
  expect(again.data.nodes.map((node: Data) => node?.__typename)).toEqual([
    'MemberState',
    'Organization',
    'Concept',
    'Strategy',
    'StrategyNode',
    'Assessment',
    'Flow',
    'Link',
    undefined,
  ]);
  expect(again.errors?.map((error) => error.extensions.code)).toEqual(['NOT_FOUND']);
});

test('an id is base64url of type and key', async () => {
  const { data } = await ask('{ memberState(key: "JAM") { id } }');
  expect(Buffer.from(data.memberState.id, 'base64url').toString()).toBe('MemberState:JAM');
});

test('pages follow each other without a gap or an overlap and end', async () => {
  const keys: string[] = [];
  let after: string | null = null;
  let pages = 0;
  do {
    const { data }: { data: Data } = await ask(
      'query ($after: String) { strategies(first: 60, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { key } } } }',
      { after },
    );
    keys.push(...data.strategies.edges.map((edge: Data) => edge.node.key));
    after = data.strategies.pageInfo.hasNextPage ? data.strategies.pageInfo.endCursor : null;
    expect(data.strategies.totalCount).toBe(152);
    pages++;
  } while (after);
  expect(pages).toBe(3);
  expect(new Set(keys).size).toBe(152);
  expect(keys).toEqual(keys.toSorted());
});

test('rows stand in the order of their names in the language of the request', async () => {
  const namesIn = async (language: string) =>
    (await ask('{ alignmentMatrix(organization: "asean") { rows { name } } }', {}, { 'accept-language': language })).data.alignmentMatrix.rows.map(
      (row: Data) => row.name,
    );
  const [english, french, russian] = [await namesIn('en'), await namesIn('fr-CH, en;q=0.5'), await namesIn('ru')];
  expect(english[0]).toBe('Brunei Darussalam');
  expect(french).toEqual(french.toSorted(new Intl.Collator('fr').compare));
  expect(russian).toEqual(russian.toSorted(new Intl.Collator('ru').compare));
  expect(english).not.toEqual(russian);
});

test('every organization has a name in each language', async () => {
  const { data } = await ask(
    '{ organizations { key FR: name(lang: FR) ES: name(lang: ES) RU: name(lang: RU) ZH: name(lang: ZH) AR: name(lang: AR) } }',
  );
  for (const { key, ...names } of data.organizations) {
    expect([key, names.RU, names.ZH, names.AR]).toEqual([
      key,
      expect.stringMatching(/\p{Script=Cyrillic}/u),
      expect.stringMatching(/\p{Script=Han}/u),
      expect.stringMatching(/\p{Script=Arabic}/u),
    ]);
    expect(new Set(Object.values(names)).size).toBe(5);
  }
});

test('every computed answer carries its method and a disclaimer in six languages, and index figures their attribution', async () => {
  const { data } = await ask(`{
    threatMatrix(organization: "caricom") { method { version } attribution disclaimer EN: disclaimer(lang: EN) FR: disclaimer(lang: FR) ES: disclaimer(lang: ES) RU: disclaimer(lang: RU) ZH: disclaimer(lang: ZH) AR: disclaimer(lang: AR) }
    alignmentMatrix(organization: "caricom") { method { version } attribution }
  }`);
  const { EN, FR, ES, RU, ZH, AR } = data.threatMatrix;
  expect(new Set([EN, FR, ES, RU, ZH, AR]).size).toBe(6);
  expect(data.threatMatrix.disclaimer).toBe(EN);
  expect(data.threatMatrix.attribution.join()).toContain('Global Initiative Against Transnational Organized Crime');
  expect(data.alignmentMatrix).toEqual({ method: { version: data.threatMatrix.method.version }, attribution: [] });
});

test('what an answer costs is told, and a matrix costs its rows, its columns and 10', async () => {
  const { data, extensions } = await ask('{ alignmentMatrix(organization: "caricom") { rows { key } columns { key } statuses } }');
  const { rows, columns } = data.alignmentMatrix;
  expect(extensions.cost).toEqual({ requested: 10 + rows.length + columns.length, max: 5000 });
});

test('the same question has the same answer, byte for byte', async () => {
  const query = '{ sharedThreats(organization: "ecowas") { threat { key } members { key } reasons meanExposure flows { key } } }';
  expect((await ask(query)).text).toBe((await ask(query)).text);
});

test('a null where ids must be is refused, not an error of ours', async () => {
  const { errors } = await ask('query ($ids: [ID!] = ["x"]) { nodes(ids: $ids) { id } }', { ids: null });
  expect(errors?.map((error) => error.extensions.code)).not.toContain('INTERNAL');
  expect(errors).not.toBeUndefined();
});

test('reading every node of every state in one operation is beyond the limit', async () => {
  const { errors, data } = await ask('{ memberStates { strategies(first: 40) { edges { node { nodes { key label } } } } } }');
  expect(errors?.[0]?.extensions.code).toBe('LIMIT');
  expect(data ?? null).toBeNull();
});

test('a list goes on after the place of a cursor whose item is gone, and search says that it is not among the hits', async () => {
  const cursor = (type: string, key: string) => Buffer.from(`${type}:${key}`).toString('base64url');
  const { data } = await ask('query ($after: String) { strategies(first: 1, after: $after) { edges { node { key } } } }', {
    after: cursor('Strategy', 'jam-national-security-policy-2014x'),
  });
  expect(data.strategies.edges[0].node.key > 'jam-national-security-policy-2014x').toBe(true);
  const search = await ask('query ($after: String) { search(text: "crime", after: $after) { totalCount } }', {
    after: cursor('SearchResult', 'Strategy:nothing'),
  });
  expect(search.errors?.[0]?.extensions.code).toBe('INVALID');
});

test('an operation that fails beside one that is still asking leaves nothing open behind it', async () => {
  const mixed = '{ a: search(text: "") { totalCount } b: strategy(key: "jam-national-security-policy-2014") { key } }';
  // More of them than the service has connections.
  for (let turn = 0; turn < 12; turn += 1) expect((await ask(mixed)).errors?.[0]?.extensions.code).toBe('INVALID');
  expect((await ask(`{ strategy(key: "${plan}") { key } }`)).data).toEqual({ strategy: { key: plan } });
});
