// One cell of the alignment matrix: which links count, what part of the objective they cover, and what may be said of it.
import { isAbove, isAtLeast, rounded } from './figures.ts';
import { method, relationIntervals } from './method.ts';
import type { AlignmentStatus, CellStatements, EvidenceBasis, LinkRow } from './model.ts';
import { isGeneral, type PlanRecord, subjectsOf } from './record.ts';
import { type ConceptTree, largestMatch } from './tags.ts';
import { isCandidate, type ReadNode } from './trees.ts';

/** Why a link does not count: its status, a plan outside P(s), a node not seen in source, or a node that is no candidate. */
export type WhyNotCounted = 'STATUS' | 'PLAN' | 'UNSEEN' | 'NOT_A_CANDIDATE';

/** What one link says. `low`, `high`: the part of the objective it covers, null where it says nothing of a part. `isUsed`: it gives its node's part (one n counts once). */
export type LinkReading = { linkId: number; whyNot: WhyNotCounted | null; low: number | null; high: number | null; isUsed: boolean };

/** What a matrix shows of a cell. */
export type CellFigures = {
  low: number;
  high: number;
  status: AlignmentStatus;
  /** Null where no link counts and the hint was not asked for, so that HINT and UNREAD cannot be told apart. */
  basis: EvidenceBasis | null;
  /** How many links count. */
  evidenceCount: number;
  /** Sum of the highs before it is capped at 1. */
  highSum: number;
};

/** One cell, with all that an explanation needs. */
export type AlignmentCell = CellFigures & {
  /** Every link given, those that do not count too. */
  readings: LinkReading[];
  /** Plans of P(s) without a counted link to the objective. */
  unreadPlanIds: number[];
  /** Would the plans recorded be expected to say something of the objective? Where not, nothing found is NARROW_RECORD. */
  isRecordBroadEnough: boolean;
  /** Threats of the objective that no plan of P(s) is about. */
  unmatchedThreats: string[];
};

/** What is known of one cell. `links` are all links from strategies of the state to the objective. */
export type CellInput = {
  record: PlanRecord;
  objective: ReadNode;
  links: readonly LinkRow[];
  statements: StatementIndex;
  threats: ConceptTree;
  includeUnseen: boolean;
  hint: number | null;
};

/** Statements on cells, looked up by state and objective. */
export type StatementIndex = { notApplicable: ReadonlySet<string>; contestedCells: ReadonlySet<string>; contestedLinks: ReadonlySet<number> };

const cellKey = ({ stateKey, objectiveId }: { stateKey: string; objectiveId: number }) => `${stateKey} ${objectiveId}`;

/** Is something stated about the cell itself? */
export function isSpokenOf({ notApplicable, contestedCells }: StatementIndex, stateKey: string, objectiveId: number): boolean {
  if (notApplicable.size === 0 && contestedCells.size === 0) return false;
  const key = cellKey({ stateKey, objectiveId });
  return notApplicable.has(key) || contestedCells.has(key);
}

/** Statements on cells, ready for look-ups. */
export function statementIndex(statements: CellStatements): StatementIndex {
  return {
    notApplicable: new Set(statements.notApplicable.map(cellKey)),
    contestedCells: new Set(statements.contestedCells.map(cellKey)),
    contestedLinks: new Set(statements.contestedLinks.map(({ linkId }) => linkId)),
  };
}

/** Why the link does not count among these plans; null where it counts. **Source**: method 2 "Candidates", "Evidence". */
export function whyNotCounted(link: LinkRow, planIds: ReadonlySet<number>, includeUnseen: boolean): WhyNotCounted | null {
  if (link.status !== 'CONFIRMED' && link.status !== 'READ') return 'STATUS';
  if (!planIds.has(link.strategyId)) return 'PLAN';
  if (link.nodeId === null || link.kind === null) return null;
  if (!link.isSeen && !includeUnseen) return 'UNSEEN';
  return isCandidate(link.kind, link.hasObjectiveBelow) ? null : 'NOT_A_CANDIDATE';
}

/** The part of the objective that a link covers; null for CONTRADICTS. **Source**: method 2 "Evidence"; NIST IR 8477. */
function intervalOf({ relation, share }: LinkRow): { low: number; high: number } | null {
  const isShared = relation === 'SUBSET' || relation === 'INTERSECTS';
  return isShared && share !== null ? { low: share, high: share } : relationIntervals[relation];
}

/** What a record says of every cell of its row. */
export type RecordFacts = { planIds: ReadonlySet<number>; subjects: readonly string[]; isGeneral: boolean };

/** Found once a row, since cells are many. */
export function recordFacts(record: PlanRecord): RecordFacts {
  return {
    planIds: new Set(record.plans.map((plan) => plan.strategyId)),
    subjects: subjectsOf(record),
    isGeneral: record.plans.some(isGeneral),
  };
}

