// A correction sheet on its way: given out, filled in, and taken back as what the mutations of the same make, under the rights of who brings it.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importPack, inEnglish } from '../../src/packs/service.ts';
import type { Data } from '../ask.ts';
import { traces, trail } from '../packs/client.ts';
import { cellOf, type Name, objectiveKey, openWorld, run, viewers, type World } from '../two-sides.ts';
import { type Filled, filledIn, sheetOf, type Tabs } from './sheet.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const note = { reference: 'NV 12/2026', date: '2026-05-30' };
const selected = `stored proposals { file tab row action key new sentence } warnings { file line message } effects { sentence from to count }`;
const send = async (who: Name, content: string, dryRun = false): Promise<Data> =>
  run(world.as[who], 'importPack', { files: [{ name: 'sheet.xlsx', content }], dryRun }, selected);
const sheetFor = (who: Name, query = 'state=XAA&lang=en'): Promise<Tabs> => sheetOf(world.database.db, viewers[who], query);
const messages = (payload: Data) => payload.userErrors.map((it: Data) => it.message);
const statements = async (who: Name) =>
  (
    await world.as[who](
      '{ stateRecord(state: "XAA") { statements { subject key reading decision proposed reason reference referenceDate who open } coverage { scope status } elements { element { key } status } threats { threat { key } status } } }',
    )
  ).data.stateRecord;
const cell = (name: string) => `CELL/${objectiveKey(name)}`;

const filled: Filled = {
  'SCOPE/OVERARCHING': { decision: 'confirm' },
  'SCOPE/DRUGS': { decision: 'correct', proposed: 'in force', reason: 'A plan of 2025 is in force.' },
  'ELEMENT/prevention': { decision: 'contest', reason: 'Page 3 speaks of it.' },
  [cell('o1')]: { decision: 'contest', reason: 'It is misread.' },
  [cell('o2')]: { decision: 'confirm' },
  [cell('o3')]: { decision: 'correct', proposed: 'not applicable', reason: 'No coast.' },
  [cell('o4')]: { decision: 'correct', proposed: 'SUBSET xaa-plan.p1.o2', reason: 'Courts help victims.' },
  'PROMPT/legal-framework': { decision: 'confirm', proposed: 'high', reason: 'There is no law yet.' },
};

test('a dry run tells what each row would become, and changes nothing', async () => {
  const content = await filledIn(await sheetFor('approver'), filled, note);
  const before = await traces(world.database.db);
  const dry = await send('approver', content, true);
  expect(messages(dry)).toEqual([]);
  expect(dry.stored).toBe(false);
  expect(dry.proposals.map(({ tab, action, key, new: isNew }: Data) => [tab, action, key, isNew])).toEqual([
    ['Kinds of strategy', 'RECORD_STATEMENT', 'OVERARCHING', true],
    ['Kinds of strategy', 'RECORD_STATEMENT', 'DRUGS', true],
    ['Elements', 'RECORD_STATEMENT', 'prevention', true],
    ['Objectives', 'CONTEST_CELL', objectiveKey('o1'), true],
    ['Objectives', 'CONFIRM_LINK', `xaa-plan.p1.o1>${objectiveKey('o2')}`, true],
    ['Objectives', 'MARK_NOT_APPLICABLE', objectiveKey('o3'), true],
    ['Objectives', 'PROPOSE_LINK', `xaa-plan.p1.o2>${objectiveKey('o4')}`, true],
    ['Prompts', 'REQUEST_ASSISTANCE', 'legal-framework', true],
  ]);
  expect(dry.proposals[3].sentence).toBe(`Objectives, row 2: the cell ${objectiveKey('o1')} is contested.`);
  expect(dry.effects.map(({ from, to, count }: Data) => [from, to, count])).toEqual([
    ['PARTIAL', 'CONTESTED', 1],
    ['GAP', 'NOT_APPLICABLE', 1],
  ]);
  expect(await traces(world.database.db)).toEqual(before);
});

