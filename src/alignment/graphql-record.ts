// The record of one state in the schema.
import { Concept } from '../concepts/graphql.ts';
import { builder } from '../graphql/builder.ts';
import { asOfArgument, MemberState, Organization } from '../members/graphql.ts';
import { Link, Strategy, StrategyNode, StrategyScopeEnum } from '../strategies/graphql-types.ts';
import { filteredStrategies, strategiesById } from '../strategies/service.ts';
import { RecordStatement } from './graphql-record-statements.ts';
import { Contest, NotApplicable } from './graphql-statements.ts';
import {
  AlignmentStatusEnum,
  Computed,
  CoverageStatusEnum,
  ElementStatusEnum,
  EvidenceBasisEnum,
  includeUnseenArgument,
  sourcesArgument,
  ThreatStatusEnum,
} from './graphql-types.ts';
import {
  computeStateRecord,
  type RecordedObjective as RecordedObjectiveShape,
  type RecordedOrganization as RecordedOrganizationShape,
  type StateRecordAnswer,
} from './record-service.ts';
import { recordStatementsOf } from './record-statements-service.ts';
import { previewReview, type RecordClearance as RecordClearanceShape } from './statements-record-service.ts';

const RecordedScope = builder.objectRef<StateRecordAnswer['coverage'][number]>('RecordedScope').implement({
  description: 'A kind of strategy, of one state.',
  fields: (t) => ({
    scope: t.field({ type: StrategyScopeEnum, description: 'The kind.', resolve: (it) => it.scope }),
    status: t.field({ type: CoverageStatusEnum, description: 'Whether there is one.', resolve: (it) => it.status }),
    party: t.exposeBoolean('party', {
      nullable: true,
      description: 'Is the state party to the instrument of that kind? Null where it has none or where it is not recorded.',
    }),
  }),
});

const RecordedElement = builder.objectRef<StateRecordAnswer['elements'][number]>('RecordedElement').implement({
  description: 'An element, of one state.',
  fields: (t) => ({
    element: t.field({ type: Concept, description: 'The element.', resolve: (it) => it.element }),
    depth: t.exposeInt('depth', { nullable: true, description: '0 to 3; null without a record.' }),
    generalDepth: t.exposeInt('generalDepth', { nullable: true, description: 'Over plans of general scope alone; null where there is none.' }),
    status: t.field({ type: ElementStatusEnum, description: 'The same in words.', resolve: (it) => it.status }),
  }),
});

const RecordedThreat = builder.objectRef<StateRecordAnswer['threats'][number]>('RecordedThreat').implement({
  description: 'A threat, of one state.',
  fields: (t) => ({
    threat: t.field({ type: Concept, description: 'The threat.', resolve: (it) => it.threat }),
    exposure: t.exposeFloat('exposure', { nullable: true, description: '0 to 1; null without a finding, and where it is only named.' }),
    named: t.exposeBoolean('named', { description: 'Named without a figure.' }),
    planned: t.exposeFloat('planned', { nullable: true, description: 'What plans say of it, 0 to 1; null without a record.' }),
    status: t.field({ type: ThreatStatusEnum, description: 'Both together in a word.', resolve: (it) => it.status }),
    stale: t.exposeBoolean('stale', { description: 'The finding is old.' }),
  }),
});

const RecordedObjective = builder.objectRef<RecordedObjectiveShape>('RecordedObjective').implement({
  description: 'An objective that asks something of the state, and what can be said of it. Ask `alignmentCell` for the evidence.',
  fields: (t) => ({
    objective: t.field({ type: StrategyNode, description: 'The objective.', resolve: (it) => it.objective }),
    low: t.exposeFloat('low', { description: 'Smallest part that is covered.' }),
    high: t.exposeFloat('high', { description: 'Largest part that may be covered.' }),
    status: t.field({ type: AlignmentStatusEnum, description: 'What can be said.', resolve: (it) => it.status }),
    basis: t.field({ type: EvidenceBasisEnum, description: 'What it rests on.', resolve: (it) => it.basis }),
    hint: t.exposeFloat('hint', { description: 'How far tags point to a place to look: never a finding.' }),
    evidenceCount: t.exposeInt('evidenceCount', { description: 'How many links count.' }),
  }),
});

