// The rows that the computations take, as the store loads them: already narrowed to what the viewer may see.
// Pure: nothing here reads a database, a clock or chance. Days are 'YYYY-MM-DD'.
import type { PartialDate } from '../core/dates.ts';
import type { Addressee, LinkStatus, NodeKind, Relation, StrategyScope, StrategyStatus } from '../strategies/model.ts';

export const alignmentStatuses = [
  'ALIGNED',
  'PARTIAL',
  'GAP',
  'NARROW_RECORD',
  'UNREAD',
  'DIFFERS',
  'CONTESTED',
  'NOT_APPLICABLE',
  'NO_RECORD',
] as const;
export type AlignmentStatus = (typeof alignmentStatuses)[number];
export const evidenceBases = ['CONFIRMED', 'READ', 'HINT', 'UNREAD'] as const;
export type EvidenceBasis = (typeof evidenceBases)[number];
export const elementStatuses = ['ACCOUNTABLE', 'ACTIONED', 'MENTIONED', 'NOT_SEEN', 'ABSENT', 'NO_RECORD'] as const;
export type ElementStatus = (typeof elementStatuses)[number];
export const threatStatuses = ['PLANNED', 'MENTIONED', 'NOT_SEEN', 'LOW_EXPOSURE', 'NOT_ASSESSED', 'NO_RECORD'] as const;
export type ThreatStatus = (typeof threatStatuses)[number];
export const coverageStatuses = ['IN_FORCE', 'UPCOMING', 'ENDED', 'DRAFT', 'NONE', 'NOT_RECORDED'] as const;
export type CoverageStatus = (typeof coverageStatuses)[number];
export const sharedThreatReasons = [
  'LINKED_BY_FLOW',
  'NAMED_BY_ASSESSMENT',
  'NO_REGIONAL_OBJECTIVE',
  'UNEVEN_PLANNING',
  'RISING',
  'EMERGING',
  'STALE',
  'UNASSESSED',
] as const;
export type SharedThreatReason = (typeof sharedThreatReasons)[number];
export type FindingSources = 'ALL' | 'OFFICIAL';

/** A concept key and its parent in the tree (threats have parents; elements and provisions have none). */
export type ConceptRow = { key: string; parentKey: string | null };

/** A strategy of a state or of an organization. */
export type StrategyRow = {
  strategyId: number;
  key: string;
  stateKey: string | null;
  organizationKey: string | null;
  scope: StrategyScope;
  status: StrategyStatus;
  validFrom: PartialDate | null;
  validTo: PartialDate | null;
  isFullyRead: boolean;
};

/** A node of a strategy's tree. Rows come ordered by strategy, then from the top of the tree to the bottom, parents before children. */
export type NodeRow = {
  nodeId: number;
  key: string;
  strategyId: number;
  parentId: number | null;
  kind: NodeKind;
  addressee: Addressee | null;
  isSeen: boolean;
  hasResponsible: boolean;
  /** The node's own tags; inheritance is computed. */
  threats: readonly string[];
  elements: readonly string[];
  provisions: readonly string[];
};

/** A link from a national plan (nodeId null) or a node of it to an objective. `kind` and the two after it describe the national node. */
export type LinkRow = {
  linkId: number;
  strategyId: number;
  nodeId: number | null;
  objectiveId: number;
  relation: Relation;
  share: number | null;
  status: LinkStatus;
  /** Null for a whole plan. */
  kind: NodeKind | null;
  /** True for a whole plan. */
  isSeen: boolean;
  /** Has the national node an OBJECTIVE below it? Of seen nodes only, unless unseen ones are asked for. */
  hasObjectiveBelow: boolean;
};

/** What has been said about cells: not applicable (by the state or the owner, with a reason), and open contests of a cell or of a link. */
export type CellStatements = {
  notApplicable: readonly { stateKey: string; objectiveId: number }[];
  contestedCells: readonly { stateKey: string; objectiveId: number }[];
  contestedLinks: readonly { linkId: number }[];
};
export const noCellStatements: CellStatements = { notApplicable: [], contestedCells: [], contestedLinks: [] };

/** A finding with its assessment. `isNamed`: the assessment names the threat and gives no figure. */
export type FindingRow = {
  assessmentKey: string;
  series: string;
  level: 'NATIONAL' | 'REGIONAL' | 'GLOBAL' | 'OTHER';
  dated: PartialDate | null;
  nextEdition: PartialDate | null;
  stateKey: string;
  threatKey: string;
  likelihood: number | null;
  impact: number | null;
  score: number | null;
  scaleMin: number | null;
  scaleMax: number | null;
  isNamed: boolean;
  isEmerging: boolean;
};

/** A threat that a regional assessment of an organization names; one row with threatKey null for an assessment that names none, since it may be the newest. */
export type RegionalNamingRow = { assessmentKey: string; dated: PartialDate | null; threatKey: string | null };

/** A recorded flow. Places are state keys, region keys ('region:…') or territory keys. */
export type FlowRow = {
  flowKey: string;
  threatKey: string;
  lastYear: number | null;
  origins: readonly string[];
  transits: readonly string[];
  destinations: readonly string[];
};

/** A state's own word, with a citation, that it has no strategy of a scope. */
export type NoStrategyStatementRow = { stateKey: string; scope: StrategyScope };

/** Treaty status of a state; `partyFrom` is the day of consent, null where only the status is known. */
export type TreatyStatusRow = {
  stateKey: string;
  instrumentKey: 'untoc' | 'tip' | 'som' | 'firearms';
  status: 'party' | 'signatory';
  partyFrom: PartialDate | null;
};