describe('what an editor brings', () => {
  let content: string;
  beforeAll(async () => {
    content = await filledIn(await sheetFor('editor'), filled, note);
  });

  test('is recorded with the reference of the note, and what only an approver says waits', async () => {
    const { proposals, warnings, userErrors, stored } = await send('editor', content);
    expect(userErrors).toEqual([]);
    expect(stored).toBe(true);
    expect(proposals.map(({ action }: Data) => action)).toEqual([
      'RECORD_STATEMENT',
      'RECORD_STATEMENT',
      'CONTEST_CELL',
      'MARK_NOT_APPLICABLE',
      'PROPOSE_LINK',
      'REQUEST_ASSISTANCE',
    ]);
    expect(warnings.map((it: Data) => it.message)).toEqual([
      expect.stringContaining('Kinds of strategy: what is confirmed in row 2 waits: only an approver of XAA confirms.'),
      expect.stringContaining('Objectives: what is confirmed in row 3 waits: only an approver of XAA confirms.'),
    ]);
    expect(await cellOf(world.as.everyone, 'XAA', 'o1')).toMatchObject({
      status: 'CONTESTED',
      contests: [{ reason: 'It is misread.', who: 'Aland, editor', reference: 'NV 12/2026', referenceDate: '2026-05-30', open: true }],
    });
    expect(await cellOf(world.as.everyone, 'XAA', 'o2')).toMatchObject({ status: 'ALIGNED', basis: 'READ' });
    expect(await cellOf(world.as.everyone, 'XAA', 'o3')).toMatchObject({
      status: 'NOT_APPLICABLE',
      notApplicable: [{ reason: 'No coast.', side: 'STATE' }],
    });
    const suggested = await cellOf(world.as.approver, 'XAA', 'o4');
    expect(suggested).toMatchObject({
      status: 'UNREAD',
      evidence: [{ status: 'SUGGESTED', counts: false, link: { publication: 'UNPUBLISHED' } }, {}],
    });
    const { rows } = await sql<Data>`select relation, rationale from link where status = 'SUGGESTED'`.execute(world.database.db);
    expect(rows).toEqual([{ relation: 'SUBSET', rationale: 'Courts help victims. (NV 12/2026, 2026-05-30)' }]);
    const { data } = await world.as.editor('{ assistanceNeeds { edges { node { element { key } urgency reason consent stage } } } }');
    expect(data.assistanceNeeds.edges.map(({ node }: Data) => node)).toEqual([
      {
        element: { key: 'legal-framework' },
        urgency: 'HIGH',
        reason: 'There is no law yet. (NV 12/2026, 2026-05-30)',
        consent: 'PRIVATE',
        stage: 'EXPRESSED',
      },
    ]);
  });

  test('stands beside the readings, for everybody who reads them, and changes none', async () => {
    const { statements: said, coverage, elements } = await statements('everyone');
    expect(said).toEqual([
      {
        subject: 'ELEMENT',
        key: 'prevention',
        reading: 'NOT_SEEN',
        decision: 'CONTEST',
        proposed: null,
        reason: 'Page 3 speaks of it.',
        reference: 'NV 12/2026',
        referenceDate: '2026-05-30',
        who: 'Aland, editor',
        open: true,
      },
      {
        subject: 'SCOPE',
        key: 'DRUGS',
        reading: 'NOT_RECORDED',
        decision: 'CORRECT',
        proposed: 'IN_FORCE',
        reason: 'A plan of 2025 is in force.',
        reference: 'NV 12/2026',
        referenceDate: '2026-05-30',
        who: 'Aland, editor',
        open: true,
      },
    ]);
    expect(coverage).toContainEqual({ scope: 'DRUGS', status: 'NOT_RECORDED' });
    expect(elements).toContainEqual({ element: { key: 'prevention' }, status: 'NOT_SEEN' });
  });

  test('changes nothing when it is brought again', async () => {
    const before = await traces(world.database.db);
    const { proposals, userErrors } = await send('editor', content);
    expect(userErrors).toEqual([]);
    expect(proposals.map((it: Data) => it.new)).toEqual([false, false, false, false, false, false]);
    expect(proposals[0].sentence).toContain('It was so before.');
    expect(await traces(world.database.db)).toEqual(before);
  });

  test('is completed by an approver who brings the same, and leaves its trail', async () => {
    const start = (await trail(world.database.db)).length;
    const { proposals, warnings, userErrors } = await send('approver', content);
    expect([userErrors, warnings]).toEqual([[], []]);
    expect(proposals.filter((it: Data) => it.new).map(({ action, key }: Data) => [action, key])).toEqual([
      ['RECORD_STATEMENT', 'OVERARCHING'],
      ['CONFIRM_LINK', `xaa-plan.p1.o1>${objectiveKey('o2')}`],
    ]);
    expect(await cellOf(world.as.everyone, 'XAA', 'o2')).toMatchObject({
      basis: 'CONFIRMED',
      evidence: [{ confirmations: [{ side: 'STATE', decision: 'CONFIRMED', reference: 'NV 12/2026', referenceDate: '2026-05-30' }] }, {}],
    });
    const entries = (await trail(world.database.db)).slice(start);
    expect(entries.map(({ action, kind, actor }) => [action, kind, actor])).toEqual([
      ['recordStatement', 'RecordStatement', 'xaa-approver'],
      ['reviewLink', 'Link', 'xaa-approver'],
    ]);
  });
});

