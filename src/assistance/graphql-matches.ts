// Offers, proposals and decisions in the schema.
import { builder } from '../graphql/builder.ts';
import { mutate, type Payload, userErrorsField } from '../graphql/mutation.ts';
import { AssistanceActivity, AssistanceMatch } from './graphql-types.ts';
import { decideMatch, type MatchOfNeed, offerActivity, proposeMatch, publishActivity } from './match-service.ts';
import type { Activity } from './model.ts';

function activityPayload(name: string, description: string) {
  return builder.objectRef<Payload<Activity>>(name).implement({
    description,
    fields: (t) => ({
      activity: t.field({
        type: AssistanceActivity,
        nullable: true,
        description: 'The activity as it is now; null where nothing was changed.',
        resolve: (it) => it.done,
      }),
      userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
    }),
  });
}

function matchPayload(name: string, description: string) {
  return builder.objectRef<Payload<MatchOfNeed>>(name).implement({
    description,
    fields: (t) => ({
      match: t.field({
        type: AssistanceMatch,
        nullable: true,
        description: 'The match as it is now; null where nothing was changed.',
        resolve: (it) => it.done,
      }),
      userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
    }),
  });
}

const OfferedBudgetInput = builder.inputType('OfferedBudgetInput', {
  description: 'An amount as the provider states it.',
  fields: (t) => ({
    currency: t.string({ required: true, description: 'ISO 4217 code, such as EUR.' }),
    year: t.int({ required: false, description: 'Year it is for; none: the offer as a whole.' }),
    amount: t.float({ required: true, description: 'In that currency.' }),
  }),
});

const OfferActivityInput = builder.inputType('OfferActivityInput', {
  description: 'What a provider offers: to whom, on what, when.',
  fields: (t) => ({
    title: t.string({ required: true, description: 'What it is called.' }),
    providers: t.stringList({ required: true, description: 'Bodies that offer it.' }),
    funders: t.stringList({ required: false, description: 'Bodies that would pay for it.' }),
    states: t.stringList({ required: false, description: 'States it is for (ISO 3166-1 alpha-3).' }),
    regions: t.stringList({ required: false, description: 'Regions it is for, such as region:caribbean.' }),
    elements: t.stringList({ required: false, description: 'Keys of elements it would work on.' }),
    threats: t.stringList({ required: false, description: 'Keys of threats it would work on.' }),
    start: t.field({ type: 'PartialDate', required: true, description: 'When it would begin.' }),
    end: t.field({ type: 'PartialDate', required: false, description: 'When it would end; none: it has no end.' }),
    budgets: t.field({ type: [OfferedBudgetInput], required: false, description: 'What it would cost; none: unknown.' }),
    source: t.string({ required: false, description: 'Address or symbol of the offer.' }),
    note: t.string({ required: false, description: 'To be read with it.' }),
    needs: t.stringList({ required: false, description: 'Keys of needs it is offered for; none: to whoever it fits.' }),
  }),
});

const ProposeMatchInput = builder.inputType('ProposeMatchInput', {
  description: 'An activity of the register that the Secretariat proposes for a need.',
  fields: (t) => ({
    need: t.string({ required: true, description: 'Key of the need.' }),
    activity: t.string({ required: true, description: 'Key of the activity.' }),
    note: t.string({ required: false, description: 'What the state should know of it.' }),
  }),
});

const MatchDecisionEnum = builder.enumType('MatchDecision', {
  description: 'What a state decides of a match.',
  values: { ACCEPTED: { description: 'It accepts.' }, DECLINED: { description: 'It declines.' } } as const,
});

const DecideMatchInput = builder.inputType('DecideMatchInput', {
  description: 'What the state decides of what was proposed or offered.',
  fields: (t) => ({
    match: t.string({ required: true, description: 'Key of the match.' }),
    decision: t.field({ type: MatchDecisionEnum, required: true, description: 'Accepted or declined.' }),
    reason: t.string({ required: false, description: 'Why, in the words of the state.' }),
  }),
});

const PublishActivityInput = builder.inputType('PublishActivityInput', {
  description: 'An activity of the register that others may read from now on.',
  fields: (t) => ({
    activity: t.string({ required: true, description: 'Key of the activity.' }),
    version: t.int({ required: true, description: 'The version of it that was read.' }),
  }),
});

const OfferActivityPayload = activityPayload('OfferActivityPayload', 'What an offer did.');
const PublishActivityPayload = activityPayload('PublishActivityPayload', 'What publishing did.');
const ProposeMatchPayload = matchPayload('ProposeMatchPayload', 'What a proposal did.');
const DecideMatchPayload = matchPayload('DecideMatchPayload', 'What a decision did.');

builder.mutationFields((t) => ({
  offerActivity: t.field({
    type: OfferActivityPayload,
    description: "Records a provider's offer in the register, where everyone reads it, and for the needs that are named. By the Secretariat.",
    args: { input: t.arg({ type: OfferActivityInput, required: true, description: 'The offer.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => offerActivity(context, viewer, input)),
  }),
  proposeMatch: t.field({
    type: ProposeMatchPayload,
    description: 'Proposes an activity for a confirmed need; the state and the Secretariat alone see it until the state accepts. By the Secretariat.',
    args: { input: t.arg({ type: ProposeMatchInput, required: true, description: 'Which for which.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => proposeMatch(context, viewer, input)),
  }),
  decideMatch: t.field({
    type: DecideMatchPayload,
    description: 'Accepts or declines what was proposed or offered. By an approver of the state, from another account than proposed it.',
    args: { input: t.arg({ type: DecideMatchInput, required: true, description: 'Which, and what.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => decideMatch(context, viewer, input)),
  }),
  publishActivity: t.field({
    type: PublishActivityPayload,
    description: 'Publishes an activity that was brought into the register. By the Secretariat, from another account than brought it in.',
    args: { input: t.arg({ type: PublishActivityInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => publishActivity(context, viewer, input)),
  }),
}));
