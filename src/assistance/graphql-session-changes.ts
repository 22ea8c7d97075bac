// How sessions and recommendations are recorded, in the schema.
import { builder } from '../graphql/builder.ts';
import { mutate, type Payload, userErrorsField } from '../graphql/mutation.ts';
import { OutcomeEnum, Recommendation, WorkingGroupSession } from './graphql-types.ts';
import type { Recommendation as RecommendationShape, Session } from './model.ts';
import { freezeSession, recordOutcome, recordRecommendation, recordSession } from './session-service.ts';

function sessionPayload(name: string, description: string) {
  return builder.objectRef<Payload<Session>>(name).implement({
    description,
    fields: (t) => ({
      session: t.field({
        type: WorkingGroupSession,
        nullable: true,
        description: 'The session as it is now; null where nothing was changed.',
        resolve: (it) => it.done,
      }),
      userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
    }),
  });
}

function recommendationPayload(name: string, description: string) {
  return builder.objectRef<Payload<RecommendationShape>>(name).implement({
    description,
    fields: (t) => ({
      recommendation: t.field({
        type: Recommendation,
        nullable: true,
        description: 'The recommendation as it is now; null where nothing was changed.',
        resolve: (it) => it.done,
      }),
      userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
    }),
  });
}

const RecordSessionInput = builder.inputType('RecordSessionInput', {
  description: 'A meeting of the working group.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'A key of its own: small letters, digits and single hyphens, such as wg-ta-2026.' }),
    title: t.string({ required: true, description: 'What it is called.' }),
    startsOn: t.field({ type: 'Date', required: true, description: 'First day.' }),
    endsOn: t.field({ type: 'Date', required: true, description: 'Last day.' }),
  }),
});

const FreezeSessionInput = builder.inputType('FreezeSessionInput', {
  description: 'A session for which what the public is answered today is kept.',
  fields: (t) => ({ session: t.string({ required: true, description: 'Key of the session.' }) }),
});

const RecordRecommendationInput = builder.inputType('RecordRecommendationInput', {
  description: 'What a session recommended. It is public, so it tells nothing of a need that is not.',
  fields: (t) => ({
    session: t.string({ required: true, description: 'Key of the session.' }),
    what: t.string({ required: true, description: 'What.' }),
    addressee: t.string({ required: true, description: 'To whom, in words.' }),
    states: t.stringList({ required: false, description: 'States among them (ISO 3166-1 alpha-3).' }),
    organizations: t.stringList({ required: false, description: 'Keys of organizations among them.' }),
    dueOn: t.field({ type: 'Date', required: false, description: 'By when.' }),
    needs: t.stringList({ required: false, description: 'Keys of needs it is about; each is shown to whoever may see it.' }),
  }),
});

const RecordOutcomeInput = builder.inputType('RecordOutcomeInput', {
  description: 'What became of a recommendation.',
  fields: (t) => ({
    recommendation: t.string({ required: true, description: 'Key of the recommendation.' }),
    version: t.int({ required: true, description: 'The version of it that was read.' }),
    outcome: t.field({ type: OutcomeEnum, required: true, description: 'What became of it.' }),
    reason: t.string({ required: true, description: 'Why.' }),
    on: t.field({ type: 'Date', required: false, description: 'The day it happened; today where none is given, and never one to come.' }),
    carriedTo: t.string({ required: false, description: 'Key of the session that it is carried over to.' }),
  }),
});

const RecordSessionPayload = sessionPayload('RecordSessionPayload', 'What recording a session did.');
const FreezeSessionPayload = sessionPayload('FreezeSessionPayload', 'What freezing a session did.');
const RecordRecommendationPayload = recommendationPayload('RecordRecommendationPayload', 'What recording a recommendation did.');
const RecordOutcomePayload = recommendationPayload('RecordOutcomePayload', 'What recording an outcome did.');

builder.mutationFields((t) => ({
  recordSession: t.field({
    type: RecordSessionPayload,
    description: 'Records a session of the working group. By the Secretariat.',
    args: { input: t.arg({ type: RecordSessionInput, required: true, description: 'The session.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => recordSession(context, viewer, input)),
  }),
  freezeSession: t.field({
    type: FreezeSessionPayload,
    description:
      'Keeps what the session saw: what the public is answered today of needs, activities and overlaps. It can be done once. By the Secretariat.',
    args: { input: t.arg({ type: FreezeSessionInput, required: true, description: 'Which session.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => freezeSession(context, viewer, input.session)),
  }),
  recordRecommendation: t.field({
    type: RecordRecommendationPayload,
    description: 'Records what a session recommended. By the Secretariat.',
    args: { input: t.arg({ type: RecordRecommendationInput, required: true, description: 'The recommendation.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => recordRecommendation(context, viewer, input)),
  }),
  recordOutcome: t.field({
    type: RecordOutcomePayload,
    description: 'Records what became of a recommendation. By the Secretariat.',
    args: { input: t.arg({ type: RecordOutcomeInput, required: true, description: 'Which, and what.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => recordOutcome(context, viewer, input)),
  }),
}));