describe('who is not of the state', () => {
  test.each(['neighbour', 'analyst', 'secretariat', 'admin'] as const)('%s is told that the sheet is for others', async (who) => {
    const content = await filledIn(await sheetFor('everyone'), { [cell('o4')]: { decision: 'contest', reason: 'Not so.' } }, note);
    const before = await traces(world.database.db);
    expect(messages(await send(who, content))).toEqual([
      'sheet.xlsx:1: the correction sheet of XAA is imported by editors and approvers of XAA alone. Leave this file out.',
    ]);
    expect(await traces(world.database.db)).toEqual(before);
  });

  test.each(['reader', 'delegate', 'everyone'] as const)('%s imports nothing at all', async (who) => {
    const content = await filledIn(await sheetFor('everyone'), { [cell('o4')]: { decision: 'contest', reason: 'Not so.' } }, note);
    expect((await send(who, content)).refused).toEqual([who === 'everyone' ? 'UNAUTHENTICATED' : 'FORBIDDEN']);
  });

  test.each(['everyone', 'neighbour', 'analyst', 'secretariat', 'admin'] as const)(
    '%s gets no prompts, and no tab that tells of any',
    async (who) => {
      const tabs = await sheetFor(who);
      expect(tabs.map(({ sheet }) => sheet)).toEqual(['Cover', 'Kinds of strategy', 'Elements', 'Threats', 'Objectives', 'Values', 'Sources']);
      expect(JSON.stringify(tabs)).not.toMatch(/PROMPT|Prompts|urgent|There is no law yet/);
    },
  );

  test('gets the sheet that there would be without what is private, byte for byte', async () => {
    const ask = (who: Name) => sheetFor(who);
    const before = await Promise.all((['everyone', 'neighbour', 'stranger'] as const).map(ask));
    const request = { state: 'XAA', element: 'prevention', urgency: 'LOW', reason: 'canaryneed' };
    expect((await run(world.as.editor, 'requestAssistance', request, 'need { key }')).userErrors).toEqual([]);
    await sql`update link set visibility = 'PRIVATE', publication = 'UNPUBLISHED' where status = 'SUGGESTED'`.execute(world.database.db);
    await sql`update link set rationale = 'canaryrationale' where status = 'SUGGESTED'`.execute(world.database.db);
    await run(
      world.as.editor,
      'createStrategy',
      { key: 'xaa-hidden', title: { EN: 'canaryplan' }, scope: 'DRUGS', status: 'ADOPTED', validFrom: '2025' },
      'strategy { key }',
    );
    expect(await Promise.all((['everyone', 'neighbour', 'stranger'] as const).map(ask))).toEqual(before);
    expect(JSON.stringify(before)).not.toContain('canary');
    // The state itself reads its private plan, so that what it says to it is for itself.
    const own = await sheetFor('editor');
    expect(JSON.stringify(own)).toContain('canaryplan');
  });
});

test('a word on a reading that the public does not have is for the state alone', async () => {
  const content = await filledIn(
    await sheetFor('editor'),
    { 'SCOPE/DRUGS': { decision: 'contest', reason: 'canaryreason' } },
    { reference: 'NV 13' },
  );
  expect(messages(await send('editor', content))).toEqual([]);
  expect((await statements('everyone')).statements.filter((it: Data) => it.key === 'DRUGS')).toMatchObject([{ reading: 'NOT_RECORDED', open: true }]);
  expect((await statements('reader')).statements.filter((it: Data) => it.reason === 'canaryreason')).toMatchObject([
    { reading: 'IN_FORCE', open: true },
  ]);
  for (const who of ['everyone', 'neighbour', 'analyst', 'secretariat', 'admin'] as const)
    expect(JSON.stringify(await statements(who))).not.toContain('canaryreason');
});

