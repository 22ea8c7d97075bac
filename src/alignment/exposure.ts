// How exposed a state is to a threat, from dated assessments.
import { type Day, firstDay, lastDay, monthsBefore } from '../core/dates.ts';
import { rounded } from './figures.ts';
import { findingClasses, method } from './method.ts';
import type { FindingRow, FindingSources } from './model.ts';
import type { ConceptTree } from './tags.ts';

/** A finding that counts at asOf. `value`: exposure, 0 to 1; a named threat stands as 0.75. `day`: first day of its date. */
export type CountedFinding = FindingRow & { value: number; day: Day; findingClass: 1 | 2 | 3; isStale: boolean };

/** The findings that count, and the exposure each state has to each threat. */
export type Exposures = {
  /** The finding that a state's exposure to a threat rests on: its own or, without one, that of a child (see threatKey). Null: none. */
  of(stateKey: string, threatKey: string): CountedFinding | null;
  /** Findings on the threat itself, the one that stands first, those of lower classes after. */
  own(stateKey: string, threatKey: string): readonly CountedFinding[];
  /** Has the state any finding that counts? */
  isAssessed(stateKey: string): boolean;
};

/** Exposure of states to threats at asOf. OFFICIAL leaves class 3 out. **Source**: method 4; source paper paras 19-22. */
export function threatExposures(findings: readonly FindingRow[], threats: ConceptTree, asOf: Day, sources: FindingSources): Exposures {
  const counted = findings.flatMap((finding) => countedFinding(finding, asOf)).filter(({ findingClass }) => sources === 'ALL' || findingClass < 3);
  const ranked = new Map(
    [...Map.groupBy(counted, (finding) => finding.stateKey)].map(([stateKey, rows]) => [
      stateKey,
      new Map([...Map.groupBy(rows, (finding) => finding.threatKey)].map(([threatKey, own]) => [threatKey, own.toSorted(byStanding)])),
    ]),
  );
  const own = (stateKey: string, threatKey: string) => ranked.get(stateKey)?.get(threatKey) ?? [];
  const of = (stateKey: string, threatKey: string): CountedFinding | null =>
    own(stateKey, threatKey)[0] ??
    threats
      .childrenOf(threatKey)
      .flatMap((child) => of(stateKey, child) ?? [])
      .toSorted(bySize)[0] ??
    null;
  return { of, own, isAssessed: (stateKey) => ranked.has(stateKey) };
}

function countedFinding(finding: FindingRow, asOf: Day): CountedFinding[] {
  if (finding.dated === null) return [];
  const day = firstDay(finding.dated);
  const value = exposureValue(finding);
  if (day > asOf || value === null) return [];
  return [{ ...finding, value, day, findingClass: findingClasses[finding.level], isStale: isStale(finding, day, asOf) }];
}

/** Likelihood x impact / 25, or the place of the score on its scale, or 0.75 for a threat that is only named. Null: the row says nothing. **Source**: method 4. */
function exposureValue({ likelihood, impact, score, scaleMin, scaleMax, isNamed }: FindingRow): number | null {
  if (likelihood !== null && impact !== null) return (likelihood * impact) / method.impactTimesLikelihoodMax.value;
  if (score !== null && scaleMin !== null && scaleMax !== null) return (score - scaleMin) / (scaleMax - scaleMin);
  return isNamed ? method.namedExposure.value : null;
}

function isStale({ nextEdition }: FindingRow, day: Day, asOf: Day): boolean {
  return asOf > (nextEdition === null ? monthsBefore(day, -method.staleMonths.value) : lastDay(nextEdition));
}

const order = <Value extends string | number>(a: Value, b: Value) => (a < b ? -1 : Number(a > b));

/** The larger first; of equal ones a figure before a name, then by threat and assessment, so that the order of rows does not matter. */
function bySize(a: CountedFinding, b: CountedFinding): number {
  return (
    order(rounded(b.value), rounded(a.value)) ||
    Number(a.isNamed) - Number(b.isNamed) ||
    order(a.threatKey, b.threatKey) ||
    order(a.assessmentKey, b.assessmentKey)
  );
}

/** The best class, then the newest, then the larger. */
function byStanding(a: CountedFinding, b: CountedFinding): number {
  return a.findingClass - b.findingClass || order(b.day, a.day) || bySize(a, b);
}
