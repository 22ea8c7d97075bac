// Who stands behind a link, and the mutations by which its two sides propose, review and take one back.
import { builder, languageArgument } from '../graphql/builder.ts';
import { mutate, type Payload, userErrorsField } from '../graphql/mutation.ts';
import { historyField } from '../members/graphql-history.ts';
import { referenceFields } from '../members/graphql-note.ts';
import { publicationField, sharedWithField, VisibilityEnum, visibilityField } from '../members/graphql-sharing.ts';
import { whoIn } from '../members/who.ts';
import { Link, RelationEnum } from './graphql-types.ts';
import { clearancesOf, linkKey, linksToReview, linksToReviewMax, proposeLink, reviewLink, withdrawLink } from './link-service.ts';
import type { LinkClearance as LinkClearanceShape, Link as LinkShape } from './model.ts';

export const SideEnum = builder.enumType('Side', {
  description: 'Which of the two sides of a link or a cell speaks.',
  values: {
    STATE: { description: 'The state that it is about.' },
    OWNER: { description: 'The organization that owns the objective.' },
  },
});

const ClearanceDecisionEnum = builder.enumType('LinkClearanceDecision', {
  description: 'What a side decided of a link.',
  values: { CONFIRMED: { description: 'It is right.' }, REJECTED: { description: 'It is not right.' } },
});

export const LinkClearance = builder.objectRef<LinkClearanceShape>('LinkClearance').implement({
  description: 'What one side of a link decided of it: the newest decision of that side on the texts that stand.',
  fields: (t) => ({
    side: t.field({ type: SideEnum, description: 'Which side.', resolve: (it) => it.side }),
    decision: t.field({ type: ClearanceDecisionEnum, description: 'What it decided.', resolve: (it) => it.decision }),
    who: t.string({
      description: 'A body and a role, never a person.',
      args: { lang: t.arg(languageArgument) },
      resolve: ({ side, role, stateKey, organizationKey }, { lang }, context) => {
        const body = side === 'STATE' ? { stateKey, organizationKey: null } : { stateKey: null, organizationKey };
        return whoIn(context, { role, ...body }, lang ?? context.language);
      },
    }),
    on: t.expose('decidedOn', { type: 'Date', description: 'The day it was decided.' }),
    reference: t.exposeString('reference', { nullable: true, description: 'The note by which it came.' }),
    referenceDate: t.expose('referenceDate', { type: 'PartialDate', nullable: true, description: 'Date of that note.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why.' }),
  }),
});

builder.objectFields(Link, (t) => ({
  version: t.exposeInt('version', { description: 'Grows by one with every change; a mutation names the version it was made from.' }),
  visibility: t.field(visibilityField),
  sharedWith: t.field(sharedWithField),
  publication: t.field({ ...publicationField, description: 'UNPUBLISHED: proposed, and read by its two sides alone until one of them reviewed it.' }),
  proposedSide: t.field({
    type: SideEnum,
    nullable: true,
    description: 'Which of its two sides proposed it, and may take it back until somebody reviews it; null: it was read for the record.',
    resolve: (it) => it.proposedSide,
  }),
  confirmations: t.field({
    type: [LinkClearance],
    extensions: { listSize: 2 },
    description: 'What its two sides decided of it, the state first.',
    resolve: (it, _args, context) => clearancesOf(context).load(it.linkId),
  }),
  history: t.field(historyField<LinkShape>('Link', linkKey)),
}));

builder.queryField('linksToReview', (t) =>
  t.field({
    type: [Link],
    extensions: { listSize: linksToReviewMax },
    description:
      'Links that wait for you to review them for your side: proposed by another account and not decided by your side, or to be read again. The 50 oldest; none for those who review none.',
    resolve: (_root, _args, context) => linksToReview(context),
  }),
);

const linkPayload = (name: string, description: string) =>
  builder.objectRef<Payload<LinkShape>>(name).implement({
    description,
    fields: (t) => ({
      link: t.field({ type: Link, nullable: true, description: 'The link as it is now; null where nothing was done.', resolve: (it) => it.done }),
      userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
    }),
  });

