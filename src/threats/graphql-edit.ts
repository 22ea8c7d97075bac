// Mutations of assessments.
import { builder } from '../graphql/builder.ts';
import { mutate, type Payload, userErrorsField } from '../graphql/mutation.ts';
import { audienceFields } from '../members/graphql-sharing.ts';
import { publishAssessment, recordAssessment, withdrawAssessment } from './edit-service.ts';
import { Assessment, AssessmentLevelEnum } from './graphql.ts';
import { SourceInput } from './graphql-inputs.ts';
import type { Assessment as AssessmentShape } from './model.ts';

const KeyThreatInput = builder.inputType('KeyThreatInput', {
  description: 'A threat that an assessment names as key.',
  fields: (t) => ({
    threat: t.string({ required: true, description: 'Key of the threat.' }),
    emerging: t.boolean({ required: false, description: 'Does the assessment mark it as emerging?' }),
  }),
});

const FindingInput = builder.inputType('FindingInput', {
  description: 'One threat in one state: likelihood and impact, or a score on a scale, or named without a figure.',
  fields: (t) => ({
    state: t.string({ required: false, description: 'In which state; of an assessment of a state it is that state.' }),
    threat: t.string({ required: true, description: 'Key of the threat.' }),
    likelihood: t.int({ required: false, description: '1 to 5; then impact is needed too.' }),
    impact: t.int({ required: false, description: '1 to 5; then likelihood is needed too.' }),
    score: t.float({ required: false, description: 'On the scale stated.' }),
    scaleMin: t.float({ required: false, description: 'Lowest score the scale has.' }),
    scaleMax: t.float({ required: false, description: 'Highest score the scale has.' }),
    emerging: t.boolean({ required: false, description: 'Does the assessment mark it as emerging?' }),
    note: t.string({ required: false, description: 'To be read with it.' }),
  }),
});

const versionDescription = 'Version of the assessment that this was decided from';

const RecordAssessmentInput = builder.inputType('RecordAssessmentInput', {
  description:
    "An assessment of the viewer's own state or organization. With a version what is left out stays; a null empties a field that may be empty.",
  fields: (t) => ({
    key: t.string({
      required: true,
      description: "Its key: the owner's code in small letters, a hyphen, and more; small letters, digits and hyphens.",
    }),
    version: t.int({ required: false, description: `${versionDescription}; none: it is a new one.` }),
    title: t.string({ required: false, description: 'Title, up to 500 characters. A new one needs it.' }),
    series: t.string({ required: false, description: 'Editions of one series can be compared over time; its key where none is given.' }),
    level: t.field({
      type: AssessmentLevelEnum,
      required: false,
      description: 'NATIONAL of a state; REGIONAL (where none is given) or GLOBAL of an organization.',
    }),
    issuingBody: t.string({ required: false, description: 'Body that issued it.' }),
    dated: t.field({ type: 'PartialDate', required: false, description: 'Date of issue; without one it counts for nothing.' }),
    nextEdition: t.field({ type: 'PartialDate', required: false, description: 'When the next edition is due.' }),
    method: t.string({ required: false, description: 'How it was made.' }),
    threatListSeen: t.boolean({ required: false, description: 'Was the list of key threats seen in the source?' }),
    verified: t.boolean({ required: false, description: 'Were title and date checked against a source?' }),
    note: t.string({ required: false, description: 'To be read with it.' }),
    attribution: t.string({ required: false, description: 'Words to print wherever its figures are shown.' }),
    sources: t.field({ type: [SourceInput], required: false, description: 'Where this is read from; they replace those there were.' }),
    keyThreats: t.field({ type: [KeyThreatInput], required: false, description: 'Threats it names as key; they replace those there were.' }),
    findings: t.field({ type: [FindingInput], required: false, description: 'What it finds; they replace those there were.' }),
    ...audienceFields(t),
  }),
});

const PublishAssessmentInput = builder.inputType('PublishAssessmentInput', {
  description: 'Which assessment is to reach its audience, and where it is not the one recorded, which audience.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Key of the assessment.' }),
    version: t.int({ required: true, description: `${versionDescription}.` }),
    ...audienceFields(t),
  }),
});

const WithdrawAssessmentInput = builder.inputType('WithdrawAssessmentInput', {
  description: 'Which assessment is to be taken back.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Key of the assessment.' }),
    version: t.int({ required: true, description: `${versionDescription}.` }),
  }),
});

function assessmentPayload(name: string, description: string) {
  return builder.objectRef<Payload<AssessmentShape>>(name).implement({
    description,
    fields: (t) => ({
      assessment: t.field({
        type: Assessment,
        nullable: true,
        description: 'The assessment as it is now; null where nothing was done.',
        resolve: (it) => it.done,
      }),
      userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
    }),
  });
}

const RecordAssessmentPayload = assessmentPayload('RecordAssessmentPayload', 'What came of recording an assessment.');
const PublishAssessmentPayload = assessmentPayload('PublishAssessmentPayload', 'What came of publishing an assessment.');
const WithdrawAssessmentPayload = assessmentPayload('WithdrawAssessmentPayload', 'What came of taking an assessment back.');

builder.mutationFields((t) => ({
  recordAssessment: t.field({
    type: RecordAssessmentPayload,
    description:
      "Records an assessment of the viewer's own state or organization with its findings, not published and private unless its visibility is given; with a version changes one that is not published. For editors, approvers and analysts.",
    args: { input: t.arg({ type: RecordAssessmentInput, required: true, description: 'The assessment.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => recordAssessment(context, viewer, input)),
  }),
  publishAssessment: t.field({
    type: PublishAssessmentPayload,
    description:
      'Lets an assessment reach its audience, or changes the audience of one that is published. For approvers of its state and analysts of its organization, from another account than changed it last.',
    args: { input: t.arg({ type: PublishAssessmentInput, required: true, description: 'Which one, and for whom.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => publishAssessment(context, viewer, input)),
  }),
  withdrawAssessment: t.field({
    type: WithdrawAssessmentPayload,
    description:
      'Takes a published assessment back: its owner alone reads it from now on. For approvers of its state and analysts of its organization.',
    args: { input: t.arg({ type: WithdrawAssessmentInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => withdrawAssessment(context, viewer, input)),
  }),
}));
