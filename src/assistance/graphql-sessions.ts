// Sessions of the working group, what they saw and what they recommended, in the schema.
import { Concept } from '../concepts/graphql.ts';
import { getConceptCatalogue } from '../concepts/service.ts';
import { AppError } from '../core/errors.ts';
import { builder } from '../graphql/builder.ts';
import { loadAll } from '../graphql/context.ts';
import { at, say } from '../i18n/words.ts';
import { MemberState, Organization } from '../members/graphql.ts';
import { historyField } from '../members/graphql-history.ts';
import { getOrganizations, getStates } from '../members/service.ts';
import { NeedTotals } from './graphql-needs.ts';
import { AssistanceNeed, OutcomeEnum, Recommendation, WorkingGroupSession } from './graphql-types.ts';
import type { RecommendationOutcome as OutcomeShape, SessionView as SessionViewShape } from './model.ts';
import { needsByKey, withStanding } from './need-service.ts';
import { getSessions, publicToday, recommendationsOf, sessionsByKey } from './session-service.ts';
import { changesSince, type FigureChange as FigureChangeShape, type SessionChanges as SessionChangesShape } from './session-view.ts';

const SessionOverlap = builder.objectRef<SessionViewShape['overlaps'][number]>('SessionOverlap').implement({
  description: 'An overlap as a session saw it.',
  fields: (t) => ({
    state: t.field({
      type: MemberState,
      nullable: true,
      description: 'In which state.',
      resolve: async (it, _args, context) => (await getStates(context)).get(it.stateKey) ?? null,
    }),
    theme: t.field({
      type: Concept,
      nullable: true,
      description: 'On which theme.',
      resolve: async (it, _args, context) => (await getConceptCatalogue(context)).get(it.scheme, it.themeKey) ?? null,
    }),
    activityKeys: t.field({ type: ['String'], description: 'Keys of the activities, as they were.', resolve: (it) => it.activityKeys }),
  }),
});

const SessionView = builder.objectRef<SessionViewShape>('SessionView').implement({
  description: 'What the working group looks at, as the public is answered: whoever asks, nothing else enters.',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'Date', description: 'The day.' }),
    needs: t.exposeInt('needs', { description: 'Public needs.' }),
    activities: t.exposeInt('activities', { description: 'Published activities and offers.' }),
    elements: t.field({
      type: [NeedTotals],
      extensions: { listSize: 20 },
      description: 'Needs by element.',
      resolve: (it) => it.elements.map((totals) => ({ ...totals, scheme: 'ELEMENT' as const })),
    }),
    threats: t.field({
      type: [NeedTotals],
      extensions: { listSize: 20 },
      description: 'Needs by threat.',
      resolve: (it) => it.threats.map((totals) => ({ ...totals, scheme: 'THREAT' as const })),
    }),
    overlaps: t.field({ type: [SessionOverlap], extensions: { listSize: 50 }, description: 'Overlaps of activities.', resolve: (it) => it.overlaps }),
  }),
});

const SessionFigureChange = builder.objectRef<FigureChangeShape>('SessionFigureChange').implement({
  description: 'A figure that is another one today.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Which figure, such as needs or elements.prevention.unmet.' }),
    was: t.exposeInt('was', { nullable: true, description: 'What it was; null: none, or not given below three states.' }),
    now: t.exposeInt('now', { nullable: true, description: 'What it is; null: none, or not given below three states.' }),
  }),
});

const SessionChanges = builder.objectRef<SessionChangesShape>('SessionChanges').implement({
  description: 'What changed since a session was frozen.',
  fields: (t) => ({
    figures: t.field({ type: [SessionFigureChange], description: 'Figures that differ; the others are as they were.', resolve: (it) => it.figures }),
    overlapsBegun: t.field({ type: [SessionOverlap], description: 'Overlaps that were not there then.', resolve: (it) => it.overlapsBegun }),
    overlapsOver: t.field({ type: [SessionOverlap], description: 'Overlaps that are no longer there.', resolve: (it) => it.overlapsOver }),
  }),
});

const RecommendationOutcome = builder.objectRef<OutcomeShape>('RecommendationOutcome').implement({
  description: 'What became of a recommendation at one time.',
  fields: (t) => ({
    outcome: t.field({ type: OutcomeEnum, description: 'What.', resolve: (it) => it.outcome }),
    on: t.expose('on', { type: 'Date', description: 'When.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    carriedTo: t.field({
      type: WorkingGroupSession,
      nullable: true,
      description: 'The session it goes to; null where none is named.',
      resolve: (it, _args, context) => (it.carriedToKey === null ? null : sessionsByKey(context).load(it.carriedToKey)),
    }),
  }),
});

