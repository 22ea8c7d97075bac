// Why a threat is shared, each reason with its evidence.
import type { CountedFinding, Exposures } from './exposure.ts';
import { isAtLeast, isAtMost, meanOf, rounded } from './figures.ts';
import type { MemberFlows } from './flows.ts';
import { method } from './method.ts';
import type { SharedThreatReason } from './model.ts';

/** A reason and what it rests on; lists that a reason has nothing for are empty. `figure`: the mean rise of RISING. `plannedLittle`: of UNEVEN_PLANNING. */
export type ReasonEvidence = {
  reason: SharedThreatReason;
  stateKeys: string[];
  plannedLittle: string[];
  flowKeys: string[];
  assessmentKeys: string[];
  figure: number | null;
};

export type ReasonInput = {
  threatKey: string;
  stateKeys: readonly string[];
  /** A(t), each with the finding its exposure rests on. */
  assessed: readonly { stateKey: string; finding: CountedFinding }[];
  /** M(t). */
  members: readonly string[];
  planned: readonly { stateKey: string; planned: number | null }[];
  flows: MemberFlows;
  namedBy: readonly string[];
  regionalObjectives: readonly number[];
  unassessed: readonly string[];
  exposures: Exposures;
};

/** The reasons that hold, in the order of method 6. **Source**: method 6. */
export function reasonsOf(input: ReasonInput): ReasonEvidence[] {
  const { flows, namedBy, assessed, unassessed } = input;
  const reasons: ReasonEvidence[] = [];
  const add = (reason: SharedThreatReason, evidence: Partial<ReasonEvidence>) =>
    reasons.push({ reason, stateKeys: [], plannedLittle: [], flowKeys: [], assessmentKeys: [], figure: null, ...evidence });

  if (flows.linking.length > 0) {
    const touched = new Set(flows.linking.flatMap((flow) => flow.stateKeys));
    add('LINKED_BY_FLOW', {
      flowKeys: flows.linking.map((flow) => flow.flowKey),
      stateKeys: input.stateKeys.filter((stateKey) => touched.has(stateKey)),
    });
  }
  if (namedBy.length > 0) add('NAMED_BY_ASSESSMENT', { assessmentKeys: distinct(namedBy) });
  if (input.regionalObjectives.length === 0) add('NO_REGIONAL_OBJECTIVE', {});

  const uneven = unevenPlanning(input);
  if (uneven) add('UNEVEN_PLANNING', uneven);
  const rising = rise(input);
  if (rising) add('RISING', rising);

  const emerging = input.stateKeys.flatMap((stateKey) => {
    const newest = input.exposures.own(stateKey, input.threatKey)[0];
    return newest?.isEmerging ? { stateKey, assessmentKey: newest.assessmentKey } : [];
  });
  if (emerging.length > 0)
    add('EMERGING', {
      stateKeys: emerging.map(({ stateKey }) => stateKey),
      assessmentKeys: distinct(emerging.map(({ assessmentKey }) => assessmentKey)),
    });
  if (assessed.length > 0 && assessed.every(({ finding }) => finding.isStale)) {
    add('STALE', {
      stateKeys: assessed.map(({ stateKey }) => stateKey),
      assessmentKeys: distinct(assessed.map(({ finding }) => finding.assessmentKey)),
    });
  }
  if (unassessed.length > 0) add('UNASSESSED', { stateKeys: [...unassessed] });
  return reasons;
}

const distinct = (keys: readonly string[]) => [...new Set(keys)].toSorted();

/** Among exposed members with a record, one plans much and another little. **Source**: method 6 "UNEVEN_PLANNING". */
function unevenPlanning({ members, planned }: ReasonInput): Partial<ReasonEvidence> | null {
  const known = planned.flatMap(({ stateKey, planned: figure }) => (figure !== null && members.includes(stateKey) ? { stateKey, figure } : []));
  const much = known.filter(({ figure }) => isAtLeast(figure, method.plannedFrom.value)).map(({ stateKey }) => stateKey);
  const little = known.filter(({ figure }) => isAtMost(figure, method.plannedLittleMax.value)).map(({ stateKey }) => stateKey);
  return much.length > 0 && little.length > 0 ? { stateKeys: much, plannedLittle: little } : null;
}

/** Mean over members of the newest less the previous finding of one series. **Source**: method 6 "RISING". */
function rise({ stateKeys, exposures, threatKey }: ReasonInput): Partial<ReasonEvidence> | null {
  const rises = stateKeys.flatMap((stateKey) => {
    const pair = newestPair(exposures.own(stateKey, threatKey));
    return pair ? { stateKey, pair, difference: pair[0].value - pair[1].value } : [];
  });
  const mean = meanOf(rises.map(({ difference }) => difference));
  if (mean === null || !isAtLeast(mean, method.risingFrom.value)) return null;
  const assessmentKeys = distinct(rises.flatMap(({ pair }) => pair.map((finding) => finding.assessmentKey)));
  return { stateKeys: rises.map(({ stateKey }) => stateKey), assessmentKeys, figure: rounded(mean) };
}

/** The newest finding and the one before it, on two days of one series: the first series that has two, in the order in which findings stand. */
function newestPair(findings: readonly CountedFinding[]): [CountedFinding, CountedFinding] | null {
  for (const series of Map.groupBy(findings, (finding) => finding.series).values()) {
    const [newest, ...older] = series.toSorted((a, b) => (a.day === b.day ? b.value - a.value : a.day < b.day ? 1 : -1));
    const previous = older.find((finding) => finding.day !== newest?.day);
    if (newest && previous) return [newest, previous];
  }
  return null;
}
