// The brief on the project's own data: its figures are those of the matrices, and every figure opens to its states, things and sources.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, clientOf, type Data } from './ask.ts';
import { openSeededDatabase, type TestDatabase } from './db.ts';

let database: TestDatabase;
let ask: Ask;
beforeAll(async () => {
  database = await openSeededDatabase();
  ask = clientOf(database);
});
afterAll(() => database?.close());

const figures =
  'figures { key label text unit value of unknown states { key } unknownStates { key } entries { key text state { key } strategy { key } concept { key } sources { title ref } } }';
const everything = `asOf organization { key } method { version } disclaimer attribution states { key name } lapsedStates { key }
  functions { key title ${figures} } questions { key title ${figures} lists { key title entries { groups text note sources { title ref } } } }`;

async function briefOf(organization: string | null): Promise<Data> {
  const { data, errors, extensions } = await ask(`query Q($of: String) { workingGroupBrief(organization: $of) { ${everything} } }`, {
    of: organization,
  });
  expect(errors).toBeUndefined();
  return { ...data.workingGroupBrief, cost: extensions.cost };
}

const sections = (brief: Data): Data[] => [...brief.functions, ...brief.questions];
const figure = (brief: Data, key: string): Data =>
  sections(brief)
    .flatMap((it) => it.figures)
    .find((it) => it.key === key);
const keys = (things: Data[]): string[] => things.map((it) => it.key);

describe.each([['caricom'], ['ecowas'], ['asean'], [null]])('for %s', (organization) => {
  let brief: Data;
  /** All states but those that are only members of an organization: what the matrices are asked for in place of an organization. */
  let rows: string;
  beforeAll(async () => {
    brief = await briefOf(organization);
    rows = organization === null ? `states: ${JSON.stringify(keys(brief.states))}` : `organization: "${organization}"`;
  });

  test('it answers the four functions and the six questions, within the default cost', () => {
    expect(keys(brief.functions)).toEqual(['para1a', 'para1b', 'para1c', 'para1d']);
    expect(keys(brief.questions)).toEqual(['para3', 'para4', 'para5', 'para6', 'para7', 'para8']);
    expect(brief.cost.requested).toBeLessThan(brief.cost.max / 2);
    expect(brief.organization?.key ?? null).toBe(organization);
  });

  test('every figure is so many of so many with the unknown apart, and names the states it counts, in the order of their names', () => {
    const order = new Map(keys(brief.states).map((key, index) => [key, index]));
    const isOrdered = (list: string[]) => list.every((key, index) => index === 0 || (order.get(list[index - 1] ?? '') ?? 0) < (order.get(key) ?? 0));
    for (const it of sections(brief).flatMap((section) => section.figures)) {
      expect(it.label, it.key).toBeTruthy();
      expect(it.text, it.key).toBeTruthy();
      if (it.unit.startsWith('MEAN')) continue;
      expect(it.value + it.unknown, it.key).toBeLessThanOrEqual(it.of);
      if (it.unit === 'STATES') expect([it.states.length, it.unknownStates.length], it.key).toEqual([it.value, it.unknown]);
      expect(isOrdered(keys(it.states)) && isOrdered(keys(it.unknownStates)), it.key).toBe(true);
    }
  });

  test('every line behind a figure has words, and a source or the place in a treaty', () => {
    const bare = sections(brief)
      .flatMap((section) => section.figures)
      .flatMap((it) => it.entries.map((entry: Data) => ({ figure: it.key, ...entry })))
      .filter((entry) => entry.text === '' || (entry.sources.length === 0 && entry.concept === null));
    expect(bare).toEqual([]);
  });

  test('kinds of strategy are those of the coverage', async () => {
    const { strategyCoverage: coverage } = (await ask(`{ strategyCoverage(${rows}) { rows { key } columns statuses party } }`)).data;
    const column = (scope: string) => coverage.columns.indexOf(scope);
    const statesWith = (scope: string, status: string) =>
      coverage.rows.filter((_: Data, row: number) => coverage.statuses[row][column(scope)] === status).map((it: Data) => it.key);
    for (const scope of coverage.columns) {
      const it = figure(brief, `para3.${scope}`);
      expect(keys(it.states), scope).toEqual(statesWith(scope, 'IN_FORCE'));
      expect(keys(it.unknownStates), scope).toEqual(statesWith(scope, 'NOT_RECORDED'));
      expect(it.of).toBe(coverage.rows.length);
    }
    const parties = coverage.party.filter((row: Data) => row[column('FIREARMS')] === true).length;
    expect(figure(brief, 'para3.parties.FIREARMS').of).toBe(parties);
  });

  test('elements are those of the element matrix, general plans apart', async () => {
    const { elementMatrix: matrix } = (await ask(`{ elementMatrix(${rows}) { rows { key } columns { key } depths generalDepths lapsed } }`)).data;
    const statesWhere = (isCounted: (row: number) => boolean) =>
      matrix.rows.filter((_: Data, row: number) => isCounted(row)).map((it: Data) => it.key);
    const isSingleAlone = (row: number) => matrix.depths[row][0] !== null && matrix.generalDepths[row][0] === null;
    expect(keys(figure(brief, 'para6.singleAlone').states)).toEqual(statesWhere(isSingleAlone));
    expect(keys(figure(brief, 'para6.withGeneral').states)).toEqual(statesWhere((row) => matrix.generalDepths[row][0] !== null));
    expect(keys(brief.lapsedStates)).toEqual(statesWhere((row) => matrix.lapsed[row]));
    for (const [column, { key }] of matrix.columns.entries()) {
      expect(keys(figure(brief, `para8.element.${key}`).states), key).toEqual(statesWhere((row) => matrix.depths[row][column] > 0));
      expect(keys(figure(brief, `para6.union.${key}`).states), key).toEqual(
        statesWhere((row) => isSingleAlone(row) && matrix.depths[row][column] > 0),
      );
      expect(keys(figure(brief, `para6.general.${key}`).states), key).toEqual(statesWhere((row) => matrix.generalDepths[row][column] > 0));
    }
  });

  test('provisions are counted once: instruments, kinds of plan and parts of the states each add up', () => {
    const value = (key: string) => figure(brief, `para4.${key}`).value;
    const all = value('all');
    expect(value('untoc') + value('tip') + value('som') + value('firearms')).toBe(all);
    expect(value('generalAlone') + value('singleAlone') + value('generalAndSingle')).toBe(all);
    const parts = ['together', 'convention', 'protocols', 'neither'].map((part) => figure(brief, `para4.states.${part}`));
    expect(parts.reduce((sum, it) => sum + it.value, 0) + parts[0].unknown).toBe(brief.states.length);
    expect(figure(brief, 'para4.all').of).toBe(107);
  });

  test('regions of the states add up to all of them', () => {
    const byRegion = brief.questions[2].figures.filter((it: Data) => it.key.startsWith('para5.region.'));
    const all = figure(brief, 'para5.overarching');
    for (const part of ['value', 'of', 'unknown']) expect(byRegion.reduce((sum: number, it: Data) => sum + it[part], 0)).toBe(all[part]);
  });
});

