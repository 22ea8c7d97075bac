// Every mutation, by every viewer, on a thing in every state of sharing: it does what the policy says, or nothing at all.
import { GraphQLNonNull, isInputObjectType } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../src/core/viewer.ts';
import { encodeGlobalId } from '../../src/graphql/global-id.ts';
import { schema } from '../../src/schema.ts';
import type { Database } from '../../src/store/db.ts';
import { openTestDatabase, type TestDatabase } from '../db.ts';
import { named } from './assistance-positions.ts';
import { viewers } from './cast.ts';
import { answers, withWorld } from './differences.ts';
import { insertCast } from './insert.ts';
import { mutationPolicies } from './mutation-policy.ts';
import type { Outcome } from './mutation-rules.ts';
import { targetsOf } from './mutation-targets.ts';
import { positionsWorld } from './positions.ts';

const world = positionsWorld();
const mutations = schema.getMutationType()?.getFields() ?? {};

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await insertCast(database.db);
});
afterAll(() => database?.close());

/** A digest of every row of every table. */
async function digest(db: Database): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%' order by 1`.execute(
    db,
  );
  const parts = tables.map(
    ({ name }) =>
      sql`select ${name}::text as name, md5(coalesce(string_agg(t::text, E'\n' order by t::text collate "C"), '')) as hash from ${sql.table(name)} t`,
  );
  const { rows } = await sql<{ name: string; hash: string }>`${sql.join(parts, sql` union all `)}`.execute(db);
  // A server may count the tables side by side, and gives them in the order it is done with them.
  const lines = rows.map(({ name, hash }) => `${name} ${hash}`);
  return lines.toSorted().join('\n');
}

async function trailLength(db: Database): Promise<number> {
  const { rows } = await sql<{ length: number }>`select count(*)::int as length from audit_entry`.execute(db);
  return rows[0]?.length ?? 0;
}

const mutationText = (name: string) =>
  `mutation ($input: ${String(new GraphQLNonNull(inputType(name)))}) { ${name}(input: $input) { userErrors { field code message } } }`;

function inputType(name: string) {
  const type = mutations[name]?.args.find((it) => it.name === 'input')?.type;
  const inner = type instanceof GraphQLNonNull || (type && 'ofType' in type) ? (type as GraphQLNonNull<never>).ofType : type;
  if (!isInputObjectType(inner)) throw new Error(`${name} has no input`);
  return inner;
}

async function attempt(db: Database, viewer: Viewer, name: string, input: object): Promise<{ outcome: Outcome; text: string }> {
  const [text = ''] = await answers(db, viewer, [mutationText(name)], { input });
  const { data, errors } = JSON.parse(text.slice(4));
  const code = errors?.[0]?.extensions.code ?? data?.[name]?.userErrors[0]?.code ?? 'DONE';
  return { outcome: code, text };
}

test('every mutation has a row in the policy, and no row is of a mutation that is gone', () => {
  expect(Object.keys(mutations).filter((name) => !(name in mutationPolicies))).toEqual([]);
  expect(Object.keys(mutationPolicies).filter((name) => !(name in mutations))).toEqual([]);
});

describe.each(Object.keys(mutationPolicies))('%s', (name) => {
  const policy = mutationPolicies[name];
  if (!policy) return;

  test('does what the policy says of every viewer and target, and nothing where it refuses', { timeout: 600_000 }, async () => {
    const targets = targetsOf(world, policy.on);
    const wrong: string[] = [];
    await withWorld(database.db, world, false, async (trx) => {
      const before = await digest(trx);
      for (const [who, viewer] of Object.entries(viewers)) {
        for (const target of targets) {
          const expected = policy.outcome(viewer, target);
          await sql`savepoint target`.execute(trx);
          const { outcome, text } = await attempt(trx, viewer, name, policy.input(target));
          if (outcome !== expected) wrong.push(`${who} on ${target.key}: ${outcome} instead of ${expected}: ${text.slice(0, 300)}`);
          if (outcome === 'DONE') {
            if ((await trailLength(trx)) === world.entries.length) wrong.push(`${who} on ${target.key}: done, and the trail does not tell`);
            await sql`rollback to savepoint target`.execute(trx);
          }
          await sql`release savepoint target`.execute(trx);
        }
      }
      // What was refused left nothing behind.
      if ((await digest(trx)) !== before) wrong.push('something refused had an effect');
    });
    expect(wrong.slice(0, 5), `${wrong.length} wrong`).toEqual([]);
  });

  test('an id of another kind, of another owner, or of nothing has no effect', { timeout: 600_000 }, async () => {
    const targets = targetsOf(world, policy.on);
    const [own] = targets.filter((target) => Object.values(viewers).some((viewer) => policy.outcome(viewer, target) === 'DONE'));
    if (!own || policy.references.length === 0) return;
    const doer = Object.values(viewers).find((viewer) => policy.outcome(viewer, own) === 'DONE') as Viewer;
    const others = ['nothing', 'xoth-nothing', 'xaa-open', 'xreg-open.n2', 'xag-nothing', 'XAA', 'xreg', 'cybercrime', named.hiddenNeed, ''].flatMap(
      (key) => [
        key,
        ...['Strategy', 'StrategyNode', 'Link', 'Assessment', 'Contest', 'MemberState', 'Organization', 'Concept', 'AssistanceNeed'].map((type) =>
          encodeGlobalId(type, key),
        ),
      ],
    );
    const wrong: string[] = [];
    await withWorld(database.db, world, false, async (trx) => {
      const before = await digest(trx);
      for (const reference of policy.references) {
        const right = policy.input(own) as Record<string, unknown>;
        for (const id of others.filter((it) => it !== right[reference])) {
          if (policy.mayName?.(reference, id)) continue;
          const { outcome, text } = await attempt(trx, doer, name, { ...right, [reference]: id });
          if (outcome === 'DONE') wrong.push(`${reference}: ${id} is done: ${text}`);
          if (outcome === ('INTERNAL' as Outcome)) wrong.push(`${reference}: ${id}: ${text}`);
        }
      }
      if ((await digest(trx)) !== before) wrong.push('something refused had an effect');
    });
    expect(wrong.slice(0, 5), `${wrong.length} wrong`).toEqual([]);
  });
});
