// What states and owners say of cells: contests and words that an objective does not apply, and the mutations that make and end them.
import { builder, languageArgument } from '../graphql/builder.ts';
import { loadAll } from '../graphql/context.ts';
import { mutate, type Payload, userErrorsField } from '../graphql/mutation.ts';
import { MemberState } from '../members/graphql.ts';
import { historyField } from '../members/graphql-history.ts';
import { referenceFields } from '../members/graphql-note.ts';
import type { MemberState as MemberStateShape } from '../members/model.ts';
import { getStatesByKey } from '../members/service.ts';
import { whoIn } from '../members/who.ts';
import { SideEnum } from '../strategies/graphql-links.ts';
import { Link, StrategyNode } from '../strategies/graphql-types.ts';
import { linksById } from '../strategies/link-service.ts';
import type { Side } from '../strategies/model.ts';
import type { CellStatement as CellStatementShape } from './statements.ts';
import { type RecordReview as RecordReviewShape, reviewRecord, type Skipped as SkippedShape } from './statements-record-service.ts';
import { contestCell, markNotApplicable, resolveContest, statementsByKey, withdrawNotApplicable } from './statements-service.ts';

const outcomeDescriptions = {
  WITHDRAWN: { description: 'Taken back by the side that said it.' },
  ACCEPTED: { description: 'The owner of the objective agrees; the links it is about do not count until they are read again.' },
  ANSWERED: { description: 'The owner of the objective keeps its reading, and says why.' },
} as const;

const ContestOutcomeEnum = builder.enumType('ContestOutcome', { description: 'How a contest ended.', values: outcomeDescriptions });

/** A body and a role. */
const bodyOf = (it: CellStatementShape, side: Side, role: string) => ({
  role,
  stateKey: side === 'STATE' ? it.stateKey : null,
  organizationKey: side === 'OWNER' ? it.organizationKey : null,
});

const CellStatement = builder.interfaceRef<CellStatementShape>('CellStatement').implement({
  description: 'What one side says of a cell. It stands beside the reading, and neither takes the other away.',
  fields: (t) => ({
    state: t.field({
      type: MemberState,
      description: 'The state of the cell.',
      resolve: async (it, _args, context) => (await getStatesByKey(context, [it.stateKey], 'state'))[0] as MemberStateShape,
    }),
    objective: t.field({
      type: StrategyNode,
      description: 'The objective of the cell.',
      resolve: (it) => ({ isReference: true as const, key: it.objectiveKey, strategyId: it.objectiveStrategyId, nodeId: it.objectiveId }),
    }),
    reason: t.exposeString('reason', { description: 'Why, in the words of who says it.' }),
    reference: t.exposeString('reference', { nullable: true, description: 'The note by which it came.' }),
    referenceDate: t.expose('referenceDate', { type: 'PartialDate', nullable: true, description: 'Date of that note.' }),
    who: t.string({
      description: 'A body and a role, never a person.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, context) => whoIn(context, bodyOf(it, it.side, it.role), lang ?? context.language),
    }),
    when: t.expose('statedOn', { type: 'Date', description: 'Since when.' }),
    open: t.boolean({ description: 'Does it stand? What has ended is shown, and decides nothing.', resolve: (it) => it.outcome === null }),
    endedOn: t.expose('resolvedOn', { type: 'Date', nullable: true, description: 'The day it ended; null while it stands.' }),
    endedBy: t.string({
      nullable: true,
      description: 'Who ended it: a body and a role.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, context) =>
        it.resolvedSide === null ? null : whoIn(context, bodyOf(it, it.resolvedSide, it.resolvedRole ?? ''), lang ?? context.language),
    }),
    resolution: t.exposeString('resolution', { nullable: true, description: 'What was said at its end.' }),
    history: t.field(historyField<CellStatementShape>('CellStatement', (it) => it.key)),
  }),
});

export const Contest = builder.objectRef<CellStatementShape>('Contest');
builder.node(Contest, {
  description: 'A contest of a cell, or of one link in it, by the state. While it is open and the link counts, the cell is CONTESTED.',
  interfaces: [CellStatement],
  id: { resolve: (it) => it.key },
  loadMany: async (keys, context) => (await loadAll(statementsByKey(context), keys)).map((it) => (it?.kind === 'CONTEST' ? it : null)),
  fields: (t) => ({
    link: t.field({
      type: Link,
      nullable: true,
      description: 'The link that is contested; null: the cell as a whole.',
      resolve: (it, _args, context) => (it.linkId === null ? null : linksById(context).load(it.linkId)),
    }),
    outcome: t.field({
      type: ContestOutcomeEnum,
      nullable: true,
      description: 'How it ended; null while it is open.',
      resolve: (it) => it.outcome,
    }),
  }),
});

