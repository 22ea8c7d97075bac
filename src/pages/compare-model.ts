// What the comparison of states asks for and gets. Pure.

import { method } from '../alignment/method.ts';
import type { ElementStatus, ThreatStatus } from '../alignment/model.ts';
import { type ComparisonData, comparisonView } from '../views/shared.ts';
import { type Label, labelFields, operationText } from '../views/view.ts';

type Keyed = { key: string };
export type Wording = Label & { strategy: { key: string; title: string; phase: string } };
type Wordings = { totalCount: number; edges: { node: Wording }[] };

export type CompareAnswer = {
  memberStates: { key: string; name: string }[];
  compareStates?: ComparisonData['compareStates'];
  elementMatrix?: { rows: Keyed[]; columns: Keyed[]; statuses: ElementStatus[][] };
  wording?: { elements: { concept: { key: string; ofStates: Wordings; ofRegions: Wordings } }[] };
  organizations?: { key: string; name: string; members: Keyed[] }[];
  before?: { asOf: string; elements: { concept: Keyed; values: (number | null)[] }[]; threats: { concept: Keyed; values: (number | null)[] }[] };
};

/** Passages shown of one element, of the states and of regions: so many that an answer stays within its limits; the page says where there are more. */
const [ofStatesMax, ofRegionsMax] = [70, 100];
const passages = `totalCount edges { node { ${labelFields} strategy { key title phase(asOf: $asOf) } } }`;
const ifAny = '@include(if: $hasStates)';

export const compareQuery = operationText(
  'Compare',
  { ...comparisonView.variables, since: 'Date', hasStates: 'Boolean!', hasSince: 'Boolean!' },
  'memberStates { key name }',
  comparisonView.selection.replace(') {', `) ${ifAny} {`),
  `elementMatrix(states: $states, asOf: $asOf, includeUnseen: $includeUnseen) ${ifAny} { rows { key } columns { key } statuses }`,
  `wording: compareStates(states: $states, asOf: $asOf) ${ifAny} { elements { concept { key
      ofStates: addressedBy(states: $states, first: ${ofStatesMax}) { ${passages} }
      ofRegions: addressedBy(level: REGIONAL, first: ${ofRegionsMax}) { ${passages} } } } }`,
  `organizations ${ifAny} { key name members(asOf: $asOf) { key } }`,
  'before: compareStates(states: $states, asOf: $since, includeUnseen: $includeUnseen) @include(if: $hasSince) { asOf elements { concept { key } values } threats { concept { key } values } }',
);

const isNear = (value: number, other: number) => Math.abs(value - other) < 0.01;

/** What a value of an element says; 0 is said more exactly by the element matrix. */
export function elementStatusOf(value: number | null): ElementStatus {
  if (value === null) return 'NO_RECORD';
  if (isNear(value, 1)) return 'ACCOUNTABLE';
  if (isNear(value, method.depthActioned.value / method.depthAccountable.value)) return 'ACTIONED';
  return value > 0 ? 'MENTIONED' : 'NOT_SEEN';
}

/** What a planned figure says of a threat, whatever the exposure. */
export function plannedStatusOf(value: number | null): ThreatStatus {
  if (value === null) return 'NO_RECORD';
  if (value >= method.plannedFrom.value - method.tolerance.value) return 'PLANNED';
  return value > 0 ? 'MENTIONED' : 'NOT_SEEN';
}

/** Organizations that all the states belong to on the day. */
export function sharedOrganizations({ organizations = [], compareStates }: CompareAnswer) {
  const states = compareStates?.states ?? [];
  return organizations.filter(({ members }) => states.every(({ key }) => members.some((member) => member.key === key)));
}

/** Keys of strategies begin with the code of their owner. */
export const isOf = (ownerKey: string, { strategy }: Wording): boolean => strategy.key.startsWith(`${ownerKey.toLowerCase()}-`);

/** Does the plan count on the day: in force or, where the plans of the state have lapsed, ended? */
export const countsNow = ({ strategy: { phase } }: Wording, isLapsed: boolean): boolean => phase === 'IN_FORCE' || (isLapsed && phase === 'ENDED');
