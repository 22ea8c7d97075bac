// How the two sides of a link propose, review and take it back.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellOf, type Name, objectiveKey, openWorld, run, type World } from './two-sides.ts';

let world: World;
let as: World['as'];
beforeAll(async () => {
  world = await openWorld();
  as = world.as;
});
afterAll(() => world?.close());

const selected =
  'link { id version status relation share rationale visibility publication sharedWith recordedBy recordedOn confirmations { side decision who reason } }';
const proposal = (to: string, more = {}) => ({ national: 'xaa-plan.p1.o2', objective: objectiveKey(to), relation: 'SUBSET', share: 0.25, ...more });
const propose = (who: Name, input: object) => run(as[who], 'proposeLink', { ...input }, selected);
const review = (who: Name, input: object) => run(as[who], 'reviewLink', { decision: 'CONFIRM', ...input }, selected);
const withdraw = (who: Name, input: object) => run(as[who], 'withdrawLink', { ...input }, 'withdrawnLinkId');
const ends = (to: string, national = 'xaa-plan.p1.o2') => ({ national, objective: objectiveKey(to) });
const linkIn = async (who: Name, key: string) => {
  const { data } = await as[who](
    'query ($id: ID!) { node(id: $id) { ... on Link { version status history { action version who changes { field from to } } } } }',
    {
      id: Buffer.from(`Link:${key}`).toString('base64url'),
    },
  );
  return data.node;
};