const ProposeLinkInput = builder.inputType('ProposeLinkInput', {
  description: 'A reading of how a national text relates to an objective.',
  fields: (t) => ({
    national: t.string({ required: true, description: 'Key of a national plan, or of a node of it.' }),
    objective: t.string({ required: true, description: "Key of an objective of an organization's strategy." }),
    relation: t.field({ type: RelationEnum, required: true, description: 'How the national text relates to the objective.' }),
    share: t.float({
      required: false,
      description: 'With SUBSET and INTERSECTS alone: the part of the objective that is covered, above 0, at most 1.',
    }),
    rationale: t.string({ required: false, description: 'Why.' }),
    citation: t.string({ required: false, description: 'Where the texts say it.' }),
    visibility: t.field({
      type: VisibilityEnum,
      required: false,
      description: 'Whom it reaches once it is reviewed; left out: everyone who sees both texts.',
    }),
    sharedWith: t.stringList({ required: false, description: 'With SHARED: codes of states and keys of organizations.' }),
    version: t.int({ required: false, description: 'Where there is such a link already: its version as it was read. What was decided of it goes.' }),
  }),
});

const linkReference = {
  link: 'Id of the link; else the keys of its two ends.',
  national: 'Key of the national plan or node that it starts from.',
  objective: 'Key of the objective that it leads to.',
  version: 'Its version as it was read.',
} as const;

const LinkDecisionEnum = builder.enumType('LinkDecision', {
  description: 'What a review decides.',
  values: { CONFIRM: { description: 'The link is right.' }, REJECT: { description: 'The link is not right.' } },
});

const ReviewLinkInput = builder.inputType('ReviewLinkInput', {
  description: 'The word of one side of a link.',
  fields: (t) => ({
    link: t.id({ required: false, description: linkReference.link }),
    national: t.string({ required: false, description: linkReference.national }),
    objective: t.string({ required: false, description: linkReference.objective }),
    version: t.int({ required: true, description: linkReference.version }),
    decision: t.field({ type: LinkDecisionEnum, required: true, description: 'What it decides.' }),
    reason: t.string({ required: false, description: 'Why.' }),
    ...referenceFields(t),
  }),
});

const WithdrawLinkInput = builder.inputType('WithdrawLinkInput', {
  description: 'Which proposal is taken back.',
  fields: (t) => ({
    link: t.id({ required: false, description: linkReference.link }),
    national: t.string({ required: false, description: linkReference.national }),
    objective: t.string({ required: false, description: linkReference.objective }),
    version: t.int({ required: true, description: linkReference.version }),
  }),
});

const ProposeLinkPayload = linkPayload('ProposeLinkPayload', 'What became of a proposal.');
const ReviewLinkPayload = linkPayload('ReviewLinkPayload', 'What became of a review.');

const WithdrawLinkPayload = builder.objectRef<Payload<string>>('WithdrawLinkPayload').implement({
  description: 'What became of taking a proposal back.',
  fields: (t) => ({
    withdrawnLinkId: t.id({ nullable: true, description: 'Id of the link, which is gone; null where nothing was done.', resolve: (it) => it.done }),
    userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
  }),
});

builder.mutationFields((t) => ({
  proposeLink: t.field({
    type: ProposeLinkPayload,
    description:
      'Proposes how a national text relates to an objective; by editors and approvers of the state, and analysts of the organization that owns the objective. It is SUGGESTED and read by the two sides alone until another account reviews it.',
    args: { input: t.arg({ type: ProposeLinkInput, required: true, description: 'The reading.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer, within) => proposeLink(viewer, within, input)),
  }),
  reviewLink: t.field({
    type: ReviewLinkPayload,
    description:
      'Confirms or rejects a link for one of its two sides: by an approver of the state or an analyst of the organization, and another account than proposed it. The first review publishes it.',
    args: { input: t.arg({ type: ReviewLinkInput, required: true, description: 'Which link, and what is decided.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer, within) => reviewLink(viewer, within, input)),
  }),
  withdrawLink: t.field({
    type: WithdrawLinkPayload,
    description: 'Takes a proposal back that nobody has reviewed, by the side that made it.',
    args: { input: t.arg({ type: WithdrawLinkInput, required: true, description: 'Which proposal.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer, within) => withdrawLink(viewer, within, input)),
  }),
}));