test('a figure is told in each of the six languages, and a line in that of the request', async () => {
  const languages = ['EN', 'FR', 'ES', 'RU', 'ZH', 'AR'];
  const asked = languages.map((lang) => `${lang}: label(lang: ${lang}) text_${lang}: text(lang: ${lang})`).join(' ');
  const { data, errors } = await ask(`{ workingGroupBrief(organization: "ecowas") { questions { figures { key ${asked} } } } }`);
  expect(errors).toBeUndefined();
  const told = data.workingGroupBrief.questions.flatMap((it: Data) => it.figures);
  expect(told.find((it: Data) => it.key === 'para3.OVERARCHING')).toMatchObject({
    text_EN: '1 of 12 States; not known for 11',
    text_FR: '1 sur 12 États\u00a0; non connu pour 11',
    text_RU: '1 из 12 государств; неизвестно: 11',
    text_AR: '1 من أصل 12 دولةً؛ غير معروف: 11',
  });
  for (const it of told) for (const lang of languages) expect(it[lang], it.key).toBeTruthy();
});

test('a zero of which nothing is known is never told as a figure', async () => {
  const { data } = await ask('{ workingGroupBrief(organization: "ecowas") { functions { figures { key text value of unknown } } } }');
  const figures: Data[] = data.workingGroupBrief.functions.flatMap((it: Data) => it.figures);
  const unknown = figures.filter(({ of, unknown }) => of > 0 && unknown === of);
  expect(unknown.length).toBeGreaterThan(0);
  for (const { key, text, of } of unknown) expect([key, text]).toEqual([key, `not known for any of ${of}`]);
});

test('the day asked for decides: before a plan began there was none', async () => {
  const at = async (asOf: string) =>
    (await ask(`{ workingGroupBrief(asOf: "${asOf}") { questions { figures { key value } } } }`)).data.workingGroupBrief.questions[0].figures[0];
  expect(await at('1990-01-01')).toEqual({ key: 'para3.OVERARCHING', value: 0 });
  expect((await at('2015-01-01')).value).toBeGreaterThan(0);
});

test('an unknown organization is INVALID and named', async () => {
  const { errors } = await ask('{ workingGroupBrief(organization: "nowhere") { asOf } }');
  expect(errors?.map(({ extensions, message }) => [extensions.code, message.includes('nowhere')])).toEqual([['INVALID', true]]);
});

test('lists inside the states of a figure cost what they may hold', async () => {
  const { errors } = await ask('{ workingGroupBrief { questions { figures { states { strategies(first: 100) { edges { node { key } } } } } } } }');
  expect(errors?.[0]?.extensions.code).toBe('LIMIT');
});

test('the brief takes a fixed number of statements, for all states too', async () => {
  const statements = async (of: string) => {
    database.statements.length = 0;
    await ask(`{ workingGroupBrief${of} { ${everything} } }`);
    return database.statements.filter((text) => !/^(begin|start transaction|commit|select set_config\()/.test(text)).length;
  };
  expect(await statements('(organization: "caricom")')).toBeLessThanOrEqual(26);
  expect(await statements('')).toBeLessThanOrEqual(26);
});