export const RecordedOrganization = builder.objectRef<RecordedOrganizationShape>('RecordedOrganization').implement({
  description: 'An organization the state belongs to, with its objectives.',
  fields: (t) => ({
    organization: t.field({ type: Organization, description: 'The organization.', resolve: (it) => it.organization }),
    note: t.string({
      nullable: true,
      description: 'What is to be shown beside the membership, such as a suspension.',
      resolve: (it) => it.membership.note,
    }),
    ended: t.exposeBoolean('isEnded', { description: 'None of its strategies is in force; these are the newest that ended.' }),
    strategies: t.field({ type: [Strategy], description: 'Its strategies that count.', resolve: (it) => it.strategies }),
    objectives: t.field({ type: [RecordedObjective], description: 'Their objectives addressed to members.', resolve: (it) => it.objectives }),
  }),
});

const RecordClearance = builder.objectRef<RecordClearanceShape>('RecordClearance').implement({
  description: 'What `reviewRecord` would do now with the whole record. Nothing is changed by asking.',
  fields: (t) => ({
    toConfirm: t.field({ type: [Link], description: 'Links that CONFIRM would confirm.', resolve: (it) => it.toConfirm }),
    ownProposals: t.field({
      type: [Link],
      description: 'Links that CONFIRM would leave, for this account proposed them: another one confirms them.',
      resolve: (it) => it.ownProposals,
    }),
    toContest: t.exposeInt('toContest', { description: 'How many contests CONTEST would record.' }),
    alreadyContested: t.exposeInt('alreadyContested', { description: 'How many it would leave, for an open contest speaks of them.' }),
  }),
});

const StateRecord = builder.objectRef<StateRecordAnswer>('StateRecord').implement({
  description: "All that this record says of one state: an analysts' reading of published texts, not cleared by the state.",
  interfaces: [Computed],
  fields: (t) => ({
    state: t.field({ type: MemberState, description: 'The state.', resolve: (it) => it.state }),
    lapsed: t.boolean({ description: 'No plan is in force; those that ended within 36 months are read.', resolve: (it) => it.record.isLapsed }),
    plans: t.field({
      type: [Strategy],
      description: 'Its plans that count.',
      resolve: async (it, _args, context) => {
        const plans = await Promise.all(it.record.plans.map(({ strategyId }) => strategiesById(context).load(strategyId)));
        return plans.filter((plan) => plan !== null);
      },
    }),
    strategies: t.field({
      type: [Strategy],
      description: 'All its recorded strategies that the viewer may see, of whatever date, by key.',
      resolve: (it, _args, context) => filteredStrategies(context, { states: [it.state.key] }),
    }),
    coverage: t.field({ type: [RecordedScope], description: 'Kinds of strategy.', resolve: (it) => it.coverage }),
    elements: t.field({ type: [RecordedElement], description: 'The core elements.', resolve: (it) => it.elements }),
    threats: t.field({ type: [RecordedThreat], description: 'All threats.', resolve: (it) => it.threats }),
    organizations: t.field({
      type: [RecordedOrganization],
      description: 'Every organization it belongs to, with every objective that asks something of it.',
      resolve: (it) => it.organizations,
    }),
    contests: t.field({
      type: [Contest],
      description: 'Contests by the state of these cells, or of links in them: open ones and those that ended, the oldest first.',
      extensions: { listSize: 3 },
      resolve: (it) => it.statements.filter(({ kind }) => kind === 'CONTEST'),
    }),
    notApplicable: t.field({
      type: [NotApplicable],
      description: 'Words of the state or of the owner that an objective does not apply, those taken back too, the oldest first.',
      extensions: { listSize: 3 },
      resolve: (it) => it.statements.filter(({ kind }) => kind === 'NOT_APPLICABLE'),
    }),
    statements: t.field({
      type: [RecordStatement],
      description:
        'What the state itself says to kinds of strategy, elements and threats, those that have ended too. The readings above stay as they are. Of cells see `contests` of alignmentCell.',
      resolve: (it, _args, context) => recordStatementsOf(context).load(it.state.key),
    }),
    clearance: t.field({
      type: RecordClearance,
      nullable: true,
      description: 'What confirming or contesting all of it would do today; null for all but editors and approvers of the state.',
      resolve: (it, _args, context) => previewReview(context, it.state),
    }),
  }),
});

builder.queryField('stateRecord', (t) =>
  t.field({
    type: StateRecord,
    description: 'All that is said of one state, and every objective of every organization it belongs to.',
    extensions: { cost: 10 },
    args: {
      state: t.arg.string({ required: true, description: 'ISO 3166-1 alpha-3.' }),
      asOf: t.arg(asOfArgument),
      sources: t.arg(sourcesArgument),
      includeUnseen: t.arg.boolean(includeUnseenArgument),
    },
    resolve: (_root, { state, asOf, sources, includeUnseen }, context) =>
      computeStateRecord(context, state, asOf ?? context.today, sources ?? 'ALL', includeUnseen ?? false),
  }),
);