describe('a proposal', () => {
  test('is suggested, says a body and a role, and is read by its two sides alone until it is reviewed', async () => {
    const { link } = await propose('editor', proposal('o4', { rationale: ' It trains them. ' }));
    expect(link).toMatchObject({
      version: 1,
      status: 'SUGGESTED',
      share: 0.25,
      rationale: 'It trains them.',
      visibility: 'PUBLIC',
      publication: 'UNPUBLISHED',
      recordedBy: 'Aland, editor',
      recordedOn: '2026-06-01',
      confirmations: [],
    });
    const key = `xaa-plan.p1.o2>${objectiveKey('o4')}`;
    const seenBy = await Promise.all((['editor', 'reader', 'delegate', 'analyst'] as const).map((who) => linkIn(who, key)));
    expect(seenBy.map((it) => it?.status)).toEqual(Array(4).fill('SUGGESTED'));
    const hidden = await Promise.all((['everyone', 'neighbour', 'stranger', 'secretariat', 'admin'] as const).map((who) => linkIn(who, key)));
    expect(hidden).toEqual(Array(5).fill(null));
    expect(await cellOf(as.everyone, 'XAA', 'o4')).toMatchObject({ status: 'UNREAD', low: 0, high: 1 });
    expect(await cellOf(as.editor, 'XAA', 'o4')).toMatchObject({ status: 'UNREAD', low: 0, high: 1 });
  });

  test('counts once another account confirms it, and everyone sees who did', async () => {
    const { link } = await review('approver', { ...ends('o4'), version: 1, reason: 'Checked.', reference: 'Note 7', referenceDate: '2026-05' });
    expect(link).toMatchObject({ version: 2, status: 'CONFIRMED', publication: 'PUBLISHED' });
    // One plan, one counted link of share 0.25: low 0.25, high 0.25.
    const cell = await cellOf(as.everyone, 'XAA', 'o4');
    expect(cell).toMatchObject({ status: 'PARTIAL', basis: 'CONFIRMED', low: 0.25, high: 0.25 });
    expect(cell.evidence[0].confirmations).toEqual([
      {
        side: 'STATE',
        decision: 'CONFIRMED',
        who: 'Aland, approver',
        on: '2026-06-01',
        reference: 'Note 7',
        referenceDate: '2026-05',
        reason: 'Checked.',
      },
    ]);
  });

  test('anew, once it counts no longer, keeps nothing of what was decided, but the trail does', async () => {
    expect(await propose('analyst', { ...proposal('o4'), relation: 'EQUAL', share: null })).toMatchObject({
      link: null,
      userErrors: [{ field: 'input.version', code: 'CONFLICT', message: expect.stringContaining('at version 2') }],
    });
    const counted = await propose('analyst', { ...proposal('o4'), relation: 'EQUAL', share: null, version: 2 });
    expect(counted).toMatchObject({ link: null, userErrors: [{ code: 'CONFLICT', message: expect.stringContaining('contestCell') }] });
    // Its text changes, so it counts no longer until it is read again.
    await sql`update strategy_node set label = label || '{"fr":"Autre"}' where strategy_node_key = ${objectiveKey('o4')}`.execute(world.database.db);
    const { link } = await propose('analyst', { ...proposal('o4'), relation: 'EQUAL', share: null, version: 3 });
    expect(link).toMatchObject({ version: 4, status: 'SUGGESTED', relation: 'EQUAL', share: null, publication: 'UNPUBLISHED', confirmations: [] });
    expect(link.recordedBy).toBe('Union of Letters, analyst');
    const { history } = await linkIn('editor', `xaa-plan.p1.o2>${objectiveKey('o4')}`);
    expect(history.map((it: { action: string; version: number }) => [it.action, it.version])).toEqual([
      ['proposeLink', 1],
      ['reviewLink', 2],
      ['proposeLink', 4],
    ]);
    const changed = history[2].changes.find((it: { field: string }) => it.field === 'confirmations');
    expect(changed.from).toContain('Note 7');
    expect(changed.from).not.toMatch(/xaa-approver|linkId/);
    expect(changed.to).toBeNull();
  });

  test('over something that others read is not taken away again; a fresh one is, by its side alone', async () => {
    expect((await withdraw('analyst', { ...ends('o4'), version: 4 })).userErrors[0]).toMatchObject({ code: 'CONFLICT' });
    await propose('editor', proposal('o3'));
    expect((await withdraw('analyst', { ...ends('o3'), version: 1 })).refused).toEqual(['FORBIDDEN']);
    expect((await withdraw('reader', { ...ends('o3'), version: 1 })).refused).toEqual(['FORBIDDEN']);
    expect((await withdraw('approver', { ...ends('o3'), version: 9 })).userErrors[0]).toMatchObject({ code: 'CONFLICT', field: 'input.version' });
    expect(await withdraw('approver', { ...ends('o3'), version: 1 })).toEqual({ withdrawnLinkId: expect.any(String), userErrors: [] });
    expect(await linkIn('editor', `xaa-plan.p1.o2>${objectiveKey('o3')}`)).toBeNull();
    expect((await withdraw('approver', { ...ends('o3'), version: 1 })).userErrors[0]).toMatchObject({ code: 'NOT_FOUND' });
  });

  test("of the operator is nobody's to take back, nor what was reviewed", async () => {
    expect((await withdraw('editor', { ...ends('o1', 'xaa-plan.p1.o1'), version: 1 })).refused).toEqual(['FORBIDDEN']);
    await propose('editor', proposal('o3'));
    await review('approver', { ...ends('o3'), version: 1, decision: 'REJECT', reason: 'No.' });
    expect((await withdraw('editor', { ...ends('o3'), version: 2 })).userErrors[0]).toMatchObject({ code: 'CONFLICT' });
  });

  test.each([
    ['a share with a relation that has none', { relation: 'EQUAL', share: 0.5 }, 'INVALID', 'input.share'],
    ['a share of nothing', { share: 0 }, 'INVALID', 'input.share'],
    ['a share of more than all', { share: 1.5 }, 'INVALID', 'input.share'],
    ['an empty reason', { rationale: '  ' }, 'INVALID', 'input.rationale'],
    ['codes without SHARED', { sharedWith: ['XAB'] }, 'INVALID', 'input.sharedWith'],
    ['an unknown code', { visibility: 'SHARED', sharedWith: ['ZZZ'] }, 'INVALID', 'input.sharedWith'],
    ['a version of what is not there', { version: 1 }, 'CONFLICT', 'input.version'],
    ['an unknown plan', { national: 'xaa-nothing' }, 'NOT_FOUND', 'input.national'],
    ['an unknown node', { national: 'xaa-plan.p9' }, 'NOT_FOUND', 'input.national'],
    ['an unknown objective', { objective: 'letters-nothing.p1' }, 'NOT_FOUND', 'input.objective'],
  ])('with %s is refused and stores nothing', async (_name, wrong, code, field) => {
    const before = await rows();
    expect(await propose('editor', { ...proposal('o2'), ...wrong })).toMatchObject({ link: null, userErrors: [{ code, field }] });
    expect(await rows()).toEqual(before);
  });

  test('between things that are no two sides is for nobody', async () => {
    expect((await propose('editor', { ...proposal('o2'), objective: 'xaa-plan.p1.o1' })).userErrors[0]).toMatchObject({ field: 'input.objective' });
    expect((await propose('analyst', { ...proposal('o2'), national: 'letters-strategy-2025' })).userErrors[0]).toMatchObject({
      field: 'input.national',
    });
  });

  test('of a plan that is hidden answers like one of a plan that is not there', async () => {
    const hidden = await propose('analyst', { ...proposal('o2'), national: 'xac-plan.p1.o1' });
    const missing = await propose('analyst', { ...proposal('o2'), national: 'xax-plan.p1.o1' });
    expect(JSON.stringify(hidden).replaceAll('xac-', 'xax-')).toBe(JSON.stringify(missing));
    expect(hidden.userErrors[0].code).toBe('NOT_FOUND');
  });
});

