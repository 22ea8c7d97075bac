// Reads assessments, findings and flows. What hangs on an assessment is seen by whoever may see the assessment.
import { sql } from 'kysely';
import type { Viewer } from '../core/viewer.ts';
import type { Page, PageRequest } from '../graphql/paging.ts';
import type { Database } from '../store/db.ts';
import { anyOf, keyOrder } from '../store/sql.ts';
import { visibleAssessment } from '../store/visibility.ts';
import type { Assessment, AssessmentFilter, Finding, Flow, FlowPlace } from './model.ts';

export function selectAssessments(db: Database, viewer: Viewer) {
  return db.selectFrom('assessment as a').where(visibleAssessment(viewer, 'a'));
}

export const assessmentColumns = [
  'a.assessment_id as assessmentId',
  'a.assessment_key as key',
  'a.title',
  'a.series',
  'a.level',
  'a.is_official as isOfficial',
  'a.issuing_body as issuingBody',
  'a.state_key as stateKey',
  'a.organization_key as organizationKey',
  'a.dated',
  'a.next_edition as nextEdition',
  'a.method',
  'a.is_threat_list_seen as isThreatListSeen',
  'a.is_verified as isVerified',
  'a.note',
  'a.attribution',
  'a.sources',
  'a.publication',
  'a.visibility',
  'a.shared_with as sharedWith',
  'a.version',
] as const;

/** Visible assessments with these keys, in no order. */
export async function findAssessmentsByKey(db: Database, viewer: Viewer, keys: readonly string[]): Promise<Assessment[]> {
  return selectAssessments(db, viewer).select(assessmentColumns).where('a.assessment_key', '=', anyOf(keys)).execute();
}

/** Visible assessments that fit the filter, by key. */
export async function findAssessments(db: Database, viewer: Viewer, filter: AssessmentFilter, page: PageRequest): Promise<Page<Assessment>> {
  let query = selectAssessments(db, viewer);
  if (filter.states) {
    const states = filter.states;
    query = query.where((eb) =>
      eb.or([
        eb('a.state_key', '=', anyOf(states)),
        eb.exists(
          eb
            .selectFrom('finding as f')
            .select(sql`1`.as('one'))
            .whereRef('f.assessment_id', '=', 'a.assessment_id')
            .where('f.state_key', '=', anyOf(states)),
        ),
      ]),
    );
  }
  if (filter.organization != null) {
    const organization = filter.organization;
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('assessment_organization as o')
          .select(sql`1`.as('one'))
          .whereRef('o.assessment_id', '=', 'a.assessment_id')
          .where('o.organization_key', '=', organization),
      ),
    );
  }
  if (filter.level) query = query.where('a.level', '=', filter.level);
  if (filter.series != null) query = query.where('a.series', '=', filter.series);
  if (filter.threat != null) {
    const threat = filter.threat;
    query = query.where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('assessment_threat as t')
            .select(sql`1`.as('one'))
            .whereRef('t.assessment_id', '=', 'a.assessment_id')
            .where('t.threat_key', '=', threat),
        ),
        eb.exists(
          eb
            .selectFrom('finding as f')
            .select(sql`1`.as('one'))
            .whereRef('f.assessment_id', '=', 'a.assessment_id')
            .where('f.threat_key', '=', threat),
        ),
      ]),
    );
  }
  const { count } = await query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const rows = await query
    .select(assessmentColumns)
    .$if(page.afterKey !== null, (paged) => paged.where(keyOrder('a.assessment_key'), '>', page.afterKey))
    .orderBy(keyOrder('a.assessment_key'))
    .limit(page.first + 1)
    .execute();
  return { items: rows.slice(0, page.first), totalCount: count, hasNextPage: rows.length > page.first };
}

/** Threats that visible assessments name as key. */
export async function findNamedThreats(
  db: Database,
  assessmentIds: readonly number[],
): Promise<{ assessmentId: number; threatKey: string; isEmerging: boolean }[]> {
  return db
    .selectFrom('assessment_threat')
    .select(['assessment_id as assessmentId', 'threat_key as threatKey', 'is_emerging as isEmerging'])
    .where('assessment_id', '=', anyOf(assessmentIds))
    .orderBy(keyOrder('threat_key'))
    .execute();
}

