// How needs change, in the schema.
import { builder } from '../graphql/builder.ts';
import { mutate, type Payload, userErrorsField } from '../graphql/mutation.ts';
import { AssistanceNeed, ConsentEnum, NeedStageEnum, UrgencyEnum } from './graphql-types.ts';
import { confirmNeed, moveNeed, recordFollowUp } from './need-change-service.ts';
import { observeNeed, requestAssistance } from './need-request-service.ts';
import { todays } from './need-service.ts';
import type { StandingNeed } from './totals.ts';

function needPayload(name: string, description: string) {
  return builder.objectRef<Payload<StandingNeed>>(name).implement({
    description,
    fields: (t) => ({
      need: t.field({
        type: AssistanceNeed,
        nullable: true,
        description: 'The need as it is now; null where nothing was changed.',
        resolve: (it) => it.done,
      }),
      userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
    }),
  });
}

const keyField = { required: true, description: 'Key of the need.' } as const;
const versionField = { required: true, description: 'The version of it that was read.' } as const;
const dueField = { type: 'Date', required: false, description: 'By when the next stage is due.' } as const;
const onField = { type: 'Date', required: false, description: 'The day it happened; today where none is given, and never one to come.' } as const;
const metField = { required: false, description: 'Whether the need is met, which its state alone says.' } as const;
const stateField = { required: true, description: 'ISO 3166-1 alpha-3 code of the state.' } as const;
const elementField = { required: false, description: 'Key of the element it is about.' } as const;
const threatField = { required: false, description: 'Key of the threat it is about.' } as const;
const provisionField = { required: false, description: 'Key of the provision it is about.' } as const;
const objectiveField = { required: false, description: 'Key of the objective of an organization that shows the gap.' } as const;

const RequestAssistanceInput = builder.inputType('RequestAssistanceInput', {
  description: 'What a state asks for: an element, a threat or a provision at least, or a prompt.',
  fields: (t) => ({
    state: t.string(stateField),
    prompt: t.string({ required: false, description: 'Key of a prompt of the state, such as jam-prompt-e08: its element is taken.' }),
    element: t.string(elementField),
    threat: t.string(threatField),
    provision: t.string(provisionField),
    objective: t.string(objectiveField),
    urgency: t.field({ type: UrgencyEnum, required: true, description: 'How urgent it is to the state.' }),
    reason: t.string({ required: true, description: 'Why, in the words of the state.' }),
    consent: t.field({
      type: ConsentEnum,
      defaultValue: 'PRIVATE',
      description: 'Whom the state lets know, once a second person has confirmed it.',
    }),
    dueOn: t.field(dueField),
  }),
});

const ObserveNeedInput = builder.inputType('ObserveNeedInput', {
  description: 'What a review observed: about an element, a threat or a provision at least.',
  fields: (t) => ({
    state: t.string(stateField),
    element: t.string(elementField),
    threat: t.string(threatField),
    provision: t.string(provisionField),
    objective: t.string(objectiveField),
    reason: t.string({ required: true, description: 'What was observed. The state may say it in its own words when it confirms.' }),
  }),
});

const ConfirmNeedInput = builder.inputType('ConfirmNeedInput', {
  description: 'The word of a second person of the state. Of a prompt it makes a request, and then urgency and reason are needed.',
  fields: (t) => ({
    need: t.string({ required: true, description: 'Key of the need, or of a prompt.' }),
    version: t.int(versionField),
    urgency: t.field({ type: UrgencyEnum, required: false, description: 'How urgent it is to the state: of what was observed, and of a prompt.' }),
    reason: t.string({ required: false, description: 'Why, in the words of the state: of what was observed, and of a prompt.' }),
    consent: t.field({
      type: ConsentEnum,
      required: false,
      description: 'Whom the state lets know. A request stays as it was made, or reaches fewer.',
    }),
    dueOn: t.field(dueField),
  }),
});

const MoveNeedInput = builder.inputType('MoveNeedInput', {
  description:
    'The state brings its need to SCOPED and WITHDRAWN and says whether it is met; the Secretariat to SCOPED, FUNDED, IN_DELIVERY and COMPLETED. A PRIVATE need is moved by its state alone.',
  fields: (t) => ({
    need: t.string(keyField),
    version: t.int(versionField),
    stage: t.field({ type: NeedStageEnum, required: false, description: 'The stage it comes to; none: it stays where it is.' }),
    met: t.boolean(metField),
    reason: t.string({ required: true, description: 'Why.' }),
    dueOn: t.field(dueField),
    on: t.field(onField),
  }),
});

const RecordFollowUpInput = builder.inputType('RecordFollowUpInput', {
  description: 'What came of assistance, one year after it was completed or later.',
  fields: (t) => ({
    need: t.string(keyField),
    version: t.int(versionField),
    result: t.string({ required: true, description: 'What came of it.' }),
    met: t.boolean(metField),
    on: t.field(onField),
  }),
});

const RequestAssistancePayload = needPayload('RequestAssistancePayload', 'What a request did.');
const ObserveNeedPayload = needPayload('ObserveNeedPayload', 'What an observation did.');
const ConfirmNeedPayload = needPayload('ConfirmNeedPayload', 'What a confirmation did.');
const MoveNeedPayload = needPayload('MoveNeedPayload', 'What a move did.');
const RecordFollowUpPayload = needPayload('RecordFollowUpPayload', 'What a follow-up did.');

builder.mutationFields((t) => ({
  requestAssistance: t.field({
    type: RequestAssistancePayload,
    description: 'Records what a state asks for. By an editor or an approver of that state; it waits for a second person.',
    args: { input: t.arg({ type: RequestAssistanceInput, required: true, description: 'What it asks for.' }) },
    resolve: (_root, { input }, context) => mutate(context, async (viewer) => todays(context, await requestAssistance(context, viewer, input))),
  }),
  observeNeed: t.field({
    type: ObserveNeedPayload,
    description:
      'Records what a review observed. By the Secretariat, or an analyst of an organization the state is a member of; others are told once the state confirms it.',
    args: { input: t.arg({ type: ObserveNeedInput, required: true, description: 'What was observed.' }) },
    resolve: (_root, { input }, context) => mutate(context, async (viewer) => todays(context, await observeNeed(context, viewer, input))),
  }),
  confirmNeed: t.field({
    type: ConfirmNeedPayload,
    description:
      'Confirms a need for its state, or makes a request of a prompt. By an approver of the state, from another account than recorded it; from then on its consent holds.',
    args: { input: t.arg({ type: ConfirmNeedInput, required: true, description: 'Which, and what the state says.' }) },
    resolve: (_root, { input }, context) => mutate(context, async (viewer) => todays(context, await confirmNeed(context, viewer, input))),
  }),
  moveNeed: t.field({
    type: MoveNeedPayload,
    description: 'Brings a need to its next stage, takes it back, or says that it is met.',
    args: { input: t.arg({ type: MoveNeedInput, required: true, description: 'Which, and where to.' }) },
    resolve: (_root, { input }, context) => mutate(context, async (viewer) => todays(context, await moveNeed(context, viewer, input))),
  }),
  recordFollowUp: t.field({
    type: RecordFollowUpPayload,
    description: 'Records what came of a need one year on. By an editor or an approver of the state, or by the Secretariat.',
    args: { input: t.arg({ type: RecordFollowUpInput, required: true, description: 'Which, and what came of it.' }) },
    resolve: (_root, { input }, context) => mutate(context, async (viewer) => todays(context, await recordFollowUp(context, viewer, input))),
  }),
}));
