// Loads the rows that the computations take: one statement a facet, whatever the number of states, objectives or nodes.
// It reads other subjects' tables and writes none. SQL narrows by owner and visibility; what is in force is computed.
import { sql } from 'kysely';
import type { Viewer } from '../core/viewer.ts';
import { readColumns } from '../store/columnar.ts';
import type { Database } from '../store/db.ts';
import { anyOf, keyOrder } from '../store/sql.ts';
import { visibleAssessment, visibleCellStatement, visibleLink, visibleStrategy } from '../store/visibility.ts';
import type { CellStatements, FindingRow, FlowRow, LinkRow, NodeRow, RegionalNamingRow, StrategyRow, TreatyStatusRow } from './model.ts';
import { cellStatements } from './statements.ts';

/** Whose strategies: of these states and organizations, and these by key. */
export type StrategyOwners = { stateKeys: readonly string[]; organizationKeys: readonly string[]; strategyKeys: readonly string[] };

/** Visible strategies of these owners, and the visible ones named by key whoever owns them. */
export function loadStrategies(db: Database, viewer: Viewer, of: StrategyOwners): Promise<StrategyRow[]> {
  return db
    .selectFrom('strategy as s')
    .select([
      's.strategy_id as strategyId',
      's.strategy_key as key',
      's.state_key as stateKey',
      's.organization_key as organizationKey',
      's.scope',
      's.status',
      's.valid_from as validFrom',
      's.valid_to as validTo',
      's.is_fully_read as isFullyRead',
    ])
    .where(visibleStrategy(viewer, 's'))
    .where((eb) =>
      eb.or([
        eb('s.state_key', '=', anyOf(of.stateKeys)),
        eb('s.organization_key', '=', anyOf(of.organizationKeys)),
        eb('s.strategy_key', '=', anyOf(of.strategyKeys)),
      ]),
    )
    .$castTo<StrategyRow>()
    .execute();
}

export type TagScheme = 'THREAT' | 'ELEMENT' | 'PROVISION';
const allSchemes: readonly TagScheme[] = ['THREAT', 'ELEMENT', 'PROVISION'];

type UntaggedNode = Omit<NodeRow, keyof typeof noTags> & { tags: string | null };

/** All nodes of strategies that were read under the viewer, each tree from top to bottom. Tags of schemes that are not asked for are left empty. */
export async function loadNodes(db: Database, strategyIds: readonly number[], schemes: readonly TagScheme[] = allSchemes): Promise<NodeRow[]> {
  const query = db
    .selectFrom('strategy_node as n')
    .select([
      'n.strategy_node_id as nodeId',
      'n.strategy_node_key as key',
      'n.strategy_id as strategyId',
      'n.parent_id as parentId',
      'n.kind',
      'n.addressee',
      'n.is_seen_in_source as isSeen',
      sql<boolean>`n.responsible is not null`.as('hasResponsible'),
      sql<string | null>`(
        select string_agg(left(t.scheme, 1) || t.concept_key, ' ') from strategy_node_concept t
        where t.strategy_node_id = n.strategy_node_id and t.scheme = ${anyOf(schemes)}
      )`.as('tags'),
    ])
    .where('n.strategy_id', '=', anyOf(strategyIds))
    .orderBy('n.strategy_id')
    .orderBy('n.position')
    .$castTo<UntaggedNode>();
  const rows = await readColumns<UntaggedNode>(db, query, {
    nodeId: true,
    key: true,
    strategyId: true,
    parentId: true,
    kind: true,
    addressee: true,
    isSeen: true,
    hasResponsible: true,
    tags: true,
  });
  return rows.map(({ tags, ...row }) => ({ ...row, ...ownTags(tags) }));
}

const noTags: Pick<NodeRow, 'threats' | 'elements' | 'provisions'> = { threats: [], elements: [], provisions: [] };

/** Tags written as the first letter of the scheme and the key, by scheme. */
function ownTags(tags: string | null): typeof noTags {
  if (tags === null) return noTags;
  const list = tags.split(' ');
  const of = (letter: string) => list.filter((tag) => tag.startsWith(letter)).map((tag) => tag.slice(1));
  return { threats: of('T'), elements: of('E'), provisions: of('P') };
}

