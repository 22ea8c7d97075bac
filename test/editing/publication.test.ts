// Who sees what is edited, who may edit and clear it, and what is published and taken back.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draft, type Name, names, openStage, type Stage } from './cast.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.database.close());

const node = (key: string, version: number) => ({ strategy: key, version, key: `${key}.p1`, kind: 'PILLAR', label: { EN: 'Pillar' } });
/** A published strategy at version 2, submitted by the editor and cleared by the approver. */
async function published(key: string, audience: object = { visibility: 'PUBLIC' }): Promise<string> {
  await stage.run('editor', 'createStrategy', draft(key));
  expect((await stage.run('approver', 'publishStrategy', { key, version: 1, ...audience })).error).toBeNull();
  return key;
}
const sees = async (who: Name, key: string) => (await stage.as[who](`{ strategy(key: "${key}") { key } }`)).data.strategy !== null;
const whoSees = async (key: string) => {
  const seen = await Promise.all(names.map(async (name) => ((await sees(name, key)) ? [name] : [])));
  return seen.flat();
};

const ownUsers: Name[] = ['reader', 'editor', 'otherEditor', 'approver', 'otherApprover', 'delegate'];

/** Each mutation of strategies as who is not its owner would try it. */
const attempts: [string, (key: string, version: number) => object][] = [
  ['updateStrategy', (key, version) => ({ key, version, leadBody: 'Police' })],
  ['publishStrategy', (key, version) => ({ key, version, visibility: 'PUBLIC' })],
  ['withdrawStrategy', (key, version) => ({ key, version })],
  ['addNode', (key, version) => ({ ...node(key, version), key: `${key}.p2` })],
  ['updateNode', (key, version) => ({ key: `${key}.p1`, version, label: { EN: 'Other' } })],
  ['removeNode', (key, version) => ({ key: `${key}.p1`, version })],
  ['removeStrategy', (key, version) => ({ key, version })],
];

