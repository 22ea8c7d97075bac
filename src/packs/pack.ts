// All the items of a pack, by kind. Pure.
import type { AssessmentValue } from './assessment-format.ts';
import type { Item } from './model.ts';
import type { RowValues } from './row-formats.ts';
import type { StrategyValue } from './strategy-format.ts';
import type { InstrumentValue } from './treaty-format.ts';

type PackValues = RowValues & { instrument: InstrumentValue; assessment: AssessmentValue; strategy: StrategyValue };

export type PackKind = keyof PackValues;
export type PackValue<K extends PackKind> = PackValues[K];

/** The items of a pack by kind, each in the order of the files. */
export type Pack = { [K in PackKind]: Item<PackValues[K]>[] };

/** In an order in which each kind names only kinds before it (or itself). */
export const packKinds = [
  'instrument',
  'concept',
  'external_code',
  'state',
  'territory',
  'treaty_status',
  'organization',
  'membership',
  'region',
  'assessment',
  'finding',
  'flow',
  'activity',
  'strategy',
  'link',
] as const satisfies readonly PackKind[];

export function emptyPack(): Pack {
  return {
    instrument: [],
    concept: [],
    external_code: [],
    state: [],
    territory: [],
    treaty_status: [],
    organization: [],
    membership: [],
    region: [],
    assessment: [],
    finding: [],
    flow: [],
    activity: [],
    strategy: [],
    link: [],
  };
}

/** How many records a pack holds, nodes of strategies included. */
export function itemCount(pack: Pack): number {
  const items = packKinds.reduce((sum, kind) => sum + pack[kind].length, 0);
  return pack.strategy.reduce((sum, { value }) => sum + value.nodes.length, items);
}

/** The natural key of an item among those of its kind. */
export const keyOf: { [K in PackKind]: (value: PackValues[K]) => string } = {
  instrument: (value) => value.id,
  concept: (value) => `${value.scheme}/${value.id}`,
  external_code: (value) => `${value.system}/${value.code}`,
  state: (value) => value.iso3,
  territory: (value) => value.code,
  treaty_status: (value) => `${value.party}/${value.instrument}`,
  organization: (value) => value.org,
  membership: (value) => `${value.org}/${value.iso3}/${value.from_year}`,
  region: (value) => value.region,
  assessment: (value) => value.id,
  finding: (value) => `${value.assessment}/${value.iso3}/${value.threat}`,
  flow: (value) => value.id,
  activity: (value) => value.id,
  strategy: (value) => value.id,
  link: (value) => `${value.national}/${value.regional}`,
};
