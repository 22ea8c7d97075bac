// The rows that the items of a pack become, but for strategies and links.
import type { Database } from '../store/db.ts';
import { type Entry, entryColumns, publicationOf } from './entry.ts';
import type { Known } from './known.ts';
import type { Pack, PackKind, PackValue } from './pack.ts';
import { idsOf, type Row, type TableKey } from './rows.ts';

/** Records of a table with the rows that belong to them. `name` is the column that names a record, the first of the key of each part. */
export type Records = { table: TableKey; name: string; rows: Row[]; parts: { table: TableKey; rows: Row[] }[] };

/** In an order in which each kind names only kinds before it. */
export const simpleKinds = [
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
] as const;
export type SimpleKind = (typeof simpleKinds)[number];

/** What the rows depend on beside the pack. */
type Setting = { known: Known; entry: Entry };

/** The rows of all items of a kind. */
export function recordsOf(kind: SimpleKind, db: Database, pack: Pack, setting: Setting): Promise<Records> {
  return makers[kind](db, pack, setting);
}

type Maker = (db: Database, pack: Pack, setting: Setting) => Promise<Records>;

/** Records named by columns of their own. */
function plain(table: TableKey, rowsOf: (pack: Pack, known: Known) => Row[], partsOf: (pack: Pack) => Records['parts'] = () => []): Maker {
  return async (_db, pack, { known }) => ({ table, name: table.key[0] ?? '', rows: rowsOf(pack, known), parts: partsOf(pack) });
}

/** Records that have a number: `rowsOf` and `partsOf` are given the number of each. */
function numbered<K extends 'assessment' | 'flow' | 'activity'>(
  kind: K,
  table: TableKey['table'],
  columns: { id: string; key: string },
  rowOf: (value: PackValue<K>, entry: Entry) => Row,
  partsOf: (values: { id: number; value: PackValue<K> }[], known: Known) => Records['parts'],
): Maker {
  return async (db, pack, { known, entry }) => {
    const values: PackValue<K>[] = pack[kind].map(({ value }) => value);
    const { ids } = await idsOf(
      db,
      table,
      columns.id,
      columns.key,
      values.map((value) => value.id),
    );
    const withIds = values.map((value) => ({ id: ids.get(value.id) ?? 0, value }));
    const rows = withIds.map(({ id, value }): Row => ({ [columns.id]: id, [columns.key]: value.id, ...rowOf(value, entry) }));
    return { table: { table, key: [columns.id], alongside: alongside(kind, entry) }, name: columns.id, rows, parts: partsOf(withIds, known) };
  };
}

function alongside(kind: PackKind, { submittedBy }: Entry): string[] {
  if (kind !== 'assessment') return [];
  return submittedBy === null ? [...entryColumns] : [...entryColumns, 'publication'];
}