test.each(attempts)('%s is refused to whoever is not signed in', async (mutation, input) => {
  expect(await stage.refused('public', mutation, input('xaa-plan-2024', 1))).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('createStrategy is refused to whoever is not signed in, and to those who record none', async () => {
  expect(await stage.refused('public', 'createStrategy', draft('xaa-no'))).toMatchObject({ code: 'UNAUTHENTICATED' });
  for (const who of ['reader', 'delegate', 'secretariat', 'admin'] as const)
    expect(await stage.refused(who, 'createStrategy', draft('xaa-no'))).toEqual({
      code: 'FORBIDDEN',
      message: 'Only editors and approvers of a state and analysts of an organization record strategies.',
    });
  expect(await sees('editor', 'xaa-no')).toBe(false);
});

test.each(attempts)('%s of what is hidden is answered as of what does not exist, whoever asks', async (mutation, input) => {
  const key = `xaa-hidden-${mutation.toLowerCase()}`;
  await stage.run('editor', 'createStrategy', draft(key));
  await stage.run('editor', 'addNode', node(key, 1));
  for (const who of ['stranger', 'neighbourEditor', 'analyst', 'secretariat', 'admin'] as const) {
    const [hidden, absent] = await Promise.all([stage.run(who, mutation, input(key, 2)), stage.run(who, mutation, input('xaa-nothing', 2))]);
    expect(hidden.error).toMatchObject({ code: 'NOT_FOUND' });
    expect(JSON.stringify(hidden).replaceAll(key, 'xaa-nothing')).toBe(JSON.stringify(absent));
  }
  expect((await stage.as.reader(`{ strategy(key: "${key}") { version } }`)).data.strategy).toEqual({ version: 2 });
});

test.each(attempts)('%s is refused to those who see it and may not: they are told who may', async (mutation, input) => {
  const key = `xaa-seen-${mutation.toLowerCase()}`;
  await stage.run('editor', 'createStrategy', draft(key));
  await stage.run('editor', 'addNode', node(key, 1));
  const isClearance = mutation === 'publishStrategy' || mutation === 'withdrawStrategy';
  const may = isClearance
    ? `Only an approver of the state that owns "${key}" may publish it or take it back.`
    : `Only an editor or approver of the state that owns "${key}" may change it.`;
  for (const who of ['reader', 'delegate', ...(isClearance ? (['otherEditor'] as const) : [])] as const)
    expect(await stage.refused(who, mutation, input(key, 2))).toEqual({ code: 'FORBIDDEN', message: may });
  await stage.run('approver', 'publishStrategy', { key, version: 2, visibility: 'PUBLIC' });
  for (const who of ['stranger', 'neighbourEditor', 'analyst', 'secretariat', 'admin'] as const)
    expect(await stage.refused(who, mutation, input(key, 3))).toEqual({ code: 'FORBIDDEN', message: may });
});

test('an approver may edit too, but does not clear what was last changed from the same account', async () => {
  const { db } = stage.database;
  await stage.run('editor', 'createStrategy', draft('xaa-second'));
  await stage.run('approver', 'updateStrategy', { key: 'xaa-second', version: 1, leadBody: 'Police' });
  const publish = { key: 'xaa-second', version: 2, visibility: 'PUBLIC' };
  expect(await stage.refused('approver', 'publishStrategy', publish)).toMatchObject({
    code: 'FORBIDDEN',
    message: expect.stringContaining('Ask another account'),
  });
  // Nor does the database take it, whatever the service says.
  const direct = sql`update strategy set publication = 'PUBLISHED', cleared_by = submitted_by where strategy_key = 'xaa-second'`.execute(db);
  await expect(direct).rejects.toMatchObject({ code: '23514', constraint: 'strategy_clearance_check' });
  await expect(sql`update strategy set publication = 'PUBLISHED' where strategy_key = 'xaa-second'`.execute(db)).rejects.toMatchObject({
    code: '23514',
  });
  expect(await sees('public', 'xaa-second')).toBe(false);
  expect((await stage.run('otherApprover', 'publishStrategy', publish, 'publication version')).it).toEqual({ publication: 'PUBLISHED', version: 3 });
  expect(await sees('public', 'xaa-second')).toBe(true);
});

test('whoever wrote a part of it does not clear it, whoever changed it last', async () => {
  await stage.run('approver', 'createStrategy', draft('xaa-round'));
  await stage.run('editor', 'updateStrategy', { key: 'xaa-round', version: 1, leadBody: 'Police' });
  const publish = { key: 'xaa-round', version: 2, visibility: 'PUBLIC' };
  expect(await stage.refused('approver', 'publishStrategy', publish)).toMatchObject({ code: 'FORBIDDEN' });
  const direct = sql`update strategy set publication = 'PUBLISHED', cleared_by = submitters[1] where strategy_key = 'xaa-round'`;
  await expect(direct.execute(stage.database.db)).rejects.toMatchObject({ code: '23514', constraint: 'strategy_clearance_check' });
  expect((await stage.run('otherApprover', 'publishStrategy', publish)).error).toBeNull();
  // Nor does taking it back make the text another's.
  await stage.run('otherApprover', 'withdrawStrategy', { key: 'xaa-round', version: 3 });
  expect(await stage.refused('approver', 'publishStrategy', { ...publish, version: 4 })).toMatchObject({ code: 'FORBIDDEN' });
});

test('what was withdrawn is not published as it is: its status is changed first, and cleared again', async () => {
  const key = await published('xaa-back');
  await stage.run('approver', 'withdrawStrategy', { key, version: 2 });
  const asItIs = await stage.run('approver', 'publishStrategy', { key, version: 3 });
  expect(asItIs.error).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('change its status first') });
  await stage.run('editor', 'updateStrategy', { key, version: 3, status: 'ADOPTED' });
  expect((await stage.run('approver', 'publishStrategy', { key, version: 4 }, 'status publication')).it).toEqual({
    status: 'ADOPTED',
    publication: 'PUBLISHED',
  });
});

