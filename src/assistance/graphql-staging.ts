// What was read of IATI files in the schema: why an activity waits for a person, the list of those that do, and how one is discarded.
import { builder } from '../graphql/builder.ts';
import { mutate, type Payload, userErrorsField } from '../graphql/mutation.ts';
import { connection, pageArguments, pageRequest } from '../graphql/paging.ts';
import type { StagedReason, StagedReasonCode } from '../store/json.ts';
import { AssistanceActivity } from './graphql-types.ts';
import type { Staging } from './model.ts';
import { discardActivity, stagedPage, stagingOf } from './staging-service.ts';

export const StagingReasonCodeEnum = builder.enumType('StagingReasonCode', {
  description: 'Why an activity of an IATI file waits for a person, or is only told.',
  values: {
    DUPLICATE: { description: 'Another report of the import has its identifier and was updated later, or came first. Not staged.' },
    SAME_AS: { description: 'It is the same as another one, as one of the two says. Not staged beside it.' },
    CHILD_OF: { description: 'It is a part of another one, which may state its money too.' },
    IN_REGISTER: { description: 'It is published already. An import changes nothing of it.' },
    DISCARDED: { description: 'It was discarded. It is staged again only where it says something else now.' },
    NO_KEY: { description: 'Its identifier is too long for a key. Not staged.' },
    SECONDARY_REPORT: { description: 'Its reporter tells what others do.' },
    NO_RECIPIENT: { description: 'It names no country and no region.' },
    UNKNOWN_RECIPIENT: { description: 'It names countries or regions that are none here; they are left out.' },
    NO_THEME: { description: 'None of its sectors is an element or a threat here.' },
    NO_DATES: { description: 'It says neither when it begins nor when it ends.' },
    PERIOD_UNCLEAR: { description: 'It ends before it begins, so its end is left out.' },
    ENDED: { description: 'It is over.' },
    CANCELLED: { description: 'It was cancelled.' },
    PERCENTAGES_UNCLEAR: { description: 'Its percentages do not add up, or a region of the file is several here.' },
    BUDGET_UNCLEAR: { description: 'Its amounts are in several currencies, or cannot be added up and are left out.' },
  } satisfies Record<StagedReasonCode, { description: string }>,
});

export const StagingReason = builder.objectRef<StagedReason>('StagingReason').implement({
  description: 'Why an activity waits for a person.',
  fields: (t) => ({
    code: t.field({ type: StagingReasonCodeEnum, description: 'Which reason.', resolve: (it) => it.code }),
    detail: t.exposeString('detail', { nullable: true, description: 'What of the file it is about; null where there is no more to say.' }),
  }),
});

const ActivityStaging = builder.objectRef<Staging>('ActivityStaging').implement({
  description: 'Where an activity was read last, and why it waits for a person, or waited until it was published.',
  fields: (t) => ({
    file: t.exposeString('file', { description: 'Name of the IATI file.' }),
    line: t.exposeInt('line', { description: 'Its line in the file, from 1.' }),
    importedOn: t.expose('importedOn', { type: 'Date', description: 'Day of the import that wrote it last.' }),
    reasons: t.field({
      type: [StagingReason],
      extensions: { listSize: 5 },
      description: 'In the order in which one looks at them; empty where nothing speaks against it.',
      resolve: (it) => it.reasons,
    }),
  }),
});

builder.objectField(AssistanceActivity, 'staging', (t) =>
  t.field({
    type: ActivityStaging,
    nullable: true,
    description: 'Where it was read; null where it came another way, and for everybody but the Secretariat and administrators.',
    resolve: (it, _args, context) => stagingOf(context).load(it.key),
  }),
);

const StagedActivityConnection = builder.connectionObject(
  { type: AssistanceActivity, name: 'StagedActivityConnection', description: 'A page of activities that wait for a person.' },
  { description: 'An activity in a page.' },
);

builder.queryField('stagedActivities', (t) =>
  t.field({
    type: StagedActivityConnection,
    description:
      'Activities read from IATI files that wait for a person, by key. Publish one with publishActivity, or discard it with discardActivity. Empty for everybody but the Secretariat and administrators.',
    args: {
      reason: t.arg({ type: StagingReasonCodeEnum, required: false, description: 'Those that wait for this reason.' }),
      ...pageArguments(t.arg),
    },
    resolve: async (_root, { reason, ...args }, context) => {
      const request = pageRequest('AssistanceActivity', args);
      return connection('AssistanceActivity', await stagedPage(context, reason ?? null, request), (it) => it.key, request);
    },
  }),
);

const DiscardActivityInput = builder.inputType('DiscardActivityInput', {
  description: 'An activity that is not published and goes out of the register.',
  fields: (t) => ({
    activity: t.string({ required: true, description: 'Key of the activity.' }),
    version: t.int({ required: true, description: 'The version of it that was read.' }),
  }),
});

const DiscardActivityPayload = builder.objectRef<Payload<string>>('DiscardActivityPayload').implement({
  description: 'What discarding did.',
  fields: (t) => ({
    discarded: t.string({
      nullable: true,
      description: 'Key of the activity that is gone; null where nothing was changed.',
      resolve: (it) => it.done,
    }),
    userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
  }),
});

builder.mutationField('discardActivity', (t) =>
  t.field({
    type: DiscardActivityPayload,
    description:
      'Takes an activity that is not published out of the register. Where it was read from an IATI file it enters again only when a file says something else of it. By the Secretariat.',
    args: { input: t.arg({ type: DiscardActivityInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => discardActivity(context, viewer, input)),
  }),
);
