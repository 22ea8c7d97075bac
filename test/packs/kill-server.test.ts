// A server that is killed at any moment, in the middle of an import or of another change: what was acknowledged is stored, and nothing else.
// KILL_MOMENTS says how many moments are tried; `npm run kill` tries fifty.
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/store/db.ts';
import { type Ground, killWhile, makeGround, type Send } from './killed-server.ts';

const moments = Number(process.env.KILL_MOMENTS ?? 4);
/** Longer than any of the operations takes. */
const afterMsMax = 1_500;
const objective = 'caricom-crime-security-strategy-2013.p2.o1';
const importPack = 'mutation ($input: ImportPackInput!) { done: importPack(input: $input) { userErrors { message } } }';
const updateStrategy = 'mutation ($input: UpdateStrategyInput!) { done: updateStrategy(input: $input) { userErrors { message } } }';

let ground: Ground;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground?.remove());

/** A plan whose every part holds the number of the operation that wrote it. */
const planFile = (key: string, mark: number) => ({
  name: `${key}.yaml`,
  content: `schema: strategy/1
id: ${key}
title: Plan ${mark}
owner: {state: XAA}
level: national
scope: overarching
status: adopted
structure:
${[1, 2, 3, 4, 5].map((node) => `- {id: ${key}.n${node}, kind: objective, label: 'Node ${node} ${mark}'}`).join('\n')}
`,
});
const manyKeys = Array.from({ length: 40 }, (_, index) => `xaa-many-${index}`);

/** An operation that writes a number, and where that number then stands: once for each thing it writes. */
type Operation = { send: (send: Send, mark: number) => Promise<string | null>; marks: (db: Database) => Promise<number[]> };

const operations: Record<string, Operation> = {
  'an import of many plans with links and an assessment': {
    send: (send, mark) =>
      send(importPack, {
        input: {
          files: [
            ...manyKeys.map((key) => planFile(key, mark)),
            {
              name: 'links.csv',
              content: `national,regional,relation,status,rationale\n${manyKeys.map((key) => `${key}.n1,${objective},EQUAL,SUGGESTED,Read ${mark}`).join('\n')}`,
            },
            {
              name: 'assessments.yaml',
              content: `schema: assessments/1\nassessments:\n- {id: xaa-threats, title: Threats ${mark}, jurisdiction: XAA, level: national, kind: official}\n`,
            },
          ],
        },
      }),
    marks: (db) => marksOf(db, manyKeys),
  },
  'an import of one plan': {
    send: (send, mark) => send(importPack, { input: { files: [planFile('xaa-one', mark)] } }),
    marks: (db) => marksOf(db, ['xaa-one']),
  },
  'an edit of a strategy': {
    send: async (send, mark) => {
      const version = await versionOf(send, 'xaa-edited');
      return version === null ? null : send(updateStrategy, { input: { key: 'xaa-edited', version, statusNote: `Edit ${mark}` } });
    },
    marks: async (db) => {
      const { rows } = await sql<{ note: string }>`select status_note as note from strategy where strategy_key = 'xaa-edited'`.execute(db);
      return rows.flatMap(({ note }) => (note === null ? [] : Number(/\d+$/.exec(note)?.[0])));
    },
  },
};

/** Of a strategy that is recorded where it is not there; null where the connection broke. */
async function versionOf(send: Send, key: string): Promise<number | null> {
  const ask = async () => {
    const answer = await send('query ($key: String!) { strategy(key: $key) { version } }', { key });
    return answer === null ? null : (JSON.parse(answer).data.strategy?.version ?? 0);
  };
  const version = await ask();
  if (version !== 0) return version;
  return (await send(importPack, { input: { files: [planFile(key, 0)] } })) === null ? null : ask();
}

async function marksOf(db: Database, keys: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ text: string }>`
    select s.title::text as text from strategy s where s.strategy_key = any(${[...keys]})
    union all select n.label::text from strategy s join strategy_node n using (strategy_id) where s.strategy_key = any(${[...keys]})
    union all select l.rationale from link l join strategy s on s.strategy_id = l.national_strategy_id where s.strategy_key = any(${[...keys]})
    union all select a.title from assessment a where a.assessment_key = 'xaa-threats' and ${keys.length} > 1`.execute(db);
  return rows.map(({ text }) => Number(/(\d+)"?}?$/.exec(text)?.[1]));
}

/** Things whose version is not the number of their entries in the trail, and places where the chain of the trail is broken. */
async function faults(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select 'version' as fault, kind, key from (
      select 'Strategy' as kind, strategy_key as key, version from strategy where submitted_by is not null
      union all select 'Assessment', assessment_key, version from assessment where submitted_by is not null
    ) t where version <> (select count(*) from audit_entry a where a.kind = t.kind and a.key = t.key)
    union all
    select 'chain', kind, key from (
      select a.*, lag(a.hash, 1, '\\x') over (order by position) as before, row_number() over (order by position) as place from audit_entry a
    ) a where a.previous_hash <> a.before or a.position <> a.place
    union all
    select 'end', '', '' from audit_head h where h.position <> (select count(*) from audit_entry)`.execute(db);
  return rows;
}

test(`killed at ${moments} moments, a server has stored what it acknowledged and nothing else`, async () => {
  const names = Object.keys(operations);
  const acknowledged = new Map(names.map((name) => [name, 0]));
  let mark = 0;
  let cutOff = 0;
  for (let moment = 0; moment < moments; moment++) {
    let pending: { name: string; mark: number } | null = null;
    await killWhile(ground, Math.random() * afterMsMax, async (send) => {
      for (;;) {
        const name = names[mark % names.length] ?? '';
        mark += 1;
        pending = { name, mark };
        const answer = await operations[name]?.send(send, mark);
        if (answer == null) return;
        // A transaction of the server that was killed before may still hold what this one needs.
        if (/changing the same data/.test(answer)) await sleep(50);
        else {
          expect(answer).toContain('"done":{"userErrors":[]}');
          acknowledged.set(name, mark);
        }
        pending = null;
      }
    });
    const { db, close } = await ground.open();
    for (const name of names) {
      const found = new Set(await operations[name]?.marks(db));
      const known = acknowledged.get(name) ?? 0;
      const allowed = pending !== null && (pending as { name: string }).name === name ? [known, (pending as { mark: number }).mark] : [known];
      const stored = [...found];
      expect(stored.length, `${name}: ${stored.join()}`).toBeLessThanOrEqual(1);
      expect(allowed, name).toContain(stored[0] ?? 0);
      acknowledged.set(name, stored[0] ?? 0);
    }
    expect(await faults(db)).toEqual([]);
    if (pending !== null) cutOff += 1;
    await close();
  }
  expect(cutOff).toBeGreaterThan(0);
}, 900_000);
