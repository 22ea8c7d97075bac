// What a state and the owner of an objective say of a cell: contests, words that it does not apply, and all that is said in one go.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../src/i18n/languages.ts';
import { message } from '../src/i18n/messages.ts';
import type { Data } from './ask.ts';
import { cellOf, type Name, objectiveKey, openWorld, run, type World } from './two-sides.ts';

let world: World;
let as: World['as'];
beforeAll(async () => {
  world = await openWorld();
  as = world.as;
});
afterAll(() => world?.close());

const statement = 'id reason who when open endedOn endedBy resolution';
const contest = (who: Name, input: object) =>
  run(as[who], 'contestCell', { state: 'XAA', reason: 'It is misread.', ...input }, `contest { ${statement} outcome link { id } }`);
const resolve = (who: Name, input: object) => run(as[who], 'resolveContest', { ...input }, `contest { ${statement} outcome history { action who } }`);
const mark = (who: Name, input: object) =>
  run(as[who], 'markNotApplicable', { state: 'XAA', reason: 'No coast.', ...input }, `notApplicable { ${statement} side }`);
const unmark = (who: Name, input: object) => run(as[who], 'withdrawNotApplicable', { ...input }, `notApplicable { ${statement} }`);
const reviewAll = (who: Name, input: object) =>
  run(
    as[who],
    'reviewRecord',
    { state: 'XAA', ...input },
    'review { confirmed contested links { id status confirmations { side reference } } contests { id objective { key } link { id } } skipped { reason objective { key } link { id } } }',
  );
const linkId = (national: string, objective: string) => Buffer.from(`Link:${national}>${objectiveKey(objective)}`).toString('base64url');
const nodeId = (type: string, key: string) => Buffer.from(`${type}:${key}`).toString('base64url');
const rows = async () => (await sql<Data>`select * from cell_statement order by 1`.execute(world.database.db)).rows;

test('a cell goes from READ to CONFIRMED to CONTESTED and back, and its bounds and evidence stay', async () => {
  // One plan of XAA, one link INTERSECTS of 0.5 to o1: low = high = 0.5, PARTIAL.
  const figures = { low: 0.5, high: 0.5, evidence: [{ share: 0.5, counts: true }, { whyNot: 'HINT' }] };
  expect(await cellOf(as.everyone, 'XAA', 'o1')).toMatchObject({ ...figures, status: 'PARTIAL', basis: 'READ', contests: [] });

  const link = { national: 'xaa-plan.p1.o1', objective: objectiveKey('o1'), version: 1, decision: 'CONFIRM' };
  await run(as.approver, 'reviewLink', link, 'link { id }');
  expect(await cellOf(as.everyone, 'XAA', 'o1')).toMatchObject({ ...figures, status: 'PARTIAL', basis: 'CONFIRMED' });

  const { contest: made } = await contest('editor', { objective: objectiveKey('o1'), reference: 'NV 12', referenceDate: '2026-05-30' });
  const contested = await cellOf(as.everyone, 'XAA', 'o1');
  expect(contested).toMatchObject({ ...figures, status: 'CONTESTED', basis: 'CONFIRMED' });
  expect(contested.contests).toEqual([
    {
      id: made.id,
      reason: 'It is misread.',
      who: 'Aland, editor',
      when: '2026-06-01',
      open: true,
      outcome: null,
      resolution: null,
      endedBy: null,
      endedOn: null,
      reference: 'NV 12',
      referenceDate: '2026-05-30',
      link: null,
      history: [{ action: 'contestCell', who: 'Aland, editor' }],
    },
  ]);

  await resolve('analyst', { contest: made.id, outcome: 'ANSWERED', resolution: 'Page 4 says so.' });
  const answered = await cellOf(as.everyone, 'XAA', 'o1');
  expect(answered).toMatchObject({ ...figures, status: 'PARTIAL', basis: 'CONFIRMED' });
  expect(answered.contests).toMatchObject([
    { open: false, outcome: 'ANSWERED', resolution: 'Page 4 says so.', endedBy: 'Union of Letters, analyst', endedOn: '2026-06-01' },
  ]);
  expect((await resolve('analyst', { contest: made.id, outcome: 'ACCEPTED' })).userErrors[0]).toMatchObject({ code: 'CONFLICT' });
});

