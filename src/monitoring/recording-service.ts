// Decides who may record something beside a strategy, checks what was sent, stores it and leaves the trail. Records stand beside the text, so
// a published strategy takes them too, and its version stays. In every function: NOT_FOUND for what the viewer does not see, FORBIDDEN for who
// may not, INVALID with the field at fault.
import { type Day, firstDay, type PartialDate } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import { isEditorOf, type Sharing } from '../core/sharing.ts';
import type { SignedIn } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import { at, say, type Words } from '../i18n/words.ts';
import { changeOf, recordChanges } from '../store/audit.ts';
import type { SourceReference } from '../store/json.ts';
import type { NodeKind, StrategyNode } from '../strategies/model.ts';
import { nodesByKey } from '../strategies/service.ts';
import type { Effect, EffectAxis, EffectDirection, Evaluation, IndicatorDetail, IndicatorValue, MeasureReport, MeasureStatus } from './model.ts';
import {
  findRecordedStrategy,
  insertEffect,
  insertEvaluation,
  putIndicatorDetail,
  putIndicatorValue,
  putMeasureReport,
  type Recorder,
} from './recording-store.ts';
import { findIndicatorDetails, findIndicatorValues, findMeasureReports } from './store.ts';

type Maybe<T> = T | null | undefined;
export type SourceInput = { title?: Maybe<string>; ref?: Maybe<string> };

export type EffectInput = {
  strategy: string;
  axis: EffectAxis;
  direction: EffectDirection;
  text: string;
  originalLanguage: string;
  date?: Maybe<PartialDate>;
  source: SourceInput;
};

/** Records an effect of a strategy. */
export async function recordEffect(context: Context, viewer: SignedIn, input: EffectInput): Promise<Effect> {
  const { strategyId, key, sharing } = await ownStrategy(context, viewer, input.strategy, 'strategy');
  const by = recorderOf(context, viewer);
  const effect = {
    key: crypto.randomUUID(),
    strategyId,
    axis: input.axis,
    direction: input.direction,
    text: words(input.text, 'text'),
    originalLanguage: languageTag(input.originalLanguage),
    dated: pastDate(input.date, by.today, 'date'),
    source: neededSource(input.source),
  };
  await insertEffect(context.db, effect, by);
  await leaveTrail(context, viewer, 'recordEffect', key, sharing, { [`effect.${effect.key}`]: { to: told(effect) } });
  return { ...effect, role: by.role, recordedOn: by.today };
}

export type EvaluationInput = {
  strategy: string;
  body: string;
  date?: Maybe<PartialDate>;
  scope?: Maybe<string>;
  source?: Maybe<SourceInput>;
  cadenceMonths?: Maybe<number>;
  nextDue?: Maybe<PartialDate>;
};

/** Records an evaluation of a strategy. */
export async function recordEvaluation(context: Context, viewer: SignedIn, input: EvaluationInput): Promise<Evaluation> {
  const { strategyId, key, sharing } = await ownStrategy(context, viewer, input.strategy, 'strategy');
  const by = recorderOf(context, viewer);
  const evaluation = {
    key: crypto.randomUUID(),
    strategyId,
    body: words(input.body, 'body'),
    dated: pastDate(input.date, by.today, 'date'),
    scope: input.scope == null ? null : words(input.scope, 'scope'),
    source: input.source ? neededSource(input.source) : null,
    cadenceMonths: monthsWithin(input.cadenceMonths, 'cadenceMonths'),
    nextDue: input.nextDue ?? null,
  };
  await insertEvaluation(context.db, evaluation, by);
  await leaveTrail(context, viewer, 'recordEvaluation', key, sharing, { [`evaluation.${evaluation.key}`]: { to: told(evaluation) } });
  return { ...evaluation, role: by.role, recordedOn: by.today };
}

export type IndicatorInput = {
  indicator: string;
  date?: Maybe<PartialDate>;
  value?: Maybe<number>;
  note?: Maybe<string>;
  source?: Maybe<SourceInput>;
  details?: Maybe<{
    unit?: Maybe<string>;
    baseline?: Maybe<number>;
    baselineDate?: Maybe<PartialDate>;
    target?: Maybe<number>;
    targetDate?: Maybe<PartialDate>;
    frequencyMonths?: Maybe<number>;
    ownerBody?: Maybe<string>;
  }>;
};

/** Records a value of an indicator, or what it measures, or both. What was recorded for the same date is replaced, and the trail keeps it. */
export async function recordIndicatorValue(
  context: Context,
  viewer: SignedIn,
  input: IndicatorInput,
): Promise<{ detail: IndicatorDetail | null; values: IndicatorValue[] }> {
  const { node, sharing } = await ownNode(context, viewer, input.indicator, 'indicator', 'INDICATOR');
  const by = recorderOf(context, viewer);
  const { nodeId } = node;
  const { details } = input;
  if ((input.value == null) !== (input.date == null)) invalid(input.value == null ? 'value' : 'date', say('error.valueAndDate'));
  if (input.value == null && !details) invalid('value', say('error.valueOrDetails'));
  const [before] = await findIndicatorDetails(context.db, [nodeId]);
  const values = await findIndicatorValues(context.db, [nodeId]);
  const change: Parameters<typeof leaveTrail>[5] = {};
  if (details) {
    const detail: IndicatorDetail = {
      nodeId,
      unit: details.unit ?? null,
      baseline: details.baseline ?? null,
      baselineDate: details.baselineDate ?? null,
      target: details.target ?? null,
      targetDate: details.targetDate ?? null,
      frequencyMonths: monthsWithin(details.frequencyMonths, 'details.frequencyMonths'),
      ownerBody: details.ownerBody ?? null,
    };
    await putIndicatorDetail(context.db, detail, by);
    for (const [field, it] of Object.entries(changeOf(before ?? {}, detail))) if (field !== 'nodeId') change[`${node.key}.${field}`] = it;
  }
  if (input.value != null && input.date != null) {
    const dated = pastDate(input.date, by.today, 'date') ?? '';
    const old = values.find((it) => it.dated === dated);
    const source = input.source ? neededSource(input.source) : null;
    await putIndicatorValue(context.db, { nodeId, dated, value: input.value, note: input.note ?? null, source }, by);
    change[`${node.key}.value.${dated}`] = { from: old?.value ?? null, to: input.value };
  }
  await leaveTrail(context, viewer, 'recordIndicatorValue', node.strategy.key, sharing, change);
  const [after] = await findIndicatorDetails(context.db, [nodeId]);
  return { detail: after ?? null, values: await findIndicatorValues(context.db, [nodeId]) };
}

