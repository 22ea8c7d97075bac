// Strategies, the nodes of their trees, links and relations.
import type { Concept, ConceptCatalogue } from '../concepts/model.ts';
import type { Day, PartialDate } from '../core/dates.ts';
import type { Publication, Visibility } from '../core/sharing.ts';
import type { Citation, InstrumentReference, SourceReference, Texts } from '../store/json.ts';

export const strategyLevels = ['NATIONAL', 'REGIONAL', 'GLOBAL'] as const;
export type StrategyLevel = (typeof strategyLevels)[number];
export const strategyScopes = [
  'OVERARCHING',
  'TRAFFICKING_IN_PERSONS',
  'SMUGGLING_OF_MIGRANTS',
  'FIREARMS',
  'DRUGS',
  'OTHER_CRIME',
  'CRIME_PREVENTION',
  'ANTI_CORRUPTION',
  'COUNTER_TERRORISM',
  'NATIONAL_SECURITY',
] as const;
export type StrategyScope = (typeof strategyScopes)[number];
export const strategyStatuses = ['DRAFT', 'ADOPTED', 'WITHDRAWN'] as const;
export type StrategyStatus = (typeof strategyStatuses)[number];
export const nodeKinds = ['PILLAR', 'OBJECTIVE', 'MEASURE', 'INDICATOR'] as const;
export type NodeKind = (typeof nodeKinds)[number];
export type Addressee = 'MEMBERS' | 'ORGANIZATION' | 'BOTH';
export type Relation = 'EQUAL' | 'SUPERSET' | 'SUBSET' | 'INTERSECTS' | 'NO_RELATION' | 'CONTRADICTS';
export const linkStatuses = ['SUGGESTED', 'READ', 'CONFIRMED', 'REJECTED', 'STALE', 'SUPERSEDED'] as const;
export type LinkStatus = (typeof linkStatuses)[number];

export type Strategy = {
  strategyId: number;
  key: string;
  stateKey: string | null;
  organizationKey: string | null;
  level: StrategyLevel;
  scope: StrategyScope;
  status: StrategyStatus;
  publication: Publication;
  visibility: Visibility;
  /** With visibility SHARED: codes of states and keys of organizations. For its owner alone to read. */
  sharedWith: string[];
  /** Grows by one with every change of the strategy or its nodes. */
  version: number;
  title: Texts;
  originalLanguage: string;
  adopted: PartialDate | null;
  validFrom: PartialDate | null;
  validTo: PartialDate | null;
  adoptingBody: string | null;
  leadBody: string | null;
  statusNote: string | null;
  isVerified: boolean;
  verifiedNote: string | null;
  isFullyRead: boolean;
  structureBasis: string | null;
  notes: string[];
  instrumentReferences: InstrumentReference[];
  sources: SourceReference[];
};

/** A node as the store reads it. */
export type NodeRecord = {
  nodeId: number;
  key: string;
  strategyId: number;
  parentId: number | null;
  kind: NodeKind;
  label: Texts;
  originalLanguage: string;
  addressee: Addressee | null;
  isSeenInSource: boolean;
  responsible: string | null;
  /** By when the source says that it is to be done. */
  deadline: PartialDate | null;
  citation: Citation | null;
  /** Key of the node of the version before that this one carries on. */
  succeedsKey: string | null;
  /** Own tags as "SCHEME key", joined by commas; null: none. */
  tags: string | null;
};

/** May a node of one kind stand right below one of the other? From pillar to indicator the order never turns. */
export function canHold(parent: NodeKind, child: NodeKind): boolean {
  return parent !== 'INDICATOR' && nodeKinds.indexOf(child) >= nodeKinds.indexOf(parent);
}

/** A node in its tree. */
export type StrategyNode = Omit<NodeRecord, 'tags'> & {
  strategy: Strategy;
  parent: StrategyNode | null;
  children: StrategyNode[];
  threats: Concept[];
  elements: Concept[];
  provisions: Concept[];
  /** Links from a national node, or to an objective, where they were read with the tree. */
  links?: Link[];
};