test('analysts clear for each other what their organization records', async () => {
  await stage.run('analyst', 'createStrategy', draft('letters-new'));
  expect(await stage.refused('analyst', 'publishStrategy', { key: 'letters-new', version: 1 })).toMatchObject({ code: 'FORBIDDEN' });
  expect((await stage.run('otherAnalyst', 'publishStrategy', { key: 'letters-new', version: 1, visibility: 'REGION' })).error).toBeNull();
  expect(await whoSees('letters-new')).toEqual([...ownUsers, 'neighbour', 'neighbourEditor', 'analyst', 'otherAnalyst']);
});

test.each([
  ['PRIVATE', [], []],
  ['SHARED', ['XAB'], ['stranger', 'delegateElsewhere']],
  ['SHARED', ['letters'], ['analyst', 'otherAnalyst']],
  ['REGION', [], ['neighbour', 'neighbourEditor', 'analyst', 'otherAnalyst']],
  ['WORKING_GROUP', [], ['delegateElsewhere', 'secretariat']],
  ['PUBLIC', [], names.filter((name) => !ownUsers.includes(name))],
] as [string, string[], Name[]][])(
  'what is published for %s %o is read by these and its owner, and before by its owner alone',
  async (visibility, sharedWith, others) => {
    const key = `xaa-for-${[visibility.toLowerCase().replace('_', '-'), ...sharedWith].join('-').toLowerCase()}`;
    const audience = { visibility, ...(sharedWith.length > 0 && { sharedWith }) };
    await stage.run('editor', 'createStrategy', draft(key, audience));
    expect(await whoSees(key)).toEqual(ownUsers);
    await stage.run('approver', 'publishStrategy', { key, version: 1 });
    expect((await whoSees(key)).toSorted()).toEqual([...ownUsers, ...others].toSorted());
  },
);

test('whom it is shared with is for its own users to know, in its fields and in its history', async () => {
  const key = await published('xaa-shared', { visibility: 'SHARED', sharedWith: ['XAB', 'XAC'] });
  const query = `{ strategy(key: "${key}") { sharedWith visibility history { action version changes { field } } } }`;
  const [own, other] = await Promise.all([stage.as.reader(query), stage.as.stranger(query)]);
  expect(own.data.strategy.sharedWith).toEqual(['XAB', 'XAC']);
  expect(own.data.strategy.history.map((it: { action: string }) => it.action)).toEqual(['createStrategy', 'publishStrategy']);
  expect(own.text).toContain('{"field":"sharedWith"}');
  expect(other.data.strategy).toEqual({
    sharedWith: null,
    visibility: 'SHARED',
    history: [{ action: 'publishStrategy', version: 2, changes: [{ field: 'visibility' }, { field: 'publication' }] }],
  });
});

test('what is published is not edited', async () => {
  const key = await published('xaa-fixed');
  await stage.run('editor', 'createStrategy', draft('xaa-fixed-2'));
  await stage.run('editor', 'addNode', node('xaa-fixed-2', 1));
  await stage.run('approver', 'publishStrategy', { key: 'xaa-fixed-2', version: 2, visibility: 'PUBLIC' });
  const problems = [
    await stage.run('editor', 'updateStrategy', { key, version: 2, leadBody: 'Police' }),
    await stage.run('editor', 'updateStrategy', { key, version: 2, visibility: 'PRIVATE' }),
    await stage.run('editor', 'addNode', node(key, 2)),
    await stage.run('editor', 'updateNode', { key: 'xaa-fixed-2.p1', version: 3, label: { EN: 'Other' } }),
    await stage.run('editor', 'removeNode', { key: 'xaa-fixed-2.p1', version: 3 }),
  ];
  for (const { it, error } of problems) {
    expect(it).toBeNull();
    expect(error).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Withdraw it first, or record a new version') });
  }
});