test('the explanation tells of the contest in six languages, beside the figures', async () => {
  const { contest: made } = await contest('approver', { objective: objectiveKey('o1') });
  const { data } = await as.everyone(
    `{ alignmentCell(state: "XAA", objective: "${objectiveKey('o1')}") { ${languages.map((it) => `${it}: explanation(lang: ${it})`).join(' ')} } }`,
  );
  for (const language of languages) {
    expect(data.alignmentCell[language]).toContain('0.5');
    expect(data.alignmentCell[language]).toContain(message(language, 'alignmentStatus.CONTESTED'));
  }
  await resolve('editor', { contest: made.id, outcome: 'WITHDRAWN' });
});

describe('a contest', () => {
  test('of one link contests the cell only while the link counts, and reaches who may read the link', async () => {
    const link = linkId('xaa-plan.p1.o1', 'o2');
    const { contest: made } = await contest('editor', { objective: objectiveKey('o2'), link });
    expect(made.link.id).toBe(link);
    const { data } = await as.everyone(`{ node(id: "${made.id}") { ... on Contest { history { changes { field to } } } } }`);
    expect(data.node.history[0].changes).toContainEqual({ field: 'link', to: `xaa-plan.p1.o1>${objectiveKey('o2')}` });
    expect(await cellOf(as.everyone, 'XAA', 'o2')).toMatchObject({ status: 'CONTESTED', low: 0.8, high: 0.8 });
    await sql`update link set visibility = 'PRIVATE' where link_id = (select link_id from cell_statement where outcome is null and link_id is not null)`.execute(
      world.database.db,
    );
    expect(await cellOf(as.everyone, 'XAA', 'o2')).toMatchObject({ status: 'UNREAD', contests: [] });
    expect((await as.everyone(`{ node(id: "${made.id}") { id } }`)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await cellOf(as.analyst, 'XAA', 'o2')).toMatchObject({ status: 'CONTESTED' });
    await sql`update link set visibility = 'PUBLIC', status = 'STALE' where visibility = 'PRIVATE'`.execute(world.database.db);
    expect(await cellOf(as.everyone, 'XAA', 'o2')).toMatchObject({ status: 'UNREAD', contests: [{ open: true }] });
    await sql`update link set status = 'READ' where status = 'STALE'`.execute(world.database.db);
    await resolve('approver', { contest: made.id, outcome: 'WITHDRAWN' });
    expect(await cellOf(as.everyone, 'XAA', 'o2')).toMatchObject({ status: 'ALIGNED' });
  });

  test.each([
    ['an unknown state', { state: 'ZZZ' }, 'INVALID', 'input.state'],
    ['an unknown objective', { objective: 'letters-nothing.p1' }, 'NOT_FOUND', 'input.objective'],
    ['an objective of a plan', { objective: 'xaa-plan.p1.o1' }, 'INVALID', 'input.objective'],
    ['what is no column', { objective: 'letters-strategy-2025.p1' }, 'INVALID', 'input.objective'],
    ['an empty reason', { reason: ' ' }, 'INVALID', 'input.reason'],
    ['a date of no note', { referenceDate: '2026' }, 'INVALID', 'input.referenceDate'],
    ['a link of another cell', { link: linkId('xaa-plan.p1.o1', 'o2') }, 'INVALID', 'input.link'],
    ['a link that is hidden', { link: linkId('xac-plan.p1.o1', 'o1') }, 'NOT_FOUND', 'input.link'],
    ['an id of another type', { link: nodeId('Strategy', 'xaa-plan') }, 'NOT_FOUND', 'input.link'],
  ])('with %s is refused and stores nothing', async (_name, wrong, code, field) => {
    const before = await rows();
    expect(await contest('editor', { objective: objectiveKey('o1'), ...wrong })).toMatchObject({ contest: null, userErrors: [{ code, field }] });
    expect(await rows()).toEqual(before);
  });

  test('is made once at a time', async () => {
    const { contest: made } = await contest('editor', { objective: objectiveKey('o3') });
    expect((await contest('approver', { objective: objectiveKey('o3') })).userErrors[0]).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('resolveContest'),
    });
    await expect(
      sql`insert into cell_statement (statement_key, kind, state_key, objective_id, side, organization_key, role, reason, stated_on, stated_by)
        select 'again', kind, state_key, objective_id, side, organization_key, role, reason, stated_on, stated_by from cell_statement where outcome is null`.execute(
        world.database.db,
      ),
    ).rejects.toMatchObject({ constraint: 'cell_statement_open_key' });
    expect((await resolve('stranger', { contest: made.id, outcome: 'ANSWERED', resolution: 'x' })).refused).toEqual(['FORBIDDEN']);
    expect((await resolve('editor', { contest: made.id, outcome: 'ACCEPTED' })).refused).toEqual(['FORBIDDEN']);
    expect((await resolve('analyst', { contest: made.id, outcome: 'WITHDRAWN' })).refused).toEqual(['FORBIDDEN']);
    expect((await resolve('reader', { contest: made.id, outcome: 'WITHDRAWN' })).refused).toEqual(['FORBIDDEN']);
    expect((await resolve('everyone', { contest: made.id, outcome: 'WITHDRAWN' })).refused).toEqual(['UNAUTHENTICATED']);
    expect((await resolve('analyst', { contest: made.id, outcome: 'ANSWERED' })).userErrors[0].field).toBe('input.resolution');
    expect((await resolve('analyst', { contest: 'nonsense', outcome: 'ACCEPTED' })).userErrors[0].code).toBe('NOT_FOUND');
    expect((await resolve('analyst', { contest: made.id, outcome: 'ACCEPTED' })).contest).toMatchObject({ outcome: 'ACCEPTED', open: false });
    await sql`update link set status = 'READ' where status = 'STALE'`.execute(world.database.db);
  });

  test('is not answered from the account that made it, in the service and in the database', async () => {
    await contest('editor', { objective: objectiveKey('o4') });
    await sql`update cell_statement set stated_by = 'letters-analyst' where outcome is null`.execute(world.database.db);
    const [open] = (await rows()).filter((it: Data) => it.outcome === null);
    expect((await resolve('analyst', { contest: nodeId('Contest', open.statement_key), outcome: 'ACCEPTED' })).refused).toEqual(['FORBIDDEN']);
    await expect(
      sql`update cell_statement set outcome = 'ACCEPTED', resolved_side = 'OWNER', resolved_role = 'ANALYST', resolved_on = '2026-06-01', resolved_by = stated_by where outcome is null`.execute(
        world.database.db,
      ),
    ).rejects.toMatchObject({ constraint: 'cell_statement_second_person_check' });
    expect((await resolve('otherAnalyst', { contest: nodeId('Contest', open.statement_key), outcome: 'ACCEPTED' })).contest.outcome).toBe('ACCEPTED');
  });
});

