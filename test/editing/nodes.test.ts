// What editing the tree of a strategy promises.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../scripts/bench/random.ts';
import { draft, type Name, openStage, type Stage } from './cast.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.database.close());

/** A strategy of its own with pillar p1 over objectives o1 and o2, and pillar p2. Its version is 5 then. */
async function tree(key: string, who: Name = 'editor'): Promise<string> {
  await stage.run(who, 'createStrategy', draft(key));
  const nodes = [
    ['p1', 'PILLAR', null],
    ['p1.o1', 'OBJECTIVE', 'p1'],
    ['p1.o2', 'OBJECTIVE', 'p1'],
    ['p2', 'PILLAR', null],
  ] as const;
  for (const [index, [name, kind, parent]] of nodes.entries()) {
    const input = {
      strategy: key,
      version: index + 1,
      key: `${key}.${name}`,
      parent: parent && `${key}.${parent}`,
      kind,
      label: { EN: `Node ${name}` },
    };
    expect((await stage.run(who, 'addNode', input)).error).toBeNull();
  }
  return key;
}

const treeOf = async (key: string) => {
  const { data } = await stage.as.reader(`{ strategy(key: "${key}") { nodes { key parent { key } } version } }`);
  return data.strategy.nodes.map((node: { key: string }) => node.key.slice(key.length + 1)).join(' ');
};

/** Strategies whose places are not those of a tree read from top to bottom. */
const misplaced = async () =>
  (
    await sql<{ key: string }>`
      select n.strategy_node_key as key from strategy_node n left join strategy_node p on p.strategy_node_id = n.parent_id
      where n.strategy_id is distinct from coalesce(p.strategy_id, n.strategy_id)
        or n.position <> (select count(*) from strategy_node o where o.strategy_id = n.strategy_id and o.position <= n.position)
        or not (p.position is null or (p.position < n.position and n.last_position <= p.last_position))
        or n.last_position <> greatest(n.position, (select max(c.last_position) from strategy_node c where c.parent_id = n.strategy_node_id))`.execute(
      stage.database.db,
    )
  ).rows;

const everything = `key kind label(lang: FR) originalLanguage addressee seenInSource responsible deadline citation { quote page paragraph language } threats { key } elements { key }
  provisions { key } parent { key } strategy { version }`;
const content = {
  kind: 'MEASURE',
  label: { EN: 'Train courts', FR: 'Former les juges' },
  addressee: 'BOTH',
  seenInSource: false,
  responsible: 'Ministry of Justice',
  deadline: '2030-06',
  citation: { quote: 'in every court', page: '12', paragraph: '3', language: 'en' },
  threats: ['opioids', 'cybercrime'],
  elements: ['prevention'],
  provisions: ['untoc:31'],
};

test('a node is added with all it says, and read back the same', async () => {
  const key = await tree('xaa-add');
  const input = { strategy: key, version: 5, key: `${key}.p1.o1.m1`, parent: `${key}.p1.o1`, ...content };
  const { it, error } = await stage.run('otherEditor', 'addNode', input, everything);
  expect(error).toBeNull();
  expect(it).toEqual({
    ...content,
    key: `${key}.p1.o1.m1`,
    label: 'Former les juges',
    originalLanguage: 'en',
    threats: [{ key: 'opioids' }, { key: 'cybercrime' }],
    elements: [{ key: 'prevention' }],
    provisions: [{ key: 'untoc:31' }],
    parent: { key: `${key}.p1.o1` },
    strategy: { version: 6 },
  });
  expect((await stage.as.reader(`{ strategyNode(key: "${key}.p1.o1.m1") { ${everything} } }`)).data.strategyNode).toEqual(it);
  expect(await treeOf(key)).toBe('p1 p1.o1 p1.o1.m1 p1.o2 p2');
  expect(await misplaced()).toEqual([]);
});

