// The register of activities, its funding and its overlaps in the schema.
import { rowsOf } from '../alignment/facets.ts';
import { Concept } from '../concepts/graphql.ts';
import { getConceptCatalogue } from '../concepts/service.ts';
import { builder } from '../graphql/builder.ts';
import { type Context, loadAll } from '../graphql/context.ts';
import { connection, pageArguments, pageRequest } from '../graphql/paging.ts';
import { asOfArgument, MemberState } from '../members/graphql.ts';
import { historyField } from '../members/graphql-history.ts';
import { PublicationEnum } from '../members/graphql-sharing.ts';
import { getStates } from '../members/service.ts';
import { Source } from '../threats/graphql.ts';
import { getRegions } from '../threats/service.ts';
import { type ActivitiesPage, activitiesByKey, activitiesPage, findOverlaps } from './activity-service.ts';
import type { Funding } from './funding.ts';
import { ActivityStatusEnum, AssistanceActivity, AssistanceNeed } from './graphql-types.ts';
import type { Budget, Recipient, Theme } from './model.ts';
import { needsServedBy } from './need-service.ts';
import type { Overlap } from './overlaps.ts';

/** The concept of a theme. */
export async function conceptOf(context: Context, { scheme, key }: Theme) {
  const concept = (await getConceptCatalogue(context)).get(scheme, key);
  if (!concept) throw new Error(`a theme that is no concept: ${scheme} ${key}`);
  return concept;
}

/** The state with this code, which is recorded. */
export async function stateOfKey(context: Context, stateKey: string) {
  const state = (await getStates(context)).get(stateKey);
  if (!state) throw new Error(`an unknown state: ${stateKey}`);
  return state;
}

const AssistanceRecipient = builder.objectRef<Recipient>('AssistanceRecipient').implement({
  description: 'A state or a region that an activity is for.',
  fields: (t) => ({
    state: t.field({
      type: MemberState,
      nullable: true,
      description: 'The state; null for a region.',
      resolve: (it, _args, context) => (it.stateKey === null ? null : stateOfKey(context, it.stateKey)),
    }),
    region: t.exposeString('regionKey', { nullable: true, description: 'The region, such as region:caribbean; null for a state.' }),
    states: t.field({
      type: [MemberState],
      description: 'The state, or the states of the region as far as recorded.',
      resolve: async (it, _args, context) => {
        const keys = it.stateKey !== null ? [it.stateKey] : ((await getRegions(context)).get(it.regionKey ?? '')?.stateKeys ?? []);
        return Promise.all(keys.map((key) => stateOfKey(context, key)));
      },
    }),
    percentage: t.exposeFloat('percentage', { nullable: true, description: 'Its share of the activity, 0 to 100; null where not stated.' }),
  }),
});

const AssistanceBudget = builder.objectRef<Budget>('AssistanceBudget').implement({
  description: 'An amount as stated.',
  fields: (t) => ({
    currency: t.exposeString('currency', { description: 'ISO 4217 code.' }),
    year: t.exposeInt('year', { nullable: true, description: 'Year it is for; null: the activity as a whole.' }),
    amount: t.exposeFloat('amount', { description: 'In that currency, never converted.' }),
  }),
});

const CurrencySum = builder.objectRef<Funding['currencies'][number]>('CurrencySum').implement({
  description: 'What is stated in one currency.',
  fields: (t) => ({
    currency: t.exposeString('currency', { description: 'ISO 4217 code.' }),
    amount: t.exposeFloat('amount', { description: 'Sum of the stated amounts, never converted.' }),
    activities: t.exposeInt('activities', { description: 'Activities that state one.' }),
  }),
});

export const AssistanceFunding = builder.objectRef<Funding>('AssistanceFunding').implement({
  description: 'What is known of money, and of how many activities nothing is known. A programme and its parts may both state theirs.',
  fields: (t) => ({
    currencies: t.field({ type: [CurrencySum], description: 'Sums by currency, by its code.', resolve: (it) => it.currencies }),
    known: t.exposeInt('known', { description: 'Activities with a stated budget.' }),
    unknown: t.exposeInt('unknown', { description: 'Activities without one: unknown, not nothing.' }),
  }),
});

