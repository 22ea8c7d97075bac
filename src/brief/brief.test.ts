// The questions of the working group, reckoned by hand over the made-up world of test-rows.ts. Figures are written value/of/unknown.
import { expect, test } from 'vitest';
import { para5 } from './adoption.ts';
import { para8 } from './drafting.ts';
import { meanFigure } from './figures.ts';
import { para3 } from './kinds.ts';
import { para4 } from './provisions.ts';
import { para7 } from './rhythm.ts';
import { para6 } from './single-crime.ts';
import { assessment, effect, evaluation, figure, figuresOf, rows, strategy } from './test-rows.ts';

test('para 3: a kind of which nothing is recorded is unknown; an ended plan or a draft is recorded and not in force', () => {
  const section = para3(rows({ effects: [effect('e1', 1)] }));
  expect(figuresOf(section)).toMatchObject({
    'para3.OVERARCHING': '1/5/3', // XAA; XAD has a draft.
    'para3.actionPlan': '1/1/0', // The plan of XAA holds a measure.
    'para3.TRAFFICKING_IN_PERSONS': '1/5/3', // XAB; that of XAC has ended.
    'para3.DRUGS': '1/5/3', // XAA; that of XAB has ended.
    'para3.FIREARMS': '0/5/5',
    'para3.crimeSpecific': '2/5/3', // XAA and XAB; XAC may have one on another crime.
    'para3.parties.TRAFFICKING_IN_PERSONS': '1/2/1', // Parties are XAA and XAB.
    'para3.advice': '1/5/0',
    'para3.practice': '1/4/3', // Four states have a strategy recorded, one an effect of it.
  });
  expect(figure(section, 'para3.DRUGS')).toMatchObject({ stateKeys: ['XAA'], unknownStateKeys: ['XAC', 'XAD', 'XAE'] });
  expect(section.lists[0]?.entries.map(({ thing, note }) => [thing, note?.message])).toEqual([
    [{ kind: 'STRATEGY', strategyId: 4 }, 'coverageStatus.ENDED'],
    [{ kind: 'STRATEGY', strategyId: 5 }, 'coverageStatus.ENDED'],
    [{ kind: 'STRATEGY', strategyId: 6 }, 'coverageStatus.DRAFT'],
  ]);
});

test('para 3: an overarching strategy without a measure is no action plan only where it was read whole', () => {
  const without = (isFullyRead: boolean) => figuresOf(para3(rows({ plans: [strategy(7, { isFullyRead })] })))['para3.actionPlan'];
  expect([without(false), without(true)]).toEqual(['0/1/1', '0/1/0']);
});

test('para 4: provisions are counted once, together and apart, and every split adds up', () => {
  const section = para4(rows());
  // Carried: untoc:31 by a general plan and by one on drugs; untoc:5 by plans on single crimes of two states; tip:9 by one.
  expect(figuresOf(section)).toEqual({
    'para4.all': '3/7/4',
    'para4.untoc': '2/3/1',
    'para4.tip': '1/2/1',
    'para4.som': '0/1/1',
    'para4.firearms': '0/1/1',
    'para4.generalAlone': '0/7/4',
    'para4.singleAlone': '2/7/4',
    'para4.generalAndSingle': '1/7/4',
    'para4.states.together': '0/5/2',
    'para4.states.convention': '2/5/2',
    'para4.states.protocols': '1/5/2',
    'para4.states.neither': '0/5/2',
  });
  expect(figure(section, 'para4.untoc').stateKeys).toEqual(['XAA', 'XAC']);
  expect(figure(section, 'para4.states.convention').stateKeys).toEqual(['XAA', 'XAC']);
});

test('para 5: the board tells region and year of adoption, of a plan whose adoption is not known that of its beginning', () => {
  const section = para5(rows({ plans: [strategy(1, { adopted: '2019-05' }), strategy(8, { stateKey: 'XAB', validFrom: '2023', validTo: '2024' })] }));
  expect(figuresOf(section)).toMatchObject({
    'para5.overarching': '1/5/3',
    'para5.region.Africa': '1/3/2',
    'para5.region.Europe': '0/1/0',
    'para5.region.none': '0/1/1',
  });
  expect(
    section.lists[0]?.entries.map(({ stateKey, group, note }) => [stateKey, group?.map((it) => it.values?.year ?? it.message), note?.message]),
  ).toEqual([
    ['XAA', ['region.Africa', '2019'], 'coverageStatus.IN_FORCE'],
    ['XAB', ['region.Europe', '2023'], 'coverageStatus.ENDED'],
  ]);
});

test('para 5: effects stand on three axes, good, bad or mixed, those of a regional strategy too', () => {
  const section = para5(
    rows({
      effects: [effect('a', 1), effect('b', 1, { direction: 'BAD' }), effect('c', 3, { axis: 'REGIONAL_COOPERATION' }), effect('d', 90)],
    }),
  );
  expect(figuresOf(section)).toMatchObject({
    'para5.effects.CRIMINAL_JUSTICE': '1/4/3', // Of four states with a strategy recorded; the effect on plan 90 is no state's.
    'para5.effects.CRIMINAL_JUSTICE.GOOD': '2/3/0',
    'para5.effects.CRIMINAL_JUSTICE.BAD': '1/3/0',
    'para5.effects.CRIMINAL_JUSTICE.MIXED': '0/3/0',
    'para5.effects.REGIONAL_COOPERATION': '1/4/3',
    'para5.effects.REGIONAL_COOPERATION.GOOD': '1/1/0',
    'para5.effects.INTERNATIONAL_COOPERATION': '0/4/4',
  });
});