/** Statuses of links that count, or that keep a hint away. */
export const decisiveStatuses: readonly LinkRow['status'][] = ['CONFIRMED', 'READ', 'REJECTED'];

/** Visible links of these statuses from these plans, or their nodes, to these objectives, in no order. Both ends must have been read under the viewer. */
export function loadLinks(
  db: Database,
  viewer: Viewer,
  planIds: readonly number[],
  objectiveIds: readonly number[],
  includeUnseen: boolean,
  statuses: readonly LinkRow['status'][],
): Promise<LinkRow[]> {
  const query = db
    .selectFrom('link as l')
    // The second condition follows from the first; it keeps the planner from reading every node there is.
    .leftJoin('strategy_node as n', (join) => join.onRef('n.strategy_node_id', '=', 'l.national_node_id').on('n.strategy_id', '=', anyOf(planIds)))
    .select([
      'l.link_id as linkId',
      'l.national_strategy_id as strategyId',
      'l.national_node_id as nodeId',
      'l.objective_id as objectiveId',
      'l.relation',
      'l.share',
      'l.status',
      'n.kind',
      sql<boolean>`coalesce(n.is_seen_in_source, true)`.as('isSeen'),
      sql<boolean>`n.kind = 'PILLAR' and exists (
        select from strategy_node b
        where b.strategy_id = n.strategy_id and b.position > n.position and b.position <= n.last_position
          and b.kind = 'OBJECTIVE' and (b.is_seen_in_source or ${includeUnseen})
      )`.as('hasObjectiveBelow'),
    ])
    .where(visibleLink(viewer, 'l'))
    .where('l.objective_id', '=', anyOf(objectiveIds))
    .where('l.national_strategy_id', '=', anyOf(planIds))
    .where('l.status', '=', anyOf(statuses));
  return readColumns(db, query, {
    linkId: true,
    strategyId: true,
    nodeId: true,
    objectiveId: true,
    relation: true,
    share: true,
    status: true,
    kind: true,
    isSeen: true,
    hasObjectiveBelow: true,
  });
}

/** Open statements on the cells of these states and objectives that the viewer may see. */
export async function loadStatements(
  db: Database,
  viewer: Viewer,
  stateKeys: readonly string[],
  objectiveIds: readonly number[],
): Promise<CellStatements> {
  const open = await db
    .selectFrom('cell_statement as c')
    .select(['c.kind', 'c.state_key as stateKey', 'c.objective_id as objectiveId', 'c.link_id as linkId'])
    .where('c.state_key', '=', anyOf(stateKeys))
    .where('c.objective_id', '=', anyOf(objectiveIds))
    .where('c.outcome', 'is', null)
    .where(visibleCellStatement(viewer, 'c'))
    .execute();
  return cellStatements(open);
}