test('a node changes where something is given, and moves with all below it', async () => {
  const key = await tree('xaa-move');
  const add = { strategy: key, version: 5, key: `${key}.m`, parent: `${key}.p1.o1`, ...content };
  await stage.run('editor', 'addNode', add);
  const changed = await stage.run(
    'editor',
    'updateNode',
    { key: `${key}.m`, version: 6, citation: null, threats: [], label: { AR: 'تدريب' } },
    everything,
  );
  expect(changed.it).toMatchObject({
    citation: null,
    threats: [],
    originalLanguage: 'ar',
    responsible: 'Ministry of Justice',
    deadline: '2030-06',
    elements: [{ key: 'prevention' }],
  });
  const move = (version: number, node: string, to: object) => stage.run('editor', 'updateNode', { key: `${key}.${node}`, version, ...to });
  expect((await move(7, 'p1.o1', { parent: `${key}.p2` })).error).toBeNull();
  expect(await treeOf(key)).toBe('p1 p1.o2 p2 p1.o1 m');
  expect((await move(8, 'p2', { position: 1 })).error).toBeNull();
  expect(await treeOf(key)).toBe('p2 p1.o1 m p1 p1.o2');
  expect((await move(9, 'p1.o1', { parent: null, position: 2 })).error).toBeNull();
  expect(await treeOf(key)).toBe('p2 p1.o1 m p1 p1.o2');
  // Where it stands already: no version.
  expect((await move(10, 'p1.o1', { parent: null, position: 2 })).it).toEqual({ key: `${key}.p1.o1`, strategy: { version: 10 } });
  expect(await misplaced()).toEqual([]);
});

test('a node goes, and the others close up', async () => {
  const key = await tree('xaa-remove');
  expect(await stage.run('editor', 'removeNode', { key: `${key}.p1.o1`, version: 5 })).toMatchObject({ it: { version: 6 }, error: null });
  expect(await treeOf(key)).toBe('p1 p1.o2 p2');
  expect(await misplaced()).toEqual([]);
});

test('a node with nodes below it stays, and they are named', async () => {
  const key = await tree('xaa-keep');
  const { it, error } = await stage.run('editor', 'removeNode', { key: `${key}.p1`, version: 5 });
  expect(it).toBeNull();
  expect(error).toMatchObject({ code: 'CONFLICT', field: 'input.key' });
  expect(error?.message).toContain(`these nodes stand below it: ${key}.p1.o1, ${key}.p1.o2.`);
});

test('a node with links stays as long as its owner sees them; one that lost its other end goes with it, and nobody hears of it', async () => {
  const { db } = stage.database;
  const key = await tree('xaa-linked');
  const target = 'letters-strategy-2025.p1.o1';
  await sql`
    insert into link (national_strategy_id, national_node_id, objective_id, relation, status)
    select n.strategy_id, n.strategy_node_id, o.strategy_node_id, 'EQUAL', 'READ' from strategy_node n, strategy_node o
    where n.strategy_node_key = ${`${key}.p2`} and o.strategy_node_key = ${target}`.execute(db);
  const removal = { key: `${key}.p2`, version: 5 };
  const { error } = await stage.run('editor', 'removeNode', removal);
  expect(error).toMatchObject({ code: 'CONFLICT', field: 'input.key' });
  expect(error?.message).toContain(`these links name it: ${key}.p2>${target}.`);
  await sql`update strategy set publication = 'UNPUBLISHED' where strategy_key = 'letters-strategy-2025'`.execute(db);
  try {
    expect(await stage.run('editor', 'removeNode', removal)).toMatchObject({ it: { version: 6 }, error: null });
  } finally {
    await sql`update strategy set publication = 'PUBLISHED' where strategy_key = 'letters-strategy-2025'`.execute(db);
  }
});

