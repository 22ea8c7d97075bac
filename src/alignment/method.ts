// The method's constants, each with its meaning and its source. Every computation takes them from here and nowhere else.

import type { Relation, StrategyScope } from '../strategies/model.ts';
import type { FindingRow, TreatyStatusRow } from './model.ts';

/** One constant as readers are shown it. `source` names the section of the method, and the paragraph of the source paper where there is one. */
export type MethodConstant = { key: string; value: number | string; meaning: string; source: string };

/** Name of the method, printed with every result. A changed constant or rule is a new name. */
export const methodVersion = '2026-11';

function constant<const Value extends number | string>(value: Value, meaning: string, source: string) {
  return Object.freeze({ value, meaning, source });
}

/** The single figures of the method. */
export const method = Object.freeze({
  roundingDecimals: constant(9, 'Figures are answered with so many decimals.', 'method, opening'),
  tolerance: constant(
    1e-9,
    'A figure this near to a limit has reached it; figures this near to each other are equal in an order.',
    'method, opening',
  ),
  lapsedMonthsMax: constant(
    36,
    'A state without a plan in force is read by the plans that ended within so many months before the day asked for; its row is LAPSED.',
    'method 0',
  ),
  readCellsMin: constant(3, 'A mean over states is given from so many read cells on.', 'method 0'),
  matchEqualOrBroader: constant(1, 'Match of a national tag that equals the tag of the other side or is broader than it.', 'method 1'),
  matchNarrower: constant(0.5, 'Match of a national tag that is narrower than the tag of the other side.', 'method 1'),
  shareLow: constant(0.25, 'Smallest part of the objective covered by SUBSET or INTERSECTS where no share is stated.', 'method 2; NIST IR 8477'),
  shareHigh: constant(0.75, 'Largest part of the objective covered by SUBSET or INTERSECTS where no share is stated.', 'method 2; NIST IR 8477'),
  alignedFrom: constant(0.75, 'ALIGNED from this low on.', 'method 2; paras 30-32'),
  partialAbove: constant(0, 'PARTIAL above this low.', 'method 2; paras 30-32'),
  hintQuality: constant(
    'AUC 0.83; a hint above 0.55 is right in 60 % of cases and finds 55 % of the related cells',
    'How far a hint can be trusted, against the 1,955 cells in force by default on which two readers agree.',
    'method 2',
  ),
  depthAccountable: constant(
    3,
    'Depth of a measure with a responsible body (its own or from above) and an indicator below it or below the objective it serves.',
    'method 3; paras 28-29',
  ),
  depthActioned: constant(2, 'Depth of any other measure.', 'method 3; paras 28-29'),
  depthMentioned: constant(1, 'Depth of every other node.', 'method 3; paras 28-29'),
  impactTimesLikelihoodMax: constant(25, 'Likelihood times impact, 1 to 5 each, is divided by this.', 'method 4; paras 19-22'),
  namedExposure: constant(
    0.75,
    'What a threat that is named without a figure stands as in comparisons with a limit; it is shown as "named".',
    'method 4',
  ),
  lowExposureBelow: constant(0.25, 'LOW_EXPOSURE below this exposure.', 'method 4'),
  plannedFrom: constant(2 / 3, 'PLANNED, and planned for the unevenness of a shared threat, from this figure on.', 'method 4 and 6'),
  plannedLittleMax: constant(1 / 3, 'Little planned, for the unevenness of a shared threat, up to this figure.', 'method 6'),
  staleMonths: constant(48, 'A finding is STALE past the next edition its body stated, else past so many months after its date.', 'method 4'),
  dueMonths: constant(12, 'An assessment or evaluation is due, and a strategy ends soon, within so many months.', 'method 9; para 7'),
  sharedExposureFrom: constant(0.5, 'A member is exposed to a shared threat from this exposure on.', 'method 6; para 31'),
  sharedMembersMin: constant(2, 'A threat is shared from so many exposed members on; a flow counts when it touches so many.', 'method 6; para 31'),
  flowYearsMax: constant(10, 'A flow counts when its last year is at most so many years before the year asked for.', 'method 6; para 21'),
  risingFrom: constant(0.1, 'RISING from this mean difference of the newest to the previous finding on.', 'method 6'),
  peerDepthMax: constant(1, 'Elements of at most this depth are those for which the other compared states are looked at.', 'method 8'),
});

