// A strategy with its tree as the desk edits it.
import type { StrategyEdit } from '../views/strategy.ts';
import type { Texts } from './texts-fields.ts';

type Named = { key: string; label: string };

/** What the forms offer to choose from: concepts, and the owner's strategies. */
export type Choices = {
  elements: Named[];
  threats: Named[];
  provisions: Named[];
  /** Null where the owner has no record yet. */
  own: { edges: { node: { key: string; title: string } }[] } | null;
};

export type EditedNode = Texts & {
  key: string;
  kind: string;
  label: string;
  parent: { key: string } | null;
  responsible: string | null;
  deadline: string | null;
  addressee: string | null;
  seenInSource: boolean;
  citation: { page: string | null; paragraph: string | null; quote: string | null; language: string | null } | null;
  elements: Named[];
  threats: Named[];
  provisions: Named[];
};
/** What is recorded before others see it: a strategy or an assessment. */
export type Draft = {
  key: string;
  title: string;
  version: number;
  publication: 'PUBLISHED' | 'UNPUBLISHED';
  visibility: string;
  sharedWith: string[] | null;
};
export type EditedStrategy = Texts &
  Draft & {
    level: string;
    scope: string;
    status: string;
    adopted: string | null;
    validFrom: string | null;
    validTo: string | null;
    adoptingBody: string | null;
    leadBody: string | null;
    statusNote: string | null;
    verified: boolean;
    verifiedNote: string | null;
    fullyRead: boolean;
    structureBasis: string | null;
    notes: string[];
    sources: { title: string | null; ref: string | null }[];
    themes: Named[];
    instrumentReferences: { instruments: string[]; seenInSource: boolean | null; citation: string | null }[];
    supersededBy: { key: string; strategy: { publication: 'PUBLISHED' | 'UNPUBLISHED' } | null }[];
    relations: {
      targetKey: string;
      relation: string;
      strength: 'EXPLICIT' | 'CANDIDATE';
      basis: string | null;
      verified: boolean;
      citation: string | null;
    }[];
    owner: { __typename: 'MemberState' | 'Organization'; key: string };
    nodes: EditedNode[];
    history: StrategyEdit[];
  };
