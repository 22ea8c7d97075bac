// Writes the cast and the worlds of the tests of access straight into the tables, past every check of the service.
import { sql } from 'kysely';
import type { Sharing } from '../../src/core/sharing.ts';
import type { Database } from '../../src/store/db.ts';
import { insertAssistance } from './assistance-insert.ts';
import { elements, memberships, organizations, provisions, states, threats } from './cast.ts';
import { insertMonitoring } from './monitoring.ts';
import type { World } from './world.ts';

/** A row in each register that the cast has none in. */
const registerRows = [
  `territory (territory_key, name) values ('XZT', '{"en":"Isle"}')`,
  `treaty_status (state_key, instrument_key, status) values ('XAA', 'untoc', 'party')`,
  `provision_threat (provision_key, threat_key) values ('untoc:31', 'cybercrime')`,
  `external_code (system, code, scheme, concept_key) values ('DAC', '15130', 'ELEMENT', 'legal-framework')`,
  `region (region_key) values ('region:isles')`,
  `region_state (region_key, state_key) values ('region:isles', 'XAA')`,
  `flow (flow_id, flow_key, threat_key) overriding system value values (1, 'f1', 'cocaine')`,
  `flow_place (flow_id, role, position, state_key) values (1, 'ORIGIN', 1, 'XAA')`,
  `assistance_activity (assistance_activity_id, activity_key, title) overriding system value values (1, 'a1', 'Activity')`,
  `assistance_activity_recipient (assistance_activity_id, position, state_key) values (1, 1, 'XAA')`,
  `assistance_activity_code (assistance_activity_id, system, code) values (1, 'DAC', '15130')`,
  `seed_state (digest) values ('none')`,
];

/** The public rows: once in a database. */
export async function insertCast(db: Database): Promise<void> {
  const json = (rows: object[]) => JSON.stringify(rows);
  const concept = (scheme: string) => (key: string, index: number) => ({
    scheme,
    concept_key: key,
    position: index + 1,
    parent_key: key === 'cocaine' ? 'drug-trafficking' : null,
    label: { en: key },
    element_group: scheme === 'ELEMENT' ? 'core' : null,
    instrument_key: scheme === 'PROVISION' ? 'untoc' : null,
  });
  await sql`insert into instrument (instrument_key, title) values ('untoc', '{"en":"Convention"}')`.execute(db);
  const concepts = [...threats.map(concept('THREAT')), ...elements.map(concept('ELEMENT')), ...provisions.map(concept('PROVISION'))];
  await sql`insert into concept (scheme, concept_key, position, parent_key, label, element_group, instrument_key)
    select scheme, concept_key, position, parent_key, label, element_group, instrument_key from json_populate_recordset(null::concept, ${json(concepts)})`.execute(
    db,
  );
  await sql`insert into state (state_key, kind, name) select key, 'un_member', jsonb_build_object('en', 'State ' || key) from unnest(${[...states]}::text[]) key`.execute(
    db,
  );
  await sql`insert into organization (organization_key, name, kind) select key, jsonb_build_object('en', key), 'regional' from unnest(${[...organizations]}::text[]) key`.execute(
    db,
  );
  const rows = memberships.map((it) => ({
    organization_key: it.organization,
    state_key: it.state,
    from_year: it.from,
    to_year: it.to,
    role: it.role,
  }));
  await sql`insert into membership (organization_key, state_key, from_year, to_year, role)
    select organization_key, state_key, from_year, to_year, role from json_populate_recordset(null::membership, ${json(rows)})`.execute(db);
  for (const row of registerRows) await sql.raw(`insert into ${row}`).execute(db);
}

