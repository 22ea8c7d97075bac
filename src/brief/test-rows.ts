// A small made-up world for the tests of this folder, at 1 June 2026: five states, XAA to XAE, with the plans that the tests reckon with.
import { planRecords } from '../alignment/record.ts';
import { node } from '../alignment/test-rows.ts';
import { readTrees } from '../alignment/trees.ts';
import type { Effect, Evaluation, OfficialAssessment } from '../monitoring/model.ts';
import type { Strategy } from '../strategies/model.ts';
import { standings } from '../strategies/standing.ts';
import type { BriefRows, Figure, Section } from './model.ts';

export const asOf = '2026-06-01';
export const stateKeys = ['XAA', 'XAB', 'XAC', 'XAD', 'XAE'];

/** A strategy in force from 2020 on. Without `organizationKey` it is of XAA. */
export function strategy(strategyId: number, changes: Partial<Strategy> = {}): Strategy {
  const isRegional = changes.organizationKey !== undefined;
  return {
    strategyId,
    key: `plan-${strategyId}`,
    stateKey: isRegional ? null : 'XAA',
    organizationKey: null,
    level: isRegional ? 'REGIONAL' : 'NATIONAL',
    scope: 'OVERARCHING',
    status: 'ADOPTED',
    publication: 'PUBLISHED',
    title: { en: `Plan ${strategyId}` },
    originalLanguage: 'en',
    adopted: null,
    validFrom: '2020',
    validTo: null,
    adoptingBody: null,
    leadBody: null,
    statusNote: null,
    isVerified: true,
    verifiedNote: null,
    isFullyRead: false,
    structureBasis: null,
    notes: [],
    instrumentReferences: [],
    sources: [{ title: `Text of plan ${strategyId}`, ref: null }],
    ...changes,
  } as Strategy;
}

/**
 * XAA: an overarching plan with a measure, and one on drugs. XAB: one on trafficking in persons, and one on drugs that ended long ago.
 * XAC: one on trafficking in persons that has lapsed. XAD: a draft alone. XAE: nothing.
 */
const plans: Strategy[] = [
  strategy(1, { adopted: '2019-05' }),
  strategy(2, { scope: 'DRUGS', validFrom: '2021', validTo: '2026' }),
  strategy(3, { stateKey: 'XAB', scope: 'TRAFFICKING_IN_PERSONS', validFrom: '2022', validTo: '2028' }),
  strategy(4, { stateKey: 'XAB', scope: 'DRUGS', validFrom: '2001', validTo: '2010' }),
  strategy(5, { stateKey: 'XAC', scope: 'TRAFFICKING_IN_PERSONS', validTo: '2025-01' }),
  strategy(6, { stateKey: 'XAD', status: 'DRAFT' }),
];
const regional = strategy(90, { organizationKey: 'letters' });

const nodes = [
  node(11, 1, { elements: ['prevention'], provisions: ['untoc:31'] }),
  node(12, 1, { parentId: 11, kind: 'MEASURE' }),
  node(21, 2, { elements: ['research'], provisions: ['untoc:5', 'untoc:31'] }),
  node(31, 3, { kind: 'MEASURE', elements: ['prevention'], provisions: ['tip:9'] }),
  node(51, 5, { elements: ['research'], provisions: ['untoc:5'] }),
];
const provisions = ['untoc:5', 'untoc:28', 'untoc:31', 'tip:1', 'tip:9', 'som:1', 'firearms:1'];

/** The world, with other plans in the place of some, and whatever a test adds. */
export function rows(changes: Partial<BriefRows> & { plans?: readonly Strategy[] } = {}): BriefRows {
  const own = changes.plans ?? plans;
  const standingOf = standings([], asOf);
  const planNodes = readTrees(
    nodes.filter((it) => own.some((plan) => plan.strategyId === it.strategyId)),
    false,
  );
  return {
    asOf,
    stateKeys,
    regionOf: new Map([
      ['XAA', 'Africa'],
      ['XAB', 'Europe'],
      ['XAC', 'Africa'],
      ['XAD', 'Africa'],
      ['XAE', null],
    ]),
    strategies: [...own, regional],
    standingOf,
    records: planRecords(stateKeys, own, [], asOf),
    planNodes,
    nodesOf: (strategyId) => planNodes.filter(({ row }) => row.strategyId === strategyId),
    regionals: [
      {
        organizationKey: 'letters',
        strategies: [regional],
        isEnded: false,
        nodes: readTrees([node(901, 90, { elements: ['prevention'] })], false),
      },
    ],
    organizationKeys: ['letters'],
    party: (stateKey, instrument) => (instrument !== 'tip' ? null : stateKey === 'XAC' ? false : stateKey < 'XAC' ? true : null),
    elements: ['prevention', 'research', 'capacity-building'].map((key) => ({ key, label: { en: key } })),
    provisions: provisions.map((key) => ({ key, instrumentKey: key.split(':')[0] ?? null })),
    labelOf: (_scheme, key) => ({ en: key }),
    publicIds: new Set([1, 2, 3, 5]),
    adviceStateKeys: new Set(['XAB']),
    effects: [],
    evaluations: [],
    assessments: [],
    needs: [],
    activities: [],
    recommendations: [],
    ...changes,
  };
}

const recorded = { role: 'EDITOR', recordedOn: '2026-01-05' };

export function effect(key: string, strategyId: number, changes: Partial<Effect> = {}): Effect {
  const base = {
    axis: 'CRIMINAL_JUSTICE',
    direction: 'GOOD',
    text: key,
    originalLanguage: 'en',
    dated: '2024',
    source: { title: 'Report' },
  } as const;
  return { key, strategyId, ...base, ...recorded, ...changes };
}

export function evaluation(key: string, strategyId: number, changes: Partial<Evaluation> = {}): Evaluation {
  return {
    key,
    strategyId,
    body: 'Audit office',
    dated: '2024',
    scope: null,
    source: null,
    cadenceMonths: null,
    nextDue: null,
    ...recorded,
    ...changes,
  };
}

/** A national assessment of 2024 of a state; with `organizationKeys` a regional one. */
export function assessment(key: string, stateKey: string | null, changes: Partial<OfficialAssessment> = {}): OfficialAssessment {
  return {
    key,
    title: key,
    level: stateKey === null ? 'REGIONAL' : 'NATIONAL',
    stateKey,
    organizationKeys: [],
    issuingBody: null,
    dated: '2024',
    nextEdition: null,
    attribution: null,
    sources: [],
    foundStateKeys: [],
    ...changes,
  };
}

/** Figures of a section by key, each as "value/of/unknown". */
export function figuresOf({ figures }: Section): Record<string, string> {
  return Object.fromEntries(figures.map(({ key, value, of, unknown }) => [key, `${value}/${of}/${unknown}`]));
}

export function figure({ figures }: Section, key: string): Figure {
  const found = figures.find((it) => it.key === key);
  if (!found) throw new Error(`no figure ${key}`);
  return found;
}