describe('an objective that does not apply', () => {
  const summaries = async (who: Name) =>
    (
      await as[who](
        '{ alignmentMatrix(organization: "letters") { rows { key } columns { key } statuses columnSummaries { read completeness } } synergy(organization: "letters") { takenUp { n m } carriedBack { n m } } }',
      )
    ).data;

  test('is said by either side with a reason, leaves completeness, and leaves synergy as the method says', async () => {
    // o4 of letters: XAA UNREAD, XAB UNREAD, XAC without a visible plan: 0 of 3 cells read. Read cells are o1 (XAA PARTIAL, XAB ALIGNED), o2 ALIGNED, o3 GAP: 3 of 4.
    const before = await summaries('everyone');
    expect(before.alignmentMatrix.columnSummaries[1]).toEqual({ read: 1, completeness: 0.333333333 });
    expect(before.synergy.takenUp).toEqual({ n: 3, m: 4 });
    const { notApplicable: ofState } = await mark('editor', { state: 'XAA', objective: objectiveKey('o4') });
    const { notApplicable: ofOwner } = await mark('analyst', { state: 'XAB', objective: objectiveKey('o2') });
    expect([ofState, ofOwner]).toMatchObject([
      { side: 'STATE', who: 'Aland, editor', open: true },
      { side: 'OWNER', who: 'Union of Letters, analyst', open: true },
    ]);
    const after = await summaries('everyone');
    // XAB leaves o2: 1 of 2.
    expect(after.alignmentMatrix.columnSummaries[1]).toEqual({ read: 1, completeness: 0.5 });
    expect(after.alignmentMatrix.statuses[0]).toEqual(['PARTIAL', 'ALIGNED', 'GAP', 'NOT_APPLICABLE']);
    expect(after.synergy).toEqual(before.synergy); // Neither cell was read.
    const cell = await cellOf(as.everyone, 'XAA', 'o4');
    expect(cell).toMatchObject({ status: 'NOT_APPLICABLE', low: 0, high: 1, notApplicable: [{ reason: 'No coast.', side: 'STATE' }] });
    expect(cell.explanation).toContain('does not apply');
    expect((await mark('approver', { objective: objectiveKey('o4') })).userErrors[0].code).toBe('CONFLICT');
    // A read cell that does not apply is read no more: XAA o2 leaves both n and m, and the link to it still carries back.
    const { notApplicable: ofRead } = await mark('otherAnalyst', { objective: objectiveKey('o2') });
    const without = await summaries('everyone');
    expect(without.synergy).toEqual({ takenUp: { n: 2, m: 3 }, carriedBack: before.synergy.carriedBack });
    for (const [who, it] of [
      ['editor', ofState],
      ['analyst', ofOwner],
      ['analyst', ofRead],
    ] as const)
      expect((await unmark(who, { statement: it.id, reason: 'It does.' })).notApplicable).toMatchObject({ open: false, resolution: 'It does.' });
    expect(await summaries('everyone')).toEqual(before);
  });

  test('is for the two sides alone, and taken back by the one that said it', async () => {
    for (const who of ['reader', 'delegate', 'neighbour', 'stranger', 'secretariat', 'admin'] as const)
      expect([who, (await mark(who, { objective: objectiveKey('o4') })).refused]).toEqual([who, ['FORBIDDEN']]);
    expect((await mark('everyone', { objective: objectiveKey('o4') })).refused).toEqual(['UNAUTHENTICATED']);
    expect((await mark('editor', { state: 'XAB', objective: objectiveKey('o4') })).refused).toEqual(['FORBIDDEN']);
    const { notApplicable: made } = await mark('analyst', { objective: objectiveKey('o4') });
    expect((await unmark('approver', { statement: made.id })).refused).toEqual(['FORBIDDEN']);
    expect((await resolve('analyst', { contest: made.id, outcome: 'ACCEPTED' })).userErrors[0].code).toBe('NOT_FOUND');
    expect(
      (await unmark('analyst', { statement: nodeId('Contest', Buffer.from(made.id, 'base64url').toString().split(':')[1] ?? '') })).userErrors[0]
        .code,
    ).toBe('NOT_FOUND');
    expect((await unmark('otherAnalyst', { statement: made.id })).notApplicable.open).toBe(false);
    expect((await unmark('otherAnalyst', { statement: made.id })).userErrors[0].code).toBe('CONFLICT');
  });
});

