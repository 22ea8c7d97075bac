// Effects, evaluations, indicators and reports in the schema: enums and object types.
import { builder, languageArgument } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { whoIn } from '../members/who.ts';
import { Strategy } from '../strategies/graphql-types.ts';
import { strategiesById } from '../strategies/service.ts';
import { Source } from '../threats/graphql.ts';
import type {
  Effect as EffectShape,
  Evaluation as EvaluationShape,
  IndicatorDetail,
  MeasureReport as ReportShape,
  IndicatorValue as ValueShape,
} from './model.ts';

export const EffectAxisEnum = builder.enumType('EffectAxis', {
  description: 'What an effect is on (para 5).',
  values: {
    CRIMINAL_JUSTICE: { description: 'The criminal justice system.' },
    REGIONAL_COOPERATION: { description: 'Regional cooperation.' },
    INTERNATIONAL_COOPERATION: { description: 'International cooperation.' },
  },
});

export const EffectDirectionEnum = builder.enumType('EffectDirection', {
  description: 'How it is judged by the source.',
  values: { GOOD: { description: 'Good.' }, BAD: { description: 'Bad.' }, MIXED: { description: 'Some of both.' } },
});

export const MeasureStatusEnum = builder.enumType('MeasureStatus', {
  description: 'How far a measure is, in the word of whoever owns the strategy.',
  values: {
    NOT_STARTED: { description: 'Not begun.' },
    UNDER_WAY: { description: 'Under way.' },
    DONE: { description: 'Done.' },
    DROPPED: { description: 'Given up.' },
  },
});

/** The strategy that something hangs on. It was read under the viewer. */
async function strategyOf({ strategyId }: { strategyId: number }, context: Context) {
  const strategy = await strategiesById(context).load(strategyId);
  if (!strategy) throw new Error('a record of a strategy out of sight');
  return strategy;
}

/** Who recorded it: the owner of the strategy, by a role. */
async function recordedBy(it: { strategyId: number; role: string }, context: Context, language: Context['language']): Promise<string> {
  const { stateKey, organizationKey } = await strategyOf(it, context);
  return whoIn(context, { role: it.role, stateKey, organizationKey }, language);
}

export const Effect = builder.objectRef<EffectShape>('StrategyEffect').implement({
  description: 'What a strategy did to the criminal justice system or to cooperation, as a source says. Recorded by its owner.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key.' }),
    strategy: t.field({ type: Strategy, description: 'The strategy.', resolve: (it, _args, context) => strategyOf(it, context) }),
    axis: t.field({ type: EffectAxisEnum, description: 'On what.', resolve: (it) => it.axis }),
    direction: t.field({ type: EffectDirectionEnum, description: 'Good, bad, or some of both.', resolve: (it) => it.direction }),
    text: t.exposeString('text', { description: 'What happened, in the words recorded.' }),
    originalLanguage: t.exposeString('originalLanguage', { description: 'Language of the words (BCP 47).' }),
    dated: t.expose('dated', { type: 'PartialDate', nullable: true, description: 'When; null: not known.' }),
    source: t.field({ type: Source, nullable: true, description: 'Where it is said.', resolve: (it) => it.source }),
    recordedBy: t.string({
      description: 'A body and a role, never a person.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, context) => recordedBy(it, context, lang ?? context.language),
    }),
    recordedOn: t.expose('recordedOn', { type: 'Date', description: 'When it was recorded.' }),
  }),
});

export const Evaluation = builder.objectRef<EvaluationShape>('StrategyEvaluation').implement({
  description: 'An evaluation of a strategy. Recorded by its owner.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key.' }),
    strategy: t.field({ type: Strategy, description: 'The strategy.', resolve: (it, _args, context) => strategyOf(it, context) }),
    body: t.exposeString('body', { description: 'Body that evaluated.' }),
    dated: t.expose('dated', { type: 'PartialDate', nullable: true, description: 'When; null: it took place, and when is not known.' }),
    scope: t.exposeString('scope', { nullable: true, description: 'What of the strategy was evaluated; null: not stated.' }),
    source: t.field({ type: Source, nullable: true, description: 'Where it is published.', resolve: (it) => it.source }),
    cadenceMonths: t.exposeInt('cadenceMonths', {
      nullable: true,
      description: 'How often the body says it evaluates, in months; null: not stated.',
    }),
    nextDue: t.expose('nextDue', { type: 'PartialDate', nullable: true, description: 'When the body says the next is due; null: not stated.' }),
    recordedBy: t.string({
      description: 'A body and a role, never a person.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, context) => recordedBy(it, context, lang ?? context.language),
    }),
    recordedOn: t.expose('recordedOn', { type: 'Date', description: 'When it was recorded.' }),
  }),
});

export const IndicatorValue = builder.objectRef<ValueShape>('IndicatorValue').implement({
  description: 'Value of an indicator at a date, in the unit of the indicator.',
  fields: (t) => ({
    date: t.expose('dated', { type: 'PartialDate', description: 'When.' }),
    value: t.exposeFloat('value', { description: 'The value.' }),
    note: t.exposeString('note', { nullable: true, description: 'To be read with it.' }),
    source: t.field({ type: Source, nullable: true, description: 'Where it is said.', resolve: (it) => it.source }),
    recordedOn: t.expose('recordedOn', { type: 'Date', description: 'When it was recorded.' }),
  }),
});

export const Indicator = builder.objectRef<{ detail: IndicatorDetail | null; values: ValueShape[] }>('IndicatorRecord').implement({
  description: 'What an indicator measures, and its values so far.',
  fields: (t) => ({
    unit: t.string({ nullable: true, description: 'Unit of all its figures.', resolve: (it) => it.detail?.unit ?? null }),
    baseline: t.float({ nullable: true, description: 'Where it began.', resolve: (it) => it.detail?.baseline ?? null }),
    baselineDate: t.field({ type: 'PartialDate', nullable: true, description: 'When that was.', resolve: (it) => it.detail?.baselineDate ?? null }),
    target: t.float({ nullable: true, description: 'What is to be reached.', resolve: (it) => it.detail?.target ?? null }),
    targetDate: t.field({ type: 'PartialDate', nullable: true, description: 'By when.', resolve: (it) => it.detail?.targetDate ?? null }),
    frequencyMonths: t.int({
      nullable: true,
      description: 'How often it is measured, in months.',
      resolve: (it) => it.detail?.frequencyMonths ?? null,
    }),
    ownerBody: t.string({ nullable: true, description: 'Body that answers for it.', resolve: (it) => it.detail?.ownerBody ?? null }),
    values: t.field({ type: [IndicatorValue], description: 'Its values, the oldest first.', resolve: (it) => it.values }),
  }),
});

export const MeasureReport = builder.objectRef<ReportShape>('MeasureReport').implement({
  description: 'How far a measure is at a date, in the word of whoever owns the strategy.',
  fields: (t) => ({
    date: t.expose('dated', { type: 'PartialDate', description: 'At which date.' }),
    status: t.field({ type: MeasureStatusEnum, description: 'How far.', resolve: (it) => it.status }),
    note: t.exposeString('note', { nullable: true, description: 'To be read with it.' }),
    recordedOn: t.expose('recordedOn', { type: 'Date', description: 'When it was recorded.' }),
  }),
});