/** Visible findings on these states: figures, and threats that a state's own assessment names as key without giving a figure. */
export function loadFindings(db: Database, viewer: Viewer, stateKeys: readonly string[]): Promise<FindingRow[]> {
  const figures = db
    .selectFrom('finding as f')
    .innerJoin('assessment as a', 'a.assessment_id', 'f.assessment_id')
    .select([
      'a.assessment_key as assessmentKey',
      'a.series',
      'a.level',
      'a.dated',
      'a.next_edition as nextEdition',
      'f.state_key as stateKey',
      'f.threat_key as threatKey',
      'f.likelihood',
      'f.impact',
      'f.score',
      'f.scale_min as scaleMin',
      'f.scale_max as scaleMax',
      sql<boolean>`f.score is null and f.likelihood is null`.as('isNamed'),
      'f.is_emerging as isEmerging',
    ])
    .where('f.state_key', '=', anyOf(stateKeys))
    .where(visibleAssessment(viewer, 'a'));
  const named = db
    .selectFrom('assessment_threat as t')
    .innerJoin('assessment as a', 'a.assessment_id', 't.assessment_id')
    .select((eb) => [
      'a.assessment_key as assessmentKey',
      'a.series',
      'a.level',
      'a.dated',
      'a.next_edition as nextEdition',
      'a.state_key as stateKey',
      't.threat_key as threatKey',
      eb.val<number | null>(null).as('likelihood'),
      eb.val<number | null>(null).as('impact'),
      eb.val<number | null>(null).as('score'),
      eb.val<number | null>(null).as('scaleMin'),
      eb.val<number | null>(null).as('scaleMax'),
      sql<boolean>`true`.as('isNamed'),
      't.is_emerging as isEmerging',
    ])
    .where('a.state_key', '=', anyOf(stateKeys))
    .where('a.level', '=', 'NATIONAL')
    .where(visibleAssessment(viewer, 'a'))
    .where(
      sql<boolean>`not exists (select from finding f where f.assessment_id = a.assessment_id and f.state_key = a.state_key and f.threat_key = t.threat_key)`,
    );
  return readColumns(db, figures.unionAll(named as never).$castTo<FindingRow>(), {
    assessmentKey: true,
    series: true,
    level: true,
    dated: true,
    nextEdition: true,
    stateKey: true,
    threatKey: true,
    likelihood: true,
    impact: true,
    score: true,
    scaleMin: true,
    scaleMax: true,
    isNamed: true,
    isEmerging: true,
  });
}

/** Threats that visible assessments of the organization name as key; a row without a threat for one that names none. */
export function loadRegionalNamings(db: Database, viewer: Viewer, organizationKey: string): Promise<RegionalNamingRow[]> {
  return db
    .selectFrom('assessment as a')
    .innerJoin('assessment_organization as o', 'o.assessment_id', 'a.assessment_id')
    .leftJoin('assessment_threat as t', 't.assessment_id', 'a.assessment_id')
    .select(['a.assessment_key as assessmentKey', 'a.dated', 't.threat_key as threatKey'])
    .where('o.organization_key', '=', organizationKey)
    .where('a.level', '=', 'REGIONAL')
    .where(visibleAssessment(viewer, 'a'))
    .execute();
}

/** All recorded flows: they are public. */
export async function loadFlows(db: Database): Promise<FlowRow[]> {
  const query = db
    .selectFrom('flow as f')
    .select([
      'f.flow_key as flowKey',
      'f.threat_key as threatKey',
      'f.last_year as lastYear',
      sql<string | null>`(
        select string_agg(left(p.role, 1) || coalesce(p.state_key, p.territory_key, p.region_key), ' ' order by p.role, p.position)
        from flow_place p where p.flow_id = f.flow_id
      )`.as('places'),
    ])
    .orderBy(keyOrder('f.flow_key'));
  const rows = await readColumns<Pick<FlowRow, 'flowKey' | 'threatKey' | 'lastYear'> & { places: string | null }>(db, query, {
    flowKey: true,
    threatKey: true,
    lastYear: true,
    places: true,
  });
  return rows.map(({ places, ...row }) => {
    const list = places?.split(' ') ?? [];
    const of = (letter: string) => list.filter((place) => place.startsWith(letter)).map((place) => place.slice(1));
    return { ...row, origins: of('O'), transits: of('T'), destinations: of('D') };
  });
}

/** Treaty status of these states, as far as recorded. */
export function loadTreatyStatuses(db: Database, stateKeys: readonly string[]): Promise<TreatyStatusRow[]> {
  return db
    .selectFrom('treaty_status')
    .select(['state_key as stateKey', 'instrument_key as instrumentKey', 'status', 'consent_date as partyFrom'])
    .where('state_key', '=', anyOf(stateKeys))
    .$castTo<TreatyStatusRow>()
    .execute();
}

/** Words to print where figures of these assessments enter a result. */
export async function loadAttributions(db: Database, assessmentKeys: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('assessment')
    .select('attribution')
    .distinct()
    .where('assessment_key', '=', anyOf(assessmentKeys))
    .where('attribution', 'is not', null)
    .execute();
  return rows.flatMap((row) => row.attribution ?? []).toSorted();
}
