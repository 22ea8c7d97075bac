// What a viewer may not see changes nothing the viewer is answered: errors, counts, order, search and figures included.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../db.ts';
import { comparePair } from './differences.ts';
import { insertCast } from './world.ts';

const pairs = Number(process.env.NON_INTERFERENCE_PAIRS ?? 200);
const operations = Number(process.env.NON_INTERFERENCE_OPERATIONS ?? 10);

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await insertCast(database.db);
});
afterAll(() => database?.close());

test(`two databases that differ only in rows hidden from a viewer answer it alike, byte for byte (${pairs} pairs, ${operations} operations each)`, {
  timeout: 5_400_000,
}, async () => {
  let [told, answered, refused] = [0, 0, 0];
  const differences: string[] = [];
  for (let seed = 1; seed <= pairs; seed++) {
    const outcome = await comparePair(database.db, seed * 1_000, operations);
    differences.push(...outcome.differences);
    told += outcome.isTold ? 1 : 0;
    answered += outcome.answered;
    refused += outcome.refused;
  }
  expect(differences.slice(0, 3), `${differences.length} differences`).toEqual([]);
  // The control: the pairs do differ, and whoever may see it is told so.
  expect(told / pairs).toBeGreaterThan(0.95);
  // And the operations are such as people ask: most are answered whole, hardly any is refused for its form.
  expect(answered / (pairs * operations)).toBeGreaterThan(0.5);
  expect(refused / (pairs * operations)).toBeLessThan(0.02);
});
