// Threats that the members of an organization share, and why each is one.
import { type Day, firstDay, yearOf } from '../core/dates.ts';
import type { Exposures } from './exposure.ts';
import { isAtLeast, meanOf, roundedOrNull } from './figures.ts';
import { type LinkingFlow, type MemberFlows, memberFlows, recentFlows } from './flows.ts';
import { method } from './method.ts';
import type { FlowRow, RegionalNamingRow, SharedThreatReason } from './model.ts';
import { type ReasonEvidence, reasonsOf } from './shared-threat-reasons.ts';
import type { ConceptTree } from './tags.ts';
import { shownExposure } from './threats.ts';
import type { ReadNode } from './trees.ts';

/** `stateKeys`: members in the order to answer. `planned`: of plannedFigures for them and `threatKeys`. `objectives`: of objectivesOf, any addressee. */
export type SharedThreatInput = {
  stateKeys: readonly string[];
  threatKeys: readonly string[];
  threats: ConceptTree;
  exposures: Exposures;
  planned: readonly (readonly (number | null)[])[];
  flows: readonly FlowRow[];
  namings: readonly RegionalNamingRow[];
  objectives: readonly ReadNode[];
  asOf: Day;
};

/** One member's exposure. `exposure` is null where the threat is only named; `threatKey` is a child's where the threat has no finding of its own. */
export type ThreatExposure = {
  stateKey: string;
  exposure: number | null;
  isNamed: boolean;
  isStale: boolean;
  threatKey: string;
  assessmentKey: string;
};

/** One shared threat. `members`: M, those exposed; `assessed`: |A|. Lists of states are in the order given, never by a figure. */
export type SharedThreat = {
  threatKey: string;
  members: string[];
  assessed: number;
  memberCount: number;
  /** Over `members`, a named threat standing as 0.75. Null: none. */
  meanExposure: number | null;
  exposures: ThreatExposure[];
  /** What the plans of every member say of it; null without a record. */
  planned: { stateKey: string; planned: number | null }[];
  flows: LinkingFlow[];
  regionNamedFlows: string[];
  regionalObjectives: number[];
  unassessed: string[];
  reasons: SharedThreatReason[];
  evidence: ReasonEvidence[];
};

/** Shared threats by number of exposed members, then mean exposure, both descending, then key. **Source**: method 6; source paper para 31. */
export function sharedThreats(input: SharedThreatInput): SharedThreat[] {
  const recent = { ...input, flows: recentFlows(input.flows, input.asOf), namings: newestNamings(input.namings, input.asOf) };
  return input.threatKeys.flatMap((threatKey, column) => sharedThreat(recent, threatKey, column) ?? []).toSorted(byExtent);
}

/** Assessments of the organization of the newest year, dated asOf or before. **Source**: method 6 "N(t)". */
function newestNamings(namings: readonly RegionalNamingRow[], asOf: Day): RegionalNamingRow[] {
  const dated = namings.flatMap((naming) =>
    naming.dated !== null && firstDay(naming.dated) <= asOf ? { naming, year: yearOf(firstDay(naming.dated)) } : [],
  );
  const newest = Math.max(...dated.map(({ year }) => year));
  return dated.filter(({ year }) => year === newest).map(({ naming }) => naming);
}

/** Null where the threat is not shared, or is left to its children. `input.flows` and `input.namings` are those that count at asOf. */
function sharedThreat(input: SharedThreatInput, threatKey: string, column: number): SharedThreat | null {
  const { stateKeys, threats, exposures } = input;
  const children = threats.childrenOf(threatKey);
  const flows = memberFlows(
    input.flows.filter((flow) => flow.threatKey === threatKey || children.includes(flow.threatKey)),
    stateKeys,
  );
  const namedBy = input.namings.filter((naming) => naming.threatKey === threatKey).map((naming) => naming.assessmentKey);
  const assessed = stateKeys.flatMap((stateKey) => {
    const finding = exposures.of(stateKey, threatKey);
    return finding === null ? [] : { stateKey, finding };
  });
  const exposed = assessed.filter(({ finding }) => isAtLeast(finding.value, method.sharedExposureFrom.value));

  if (exposed.length < method.sharedMembersMin.value && flows.linking.length === 0 && namedBy.length === 0) return null;
  if (children.length > 0 && !standsForItself(input, threatKey, flows, namedBy)) return null;

  const broader = threats.selfAndBroader(threatKey);
  const regionalObjectives = input.objectives
    .filter((objective) => objective.threats.some((threat) => broader.includes(threat)))
    .map(({ row }) => row.nodeId);
  const planned = stateKeys.map((stateKey, row) => ({ stateKey, planned: input.planned[row]?.[column] ?? null }));
  const members = exposed.map(({ stateKey }) => stateKey);
  const unassessed = stateKeys.filter((stateKey) => exposures.isAssessed(stateKey) && exposures.of(stateKey, threatKey) === null);
  const evidence = reasonsOf({ threatKey, stateKeys, assessed, members, planned, flows, namedBy, regionalObjectives, unassessed, exposures });
  return {
    threatKey,
    members,
    assessed: assessed.length,
    memberCount: stateKeys.length,
    meanExposure: roundedOrNull(meanOf(exposed.map(({ finding }) => finding.value))),
    exposures: assessed.map(({ stateKey, finding }) => ({
      stateKey,
      exposure: shownExposure(finding),
      isNamed: finding.isNamed,
      isStale: finding.isStale,
      threatKey: finding.threatKey,
      assessmentKey: finding.assessmentKey,
    })),
    planned: planned.map((it) => ({ ...it, planned: roundedOrNull(it.planned) })),
    flows: flows.linking,
    regionNamedFlows: flows.regionNamed,
    regionalObjectives,
    unassessed,
    reasons: evidence.map(({ reason }) => reason),
    evidence,
  };
}

/** Has a threat with children a finding of its own in some member, a flow of its own, or an assessment that names it? **Source**: method 6. */
function standsForItself({ stateKeys, exposures }: SharedThreatInput, threatKey: string, flows: MemberFlows, namedBy: readonly string[]): boolean {
  return (
    namedBy.length > 0 ||
    flows.linking.some((flow) => flow.threatKey === threatKey) ||
    stateKeys.some((stateKey) => exposures.own(stateKey, threatKey).length > 0)
  );
}

function byExtent(a: SharedThreat, b: SharedThreat): number {
  const byMembers = b.members.length - a.members.length;
  const byMean = (b.meanExposure ?? 0) - (a.meanExposure ?? 0);
  if (byMembers !== 0) return byMembers;
  if (Math.abs(byMean) > method.tolerance.value) return byMean;
  return a.threatKey < b.threatKey ? -1 : 1;
}
