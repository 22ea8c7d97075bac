// A strategy with its tree as the desk edits it.
import type { Texts } from './texts-fields.ts';

export type EditedNode = Texts & {
  key: string;
  kind: string;
  label: string;
  parent: { key: string } | null;
  responsible: string | null;
  deadline: string | null;
  addressee: string | null;
  citation: { page: string | null; paragraph: string | null; quote: string | null; language: string | null } | null;
  elements: { key: string }[];
  threats: { key: string }[];
  provisions: { key: string }[];
};
export type EditedStrategy = Texts & {
  key: string;
  title: string;
  version: number;
  publication: 'PUBLISHED' | 'UNPUBLISHED';
  visibility: string;
  sharedWith: string[] | null;
  scope: string;
  status: string;
  adopted: string | null;
  validFrom: string | null;
  validTo: string | null;
  adoptingBody: string | null;
  leadBody: string | null;
  statusNote: string | null;
  owner: { __typename: 'MemberState' | 'Organization'; key: string };
  nodes: EditedNode[];
  history: { when: string; who: string; action: string; version: number | null }[];
};
