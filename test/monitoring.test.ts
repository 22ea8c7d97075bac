// What is recorded beside strategies: by whom, what is refused, who sees it, and what the trail keeps.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../src/core/viewer.ts';
import { importPack } from '../src/packs/service.ts';
import { type Answer, clientOf, type Data } from './ask.ts';
import { openTestDatabase, type TestDatabase } from './db.ts';
import { world } from './packs/world.ts';

const editor: Viewer = { role: 'EDITOR', state: 'XAA', subject: 'editor-of-xaa' };
const reader: Viewer = { role: 'READER', state: 'XAA', subject: 'reader-of-xaa' };
const neighbour: Viewer = { role: 'APPROVER', state: 'XAB', subject: 'approver-of-xab' };
const analyst: Viewer = { role: 'ANALYST', organization: 'letters', subject: 'analyst-of-letters' };
const plan = 'xaa-plan-2024';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  const { problems } = await importPack(database.db, world);
  expect(problems).toEqual([]);
  // An indicator and a measure of the plan, and a private plan of the same state.
  await database.db.updateTable('strategy_node').set({ kind: 'INDICATOR' }).where('strategy_node_key', '=', `${plan}.p1.o2`).execute();
  await database.db
    .insertInto('strategy')
    .values({
      strategy_key: 'xaa-hidden',
      state_key: 'XAA',
      level: 'NATIONAL',
      scope: 'DRUGS',
      status: 'ADOPTED',
      title: JSON.stringify({ en: 'Hidden' }),
      original_language: 'en',
      valid_from: '2020',
      visibility: 'PRIVATE',
    })
    .execute();
});
afterAll(() => database?.close());

const as = (viewer?: Viewer) => clientOf(database, '2026-06-01', viewer);
const problems = 'userErrors { field code message }';
const recordEffect = (viewer: Viewer | undefined, input: object): Promise<Answer> =>
  as(viewer)(
    `mutation R($input: RecordEffectInput!) { recordEffect(input: $input) { effect { key direction text recordedBy recordedOn source { title } strategy { key } } ${problems} } }`,
    { input },
  );
const recordEvaluation = (viewer: Viewer | undefined, input: object): Promise<Answer> =>
  as(viewer)(`mutation R($input: RecordEvaluationInput!) { recordEvaluation(input: $input) { evaluation { key dated nextDue } ${problems} } }`, {
    input,
  });
const effect = {
  strategy: plan,
  axis: 'REGIONAL_COOPERATION',
  direction: 'BAD',
  text: 'Fewer joint teams',
  date: '2025',
  source: { title: 'Audit report 7' },
};

test('an editor of the state records an effect of its published plan, and everybody reads it with its source', async () => {
  const { data } = await recordEffect(editor, effect);
  expect(data.recordEffect.userErrors).toEqual([]);
  expect(data.recordEffect.effect).toMatchObject({
    direction: 'BAD',
    text: 'Fewer joint teams',
    recordedOn: '2026-06-01',
    source: { title: 'Audit report 7' },
    strategy: { key: plan },
  });
  expect(data.recordEffect.effect.recordedBy).toContain('editor');
  const read = await as()(`{ strategy(key: "${plan}") { effects { direction dated source { title ref } } } }`);
  expect(read.data.strategy.effects).toEqual([{ direction: 'BAD', dated: '2025', source: { title: 'Audit report 7', ref: null } }]);
  const brief = await as()(
    '{ workingGroupBrief(organization: "letters") { questions { figures { key value of unknown entries { text note sources { title } } } } } }',
  );
  const figures = brief.data.workingGroupBrief.questions.flatMap((it: Data) => it.figures);
  expect(figures.find((it: Data) => it.key === 'para5.effects.REGIONAL_COOPERATION.BAD')).toMatchObject({
    value: 1,
    of: 1,
    entries: [{ text: 'Fewer joint teams', note: 'bad', sources: [{ title: 'Audit report 7' }] }],
  });
});

test('the trail keeps what was recorded, under the strategy', async () => {
  const { data } = await as(editor)(`{ strategy(key: "${plan}") { key } }`);
  expect(data.strategy.key).toBe(plan);
  const entries = await database.db.selectFrom('audit_entry').select(['action', 'kind', 'key', 'version', 'role', 'actor']).execute();
  expect(entries).toContainEqual({ action: 'recordEffect', kind: 'Strategy', key: plan, version: null, role: 'EDITOR', actor: 'editor-of-xaa' });
});

test.each<[string, Viewer | undefined, string]>([
  ['nobody signed in', undefined, 'UNAUTHENTICATED'],
  ['a reader of the state', reader, 'FORBIDDEN'],
  ['an approver of another state', neighbour, 'FORBIDDEN'],
  ['an analyst of an organization', analyst, 'FORBIDDEN'],
])('%s is refused, and nothing is stored', async (_name, viewer, code) => {
  const count = () => database.db.selectFrom('strategy_effect').select('effect_key').execute();
  const before = (await count()).length;
  const { errors } = await recordEffect(viewer, effect);
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  expect(await count()).toHaveLength(before);
});

test('a plan that is hidden is refused to others like one that does not exist', async () => {
  const told = async (strategy: string) => {
    const { data } = await recordEffect(neighbour, { ...effect, strategy });
    return JSON.stringify(data.recordEffect.userErrors).replaceAll(strategy, 'KEY');
  };
  expect(await told('xaa-hidden')).toBe(await told('xaa-nothing'));
  expect(await told('xaa-nothing')).toContain('"code":"NOT_FOUND"');
});

