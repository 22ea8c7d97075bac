// What is recorded beside strategies, as fields of strategies and nodes; and the calendar of what is due.
import { Computed, organizationArgument, statesArgument } from '../alignment/graphql-types.ts';
import { builder } from '../graphql/builder.ts';
import { asOfArgument, MemberState, Organization } from '../members/graphql.ts';
import { getOrganizations, getStates } from '../members/service.ts';
import { Strategy, StrategyNode } from '../strategies/graphql-types.ts';
import { strategiesById } from '../strategies/service.ts';
import { Assessment } from '../threats/graphql.ts';
import { assessmentsByKey } from '../threats/service.ts';
import type { CalendarLine } from './calendar.ts';
import { type CalendarAnswer, computeCalendar } from './calendar-service.ts';
import { Effect, Evaluation, Indicator, MeasureReport } from './graphql-types.ts';
import { effectsOf, evaluationsOf, indicatorDetailOf, indicatorValuesOf, measureReportsOf } from './service.ts';

builder.objectFields(Strategy, (t) => ({
  effects: t.field({
    type: [Effect],
    extensions: { listSize: 5 },
    description: 'Effects recorded of it, by their date.',
    resolve: (it, _args, context) => effectsOf(context).load(it.strategyId),
  }),
  evaluations: t.field({
    type: [Evaluation],
    extensions: { listSize: 5 },
    description: 'Evaluations recorded of it, by their date.',
    resolve: (it, _args, context) => evaluationsOf(context).load(it.strategyId),
  }),
}));

builder.objectFields(StrategyNode, (t) => ({
  indicator: t.field({
    type: Indicator,
    nullable: true,
    description: 'Of an indicator: what it measures and its values; null where nothing is recorded.',
    resolve: async ({ nodeId }, _args, context) => {
      const [detail, values] = await Promise.all([indicatorDetailOf(context).load(nodeId), indicatorValuesOf(context).load(nodeId)]);
      return detail === null && values.length === 0 ? null : { detail, values };
    },
  }),
  reports: t.field({
    type: [MeasureReport],
    extensions: { listSize: 5 },
    description: 'Of a measure: how far it was at which date, the oldest first.',
    resolve: ({ nodeId }, _args, context) => measureReportsOf(context).load(nodeId),
  }),
}));

const CalendarKindEnum = builder.enumType('CalendarKind', {
  description: 'What is due.',
  values: {
    ASSESSMENT: { description: 'A threat assessment of a state, or one that covers an organization.' },
    EVALUATION: { description: 'An evaluation of a strategy in force.' },
    STRATEGY_END: { description: 'The end of a strategy in force, within 12 months.' },
  },
});

const CalendarStatusEnum = builder.enumType('CalendarStatus', {
  description: 'Where it stands.',
  values: {
    OVERDUE: { description: 'The day has passed.' },
    DUE: { description: 'Within the next 12 months.' },
    LATER: { description: 'Later than that.' },
    UNKNOWN: { description: 'One is recorded, and no day follows from what is stated.' },
    NEVER_RECORDED: { description: 'None is recorded: there may be one.' },
  },
});

const CalendarItem = builder.objectRef<CalendarLine & { answer: CalendarAnswer }>('CalendarItem').implement({
  description: 'Something that is due, or of which it is not known when.',
  fields: (t) => ({
    kind: t.field({ type: CalendarKindEnum, description: 'What.', resolve: (it) => it.kind }),
    status: t.field({ type: CalendarStatusEnum, description: 'Where it stands.', resolve: (it) => it.status }),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: 'By when; null: not known.' }),
    stated: t.exposeBoolean('isStated', {
      description:
        'The body states the day, or a cadence it follows from; else it follows from the rule that an assessment is out of date after 48 months.',
    }),
    ageMonths: t.exposeInt('ageMonths', { nullable: true, description: 'Whole months since the newest one; null where none is dated.' }),
    state: t.field({
      type: MemberState,
      nullable: true,
      description: 'Whose, where it is a state.',
      resolve: async (it, _args, context) => (await getStates(context)).get(it.stateKey ?? '') ?? null,
    }),
    organization: t.field({
      type: Organization,
      nullable: true,
      description: 'Whose, where it is an organization.',
      resolve: async (it, _args, context) => (await getOrganizations(context)).get(it.organizationKey ?? '') ?? null,
    }),
    strategy: t.field({
      type: Strategy,
      nullable: true,
      description: 'The strategy to be evaluated, or that ends.',
      resolve: (it, _args, context) => (it.strategyId === null ? null : strategiesById(context).load(it.strategyId)),
    }),
    assessment: t.field({
      type: Assessment,
      nullable: true,
      description: 'The newest assessment, where one is recorded.',
      resolve: (it, _args, context) => (it.kind === 'ASSESSMENT' && it.key !== null ? assessmentsByKey(context).load(it.key) : null),
    }),
    evaluation: t.field({
      type: Evaluation,
      nullable: true,
      description: 'The newest evaluation, where one is recorded.',
      resolve: (it) => (it.kind === 'EVALUATION' ? (it.answer.evaluations.find(({ key }) => key === it.key) ?? null) : null),
    }),
  }),
});

const MonitoringCalendar = builder.objectRef<CalendarAnswer>('MonitoringCalendar').implement({
  description: 'When assessments and evaluations are due by what their bodies state, and which strategies end within 12 months.',
  interfaces: [Computed],
  fields: (t) => ({
    items: t.field({
      type: [CalendarItem],
      description: 'What has a day, the earliest first; then what has none.',
      resolve: (answer) => answer.lines.map((line) => ({ ...line, answer })),
    }),
  }),
});

builder.queryField('monitoringCalendar', (t) =>
  t.field({
    type: MonitoringCalendar,
    description: 'The calendar for the members of an organization and the organization itself, or for named states.',
    extensions: { cost: 10 },
    args: { organization: t.arg.string(organizationArgument), states: t.arg.stringList(statesArgument), asOf: t.arg(asOfArgument) },
    resolve: (_root, { asOf, ...of }, context) => computeCalendar(context, of, asOf ?? context.today),
  }),
);
