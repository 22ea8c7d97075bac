// What the database itself gives a viewer, held against the rules. The first lock are the predicates that every read of the service
// carries; the second are the policies, which bind a login that owns nothing whatever a statement asks for.
import { type RawBuilder, sql } from 'kysely';
import type { Sharing } from '../../src/core/sharing.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import type { Database } from '../../src/store/db.ts';
import { tellViewer } from '../../src/store/operation.ts';
import {
  visibleAssessment,
  visibleAuditEntry,
  visibleCellStatement,
  visibleLink,
  visibleRecordStatement,
  visibleStateAgreement,
  visibleStrategy,
} from '../../src/store/visibility.ts';
import { viewers } from './cast.ts';
import { withWorld } from './differences.ts';
import { monitoringKeys, monitoringReads, monitoringWrites } from './monitoring.ts';
import { isOwner } from './oracle.ts';
import { randomWorld, seenBy, type World } from './world.ts';

type Keys = Record<string, string[]>;

const sorted = (keys: string[]) => keys.toSorted();
const list = async (query: { execute: (db: Database) => Promise<{ rows: { key: string }[] }> }, db: Database) =>
  sorted((await query.execute(db)).rows.map((row) => row.key));

/** Keys of what the viewer may see, by the rules. */
function expectedReads(viewer: Viewer, world: World): Keys {
  const sees = seenBy(viewer, world);
  const strategies = world.strategies.filter(sees.strategy);
  const nodes = world.nodes.filter(sees.node);
  const assessments = world.assessments.filter(sees.assessment);
  const isSeen = (key: string) => strategies.some((it) => it.key === key);
  return {
    registers: sorted(Object.keys(registers)),
    strategy: sorted(strategies.map((it) => it.key)),
    strategy_theme: sorted(strategies.map((it) => `${it.key} ${it.theme}`)),
    strategy_successor: sorted(strategies.flatMap((it) => (it.successor === null ? [] : [`${it.key} ${it.successor}`]))),
    strategy_relation: sorted(strategies.map((it) => `relation of ${it.key}`)),
    strategy_node: sorted(nodes.map((it) => it.key)),
    strategy_node_concept: sorted(nodes.flatMap((it) => it.tags.map(([scheme, key]) => `${it.key} ${scheme} ${key}`))),
    ...monitoringKeys(strategies, nodes),
    link: sorted(world.links.filter(sees.link).map((it) => it.rationale)),
    assessment: sorted(assessments.map((it) => it.key)),
    assessment_organization: sorted(assessments.flatMap((it) => (it.organizationKey === null ? [] : [`${it.key} ${it.organizationKey}`]))),
    assessment_threat: sorted(assessments.flatMap((it) => it.threats.map((threat) => `${it.key} ${threat}`))),
    finding: sorted(assessments.flatMap((it) => it.findings.map((finding) => `${it.key} ${finding.state} ${finding.threat}`))),
    cell_statement: sorted(world.statements.filter(sees.statement).map((it) => it.key)),
    record_statement: sorted(world.words.filter(sees.word).map((it) => it.key)),
    state_agreement: sorted(world.agreements.filter(sees.agreement).map((it) => `${it.stateKey} ${it.organizationKey ?? ''}`)),
    // The predicate says how it was then; that the thing is seen today is asked for with it.
    audit_entry: sorted(world.entries.filter((it) => isSeen(it.key) && sees.entry(it)).map((it) => it.note)),
    link_clearance: sorted(world.links.filter(sees.link).flatMap((it) => [it.rationale, it.rationale])),
  };
}

