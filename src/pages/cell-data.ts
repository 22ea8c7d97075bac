// What is asked of one cell of the alignment matrix, to explain it. Pure.
import type { AlignmentStatus, EvidenceBasis } from '../alignment/model.ts';
import { type Passage, type Plan, passageSelection, planSelection } from './evidence.ts';

type Named = { key: string; name: string };
export type CellData = {
  state: Named;
  objective: { key: string; label: string; strategy: { key: string; title: string; owner: { key: string } } };
  plans: { key: string; title: string }[];
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
    link: { id: string; version: number } | null;
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
  notApplicable: { open: boolean; reason: string; reference: string | null; when: string; who: string }[];
};

export const cellSelection = `state { key name } objective { key label strategy { key title owner { ... on MemberState { key } ... on Organization { key } } } } plans { key title } asOf status basis low high hint lapsed explanation
    evidence { counts whyNot isHint hint relation share status rationale citation who when link { id version }
      node { ${passageSelection} }
      strategy { ${planSelection} } }
    contests { id open reason reference when who outcome resolution }
    notApplicable { open reason reference when who }`;
