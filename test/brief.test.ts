// The brief on the project's own data: its figures are those of the matrices, and every figure opens to its states, things and sources.
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

const everything = `asOf organization { key } method { version } disclaimer attribution states { key } lapsedStates { key }
  functions { key title figures { key label text unit value of unknown states { key } unknownStates { key } entries { key text sources { ref } } } }
  questions { key title figures { key label text unit value of unknown states { key } unknownStates { key } entries { key text note citation state { key } strategy { key } sources { title ref } } } lists { key title entries { groups text sources { ref } } } }`;

async function brief(organization: string | null): Promise<Data> {
  const of = organization === null ? '' : `(organization: "${organization}")`;
  const answer = await ask(`{ workingGroupBrief${of} { ${everything} } }`);
  expect(answer.errors).toBeUndefined();
  return { ...answer.data.workingGroupBrief, cost: answer.extensions.cost };
}

test.each([['caricom'], ['ecowas'], ['asean'], [null]])('draft %s', async (organization) => {
  const it = await brief(organization);
  console.log(organization, it.cost, JSON.stringify(it).length);
  for (const s of [...it.functions, ...it.questions]) for (const f of s.figures) console.log(f.key, '|', f.label, '|', f.text, '|', f.entries.length);
});