describe('all that is said of a state', () => {
  test('is confirmed in one go, but for what this account proposed', async () => {
    const propose = (objective: string) =>
      run(as.approver, 'proposeLink', { national: 'xaa-plan.p1.o2', objective: objectiveKey(objective), relation: 'SUBSET' }, 'link { id }');
    await propose('o4');
    const { review } = await reviewAll('approver', { decision: 'CONFIRM', reference: 'NV 20', reason: 'As read.' });
    // Of the three links of the operator one was confirmed before; the two others are READ.
    expect(review).toMatchObject({ confirmed: 2, contested: 0, contests: [] });
    expect(review.links.map((it: Data) => [it.id, it.status, it.confirmations])).toEqual(
      [
        [linkId('xaa-plan.p1.o1', 'o2'), 'CONFIRMED', [{ side: 'STATE', reference: 'NV 20' }]],
        [linkId('xaa-plan', 'o3'), 'CONFIRMED', [{ side: 'STATE', reference: 'NV 20' }]],
      ].toSorted(),
    );
    expect(review.skipped).toEqual([
      { reason: 'OWN_PROPOSAL', objective: { key: objectiveKey('o4') }, link: { id: linkId('xaa-plan.p1.o2', 'o4') } },
    ]);
    const { review: second } = await reviewAll('otherApprover', { decision: 'CONFIRM' });
    expect(second).toMatchObject({ confirmed: 1, skipped: [] });
    expect((await reviewAll('approver', { decision: 'CONFIRM' })).review).toMatchObject({ confirmed: 0, skipped: [] });
  });

  test('is contested in one go: a cell once, what is contested already left, and hidden links link by link', async () => {
    const { contest: before } = await contest('editor', { objective: objectiveKey('o1') });
    await sql`update link set visibility = 'PRIVATE' where national_node_id = (select strategy_node_id from strategy_node where strategy_node_key = 'xaa-plan.p1.o2')`.execute(
      world.database.db,
    );
    expect((await reviewAll('editor', { decision: 'CONTEST' })).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'input.reason' });
    const { review } = await reviewAll('editor', { decision: 'CONTEST', reason: 'All of it is old.', organization: 'letters' });
    expect(review).toMatchObject({ confirmed: 0, contested: 3, links: [] });
    expect(review.contests.map((it: Data) => [it.objective.key, it.link?.id ?? null])).toEqual([
      [objectiveKey('o2'), null],
      [objectiveKey('o3'), null],
      [objectiveKey('o4'), linkId('xaa-plan.p1.o2', 'o4')],
    ]);
    expect(review.skipped).toEqual([{ reason: 'ALREADY_CONTESTED', objective: { key: objectiveKey('o1') }, link: null }]);
    const statuses = async (who: Name) =>
      (await as[who]('{ alignmentMatrix(organization: "letters") { statuses } }')).data.alignmentMatrix.statuses[0];
    expect(await statuses('everyone')).toEqual(['CONTESTED', 'CONTESTED', 'CONTESTED', 'UNREAD']);
    expect(await statuses('analyst')).toEqual(['CONTESTED', 'CONTESTED', 'CONTESTED', 'CONTESTED']);
    expect((await cellOf(as.everyone, 'XAA', 'o4')).contests.filter((it: Data) => it.open)).toEqual([]);
    expect((await reviewAll('editor', { decision: 'CONTEST', reason: 'Again.', organization: 'digits' })).review).toMatchObject({
      contested: 0,
      skipped: [],
    });
    const record = (await as.everyone('{ stateRecord(state: "XAA") { organizations { objectives { status } } } }')).data.stateRecord;
    expect(record.organizations[0].objectives.map((it: Data) => it.status)).toEqual(['CONTESTED', 'CONTESTED', 'CONTESTED', 'UNREAD']);
    await resolve('editor', { contest: before.id, outcome: 'WITHDRAWN' });
  });

  test.each([
    ['everyone', 'UNAUTHENTICATED', 'UNAUTHENTICATED'],
    ['reader', 'FORBIDDEN', 'FORBIDDEN'],
    ['delegate', 'FORBIDDEN', 'FORBIDDEN'],
    ['editor', 'FORBIDDEN', null],
    ['neighbour', 'FORBIDDEN', 'FORBIDDEN'],
    ['analyst', 'FORBIDDEN', 'FORBIDDEN'],
    ['secretariat', 'FORBIDDEN', 'FORBIDDEN'],
    ['admin', 'FORBIDDEN', 'FORBIDDEN'],
  ] as const)('%s: confirming %s, contesting %s', async (who, confirming, contesting) => {
    expect((await reviewAll(who, { decision: 'CONFIRM' })).refused ?? null).toEqual([confirming]);
    expect((await reviewAll(who, { decision: 'CONTEST', reason: 'x', organization: 'digits' })).refused ?? null).toEqual(contesting && [contesting]);
  });

  test('of an unknown state or organization is refused', async () => {
    expect((await reviewAll('approver', { state: 'ZZZ', decision: 'CONFIRM' })).userErrors[0].field).toBe('input.state');
    expect((await reviewAll('approver', { organization: 'nowhere', decision: 'CONFIRM' })).userErrors[0].field).toBe('input.organization');
  });
});

test('a contest that the owner accepts lets the links it is about count no more until they are read again, and their history says so', async () => {
  const { link, before } = { link: linkId('xaa-plan.p1.o1', 'o1'), before: await cellOf(as.everyone, 'XAA', 'o1') };
  expect(before).toMatchObject({ status: 'PARTIAL', basis: 'CONFIRMED' });
  const { contest: made } = await contest('editor', { objective: objectiveKey('o1'), link });
  await resolve('analyst', { contest: made.id, outcome: 'ACCEPTED' });
  expect(await cellOf(as.everyone, 'XAA', 'o1')).toMatchObject({ status: 'UNREAD', low: 0, high: 1 });
  const { data } = await as.everyone('query($id: ID!) { node(id: $id) { ... on Link { status version history { action who } } } }', { id: link });
  expect(data.node).toMatchObject({
    status: 'STALE',
    history: expect.arrayContaining([{ action: 'resolveContest', who: 'Union of Letters, analyst' }]),
  });
  await run(as.approver, 'reviewLink', { link, version: data.node.version, decision: 'CONFIRM' }, 'link { id }');
  expect(await cellOf(as.everyone, 'XAA', 'o1')).toMatchObject({ status: 'PARTIAL', basis: 'CONFIRMED' });
});