/** A node that is only named: its key is known, the rest is read once it is asked for. */
export type NodeReference = { isReference: true; key: string; strategyId: number; nodeId: number };

/** A link from a national plan (nodeId null) or one of its nodes to an objective of an organization. */
export type Link = {
  linkId: number;
  strategyId: number;
  nodeId: number | null;
  nationalKey: string;
  objectiveId: number;
  objectiveKey: string;
  objectiveStrategyId: number;
  relation: Relation;
  share: number | null;
  status: LinkStatus;
  confidence: string | null;
  rationale: string | null;
  citation: string | null;
  method: string | null;
  recordedBy: string | null;
  recordedOn: PartialDate | null;
  version: number;
  visibility: Visibility;
  sharedWith: string[];
  /** UNPUBLISHED: proposed, and read by its two sides alone until one of them has reviewed it. */
  publication: Publication;
  /** The state that owns the plan, and the organization that owns the objective. */
  stateKey: string;
  organizationKey: string;
  /** Which of the two proposed it; null: it was read for the record. */
  proposedSide: Side | null;
};

/** Who speaks of a link or a cell: the state it is about, or the organization that owns the objective. */
export const sides = ['STATE', 'OWNER'] as const;
export type Side = (typeof sides)[number];

/** What one side decided of a link. `role`: of who decided; `reference`: the note by which it came. */
export type LinkClearance = {
  side: Side;
  decision: 'CONFIRMED' | 'REJECTED';
  role: string;
  decidedOn: Day;
  reference: string | null;
  referenceDate: PartialDate | null;
  reason: string | null;
  stateKey: string;
  organizationKey: string;
};

/** What the text of one strategy says of another. `strategyId` is the one that speaks, `targetKey` the one spoken of, recorded or not. */
export type StrategyRelation = {
  strategyId: number;
  targetKey: string;
  relation: string;
  strength: 'EXPLICIT' | 'CANDIDATE';
  basis: string | null;
  isVerified: boolean;
  citation: string | null;
};

export type StrategyFilter = {
  organization?: string | null;
  organizations?: readonly string[] | null;
  states?: readonly string[] | null;
  level?: StrategyLevel | null;
  scopes?: readonly StrategyScope[] | null;
  status?: StrategyStatus | null;
  inForceOn?: string | null;
  text?: string | null;
};

/** Hangs nodes into their trees. Rows come parents first; those of a strategy that is not given are left out. */
export function strategyTrees(rows: readonly NodeRecord[], strategies: ReadonlyMap<number, Strategy>, catalogue: ConceptCatalogue): StrategyNode[] {
  const byId = new Map<number, StrategyNode>();
  const nodes: StrategyNode[] = [];
  for (const { tags, ...row } of rows) {
    const strategy = strategies.get(row.strategyId);
    if (!strategy) continue;
    const concepts = (tags?.split(',') ?? []).flatMap((tag) => catalogue.getTagged(tag) ?? []).sort((a, b) => a.position - b.position);
    const node: StrategyNode = {
      ...row,
      strategy,
      parent: row.parentId === null ? null : (byId.get(row.parentId) ?? null),
      children: [],
      threats: concepts.filter((concept) => concept.scheme === 'THREAT'),
      elements: concepts.filter((concept) => concept.scheme === 'ELEMENT'),
      provisions: concepts.filter((concept) => concept.scheme === 'PROVISION'),
    };
    node.parent?.children.push(node);
    byId.set(node.nodeId, node);
    nodes.push(node);
  }
  return nodes;
}

/** `successorStatus` and `successorValidFrom` are of a visible strategy that supersedes `strategyId`. */
export type SuccessionRow = { strategyId: number; successorStatus: StrategyStatus; successorValidFrom: PartialDate | null };