export const NotApplicable = builder.objectRef<CellStatementShape>('NotApplicable');
builder.node(NotApplicable, {
  description: 'The word of the state, or of the owner of the objective, that the objective does not apply to the state.',
  interfaces: [CellStatement],
  id: { resolve: (it) => it.key },
  loadMany: async (keys, context) => (await loadAll(statementsByKey(context), keys)).map((it) => (it?.kind === 'NOT_APPLICABLE' ? it : null)),
  fields: (t) => ({ side: t.field({ type: SideEnum, description: 'Which side says it.', resolve: (it) => it.side }) }),
});

const contestPayload = (name: string, description: string) =>
  builder.objectRef<Payload<CellStatementShape>>(name).implement({
    description,
    fields: (t) => ({
      contest: t.field({ type: Contest, nullable: true, description: 'The contest; null where nothing was done.', resolve: (it) => it.done }),
      userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
    }),
  });

const notApplicablePayload = (name: string, description: string) =>
  builder.objectRef<Payload<CellStatementShape>>(name).implement({
    description,
    fields: (t) => ({
      notApplicable: t.field({
        type: NotApplicable,
        nullable: true,
        description: 'The statement; null where nothing was done.',
        resolve: (it) => it.done,
      }),
      userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
    }),
  });

const stateDescription = 'ISO 3166-1 alpha-3 of the state of the cell.';
const objectiveDescription = 'Key of the objective of the cell.';

const ContestCellInput = builder.inputType('ContestCellInput', {
  description: 'What is contested, and why.',
  fields: (t) => ({
    state: t.string({ required: true, description: stateDescription }),
    objective: t.string({ required: true, description: objectiveDescription }),
    link: t.id({
      required: false,
      description:
        'Id of one link of the cell, where the contest is of that one alone: it then reaches who may read the link. Left out: who sees the objective.',
    }),
    reason: t.string({ required: true, description: 'Why.' }),
    ...referenceFields(t),
  }),
});

const ResolveContestInput = builder.inputType('ResolveContestInput', {
  description: 'How a contest ends.',
  fields: (t) => ({
    contest: t.id({ required: true, description: 'Its id.' }),
    outcome: t.field({ type: ContestOutcomeEnum, required: true, description: 'How it ends.' }),
    resolution: t.string({ required: false, description: 'What is said to it; needed with ANSWERED.' }),
  }),
});

const MarkNotApplicableInput = builder.inputType('MarkNotApplicableInput', {
  description: 'What does not apply, and why.',
  fields: (t) => ({
    state: t.string({ required: true, description: stateDescription }),
    objective: t.string({ required: true, description: objectiveDescription }),
    reason: t.string({ required: true, description: 'Why.' }),
    ...referenceFields(t),
  }),
});

const WithdrawNotApplicableInput = builder.inputType('WithdrawNotApplicableInput', {
  description: 'Which statement is taken back.',
  fields: (t) => ({
    statement: t.id({ required: true, description: 'Its id.' }),
    reason: t.string({ required: false, description: 'Why it is taken back.' }),
  }),
});

const RecordDecisionEnum = builder.enumType('RecordDecision', {
  description: 'What a state says to all that is said of it.',
  values: {
    CONFIRM: { description: 'Confirms every link about its plans that is SUGGESTED, READ or STALE and that this account did not propose.' },
    CONTEST: { description: 'Contests every cell on which a link counts today; link by link where not everybody may read one.' },
  },
});

const ReviewRecordInput = builder.inputType('ReviewRecordInput', {
  description: 'The word of a state to all that is said of it.',
  fields: (t) => ({
    state: t.string({ required: true, description: 'ISO 3166-1 alpha-3.' }),
    organization: t.string({ required: false, description: 'Key of an organization: only what is said of its objectives.' }),
    decision: t.field({ type: RecordDecisionEnum, required: true, description: 'What is said to it.' }),
    reason: t.string({ required: false, description: 'Why; needed with CONTEST.' }),
    ...referenceFields(t),
  }),
});

