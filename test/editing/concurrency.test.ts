// Many editors on one strategy: whoever decided from an older version is told and decides again, and no change is lost.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom, type Random } from '../../scripts/bench/random.ts';
import { draft, type Name, openStage, type Stage } from './cast.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.database.close());

const editors = 50;
const pillar = (strategy: string, name: string) => ({ strategy, key: `${strategy}.${name}`, kind: 'PILLAR', label: { EN: name } });

async function versionNow(who: Name, key: string): Promise<number> {
  return (await stage.as[who](`{ strategy(key: "${key}") { version } }`)).data.strategy.version;
}

/** Reads the version and makes the change from it, again and again until nobody came between: after a while, as clients do. */
async function persist(who: Name, key: string, mutation: string, input: object, random: Random): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { error } = await stage.run(who, mutation, { ...input, version: await versionNow(who, key) });
    if (error === null) return;
    expect(error).toMatchObject({ code: 'CONFLICT', field: 'input.version' });
    await sleep(random.whole(0, 50 * Math.min(attempt, 10)));
  }
}

test('fifty who add and change nodes at the same time lose nothing, and the versions are one after the other', async () => {
  const key = 'xaa-busy';
  await stage.run('editor', 'createStrategy', draft(key));
  for (let index = 0; index < editors / 2; index++) await stage.run('editor', 'addNode', { ...pillar(key, `old${index}`), version: index + 1 });
  await Promise.all(
    Array.from({ length: editors }, (_, index) => {
      const who = (['editor', 'otherEditor', 'approver', 'otherApprover'] as const)[index % 4] ?? 'editor';
      const place = Math.floor(index / 2);
      const random = createRandom(index);
      return index % 2 === 0
        ? persist(who, key, 'addNode', { ...pillar(key, `new${place}`), position: 1 }, random)
        : persist(who, key, 'updateNode', { key: `${key}.old${place}`, responsible: `Body ${place}` }, random);
    }),
  );
  const { data } = await stage.as.reader(`{ strategy(key: "${key}") { version nodes { key responsible } history { version } } }`);
  const made = 1 + editors / 2 + editors;
  expect(data.strategy.version).toBe(made);
  expect(data.strategy.history.map((it: { version: number }) => it.version)).toEqual(Array.from({ length: made }, (_, index) => index + 1));
  const expected = Array.from({ length: editors / 2 }, (_, index) => [
    { key: `${key}.old${index}`, responsible: `Body ${index}` },
    { key: `${key}.new${index}`, responsible: null },
  ]).flat();
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
  expect(data.strategy.nodes.toSorted(byKey)).toEqual(expected.toSorted(byKey));
});

test('of fifty who change the strategy itself from one version one wins, and the others are told', async () => {
  const key = 'xaa-one-wins';
  await stage.run('editor', 'createStrategy', draft(key));
  const outcomes = await Promise.all(
    Array.from({ length: editors }, (_, index) => stage.run('editor', 'updateStrategy', { key, version: 1, leadBody: `Body ${index}` }, 'leadBody')),
  );
  const won = outcomes.filter(({ error }) => error === null);
  expect(won.length).toBe(1);
  for (const { error } of outcomes.filter((it) => it.error !== null))
    expect(error).toMatchObject({
      code: 'CONFLICT',
      message: 'version: it is at 2, not 1. Since then: updateStrategy (leadBody) by Aland, editor. Read it again and decide.',
    });
  expect((await stage.as.reader(`{ strategy(key: "${key}") { leadBody } }`)).data.strategy).toEqual(won[0]?.it);
});