export type MeasureInput = { measure: string; status: MeasureStatus; date?: Maybe<PartialDate>; note?: Maybe<string> };

/** Records how far a measure is, today where no date is given. What was said of the same date is replaced, and the trail keeps it. */
export async function reportMeasure(context: Context, viewer: SignedIn, input: MeasureInput): Promise<MeasureReport> {
  const { node, sharing } = await ownNode(context, viewer, input.measure, 'measure', 'MEASURE');
  const by = recorderOf(context, viewer);
  const report = {
    nodeId: node.nodeId,
    dated: pastDate(input.date, by.today, 'date') ?? by.today,
    status: input.status,
    note: input.note == null ? null : words(input.note, 'note'),
  };
  const old = (await findMeasureReports(context.db, [node.nodeId])).find((it) => it.dated === report.dated);
  await putMeasureReport(context.db, report, by);
  const change = { [`${node.key}.report.${report.dated}`]: { from: old?.status ?? null, to: report.status } };
  await leaveTrail(context, viewer, 'reportMeasure', node.strategy.key, sharing, change);
  return { ...report, role: by.role, recordedOn: by.today };
}

const recorderOf = ({ today }: Context, { role, subject }: SignedIn): Recorder => ({ role, account: subject, today });

async function ownStrategy(context: Context, viewer: SignedIn, key: string, field: string) {
  const strategy = await findRecordedStrategy(context.db, viewer, key);
  if (!strategy) return notFound(field, 'strategy', key);
  if (!isEditorOf(viewer, strategy.sharing)) forbidden();
  return strategy;
}

async function ownNode(
  context: Context,
  viewer: SignedIn,
  key: string,
  field: string,
  kind: NodeKind,
): Promise<{ node: StrategyNode; sharing: Sharing }> {
  const node = await nodesByKey(context).load(key);
  if (!node) return notFound(field, 'node', key);
  const { sharing } = await ownStrategy(context, viewer, node.strategy.key, field);
  if (node.kind !== kind) invalid(field, say('error.otherKind', { key, kind: node.kind, wanted: kind }));
  return { node, sharing };
}

function notFound(field: string, what: 'strategy' | 'node', key: string): never {
  throw new AppError('NOT_FOUND', at(`input.${field}`, say(`error.unseen.${what}`, { key })), { field: `input.${field}` });
}

function forbidden(): never {
  throw new AppError('FORBIDDEN', say('error.recordedByOwner'));
}

function invalid(field: string, problem: Words): never {
  throw new AppError('INVALID', at(`input.${field}`, problem), { field: `input.${field}` });
}

const wordsMax = 4_000;

function words(text: string, field: string): string {
  const trimmed = text.trim();
  if (trimmed === '') invalid(field, say('error.writeWords'));
  if (trimmed.length > wordsMax) invalid(field, say('error.writeAtMost', { max: wordsMax }));
  return trimmed;
}

function languageTag(tag: string): string {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)) invalid('originalLanguage', say('error.tagSuchAsFr'));
  return tag;
}

function pastDate(date: Maybe<PartialDate>, today: Day, field: string): PartialDate | null {
  if (date == null) return null;
  if (firstDay(date) > today) invalid(field, say('error.liesAhead', { date }));
  return date;
}

function monthsWithin(months: Maybe<number>, field: string): number | null {
  if (months == null) return null;
  if (months < 1 || months > 240) invalid(field, say('error.months'));
  return months;
}

/** A source that says what it is, or where. An address must be one that can be opened. */
function neededSource({ title, ref }: SourceInput): SourceReference {
  const source = { title: title?.trim() || null, ref: ref?.trim() || null };
  if (source.title === null && source.ref === null) invalid('source', say('error.sourceMissing'));
  if (source.ref !== null && /^[a-z][a-z0-9+.-]*:/i.test(source.ref) && !/^https?:\/\//i.test(source.ref))
    invalid('source.ref', say('error.sourceAddress'));
  return source;
}

/** What the trail keeps of a record: all but its place in the database. */
const told = ({ strategyId: _, key: __, ...rest }: { strategyId: number; key: string } & Record<string, unknown>) => rest;

function leaveTrail(
  context: Context,
  viewer: SignedIn,
  action: string,
  strategyKey: string,
  sharing: Sharing,
  change: Record<string, { from?: unknown; to?: unknown }>,
): Promise<void> {
  return recordChanges(context.db, viewer, [{ action, kind: 'Strategy', key: strategyKey, version: null, change, sharing }]);
}