test('para 6: the union of plans on single crimes stands beside what general plans carry and where they go further', () => {
  // XAB and XAC have plans on single crimes alone; that of XAC has lapsed and counts. XAA has a general plan and one on drugs.
  expect(figuresOf(para6(rows()))).toEqual({
    'para6.singleAlone': '2/5/2',
    'para6.withGeneral': '1/5/2',
    'para6.meanUnion': 'null/2/0', // Two states: no mean.
    'para6.meanGeneral': 'null/1/0',
    'para6.meanAdded': 'null/1/0',
    'para6.union.prevention': '1/2/1',
    'para6.general.prevention': '1/1/0',
    'para6.adds.prevention': '1/1/0', // A measure against nothing in the plan on drugs.
    'para6.union.research': '1/2/1',
    'para6.general.research': '0/1/1',
    'para6.adds.research': '0/1/1', // The plan on drugs carries it; the general one was not read whole.
    'para6.union.capacity-building': '0/2/2',
    'para6.general.capacity-building': '0/1/1',
    'para6.adds.capacity-building': '0/1/1',
  });
  expect(figure(para6(rows()), 'para6.union.prevention').entries).toEqual([
    { thing: { kind: 'NODE', strategyId: 3, nodeId: 31 }, stateKey: 'XAB', note: { message: 'elementStatus.ACTIONED' } },
  ]);
});

test('a mean is given from three states on', () => {
  const mean = (figures: number[]) =>
    meanFigure('m', { message: 'brief.text' }, 'MEAN_MONTHS', new Map(figures.map((it, index) => [`S${index}`, it]))).value;
  expect([mean([]), mean([1, 2]), mean([1, 2, 6])]).toEqual([null, null, 3]);
});

test('para 7: dated, recorded without a date, and nothing recorded are three things; overdue follows what the body states', () => {
  const section = para7(
    rows({
      assessments: [
        assessment('a1', 'XAA', { dated: '2018' }),
        assessment('a2', 'XAA', { dated: '2021-01-01' }), // 65 months old: past 48.
        assessment('b1', 'XAB', { dated: '2021-01-01', nextEdition: '2026' }), // As old, and its next edition is not yet due.
        assessment('c1', 'XAC', { dated: null }),
        assessment('r1', null, { dated: '2025', organizationKeys: ['letters'], foundStateKeys: ['XAE'] }),
      ],
      evaluations: [
        evaluation('v1', 1, { dated: '2022-03', cadenceMonths: 24 }), // Due in March 2024.
        evaluation('v2', 3, { dated: '2025-03-01' }), // Nothing stated.
        evaluation('v3', 5, { dated: null, cadenceMonths: 12 }),
      ],
    }),
  );
  expect(figuresOf(section)).toEqual({
    'para7.assessment.dated': '2/5/3',
    'para7.assessment.undated': '1/5/0',
    'para7.assessment.neverRecorded': '2/5/0',
    'para7.assessment.repeated': '1/2/0',
    'para7.assessment.meanAge': 'null/2/0',
    'para7.assessment.meanInterval': 'null/1/0',
    'para7.assessment.overdue': '1/2/0',
    'para7.assessment.nextStated': '1/2/0',
    'para7.findings': '1/5/4',
    'para7.regional': '1/1/0',
    'para7.evaluation.dated': '2/4/2',
    'para7.evaluation.undated': '1/4/0',
    'para7.evaluation.neverRecorded': '1/4/0',
    'para7.evaluation.repeated': '0/2/0',
    'para7.evaluation.meanAge': 'null/2/0',
    'para7.evaluation.meanInterval': 'null/0/0',
    'para7.evaluation.overdue': '1/2/1',
    'para7.ending': '1/2/0', // The plan on drugs of XAA ends with 2026; that of XAB runs to 2028.
  });
});

test('para 8: each element stands beside the regional strategies, with the regional wording and the public wording of states', () => {
  const section = para8(rows({ publicIds: new Set([1]) }));
  expect(figuresOf(section)).toEqual({
    'para8.strategy.plan-90': '1/3/2',
    'para8.element.prevention': '2/5/3',
    'para8.element.research': '2/5/3',
    'para8.element.capacity-building': '0/5/5',
  });
  // The deepest node of XAA is its measure; the plan of XAB is not public, so its wording is not told.
  expect(figure(section, 'para8.element.prevention').entries.map(({ thing, group }) => [thing, group?.[0]?.message])).toEqual([
    [{ kind: 'NODE', strategyId: 90, nodeId: 901 }, 'brief.para8.regionalWording'],
    [{ kind: 'NODE', strategyId: 1, nodeId: 12 }, 'brief.para8.nationalWording'],
  ]);
});
