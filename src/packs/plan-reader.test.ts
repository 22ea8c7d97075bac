// A plan template that was filled in is read as the strategy it says, or told by tab and row what is wrong with it.
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { CellValue, SheetTab } from './correction-reader.ts';
import { readPlan } from './plan-reader.ts';
import { planColumnName, planColumns, planFieldName, planFields, writePlanMark } from './plan-template.ts';
import { type Findings, inEnglish } from './problems.ts';

type Fields = Partial<Record<(typeof planFields)[number], CellValue>>;
const fields: Fields = { title: 'Plan 2027', owner: 'XAA', scope: 'drugs', status: 'adopted', validFrom: '2027', key: 'xaa-plan-2027' };
/** Number, text, page, responsible body, deadline, indicator, tags. */
const rows: CellValue[][] = [
  ['1', 'Prevention'],
  ['1.1', 'Protect networks', '12', 'Ministry', null, 'Networks protected\nPeople trained', 'cybercrime, prevention'],
  ['1.1.1', 'Train officers', 13, null, null, null, 'untoc:29'],
];

function tabsOf(rest: Fields = {}, data: CellValue[][] = rows, language: Language = 'EN'): SheetTab[] {
  const all = { ...fields, ...rest };
  return [
    { sheet: 'Cover', data: [['Plan template'], ...planFields.map((it) => [it, all[it] ?? null, planFieldName(it)]), [writePlanMark(language)]] },
    { sheet: 'Plan', data: [planColumns.map((it) => planColumnName(language, it)), ...data] },
    {
      sheet: 'Keys',
      data: [
        ['cybercrime', 'Cybercrime', 'THREAT'],
        ['prevention', 'Prevention', 'ELEMENT'],
        ['untoc:29', 'Training', 'PROVISION'],
      ],
    },
  ];
}

function read(tabs: readonly SheetTab[]) {
  const findings: Findings = { problems: [], warnings: [] };
  const { item } = readPlan('plan.xlsx', tabs, findings);
  return { item, problems: findings.problems.map(inEnglish), warnings: findings.warnings.map(inEnglish) };
}
const withRow = (...cells: CellValue[]) => read(tabsOf({}, [...rows, cells]));

describe('what was filled in', () => {
  test('is the tree that its numbers tell, each part with its page, its body, its indicators and its tags', () => {
    const { item, problems, warnings } = read(tabsOf({ sourceTitle: 'Gazette 12', sourceRef: 'https://example.org/12' }));
    expect([problems, warnings]).toEqual([[], []]);
    expect(item?.value).toMatchObject({
      id: 'xaa-plan-2027',
      title: { texts: { en: 'Plan 2027' }, original_language: 'en' },
      owner: { state: 'XAA' },
      level: 'NATIONAL',
      scope: 'DRUGS',
      status: 'ADOPTED',
      valid_from: '2027',
      valid_to: null,
      sources: [{ title: 'Gazette 12', ref: 'https://example.org/12' }],
    });
    expect(
      item?.value.nodes.map((it) => [it.id, it.kind, it.label.texts.en, it.responsible, it.citation && 'page' in it.citation && it.citation.page]),
    ).toEqual([
      ['xaa-plan-2027.p1', 'PILLAR', 'Prevention', null, null],
      ['xaa-plan-2027.p1.o1', 'OBJECTIVE', 'Protect networks', 'Ministry', '12'],
      ['xaa-plan-2027.p1.o1.i1', 'INDICATOR', 'Networks protected', null, '12'],
      ['xaa-plan-2027.p1.o1.i2', 'INDICATOR', 'People trained', null, '12'],
      ['xaa-plan-2027.p1.o1.m1', 'MEASURE', 'Train officers', null, '13'],
    ]);
    expect(item?.value.nodes.map(({ threats, elements, provisions }) => [threats, elements, provisions])[1]).toEqual([
      ['cybercrime'],
      ['prevention'],
      [],
    ]);
    expect(item?.value.nodes.at(-1)?.provisions).toEqual(['untoc:29']);
  });

  test.each(languages)('is read by the words and columns of %s', (language) => {
    const words = { scope: message(language, 'edit.scope.DRUGS'), status: message(language, 'strategyStatus.ADOPTED') };
    const { item, problems } = read(tabsOf(words, rows, language));
    expect(problems).toEqual([]);
    expect(item?.value).toMatchObject({ scope: 'DRUGS', status: 'ADOPTED', title: { original_language: language.toLowerCase() } });
    expect(item?.value.nodes).toHaveLength(5);
  });

  test('keeps a text in another language as the original', () => {
    const { item } = read(tabsOf({ language: 'pt', title: 'Plano' }));
    expect(item?.value.title).toEqual({ texts: { original: 'Plano' }, original_language: 'pt' });
  });

  test('numbers may be numbers of the program, with digits of another script or a dot at the end', () => {
    const { item, problems } = read(
      tabsOf({}, [
        [1, 'a'],
        [1.1, 'b'],
        ['١.٢', 'c'],
        ['2.', 'd'],
      ]),
    );
    expect(problems).toEqual([]);
    expect(item?.value.nodes.map(({ id }) => id.slice(14))).toEqual(['p1', 'p1.o1', 'p1.o2', 'p2']);
  });

  test('has a key made of its owner, its kind and its year where it gives none, and is told so', () => {
    const { item, warnings } = read(tabsOf({ key: null, scope: 'FIREARMS' }));
    expect(item?.value.id).toBe('xaa-firearms-2027');
    expect(warnings).toEqual([
      'plan.xlsx: Cover, row 11: no key is given, so the plan is recorded as "xaa-firearms-2027". Give another where that is not meant.',
    ]);
  });

  test('has deadlines as they are known: a year, a month or a day, in the digits of any script', () => {
    const { item, warnings } = read(
      tabsOf({}, [
        ['1', 'a', null, null, '2028-06'],
        ['2', 'b', null, null, new Date('2029-01-01')],
        ['3', 'c', null, null, 2030],
        ['4', 'd', null, null, '٢٠٣١'],
        ['5', 'e'],
      ]),
    );
    expect(item?.value.nodes.map(({ deadline }) => deadline)).toEqual(['2028-06', '2029-01-01', '2030', '2031', null]);
    expect(warnings).toEqual([]);
  });
});

