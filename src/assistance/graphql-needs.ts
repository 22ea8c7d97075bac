// Needs, their stages, candidates and matches in the schema.
import { Concept } from '../concepts/graphql.ts';
import { getConceptCatalogue } from '../concepts/service.ts';
import { builder, languageArgument } from '../graphql/builder.ts';
import { loadAll } from '../graphql/context.ts';
import { connection, pageArguments, pageRequest } from '../graphql/paging.ts';
import { asOfArgument, MemberState, Organization } from '../members/graphql.ts';
import { historyField } from '../members/graphql-history.ts';
import { getOrganizations } from '../members/service.ts';
import { whoIn } from '../members/who.ts';
import { StrategyNode } from '../strategies/graphql-types.ts';
import { nodesByKey } from '../strategies/service.ts';
import { activitiesByKey, advisersFor, type Candidate as CandidateShape, candidatesFor, getSurroundings } from './activity-service.ts';
import { fundingOf } from './funding.ts';
import { AssistanceFunding, stateOfKey } from './graphql-activities.ts';
import {
  AssistanceActivity,
  AssistanceMatch,
  AssistanceNeed,
  ConsentEnum,
  MatchKindEnum,
  MatchLackEnum,
  MatchReasonKindEnum,
  MatchStatusEnum,
  NeedOriginEnum,
  NeedStageEnum,
  NeedStatusEnum,
  UrgencyEnum,
} from './graphql-types.ts';
import { canServe, type Lack, lacksOf, type Reason } from './matching.ts';
import type { Activity, NeedStep as NeedStepShape, ThemeTotals } from './model.ts';
import { needsByKey, needsPage, needsServedBy, withStanding } from './need-service.ts';
import { matchesAt } from './stages.ts';
import type { StandingNeed } from './totals.ts';

const MatchReason = builder.objectRef<Reason>('MatchReason').implement({
  description: 'One reason why an activity can serve a need.',
  fields: (t) => ({
    kind: t.field({ type: MatchReasonKindEnum, description: 'Which reason.', resolve: (it) => it.kind }),
    key: t.exposeString('key', {
      nullable: true,
      description: 'The state, the region or the theme of the activity; of PERIOD its last day, null where it has no end.',
    }),
  }),
});

const NeedStep = builder.objectRef<NeedStepShape>('NeedStep').implement({
  description: 'One step on the way of a need.',
  fields: (t) => ({
    stage: t.field({ type: NeedStageEnum, description: 'The stage it came to.', resolve: (it) => it.stage }),
    met: t.exposeBoolean('isMet', { description: 'Did the state say that it is met?' }),
    on: t.expose('on', { type: 'Date', description: 'When.' }),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: 'By when the next stage was due.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why; of a follow-up: what came of it.' }),
    who: t.string({
      description: 'A body and a role, never a person.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, context) => whoIn(context, it, lang ?? context.language),
    }),
  }),
});

builder.objectType(AssistanceMatch, {
  description: 'An activity proposed or offered for a need. Until the state accepts it, the state and the Secretariat alone see it.',
  fields: (t) => ({
    key: t.string({ description: 'Natural key, by chance.', resolve: ({ match }) => match.key }),
    need: t.field({
      type: AssistanceNeed,
      description: 'The need.',
      resolve: ({ need }, _args, context) => withStanding([need], context.today)[0] as StandingNeed,
    }),
    activity: t.field({
      type: AssistanceActivity,
      nullable: true,
      description: 'The activity; null where it is no longer published.',
      resolve: ({ match }, _args, context) => activitiesByKey(context).load(match.activityKey),
    }),
    kind: t.field({ type: MatchKindEnum, description: 'Proposed or offered.', resolve: ({ match }) => match.kind }),
    status: t.field({ type: MatchStatusEnum, description: 'What the state decided.', resolve: ({ match }) => match.status }),
    note: t.string({ nullable: true, description: 'What the Secretariat says with it.', resolve: ({ match }) => match.note }),
    proposedOn: t.field({ type: 'Date', description: 'When it was proposed or offered.', resolve: ({ match }) => match.proposedOn }),
    decidedOn: t.field({ type: 'Date', nullable: true, description: 'When the state decided.', resolve: ({ match }) => match.decidedOn }),
    decisionReason: t.string({ nullable: true, description: 'Why, in the words of the state.', resolve: ({ match }) => match.decisionReason }),
    reasons: t.field({
      type: [MatchReason],
      extensions: { listSize: 3 },
      description: 'Why it can serve the need, as computed for today; empty where the computation does not say so.',
      resolve: async ({ need, match }, _args, context) => {
        const activity = await activitiesByKey(context).load(match.activityKey);
        return activity ? (canServe(activity, need, context.today, await getSurroundings(context)) ?? []) : [];
      },
    }),
    lacks: t.field({
      type: [MatchLackEnum],
      description:
        'Why it does not appear to suit the need, as computed for today; empty where it can serve it, and where it is no longer published.',
      resolve: async ({ need, match }, _args, context) => {
        const activity = await activitiesByKey(context).load(match.activityKey);
        return activity ? lacksOf(activity, need, context.today, await getSurroundings(context)) : [];
      },
    }),
    history: t.field(historyField('AssistanceMatch', ({ match }: { match: { key: string } }) => match.key)),
  }),
});