const SkipReasonEnum = builder.enumType('SkipReason', {
  description: 'Why something was left as it is.',
  values: {
    OWN_PROPOSAL: { description: 'This account proposed the link: another one confirms it.' },
    ALREADY_CONTESTED: { description: 'A contest of the same is open.' },
  },
});

const Skipped = builder.objectRef<SkippedShape>('SkippedReview').implement({
  description: 'What was left as it is, and why.',
  fields: (t) => ({
    reason: t.field({ type: SkipReasonEnum, description: 'Why.', resolve: (it) => it.reason }),
    objective: t.field({
      type: StrategyNode,
      description: 'The objective.',
      resolve: (it) => ({ isReference: true as const, key: it.objectiveKey, strategyId: it.objectiveStrategyId, nodeId: it.objectiveId }),
    }),
    link: t.field({ type: Link, nullable: true, description: 'The link; null: the cell as a whole.', resolve: (it) => it.link }),
  }),
});

const RecordReview = builder.objectRef<RecordReviewShape>('RecordReview').implement({
  description: 'What was confirmed or contested in one go, all of it or nothing.',
  fields: (t) => ({
    confirmed: t.int({ description: 'How many links were confirmed.', resolve: (it) => it.links.length }),
    contested: t.int({ description: 'How many contests were opened.', resolve: (it) => it.contests.length }),
    links: t.field({ type: [Link], description: 'The links that were confirmed, by their ends.', resolve: (it) => it.links }),
    contests: t.field({ type: [Contest], description: 'The contests that were opened, by objective.', resolve: (it) => it.contests }),
    skipped: t.field({ type: [Skipped], description: 'What was left as it is.', resolve: (it) => it.skipped }),
  }),
});

const ReviewRecordPayload = builder.objectRef<Payload<RecordReviewShape>>('ReviewRecordPayload').implement({
  description: 'What became of it.',
  fields: (t) => ({
    review: t.field({ type: RecordReview, nullable: true, description: 'What was done; null where nothing was.', resolve: (it) => it.done }),
    userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
  }),
});

const ContestCellPayload = contestPayload('ContestCellPayload', 'What became of contesting a cell.');
const ResolveContestPayload = contestPayload('ResolveContestPayload', 'What became of ending a contest.');
const MarkNotApplicablePayload = notApplicablePayload('MarkNotApplicablePayload', 'What became of saying that an objective does not apply.');
const WithdrawNotApplicablePayload = notApplicablePayload('WithdrawNotApplicablePayload', 'What became of taking that back.');

builder.mutationFields((t) => ({
  contestCell: t.field({
    type: ContestCellPayload,
    description: 'Contests what is said of a state and an objective; by editors and approvers of the state. Both readings stay visible.',
    args: { input: t.arg({ type: ContestCellInput, required: true, description: 'What, and why.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer, within) => contestCell(viewer, within, input)),
  }),
  resolveContest: t.field({
    type: ResolveContestPayload,
    description:
      'Ends a contest: WITHDRAWN by editors and approvers of the state; ACCEPTED or ANSWERED by analysts of the organization that owns the objective.',
    args: { input: t.arg({ type: ResolveContestInput, required: true, description: 'Which, and how.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer, within) => resolveContest(viewer, within, input)),
  }),
  markNotApplicable: t.field({
    type: MarkNotApplicablePayload,
    description:
      'Says that an objective does not apply to a state; by editors and approvers of the state, or analysts of the organization that owns the objective.',
    args: { input: t.arg({ type: MarkNotApplicableInput, required: true, description: 'What, and why.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer, within) => markNotApplicable(viewer, within, input)),
  }),
  withdrawNotApplicable: t.field({
    type: WithdrawNotApplicablePayload,
    description: 'Takes back that an objective does not apply; by the side that said it.',
    args: { input: t.arg({ type: WithdrawNotApplicableInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer, within) => withdrawNotApplicable(viewer, within, input)),
  }),
  reviewRecord: t.field({
    type: ReviewRecordPayload,
    description: 'Confirms (approvers), or contests (editors and approvers), all that is said of a state in one go.',
    args: { input: t.arg({ type: ReviewRecordInput, required: true, description: 'What is said to it.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer, within) => reviewRecord(viewer, within, input)),
  }),
}));
