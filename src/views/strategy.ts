// The view of one strategy: its facts, its tree, and links both ways; a line for each node. Pure.
import type { Addressee, Relation, StrategyScope } from '../strategies/model.ts';
import { keysOf, type View } from './view.ts';

/** A title as it is shown, the same in English, and what it was written in. */
export type TitledStrategy = { key: string; title: string; english: string; originalTitle?: string; originalLanguage: string };
export const titleFields = 'key title english: title(lang: EN) originalLanguage';

export type LabelledNode = { key: string; label: string; english: string; originalLanguage: string; strategy: { key: string } };
export const labelFields = 'key label english: label(lang: EN) originalLanguage strategy { key }';

/** A part of the version before, as far as it is compared. */
export type PartBefore = Omit<LabelledNode, 'strategy'> & { responsible: string | null; deadline: string | null };

/** One change of the record. */
export type StrategyEdit = {
  when: string;
  action: string;
  who: string;
  version: number | null;
  changes: { field: string; from: string | null; to: string | null }[];
};
export const editFields = 'when action who version changes { field from to }';

type Named = { key: string; name: string };
type Labelled = { key: string; label: string };
type NodeKind = 'PILLAR' | 'OBJECTIVE' | 'MEASURE' | 'INDICATOR';
export type LinkStatus = 'SUGGESTED' | 'CONFIRMED' | 'READ' | 'REJECTED' | 'STALE' | 'SUPERSEDED';
type LinkFacts = { relation: Relation; status: LinkStatus; share: number | null };
export type Serving = LinkFacts & { objective: LabelledNode & { strategy: TitledStrategy } };
export type Implementing = LinkFacts & { node: Omit<LabelledNode, 'strategy'> | null; strategy: TitledStrategy & { owner: Named } };

export type TreeNode = Omit<LabelledNode, 'strategy'> & {
  kind: NodeKind;
  addressee: Addressee | null;
  seenInSource: boolean;
  responsible: string | null;
  deadline: string | null;
  parent: { key: string } | null;
  citation: { page: string | null; paragraph: string | null; quote: string | null; language: string | null } | null;
  elements: Labelled[];
  threats: Labelled[];
  provisions: Labelled[];
  indicator: { baseline: number | null; target: number | null; targetDate: string | null; unit: string | null } | null;
  serves: Serving[];
  implementedBy: Implementing[];
  succeeds: (Omit<LabelledNode, 'strategy'> & { strategy: { key: string } }) | null;
};

type Relationship = { relation: string; citation: string | null };

export type StrategyData = {
  strategy: TitledStrategy & {
    originalTitle: string;
    owner: Named & { __typename: 'MemberState' | 'Organization' };
    level: 'NATIONAL' | 'REGIONAL' | 'GLOBAL';
    scope: StrategyScope;
    phase: string;
    statusNote: string | null;
    adopted: string | null;
    validFrom: string | null;
    validTo: string | null;
    adoptingBody: string | null;
    leadBody: string | null;
    verified: boolean;
    verifiedNote: string | null;
    fullyRead: boolean;
    publication: 'PUBLISHED' | 'UNPUBLISHED';
    version: number;
    notes: string[];
    sources: { title: string | null; ref: string | null }[];
    themes: Labelled[];
    instrumentReferences: { instruments: string[] }[];
    supersedes: (TitledStrategy & { nodes: PartBefore[] })[];
    supersededBy: { key: string; strategy: TitledStrategy | null }[];
    relations: (Relationship & { targetKey: string; target: TitledStrategy | null })[];
    relatedFrom: (Relationship & { strategy: TitledStrategy | null })[];
    history: StrategyEdit[];
    serves: Serving[];
    nodes: TreeNode[];
  };
};

const linkFields = 'relation status share';
const servesFields = `serves { ${linkFields} objective { key label english: label(lang: EN) originalLanguage strategy { ${titleFields} } } }`;

/** Its lists are many and short; what it costs is what the schema takes them for, however long the text is. */
export const strategyView: View<StrategyData> = {
  key: 'strategy',
  about: 'the text of one strategy, a line for each node',
  scope: 'one strategy',
  name: 'Strategy',
  variables: { key: 'String!', asOf: 'Date' },
  selection: `strategy(key: $key) {
    ${titleFields} originalTitle level scope phase(asOf: $asOf) statusNote adopted validFrom validTo adoptingBody leadBody
    verified verifiedNote fullyRead publication version notes
    owner { __typename ... on MemberState { key name } ... on Organization { key name } }
    sources { title ref }
    themes { key label }
    instrumentReferences { instruments }
    supersedes { ${titleFields} nodes { key label english: label(lang: EN) originalLanguage responsible deadline } }
    supersededBy { key strategy { ${titleFields} } }
    relations { relation citation targetKey target { ${titleFields} } }
    relatedFrom { relation citation strategy { ${titleFields} } }
    history { ${editFields} }
    ${servesFields}
    nodes {
      key kind label english: label(lang: EN) originalLanguage addressee seenInSource responsible deadline
      parent { key }
      citation { page paragraph quote language }
      elements { key label }
      threats { key label }
      provisions { key label }
      indicator { baseline target targetDate unit }
      ${servesFields}
      implementedBy { ${linkFields} node { key label english: label(lang: EN) originalLanguage } strategy { ${titleFields} owner { ... on MemberState { key name } ... on Organization { key name } } } }
      succeeds { ${labelFields} }
    }
  }`,
  sheet: ({ strategy: { key, title, nodes } }) => ({
    header: [
      'strategy',
      'title',
      'node',
      'parent',
      'kind',
      'label',
      'addressee',
      'responsible',
      'deadline',
      'seen_in_source',
      'elements',
      'threats',
      'provisions',
      'serves',
      'implemented_by',
    ],
    rows: nodes.map((node) => [
      key,
      title,
      node.key,
      node.parent?.key,
      node.kind,
      node.label,
      node.addressee,
      node.responsible,
      node.deadline,
      node.seenInSource,
      keysOf(node.elements),
      keysOf(node.threats),
      keysOf(node.provisions),
      node.serves.map(({ objective, relation, status }) => `${objective.key}:${relation}:${status}`),
      node.implementedBy.map((link) => `${(link.node ?? link.strategy).key}:${link.relation}:${link.status}`),
    ]),
  }),
};