builder.node(AssistanceActivity, {
  description: 'An activity of technical assistance, or an offer of one, as the register has it.',
  id: { resolve: (activity) => activity.key },
  loadMany: (keys, context) => loadAll(activitiesByKey(context), keys),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Natural key.' }),
    title: t.exposeString('title', { description: 'Title.' }),
    provider: t.string({
      nullable: true,
      description: 'Who provides it: names with ; between; null where not recorded.',
      resolve: (it) => (it.providers.length === 0 ? null : it.providers.join('; ')),
    }),
    providers: t.field({ type: ['String'], description: 'Who provides it, one by one.', resolve: (it) => [...it.providers] }),
    funders: t.field({ type: ['String'], description: 'Who pays for it; empty where not recorded.', resolve: (it) => [...it.funders] }),
    recipients: t.field({ type: [AssistanceRecipient], description: 'States and regions it is for.', resolve: (it) => it.recipients }),
    themes: t.field({
      type: [Concept],
      extensions: { listSize: 5 },
      description: 'Elements and threats it works on. Themes of the register for which there is no concept are left out.',
      resolve: (it, _args, context) => Promise.all(it.themes.map((theme) => conceptOf(context, theme))),
    }),
    start: t.expose('start', { type: 'PartialDate', nullable: true, description: 'When it begins; null where not recorded.' }),
    end: t.expose('end', { type: 'PartialDate', nullable: true, description: 'When it ends; null where not recorded, or where it has no end.' }),
    budgets: t.field({
      type: [AssistanceBudget],
      extensions: { listSize: 3 },
      description: 'Amounts by currency and year; empty where unknown.',
      resolve: (it) => it.budgets,
    }),
    status: t.field({ type: ActivityStatusEnum, nullable: true, description: 'Where it stands; null where not stated.', resolve: (it) => it.status }),
    offer: t.exposeBoolean('isOffer', { description: 'What a provider would do; else something planned, under way or over.' }),
    publication: t.field({
      type: PublicationEnum,
      description: 'UNPUBLISHED: brought in, and read by those who keep the register alone.',
      resolve: (it) => it.publication,
    }),
    version: t.exposeInt('version', { description: 'To be given back with a change.' }),
    iatiIdentifier: t.exposeString('iatiIdentifier', { nullable: true, description: 'Identifier in IATI; null where it came another way.' }),
    reportingOrg: t.exposeString('reportingOrg', { nullable: true, description: 'Who reports it in IATI.' }),
    source: t.field({
      type: Source,
      nullable: true,
      description: 'Where this is read from.',
      resolve: (it) => (it.sourceUrl === null ? null : { title: it.title, ref: it.sourceUrl }),
    }),
    verification: t.exposeString('verification', { nullable: true, description: 'excerpt: seen in the source; recalled: not.' }),
    note: t.exposeString('note', { nullable: true, description: 'To be read with it.' }),
    couldServe: t.field({
      type: [AssistanceNeed],
      description:
        'Open needs that it could serve, by key, of those the viewer may see: where they are of several states, it could serve them together.',
      args: { asOf: t.arg(asOfArgument) },
      resolve: (it, { asOf }, context) => needsServedBy(context, it, asOf ?? context.today),
    }),
    history: t.field(historyField('AssistanceActivity', (it: { key: string }) => it.key)),
  }),
});