/** What the service's reads find: each table with its own predicate, and that of what it hangs on. */
async function firstLockReads(db: Database, viewer: Viewer): Promise<Keys> {
  const [s, a, l] = [visibleStrategy(viewer, 's'), visibleAssessment(viewer, 'a'), visibleLink(viewer, 'l')];
  const seenObjective = sql`exists (select from strategy_node o join strategy r using (strategy_id) where o.strategy_node_id = l.objective_id and ${visibleStrategy(viewer, 'r')})`;
  return {
    strategy: await list(sql`select s.strategy_key as key from strategy s where ${s}`, db),
    strategy_theme: await list(
      sql`select s.strategy_key || ' ' || t.threat_key as key from strategy_theme t join strategy s using (strategy_id) where ${s}`,
      db,
    ),
    strategy_successor: await list(
      sql`select s.strategy_key || ' ' || t.successor_key as key from strategy_successor t join strategy s using (strategy_id) where ${s}`,
      db,
    ),
    strategy_node: await list(sql`select n.strategy_node_key as key from strategy_node n join strategy s using (strategy_id) where ${s}`, db),
    strategy_node_concept: await list(
      sql`select n.strategy_node_key || ' ' || t.scheme || ' ' || t.concept_key as key from strategy_node_concept t join strategy_node n using (strategy_node_id) join strategy s using (strategy_id) where ${s}`,
      db,
    ),
    link: await list(
      sql`select l.rationale as key from link l join strategy s on s.strategy_id = l.national_strategy_id where ${l} and ${s} and ${seenObjective}`,
      db,
    ),
    assessment: await list(sql`select a.assessment_key as key from assessment a where ${a}`, db),
    assessment_organization: await list(
      sql`select a.assessment_key || ' ' || o.organization_key as key from assessment_organization o join assessment a using (assessment_id) where ${a}`,
      db,
    ),
    assessment_threat: await list(
      sql`select a.assessment_key || ' ' || t.threat_key as key from assessment_threat t join assessment a using (assessment_id) where ${a}`,
      db,
    ),
    finding: await list(
      sql`select a.assessment_key || ' ' || f.state_key || ' ' || f.threat_key as key from finding f join assessment a using (assessment_id) where ${a}`,
      db,
    ),
    cell_statement: await list(sql`select c.statement_key as key from cell_statement c where ${visibleCellStatement(viewer, 'c')}`, db),
    record_statement: await list(sql`select r.statement_key as key from record_statement r where ${visibleRecordStatement(viewer, 'r')}`, db),
    state_agreement: await list(
      sql`select g.state_key || ' ' || coalesce(g.organization_key, '') as key from state_agreement g where ${visibleStateAgreement(viewer, 'g')}`,
      db,
    ),
    audit_entry: await list(
      sql`select e.change->'note'->>'to' as key from audit_entry e join strategy s on s.strategy_key = e.key where ${s} and ${visibleAuditEntry(viewer, 'e')}`,
      db,
    ),
  };
}

const registersThatShow = sql`${sql.join(
  [
    'concept',
    'external_code',
    'flow',
    'flow_place',
    'instrument',
    'membership',
    'organization',
    'provision_threat',
    'region',
    'region_state',
    'state',
    'territory',
    'treaty_status',
  ]
    .concat(['assistance_activity', 'assistance_activity_recipient', 'assistance_activity_code'])
    .map((table) => sql`select ${table}::text as key where exists (select from ${sql.table(table)})`),
  sql` union all `,
)}`;

type Statements = Record<string, RawBuilder<unknown>>;

/** What the tables themselves give, without any predicate. */
const bareReads: Statements = {
  ...monitoringReads,
  registers: registersThatShow,
  strategy: sql`select strategy_key as key from strategy`,
  strategy_theme: sql`select strategy_key || ' ' || threat_key as key from strategy_theme left join strategy using (strategy_id)`,
  strategy_successor: sql`select strategy_key || ' ' || successor_key as key from strategy_successor left join strategy using (strategy_id)`,
  strategy_relation: sql`select basis as key from strategy_relation`,
  strategy_node: sql`select strategy_node_key as key from strategy_node`,
  strategy_node_concept: sql`select strategy_node_key || ' ' || scheme || ' ' || concept_key as key from strategy_node_concept left join strategy_node using (strategy_node_id)`,
  link: sql`select rationale as key from link`,
  link_clearance: sql`select reason as key from link_clearance`,
  assessment: sql`select assessment_key as key from assessment`,
  assessment_organization: sql`select assessment_key || ' ' || o.organization_key as key from assessment_organization o left join assessment using (assessment_id)`,
  assessment_threat: sql`select assessment_key || ' ' || threat_key as key from assessment_threat left join assessment using (assessment_id)`,
  finding: sql`select assessment_key || ' ' || f.state_key || ' ' || threat_key as key from finding f left join assessment using (assessment_id)`,
  cell_statement: sql`select statement_key as key from cell_statement`,
  record_statement: sql`select statement_key as key from record_statement`,
  state_agreement: sql`select state_key || ' ' || coalesce(organization_key, '') as key from state_agreement`,
  audit_entry: sql`select change->'note'->>'to' as key from audit_entry e join strategy on strategy_key = e.key`,
};

