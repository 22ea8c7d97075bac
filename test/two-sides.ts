// A small made-up world in which a state, its neighbours and an organization speak of the same links and cells, and clients for its users.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Viewer } from '../src/core/viewer.ts';
import { importPack } from '../src/packs/service.ts';
import { type OpenDatabase, openDatabase } from '../src/store/db.ts';
import { prepareServiceLogin } from '../src/store/service-login.ts';
import { type Answer, type Ask, clientOf, type Data } from './ask.ts';
import { openTestDatabase, type TestDatabase } from './db.ts';
import { concepts } from './packs/world.ts';

export const today = '2026-06-01';

/** Accounts: two of each role that clears. XAA is the state of the plan, letters owns the objectives. */
export const viewers = {
  everyone: { role: 'PUBLIC' },
  reader: { role: 'READER', state: 'XAA', subject: 'xaa-reader' },
  delegate: { role: 'DELEGATE', state: 'XAA', subject: 'xaa-delegate' },
  editor: { role: 'EDITOR', state: 'XAA', subject: 'xaa-editor' },
  approver: { role: 'APPROVER', state: 'XAA', subject: 'xaa-approver' },
  otherApprover: { role: 'APPROVER', state: 'XAA', subject: 'xaa-approver-2' },
  neighbour: { role: 'APPROVER', state: 'XAB', subject: 'xab-approver' },
  analyst: { role: 'ANALYST', organization: 'letters', subject: 'letters-analyst' },
  otherAnalyst: { role: 'ANALYST', organization: 'letters', subject: 'letters-analyst-2' },
  stranger: { role: 'ANALYST', organization: 'digits', subject: 'digits-analyst' },
  secretariat: { role: 'SECRETARIAT', subject: 'secretariat' },
  admin: { role: 'ADMIN', subject: 'admin' },
} as const satisfies Record<string, Viewer>;
export type Name = keyof typeof viewers;

const objective = (name: string, label: string) => `  - id: letters-strategy-2025.p1.${name}
    kind: objective
    label: ${label}
    seen_in_source: true
    tags: { threats: [cybercrime] }
`;

const regional = (key: string, organization: string, nodes: string) => `schema: strategy/1
id: ${key}
title: Strategy of ${organization}
owner: { organization: ${organization} }
level: regional
scope: overarching
status: adopted
valid: { from_year: 2025 }
structure:
- id: ${key}.p1
  kind: pillar
  label: Together
  seen_in_source: true
  children:
${nodes}`;

const plan = (key: string, state: string, visibility = 'public') => `schema: strategy/1
id: ${key}
title: Plan of ${state}
owner: { state: ${state} }
level: national
scope: overarching
status: adopted
valid: { from_year: 2024, to_year: 2028 }
visibility: ${visibility}
structure:
- id: ${key}.p1
  kind: pillar
  label: Prevention
  seen_in_source: true
  children:
  - { id: ${key}.p1.o1, kind: objective, label: Protect networks, seen_in_source: true, tags: { threats: [cybercrime] } }
  - { id: ${key}.p1.o2, kind: objective, label: Train the courts, seen_in_source: true }
`;

/** Links that the operator brought: of XAA o1 PARTIAL at 0.5, o2 ALIGNED at 0.8, o3 GAP, nothing on o4; of XAB o1 ALIGNED. */
const links = `national,regional,relation,share,status,confidence,rationale,method
xaa-plan.p1.o1,letters-strategy-2025.p1.o1,INTERSECTS,0.5,READ,high,half of it,two analysts agree
xaa-plan.p1.o1,letters-strategy-2025.p1.o2,SUBSET,0.8,READ,high,most of it,two analysts agree
xaa-plan,letters-strategy-2025.p1.o3,NO_RELATION,,READ,high,nothing,two analysts agree
xab-plan.p1.o1,letters-strategy-2025.p1.o1,EQUAL,,READ,high,all of it,two analysts agree
xac-plan.p1.o1,letters-strategy-2025.p1.o1,EQUAL,,READ,high,all of it,two analysts agree
`;

