// The alignment matrix and its cells in the schema.

import { builder, languageArgument } from '../graphql/builder.ts';
import { selects } from '../graphql/selection.ts';
import { textIn } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { asOfArgument, MemberState, Organization } from '../members/graphql.ts';
import { LinkClearance } from '../strategies/graphql-links.ts';
import { Link, LinkStatusEnum, RelationEnum, Strategy, StrategyNode, StrategyScopeEnum } from '../strategies/graphql-types.ts';
import { clearancesOf } from '../strategies/link-service.ts';
import type { StrategyNode as StrategyNodeShape, Strategy as StrategyShape } from '../strategies/model.ts';
import type { AlignmentCellAnswer, AlignmentEvidence as AlignmentEvidenceShape } from './cell-service.ts';
import { computeAlignmentCell, explainedCell } from './cell-service.ts';
import { rowNotes } from './facets.ts';
import { Contest, NotApplicable } from './graphql-statements.ts';
import { AlignmentStatusEnum, Computed, EvidenceBasisEnum, includeUnseenArgument } from './graphql-types.ts';
import type { AlignmentSummary as AlignmentSummaryShape } from './matrix.ts';
import { type AlignmentMatrixAnswer, computeAlignmentMatrix } from './service.ts';

const AlignmentSummary = builder.objectRef<AlignmentSummaryShape>('AlignmentSummary').implement({
  description: 'What the cells of one objective add up to. Rows whose plans have lapsed enter no count but that of members.',
  fields: (t) => ({
    aligned: t.exposeInt('aligned', { description: 'States ALIGNED.' }),
    partial: t.exposeInt('partial', { description: 'States PARTIAL.' }),
    gap: t.exposeInt('gap', { description: 'States with GAP: no matching passage found in this record.' }),
    read: t.exposeInt('read', { description: 'Of how many read: those three.' }),
    members: t.exposeInt('members', { description: 'Of how many members.' }),
    low: t.exposeFloat('low', { nullable: true, description: 'Mean of the lows over the read cells, 0 to 1; null below 3 read.' }),
    high: t.exposeFloat('high', { nullable: true, description: 'Mean of the highs over the read cells, 0 to 1; null below 3 read.' }),
    completeness: t.exposeFloat('completeness', {
      nullable: true,
      description: 'Read cells over those that could be read, 0 to 1; null where none could.',
    }),
  }),
});

const UnseenStrategy = builder.objectRef<{ strategy: StrategyShape; nodeCount: number }>('UnseenStrategy').implement({
  description: 'A strategy of which nothing was seen in a source, so that nothing of it counts.',
  fields: (t) => ({
    strategy: t.field({ type: Strategy, description: 'Which one.', resolve: (it) => it.strategy }),
    nodeCount: t.exposeInt('nodeCount', { description: 'How many nodes it holds that can be asked for with includeUnseen.' }),
    message: t.string({
      description: 'The same in a sentence.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, { language }) =>
        message(lang ?? language, 'unseenStrategy', {
          title: textIn(it.strategy.title, lang ?? language, it.strategy.originalLanguage).text,
          count: it.nodeCount,
        }),
    }),
  }),
});