type FitShape = { activity: Activity; reasons: Reason[]; lacks: Lack[] };

const NeedFit = builder.objectRef<FitShape>('NeedFit').implement({
  description: 'Whether an activity appears to suit a need, for people to judge: nothing is forbidden by it.',
  fields: (t) => ({
    activity: t.field({ type: AssistanceActivity, description: 'The activity.', resolve: (it) => it.activity }),
    reasons: t.field({
      type: [MatchReason],
      extensions: { listSize: 3 },
      description: 'Why it can serve the need; empty where it cannot.',
      resolve: (it) => it.reasons,
    }),
    lacks: t.field({ type: [MatchLackEnum], description: 'Why it does not appear to suit it; empty where it does.', resolve: (it) => it.lacks }),
  }),
});

type CandidateOfNeed = CandidateShape & { of: StandingNeed };

const NeedCandidate = builder.objectRef<CandidateOfNeed>('NeedCandidate').implement({
  description: 'An activity that can serve a need: a place to begin, for people to judge.',
  fields: (t) => ({
    activity: t.field({ type: AssistanceActivity, description: 'The activity; its providers are whom to ask.', resolve: (it) => it.activity }),
    reasons: t.field({ type: [MatchReason], extensions: { listSize: 3 }, description: 'Recipient, theme and time.', resolve: (it) => it.reasons }),
    alsoServes: t.field({
      type: [AssistanceNeed],
      description: 'Open needs of other states that it could serve as well, of those the viewer may see.',
      resolve: async ({ activity, of }, _args, context) =>
        (await needsServedBy(context, activity, of.asOf)).filter(({ need }) => need.stateKey !== of.need.stateKey),
    }),
  }),
});