/** Scopes that speak of organized crime or of crime as a whole. Source: method 2 and 3. */
export const generalScopes: readonly StrategyScope[] = Object.freeze(['OVERARCHING', 'CRIME_PREVENTION', 'NATIONAL_SECURITY'] as const);

/** The threat that a scope alone says a plan is about; other scopes say none. Source: method 2. */
export const scopeSubjects: Readonly<Partial<Record<StrategyScope, string>>> = Object.freeze({
  TRAFFICKING_IN_PERSONS: 'trafficking-in-persons',
  SMUGGLING_OF_MIGRANTS: 'smuggling-of-migrants',
  FIREARMS: 'firearms-trafficking',
  DRUGS: 'drug-trafficking',
  ANTI_CORRUPTION: 'corruption',
});

/** The instrument that a scope answers to; other scopes have none. Source: method 5. */
export const scopeInstruments: Readonly<Partial<Record<StrategyScope, TreatyStatusRow['instrumentKey']>>> = Object.freeze({
  OVERARCHING: 'untoc',
  TRAFFICKING_IN_PERSONS: 'tip',
  SMUGGLING_OF_MIGRANTS: 'som',
  FIREARMS: 'firearms',
});

/** Classes of findings; the best present is used. Source: method 4. */
export const findingClasses: Readonly<Record<FindingRow['level'], 1 | 2 | 3>> = Object.freeze({ NATIONAL: 1, REGIONAL: 2, GLOBAL: 2, OTHER: 3 });

const interval = (low: number, high: number) => Object.freeze({ low, high });

/** The part of an objective that a relation covers where no share is stated; null says nothing of a part. Source: method 2; NIST IR 8477. */
export const relationIntervals: Readonly<Record<Relation, { readonly low: number; readonly high: number } | null>> = Object.freeze({
  EQUAL: interval(1, 1),
  SUPERSET: interval(1, 1),
  SUBSET: interval(method.shareLow.value, method.shareHigh.value),
  INTERSECTS: interval(method.shareLow.value, method.shareHigh.value),
  NO_RELATION: interval(0, 0),
  CONTRADICTS: null,
});

function listed<Value extends number | string>(
  prefix: string,
  values: Readonly<Record<string, Value>>,
  meaning: string,
  source: string,
): MethodConstant[] {
  return Object.entries(values).map(([key, value]) => ({ key: `${prefix}.${key}`, value, meaning, source }));
}

const intervalTexts = Object.fromEntries(
  Object.entries(relationIntervals).map(([relation, it]) => [relation, it === null ? 'none' : `[${it.low}, ${it.high}]`]),
);

/** Every constant in use, as readers are shown it. */
export const methodConstants: readonly MethodConstant[] = Object.freeze([
  ...Object.entries(method).map(([key, it]) => ({ key, ...it })),
  ...listed(
    'relation',
    intervalTexts,
    'Part of the objective covered, [low, high]; a stated share of SUBSET or INTERSECTS takes its place.',
    'method 2; NIST IR 8477',
  ),
  { key: 'generalScopes', value: generalScopes.join(' '), meaning: 'Kinds of plan of general scope.', source: 'method 2 and 3' },
  ...listed('scopeSubject', scopeSubjects, 'Threat that a plan of this scope is about.', 'method 2'),
  ...listed('scopeInstrument', scopeInstruments, 'Instrument that a plan of this scope answers to.', 'method 5'),
  ...listed('findingClass', findingClasses, 'Class of findings of assessments of this level; the best class present is used.', 'method 4'),
]);