describe('is one problem with tab and row', () => {
  test.each<[string, () => { problems: string[] }, RegExp]>([
    ['a word for a number', () => withRow('one', 'x'), /^plan\.xlsx: Plan, row 5: "one" is no number of a row\. Write 1 for a pillar/],
    ['a number that is too deep', () => withRow('1.1.1.1', 'x'), /Plan, row 5: "1\.1\.1\.1" is no number/],
    ['a number that became a date', () => withRow(new Date('2027-01-01'), 'x'), /Plan, row 5: the program made a date of the number/],
    ['no number', () => withRow(null, 'x'), /Plan, row 5: the row has no number\./],
    ['a number that is given twice', () => withRow('1.1', 'x'), /Plan, row 5: the number 1\.1 is given twice, first in row 3\./],
    ['a number below none', () => withRow('3.1', 'x'), /Plan, row 5: 3\.1 stands below 3, and no row above has that number\./],
    [
      'a deadline that is no date',
      () => withRow('2', 'x', null, null, 'ongoing'),
      /Plan, row 5: deadline: "ongoing" is no date\. Write it as YYYY, YYYY-MM or/,
    ],
    ['no text', () => withRow('2', null, '4'), /Plan, row 5: "Text" is empty\./],
    ['a text that is too long', () => withRow('2', 'x'.repeat(31_000)), /Plan, row 5: .*characters; at most/],
    [
      'an unknown tag',
      () => withRow('2', 'x', null, null, null, null, 'cybercrim'),
      /Plan, row 5: unknown tag "cybercrim"\. Did you mean cybercrime\?/,
    ],
    ['no title', () => read(tabsOf({ title: null })), /^plan\.xlsx: Cover, row 2: "Title" is empty\. Fill it in\.$/],
    ['no owner', () => read(tabsOf({ owner: null })), /Cover, row 3: "Owner: .*" is empty\./],
    ['an unknown kind', () => read(tabsOf({ scope: 'drugss' })), /Cover, row 4: scope: "drugss" is not one of overarching/],
    ['a day that is none', () => read(tabsOf({ validTo: '2027-13' })), /Cover, row 7: to: there is no such day as "2027-13"/],
    ['a period that is turned round', () => read(tabsOf({ validTo: '2020' })), /Cover, row 6: valid: the period begins/],
    ['a key of another owner', () => read(tabsOf({ key: 'xab-plan' })), /Cover, row 11: the id "xab-plan" does not begin with its owner's code/],
    ['a language that is none', () => read(tabsOf({ language: 'Portuguese!' }, [])), /Cover, row 10: .*is no language tag/],
    [
      'a mark of another version',
      () => read([{ sheet: 'Cover', data: [['plan-template/9 EN']] }]),
      /^plan\.xlsx:1: this plan template is of another version/,
    ],
    ['no tab of rows', () => read(tabsOf().filter(({ sheet }) => sheet !== 'Plan')), /^plan\.xlsx:1: no tab has the columns of the plan/],
  ])('%s', (_name, make, words) => {
    const { problems } = make();
    expect(problems).toEqual([expect.stringMatching(words)]);
  });

  test('and of many things each one', () => {
    const { problems } = read(
      tabsOf({ title: null }, [
        ['x', 'a'],
        ['1', null],
      ]),
    );
    expect(problems.map((it) => it.split(': ')[1])).toEqual(['Cover, row 2', 'Plan, row 2', 'Plan, row 3']);
  });
});
