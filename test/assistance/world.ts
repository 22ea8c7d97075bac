// A made-up world for the tests of technical assistance: plans of two states, three activities, and clients for every position.
import { sql } from 'kysely';
import type { Viewer } from '../../src/core/viewer.ts';
import type { PackFile } from '../../src/packs/model.ts';
import { importPack, inEnglish } from '../../src/packs/service.ts';
import { viewers } from '../access/cast.ts';
import { insertCast } from '../access/insert.ts';
import { type Answer, type Ask, clientOf } from '../ask.ts';
import { openTestDatabase, type TestDatabase } from '../db.ts';

export const today = '2026-06-01';

/** XAA mentions prevention; XAB is accountable for it. Elements: prevention 1, legal-framework 2, capacity-building 3. */
const plan = (state: string, measures: string): PackFile => ({
  name: `${state}.yaml`,
  content: `schema: strategy/1
id: ${state.toLowerCase()}-plan-2024
title: Plan of ${state}
owner:
  state: ${state}
level: national
scope: overarching
status: adopted
valid:
  from_year: 2024
  to_year: 2028
structure:
- id: ${state.toLowerCase()}-plan-2024.o1
  kind: objective
  label: Prevent crime
  seen_in_source: true
  tags:
    elements:
    - prevention
${measures}`,
});

const accountable = `  children:
  - id: xab-plan-2024.o1.m1
    kind: measure
    label: Teach in schools
    seen_in_source: true
    responsible: Ministry of Education
    children:
    - id: xab-plan-2024.o1.m1.i1
      kind: indicator
      label: Schools reached
      seen_in_source: true
`;

const regional: PackFile = {
  name: 'xreg.yaml',
  content: `schema: strategy/1
id: xreg-strategy-2025
title: Strategy of the region
owner:
  organization: xreg
level: regional
scope: overarching
status: adopted
valid:
  from_year: 2025
structure:
- id: xreg-strategy-2025.o1
  kind: objective
  label: Prevent together
  addressee: MEMBERS
  seen_in_source: true
`,
};

/** A is for XAA and the isles, on prevention; B for XAA, on prevention and cocaine, with other bodies; C is over. */
const activities: PackFile[] = [
  {
    name: 'assistance_themes.csv',
    content: 'theme,concept\nprevention,element:prevention\ncocaine,threat:cocaine\nlaw,element:legal-framework\nprisons,',
  },
  { name: 'flow_regions.csv', content: 'region,members,basis\nregion:isles,XAA;XAB,compiler grouping' },
  {
    name: 'assistance.csv',
    content: [
      'id,name,provider,funder,recipients,themes,start,end,budget,currency,dac_sectors,source_url',
      'TA1,Schools,Body One; Body Two,Union (11th fund),XAC;region:isles,prevention;prisons,2025,2027-06,1000.5,EUR,,https://example.org/1',
      'TA2,Harbours,Other Body,Kingdom,XAA,prevention;cocaine,2026-03,,,,,',
      'TA3,Old,Body One,Union,XAA,prevention,2020,2022,500,EUR,,',
    ].join('\n'),
  },
];

export async function openWorld(): Promise<TestDatabase> {
  const database = await openTestDatabase();
  await insertCast(database.db);
  await sql`delete from assistance_activity`.execute(database.db);
  const { problems } = await importPack(database.db, [plan('XAA', ''), plan('XAB', accountable), regional, ...activities]);
  if (problems.length > 0) throw new Error(problems.map(inEnglish).join('\n'));
  await sql`insert into state_agreement (state_key, kind, agreed_on, agreed_by) values ('XAB', 'ADVICE', '2026-01-01', 'APPROVER-XAB')`.execute(
    database.db,
  );
  return database;
}

/** A viewer of the cast by name, or one of these. */
const more: Readonly<Record<string, Viewer>> = {
  'second approver': { role: 'APPROVER', state: 'XAA', subject: 'APPROVER-XAA-2' },
  'editor as approver': { role: 'APPROVER', state: 'XAA', subject: 'EDITOR-XAA' },
  'secretariat as approver': { role: 'APPROVER', state: 'XAA', subject: 'SECRETARIAT' },
  'neighbour editor': { role: 'EDITOR', state: 'XAB', subject: 'EDITOR-XAB' },
  'second secretariat': { role: 'SECRETARIAT', subject: 'SECRETARIAT-2' },
};
export const allViewers = { ...viewers, ...more };

/** Clients of a database by who asks and, where it matters, on which day. */
export function clientsOf(database: TestDatabase): (who: string, day?: string) => Ask {
  return (who, day = today) => {
    const viewer = allViewers[who];
    if (!viewer) throw new Error(`nobody is called ${who}`);
    return clientOf(database, day, viewer);
  };
}

/** What a mutation with one input answered: its payload, or the code of the error of the operation. */
export async function changed(ask: Ask, name: string, input: object, fields: string) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const answer: Answer = await ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code field message } } }`, {
    input,
  });
  return answer.errors ? { refused: answer.errors[0]?.extensions.code, message: answer.errors[0]?.message } : answer.data[name];
}

export const needFields = 'need { key version origin stage status consent urgency reason }';

/** A need of XAA on prevention, asked for by its editor; confirmed by its approver where it is to reach others. Gives its key and version. */
export async function needOf(as: (who: string, day?: string) => Ask, given: object = {}, confirm = true): Promise<{ key: string; version: number }> {
  const input = { state: 'XAA', element: 'prevention', urgency: 'HIGH', reason: 'Nobody does it.', consent: 'WORKING_GROUP', ...given };
  const [editor, approver] = input.state === 'XAA' ? ['editor', 'approver'] : ['neighbour editor', 'neighbour approver'];
  const { need } = await changed(as(editor), 'requestAssistance', input, needFields);
  if (!confirm) return need;
  return (await changed(as(approver), 'confirmNeed', { need: need.key, version: need.version }, needFields)).need;
}