/** Writes a world. `reversed`: numbers of rows run the other way, as they would had other rows come first. */
export async function insertWorld(db: Database, world: World, reversed: boolean): Promise<void> {
  const n = (id: number) => (reversed ? 100_000 - id : id);
  const insert = async (table: string, rows: object[]) => {
    const columns = Object.keys(rows[0] ?? {});
    if (columns.length === 0) return;
    const list = sql.join(columns.map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(table)} (${list}) overriding system value select ${list} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)})`.execute(
      db,
    );
  };
  const shared = (it: Sharing) => ({
    state_key: it.stateKey,
    organization_key: it.organizationKey,
    visibility: it.visibility,
    shared_with: it.sharedWith,
    publication: it.publication,
  });
  const succeededBy = (node: World['nodes'][number]) => {
    const succeeds = world.strategies.find((it) => it.id === node.strategy)?.succeeds ?? null;
    return succeeds && `${succeeds}.n${node.position}`;
  };
  await sql`set constraints all deferred`.execute(db);
  await insert(
    'strategy',
    world.strategies.map((it) => ({
      strategy_id: n(it.id),
      strategy_key: it.key,
      ...shared(it),
      level: it.stateKey ? 'NATIONAL' : 'REGIONAL',
      scope: it.scope,
      status: it.status,
      title: { en: it.title },
      original_language: 'en',
      valid_from: it.from,
      valid_to: it.to,
      is_verified: true,
      is_fully_read: it.isFullyRead,
      notes: [],
      instrument_references: [],
      sources: [],
      version: 1,
      succeeds_key: it.succeeds,
    })),
  );
  await insert(
    'strategy_successor',
    world.strategies.flatMap((it) => (it.successor === null ? [] : [{ strategy_id: n(it.id), successor_key: it.successor }])),
  );
  await insert(
    'strategy_relation',
    world.strategies.map((it) => ({
      strategy_id: n(it.id),
      target_key: 'un-plan',
      relation: 'implements',
      strength: 'EXPLICIT',
      basis: `relation of ${it.key}`,
      is_verified: false,
    })),
  );
  await insert(
    'strategy_theme',
    world.strategies.map((it) => ({ strategy_id: n(it.id), threat_key: it.theme })),
  );
  await insert(
    'strategy_node',
    world.nodes.map((it) => ({
      strategy_node_id: n(it.id),
      strategy_node_key: it.key,
      strategy_id: n(it.strategy),
      parent_id: it.parent === null ? null : n(it.parent),
      position: it.position,
      last_position: it.last,
      kind: it.kind,
      label: { en: it.label },
      original_language: 'en',
      is_seen_in_source: it.isSeen,
      responsible: it.responsible,
      deadline: it.deadline,
      succeeds_key: succeededBy(it),
    })),
  );
  await insert(
    'strategy_node_concept',
    world.nodes.flatMap((it) => it.tags.map(([scheme, concept_key]) => ({ strategy_node_id: n(it.id), scheme, concept_key }))),
  );
  await sql`update strategy set search = to_tsvector('english', title->>'en')`.execute(db);
  await sql`update strategy_node set search = to_tsvector('english', label->>'en')`.execute(db);
  await insertMonitoring(world, insert, n);
  await insert(
    'link',
    world.links.map(({ stateKey: _state, organizationKey: _organization, ...it }) => ({
      link_id: n(it.id),
      national_strategy_id: n(it.strategy),
      national_node_id: it.node === null ? null : n(it.node),
      objective_id: n(it.objective),
      relation: it.relation,
      share: it.share,
      status: it.status,
      rationale: it.rationale,
      visibility: it.visibility,
      shared_with: it.sharedWith,
      publication: it.publication,
      version: 1,
    })),
  );
  await insert(
    'link_clearance',
    world.links.flatMap((it) =>
      ['STATE', 'OWNER'].map((side) => ({
        link_id: n(it.id),
        side,
        decision: 'CONFIRMED',
        role: side === 'STATE' ? 'APPROVER' : 'ANALYST',
        decided_by: 'someone else',
        decided_on: '2026-01-05',
        reason: it.rationale,
      })),
    ),
  );
  await insert(
    'assessment',
    world.assessments.map((it) => ({
      assessment_id: n(it.id),
      assessment_key: it.key,
      ...shared(it),
      title: it.title,
      series: it.key,
      level: it.stateKey ? 'NATIONAL' : 'REGIONAL',
      is_official: true,
      dated: it.dated,
      is_verified: true,
      sources: [],
      version: 1,
    })),
  );
  await insert(
    'assessment_organization',
    world.assessments.flatMap((it) => (it.organizationKey === null ? [] : [{ assessment_id: n(it.id), organization_key: it.organizationKey }])),
  );
  await insert(
    'assessment_threat',
    world.assessments.flatMap((it) => it.threats.map((threat_key) => ({ assessment_id: n(it.id), threat_key, is_emerging: false }))),
  );
  await insert(
    'finding',
    world.assessments.flatMap((it) =>
      it.findings.map(({ state, threat, score }, index) => ({
        finding_id: n(it.id) * 10 + index,
        assessment_id: n(it.id),
        state_key: state,
        threat_key: threat,
        score,
        scale_min: 0,
        scale_max: 10,
        is_emerging: false,
      })),
    ),
  );
  await insertAssistance(world, insert, n);
  await insert(
    'cell_statement',
    world.statements.map((it) => ({
      cell_statement_id: n(it.id),
      statement_key: it.key,
      kind: it.kind,
      state_key: it.state,
      objective_id: n(it.objective),
      link_id: it.link === null ? null : n(it.link),
      side: 'STATE',
      organization_key: it.organization,
      role: 'APPROVER',
      reason: it.reason,
      stated_on: '2026-01-05',
      stated_by: 'someone',
      version: 1,
      ...(it.isOpen
        ? { outcome: null, resolved_side: null, resolved_role: null, resolved_on: null, resolved_by: null }
        : { outcome: 'WITHDRAWN', resolved_side: 'STATE', resolved_role: 'APPROVER', resolved_on: '2026-02-05', resolved_by: 'someone' }),
    })),
  );
  await insert(
    'record_statement',
    world.words.map((it) => ({
      record_statement_id: n(it.id),
      statement_key: it.key,
      state_key: it.stateKey,
      subject: 'ELEMENT',
      subject_key: it.subjectKey,
      reading: 'MENTIONED',
      decision: 'CONTEST',
      reason: it.reason,
      role: 'EDITOR',
      stated_on: '2026-01-05',
      stated_by: 'someone',
      visibility: it.isPublic ? 'PUBLIC' : 'PRIVATE',
      version: 1,
      ...(it.isStanding
        ? { ended_role: null, ended_on: null, ended_by: null }
        : { ended_role: 'EDITOR', ended_on: '2026-02-05', ended_by: 'someone' }),
    })),
  );
  await insert(
    'state_agreement',
    world.agreements.map((it) => ({
      state_key: it.stateKey,
      kind: it.kind,
      organization_key: it.organizationKey,
      agreed_on: '2026-01-01',
      agreed_by: 'someone',
    })),
  );
  await insert(
    'audit_entry',
    world.entries.map((it) => ({
      occurred_at: '2026-01-01T00:00:00Z',
      actor: 'someone',
      role: 'EDITOR',
      by_state_key: it.stateKey,
      by_organization_key: it.organizationKey,
      action: it.action,
      kind: it.kind,
      key: it.key,
      version: 1,
      change: { note: { to: it.note } },
      ...shared(it),
    })),
  );
  await sql`set constraints all immediate`.execute(db);
  // What the service records from here on takes numbers beyond those given here.
  await sql`select setval(format('%I', sequencename)::regclass, 1000000) from pg_sequences where schemaname = 'public'`.execute(db);
}