const isEditor = (viewer: Viewer, owner: Pick<Sharing, 'stateKey' | 'organizationKey'>) =>
  isOwner(viewer, owner) && (viewer.role === 'EDITOR' || viewer.role === 'APPROVER' || viewer.role === 'ANALYST');
const isApprover = (viewer: Viewer, owner: Pick<Sharing, 'stateKey' | 'organizationKey'>) => isEditor(viewer, owner) && viewer.role !== 'EDITOR';

/** What each table lets the viewer touch, by the rules: `update` of every row it can reach. */
function expectedWrites(viewer: Viewer, world: World): Keys {
  const own = world.strategies.filter((it) => isEditor(viewer, it));
  const isOwn = (id: number) => own.some((it) => it.id === id);
  const nodes = world.nodes.filter((it) => isOwn(it.strategy));
  const assessments = world.assessments.filter((it) => isEditor(viewer, it));
  const sees = seenBy(viewer, world);
  const isParty = ({ stateKey, organizationKey }: Pick<Sharing, 'stateKey' | 'organizationKey'>) =>
    isEditor(viewer, { stateKey, organizationKey: null }) || isEditor(viewer, { stateKey: null, organizationKey });
  return {
    strategy: sorted(own.map((it) => it.key)),
    strategy_theme: sorted(own.map((it) => it.theme)),
    strategy_successor: sorted(own.flatMap((it) => it.successor ?? [])),
    strategy_relation: sorted(own.map((it) => `relation of ${it.key}`)),
    strategy_node: sorted(nodes.map((it) => it.key)),
    strategy_node_concept: sorted(nodes.flatMap((it) => it.tags.map(([, key]) => key))),
    ...monitoringKeys(own, nodes),
    assessment_organization: sorted(assessments.flatMap((it) => it.organizationKey ?? [])),
    assessment_threat: sorted(assessments.flatMap((it) => it.threats)),
    link: sorted(world.links.filter((it) => sees.link(it) && isParty(it)).map((it) => it.rationale)),
    assessment: sorted(assessments.map((it) => it.key)),
    finding: sorted(assessments.flatMap((it) => it.findings.map((finding) => `${finding.state} ${finding.threat}`))),
    cell_statement: sorted(
      world.statements.filter((it) => sees.statement(it) && isParty({ stateKey: it.state, organizationKey: it.organization })).map((it) => it.key),
    ),
    record_statement: sorted(world.words.filter((it) => isEditor(viewer, { stateKey: it.stateKey, organizationKey: null })).map((it) => it.key)),
    state_agreement: sorted(
      world.agreements
        .filter((it) => isEditor(viewer, { stateKey: it.stateKey, organizationKey: null }))
        .map((it) => `${it.stateKey} ${it.organizationKey ?? ''}`),
    ),
    link_clearance: sorted(
      world.links
        .filter(sees.link)
        .flatMap((it) => [
          ...(isApprover(viewer, { stateKey: it.stateKey, organizationKey: null }) ? [it.rationale] : []),
          ...(isApprover(viewer, { stateKey: null, organizationKey: it.organizationKey }) ? [it.rationale] : []),
        ]),
    ),
    ...Object.fromEntries(
      Object.keys(registers).map((table) => [
        table,
        viewer.role === 'ADMIN' || (viewer.role === 'SECRETARIAT' && table.startsWith('assistance_')) ? ['all'] : [],
      ]),
    ),
  };
}

/** A column of each register, to write on. */
const registers: Readonly<Record<string, string>> = {
  concept: 'note',
  external_code: 'label',
  flow: 'note',
  flow_place: 'position',
  instrument: 'adopted',
  membership: 'note',
  organization: 'acronym',
  provision_threat: 'threat_key',
  region: 'basis',
  region_state: 'state_key',
  state: 'note',
  territory: 'm49',
  treaty_status: 'basis',
  assistance_activity: 'note',
  assistance_activity_recipient: 'position',
  assistance_activity_code: 'code',
};

