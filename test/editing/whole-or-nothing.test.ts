// Every mutation is stored whole or not at all: each is made to fail at its last step, and in the middle.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draft, openStage, type Stage } from './cast.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.run('editor', 'createStrategy', draft('xaa-draft'));
  await stage.run('editor', 'addNode', {
    strategy: 'xaa-draft',
    version: 1,
    key: 'xaa-draft.p1',
    kind: 'PILLAR',
    label: { EN: 'One' },
    threats: ['opioids'],
  });
  await stage.run('editor', 'addNode', { strategy: 'xaa-draft', version: 2, key: 'xaa-draft.p2', kind: 'PILLAR', label: { EN: 'Two' } });
  await stage.run('editor', 'recordAssessment', { key: 'xaa-threats', title: 'Threats', findings: [{ threat: 'opioids' }] });
  await sql`create function fail_here() returns trigger language plpgsql as $$ begin raise exception 'made to fail'; end $$`.execute(
    stage.database.db,
  );
});
afterAll(() => stage?.database.close());

const tables = [
  'strategy',
  'strategy_theme',
  'strategy_successor',
  'strategy_relation',
  'strategy_node',
  'strategy_node_concept',
  'assessment',
  'assessment_organization',
];
const stored = async () => {
  const all = [...tables, 'assessment_threat', 'finding', 'state', 'audit_entry', 'audit_head'].map(
    (table) => sql`select ${table} as name, to_jsonb(t)::text as it from ${sql.table(table)} t`,
  );
  return (await sql`${sql.join(all, sql` union all `)} order by 1, 2`.execute(stage.database.db)).rows;
};

/** Runs `work` while every write of this kind to a table fails. */
async function whileFailing(table: string, event: string, work: () => Promise<void>): Promise<void> {
  const { db } = stage.database;
  await sql`create trigger made_to_fail before ${sql.raw(event)} on ${sql.table(table)} for each row execute function fail_here()`.execute(db);
  try {
    await work();
  } finally {
    await sql`drop trigger made_to_fail on ${sql.table(table)}`.execute(db);
  }
}

const mutations: [string, 'editor' | 'approver' | 'newcomer', object, string, string][] = [
  ['createStrategy', 'editor', draft('xaa-new', { themes: ['opioids'], supersededBy: ['xaa-later'] }), 'strategy_successor', 'insert'],
  ['createStrategy', 'newcomer', draft('xba-new', { themes: ['opioids'] }), 'strategy_theme', 'insert'],
  ['createStrategy', 'editor', { key: 'xaa-copy', newVersionOf: { key: 'xaa-draft' } }, 'strategy_node_concept', 'insert'],
  ['updateStrategy', 'editor', { key: 'xaa-draft', version: 3, leadBody: 'Police', themes: ['opioids'] }, 'strategy_theme', 'insert'],
  ['publishStrategy', 'approver', { key: 'xaa-draft', version: 3, visibility: 'PUBLIC' }, 'audit_entry', 'insert'],
  ['withdrawStrategy', 'approver', { key: 'xaa-plan-2024', version: 1 }, 'audit_entry', 'insert'],
  [
    'addNode',
    'editor',
    { strategy: 'xaa-draft', version: 3, key: 'xaa-draft.p0', kind: 'PILLAR', label: { EN: 'Zero' }, position: 1, threats: ['opioids'] },
    'strategy_node_concept',
    'insert',
  ],
  ['updateNode', 'editor', { key: 'xaa-draft.p2', version: 3, label: { EN: 'First' }, position: 1, threats: ['opioids'] }, 'strategy', 'update'],
  ['removeNode', 'editor', { key: 'xaa-draft.p1', version: 3 }, 'strategy', 'update'],
  ['removeStrategy', 'editor', { key: 'xaa-draft', version: 3 }, 'audit_entry', 'insert'],
  ['removeStrategy', 'editor', { key: 'xaa-draft', version: 3 }, 'strategy', 'delete'],
  [
    'recordAssessment',
    'editor',
    { key: 'xaa-more', title: 'More', keyThreats: [{ threat: 'opioids' }], findings: [{ threat: 'opioids' }] },
    'finding',
    'insert',
  ],
  ['recordAssessment', 'editor', { key: 'xaa-threats', version: 1, title: 'New', findings: [{ threat: 'cybercrime' }] }, 'finding', 'insert'],
  ['publishAssessment', 'approver', { key: 'xaa-threats', version: 1 }, 'audit_entry', 'insert'],
  ['withdrawAssessment', 'approver', { key: 'xaa-threats', version: 2 }, 'audit_entry', 'insert'],
];

test.each(mutations)('%s of %s %o that fails in the middle (%s, %s) leaves nothing behind', async (mutation, who, input, table, event) => {
  if (mutation === 'withdrawAssessment') await stage.run('approver', 'publishAssessment', { key: 'xaa-threats', version: 1 });
  const before = await stored();
  for (const [place, kind] of [[table, event] as const, ['audit_entry', 'insert'] as const]) {
    await whileFailing(place, kind, async () => {
      expect(await stage.refused(who, mutation, input)).toMatchObject({ code: 'INTERNAL', message: expect.not.stringContaining('made to fail') });
    });
    expect(await stored()).toEqual(before);
  }
});

test('of two mutations in one operation the one with a problem is taken back, the other stays', async () => {
  const { data } = await stage.as.editor(
    `mutation($one: CreateStrategyInput!, $two: CreateStrategyInput!) {
      one: createStrategy(input: $one) { strategy { key } userErrors { code } }
      two: createStrategy(input: $two) { strategy { key } userErrors { code } }
    }`,
    { one: draft('xaa-one'), two: draft('xaa-one') },
  );
  expect(data).toEqual({ one: { strategy: { key: 'xaa-one' }, userErrors: [] }, two: { strategy: null, userErrors: [{ code: 'CONFLICT' }] } });
});

test('an operation of mutations that meets an error leaves nothing behind, and answers with no data', async () => {
  const before = await stored();
  const { data, errors } = await stage.as.editor(
    `mutation($one: CreateStrategyInput!) {
      one: createStrategy(input: $one) { strategy { key } userErrors { code } }
      two: publishStrategy(input: { key: "xaa-draft", version: 3 }) { strategy { key } userErrors { code } }
    }`,
    { one: draft('xaa-three') },
  );
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  expect(data).toBeNull();
  expect(await stored()).toEqual(before);
});
