// Asks the same of two databases that differ only in what a viewer may not see, and compares the answers byte for byte. Both live in
// one transaction that is taken back, one after the other, so a pair costs no database of its own.
import { createRandom } from '../../scripts/bench/random.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import { createApp } from '../../src/http/app.ts';
import { defaultLimits } from '../../src/http/limits.ts';
import { version } from '../../src/http/version.ts';
import { schema } from '../../src/schema.ts';
import type { Database } from '../../src/store/db.ts';
import { viewers } from './cast.ts';
import { insertWorld } from './insert.ts';
import { namesOf, randomQuery } from './operations.ts';
import { wholeQuestions } from './whole-questions.ts';
import { randomWorld, type World, withOtherHiddenRows } from './world.ts';

/** Wide limits: what is tried here is not the limits, which refuse alike whatever there is. */
const limits = { ...defaultLimits, tokens: 100_000, depth: 50, aliases: 100_000, rootFields: 100, cost: 1_000_000_000, operationMs: 60_000 };

/** What the viewer is told, one answer a query: the status, a space, the text. */
export async function answers(db: Database, viewer: Viewer, queries: readonly string[], variables?: Record<string, unknown>): Promise<string[]> {
  const app = createApp({
    schema,
    connect: (_c, use) => use(db),
    isReady: async () => true,
    version,
    limits,
    authenticate: async () => ({ viewer }),
    now: () => new Date('2026-06-01T12:00:00Z'),
  });
  const texts: string[] = [];
  for (const query of queries) {
    const response = await app.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    texts.push(`${response.status} ${await response.text()}`);
  }
  return texts;
}

/** Runs `work` on a database that holds a world, and takes the world out again. `as`: what to run first on the connection. */
export async function withWorld<T>(
  db: Database,
  world: World,
  reversed: boolean,
  work: (db: Database) => Promise<T>,
  as = async (_db: Database) => {},
): Promise<T> {
  const transaction = await db.startTransaction().execute();
  try {
    await insertWorld(transaction, world, reversed);
    await as(transaction);
    return await work(transaction);
  } finally {
    await transaction.rollback().execute();
  }
}

export type Outcome = { differences: string[]; unanswered: string[]; isTold: boolean; answered: number; refused: number };

/**
 * One pair of worlds and so many operations by chance, with the whole questions after them. `differences`: operations that the viewer was answered differently. `unanswered`: whole questions
 * that met an error. `isTold`: some other
 * viewer was, as must be where the worlds differ in what that one may see. `as`: for the connection, such as a weaker role.
 */
export async function comparePair(db: Database, seed: number, operations: number, as?: (db: Database) => Promise<void>): Promise<Outcome> {
  const random = createRandom(seed);
  const [name, viewer] = random.pick(Object.entries(viewers));
  const world = randomWorld(seed);
  const other = withOtherHiddenRows(world, viewer, seed + 1);
  const names = namesOf(world, other);
  const queries = [...Array.from({ length: operations }, () => randomQuery(schema, random, names)), ...wholeQuestions];
  const witness: Viewer[] = [viewers.approver, viewers.analyst, viewers['other analyst'], viewers['member of both']].flatMap((it) =>
    it && it !== viewer ? [it] : [],
  );
  const watched = ['{ strategies(first: 100) { edges { node { key title } } } assessments(first: 100) { edges { node { key title } } } }'];
  const ask = async (of: World, reversed: boolean) =>
    withWorld(
      db,
      of,
      reversed,
      async (trx) => {
        const mine = await answers(trx, viewer, queries);
        const theirs: string[] = [];
        for (const it of witness) theirs.push(...(await answers(trx, it, watched)));
        return { mine, theirs };
      },
      as,
    );
  const [first, second] = [await ask(world, false), await ask(other, true)];
  const differences = queries.flatMap((query, index) =>
    first.mine[index] === second.mine[index] ? [] : [`seed ${seed}, ${name}:\n${query}\n${first.mine[index]}\n${second.mine[index]}`],
  );
  const atRandom = first.mine.slice(0, operations);
  return {
    differences,
    unanswered: wholeQuestions.filter((_query, index) => first.mine[operations + index]?.includes('"errors"')),
    isTold: first.theirs.some((text, index) => text !== second.theirs[index]),
    answered: atRandom.filter((text) => !text.includes('"errors"')).length,
    refused: atRandom.filter((text) => text.includes('"code":"INVALID"') && text.startsWith('400')).length,
  };
}