/** A statement for each table that writes all it can reach. */
const bareWrites: Statements = {
  ...monitoringWrites,
  strategy: sql`update strategy set submitted_by = 'a', cleared_by = 'b' returning strategy_key as key`,
  strategy_theme: sql`update strategy_theme set threat_key = threat_key returning threat_key as key`,
  strategy_successor: sql`update strategy_successor set successor_key = successor_key returning successor_key as key`,
  strategy_relation: sql`update strategy_relation set basis = basis returning basis as key`,
  strategy_node: sql`update strategy_node set responsible = responsible returning strategy_node_key as key`,
  strategy_node_concept: sql`update strategy_node_concept set concept_key = concept_key returning concept_key as key`,
  link: sql`update link set confidence = 'low' returning rationale as key`,
  link_clearance: sql`update link_clearance set reference = 'touched' returning reason as key`,
  assessment: sql`update assessment set submitted_by = 'a', cleared_by = 'b' returning assessment_key as key`,
  assessment_organization: sql`update assessment_organization set organization_key = organization_key returning organization_key as key`,
  assessment_threat: sql`update assessment_threat set threat_key = threat_key returning threat_key as key`,
  finding: sql`update finding set note = note returning state_key || ' ' || threat_key as key`,
  cell_statement: sql`update cell_statement set version = version + 1 returning statement_key as key`,
  record_statement: sql`update record_statement set version = version + 1 returning statement_key as key`,
  state_agreement: sql`update state_agreement set agreed_on = agreed_on returning state_key || ' ' || coalesce(organization_key, '') as key`,
  ...Object.fromEntries(
    Object.entries(registers).map(([table, column]) => [
      table,
      sql`with touched as (update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)} returning 1) select 'all' as key where exists (select from touched)`,
    ]),
  ),
};

/** Runs the statements, of one table where it is named. */
async function run(db: Database, statements: Statements, table: string | null): Promise<Keys> {
  const found: Keys = {};
  for (const [name, statement] of Object.entries(statements)) {
    const isOfIt = table === null || name === table || (name === 'registers' && table in registers);
    if (isOfIt) found[name] = sorted((await statement.execute(db)).rows.map((row) => (row as { key: string }).key));
  }
  return found;
}

export type Mismatch = { viewer: string; table: string; missing: string[]; leaked: string[] };

function compared(viewer: string, expected: Keys, found: Keys): Mismatch[] {
  return Object.entries(found).flatMap(([table, keys]) => {
    const wanted = expected[table] ?? [];
    const [missing, leaked] = [wanted.filter((key) => !keys.includes(key)), keys.filter((key) => !wanted.includes(key))];
    return missing.length === 0 && leaked.length === 0 && wanted.length === keys.length ? [] : [{ viewer, table, missing, leaked }];
  });
}

/** What differs from the rules for every viewer, where reads carry their predicates (first lock). */
export async function firstLockMismatches(db: Database, seed: number): Promise<Mismatch[]> {
  const world = randomWorld(seed);
  return withWorld(db, world, false, async (trx) => {
    const mismatches: Mismatch[] = [];
    for (const [name, viewer] of Object.entries(viewers))
      mismatches.push(...compared(name, expectedReads(viewer, world), await firstLockReads(trx, viewer)));
    return mismatches;
  });
}

/** What differs from the rules, where nothing but the policies stands between a login and the rows (second lock). `table`: of this one alone. */
export async function secondLockMismatches(
  db: Database,
  seed: number,
  login: string,
  who: readonly string[] = Object.keys(viewers),
  table: string | null = null,
): Promise<Mismatch[]> {
  const world = randomWorld(seed);
  return withWorld(db, world, false, async (trx) => {
    const mismatches: Mismatch[] = [];
    for (const [name, viewer] of Object.entries(viewers).filter(([name]) => who.includes(name))) {
      await sql`savepoint viewer`.execute(trx);
      await sql`set local role ${sql.id(login)}`.execute(trx);
      await tellViewer(trx, viewer);
      mismatches.push(...compared(name, expectedReads(viewer, world), await run(trx, bareReads, table)));
      mismatches.push(...compared(`${name}, writing`, expectedWrites(viewer, world), await run(trx, bareWrites, table)));
      await sql`rollback to savepoint viewer`.execute(trx);
    }
    return mismatches;
  });
}
