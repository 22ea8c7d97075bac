// Reads what is recorded beside strategies, and official assessments for the calendar.
import { sql } from 'kysely';
import type { Viewer } from '../core/viewer.ts';
import type { Database } from '../store/db.ts';
import type { SourceReference } from '../store/json.ts';
import { anyOf, keyOrder } from '../store/sql.ts';
import { visibleAssessment, visibleStrategy } from '../store/visibility.ts';
import type { Effect, Evaluation, IndicatorDetail, IndicatorValue, MeasureReport, OfficialAssessment } from './model.ts';

const source = sql<SourceReference | null>`case when source_title is not null or source_ref is not null then json_build_object('title', source_title, 'ref', source_ref) end`;

/** Effects of these strategies, of visible ones alone; the newest last. */
export function findEffects(db: Database, viewer: Viewer, strategyIds: readonly number[]): Promise<Effect[]> {
  return db
    .selectFrom('strategy_effect as e')
    .innerJoin('strategy as s', 's.strategy_id', 'e.strategy_id')
    .select([
      'e.effect_key as key',
      'e.strategy_id as strategyId',
      'e.axis',
      'e.direction',
      'e.effect_text as text',
      'e.original_language as originalLanguage',
      'e.dated',
      source.as('source'),
      'e.role',
      'e.recorded_on as recordedOn',
    ])
    .where('e.strategy_id', '=', anyOf(strategyIds))
    .where(visibleStrategy(viewer, 's'))
    .orderBy('e.dated')
    .orderBy(keyOrder('e.effect_key'))
    .execute();
}

/** Evaluations of these strategies, of visible ones alone; the newest last, those without a date at the end. */
export function findEvaluations(db: Database, viewer: Viewer, strategyIds: readonly number[]): Promise<Evaluation[]> {
  return db
    .selectFrom('evaluation as e')
    .innerJoin('strategy as s', 's.strategy_id', 'e.strategy_id')
    .select([
      'e.evaluation_key as key',
      'e.strategy_id as strategyId',
      'e.body',
      'e.dated',
      sql<string | null>`e.scope`.as('scope'),
      source.as('source'),
      'e.cadence_months as cadenceMonths',
      'e.next_due as nextDue',
      'e.role',
      'e.recorded_on as recordedOn',
    ])
    .where('e.strategy_id', '=', anyOf(strategyIds))
    .where(visibleStrategy(viewer, 's'))
    .orderBy('e.dated')
    .orderBy(keyOrder('e.evaluation_key'))
    .execute();
}

/** What these indicators measure. The nodes were read under the viewer. */
export function findIndicatorDetails(db: Database, nodeIds: readonly number[]): Promise<IndicatorDetail[]> {
  return db
    .selectFrom('indicator_detail')
    .select([
      'strategy_node_id as nodeId',
      'unit',
      'baseline',
      'baseline_date as baselineDate',
      'target',
      'target_date as targetDate',
      'frequency_months as frequencyMonths',
      'owner_body as ownerBody',
    ])
    .where('strategy_node_id', '=', anyOf(nodeIds))
    .execute();
}

/** Values of these indicators, the oldest first. The nodes were read under the viewer. */
export function findIndicatorValues(db: Database, nodeIds: readonly number[]): Promise<IndicatorValue[]> {
  return db
    .selectFrom('indicator_value')
    .select(['strategy_node_id as nodeId', 'dated', 'value', 'note', source.as('source'), 'role', 'recorded_on as recordedOn'])
    .where('strategy_node_id', '=', anyOf(nodeIds))
    .orderBy('dated')
    .execute();
}

/** Reports on these measures, the oldest first. The nodes were read under the viewer. */
export function findMeasureReports(db: Database, nodeIds: readonly number[]): Promise<MeasureReport[]> {
  return db
    .selectFrom('measure_report')
    .select(['strategy_node_id as nodeId', 'dated', 'status', 'note', 'role', 'recorded_on as recordedOn'])
    .where('strategy_node_id', '=', anyOf(nodeIds))
    .orderBy('dated')
    .execute();
}

/** Visible official assessments of these states and of these organizations, by key. Those of level OTHER are none. */
export function findOfficialAssessments(
  db: Database,
  viewer: Viewer,
  of: { stateKeys: readonly string[]; organizationKeys: readonly string[] },
): Promise<OfficialAssessment[]> {
  const covered = sql<string[]>`array(select o.organization_key from assessment_organization o where o.assessment_id = a.assessment_id order by 1)`;
  return db
    .selectFrom('assessment as a')
    .select([
      'a.assessment_key as key',
      'a.title',
      'a.level',
      'a.state_key as stateKey',
      covered.as('organizationKeys'),
      'a.issuing_body as issuingBody',
      'a.dated',
      'a.next_edition as nextEdition',
      'a.attribution',
      'a.sources',
      sql<string[]>`array(
        select f.state_key from finding f where f.assessment_id = a.assessment_id
        union select a.state_key where a.state_key is not null and exists (select from assessment_threat t where t.assessment_id = a.assessment_id)
        order by 1
      )`.as('foundStateKeys'),
    ])
    .where('a.level', '<>', 'OTHER')
    .where(visibleAssessment(viewer, 'a'))
    .where((eb) => eb.or([eb('a.state_key', '=', anyOf(of.stateKeys)), sql<boolean>`${covered} && ${[...of.organizationKeys]}::text[]`]))
    .orderBy(keyOrder('a.assessment_key'))
    .$castTo<OfficialAssessment>()
    .execute();
}