export const AlignmentMatrix = builder.objectRef<AlignmentMatrixAnswer>('AlignmentMatrix').implement({
  description:
    'Members of an organization by its objectives (paras 30-32): what part of each objective the plans of each member cover, as bounds, 0 to 1. Every list of lists is [row][column].',
  interfaces: [Computed],
  fields: (t) => ({
    organization: t.field({ type: Organization, description: 'Whose objectives.', resolve: (it) => it.organization }),
    strategies: t.field({
      type: [Strategy],
      description: 'The strategies that count: those in force, the newest ended where none is, or those named.',
      resolve: (it) => it.regional.strategies,
    }),
    ended: t.boolean({ description: 'True: none is in force, these are the newest that ended.', resolve: (it) => it.regional.isEnded }),
    rows: t.field({ type: [MemberState], description: 'Members, in the order of their names.', resolve: (it) => it.rows.states }),
    rowNotes: t.field({
      type: ['String'],
      nullable: { list: false, items: true },
      description: 'Per row: what is to be shown beside it of its membership, such as a suspension.',
      resolve: (it) => rowNotes(it.rows),
    }),
    lapsed: t.field({
      type: ['Boolean'],
      description: 'Per row: no plan is in force, and the row is read by those that ended within 36 months.',
      resolve: (it) => it.matrix.lapsed,
    }),
    recordScopes: t.field({
      type: t.listRef(t.listRef(StrategyScopeEnum)),
      description: 'Per row: which kinds of plan are recorded.',
      resolve: (it) => it.matrix.recordScopes,
    }),
    columns: t.field({ type: [StrategyNode], description: 'Objectives addressed to members.', resolve: (it) => it.columns }),
    lows: t.field({
      type: t.listRef(t.listRef('Float')),
      description: 'Smallest part of the objective that is covered.',
      resolve: (it) => it.matrix.lows,
    }),
    highs: t.field({
      type: t.listRef(t.listRef('Float')),
      description: 'Largest part of the objective that may be covered; 1 while some plan is unread.',
      resolve: (it) => it.matrix.highs,
    }),
    statuses: t.field({ type: t.listRef(t.listRef(AlignmentStatusEnum)), description: 'What can be said.', resolve: (it) => it.matrix.statuses }),
    bases: t.field({ type: t.listRef(t.listRef(EvidenceBasisEnum)), description: 'What it rests on.', resolve: (it) => it.matrix.bases ?? [] }),
    hints: t.field({
      type: t.listRef(t.listRef('Float')),
      description: 'How far tags point to a place to look, 0 to 1: never a finding.',
      resolve: (it) => it.matrix.hints ?? [],
    }),
    evidenceCounts: t.field({ type: t.listRef(t.listRef('Int')), description: 'How many links count.', resolve: (it) => it.matrix.evidenceCounts }),
    columnSummaries: t.field({ type: [AlignmentSummary], description: 'Per column.', resolve: (it) => it.matrix.columnSummaries }),
    unseenStrategies: t.field({
      type: [UnseenStrategy],
      description: 'Strategies of which nothing was seen in a source.',
      resolve: (it) => it.unseen.flatMap(({ strategy, nodeCount }) => (strategy ? [{ strategy, nodeCount }] : [])),
    }),
  }),
});

const AlignmentEvidence = builder.objectRef<AlignmentEvidenceShape>('AlignmentEvidence').implement({
  description: 'A link from a plan of the state to the objective, or a hint.',
  fields: (t) => ({
    link: t.field({ type: Link, nullable: true, description: 'The link itself; null of a hint.', resolve: (it) => it.link }),
    confirmations: t.field({
      type: [LinkClearance],
      extensions: { listSize: 2 },
      description: 'What the two sides decided of the link, the state first.',
      resolve: (it, _args, context) => (it.link === null ? [] : clearancesOf(context).load(it.link.linkId)),
    }),
    isHint: t.boolean({ description: 'True: no link, only tags that point there.', resolve: (it) => it.relation === null }),
    strategy: t.field({ type: Strategy, description: 'The national plan.', resolve: (it) => it.strategy }),
    node: t.field({ type: StrategyNode, nullable: true, description: 'The node of it; null: the plan as a whole.', resolve: (it) => it.node }),
    relation: t.field({
      type: RelationEnum,
      nullable: true,
      description: 'How it relates to the objective; null of a hint.',
      resolve: (it) => it.relation,
    }),
    share: t.exposeFloat('share', { nullable: true, description: 'Part of the objective covered, 0 to 1, where it is stated.' }),
    low: t.exposeFloat('low', { nullable: true, description: 'Smallest part that it covers.' }),
    high: t.exposeFloat('high', { nullable: true, description: 'Largest part that it may cover.' }),
    hint: t.exposeFloat('hint', { nullable: true, description: 'Of a hint: its strength, 0 to 1.' }),
    status: t.field({ type: LinkStatusEnum, nullable: true, description: 'What the link is worth; null of a hint.', resolve: (it) => it.status }),
    confidence: t.exposeString('confidence', { nullable: true, description: 'How sure the readers are.' }),
    rationale: t.exposeString('rationale', { nullable: true, description: "Why, in the readers' words." }),
    citation: t.exposeString('citation', { nullable: true, description: 'Where the texts say it.' }),
    method: t.exposeString('method', { nullable: true, description: 'How it was read.' }),
    who: t.exposeString('who', { nullable: true, description: 'A body and a role, never a person.' }),
    when: t.expose('when', { type: 'PartialDate', nullable: true, description: 'When it was recorded.' }),
    counts: t.exposeBoolean('counts', { description: 'Does it count?' }),
    whyNot: t.exposeString('whyNot', {
      nullable: true,
      description: 'Why it does not: STATUS, PLAN (not among the plans of the state that count), UNSEEN, NOT_A_CANDIDATE or HINT.',
    }),
  }),
});

