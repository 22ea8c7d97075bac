// What is asked of one cell of the alignment matrix, to explain it. Pure.
import type { AlignmentStatus, EvidenceBasis } from '../alignment/model.ts';
import { organizationOf, stateOf, type Viewer } from '../core/viewer.ts';
import { type Passage, type Plan, passageSelection, planSelection } from './evidence.ts';

export type Side = 'STATE' | 'OWNER';
type Named = { key: string; name: string };
export type CellData = {
  state: Named;
  objective: { key: string; label: string; strategy: { key: string; title: string; owner: { key: string } } };
  plans: { key: string; title: string; nodes?: { key: string; kind: 'OBJECTIVE'; label: string }[] }[];
  asOf: string;
  status: AlignmentStatus;
  basis: EvidenceBasis;
  low: number;
  high: number;
  hint: number;
  lapsed: boolean;
  explanation: string;
  evidence: {
    counts: boolean;
    whyNot: string | null;
    isHint: boolean;
    hint: number | null;
    relation: string | null;
    share: number | null;
    status: string | null;
    rationale: string | null;
    citation: string | null;
    who: string | null;
    when: string | null;
    node: Passage | null;
    strategy: Plan;
    link: {
      id: string;
      version: number;
      publication: 'PUBLISHED' | 'UNPUBLISHED';
      proposedSide: Side | null;
      confirmations?: { side: Side; decision: 'CONFIRMED' | 'REJECTED' }[];
    } | null;
  }[];
  contests: {
    id: string;
    open: boolean;
    reason: string;
    reference: string | null;
    when: string;
    who: string;
    outcome: string | null;
    resolution: string | null;
  }[];
  notApplicable: { id: string; side: Side; open: boolean; reason: string; reference: string | null; when: string; who: string }[];
};

/** Names the variables of `cellVariables`. What only the forms of the panel need is asked for those who may send one. */
const cellSelection = `state { key name } objective { key label strategy { key title owner { ... on MemberState { key } ... on Organization { key } } } } plans { key title nodes @include(if: $mayAct) { key kind label } } asOf status basis low high hint lapsed explanation
    evidence { counts whyNot isHint hint relation share status rationale citation who when link { id version publication proposedSide confirmations @include(if: $mayAct) { side decision } }
      node { ${passageSelection} }
      strategy { ${planSelection} } }
    contests { id open reason reference when who outcome resolution }
    notApplicable { id side open reason reference when who }`;

export const cellQuery = `cell: alignmentCell(state: $cellState, objective: $cellObjective, asOf: $asOf, includeUnseen: $includeUnseen) @include(if: $hasCell) { ${cellSelection} }`;

export const cellTypes = { cellState: 'String!', cellObjective: 'String!', hasCell: 'Boolean!', mayAct: 'Boolean!' } as const;

export function cellVariables(cell: { row: string; column: string } | null, viewer: Viewer) {
  const isOfOne = ['EDITOR', 'APPROVER', 'ANALYST'].includes(viewer.role) && (organizationOf(viewer) !== null || stateOf(viewer) === cell?.row);
  return { cellState: cell?.row ?? '', cellObjective: cell?.column ?? '', hasCell: cell !== null, mayAct: cell !== null && isOfOne };
}
