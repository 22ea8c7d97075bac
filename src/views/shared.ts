// Views of what organizations and states have in common: shared threats, synergy, comparison. Pure.
import type { AlignmentStatus, SharedThreatReason } from '../alignment/model.ts';
import {
  type Computed,
  type Concept,
  computedFields,
  computedSheet,
  keysOf,
  type Label,
  labelFields,
  type State,
  stateFields,
  type View,
} from './view.ts';

type Keyed = { key: string };
type Place = { key: string; name: string; state: Keyed | null };

export type SharedFlow = {
  key: string;
  threat: Concept;
  commodity: string | null;
  origins: Place[];
  transits: Place[];
  destinations: Place[];
  period: string | null;
  volume: string | null;
  volumeUnit: string | null;
  source: { title: string | null; publisher: string | null; year: number | null };
};

export type SharedThreatsData = {
  organization: { key: string; name: string; members: State[] };
  sharedThreats: (Computed & {
    threat: Concept;
    members: State[];
    assessed: number;
    memberCount: number;
    meanExposure: number | null;
    reasons: SharedThreatReason[];
    flows: SharedFlow[];
    regionNamedFlows: SharedFlow[];
    regionalObjectives: (Label & { strategy: Keyed })[];
    exposures: { state: Keyed; exposure: number | null; named: boolean; stale: boolean; planned: number | null }[];
    unassessed: State[];
  })[];
};

type Fraction = { n: number; m: number };
export type SynergyData = {
  synergy: Computed & {
    organization: { key: string; name: string };
    takenUp: Fraction;
    carriedBack: Fraction;
    carried: { threat: Concept; nodes: (Label & { strategy: { key: string; title: string } })[] }[];
  };
  alignmentMatrix: {
    rows: State[];
    lapsed: boolean[];
    columns: (Label & { strategy: { key: string; title: string } })[];
    statuses: AlignmentStatus[][];
  };
};

type Compared = { concept: Concept; values: (number | null)[] };
export type ComparisonData = {
  compareStates: Computed & { states: State[]; lapsed: boolean[]; similarities: (number | null)[][]; elements: Compared[]; threats: Compared[] };
};

const placeFields = '{ key name state { key } }';
const flowFields = `{ key threat { key label } commodity origins ${placeFields} transits ${placeFields} destinations ${placeFields} period volume volumeUnit source { title publisher year } }`;

export const sharedThreatsView: View<SharedThreatsData> = {
  key: 'threats',
  about: 'threats that members of an organization share',
  scope: 'organization',
  name: 'SharedThreats',
  variables: { organization: 'String!', asOf: 'Date', sources: 'FindingSources', includeUnseen: 'Boolean' },
  selection: `organization(key: $organization) { key name members(asOf: $asOf) { ${stateFields} } }
  sharedThreats(organization: $organization, asOf: $asOf, sources: $sources, includeUnseen: $includeUnseen) {
    ${computedFields}
    threat { key label }
    members { ${stateFields} }
    assessed
    memberCount
    meanExposure
    reasons
    flows ${flowFields}
    regionNamedFlows ${flowFields}
    regionalObjectives { ${labelFields} strategy { key } }
    exposures { state { key } exposure named stale planned }
    unassessed { ${stateFields} }
  }`,
  sheet: ({ sharedThreats }) =>
    computedSheet(
      [
        'threat',
        'threat_label',
        'members',
        'assessed',
        'member_count',
        'mean_exposure',
        'reasons',
        'flows',
        'region_named_flows',
        'regional_objectives',
        'exposures',
        'planned',
        'unassessed',
      ],
      sharedThreats.map((it) => ({
        of: it,
        cells: [
          it.threat.key,
          it.threat.label,
          keysOf(it.members),
          it.assessed,
          it.memberCount,
          it.meanExposure,
          it.reasons,
          keysOf(it.flows),
          keysOf(it.regionNamedFlows),
          keysOf(it.regionalObjectives),
          it.exposures.map(({ state, exposure, named, stale }) => `${state.key}:${named ? 'named' : exposure}${stale ? ':stale' : ''}`),
          it.exposures.flatMap(({ state, planned }) => (planned === null ? [] : `${state.key}:${planned}`)),
          keysOf(it.unassessed),
        ],
      })),
    ),
};

export const synergyView: View<SynergyData> = {
  key: 'synergy',
  about: "what members take up of an organization's objectives, and what they carry back",
  scope: 'organization',
  name: 'Synergy',
  variables: { organization: 'String!', asOf: 'Date', sources: 'FindingSources', includeUnseen: 'Boolean' },
  selection: `synergy(organization: $organization, asOf: $asOf, sources: $sources, includeUnseen: $includeUnseen) { ${computedFields} organization { key name } takenUp { n m } carriedBack { n m }
    carried { threat { key label } nodes { ${labelFields} strategy { key title } } } }
  alignmentMatrix(organization: $organization, asOf: $asOf, includeUnseen: $includeUnseen) { rows { ${stateFields} } lapsed columns { ${labelFields} strategy { key title } } statuses }`,
  sheet: ({ synergy: it }) =>
    computedSheet(
      ['organization', 'taken_up', 'taken_up_of', 'carried_back', 'carried_back_of'],
      [{ of: it, cells: [it.organization.key, it.takenUp.n, it.takenUp.m, it.carriedBack.n, it.carriedBack.m] }],
    ),
};

export const comparisonView: View<ComparisonData> = {
  key: 'compare',
  about: 'plans of 2 to 8 states side by side',
  scope: 'states',
  name: 'Compare',
  variables: { states: '[String!]!', asOf: 'Date', includeUnseen: 'Boolean' },
  selection: `compareStates(states: $states, asOf: $asOf, includeUnseen: $includeUnseen) {
    ${computedFields}
    states { ${stateFields} }
    lapsed
    similarities
    elements { concept { key label } values }
    threats { concept { key label } values }
  }`,
  sheet: ({ compareStates: it }) => {
    const concepts = (measure: string, compared: Compared[]) =>
      compared.flatMap(({ concept, values }) => values.map((value, index) => ({ measure, ...concept, value, index })));
    const similarities = it.states.flatMap(({ key, name }, column) =>
      it.similarities.map((row, index) => ({ measure: 'similarity', key, label: name, value: row[column], index })),
    );
    const lines = [...concepts('element', it.elements), ...concepts('threat', it.threats), ...similarities];
    return computedSheet(
      ['measure', 'key', 'label', 'state', 'state_name', 'state_note', 'lapsed', 'value'],
      lines.map(({ measure, key, label, value, index }) => {
        const state = it.states[index];
        return { of: it, cells: [measure, key, label, state?.key, state?.name, state?.note, it.lapsed[index], value] };
      }),
    );
  },
};