const makers: Record<SimpleKind, Maker> = {
  instrument: plain({ table: 'instrument', key: ['instrument_key'] }, (pack) =>
    pack.instrument.map(({ value: it }) => ({
      instrument_key: it.id,
      title: it.title.texts,
      adopted: it.adopted,
      in_force: it.in_force,
      treaty_collection_reference: it.un_treaty_collection,
    })),
  ),
  concept: plain(
    { table: 'concept', key: ['concept_key', 'scheme'] },
    (pack) =>
      pack.concept.map(({ value: it }) => ({
        scheme: it.scheme,
        concept_key: it.id,
        position: it.position,
        parent_key: it.parent,
        label: it.label,
        element_group: it.group,
        paragraph: it.paragraph,
        treaty_anchor: it.treaty_anchor,
        instrument_key: it.instrument,
        article: it.article,
        provision_class: it.class,
        note: it.note,
      })),
    (pack) => [
      {
        table: { table: 'provision_threat', key: ['provision_key', 'threat_key'] },
        rows: pack.concept.flatMap(({ value }) => [...new Set(value.threats)].map((threat_key) => ({ provision_key: value.id, threat_key }))),
      },
    ],
  ),
  external_code: plain({ table: 'external_code', key: ['code', 'system'] }, (pack) =>
    pack.external_code.map(({ value: it }) => ({
      system: it.system,
      code: it.code,
      label: it.label,
      scheme: it.scheme,
      concept_key: it.concept,
      relation: it.relation,
      verification: it.verification,
    })),
  ),
  state: plain({ table: 'state', key: ['state_key'] }, (pack) => pack.state.map(({ value: { iso3, ...it } }) => ({ state_key: iso3, ...it }))),
  territory: plain({ table: 'territory', key: ['territory_key'] }, (pack) =>
    pack.territory.map(({ value: { code, ...it } }) => ({ territory_key: code, ...it })),
  ),
  treaty_status: plain({ table: 'treaty_status', key: ['state_key', 'instrument_key'] }, (pack) =>
    pack.treaty_status.map(({ value: it }) => ({
      state_key: it.party,
      instrument_key: it.instrument,
      status: it.status,
      signature_date: it.signature_date,
      consent_date: it.consent_date,
      consent_type: it.consent_type,
      basis: it.basis,
      verification: it.verified,
    })),
  ),
  organization: plain({ table: 'organization', key: ['organization_key'] }, (pack) =>
    pack.organization.map(({ value: it }) => ({
      organization_key: it.org,
      acronym: it.acronym,
      name: it.name,
      kind: it.kind,
      seat_city: it.seat_city,
      seat_state_key: it.seat_iso3,
      founded: it.founded,
      instruments_note: it.oc_instruments,
      verification: it.verified,
    })),
  ),
  membership: plain(
    {
      table: 'membership',
      key: ['organization_key', 'state_key', 'territory_key', 'from_year'],
      nullable: ['state_key', 'territory_key'],
      isNumbered: true,
    },
    (pack, { territories }) =>
      pack.membership.map(({ value: it }) => ({
        organization_key: it.org,
        state_key: territories.has(it.iso3) ? null : it.iso3,
        territory_key: territories.has(it.iso3) ? it.iso3 : null,
        from_year: it.from_year,
        to_year: it.to_year,
        role: it.role,
        note: it.note,
        verification: it.verified,
      })),
  ),
  region: plain(
    { table: 'region', key: ['region_key'] },
    (pack) => pack.region.map(({ value: it }) => ({ region_key: it.region, basis: it.basis })),
    (pack) => [
      {
        table: { table: 'region_state', key: ['region_key', 'state_key'] },
        rows: pack.region.flatMap(({ value }) => value.members.map((state_key) => ({ region_key: value.region, state_key }))),
      },
    ],
  ),
  assessment: numbered(
    'assessment',
    'assessment',
    { id: 'assessment_id', key: 'assessment_key' },
    (it, entry) => ({
      title: it.title,
      series: it.series ?? it.id,
      level: it.level,
      is_official: it.kind === 'official',
      issuing_body: it.issuing_body,
      state_key: isOrganizationKey(it.jurisdiction) ? null : it.jurisdiction,
      organization_key: isOrganizationKey(it.jurisdiction) ? it.jurisdiction : null,
      dated: it.dated,
      next_edition: it.next_edition,
      method: it.method,
      is_threat_list_seen: it.threats_seen,
      is_verified: it.verified ?? false,
      note: it.note,
      attribution: it.attribution,
      sources: it.sources,
      visibility: it.visibility ?? 'PUBLIC',
      shared_with: [...new Set(it.shared_with)].toSorted(),
      publication: publicationOf(entry),
      submitted_by: entry.submittedBy,
      cleared_by: null,
    }),
    (values) => [
      {
        table: { table: 'assessment_organization', key: ['assessment_id', 'organization_key'] },
        rows: values.flatMap(({ id, value }) => {
          const organizations = new Set([value.jurisdiction, ...value.jurisdictions].filter(isOrganizationKey));
          return [...organizations].map((organization_key) => ({ assessment_id: id, organization_key }));
        }),
      },
      {
        table: { table: 'assessment_threat', key: ['assessment_id', 'threat_key'] },
        rows: values.flatMap(({ id, value }) =>
          [...new Set(value.key_threats)].map((threat_key) => ({ assessment_id: id, threat_key, is_emerging: value.emerging.includes(threat_key) })),
        ),
      },
    ],
  ),
  finding: async (db, { finding }) => {
    const { ids } = await idsOf(db, 'assessment', 'assessment_id', 'assessment_key', [...new Set(finding.map(({ value }) => value.assessment))]);
    const rows = finding.map(
      ({ value: it }): Row => ({
        assessment_id: ids.get(it.assessment) ?? 0,
        state_key: it.iso3,
        threat_key: it.threat,
        likelihood: it.likelihood,
        impact: it.impact,
        score: it.score,
        scale_min: it.scale_min,
        scale_max: it.scale_max,
        is_emerging: it.is_emerging ?? false,
        note: it.note,
      }),
    );
    return {
      table: { table: 'finding', key: ['assessment_id', 'state_key', 'threat_key'], isNumbered: true },
      name: 'assessment_id',
      rows,
      parts: [],
    };
  },
  flow: numbered(
    'flow',
    'flow',
    { id: 'flow_id', key: 'flow_key' },
    ({ id: _id, threat, origin: _origin, transit: _transit, destination: _destination, ...it }) => ({ threat_key: threat, ...it }),
    (values, known) => [
      {
        table: { table: 'flow_place', key: ['flow_id', 'role', 'position'] },
        rows: values.flatMap(({ id, value }) => [
          ...placeRows(id, 'ORIGIN', value.origin, known),
          ...placeRows(id, 'TRANSIT', value.transit, known),
          ...placeRows(id, 'DESTINATION', value.destination, known),
        ]),
      },
    ],
  ),
  activity: numbered(
    'activity',
    'assistance_activity',
    { id: 'assistance_activity_id', key: 'activity_key' },
    (it) => ({
      title: it.name,
      provider: it.provider,
      funder: it.funder,
      start_date: it.start,
      end_date: it.end,
      budget: it.budget,
      currency: it.currency,
      source_url: it.source_url,
      verification: it.verification,
      note: it.note,
    }),
    (values) => [
      {
        table: { table: 'assistance_activity_recipient', key: ['assistance_activity_id', 'position'] },
        rows: values.flatMap(({ id, value }) =>
          value.recipients.map((place, index) => ({
            assistance_activity_id: id,
            position: index + 1,
            state_key: isRegionKey(place) ? null : place,
            region_key: isRegionKey(place) ? place : null,
          })),
        ),
      },
      {
        table: { table: 'assistance_activity_code', key: ['assistance_activity_id', 'system', 'code'] },
        rows: values.flatMap(({ id, value }) => [
          ...value.themes.map((code) => ({ assistance_activity_id: id, system: 'ASSISTANCE_THEME', code })),
          ...value.dac_sectors.map((code) => ({ assistance_activity_id: id, system: 'DAC', code })),
        ]),
      },
    ],
  ),
};

/** States have codes in capitals, organizations ids in small letters. */
function isOrganizationKey(key: string): boolean {
  return !/^[A-Z]{3}$/.test(key);
}

function isRegionKey(place: string): boolean {
  return place.startsWith('region:');
}

function placeRows(flowId: number, role: string, places: readonly string[], { territories }: Known): Row[] {
  return places.map((place, index) => {
    const isTerritory = territories.has(place);
    return {
      flow_id: flowId,
      role,
      position: index + 1,
      state_key: isTerritory || isRegionKey(place) ? null : place,
      territory_key: isTerritory ? place : null,
      region_key: isRegionKey(place) ? place : null,
    };
  });
}