builder.node(AssistanceNeed, {
  description: 'What a state needs of technical assistance, as far as it lets the viewer know.',
  id: { resolve: ({ need }) => need.key },
  loadMany: async (keys, context) =>
    (await loadAll(needsByKey(context), keys)).map((need) => (need ? (withStanding([need], context.today)[0] ?? null) : null)),
  fields: (t) => ({
    key: t.string({ description: 'Natural key: the code of the state, then chance; of a prompt its element.', resolve: ({ need }) => need.key }),
    state: t.field({ type: MemberState, description: 'Whose need.', resolve: ({ need }, _args, context) => stateOfKey(context, need.stateKey) }),
    element: t.field({
      type: Concept,
      nullable: true,
      description: 'The element of a strategy it is about.',
      resolve: async ({ need }, _args, context) => (await getConceptCatalogue(context)).get('ELEMENT', need.elementKey ?? '') ?? null,
    }),
    threat: t.field({
      type: Concept,
      nullable: true,
      description: 'The threat it is about.',
      resolve: async ({ need }, _args, context) => (await getConceptCatalogue(context)).get('THREAT', need.threatKey ?? '') ?? null,
    }),
    provision: t.field({
      type: Concept,
      nullable: true,
      description: 'The provision it is about.',
      resolve: async ({ need }, _args, context) => (await getConceptCatalogue(context)).get('PROVISION', need.provisionKey ?? '') ?? null,
    }),
    objective: t.field({
      type: StrategyNode,
      nullable: true,
      description:
        'The objective of an organization that shows the gap: with the state a cell of the alignment matrix. Null too where it cannot be seen.',
      resolve: ({ need }, _args, context) => (need.objectiveKey === null ? null : nodesByKey(context).load(need.objectiveKey)),
    }),
    origin: t.field({ type: NeedOriginEnum, description: 'Where it comes from.', resolve: ({ need }) => need.origin }),
    observer: t.field({
      type: Organization,
      nullable: true,
      description: 'The organization whose review observed it; null for the Secretariat and for what the state asked for itself.',
      resolve: async ({ need }, _args, context) => (await getOrganizations(context)).get(need.recorderOrganizationKey ?? '') ?? null,
    }),
    stage: t.field({
      type: NeedStageEnum,
      nullable: true,
      description: 'How far it has come; null for a prompt.',
      resolve: ({ standing }) => standing.stage,
    }),
    status: t.field({ type: NeedStatusEnum, description: 'Whether it is met.', resolve: ({ standing }) => standing.status }),
    urgency: t.field({
      type: UrgencyEnum,
      nullable: true,
      description: 'In the word of the state; null for a prompt, and until the state confirms what was observed.',
      resolve: ({ need }) => need.urgency,
    }),
    reason: t.string({
      nullable: true,
      description: 'Why, in the words of the state; until it confirms what was observed, in those of the observer. Null for a prompt.',
      resolve: ({ need }) => need.reason,
    }),
    consent: t.field({ type: ConsentEnum, description: 'Whom the state lets know, from its confirmation on.', resolve: ({ need }) => need.consent }),
    version: t.int({ description: 'To be given back with a change.', resolve: ({ need }) => need.version }),
    dueOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'By when the next stage is due; of a completed need the follow-up, one year on.',
      resolve: ({ standing }) => standing.dueOn,
    }),
    overdue: t.boolean({ description: 'Is that day over?', resolve: ({ standing }) => standing.isOverdue }),
    followUpDueOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'One year after completion; null where it is not completed.',
      resolve: ({ standing }) => standing.followUpDueOn,
    }),
    stages: t.field({
      type: [NeedStep],
      extensions: { listSize: 5 },
      description: 'Its way up to the day asked for: by whom, when, why.',
      resolve: ({ need, asOf }) => need.steps.filter(({ on }) => on <= asOf),
    }),
    matches: t.field({
      type: [AssistanceMatch],
      extensions: { listSize: 3 },
      description:
        'Activities proposed or offered for it up to the day asked for, by the day they came, then by key: accepted ones, and all of them to the state and the Secretariat.',
      resolve: ({ need, asOf }) => matchesAt(need.matches, asOf).map((match) => ({ need, match })),
    }),
    funding: t.field({
      type: AssistanceFunding,
      description: 'Of the activities that the state has accepted.',
      resolve: async ({ need, asOf }, _args, context) => {
        const keys = matchesAt(need.matches, asOf).flatMap(({ status, activityKey }) => (status === 'ACCEPTED' ? [activityKey] : []));
        return fundingOf((await loadAll(activitiesByKey(context), keys)).filter((activity) => activity !== null));
      },
    }),
    candidates: t.field({
      type: [NeedCandidate],
      description: 'Activities that can serve it on the day asked for, by key.',
      resolve: async (it, _args, context) => (await candidatesFor(context, it.need, it.asOf)).map((candidate) => ({ ...candidate, of: it })),
    }),
    fit: t.field({
      type: NeedFit,
      nullable: true,
      description: 'Whether one activity appears to suit it on the day asked for; null where there is none of that key that the viewer may see.',
      args: { activity: t.arg.string({ required: true, description: 'Key of the activity.' }) },
      resolve: async ({ need, asOf }, { activity: key }, context) => {
        const activity = await activitiesByKey(context).load(key);
        if (!activity) return null;
        const surroundings = await getSurroundings(context);
        return { activity, reasons: canServe(activity, need, asOf, surroundings) ?? [], lacks: lacksOf(activity, need, asOf, surroundings) };
      },
    }),
    at: t.field({
      type: AssistanceNeed,
      nullable: true,
      description:
        'The same need as it stood on a day, by its dated steps and decisions; null where it was not recorded by then. Its consent, urgency and reason are those of today.',
      args: { asOf: t.arg(asOfArgument) },
      resolve: ({ need }, { asOf }, context) => withStanding([need], asOf ?? context.today)[0] ?? null,
    }),
    advisers: t.field({
      type: [MemberState],
      extensions: { listSize: 5 },
      description: 'States that agreed to advise others and whose plans are ACCOUNTABLE on the element, by name.',
      resolve: async ({ need, asOf }, _args, context) =>
        Promise.all((await advisersFor(context, need, asOf)).map((stateKey) => stateOfKey(context, stateKey))),
    }),
    history: t.field(historyField('AssistanceNeed', ({ need }: StandingNeed) => need.key)),
  }),
});

