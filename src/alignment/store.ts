// Loads the rows that the computations take: one statement a facet, whatever the number of states, objectives or nodes.
// It reads other subjects' tables and writes none. SQL narrows by owner and visibility; what is in force is computed.
import { sql } from 'kysely';
import type { Viewer } from '../core/viewer.ts';
import type { Database } from '../store/db.ts';
import { anyOf } from '../store/sql.ts';
import { visibleAssessment, visibleStrategy } from '../store/visibility.ts';
import type { FindingRow, FlowRow, LinkRow, NodeRow, RegionalNamingRow, StrategyRow, TreatyStatusRow } from './model.ts';

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

/** Own tags of a node in one scheme. */
function tagsOf(scheme: 'THREAT' | 'ELEMENT' | 'PROVISION') {
  return sql<string[]>`array(select t.concept_key from strategy_node_concept t where t.strategy_node_id = n.strategy_node_id and t.scheme = ${sql.lit(scheme)})`;
}

/** All nodes of strategies that were read under the viewer, each tree from top to bottom. */
export function loadNodes(db: Database, strategyIds: readonly number[]): Promise<NodeRow[]> {
  return db
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
      tagsOf('THREAT').as('threats'),
      tagsOf('ELEMENT').as('elements'),
      tagsOf('PROVISION').as('provisions'),
    ])
    .where('n.strategy_id', '=', anyOf(strategyIds))
    .orderBy('n.strategy_id')
    .orderBy('n.position')
    .$castTo<NodeRow>()
    .execute();
}

/** Links from these plans, or their nodes, to these objectives. Both ends must have been read under the viewer. */
export function loadLinks(db: Database, planIds: readonly number[], objectiveIds: readonly number[], includeUnseen: boolean): Promise<LinkRow[]> {
  return db
    .selectFrom('link as l')
    .leftJoin('strategy_node as n', 'n.strategy_node_id', 'l.national_node_id')
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
    .where('l.objective_id', '=', anyOf(objectiveIds))
    .where('l.national_strategy_id', '=', anyOf(planIds))
    .$castTo<LinkRow>()
    .execute();
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
    .where(sql<boolean>`not exists (select from finding f where f.assessment_id = a.assessment_id and f.state_key = a.state_key and f.threat_key = t.threat_key)`);
  return figures.unionAll(named as never).$castTo<FindingRow>().execute();
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

/** Places of a flow in one role: keys of states, territories and regions. */
function placesOf(role: 'ORIGIN' | 'TRANSIT' | 'DESTINATION') {
  return sql<string[]>`array(select coalesce(p.state_key, p.territory_key, p.region_key) from flow_place p where p.flow_id = f.flow_id and p.role = ${sql.lit(role)} order by p.position)`;
}

/** All recorded flows: they are public. */
export function loadFlows(db: Database): Promise<FlowRow[]> {
  return db
    .selectFrom('flow as f')
    .select(['f.flow_key as flowKey', 'f.threat_key as threatKey', 'f.last_year as lastYear', placesOf('ORIGIN').as('origins'), placesOf('TRANSIT').as('transits'), placesOf('DESTINATION').as('destinations')])
    .orderBy('f.flow_key')
    .execute();
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
    .orderBy('attribution')
    .execute();
  return rows.flatMap((row) => row.attribution ?? []);
}
