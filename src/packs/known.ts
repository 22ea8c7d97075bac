// What a pack may name: what is recorded, and what the pack itself brings. Pure.
import type { Pack } from './pack.ts';
import type { ConceptValue } from './reference-formats.ts';

type Scheme = ConceptValue['scheme'];
export type KnownConcept = { parent: string | null; label: Record<string, string> };
export type KnownStrategy = { state: string | null; organization: string | null; supersededBy: readonly string[] };

export type KnownAssessment = { series: string; dated: string | null; state: string | null; organization: string | null };

export type Known = {
  concepts: Record<Scheme, Map<string, KnownConcept>>;
  instruments: Set<string>;
  states: Set<string>;
  territories: Set<string>;
  organizations: Set<string>;
  regions: Set<string>;
  /** As system/code. */
  externalCodes: Set<string>;
  assessments: Map<string, KnownAssessment>;
  strategies: Map<string, KnownStrategy>;
  /** Of the strategies that the pack brings or names in links: the strategy of each node. */
  nodes: Map<string, string>;
};

/** What is recorded and what the pack brings, together. */
export function withPack(known: Known, pack: Pack): Known {
  const of = (scheme: Scheme) =>
    new Map([
      ...known.concepts[scheme],
      ...pack.concept.flatMap(({ value }): [string, KnownConcept][] =>
        value.scheme === scheme ? [[value.id, { parent: value.parent, label: value.label }]] : [],
      ),
    ]);
  return {
    concepts: { THREAT: of('THREAT'), ELEMENT: of('ELEMENT'), PROVISION: of('PROVISION') },
    instruments: new Set([...known.instruments, ...pack.instrument.map(({ value }) => value.id)]),
    states: new Set([...known.states, ...pack.state.map(({ value }) => value.iso3)]),
    territories: new Set([...known.territories, ...pack.territory.map(({ value }) => value.code)]),
    organizations: new Set([...known.organizations, ...pack.organization.map(({ value }) => value.org)]),
    regions: new Set([...known.regions, ...pack.region.map(({ value }) => value.region)]),
    externalCodes: new Set([...known.externalCodes, ...pack.external_code.map(({ value }) => `${value.system}/${value.code}`)]),
    assessments: new Map([
      ...known.assessments,
      ...pack.assessment.map(({ value }): [string, KnownAssessment] => [
        value.id,
        { series: value.series ?? value.id, dated: value.dated, ...ownerOfAssessment(value.jurisdiction) },
      ]),
    ]),
    strategies: new Map([
      ...known.strategies,
      ...pack.strategy.map(({ value }): [string, KnownStrategy] => [value.id, { ...value.owner, supersededBy: value.superseded_by }]),
    ]),
    nodes: new Map([...known.nodes, ...pack.strategy.flatMap(({ value }) => value.nodes.map((node): [string, string] => [node.id, value.id]))]),
  };
}

/** The strategy that an id of a strategy or of a node of it begins with. */
export function strategyOf(id: string): string {
  return id.split('.', 1)[0] ?? id;
}

/** States have codes in capitals, organizations ids in small letters. */
export function ownerOfAssessment(jurisdiction: string): { state: string | null; organization: string | null } {
  const isState = /^[A-Z]{3}$/.test(jurisdiction);
  return { state: isState ? jurisdiction : null, organization: isState ? null : jurisdiction };
}