/** The largest part that each n covers, by its low, then its high; n is the node or, as a negative id, the whole plan. **Source**: method 2 "Parts of o may overlap". */
function partsByNode(counted: readonly LinkRow[]): Map<number, { link: LinkRow; low: number; high: number }> {
  const parts = new Map<number, { link: LinkRow; low: number; high: number }>();
  for (const link of counted) {
    const part = intervalOf(link);
    if (!part) continue;
    const n = link.nodeId ?? -link.strategyId;
    const known = parts.get(n);
    if (!known || part.low > known.low || (part.low === known.low && part.high > known.high)) parts.set(n, { link, ...part });
  }
  return parts;
}

/** Plans of P(s) without a counted link that says something of a part. **Source**: method 2, "unread". */
function unreadPlans({ planIds }: RecordFacts, counted: readonly LinkRow[]): number[] {
  const read = new Set(counted.filter((link) => link.relation !== 'CONTRADICTS').map((link) => link.strategyId));
  return [...planIds].filter((planId) => !read.has(planId));
}

/** Threats of the objective that no plan of P(s) is about. **Source**: method 2 "Status". */
function unmatchedThreats({ subjects }: RecordFacts, { objective, threats }: CellInput): string[] {
  return objective.threats.filter((threat) => largestMatch(threats.match, subjects, threat) === 0);
}

/** Would the plans recorded be expected to say something of the objective? **Source**: method 2 "Status". */
function isRecordBroadEnough(facts: RecordFacts, input: CellInput): boolean {
  return facts.isGeneral || (input.objective.threats.length > 0 && unmatchedThreats(facts, input).length === 0);
}

/**
 * The figures of one cell, not rounded: member s, objective o. Low = the largest low, high = min(1, sum of highs) over distinct n; 1 while some plan
 * is unread. **Source**: method 2; source paper paras 30-32.
 */
export function cellFigures(facts: RecordFacts, input: CellInput): CellFigures {
  const counted = input.links.filter((link) => whyNotCounted(link, facts.planIds, input.includeUnseen) === null);
  const isSomePlanUnread = unreadPlans(facts, counted).length > 0;
  let low = 0;
  let highSum = 0;
  for (const part of partsByNode(counted).values()) {
    low = Math.max(low, part.low);
    highSum += part.high;
  }
  return {
    low,
    high: counted.length === 0 || isSomePlanUnread ? 1 : Math.min(1, highSum),
    status: statusOf(facts, input, counted, low, isSomePlanUnread),
    basis: basisOf(counted, input.hint),
    evidenceCount: counted.length,
    highSum,
  };
}

/** One cell as it is answered, with all that an explanation needs. **Source**: method 2. */
export function alignmentCell(input: CellInput): AlignmentCell {
  const facts = recordFacts(input.record);
  const whyNot = new Map(input.links.map((link) => [link, whyNotCounted(link, facts.planIds, input.includeUnseen)]));
  const counted = input.links.filter((link) => whyNot.get(link) === null);
  const used = new Set([...partsByNode(counted).values()].map((part) => part.link));
  const figures = cellFigures(facts, input);
  return {
    ...figures,
    low: rounded(figures.low),
    high: rounded(figures.high),
    highSum: rounded(figures.highSum),
    readings: input.links.map((link) => ({
      linkId: link.linkId,
      whyNot: whyNot.get(link) ?? null,
      ...(intervalOf(link) ?? { low: null, high: null }),
      isUsed: used.has(link),
    })),
    unreadPlanIds: unreadPlans(facts, counted),
    isRecordBroadEnough: isRecordBroadEnough(facts, input),
    unmatchedThreats: unmatchedThreats(facts, input),
  };
}

/** What a cell rests on. Null: no link counts and the hint was not asked for. **Source**: method 2 "Basis". */
export function basisOf(counted: readonly LinkRow[], hint: number | null): EvidenceBasis | null {
  if (counted.some((link) => link.status === 'CONFIRMED')) return 'CONFIRMED';
  if (counted.length > 0) return 'READ';
  if (hint === null) return null;
  return isAbove(hint, 0) ? 'HINT' : 'UNREAD';
}

/** The first status that holds. **Source**: method 2 "Status". */
function statusOf(facts: RecordFacts, input: CellInput, counted: readonly LinkRow[], low: number, isSomePlanUnread: boolean): AlignmentStatus {
  const { record, objective, statements } = input;
  const key = cellKey({ stateKey: record.stateKey, objectiveId: objective.row.nodeId });
  if (record.plans.length === 0) return 'NO_RECORD';
  if (statements.notApplicable.has(key)) return 'NOT_APPLICABLE';
  if (statements.contestedCells.has(key) || counted.some((link) => statements.contestedLinks.has(link.linkId))) return 'CONTESTED';
  if (counted.some((link) => link.status === 'CONFIRMED' && link.relation === 'CONTRADICTS')) return 'DIFFERS';
  if (counted.length === 0) return 'UNREAD';
  if (isAtLeast(low, method.alignedFrom.value)) return 'ALIGNED';
  if (isAbove(low, method.partialAbove.value)) return 'PARTIAL';
  if (isSomePlanUnread) return 'UNREAD';
  return isRecordBroadEnough(facts, input) ? 'GAP' : 'NARROW_RECORD';
}