test('what is recorded of a private plan is seen by its owner alone, in the brief too', async () => {
  await recordEffect(editor, { ...effect, strategy: 'xaa-hidden', text: 'Known at home', direction: 'GOOD' });
  const good = async (viewer?: Viewer) => {
    const { data } = await as(viewer)('{ workingGroupBrief(organization: "letters") { questions { figures { key value } } } }');
    return data.workingGroupBrief.questions.flatMap((it: Data) => it.figures).find((it: Data) => it.key === 'para5.effects.REGIONAL_COOPERATION.GOOD')
      .value;
  };
  expect([await good(), await good(neighbour), await good(reader)]).toEqual([0, 0, 1]);
});

test.each<[string, object, string]>([
  ['no words', { text: '  ' }, 'input.text'],
  ['a day ahead', { date: '2027' }, 'input.date'],
  ['a source without a name', { source: { title: ' ' } }, 'input.source'],
  ['an address that cannot be opened', { source: { title: 'Report', ref: 'javascript:alert(1)' } }, 'input.source.ref'],
  ['a language that is none', { originalLanguage: 'English!' }, 'input.originalLanguage'],
])('%s is INVALID, and the field is named', async (_name, change, field) => {
  const { data } = await recordEffect(editor, { ...effect, ...change });
  expect(data.recordEffect).toEqual({ effect: null, userErrors: [{ field, code: 'INVALID', message: expect.stringContaining(field) }] });
});

test('an analyst records an evaluation of a strategy of its organization, and the calendar tells when the next is due', async () => {
  const answer = await recordEvaluation(analyst, { strategy: 'letters-strategy-2025', body: 'Secretariat', date: '2025-03', cadenceMonths: 12 });
  expect(answer.data.recordEvaluation).toMatchObject({ evaluation: { dated: '2025-03', nextDue: null }, userErrors: [] });
  const { data, errors } = await as()(
    '{ monitoringCalendar(organization: "letters") { asOf method { version } items { kind status dueOn stated ageMonths state { key } organization { key } strategy { key } evaluation { body } assessment { key } } } }',
  );
  expect(errors).toBeUndefined();
  const items: Data[] = data.monitoringCalendar.items;
  expect(items[0]).toEqual({
    kind: 'EVALUATION',
    status: 'OVERDUE',
    dueOn: '2026-03-01',
    stated: true,
    ageMonths: 15,
    state: null,
    organization: { key: 'letters' },
    strategy: { key: 'letters-strategy-2025' },
    evaluation: { body: 'Secretariat' },
    assessment: null,
  });
  expect(items.filter(({ kind, strategy }) => kind === 'EVALUATION' && strategy.key === plan).map(({ status }) => status)).toEqual([
    'NEVER_RECORDED',
  ]);
});

test('an indicator has values by date, and a second value of a date takes the place of the first while the trail keeps both', async () => {
  const record = (input: object) =>
    as(editor)(
      `mutation R($input: RecordIndicatorValueInput!) { recordIndicatorValue(input: $input) { indicator { unit baseline target frequencyMonths ownerBody values { date value } } ${problems} } }`,
      { input: { indicator: `${plan}.p1.o2`, ...input } },
    );
  await record({ details: { unit: 'cases', baseline: 10, target: 2.5, frequencyMonths: 12, ownerBody: 'Statistics office' } });
  await record({ date: '2024', value: 9 });
  const { data } = await record({ date: '2024', value: 8 });
  expect(data.recordIndicatorValue).toEqual({
    indicator: {
      unit: 'cases',
      baseline: 10,
      target: 2.5,
      frequencyMonths: 12,
      ownerBody: 'Statistics office',
      values: [{ date: '2024', value: 8 }],
    },
    userErrors: [],
  });
  const changes = await database.db
    .selectFrom('audit_entry')
    .select('change')
    .where('action', '=', 'recordIndicatorValue')
    .orderBy('position')
    .execute();
  expect(changes.at(-1)?.change).toEqual({ [`${plan}.p1.o2.value.2024`]: { from: 9, to: 8 } });
  const half = await record({ date: '2025' });
  expect(half.data.recordIndicatorValue.userErrors[0]).toMatchObject({ field: 'input.value', code: 'INVALID' });
});

test('the state reports how far a measure is, and only of a measure', async () => {
  const report = (input: object) =>
    as(editor)(`mutation R($input: ReportMeasureInput!) { reportMeasure(input: $input) { report { date status note } ${problems} } }`, { input });
  const { data } = await report({ measure: `${plan}.p1.o1.m1`, status: 'UNDER_WAY', note: 'In two schools' });
  expect(data.reportMeasure).toEqual({ report: { date: '2026-06-01', status: 'UNDER_WAY', note: 'In two schools' }, userErrors: [] });
  const read = await as()(`{ strategyNode(key: "${plan}.p1.o1.m1") { reports { status } indicator { unit } } }`);
  expect(read.data.strategyNode).toEqual({ reports: [{ status: 'UNDER_WAY' }], indicator: null });
  const wrong = await report({ measure: `${plan}.p1.o1`, status: 'DONE' });
  expect(wrong.data.reportMeasure.userErrors[0]).toMatchObject({ field: 'input.measure', code: 'INVALID' });
});
