// The functions of the working group in the brief: needs, activities and recommendations as the viewer may see them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ask, Data } from '../ask.ts';
import type { TestDatabase } from '../db.ts';
import { insertNeedRow } from './rows.ts';
import { changed, clientsOf, openWorld, today } from './world.ts';

let database: TestDatabase;
let as: (who: string, day?: string) => Ask;
beforeAll(async () => {
  database = await openWorld();
  as = clientsOf(database);
  for (const row of [
    { key: 'xaa-need-1', state: 'XAA', element: 'prevention' },
    { key: 'xab-need-1', state: 'XAB', element: 'prevention' },
    { key: 'xac-need-1', state: 'XAC', element: 'prevention', match: { activity: 'TA1', status: 'ACCEPTED' as const } },
    { key: 'xaa-need-2', state: 'XAA', element: 'legal-framework', consent: 'PRIVATE' as const },
    { key: 'xaa-need-3', state: 'XAA', observer: 'SECRETARIAT', stage: 'EXPRESSED' as const },
    { key: 'xab-need-2', state: 'XAB', stage: 'WITHDRAWN' as const },
  ])
    await insertNeedRow(database.db, row);
});
afterAll(() => database?.close());

async function figuresFor(who: string, key: string): Promise<Record<string, string>> {
  const { data, errors } = await as(who)('{ workingGroupBrief { functions { key figures { key value of unknown } } } }');
  expect(errors).toBeUndefined();
  const { figures } = data.workingGroupBrief.functions.find((it: Data) => it.key === key);
  return Object.fromEntries(figures.map((it: Data) => [it.key, `${it.value}/${it.of}/${it.unknown}`]));
}

test('needs are those that states stated and the viewer may see: private, unconfirmed and withdrawn ones are in no figure of others', async () => {
  const toAll = { 'para1a.needs.UNMET': '2/3/0', 'para1a.needs.PARTLY_MET': '1/3/0', 'para1a.needs.MET': '0/3/0' };
  expect(await figuresFor('public', 'para1a')).toMatchObject(toAll);
  expect(await figuresFor('neighbour', 'para1a')).toMatchObject(toAll);
  expect(await figuresFor('secretariat', 'para1a')).toMatchObject(toAll);
  // Its own private need; what was observed and not confirmed is nobody's word yet.
  expect(await figuresFor('editor', 'para1a')).toMatchObject({ 'para1a.needs.UNMET': '3/4/0', 'para1a.needs.PARTLY_MET': '1/4/0' });
});

test('unmet needs are told by theme only where three states have them', async () => {
  expect(Object.keys(await figuresFor('public', 'para1b')).filter((key) => key.startsWith('para1b.unmet'))).toEqual([]);
  await insertNeedRow(database.db, { key: 'xad-need-1', state: 'XAD', element: 'prevention' });
  expect(await figuresFor('public', 'para1b')).toMatchObject({ 'para1b.unmet.ELEMENT.prevention': '3/3/0' });
});

test('activities reach the states of a recipient region, and what has begun without a known end is unknown', async () => {
  // TA1 runs to June 2027, for XAC and the isles (XAA, XAB); TA2 began in 2026; TA3 is over.
  const [activities, resources] = [await figuresFor('public', 'para1c'), await figuresFor('public', 'para1d')];
  expect(activities['para1c.running']).toBe('1/3/1');
  expect(activities['para1c.served']?.split('/')[0]).toBe('3');
  expect(resources).toMatchObject({ 'para1d.funder': '1/1/0', 'para1d.budget': '1/1/0', 'para1d.currency.EUR': '1/1/0' });
});

test('recommendations are told with what became of them', async () => {
  const secretariat = as('secretariat');
  await changed(secretariat, 'recordSession', { key: 'wg-1', title: 'Session', startsOn: today, endsOn: today }, 'session { key }');
  const { recommendation } = await changed(
    secretariat,
    'recordRecommendation',
    { session: 'wg-1', what: 'Teach prevention', addressee: 'All States' },
    'recommendation { key version }',
  );
  expect(await figuresFor('public', 'para1b')).toMatchObject({ 'para1b.recommendations.UNDER_WAY': '0/1/1' });
  await changed(
    secretariat,
    'recordOutcome',
    { recommendation: recommendation.key, version: recommendation.version, outcome: 'UNDER_WAY', reason: 'Two courses.' },
    'recommendation { key }',
  );
  expect(await figuresFor('public', 'para1b')).toMatchObject({ 'para1b.recommendations.UNDER_WAY': '1/1/0', 'para1b.recommendations.DONE': '0/1/0' });
});