builder.objectType(Recommendation, {
  description: 'What the working group recommended. It recommends; the Conference endorses, and the Secretariat proposes activities.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Natural key: that of the session, and a number.' }),
    session: t.field({
      type: WorkingGroupSession,
      description: 'At which session.',
      resolve: async (it, _args, context) => (await sessionsByKey(context).load(it.sessionKey)) ?? unknownSession(it.sessionKey),
    }),
    what: t.exposeString('what', { description: 'What.' }),
    addressee: t.exposeString('addressee', { description: 'To whom, in words.' }),
    states: t.field({
      type: [MemberState],
      description: 'States among them.',
      resolve: async (it, _args, context) => {
        const states = await getStates(context);
        return it.stateKeys.flatMap((key) => states.get(key) ?? []);
      },
    }),
    organizations: t.field({
      type: [Organization],
      description: 'Organizations among them.',
      resolve: async (it, _args, context) => {
        const organizations = await getOrganizations(context);
        return it.organizationKeys.flatMap((key) => organizations.get(key) ?? []);
      },
    }),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: 'By when; null where no day was said.' }),
    recordedOn: t.expose('recordedOn', { type: 'Date', description: 'When it was recorded.' }),
    version: t.exposeInt('version', { description: 'To be given back with a change.' }),
    outcome: t.field({
      type: OutcomeEnum,
      nullable: true,
      description: 'What became of it, as last said; null: nothing is known.',
      resolve: (it) => it.outcomes.at(-1)?.outcome ?? null,
    }),
    outcomes: t.field({
      type: [RecommendationOutcome],
      extensions: { listSize: 3 },
      description: 'What became of it, the newest last.',
      resolve: (it) => it.outcomes,
    }),
    overdue: t.boolean({
      description: 'Is the day over, and it is neither done, dropped nor carried over?',
      resolve: (it, _args, { today }) => it.dueOn !== null && it.dueOn < today && [undefined, 'UNDER_WAY'].includes(it.outcomes.at(-1)?.outcome),
    }),
    needs: t.field({
      type: [AssistanceNeed],
      description: 'Needs it is about, of those the viewer may see.',
      resolve: async (it, _args, context) => {
        const needs = await loadAll(needsByKey(context), it.needKeys);
        return withStanding(
          needs.filter((need) => need !== null),
          context.today,
        );
      },
    }),
    history: t.field(historyField('Recommendation', (it: { key: string }) => it.key)),
  }),
});

function unknownSession(key: string): never {
  throw new Error(`a recommendation of no session: ${key}`);
}

builder.node(WorkingGroupSession, {
  description: 'A meeting of the Working Group of Government Experts on Technical Assistance.',
  id: { resolve: (session) => session.key },
  loadMany: (keys, context) => loadAll(sessionsByKey(context), keys),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Natural key.' }),
    title: t.exposeString('title', { description: 'Title.' }),
    startsOn: t.expose('startsOn', { type: 'Date', description: 'First day.' }),
    endsOn: t.expose('endsOn', { type: 'Date', description: 'Last day.' }),
    version: t.exposeInt('version', { description: 'Grows with every change.' }),
    frozenOn: t.expose('frozenOn', { type: 'Date', nullable: true, description: 'The day of what it keeps; null where it was not frozen.' }),
    recommendations: t.field({
      type: [Recommendation],
      description: 'What it recommended, in order.',
      resolve: (it, _args, context) => recommendationsOf(context).load(it.key),
    }),
    frozen: t.field({ type: SessionView, nullable: true, description: 'What it saw; null where it was not frozen.', resolve: (it) => it.frozen }),
    today: t.field({
      type: SessionView,
      description: 'What it would see today.',
      resolve: (_it, _args, context) => publicToday(context),
    }),
    changes: t.field({
      type: SessionChanges,
      nullable: true,
      description: 'What is different today; null where it was not frozen.',
      resolve: async (it, _args, context) => (it.frozen === null ? null : changesSince(it.frozen, await publicToday(context))),
    }),
    history: t.field(historyField('WorkingGroupSession', (it: { key: string }) => it.key)),
  }),
});

builder.queryFields((t) => ({
  sessions: t.field({
    type: [WorkingGroupSession],
    description: 'Sessions of the working group, the newest first.',
    resolve: (_root, _args, context) => getSessions(context),
  }),
  session: t.field({
    type: WorkingGroupSession,
    nullable: true,
    description: 'One session. Null with NOT_FOUND where there is none.',
    args: { key: t.arg.string({ required: true, description: 'Key of the session.' }) },
    resolve: async (_root, { key }, context) => (await sessionsByKey(context).load(key)) ?? notFound(key),
  }),
}));

function notFound(key: string): never {
  throw new AppError('NOT_FOUND', at('key', say('error.unseen.session', { key })));
}
