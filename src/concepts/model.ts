// Concepts: the threats, elements and provisions that strategies are tagged with.
import type { Texts } from '../store/json.ts';

export const conceptSchemes = ['THREAT', 'ELEMENT', 'PROVISION'] as const;
export type ConceptScheme = (typeof conceptSchemes)[number];

export type Concept = {
  scheme: ConceptScheme;
  key: string;
  position: number;
  parentKey: string | null;
  label: Texts;
  elementGroup: string | null;
  paragraph: string | null;
  treatyAnchor: string | null;
  instrumentKey: string | null;
  article: number | null;
  provisionClass: string | null;
  note: string | null;
};

export type Instrument = { key: string; title: Texts; adopted: string | null; inForce: string | null; treatyCollectionReference: string | null };

/** A code of another classification that stands for a concept. */
export type ExternalCode = {
  system: string;
  code: string;
  label: string | null;
  scheme: ConceptScheme;
  conceptKey: string;
  relation: string | null;
  verification: string | null;
};

/** All concepts, looked up by scheme and key. */
export type ConceptCatalogue = {
  all: readonly Concept[];
  get(scheme: ConceptScheme, key: string): Concept | undefined;
  /** By "SCHEME key", as tags of nodes are read. */
  getTagged(tag: string): Concept | undefined;
  of(scheme: ConceptScheme): Concept[];
  childrenOf(concept: Concept): Concept[];
};

export function conceptCatalogue(all: readonly Concept[]): ConceptCatalogue {
  const byKey = new Map(all.map((concept) => [`${concept.scheme} ${concept.key}`, concept]));
  return {
    all,
    get: (scheme, key) => byKey.get(`${scheme} ${key}`),
    getTagged: (tag) => byKey.get(tag),
    of: (scheme) => all.filter((concept) => concept.scheme === scheme),
    childrenOf: (parent) => all.filter((concept) => concept.scheme === parent.scheme && concept.parentKey === parent.key),
  };
}
