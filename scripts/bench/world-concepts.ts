// The made-up world's concepts, states, organizations and memberships.
import type { Random } from './random.ts';
import type { Rows } from './rows.ts';

const threatParents: readonly [parent: string, children: number][] = [
  ['trafficking-in-persons', 3],
  ['smuggling-of-migrants', 2],
  ['firearms-trafficking', 2],
  ['drug-trafficking', 5],
  ['corruption', 2],
  ['environmental-crime', 4],
  ['cybercrime', 3],
  ['money-laundering', 0],
];

const inEnglish = (text: string) => ({ en: text });

/** A threat tree of 29, 16 core elements and 3 more, 100 provisions of 4 instruments. */
export function makeConcepts(random: Random): Rows {
  const threats = threatParents.flatMap(([parent, children]) => [
    { concept_key: parent, parent_key: null as string | null },
    ...Array.from({ length: children }, (_child, index) => ({ concept_key: `${parent}-${index + 1}`, parent_key: parent as string | null })),
  ]);
  const elements = Array.from({ length: 19 }, (_element, index) => `element-${index + 1}`);
  const instruments = ['untoc', 'tip', 'som', 'firearms'];
  const provisions = Array.from({ length: 100 }, (_provision, index) => `${instruments[index % 4]}-${1 + Math.floor(index / 4)}`);
  const none = { parent_key: null, element_group: null, instrument_key: null, article: null };
  return {
    instrument: instruments.map((key) => ({ instrument_key: key, title: inEnglish(`Instrument ${key}`) })),
    concept: [
      ...threats.map((threat, index) => ({
        ...none,
        ...threat,
        scheme: 'THREAT',
        position: index + 1,
        label: inEnglish(`Threat ${threat.concept_key}`),
      })),
      ...elements.map((key, index) => ({
        ...none,
        concept_key: key,
        scheme: 'ELEMENT',
        position: index + 1,
        label: inEnglish(`Element ${key}`),
        element_group: index < 16 ? 'core' : 'extension',
      })),
      ...provisions.map((key, index) => ({
        ...none,
        concept_key: key,
        scheme: 'PROVISION',
        position: index + 1,
        label: inEnglish(`Article ${key}`),
        instrument_key: key.split('-')[0],
        article: 1 + Math.floor(index / 4),
      })),
    ],
    provision_threat: provisions.map((key) => ({ provision_key: key, threat_key: random.pick(threats).concept_key })),
  };
}

/** Keys of made-up states: XAA to XJZ. */
const madeUpKeys = Array.from({ length: 260 }, (_key, index) => `X${String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26))}`);

/** States from the front of the made-up keys, territories from their end; regions of neighbouring states. */
export function makeStates(random: Random, count: number): Rows {
  const states = madeUpKeys.slice(0, count);
  const territories = madeUpKeys.slice(-20);
  const regions = Array.from({ length: 12 }, (_region, index) => `region:made-up-${index + 1}`);
  return {
    state: states.map((key) => ({ state_key: key, kind: 'un_member', region: 'Made up', name: { en: `State ${key}`, fr: `État ${key}` } })),
    territory: territories.map((key) => ({ territory_key: key, name: inEnglish(`Territory ${key}`) })),
    region: regions.map((key) => ({ region_key: key })),
    region_state: states.map((key, index) => ({ region_key: regions[Math.floor((index * regions.length) / states.length)], state_key: key })),
    treaty_status: states.flatMap((key) =>
      ['untoc', 'tip', 'som', 'firearms']
        .filter(() => random.chance(0.85))
        .map((instrument) => ({
          state_key: key,
          instrument_key: instrument,
          status: random.chance(0.95) ? 'party' : 'signatory',
          consent_date: `${random.whole(2001, 2020)}`,
        })),
    ),
  };
}

/** `xorg1` with exactly 27 members (fewer in a world of fewer states), the others with about 30; associates, past and future members among them. */
export function makeOrganizations(random: Random, count: number, stateKeys: readonly string[]): { members: Map<string, string[]>; rows: Rows } {
  const keys = Array.from({ length: count }, (_organization, index) => `xorg${index + 1}`);
  const members = new Map(
    keys.map((key, index): [string, string[]] => {
      if (index < 2) return [key, [stateKeys[0] as string, ...random.some(stateKeys.slice(1), index === 0 ? 26 : 30)]];
      return [key, random.some(stateKeys, random.whole(8, 52))];
    }),
  );
  const memberships = keys.flatMap((key) => {
    const inside = members.get(key) ?? [];
    const outside = random.some(
      stateKeys.filter((state) => !inside.includes(state)),
      4,
    );
    const others = [
      { role: 'associate', from_year: 1990, to_year: null },
      { role: 'observer', from_year: 1990, to_year: null },
      { role: 'member', from_year: 1980, to_year: 2010 },
      { role: 'member', from_year: 2027, to_year: null },
    ];
    return [
      ...inside.map((state) => ({
        organization_key: key,
        state_key: state,
        role: 'member',
        from_year: random.whole(1950, 2020),
        to_year: null,
        note: null,
      })),
      ...outside.map((state, index) => ({ organization_key: key, state_key: state, note: null, ...others[index] })),
    ];
  });
  return {
    members,
    rows: {
      organization: keys.map((key) => ({ organization_key: key, name: inEnglish(`Organization ${key}`), kind: 'regional' })),
      membership: memberships,
    },
  };
}