test.each([
  ['everyone', 'UNAUTHENTICATED'],
  ['reader', 'FORBIDDEN'],
  ['delegate', 'FORBIDDEN'],
  ['neighbour', 'FORBIDDEN'],
  ['stranger', 'FORBIDDEN'],
  ['secretariat', 'FORBIDDEN'],
  ['admin', 'FORBIDDEN'],
] as const)('%s neither proposes, reviews nor takes back: %s', async (who, code) => {
  const before = await rows();
  const seen = { ...ends('o1', 'xaa-plan.p1.o1'), version: 1 };
  expect((await propose(who, proposal('o2'))).refused).toEqual([code]);
  expect((await review(who, seen)).refused).toEqual([code]);
  expect((await withdraw(who, seen)).refused).toEqual([code]);
  expect(await rows()).toEqual(before);
});

describe('a review', () => {
  test('is not for an editor, nor for the account that proposed', async () => {
    const link = { ...ends('o1'), version: 1 };
    await propose('approver', proposal('o1'));
    expect((await review('editor', link)).refused).toEqual(['FORBIDDEN']);
    expect(await review('approver', link)).toMatchObject({ refused: ['FORBIDDEN'], message: expect.stringContaining('another account') });
    expect((await review('otherApprover', link)).link).toMatchObject({ status: 'CONFIRMED', version: 2 });
  });

  test('by the account that proposed is refused by the database too', async () => {
    const insert = (account: string) =>
      sql`insert into link_clearance (link_id, side, decision, role, decided_by, decided_on)
        select link_id, 'OWNER', 'CONFIRMED', 'ANALYST', ${account}, '2026-06-01' from link where submitted_by = 'xaa-approver' limit 1`.execute(
        world.database.db,
      );
    await expect(insert('xaa-approver')).rejects.toMatchObject({ constraint: 'link_clearance_second_person_check' });
    // Nor can the proposal be handed to who cleared it.
    await expect(
      sql`update link set submitted_by = 'xaa-approver-2' where submitted_by = 'xaa-approver'`.execute(world.database.db),
    ).rejects.toMatchObject({
      constraint: 'link_clearance_second_person_check',
    });
  });

  test('by both sides stands beside each other, and neither takes the word of the other away', async () => {
    const { link } = await review('analyst', { ...ends('o1'), version: 2 });
    expect(link.confirmations.map((it: { side: string; who: string }) => [it.side, it.who])).toEqual([
      ['STATE', 'Aland, approver'],
      ['OWNER', 'Union of Letters, analyst'],
    ]);
    expect((await review('analyst', { ...ends('o1'), version: 3, decision: 'REJECT' })).userErrors[0]).toMatchObject({
      code: 'CONFLICT',
      field: 'input.decision',
      message: expect.stringContaining('ask it to reject the link'),
    });
    expect((await review('otherApprover', { ...ends('o1'), version: 3, decision: 'REJECT' })).userErrors[0].message).toContain('contestCell');
  });

  test('of an older version loses, and is told what happened since', async () => {
    expect((await review('analyst', { ...ends('o1'), version: 1 })).userErrors).toEqual([
      {
        field: 'input.version',
        code: 'CONFLICT',
        message: expect.stringMatching(
          /^version: it is at 3, not 1\. Since then: reviewLink \(.*\) by Aland, approver; reviewLink \(.*\) by Union of Letters, analyst\. Read it again/,
        ),
      },
    ]);
  });

  test('names its link by id or by both ends, and a hidden link answers like none', async () => {
    const id = (key: string) => Buffer.from(key).toString('base64url');
    expect((await review('approver', { version: 1 })).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'input.link' });
    expect((await review('approver', { national: 'xaa-plan', version: 1 })).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'input.link' });
    expect((await review('approver', { link: id('Strategy:xaa-plan'), version: 1 })).userErrors[0]).toMatchObject({ code: 'NOT_FOUND' });
    const hidden = await review('approver', { link: id(`Link:xac-plan.p1.o1>${objectiveKey('o1')}`), version: 1 });
    const missing = await review('approver', { link: id(`Link:xax-plan.p1.o1>${objectiveKey('o1')}`), version: 1 });
    expect(JSON.stringify(hidden)).toBe(JSON.stringify(missing));
    expect((await review('approver', { ...ends('o2', 'xaa-plan.p1.o1'), version: 1, referenceDate: '2026' })).userErrors[0].field).toBe(
      'input.referenceDate',
    );
  });

  test('of a link whose text changed makes it count again, and drops what was decided of the other text', async () => {
    // XAA, o2: SUBSET of 0.8 is ALIGNED. Confirmed by both; then the text of the node changes, the plan is unread, and nothing is known.
    await review('approver', { ...ends('o2', 'xaa-plan.p1.o1'), version: 1 });
    await review('analyst', { ...ends('o2', 'xaa-plan.p1.o1'), version: 2 });
    expect(await cellOf(as.everyone, 'XAA', 'o2')).toMatchObject({ status: 'ALIGNED', basis: 'CONFIRMED', low: 0.8, high: 0.8 });
    await sql`update strategy_node set label = '{"en": "Protect all networks"}' where strategy_node_key = 'xaa-plan.p1.o1'`.execute(
      world.database.db,
    );
    const stale = await cellOf(as.everyone, 'XAA', 'o2');
    expect(stale).toMatchObject({ status: 'UNREAD', low: 0, high: 1, evidence: [{ status: 'STALE', counts: false, whyNot: 'STATUS' }, {}] });
    expect(stale.evidence[0].confirmations).toHaveLength(2);
    expect((await review('analyst', { ...ends('o2', 'xaa-plan.p1.o1'), version: 3 })).userErrors[0].message).toBe(
      'version: it is at 4, not 3. Read it again and decide.',
    );
    const { link } = await review('analyst', { ...ends('o2', 'xaa-plan.p1.o1'), version: 4 });
    expect(link).toMatchObject({ status: 'CONFIRMED', version: 5, confirmations: [{ side: 'OWNER' }] });
    expect(await cellOf(as.everyone, 'XAA', 'o2')).toMatchObject({ status: 'ALIGNED', low: 0.8, high: 0.8 });
  });
});