describe('a sheet that does not fit what is recorded today', () => {
  test('names tab and row, and nothing of it is stored', async () => {
    const tabs = await sheetFor('editor');
    const row = tabs[4]?.data.find((cells) => String(cells[6]).startsWith(`${cell('o4')}/`)) as unknown[];
    row[6] = `${cell('o9')}/UNREAD`;
    const content = await filledIn(
      tabs,
      {
        [cell('o9')]: { decision: 'contest', reason: 'Not so.' },
        'ELEMENT/prevention': { decision: 'correct', proposed: 'splendid', reason: 'It is.' },
        'ELEMENT/legal-framework': { decision: 'contest' },
        'THREAT/cybercrime': { decision: 'contest', reason: 'We know better.' },
      },
      note,
    );
    const before = await traces(world.database.db);
    expect(messages(await send('editor', content))).toEqual([
      expect.stringMatching(/^sheet\.xlsx: Elements, row 2: right value: "splendid" is no such value\. Give one of /),
      expect.stringMatching(/^sheet\.xlsx: Elements, row 3: reason: is missing/),
      `sheet.xlsx: Objectives, row 5: the record of XAA has no "${objectiveKey('o9')}" any more. Ask for a new sheet, or empty this row.`,
    ]);
    expect(await traces(world.database.db)).toEqual(before);
  });

  test('of another day says what the record said then and says now', async () => {
    const tabs = await sheetFor('editor', 'state=XAA&lang=en&asOf=2020-01-01');
    const content = await filledIn(tabs, { 'SCOPE/OVERARCHING': { decision: 'contest', reason: 'There is one.' } }, note);
    const [words] = messages(await send('editor', content));
    expect(words).toBe(
      'sheet.xlsx: Kinds of strategy, row 2: for 2020-01-01, when the sheet was made, the record said "adopted, not yet begun"; now it says "in force". Ask for a new sheet, or empty this row.',
    );
  });

  test('a sheet without a decision does nothing, and says so', async () => {
    const before = await traces(world.database.db);
    const { warnings, userErrors } = await send('editor', await filledIn(await sheetFor('editor'), {}));
    expect([userErrors, warnings.map((it: Data) => it.message)]).toEqual([[], ['no row of this sheet is filled in, so it says nothing.']]);
    expect(await traces(world.database.db)).toEqual(before);
  });
});

test.each(['fr', 'es', 'ru', 'zh', 'ar'])('a sheet in %s comes back in its own words', async (lang) => {
  const tabs = await sheetFor('editor', `state=XAA&lang=${lang}`);
  const word = (at: number) => String(tabs.at(-2)?.data[at]?.[0]);
  // In the tab of values stand the three decisions, then what may be proposed.
  const given = { decision: word(2), proposed: word(6), reason: `In ${lang}` };
  const content = await filledIn(tabs, { 'SCOPE/FIREARMS': given }, { reference: `NV ${lang}`, date: new Date('2026-05-30T00:00:00Z') });
  const payload = await send('editor', content);
  expect(messages(payload)).toEqual([]);
  const said = (await statements('everyone')).statements.filter((it: Data) => it.key === 'FIREARMS' && it.open);
  expect(said).toMatchObject([
    { decision: 'CORRECT', proposed: 'UPCOMING', reason: `In ${lang}`, reference: `NV ${lang}`, referenceDate: '2026-05-30' },
  ]);
});

