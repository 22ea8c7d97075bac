// The functions of the working group, reckoned by hand: needs, activities and recommendations over the made-up world of test-rows.ts.
import { expect, test } from 'vitest';
import type { ActivityRow, NeedRow, RecommendationRow } from './assistance-rows.ts';
import { functionsOfGroup } from './functions.ts';
import type { Section } from './model.ts';
import { figure, figuresOf, rows } from './test-rows.ts';

const need = (key: string, stateKey: string, status: NeedRow['status'], ...themes: string[]): NeedRow => ({
  key,
  stateKey,
  status,
  reason: null,
  themes: themes.map((theme) => ({ scheme: 'ELEMENT', key: theme })),
});

const budget = (currency: string, ...amounts: number[]) => amounts.map((amount) => ({ currency, year: null, amount }));

const activity = (key: string, stateKeys: string[], changes: Partial<ActivityRow> = {}): ActivityRow => ({
  key,
  title: key,
  providers: [],
  funders: [],
  stateKeys,
  themes: [],
  start: '2024',
  end: '2027',
  budgets: [],
  sources: [],
  ...changes,
});

const section = (sections: Section[], key: string) => sections.find((it) => it.key === key) as Section;

test('(a) a state that stated no need may have some: unknown', () => {
  const needs = [need('n1', 'XAA', 'UNMET', 'research'), need('n2', 'XAA', 'MET', 'research'), need('n3', 'XAB', 'PARTLY_MET', 'prevention')];
  expect(figuresOf(section(functionsOfGroup(rows({ needs })), 'para1a'))).toEqual({
    'para1a.record': '3/5/2',
    'para1a.needs': '2/5/3',
    'para1a.needs.UNMET': '1/3/0',
    'para1a.needs.PARTLY_MET': '1/3/0',
    'para1a.needs.MET': '1/3/0',
  });
});

test('(b) unmet needs are told by theme where three states have them, and what became of recommendations', () => {
  const needs = [
    ...['XAA', 'XAB', 'XAD'].map((state) => need(`r-${state}`, state, 'UNMET', 'research')),
    need('p1', 'XAA', 'UNMET', 'prevention'),
    need('p2', 'XAB', 'UNMET', 'prevention'),
    need('p3', 'XAC', 'MET', 'prevention'),
  ];
  const outcomes: RecommendationRow['outcome'][] = ['DONE', 'DONE', null];
  const recommendations = outcomes.map((outcome, index) => ({ key: `rec-${index}`, text: 'Do it', stateKeys: [], outcome, sources: [] }));
  const found = section(functionsOfGroup(rows({ needs, recommendations })), 'para1b');
  expect(figuresOf(found)).toEqual({
    'para1b.unmet.ELEMENT.research': '3/5/0',
    'para1b.recommendations.DONE': '2/3/1',
    'para1b.recommendations.UNDER_WAY': '0/3/1',
    'para1b.recommendations.DROPPED': '0/3/1',
    'para1b.recommendations.CARRIED_OVER': '0/3/1',
  });
  expect(figure(found, 'para1b.unmet.ELEMENT.research').stateKeys).toEqual(['XAA', 'XAB', 'XAD']);
});

test('(c) and (d): activities that reach the day or lie ahead; of those whose end is not known it is unknown; budgets by currency, unconverted', () => {
  const activities = [
    activity('a1', ['XAA', 'XAB'], { themes: [{ scheme: 'THREAT', key: 'cocaine' }], funders: ['Fund'], budgets: budget('EUR', 600000, 400000) }),
    activity('a2', ['XAB'], { budgets: budget('EUR', 500000.5) }),
    activity('a3', ['XAC'], { start: '2030', end: null, budgets: budget('USD', 7) }),
    activity('a4', ['XAD'], { end: '2025' }), // Over.
    activity('a5', ['XAE'], { end: null }), // Begun, and its end is not known.
  ];
  const sections = functionsOfGroup(rows({ activities }));
  expect(figuresOf(section(sections, 'para1c'))).toEqual({
    'para1c.running': '3/5/1',
    'para1c.served': '3/5/2',
    'para1c.theme.THREAT.cocaine': '2/5/3',
  });
  expect(figuresOf(section(sections, 'para1d'))).toEqual({
    'para1d.funder': '1/3/2',
    'para1d.budget': '3/3/0',
    'para1d.currency.EUR': '2/3/0',
    'para1d.currency.USD': '1/3/0',
    'para1d.unmet': '0/0/0',
  });
  expect(figure(section(sections, 'para1d'), 'para1d.currency.EUR').label.values).toEqual({ currency: 'EUR', total: 1500000.5 });
});