const AssistanceActivityFilter = builder.inputType('AssistanceActivityFilter', {
  description: 'Which activities; every key narrows further.',
  fields: (t) => ({
    organization: t.string({ required: false, description: 'For a member of this organization, or for a region of one.' }),
    states: t.stringList({ required: false, description: 'For one of these states, or for a region of one (ISO 3166-1 alpha-3).' }),
    element: t.string({ required: false, description: 'Working on this element.' }),
    threat: t.string({ required: false, description: 'Working on this threat, named as it is.' }),
    provider: t.string({ required: false, description: 'With this in the name of a provider.' }),
    inForceOn: t.field({ type: 'Date', required: false, description: 'Under way on this day; those without a known beginning are left out.' }),
    publication: t.field({ type: PublicationEnum, required: false, description: 'Published or not; only those who keep the register see both.' }),
  }),
});

const AssistanceActivityConnection = builder.connectionObject(
  {
    type: AssistanceActivity,
    name: 'AssistanceActivityConnection',
    description: 'A page of activities.',
    fields: (t) => ({
      funding: t.field({
        type: AssistanceFunding,
        description: 'Funding of all that fit, not of this page alone.',
        resolve: (it) => (it as unknown as ActivitiesPage).funding(),
      }),
    }),
  },
  { description: 'An activity in a page.' },
);

builder.queryField('assistanceActivities', (t) =>
  t.field({
    type: AssistanceActivityConnection,
    description: 'The register of activities, by key.',
    args: { filter: t.arg({ type: AssistanceActivityFilter, required: false, description: 'Which ones.' }), ...pageArguments(t.arg) },
    resolve: async (_root, { filter, ...args }, context) => {
      const request = pageRequest('AssistanceActivity', args);
      const page = await activitiesPage(context, filter ?? {}, request);
      return Object.assign(
        connection('AssistanceActivity', page, (it) => it.key, request),
        { funding: page.funding },
      );
    },
  }),
);

const OverlapPair = builder.objectRef<Overlap['pairs'][number]>('AssistanceOverlapPair').implement({
  description: 'Two activities and the time they have in common.',
  fields: (t) => ({
    first: t.exposeString('first', { description: 'Key of the one.' }),
    second: t.exposeString('second', { description: 'Key of the other.' }),
    from: t.expose('from', { type: 'Date', description: 'First day in common.' }),
    to: t.expose('to', { type: 'Date', nullable: true, description: 'Last day in common; null where neither has an end.' }),
  }),
});

export const AssistanceOverlap = builder.objectRef<Overlap>('AssistanceOverlap').implement({
  description: 'Activities on one theme in one state, at the same time, which share no provider and no funder. A reason to ask, not a finding.',
  fields: (t) => ({
    state: t.field({ type: MemberState, description: 'In which state.', resolve: (it, _args, context) => stateOfKey(context, it.stateKey) }),
    theme: t.field({ type: Concept, description: 'On which theme.', resolve: (it, _args, context) => conceptOf(context, it.theme) }),
    activities: t.field({
      type: [AssistanceActivity],
      extensions: { listSize: 3 },
      description: 'Those that overlap with another one of them, by key.',
      resolve: async (it, _args, context) => (await loadAll(activitiesByKey(context), it.activities)).filter((activity) => activity !== null),
    }),
    pairs: t.field({ type: [OverlapPair], extensions: { listSize: 3 }, description: 'Which with which, and when.', resolve: (it) => it.pairs }),
  }),
});

builder.queryField('assistanceOverlaps', (t) =>
  t.field({
    type: [AssistanceOverlap],
    extensions: { listSize: 50 },
    description: 'Overlaps that reach the day or later: in the members of an organization or in these states, else in all; by name of the state.',
    args: {
      organization: t.arg.string({ required: false, description: 'Key of an organization: its members on that day.' }),
      states: t.arg.stringList({ required: false, description: 'ISO 3166-1 alpha-3 codes of states, instead of an organization.' }),
      asOf: t.arg(asOfArgument),
    },
    resolve: async (_root, { organization, states, asOf }, context) => {
      const day = asOf ?? context.today;
      const isAll = organization == null && states == null;
      const stateKeys = isAll ? null : (await rowsOf(context, { organization, states }, day)).states.map(({ key }) => key);
      return findOverlaps(context, stateKeys, day);
    },
  }),
);