test('the audience of a published one is changed by another account than submitted it', async () => {
  const key = await published('xaa-audience', { visibility: 'REGION' });
  expect((await stage.run('otherApprover', 'publishStrategy', { key, version: 2, visibility: 'SHARED', sharedWith: ['XAB'] })).error).toBeNull();
  expect(await whoSees(key)).toEqual([...ownUsers, 'stranger', 'delegateElsewhere']);
  const same = await stage.run('approver', 'publishStrategy', { key, version: 3 });
  expect(same.error).toMatchObject({ code: 'INVALID', field: 'input.visibility' });
  await stage.run('approver', 'createStrategy', draft('xaa-audience-2'));
  await stage.run('otherApprover', 'publishStrategy', { key: 'xaa-audience-2', version: 1 });
  expect(await stage.refused('approver', 'publishStrategy', { key: 'xaa-audience-2', version: 2, visibility: 'PUBLIC' })).toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('what the operator brought in is cleared by whoever may, and taken back by them', async () => {
  const fields = 'publication status visibility version';
  const narrowed = await stage.run('approver', 'publishStrategy', { key: 'xaa-plan-2024', version: 1, visibility: 'REGION' }, fields);
  expect(narrowed.it).toEqual({ publication: 'PUBLISHED', status: 'ADOPTED', visibility: 'REGION', version: 2 });
  expect(await sees('public', 'xaa-plan-2024')).toBe(false);
  const back = await stage.run('approver', 'withdrawStrategy', { key: 'xaa-plan-2024', version: 2 }, fields);
  expect(back.it).toEqual({ publication: 'UNPUBLISHED', status: 'WITHDRAWN', visibility: 'REGION', version: 3 });
});

test('what is withdrawn is out of sight of all but its owner at once, its nodes and links too', async () => {
  const key = 'xaa-gone';
  await stage.run('editor', 'createStrategy', draft(key));
  await stage.run('editor', 'addNode', node(key, 1));
  await stage.run('approver', 'publishStrategy', { key, version: 2, visibility: 'PUBLIC' });
  const query = `{ strategy(key: "${key}") { key } search(text: "Pillar") { totalCount } strategyNode(key: "${key}.p1") { key } }`;
  expect((await stage.as.public(query)).data).toMatchObject({ strategy: { key }, strategyNode: { key: `${key}.p1` } });
  // Taking back is not clearance: the account that cleared it may, and one that submitted it too.
  expect((await stage.run('approver', 'withdrawStrategy', { key, version: 3 }, 'status publication')).it).toEqual({
    status: 'WITHDRAWN',
    publication: 'UNPUBLISHED',
  });
  expect(await whoSees(key)).toEqual(ownUsers);
  const { data, errors } = await stage.as.public(query);
  expect(data).toMatchObject({ strategy: null, strategyNode: null });
  expect(errors?.map((it) => it.extensions.code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  const again = await stage.run('approver', 'withdrawStrategy', { key, version: 4 });
  expect(again.error).toMatchObject({ code: 'CONFLICT', field: 'input.key' });
});

test('a draft that an import brought is removed with its tree and its suggested links; the trail keeps that it was there', async () => {
  const { db } = stage.database;
  await stage.run('editor', 'createStrategy', draft('xaa-undone'));
  await stage.run('editor', 'addNode', node('xaa-undone', 1));
  const link = sql`insert into link (national_strategy_id, national_node_id, objective_id, relation, status)
    select n.strategy_id, n.strategy_node_id, o.strategy_node_id, 'EQUAL', 'SUGGESTED' from strategy_node n, strategy_node o
    where n.strategy_node_key = 'xaa-undone.p1' and o.strategy_node_key = 'letters-strategy-2025.p1.o1'`;
  await link.execute(db);
  expect(await stage.run('editor', 'removeStrategy', { key: 'xaa-undone', version: 1 }, 'key')).toMatchObject({
    it: null,
    error: { code: 'CONFLICT' },
  });
  await sql`update link set status = 'READ' where national_node_id = (select strategy_node_id from strategy_node where strategy_node_key = 'xaa-undone.p1')`.execute(
    db,
  );
  const decided = await stage.run('editor', 'removeStrategy', { key: 'xaa-undone', version: 2 }, 'key');
  expect(decided.error?.message).toContain('these links of it were decided on: xaa-undone.p1>letters-strategy-2025.p1.o1.');
  await sql`update link set status = 'SUGGESTED' where national_node_id = (select strategy_node_id from strategy_node where strategy_node_key = 'xaa-undone.p1')`.execute(
    db,
  );
  expect(await stage.run('otherEditor', 'removeStrategy', { key: 'xaa-undone', version: 2 }, 'key')).toEqual({
    it: { key: 'xaa-undone' },
    error: null,
  });
  const left = sql`select 1 from strategy where strategy_key = 'xaa-undone' union all select 1 from strategy_node where strategy_node_key like 'xaa-undone.%'`;
  expect((await left.execute(db)).rows).toEqual([]);
  const { rows } = await sql`select action from audit_entry where kind = 'Strategy' and key = 'xaa-undone' order by position`.execute(db);
  expect(rows.at(-1)).toEqual({ action: 'removeStrategy' });
  expect((await stage.run('editor', 'createStrategy', draft('xaa-undone'), 'version')).it).toEqual({ version: 1 });
});

test('what others could read once is not removed, whatever its status became', async () => {
  const key = await published('xaa-stays');
  expect((await stage.run('editor', 'removeStrategy', { key, version: 2 })).error).toMatchObject({ code: 'CONFLICT' });
  await stage.run('approver', 'withdrawStrategy', { key, version: 2 });
  await stage.run('editor', 'updateStrategy', { key, version: 3, status: 'DRAFT' });
  expect((await stage.run('editor', 'removeStrategy', { key, version: 4 })).error).toEqual({
    field: 'input.key',
    code: 'CONFLICT',
    message: `input.key: "${key}" was published once, so its record stays. It is read by its owner alone.`,
  });
});

test('others read the history from when they could see the thing; what was done while it was out of their sight stays there', async () => {
  const key = await published('xaa-history');
  await stage.run('approver', 'withdrawStrategy', { key, version: 2 });
  await stage.run('editor', 'updateStrategy', { key, version: 3, status: 'ADOPTED', leadBody: 'Secret body' });
  await stage.run('editor', 'updateStrategy', { key, version: 4, leadBody: 'Police' });
  await stage.run('approver', 'publishStrategy', { key, version: 5 });
  const query = `{ strategy(key: "${key}") { history { action version who changes { field from to } } } }`;
  const { data, text } = await stage.as.public(query);
  expect(data.strategy.history).toEqual([
    {
      action: 'publishStrategy',
      version: 2,
      who: 'Aland, approver',
      changes: [
        { field: 'visibility', from: 'PRIVATE', to: 'PUBLIC' },
        { field: 'publication', from: 'UNPUBLISHED', to: 'PUBLISHED' },
      ],
    },
    { action: 'publishStrategy', version: 6, who: 'Aland, approver', changes: [{ field: 'publication', from: 'UNPUBLISHED', to: 'PUBLISHED' }] },
  ]);
  expect(text).not.toContain('Secret');
  const own = await stage.as.reader(query);
  expect(own.data.strategy.history.map((it: { version: number; action: string }) => `${it.version} ${it.action}`)).toEqual([
    '1 createStrategy',
    '2 publishStrategy',
    '3 withdrawStrategy',
    '4 updateStrategy',
    '5 updateStrategy',
    '6 publishStrategy',
  ]);
  expect(own.data.strategy.history[4].changes).toEqual([{ field: 'leadBody', from: 'Secret body', to: 'Police' }]);
});
