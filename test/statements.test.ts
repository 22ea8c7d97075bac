// How many statements an operation takes: few, and the same whatever its size.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, clientOf } from './ask.ts';
import { openSeededDatabase, type TestDatabase } from './db.ts';

let database: TestDatabase;
let ask: Ask;
beforeAll(async () => {
  database = await openSeededDatabase();
  ask = clientOf(database);
});
afterAll(() => database?.close());

/** Its transaction: that of every operation, begun once. */
const ofTransaction = /^(begin|start transaction|commit|select set_config\()/;

/** Statements of one operation, but for those of its transaction. */
async function statementsOf(query: string): Promise<number> {
  database.statements.length = 0;
  const { errors } = await ask(query);
  expect(errors).toBeUndefined();
  expect(database.statements.filter((text) => /^(begin|start)/.test(text)).length).toBeLessThanOrEqual(1);
  return database.statements.filter((text) => !ofTransaction.test(text)).length;
}

const matrix = (organization: string, asked = '') =>
  `{ alignmentMatrix(organization: "${organization}" ${asked}) { organization { name } strategies { key title } rows { key name } columns { key label threats { key } } lows highs statuses bases hints evidenceCounts columnSummaries { low } unseenStrategies { message } } }`;

test.each([
  ['a matrix with hints', matrix('caricom'), 10],
  ['a matrix of 27 members', matrix('eu'), 10],
  ['a matrix of 55 members', matrix('au', 'includeUnseen: true'), 10],
  ['an element matrix', '{ elementMatrix(organization: "eu") { rows { name } columns { label } depths statuses } }', 6],
  ['a threat matrix', '{ threatMatrix(organization: "eu") { rows { name } columns { label } exposures planned statuses attribution } }', 8],
  ['kinds of strategy', '{ strategyCoverage(organization: "eu") { rows { name } columns statuses party } }', 5],
  [
    'shared threats',
    '{ sharedThreats(organization: "caricom") { threat { label } members { name } reasons meanExposure exposures { state { name } planned } unassessed { name } } }',
    12,
  ],
  [
    'a strategy and its graph',
    '{ strategy(key: "caricom-firearms-roadmap-2020-2030") { title nodes { key parent { key } threats { key } implementedBy { relation node { key } strategy { key } } serves { relation } } } }',
    7,
  ],
  [
    'a page of strategies',
    '{ strategies(first: 100) { totalCount edges { node { key title phase owner { ... on MemberState { name } ... on Organization { name } } themes { key } } } } }',
    6,
  ],
  [
    'states with their treaties and memberships',
    '{ memberStates(organization: "eu") { name treatyStatuses { status instrument { key } } memberships { organization { key } } } }',
    7,
  ],
  [
    'the register of activities',
    '{ assistanceActivities(first: 100) { totalCount funding { unknown } edges { node { key provider themes { key } recipients { state { name } } budgets { amount } } } } assistanceOverlaps { state { name } theme { label } activities { key } } }',
    7,
  ],
  [
    'needs and their totals',
    '{ assistanceNeeds(first: 100) { totalCount elements { total } edges { node { key state { name } matches { activity { key } } } } } }',
    3,
  ],
])('%s takes a fixed number of statements', async (_name, query, most) => {
  expect(await statementsOf(query)).toBeLessThanOrEqual(most);
});

test('strategies of every state and of every organization are read at once', async () => {
  expect(await statementsOf('{ memberStates { key strategies(first: 1) { totalCount } } }')).toBeLessThanOrEqual(2);
  expect(await statementsOf('{ organizations { key strategies(first: 1) { totalCount } } }')).toBeLessThanOrEqual(2);
});

test('what addresses each concept, and the findings of each assessment, are read at once', async () => {
  expect(await statementsOf('{ concepts(scheme: PROVISION) { key addressedBy(first: 1) { totalCount } } }')).toBeLessThanOrEqual(5);
  expect(
    await statementsOf('{ assessments(first: 100) { edges { node { key findings(first: 2) { totalCount edges { node { score } } } } } } }'),
  ).toBeLessThanOrEqual(3);
});

test('members of every organization are read at once, not one by one', async () => {
  expect(await statementsOf('{ organizations { key members { key } } }')).toBeLessThanOrEqual(3);
});