const AssistanceNeedFilter = builder.inputType('AssistanceNeedFilter', {
  description: 'Which needs; every key narrows further. Prompts come only where origin DERIVED is asked for, and to their own state alone.',
  fields: (t) => ({
    organization: t.string({ required: false, description: 'Of members of this organization on the day asked for.' }),
    states: t.stringList({ required: false, description: 'Of these states (ISO 3166-1 alpha-3).' }),
    element: t.string({ required: false, description: 'About this element.' }),
    threat: t.string({ required: false, description: 'About this threat, named as it is.' }),
    origin: t.field({ type: NeedOriginEnum, required: false, description: 'Of this origin.' }),
    stage: t.field({ type: NeedStageEnum, required: false, description: 'That have come so far.' }),
    status: t.field({ type: NeedStatusEnum, required: false, description: 'Of this status.' }),
  }),
});

export type TotalsOfScheme = ThemeTotals & { scheme: 'ELEMENT' | 'THREAT' };

export const NeedTotals = builder.objectRef<TotalsOfScheme>('NeedTotals').implement({
  description:
    'Needs on one element or threat, of those the viewer may see; withdrawn ones and prompts are none. Totals are null below three states.',
  fields: (t) => ({
    theme: t.field({
      type: Concept,
      nullable: true,
      description: 'The element or threat; null where it is no longer listed.',
      resolve: async (it, _args, context) => (await getConceptCatalogue(context)).get(it.scheme, it.themeKey) ?? null,
    }),
    states: t.exposeInt('states', { description: 'How many states have a need here.' }),
    total: t.exposeInt('total', { nullable: true, description: 'Needs in all.' }),
    unmet: t.exposeInt('unmet', { nullable: true, description: 'Those not met.' }),
    partlyMet: t.exposeInt('partlyMet', { nullable: true, description: 'Those with an accepted activity.' }),
    met: t.exposeInt('met', { nullable: true, description: 'Those the state says are met.' }),
  }),
});

type Totals = { totals: { elements: ThemeTotals[]; threats: ThemeTotals[] } };

const AssistanceNeedConnection = builder.connectionObject(
  {
    type: AssistanceNeed,
    name: 'AssistanceNeedConnection',
    description: 'A page of needs.',
    fields: (t) => ({
      elements: t.field({
        type: [NeedTotals],
        extensions: { listSize: 20 },
        description: 'All that fit by element, in the order of the elements.',
        resolve: (it) => (it as unknown as Totals).totals.elements.map((totals) => ({ ...totals, scheme: 'ELEMENT' as const })),
      }),
      threats: t.field({
        type: [NeedTotals],
        extensions: { listSize: 20 },
        description: 'All that fit by threat, in the order of the threats.',
        resolve: (it) => (it as unknown as Totals).totals.threats.map((totals) => ({ ...totals, scheme: 'THREAT' as const })),
      }),
    }),
  },
  { description: 'A need in a page.' },
);

builder.queryField('assistanceNeeds', (t) =>
  t.field({
    type: AssistanceNeedConnection,
    description: 'Needs that the viewer may see, by key: nothing ranks them.',
    args: {
      filter: t.arg({ type: AssistanceNeedFilter, required: false, description: 'Which ones.' }),
      ...pageArguments(t.arg),
      asOf: t.arg(asOfArgument),
    },
    resolve: async (_root, { filter, asOf, ...args }, context) => {
      const request = pageRequest('AssistanceNeed', args);
      const page = await needsPage(context, filter ?? {}, asOf ?? context.today, request);
      return Object.assign(
        connection('AssistanceNeed', page, ({ need }) => need.key, request),
        { totals: page.totals },
      );
    },
  }),
);