/** Organizations that assessments cover. */
export async function findAssessedOrganizations(
  db: Database,
  assessmentIds: readonly number[],
): Promise<{ assessmentId: number; organizationKey: string }[]> {
  return db
    .selectFrom('assessment_organization')
    .select(['assessment_id as assessmentId', 'organization_key as organizationKey'])
    .where('assessment_id', '=', anyOf(assessmentIds))
    .orderBy('organization_key')
    .execute();
}

/** The same page of the findings of each of these visible assessments, by state and threat; in the order of the ids. */
export async function findFindings(db: Database, assessmentIds: readonly number[], page: PageRequest): Promise<Page<Finding>[]> {
  const place = sql<string>`(f.state_key || '.' || f.threat_key) collate "C"`;
  const rows = await db
    .with('counted', (cte) =>
      cte
        .selectFrom('finding as f')
        .innerJoin('assessment as a', 'a.assessment_id', 'f.assessment_id')
        .select([
          'f.assessment_id as assessmentId',
          'a.assessment_key as assessmentKey',
          'f.state_key as stateKey',
          'f.threat_key as threatKey',
          'f.likelihood',
          'f.impact',
          'f.score',
          'f.scale_min as scaleMin',
          'f.scale_max as scaleMax',
          'f.is_emerging as isEmerging',
          'f.note',
          place.as('place'),
          sql<number>`(count(*) over (partition by f.assessment_id))::int`.as('totalCount'),
        ])
        .where('f.assessment_id', '=', anyOf(assessmentIds)),
    )
    .with('numbered', (cte) =>
      cte
        .selectFrom('counted')
        .selectAll()
        .select(sql<number>`row_number() over (partition by "assessmentId" order by place)`.as('number'))
        .$if(page.afterKey !== null, (paged) => paged.where(sql<boolean>`place > ${page.afterKey}`)),
    )
    .selectFrom('numbered')
    .selectAll()
    .where('number', '<=', page.first + 1)
    .orderBy('number')
    .execute();
  const pages = Map.groupBy(rows, (row) => row.assessmentId);
  return assessmentIds.map((id) => {
    const found = pages.get(id) ?? [];
    return { items: found.slice(0, page.first), totalCount: found[0]?.totalCount ?? 0, hasNextPage: found.length > page.first };
  });
}

/** Recorded flows with their places, by key: all of them, or those with these keys. Flows are public. */
export async function findFlows(db: Database, keys?: readonly string[]): Promise<Flow[]> {
  const rows = await db
    .selectFrom('flow as f')
    .select([
      'f.flow_key as key',
      'f.threat_key as threatKey',
      'f.commodity',
      'f.period',
      'f.last_year as lastYear',
      'f.volume',
      'f.volume_unit as volumeUnit',
      'f.value',
      'f.value_unit as valueUnit',
      'f.basis',
      'f.source_title as sourceTitle',
      'f.publisher',
      'f.source_year as sourceYear',
      'f.source_url as sourceUrl',
      'f.verification',
      'f.note',
      sql<
        FlowPlace[]
      >`(select coalesce(json_agg(json_build_object('role', p.role, 'stateKey', p.state_key, 'territoryKey', p.territory_key, 'regionKey', p.region_key) order by p.role, p.position), '[]') from flow_place p where p.flow_id = f.flow_id)`.as(
        'places',
      ),
    ])
    .$if(keys !== undefined, (query) => query.where('f.flow_key', '=', anyOf(keys ?? [])))
    .orderBy(keyOrder('f.flow_key'))
    .execute();
  return rows;
}

/** Regions that flows name, with the states in each. */
export async function findRegions(db: Database): Promise<{ key: string; basis: string | null; stateKeys: string[] }[]> {
  return db
    .selectFrom('region as r')
    .select([
      'r.region_key as key',
      'r.basis',
      sql<string[]>`array(select s.state_key from region_state s where s.region_key = r.region_key order by s.state_key)`.as('stateKeys'),
    ])
    .orderBy(keyOrder('r.region_key'))
    .execute();
}

/** Names of territories by key. */
export async function findTerritoryNames(db: Database): Promise<{ key: string; name: unknown }[]> {
  return db.selectFrom('territory').select(['territory_key as key', 'name']).execute();
}