describe('the operator at the command line', () => {
  const file = (content: string) => [{ name: 'sheet.xlsx', content: Buffer.from(content, 'base64') }];
  const said: Filled = {
    [cell('o4')]: { decision: 'contest', reason: 'We have no courts of that kind.' },
    'THREAT/opioids': { decision: 'confirm' },
  };

  test('takes a sheet on the word of the state, whose note is to be named', async () => {
    const before = await traces(world.database.db);
    const { problems } = await importPack(world.database.db, file(await filledIn(await sheetFor('everyone'), said)));
    expect(problems.map(inEnglish)).toEqual([expect.stringContaining('Give the reference of the note there')]);
    expect(await traces(world.database.db)).toEqual(before);
  });

  test('records it with that note, once, and a dry run only tells', async () => {
    const content = await filledIn(await sheetFor('everyone'), said, { reference: 'NV 14' });
    const before = await traces(world.database.db);
    const dry = await importPack(world.database.db, file(content), { dryRun: true });
    expect(dry.proposals.map(({ action, isNew }) => [action, isNew])).toEqual([
      ['RECORD_STATEMENT', true],
      ['CONTEST_CELL', true],
    ]);
    expect(await traces(world.database.db)).toEqual(before);
    const { proposals, problems } = await importPack(world.database.db, file(content));
    expect([problems, proposals]).toEqual([[], dry.proposals]);
    expect((await cellOf(world.as.everyone, 'XAA', 'o4')).contests).toMatchObject([
      { reason: 'We have no courts of that kind.', reference: 'NV 14' },
    ]);
    expect((await trail(world.database.db)).at(-1)).toMatchObject({ actor: 'operator', action: 'contestCell', state_key: 'XAA' });
    const after = await traces(world.database.db);
    expect((await importPack(world.database.db, file(content))).proposals.map(({ isNew }) => isNew)).toEqual([false, false]);
    expect(await traces(world.database.db)).toEqual(after);
  });

  test('all or nothing: a problem of the sheet keeps the files beside it out', async () => {
    const content = await filledIn(await sheetFor('everyone'), { 'SCOPE/SMUGGLING_OF_MIGRANTS': { decision: 'contest' } }, { reference: 'NV 15' });
    const plan = {
      name: 'new.yaml',
      content: 'schema: strategy/1\nid: xab-new\ntitle: New\nowner: { state: XAB }\nlevel: national\nscope: drugs\nstatus: draft\n',
    };
    const before = await traces(world.database.db);
    const { problems, counts } = await importPack(world.database.db, [plan, ...file(content)]);
    expect([problems.map(inEnglish), counts]).toEqual([[expect.stringContaining('Kinds of strategy, row 4: reason: is missing')], {}]);
    expect(await traces(world.database.db)).toEqual(before);
  });
});

test('what a state says is taken back by it, and what was said stays in the record', async () => {
  const { statement } = await run(
    world.as.editor,
    'recordStatement',
    { state: 'XAA', subject: 'SCOPE', key: 'COUNTER_TERRORISM', decision: 'CORRECT', proposed: 'NONE', reason: 'There is none.', reference: 'NV 16' },
    'statement { id reading proposed open }',
  );
  expect(statement).toMatchObject({ reading: 'NOT_RECORDED', proposed: 'NONE', open: true });
  expect((await run(world.as.neighbour, 'withdrawStatement', { statement: statement.id }, 'statement { id }')).refused).toEqual(['FORBIDDEN']);
  const withdrawn = await run(
    world.as.approver,
    'withdrawStatement',
    { statement: statement.id },
    'statement { open endedOn history { action who } }',
  );
  expect(withdrawn.statement).toEqual({
    open: false,
    endedOn: '2026-06-01',
    history: [
      { action: 'recordStatement', who: 'Aland, editor' },
      { action: 'withdrawStatement', who: 'Aland, approver' },
    ],
  });
  const again = await run(world.as.approver, 'withdrawStatement', { statement: statement.id }, 'statement { id }');
  expect(again.userErrors[0].code).toBe('CONFLICT');
});

test.each([
  ['an unknown state', { state: 'ZZZ' }, 'input.state'],
  ['an unknown kind of strategy', { key: 'PIRACY' }, 'input.key'],
  ['no reason', { reason: null }, 'input.reason'],
  ['no value', { decision: 'CORRECT' }, 'input.proposed'],
  ['a value of another part', { decision: 'CORRECT', proposed: 'PLANNED' }, 'input.proposed'],
  ['what the record says anyway', { decision: 'CORRECT', proposed: 'IN_FORCE' }, 'input.proposed'],
  ['a value with a contest', { proposed: 'ENDED' }, 'input.proposed'],
  ['a date of no note', { referenceDate: '2026' }, 'input.referenceDate'],
])('a word on a reading with %s is refused and stores nothing', async (_name, wrong, field) => {
  const before = await traces(world.database.db);
  const input = { state: 'XAA', subject: 'SCOPE', key: 'OVERARCHING', decision: 'CONTEST', reason: 'No.', ...wrong };
  expect((await run(world.as.editor, 'recordStatement', input, 'statement { id }')).userErrors).toMatchObject([{ code: 'INVALID', field }]);
  expect(await traces(world.database.db)).toEqual(before);
});

test('a confirmation is for approvers, in the mutation as in the sheet', async () => {
  const input = { state: 'XAA', subject: 'SCOPE', key: 'OVERARCHING', decision: 'CONFIRM' };
  expect((await run(world.as.editor, 'recordStatement', input, 'statement { id }')).refused).toEqual(['FORBIDDEN']);
});
