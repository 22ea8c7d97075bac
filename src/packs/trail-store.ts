// What strategies, assessments and links say, field by field, as the trail of changes tells it.
import { type RawBuilder, sql } from 'kysely';
import type { Sharing, Visibility } from '../core/sharing.ts';
import type { Database } from '../store/db.ts';
import { anyOf } from '../store/sql.ts';

/** A thing as it is: its fields, those of a node of it with the key of the node before them. */
export type Snapshot = { key: string; version: number; sharing: Sharing; fields: Record<string, unknown> };

type SnapshotRow = {
  key: string;
  version: number;
  stateKey: string | null;
  organizationKey: string | null;
  visibility: Visibility;
  sharedWith: string[];
  publication: Sharing['publication'];
  fields: Record<string, unknown>;
};

const byKey = (rows: readonly SnapshotRow[]) =>
  new Map(rows.map(({ key, version, fields, ...sharing }): [string, Snapshot] => [key, { key, version, sharing, fields }]));

const sharingColumns = sql`t.version, t.state_key as "stateKey", t.organization_key as "organizationKey", t.visibility, t.shared_with as "sharedWith", t.publication`;
const sharingFields = sql`'visibility', t.visibility, 'sharedWith', t.shared_with, 'publication', t.publication`;

/** Strategies with their trees, by key. */
export async function snapshotStrategies(db: Database, keys: readonly string[]): Promise<Map<string, Snapshot>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<SnapshotRow>`
    select t.strategy_key as key, ${sharingColumns}, jsonb_build_object(
      'title', t.title, 'originalLanguage', t.original_language, 'level', t.level, 'scope', t.scope, 'status', t.status, 'adopted', t.adopted,
      'validFrom', t.valid_from, 'validTo', t.valid_to, 'adoptingBody', t.adopting_body, 'leadBody', t.lead_body, 'statusNote', t.status_note,
      'verified', t.is_verified, 'verifiedNote', t.verified_note, 'fullyRead', t.is_fully_read, 'structureBasis', t.structure_basis, 'notes', t.notes,
      'instrumentReferences', t.instrument_references, 'sources', t.sources, ${sharingFields},
      'themes', ${listOf(sql`select threat_key as it from strategy_theme p where p.strategy_id = t.strategy_id`)},
      'supersededBy', ${listOf(sql`select successor_key as it from strategy_successor p where p.strategy_id = t.strategy_id`)},
      'relations', ${listOf(sql`select jsonb_build_object('target', p.target_key, 'relation', p.relation, 'strength', p.strength, 'basis', p.basis, 'verified', p.is_verified, 'citation', p.citation) as it
        from strategy_relation p where p.strategy_id = t.strategy_id`)}
    ) as fields
    from strategy t where t.strategy_key = ${anyOf(keys)}`.execute(db);
  const { rows: nodes } = await sql<{ strategy: string; key: string; fields: Record<string, unknown> }>`
    select t.strategy_key as strategy, n.strategy_node_key as key, jsonb_build_object(
      'kind', n.kind, 'label', n.label, 'originalLanguage', n.original_language, 'parent', p.strategy_node_key, 'position', row_number() over (partition by n.strategy_id, n.parent_id order by n.position),
      'addressee', n.addressee, 'seenInSource', n.is_seen_in_source, 'responsible', n.responsible, 'deadline', n.deadline, 'citation', n.citation,
      'threats', ${tagsOf('THREAT')}, 'elements', ${tagsOf('ELEMENT')}, 'provisions', ${tagsOf('PROVISION')}
    ) as fields
    from strategy t join strategy_node n using (strategy_id) left join strategy_node p on p.strategy_node_id = n.parent_id
    where t.strategy_key = ${anyOf(keys)} order by n.strategy_id, n.position`.execute(db);
  const snapshots = byKey(rows);
  for (const { strategy, key, fields } of nodes) {
    const snapshot = snapshots.get(strategy);
    if (snapshot) for (const [name, value] of Object.entries(fields)) snapshot.fields[`${key}.${name}`] = value;
  }
  return snapshots;
}

function listOf(items: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(jsonb_agg(i.it order by i.it), '[]') from (${items}) i)`;
}

function tagsOf(scheme: string): RawBuilder<unknown> {
  return listOf(sql`select c.concept_key as it from strategy_node_concept c where c.strategy_node_id = n.strategy_node_id and c.scheme = ${scheme}`);
}

/** Assessments with the threats they name and their findings, by key. */
export async function snapshotAssessments(db: Database, keys: readonly string[]): Promise<Map<string, Snapshot>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<SnapshotRow>`
    select t.assessment_key as key, ${sharingColumns}, jsonb_build_object(
      'title', t.title, 'series', t.series, 'level', t.level, 'official', t.is_official, 'issuingBody', t.issuing_body, 'dated', t.dated,
      'nextEdition', t.next_edition, 'method', t.method, 'threatListSeen', t.is_threat_list_seen, 'verified', t.is_verified, 'note', t.note,
      'attribution', t.attribution, 'sources', t.sources, ${sharingFields},
      'organizations', ${listOf(sql`select organization_key as it from assessment_organization p where p.assessment_id = t.assessment_id`)},
      'keyThreats', ${listOf(sql`
        select jsonb_build_object('threat', p.threat_key, 'emerging', p.is_emerging) as it from assessment_threat p where p.assessment_id = t.assessment_id`)}
    ) || (
      select coalesce(jsonb_object_agg('findings.' || f.state_key || '.' || f.threat_key, jsonb_build_object(
        'likelihood', f.likelihood, 'impact', f.impact, 'score', f.score, 'scaleMin', f.scale_min, 'scaleMax', f.scale_max, 'note', f.note, 'emerging', f.is_emerging
      )), '{}')
      from finding f where f.assessment_id = t.assessment_id
    ) as fields
    from assessment t where t.assessment_key = ${anyOf(keys)}`.execute(db);
  return byKey(rows);
}

/** Keys of assessments by number. */
export async function assessmentKeys(db: Database, ids: readonly number[]): Promise<string[]> {
  const rows = await db.selectFrom('assessment').select('assessment_key as key').where('assessment_id', '=', anyOf(ids)).execute();
  return rows.map(({ key }) => key);
}

/** Links by number, under the natural keys of their ends. */
export async function snapshotLinks(db: Database, ids: readonly number[]): Promise<Map<string, Snapshot>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<SnapshotRow>`
    select coalesce(n.strategy_node_key, p.strategy_key) || '>' || o.strategy_node_key as key, ${sharingColumns}, jsonb_build_object(
      'relation', t.relation, 'share', t.share, 'status', t.status, 'confidence', t.confidence, 'rationale', t.rationale, 'method', t.method,
      'citation', t.citation, 'recordedBy', t.recorded_by, 'recordedOn', t.recorded_on, ${sharingFields}
    ) as fields
    from link t join strategy p on p.strategy_id = t.national_strategy_id left join strategy_node n on n.strategy_node_id = t.national_node_id
    join strategy_node o on o.strategy_node_id = t.objective_id
    where t.link_id = ${anyOf(ids)} order by t.link_id`.execute(db);
  return byKey(rows);
}