const pack = [
  ...concepts,
  {
    name: 'states.csv',
    content: 'iso3,iso2,m49,kind,name_en,name_fr,note\nXAA,,,un_member,Aland,,\nXAB,,,un_member,Beland,,\nXAC,,,un_member,Celand,,',
  },
  {
    name: 'organizations.csv',
    content:
      'org,acronym,name_en,kind,seat_iso3,founded,verified\nletters,LTR,Union of Letters,regional,XAA,1990,recalled\ndigits,DGT,Union of Digits,regional,XAC,1990,recalled',
  },
  {
    name: 'memberships.csv',
    content:
      'org,iso3,from_year,to_year,role,note,verified\nletters,XAA,1990,,member,,\nletters,XAB,1990,,member,,\nletters,XAC,1990,,member,,\ndigits,XAC,1990,,member,,',
  },
  {
    name: 'letters.yaml',
    content: regional(
      'letters-strategy-2025',
      'letters',
      `${objective('o1', 'Share what is known')}${objective('o2', 'Train together')}${objective('o3', 'Warn each other')}${objective('o4', 'Help victims')}`,
    ),
  },
  { name: 'xaa.yaml', content: plan('xaa-plan', 'XAA') },
  { name: 'xab.yaml', content: plan('xab-plan', 'XAB') },
  { name: 'xac.yaml', content: plan('xac-plan', 'XAC', 'private') },
  { name: 'links.csv', content: links },
];

export type World = { database: TestDatabase; as: Record<Name, Ask>; close: () => Promise<void> };

export async function openWorld(): Promise<World> {
  const database = await openTestDatabase();
  const { problems } = await importPack(
    database.db,
    pack.map(({ name, content }) => ({ name, content: Buffer.from(String(content)) })),
  );
  expect(problems).toEqual([]);
  const { db, close } = database.url === null ? database : await openBound(database, database.url);
  const clients = Object.entries(viewers).map(([name, viewer]) => [name, clientOf({ ...database, db }, today, viewer)]);
  return { database, as: Object.fromEntries(clients) as Record<Name, Ask>, close };
}

/** The same database on a server by a login that owns nothing, so that the policies bind the clients. Closing it closes the other too. */
async function openBound(database: TestDatabase, url: string): Promise<OpenDatabase> {
  const role = `synergy_test_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  await sql.raw(`create role ${role} login password '${password}'`).execute(database.db);
  const address = Object.assign(new URL(url), { username: role, password }).href;
  await prepareServiceLogin(database.db, address);
  const bound = openDatabase(address);
  const close = async () => {
    await bound.close();
    await sql.raw(`drop owned by ${role}; drop role ${role}`).execute(database.db);
    await database.close();
  };
  return { db: bound.db, close };
}

export const objectiveKey = (name: string) => `letters-strategy-2025.p1.${name}`;

/** Runs one mutation and gives back its payload, or the codes of its errors. */
export async function run(ask: Ask, name: string, input: Record<string, unknown>, selected: string): Promise<Data> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const answer = await ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${selected} userErrors { field code message } } }`, { input });
  return answer.errors ? { refused: answer.errors.map((error) => error.extensions.code), message: answer.errors[0]?.message } : answer.data[name];
}

/** What one cell says to someone. */
export async function cellOf(ask: Ask, state: string, name: string): Promise<Data> {
  const { data, errors }: Answer = await ask(
    `query ($state: String!, $objective: String!) { alignmentCell(state: $state, objective: $objective) {
      status basis low high explanation
      evidence { status counts whyNot share link { id version publication } confirmations { side decision who on reference referenceDate reason } }
      contests { id reason who when open outcome resolution endedBy endedOn reference referenceDate link { id } history { action who } }
      notApplicable { id reason who when open side }
    } }`,
    { state, objective: objectiveKey(name) },
  );
  expect(errors).toBeUndefined();
  return data.alignmentCell;
}