test('of two reviews of the same version at the same moment one is stored, and the other is told of it', async () => {
  await propose('editor', proposal('o2'));
  const both = await Promise.all([
    review('approver', { ...ends('o2'), version: 1 }),
    review('analyst', { ...ends('o2'), version: 1, decision: 'REJECT' }),
  ]);
  expect(both.flatMap(({ userErrors }) => userErrors)).toMatchObject([{ code: 'CONFLICT', field: 'input.version' }]);
  const { version, status } = await linkIn('everyone', `xaa-plan.p1.o2>${objectiveKey('o2')}`);
  expect([version, ['CONFIRMED', 'REJECTED'].includes(status)]).toEqual([2, true]);
});

test('a link that is shared reaches those it is shared with, and nobody else, once it is reviewed', async () => {
  const whole = { national: 'xaa-plan', objective: objectiveKey('o1') };
  const { link } = await propose('editor', { ...whole, relation: 'NO_RELATION', visibility: 'SHARED', sharedWith: ['XAB'] });
  expect(link).toMatchObject({ visibility: 'SHARED', sharedWith: ['XAB'] });
  const key = `xaa-plan>${objectiveKey('o1')}`;
  expect(await linkIn('neighbour', key)).toBeNull();
  await review('approver', { ...whole, version: 1 });
  expect((await linkIn('neighbour', key))?.status).toBe('CONFIRMED');
  expect(await linkIn('everyone', key)).toBeNull();
  const { data } = await as.neighbour(
    `query { node(id: "${Buffer.from(`Link:${key}`).toString('base64url')}") { ... on Link { sharedWith history { changes { field } } } } }`,
  );
  expect(data.node.sharedWith).toBeNull();
  expect(JSON.stringify(data.node.history)).not.toContain('sharedWith');
});

test('two databases that differ in a hidden link answer alike, and the two sides are told of it', async () => {
  const cell = (who: Name) =>
    as[who](
      `{ alignmentCell(state: "XAA", objective: "${objectiveKey('o3')}") { status low high explanation evidence { status } contests { reason } } }`,
    );
  const matrix = (who: Name) =>
    as[who]('{ alignmentMatrix(organization: "letters") { statuses lows highs evidenceCounts columnSummaries { low read completeness } } }');
  const ask = async (who: Name) => [(await cell(who)).text, (await matrix(who)).text];
  const before = { public: await ask('everyone'), stranger: await ask('stranger'), side: await ask('analyst') };
  await propose('editor', { national: 'xaa-plan.p1.o1', objective: objectiveKey('o3'), relation: 'EQUAL', visibility: 'PRIVATE' });
  await review('approver', { ...ends('o3', 'xaa-plan.p1.o1'), version: 1 });
  expect({ public: await ask('everyone'), stranger: await ask('stranger') }).toEqual({ public: before.public, stranger: before.stranger });
  expect(await ask('analyst')).not.toEqual(before.side);
});

/** All that mutations of links could have written. */
async function rows(): Promise<unknown> {
  const { db } = world.database;
  return [
    await sql`select * from link order by link_id`.execute(db).then((it) => it.rows),
    await sql`select * from link_clearance order by link_id, side`.execute(db).then((it) => it.rows),
    await sql`select position from audit_entry order by position`.execute(db).then((it) => it.rows),
  ];
}
