// The mutations that record something beside a strategy.
import { builder } from '../graphql/builder.ts';
import { mutate, type Payload, userErrorsField } from '../graphql/mutation.ts';
import { SourceInput } from '../threats/graphql-inputs.ts';
import { Effect, EffectAxisEnum, EffectDirectionEnum, Evaluation, Indicator, MeasureReport, MeasureStatusEnum } from './graphql-types.ts';
import type { Effect as EffectShape, Evaluation as EvaluationShape, IndicatorDetail, IndicatorValue, MeasureReport as ReportShape } from './model.ts';
import { recordEffect, recordEvaluation, recordIndicatorValue, reportMeasure } from './recording-service.ts';

const strategyField = { required: true, description: 'Key of the strategy.' } as const;

const RecordEffectInput = builder.inputType('RecordEffectInput', {
  description: 'An effect of a strategy to record.',
  fields: (t) => ({
    strategy: t.string(strategyField),
    axis: t.field({ type: EffectAxisEnum, required: true, description: 'On what.' }),
    direction: t.field({ type: EffectDirectionEnum, required: true, description: 'Good, bad, or some of both, as the source says.' }),
    text: t.string({ required: true, description: 'What happened, in at most 4,000 characters.' }),
    originalLanguage: t.string({ defaultValue: 'en', description: 'Language of the text (BCP 47).' }),
    date: t.field({ type: 'PartialDate', required: false, description: 'When; leave it out where it is not known.' }),
    source: t.field({ type: SourceInput, required: true, description: 'Where it is said.' }),
  }),
});

const RecordEffectPayload = builder.objectRef<Payload<EffectShape>>('RecordEffectPayload').implement({
  description: 'What `recordEffect` did.',
  fields: (t) => ({
    effect: t.field({ type: Effect, nullable: true, description: 'The effect; null where nothing was recorded.', resolve: (it) => it.done }),
    userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
  }),
});

const RecordEvaluationInput = builder.inputType('RecordEvaluationInput', {
  description: 'An evaluation of a strategy to record.',
  fields: (t) => ({
    strategy: t.string(strategyField),
    body: t.string({ required: true, description: 'Body that evaluated.' }),
    date: t.field({ type: 'PartialDate', required: false, description: 'When; leave it out where it is not known.' }),
    scope: t.string({ required: false, description: 'What of the strategy was evaluated.' }),
    source: t.field({ type: SourceInput, required: false, description: 'Where it is published.' }),
    cadenceMonths: t.int({ required: false, description: 'How often the body says it evaluates, in months, 1 to 240.' }),
    nextDue: t.field({ type: 'PartialDate', required: false, description: 'When the body says the next is due.' }),
  }),
});

const RecordEvaluationPayload = builder.objectRef<Payload<EvaluationShape>>('RecordEvaluationPayload').implement({
  description: 'What `recordEvaluation` did.',
  fields: (t) => ({
    evaluation: t.field({
      type: Evaluation,
      nullable: true,
      description: 'The evaluation; null where nothing was recorded.',
      resolve: (it) => it.done,
    }),
    userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
  }),
});

const IndicatorDetailInput = builder.inputType('IndicatorDetailInput', {
  description: 'What an indicator measures. It takes the place of all that was recorded of it.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Unit of all its figures.' }),
    baseline: t.float({ required: false, description: 'Where it began.' }),
    baselineDate: t.field({ type: 'PartialDate', required: false, description: 'When that was.' }),
    target: t.float({ required: false, description: 'What is to be reached.' }),
    targetDate: t.field({ type: 'PartialDate', required: false, description: 'By when.' }),
    frequencyMonths: t.int({ required: false, description: 'How often it is measured, in months, 1 to 240.' }),
    ownerBody: t.string({ required: false, description: 'Body that answers for it.' }),
  }),
});

const RecordIndicatorValueInput = builder.inputType('RecordIndicatorValueInput', {
  description: 'A value of an indicator, what it measures, or both. A value at a date that has one replaces it.',
  fields: (t) => ({
    indicator: t.string({ required: true, description: 'Key of a node of kind INDICATOR.' }),
    date: t.field({ type: 'PartialDate', required: false, description: 'Date of the value.' }),
    value: t.float({ required: false, description: 'The value, in the unit of the indicator.' }),
    note: t.string({ required: false, description: 'To be read with it.' }),
    source: t.field({ type: SourceInput, required: false, description: 'Where it is said.' }),
    details: t.field({ type: IndicatorDetailInput, required: false, description: 'What the indicator measures.' }),
  }),
});

const RecordIndicatorValuePayload = builder
  .objectRef<Payload<{ detail: IndicatorDetail | null; values: IndicatorValue[] }>>('RecordIndicatorValuePayload')
  .implement({
    description: 'What `recordIndicatorValue` did.',
    fields: (t) => ({
      indicator: t.field({
        type: Indicator,
        nullable: true,
        description: 'The indicator with its values; null where nothing was recorded.',
        resolve: (it) => it.done,
      }),
      userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
    }),
  });

const ReportMeasureInput = builder.inputType('ReportMeasureInput', {
  description: 'How far a measure is, in the word of whoever owns the strategy.',
  fields: (t) => ({
    measure: t.string({ required: true, description: 'Key of a node of kind MEASURE.' }),
    status: t.field({ type: MeasureStatusEnum, required: true, description: 'How far.' }),
    date: t.field({ type: 'PartialDate', required: false, description: 'At which date; today where none is given.' }),
    note: t.string({ required: false, description: 'To be read with it.' }),
  }),
});

const ReportMeasurePayload = builder.objectRef<Payload<ReportShape>>('ReportMeasurePayload').implement({
  description: 'What `reportMeasure` did.',
  fields: (t) => ({
    report: t.field({ type: MeasureReport, nullable: true, description: 'The report; null where nothing was recorded.', resolve: (it) => it.done }),
    userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
  }),
});

const who =
  'By editors and approvers of the state that owns the strategy, or analysts of the organization that owns it; of a published strategy too.';

builder.mutationFields((t) => ({
  recordEffect: t.field({
    type: RecordEffectPayload,
    description: `Records an effect of a strategy. ${who}`,
    args: { input: t.arg({ type: RecordEffectInput, required: true, description: 'What to record.' }) },
    resolve: (_root, { input }, context) =>
      mutate(context, (viewer) => recordEffect(context, viewer, { ...input, originalLanguage: input.originalLanguage ?? 'en' })),
  }),
  recordEvaluation: t.field({
    type: RecordEvaluationPayload,
    description: `Records an evaluation of a strategy. ${who}`,
    args: { input: t.arg({ type: RecordEvaluationInput, required: true, description: 'What to record.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => recordEvaluation(context, viewer, input)),
  }),
  recordIndicatorValue: t.field({
    type: RecordIndicatorValuePayload,
    description: `Records a value of an indicator, or what it measures. ${who}`,
    args: { input: t.arg({ type: RecordIndicatorValueInput, required: true, description: 'What to record.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => recordIndicatorValue(context, viewer, input)),
  }),
  reportMeasure: t.field({
    type: ReportMeasurePayload,
    description: `Records how far a measure is. ${who}`,
    args: { input: t.arg({ type: ReportMeasureInput, required: true, description: 'What to record.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => reportMeasure(context, viewer, input)),
  }),
}));
