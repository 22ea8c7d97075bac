// Writes what is recorded beside strategies. Who may was decided before; the policies of row-level security hold it too.
import type { Day, PartialDate } from '../core/dates.ts';
import type { Sharing } from '../core/sharing.ts';
import type { Viewer } from '../core/viewer.ts';
import type { Database } from '../store/db.ts';
import type { SourceReference } from '../store/json.ts';
import { visibleStrategy } from '../store/visibility.ts';
import type { Effect, Evaluation, IndicatorDetail, MeasureStatus } from './model.ts';

/** Who records, and when. `account` is never shown. */
export type Recorder = { role: string; account: string; today: Day };

const recorded = ({ role, account, today }: Recorder) => ({ role, recorded_on: today, recorded_by: account });
const sourceColumns = (source: SourceReference | null) => ({ source_title: source?.title ?? null, source_ref: source?.ref ?? null });

/** A strategy that the viewer sees, with whose it is and whom it reaches; null where there is none. */
export async function findRecordedStrategy(
  db: Database,
  viewer: Viewer,
  strategyKey: string,
): Promise<{ strategyId: number; key: string; sharing: Sharing } | null> {
  const row = await db
    .selectFrom('strategy as s')
    .select(['s.strategy_id', 's.strategy_key', 's.state_key', 's.organization_key', 's.visibility', 's.shared_with', 's.publication'])
    .where('s.strategy_key', '=', strategyKey)
    .where(visibleStrategy(viewer, 's'))
    .executeTakeFirst();
  if (!row) return null;
  const sharing: Sharing = {
    stateKey: row.state_key,
    organizationKey: row.organization_key,
    visibility: row.visibility,
    sharedWith: row.shared_with,
    publication: row.publication,
  };
  return { strategyId: row.strategy_id, key: row.strategy_key, sharing };
}

export async function insertEffect(db: Database, effect: Omit<Effect, 'role' | 'recordedOn'>, by: Recorder): Promise<void> {
  const { key, strategyId, axis, direction, text, originalLanguage, dated, source } = effect;
  const row = { effect_key: key, strategy_id: strategyId, axis, direction, effect_text: text, original_language: originalLanguage, dated };
  await db
    .insertInto('strategy_effect')
    .values({ ...row, ...sourceColumns(source), ...recorded(by) })
    .execute();
}

export async function insertEvaluation(db: Database, evaluation: Omit<Evaluation, 'role' | 'recordedOn'>, by: Recorder): Promise<void> {
  const { key, strategyId, body, dated, scope, source, cadenceMonths, nextDue } = evaluation;
  const row = { evaluation_key: key, strategy_id: strategyId, body, dated, scope, cadence_months: cadenceMonths, next_due: nextDue };
  await db
    .insertInto('evaluation')
    .values({ ...row, ...sourceColumns(source), ...recorded(by) })
    .execute();
}

/** Stores what an indicator measures, in the place of what was stored of it. */
export async function putIndicatorDetail(db: Database, { nodeId, ...detail }: IndicatorDetail, by: Recorder): Promise<void> {
  const row = {
    unit: detail.unit,
    baseline: detail.baseline,
    baseline_date: detail.baselineDate,
    target: detail.target,
    target_date: detail.targetDate,
    frequency_months: detail.frequencyMonths,
    owner_body: detail.ownerBody,
    ...recorded(by),
  };
  await db
    .insertInto('indicator_detail')
    .values({ strategy_node_id: nodeId, ...row })
    .onConflict((conflict) => conflict.column('strategy_node_id').doUpdateSet(row))
    .execute();
}

/** Stores the value of an indicator at a date, in the place of the one it had at that date. */
export async function putIndicatorValue(
  db: Database,
  { nodeId, dated, value, note, source }: { nodeId: number; dated: PartialDate; value: number; note: string | null; source: SourceReference | null },
  by: Recorder,
): Promise<void> {
  const row = { value, note, ...sourceColumns(source), ...recorded(by) };
  await db
    .insertInto('indicator_value')
    .values({ strategy_node_id: nodeId, dated, ...row })
    .onConflict((conflict) => conflict.columns(['strategy_node_id', 'dated']).doUpdateSet(row))
    .execute();
}

/** Stores how far a measure is at a date, in the place of what was said of that date. */
export async function putMeasureReport(
  db: Database,
  { nodeId, dated, status, note }: { nodeId: number; dated: PartialDate; status: MeasureStatus; note: string | null },
  by: Recorder,
): Promise<void> {
  const row = { status, note, ...recorded(by) };
  await db
    .insertInto('measure_report')
    .values({ strategy_node_id: nodeId, dated, ...row })
    .onConflict((conflict) => conflict.columns(['strategy_node_id', 'dated']).doUpdateSet(row))
    .execute();
}