export const AlignmentCell = builder.objectRef<AlignmentCellAnswer>('AlignmentCell').implement({
  description: 'One state and one objective, down to the evidence.',
  interfaces: [Computed],
  fields: (t) => ({
    state: t.field({ type: MemberState, description: 'The state.', resolve: (it) => it.state }),
    objective: t.field({ type: StrategyNode, description: 'The objective.', resolve: (it) => it.objective as StrategyNodeShape }),
    lapsed: t.boolean({ description: 'The plans have lapsed.', resolve: (it) => it.record.isLapsed }),
    plans: t.field({ type: [Strategy], description: 'The plans of the state that count.', resolve: (it) => it.plans }),
    low: t.float({ description: 'Smallest part of the objective that is covered.', resolve: (it) => it.cell.low }),
    high: t.float({ description: 'Largest part of the objective that may be covered.', resolve: (it) => it.cell.high }),
    status: t.field({ type: AlignmentStatusEnum, description: 'What can be said.', resolve: (it) => it.cell.status }),
    basis: t.field({ type: EvidenceBasisEnum, description: 'What it rests on.', resolve: (it) => it.cell.basis ?? 'UNREAD' }),
    hint: t.float({ description: 'How far tags point to a place to look, 0 to 1: never a finding.', resolve: (it) => it.hint.hint }),
    evidence: t.field({
      type: [AlignmentEvidence],
      description: 'Each link, those that do not count too, and the hint.',
      resolve: (it) => it.evidence,
    }),
    contests: t.field({
      type: [Contest],
      description: 'Contests by the state, of the cell or of a link in it: open ones and those that ended, the oldest first.',
      resolve: (it) => it.statements.filter(({ kind }) => kind === 'CONTEST'),
    }),
    notApplicable: t.field({
      type: [NotApplicable],
      description: 'Words of the state or of the owner that the objective does not apply, those taken back too, the oldest first.',
      resolve: (it) => it.statements.filter(({ kind }) => kind === 'NOT_APPLICABLE'),
    }),
    explanation: t.string({
      description: 'The arithmetic in a sentence or two that a person can check.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, { language }) => explainedCell(it, lang ?? language),
    }),
  }),
});

builder.queryFields((t) => ({
  alignmentMatrix: t.field({
    type: AlignmentMatrix,
    description: "How the plans of an organization's members align with its strategies.",
    extensions: { cost: 10 },
    args: {
      organization: t.arg.string({ required: true, description: 'Key of the organization.' }),
      strategies: t.arg.stringList({ required: false, description: 'Keys of strategies of organizations, instead of those in force; drafts too.' }),
      asOf: t.arg(asOfArgument),
      includeUnseen: t.arg.boolean(includeUnseenArgument),
    },
    resolve: (_root, { organization, strategies, asOf, includeUnseen }, context, info) =>
      computeAlignmentMatrix(context, organization, asOf ?? context.today, includeUnseen ?? false, selects(info, ['hints', 'bases']), strategies),
  }),
  alignmentCell: t.field({
    type: AlignmentCell,
    description: 'One cell of an alignment matrix, explained.',
    args: {
      state: t.arg.string({ required: true, description: 'ISO 3166-1 alpha-3.' }),
      objective: t.arg.string({ required: true, description: 'Key of an objective of an organization.' }),
      asOf: t.arg(asOfArgument),
      includeUnseen: t.arg.boolean(includeUnseenArgument),
    },
    resolve: (_root, { state, objective, asOf, includeUnseen }, context) =>
      computeAlignmentCell(context, state, objective, asOf ?? context.today, includeUnseen ?? false),
  }),
}));