test('an objective stays of which a state has said something', async () => {
  const { db } = stage.database;
  const key = await tree('letters-spoken', 'analyst');
  await sql`
    insert into cell_statement (statement_key, kind, state_key, objective_id, side, organization_key, role, reason, stated_on, stated_by)
    select 'one', 'NOT_APPLICABLE', 'XAC', strategy_node_id, 'STATE', 'letters', 'EDITOR', 'no coast', '2026-01-01', 'someone' from strategy_node
    where strategy_node_key = ${`${key}.p2`}`.execute(db);
  const { error } = await stage.run('analyst', 'removeNode', { key: `${key}.p2`, version: 5 });
  expect(error?.message).toContain('these states have said something of it: XAC.');
});

test('a measure stays of which a report is recorded', async () => {
  const key = await tree('xaa-reported');
  await sql`insert into measure_report (strategy_node_id, dated, status, role, recorded_on, recorded_by)
    select strategy_node_id, '2025', 'UNDER_WAY', 'EDITOR', '2026-01-01', 'someone' from strategy_node where strategy_node_key = ${`${key}.p2`}`.execute(
    stage.database.db,
  );
  const { error } = await stage.run('editor', 'removeNode', { key: `${key}.p2`, version: 5 });
  expect(error?.message).toContain('this is recorded of it: report of 2025.');
});

test.each([
  ['key', { key: 'xaa-wrong' }],
  ['key', { key: 'xaa-wrong.' }],
  ['key', { key: 'xaa-other.p9' }],
  ['key', { key: 'xaa-wrong.P9' }],
  ['label', { label: {} }],
  ['label.ES', { label: { ES: '' } }],
  ['responsible', { responsible: ' ' }],
  ['citation.language', { citation: { language: 'no language' } }],
  ['citation.page', { citation: { page: 'a'.repeat(501) } }],
  ['threats.0', { threats: ['nothing'] }],
  ['elements.1', { elements: ['prevention', 'opioids'] }],
  ['provisions.0', { provisions: ['untoc:99'] }],
  ['kind', { kind: 'PILLAR', parent: 'xaa-wrong.p1.o1' }],
  ['position', { position: 4 }],
  ['position', { position: 0 }],
])('a new node with a wrong %s is refused: %o', async (field, wrong) => {
  if (!(await stage.as.reader('{ strategy(key: "xaa-wrong") { key } }')).data.strategy) await tree('xaa-wrong');
  const input = { strategy: 'xaa-wrong', version: 5, key: 'xaa-wrong.p9', kind: 'PILLAR', label: { EN: 'Label' }, ...wrong };
  const { it, error } = await stage.run('editor', 'addNode', input);
  expect(it).toBeNull();
  expect(error).toMatchObject({ code: 'INVALID', field: `input.${field}` });
  expect(await treeOf('xaa-wrong')).toBe('p1 p1.o1 p1.o2 p2');
});

test('a node is not moved below itself, to another strategy, or where its kind or what is below it may not stand', async () => {
  const key = await tree('xaa-limits');
  const of = async (node: string, to: object) => (await stage.run('editor', 'updateNode', { key: `${key}.${node}`, version: 5, ...to })).error;
  expect(await of('p1', { parent: `${key}.p1` })).toMatchObject({ code: 'INVALID', field: 'input.parent' });
  expect(await of('p1', { parent: `${key}.p1.o1` })).toMatchObject({ code: 'INVALID', field: 'input.parent' });
  expect(await of('p1', { kind: 'MEASURE' })).toMatchObject({ code: 'INVALID', field: 'input.kind' });
  expect(await of('p1.o1', { kind: null })).toMatchObject({ code: 'INVALID', field: 'input.kind' });
  // One that stands elsewhere is refused in the words for one that there is none.
  const elsewhere = await of('p2', { parent: 'xaa-plan-2024.p1' });
  expect(elsewhere).toMatchObject({ code: 'NOT_FOUND', field: 'input.parent' });
  expect(elsewhere?.message.replace('xaa-plan-2024.p1', 'xaa-nothing.p1')).toBe((await of('p2', { parent: 'xaa-nothing.p1' }))?.message);
  expect(await treeOf(key)).toBe('p1 p1.o1 p1.o2 p2');
});

