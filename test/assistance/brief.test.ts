// What the brief tells of needs: those the viewer may see, and never a prompt or what a state keeps to itself.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '../db.ts';
import { changed, clientsOf, needOf, openWorld } from './world.ts';

let database: TestDatabase;
let as: ReturnType<typeof clientsOf>;
beforeAll(async () => {
  database = await openWorld();
  as = clientsOf(database);
});
afterAll(() => database?.close());

type Figure = { label: string; value: number; of: number; unknown: number; states: { key: string }[] };
async function figuresOf(who: string, key: string): Promise<Figure[]> {
  const { data } = await as(who)(
    '{ workingGroupBrief(organization: "xreg") { functions { key figures { label value of unknown states { key } } } } }',
  );
  return data.workingGroupBrief.functions.find((it: { key: string }) => it.key === key).figures;
}
const statesThatAsked = async (who: string) =>
  (await figuresOf(who, 'para1a')).find(({ label }) => label === 'With a need for technical assistance stated')?.states.map(({ key }) => key);

test('a need counts for whom its consent lets see it, and for nobody else', async () => {
  for (const who of ['public', 'delegate', 'reader']) expect(await statesThatAsked(who), who).toEqual([]);
  await needOf(as);
  expect(await statesThatAsked('public')).toEqual([]);
  expect(await statesThatAsked('neighbour')).toEqual([]);
  for (const who of ['delegate', 'secretariat', 'reader']) expect(await statesThatAsked(who), who).toEqual(['XAA']);
  await needOf(as, { state: 'XAB', consent: 'PUBLIC' });
  expect(await statesThatAsked('public')).toEqual(['XAB']);
});

test('a need that was withdrawn counts no longer', async () => {
  const need = await needOf(as, { state: 'XAB', element: 'legal-framework', consent: 'PUBLIC' });
  const unmet = async () => (await figuresOf('public', 'para1a')).find(({ label }) => label === 'Needs not met so far')?.value;
  expect(await unmet()).toBe(2);
  const withdrawal = { need: need.key, version: need.version, stage: 'WITHDRAWN', reason: 'Done otherwise.' };
  const { userErrors } = await changed(as('neighbour approver'), 'moveNeed', withdrawal, 'need { stage }');
  expect(userErrors).toEqual([]);
  expect(await unmet()).toBe(1);
});

test('what a session recommended counts by what became of it', async () => {
  await changed(
    as('secretariat'),
    'recordSession',
    { key: 'wg-2026', title: 'Session', startsOn: '2026-05-01', endsOn: '2026-05-02' },
    'session { key }',
  );
  const { recommendation } = await changed(
    as('secretariat'),
    'recordRecommendation',
    { session: 'wg-2026', what: 'Train prosecutors.', addressee: 'Members', organizations: ['xreg'] },
    'recommendation { key version }',
  );
  const done = async () => (await figuresOf('public', 'para1b')).find(({ label }) => label === 'Recommendations done');
  expect(await done()).toMatchObject({ value: 0, of: 1, unknown: 1 });
  await changed(
    as('secretariat'),
    'recordOutcome',
    { recommendation: recommendation.key, version: recommendation.version, outcome: 'DONE', reason: 'Held.' },
    'recommendation { key }',
  );
  expect(await done()).toMatchObject({ value: 1, of: 1, unknown: 0 });
});