test('a key of a node is taken once', async () => {
  const key = await tree('xaa-node-once');
  const { error } = await stage.run('editor', 'addNode', { strategy: key, version: 5, key: `${key}.p1`, kind: 'PILLAR', label: { EN: 'Again' } });
  expect(error).toMatchObject({ code: 'CONFLICT', field: 'input.key' });
});

test('a node is found by what it says now and by its tags', async () => {
  const key = await tree('xaa-node-search');
  const found = async (text: string) => {
    const { data } = await stage.as.reader(`{ search(text: "${text}") { edges { node { key } } } }`);
    return data.search.edges.map((edge: { node: { key: string } }) => edge.node.key).filter((it: string) => it.startsWith(key));
  };
  await stage.run('editor', 'updateNode', { key: `${key}.p2`, version: 5, label: { EN: 'Guard zebras' }, threats: ['cybercrime'] });
  expect([await found('zebra'), await found('cybercrime')]).toEqual([[`${key}.p2`], [`${key}.p2`]]);
  await stage.run('editor', 'updateNode', { key: `${key}.p2`, version: 6, label: { EN: 'Guard okapis' }, threats: [] });
  expect([await found('zebra'), await found('cybercrime'), await found('okapi')]).toEqual([[], [], [`${key}.p2`]]);
});

test('the version is that of the strategy, and the history tells each node by its key', async () => {
  const key = await tree('xaa-node-race');
  await stage.run('editor', 'updateNode', { key: `${key}.p1`, version: 5, label: { EN: 'Changed' } });
  const { error } = await stage.run('otherEditor', 'removeNode', { key: `${key}.p2`, version: 5 });
  expect(error).toMatchObject({ code: 'CONFLICT', field: 'input.version' });
  expect(error?.message).toBe(`version: it is at 6, not 5. Since then: updateNode (${key}.p1.label) by Aland, editor. Read it again and decide.`);
  const { data } = await stage.as.reader(`{ strategy(key: "${key}") { history { action version changes { field from to } } } }`);
  expect(data.strategy.history.at(-1)).toEqual({
    action: 'updateNode',
    version: 6,
    changes: [{ field: `${key}.p1.label`, from: '{"en":"Node p1"}', to: '{"en":"Changed"}' }],
  });
  expect(data.strategy.history.map((it: { version: number }) => it.version)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('places hold after sixty random edits', async () => {
  const random = createRandom(7);
  const key = 'xaa-random';
  await stage.run('editor', 'createStrategy', draft(key));
  const nodes: string[] = [];
  let version = 1;
  for (let step = 0; step < 60; step++) {
    const [one, other] = [nodes.length > 0 ? random.pick(nodes) : null, nodes.length > 0 && random.chance(0.7) ? random.pick(nodes) : null];
    const kind = random.next();
    const name = `${key}.n${step}`;
    const { it, error } =
      one === null || kind < 0.5
        ? await stage.run('editor', 'addNode', {
            strategy: key,
            version,
            key: name,
            kind: 'OBJECTIVE',
            label: { EN: name },
            parent: other,
            position: random.chance(0.5) ? 1 : null,
          })
        : kind < 0.8
          ? await stage.run('editor', 'updateNode', { key: one, version, parent: other, position: random.chance(0.5) ? 1 : null })
          : await stage.run('editor', 'removeNode', { key: one, version });
    if (error) {
      expect(['CONFLICT', 'INVALID']).toContain(error.code);
      expect(error.field).not.toBe('input.version');
    } else {
      version = (it as unknown as { strategy?: { version: number } }).strategy?.version ?? it.version;
      if (one === null || kind < 0.5) nodes.push(name);
      else if (kind >= 0.8) nodes.splice(nodes.indexOf(one), 1);
    }
    expect(await misplaced()).toEqual([]);
  }
  expect(nodes.length).toBeGreaterThan(10);
});
