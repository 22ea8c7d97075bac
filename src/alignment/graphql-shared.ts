// Shared threats, synergy and comparison in the schema.
import { Concept } from '../concepts/graphql.ts';
import type { Concept as ConceptShape } from '../concepts/model.ts';
import { AppError } from '../core/errors.ts';
import { builder } from '../graphql/builder.ts';
import { selects } from '../graphql/selection.ts';
import { at, say } from '../i18n/words.ts';
import { asOfArgument, MemberState, Organization } from '../members/graphql.ts';
import type { MemberState as MemberStateShape } from '../members/model.ts';
import { getStatesByKey } from '../members/service.ts';
import { StrategyNode } from '../strategies/graphql-types.ts';
import { nodeById } from '../strategies/service.ts';
import { Flow } from '../threats/graphql.ts';
import { getFlows } from '../threats/service.ts';
import type { ComparedConcept as ComparedConceptShape, PeerPractice as PeerPracticeShape } from './comparison.ts';
import type { LinkingFlow as LinkingFlowShape } from './flows.ts';
import { Computed, includeUnseenArgument, SharedThreatReasonEnum, sourcesArgument } from './graphql-types.ts';
import { type ComparisonAnswer, computeComparison, computeSharedThreats, computeSynergy, type SharedThreatsAnswer } from './service.ts';
import type { ReasonEvidence as ReasonEvidenceShape } from './shared-threat-reasons.ts';
import type { SharedThreat as SharedThreatShape, ThreatExposure as ThreatExposureShape } from './shared-threats.ts';
import type { Fraction as FractionShape } from './synergy.ts';

/** Part of an answer about shared threats, with the answer, which knows the names of its states and objectives. */
type Within<T> = { it: T; answer: SharedThreatsAnswer; asOf: string; attribution: string[] };

const within = <T>(it: T, answer: SharedThreatsAnswer): Within<T> => ({ it, answer, asOf: answer.asOf, attribution: answer.attribution });

function statesOf({ answer }: Within<unknown>, keys: readonly string[]): MemberStateShape[] {
  return answer.rows.states.filter(({ key }) => keys.includes(key));
}

const ThreatExposure = builder.objectRef<Within<ThreatExposureShape>>('ThreatExposure').implement({
  description: 'How exposed one member is to a threat.',
  fields: (t) => ({
    state: t.field({ type: MemberState, description: 'The member.', resolve: (part) => statesOf(part, [part.it.stateKey])[0] as MemberStateShape }),
    exposure: t.float({ nullable: true, description: '0 to 1; null where the threat is only named.', resolve: ({ it }) => it.exposure }),
    named: t.boolean({ description: 'Named without a figure; it stands as 0.75 in comparisons with a limit.', resolve: ({ it }) => it.isNamed }),
    stale: t.boolean({ description: 'The finding is past the next edition its body stated, else past 48 months.', resolve: ({ it }) => it.isStale }),
    threatKey: t.string({
      description: 'The threat the finding is on: a narrower one where this one has no finding of its own.',
      resolve: ({ it }) => it.threatKey,
    }),
    assessmentKey: t.string({ description: 'The assessment it is from.', resolve: ({ it }) => it.assessmentKey }),
    planned: t.float({
      nullable: true,
      description: "What the member's plans say of the threat, 0 to 1; null without a record.",
      resolve: ({ it, answer }) =>
        answer.shared.find((threat) => threat.exposures.includes(it))?.planned.find(({ stateKey }) => stateKey === it.stateKey)?.planned ?? null,
    }),
  }),
});

const PlannedByMember = builder.objectRef<Within<{ stateKey: string; planned: number | null }>>('PlannedByMember').implement({
  description: 'What the plans of one member say of a threat.',
  fields: (t) => ({
    state: t.field({ type: MemberState, description: 'The member.', resolve: (part) => statesOf(part, [part.it.stateKey])[0] as MemberStateShape }),
    planned: t.float({ nullable: true, description: '0 to 1, not what is done; null without a record.', resolve: ({ it }) => it.planned }),
  }),
});

const FlowLinkEnum = builder.enumType('FlowLink', {
  description: 'How a flow joins members.',
  values: {
    DIRECT: { description: 'It names two of them.' },
    COMMON_SOURCE: { description: 'With other flows it comes from, or goes to, one place outside.' },
  },
});

const LinkingFlow = builder.objectRef<Within<LinkingFlowShape>>('LinkingFlow').implement({
  description: 'A flow that joins members, and how.',
  fields: (t) => ({
    flowKey: t.string({ description: 'Key of the flow.', resolve: ({ it }) => it.flowKey }),
    links: t.field({ type: [FlowLinkEnum], description: 'How.', resolve: ({ it }) => it.links }),
    members: t.field({ type: [MemberState], description: 'Members it touches.', resolve: (part) => statesOf(part, part.it.stateKeys) }),
    commonPlaces: t.field({ type: ['String'], description: 'Places outside that it shares with other flows.', resolve: ({ it }) => it.commonPlaces }),
  }),
});

const ReasonEvidence = builder.objectRef<Within<ReasonEvidenceShape>>('SharedThreatEvidence').implement({
  description: 'A reason with what it rests on.',
  fields: (t) => ({
    reason: t.field({ type: SharedThreatReasonEnum, description: 'The reason.', resolve: ({ it }) => it.reason }),
    members: t.field({
      type: [MemberState],
      description: 'Members it is about; of UNEVEN_PLANNING those that plan much.',
      resolve: (part) => statesOf(part, part.it.stateKeys),
    }),
    plannedLittle: t.field({
      type: [MemberState],
      description: 'Of UNEVEN_PLANNING: those that plan little.',
      resolve: (part) => statesOf(part, part.it.plannedLittle),
    }),
    flowKeys: t.field({ type: ['String'], description: 'Flows it rests on.', resolve: ({ it }) => it.flowKeys }),
    assessmentKeys: t.field({ type: ['String'], description: 'Assessments it rests on.', resolve: ({ it }) => it.assessmentKeys }),
    figure: t.float({ nullable: true, description: 'Of RISING: the mean rise.', resolve: ({ it }) => it.figure }),
  }),
});

const SharedThreat = builder.objectRef<Within<SharedThreatShape>>('SharedThreat').implement({
  description:
    'A threat that members of an organization share (para 31): two or more exposed at 0.5 or above, or joined by flows, or named by a regional assessment.',
  interfaces: [Computed],
  fields: (t) => ({
    threat: t.field({ type: Concept, description: 'The threat.', resolve: ({ it, answer }) => answer.threatOf(it.threatKey) as ConceptShape }),
    members: t.field({
      type: [MemberState],
      description: 'Members with an exposure of 0.5 or above, in the order of their names.',
      resolve: (part) => statesOf(part, part.it.members),
    }),
    assessed: t.int({ description: 'Of how many with an exposure on it.', resolve: ({ it }) => it.assessed }),
    memberCount: t.int({ description: 'Of how many members in all.', resolve: ({ it }) => it.memberCount }),
    meanExposure: t.float({
      nullable: true,
      description: 'Mean over those members, 0 to 1, a named threat standing as 0.75; null where there are none.',
      resolve: ({ it }) => it.meanExposure,
    }),
    reasons: t.field({ type: [SharedThreatReasonEnum], description: 'What is to be seen about it.', resolve: ({ it }) => it.reasons }),
    reasonEvidence: t.field({
      type: [ReasonEvidence],
      description: 'The same with what each rests on.',
      resolve: ({ it, answer }) => it.evidence.map((evidence) => within(evidence, answer)),
    }),
    flows: t.field({
      type: [Flow],
      description: 'Flows that join members.',
      resolve: async ({ it }, _args, context) => (await getFlows(context)).filter(({ key }) => it.flows.some(({ flowKey }) => flowKey === key)),
    }),
    flowLinks: t.field({
      type: [LinkingFlow],
      description: 'How each of them joins members.',
      resolve: ({ it, answer }) => it.flows.map((flow) => within(flow, answer)),
    }),
    regionNamedFlows: t.field({
      type: [Flow],
      description: 'Flows that name a region and no member: they count for nobody.',
      resolve: async ({ it }, _args, context) => (await getFlows(context)).filter(({ key }) => it.regionNamedFlows.includes(key)),
    }),
    regionalObjectives: t.field({
      type: [StrategyNode],
      description: 'Objectives of the organization that carry it or a broader threat.',
      resolve: ({ it, answer }) => it.regionalObjectives.flatMap((id) => answer.objectives.get(id) ?? []),
    }),
    exposures: t.field({
      type: [ThreatExposure],
      description: 'Of every member with an exposure on it.',
      resolve: ({ it, answer }) => it.exposures.map((exposure) => within(exposure, answer)),
    }),
    planned: t.field({
      type: [PlannedByMember],
      description: 'What is planned by whom.',
      resolve: ({ it, answer }) => it.planned.map((planned) => within(planned, answer)),
    }),
    unassessed: t.field({
      type: [MemberState],
      description: 'Members that have findings, and none on this.',
      resolve: (part) => statesOf(part, part.it.unassessed),
    }),
  }),
});

const Fraction = builder.objectRef<FractionShape>('Fraction').implement({
  description: 'So many of so many. Not a number to compare organizations or states by.',
  fields: (t) => ({ n: t.exposeInt('n', { description: 'So many.' }), m: t.exposeInt('m', { description: 'Of so many.' }) }),
});

type CarriedThreatShape = Awaited<ReturnType<typeof computeSynergy>>['carried'][number];

const CarriedThreat = builder.objectRef<CarriedThreatShape>('CarriedThreat').implement({
  description: 'A shared threat, and the nodes by which members carry it back.',
  fields: (t) => ({
    threat: t.field({ type: Concept, description: 'The threat.', resolve: ({ threat }) => threat }),
    nodes: t.field({
      type: [StrategyNode],
      description: 'Nodes of plans of members that carry it, a broader or a narrower threat, and have a counted link to an objective; empty: none.',
      resolve: async ({ carriers }, _args, context) =>
        (await Promise.all(carriers.map(({ strategyId, nodeId }) => nodeById(context, strategyId, nodeId)))).filter((node) => node !== null),
    }),
  }),
});

const Synergy = builder.objectRef<Awaited<ReturnType<typeof computeSynergy>>>('Synergy').implement({
  description: 'The two ways of synergy (paras 30-31), as two fractions and never one number.',
  interfaces: [Computed],
  fields: (t) => ({
    organization: t.field({ type: Organization, description: 'Whose.', resolve: (it) => it.organization }),
    takenUp: t.field({ type: Fraction, description: 'Para 30: cells ALIGNED or PARTIAL, of the cells that were read.', resolve: (it) => it.takenUp }),
    carriedBack: t.field({
      type: Fraction,
      description: 'Para 31: shared threats on which a member has a link to an objective, of the shared threats.',
      resolve: (it) => it.carriedBack,
    }),
    carried: t.field({ type: [CarriedThreat], description: 'What is behind it: every shared threat.', resolve: (it) => it.carried }),
  }),
});

const ComparedConcept = builder.objectRef<{ it: ComparedConceptShape; concept: ConceptShape }>('ComparedConcept').implement({
  description: 'One concept and a value per state, in the order of the states.',
  fields: (t) => ({
    concept: t.field({ type: Concept, description: 'The concept.', resolve: ({ concept }) => concept }),
    values: t.field({
      type: ['Float'],
      nullable: { list: false, items: true },
      description:
        'Of an element depth / 3, of a threat what is planned; 0 to 1, where 0 means not seen in this record, which is not "absent"; null without a record.',
      resolve: ({ it }) => it.values,
    }),
  }),
});

const PeerPractice = builder.objectRef<{ it: PeerPracticeShape; answer: ComparisonAnswer }>('PeerPractice').implement({
  description: 'An element that one state goes no further than mentioning, and how many of the others go furthest there.',
  fields: (t) => ({
    state: t.field({
      type: MemberState,
      description: 'The state.',
      resolve: ({ it, answer }) => answer.states.find(({ key }) => key === it.stateKey) as MemberStateShape,
    }),
    element: t.field({ type: Concept, description: 'The element.', resolve: ({ it, answer }) => answer.elementOf(it.elementKey) }),
    level: t.string({ description: 'ACCOUNTABLE, else ACTIONED.', resolve: ({ it }) => it.level }),
    n: t.int({ description: 'How many of the others.', resolve: ({ it }) => it.count }),
    m: t.int({ description: 'Of how many compared states.', resolve: ({ it }) => it.compared }),
    states: t.field({
      type: [MemberState],
      description: 'Those of them that agreed to be asked.',
      resolve: ({ it, answer }) => answer.states.filter(({ key }) => it.stateKeys.includes(key)),
    }),
  }),
});

const StateComparison = builder.objectRef<ComparisonAnswer>('StateComparison').implement({
  description: 'Plans of two to eight states side by side. No order among them is meant.',
  interfaces: [Computed],
  fields: (t) => {
    const elements = (answer: ComparisonAnswer, keys: readonly string[]) => keys.map(answer.elementOf);
    const threats = (answer: ComparisonAnswer, keys: readonly string[]) => keys.map(answer.threatOf);
    return {
      states: t.field({ type: [MemberState], description: 'In the order asked.', resolve: (it) => [...it.states] }),
      lapsed: t.field({
        type: ['Boolean'],
        description: 'Per state: the plans have lapsed.',
        resolve: (it) => it.records.map(({ isLapsed }) => isLapsed),
      }),
      similarities: t.field({
        type: t.listRef(t.listRef('Float', { nullable: true })),
        description: 'Weighted Jaccard of the profiles, [state][state], 0 to 1; null without a record.',
        resolve: (it) => it.comparison.similarities,
      }),
      elements: t.field({
        type: [ComparedConcept],
        description: 'The core elements.',
        resolve: (answer) => answer.comparison.elements.map((it) => ({ it, concept: answer.elementOf(it.key) })),
      }),
      threats: t.field({
        type: [ComparedConcept],
        description: 'All threats.',
        resolve: (answer) => answer.comparison.threats.map((it) => ({ it, concept: answer.threatOf(it.key) })),
      }),
      elementsOfAll: t.field({
        type: [Concept],
        description: 'Elements that all with a record have.',
        resolve: (it) => elements(it, it.comparison.sharedByAll.elements),
      }),
      elementsOfSome: t.field({
        type: [Concept],
        description: 'Elements that only some have.',
        resolve: (it) => elements(it, it.comparison.sharedBySome.elements),
      }),
      threatsOfAll: t.field({
        type: [Concept],
        description: 'Threats that the plans of all with a record address.',
        resolve: (it) => threats(it, it.comparison.sharedByAll.threats),
      }),
      threatsOfSome: t.field({
        type: [Concept],
        description: 'Threats that the plans of only some address.',
        resolve: (it) => threats(it, it.comparison.sharedBySome.threats),
      }),
      peers: t.field({
        type: [PeerPractice],
        description: 'For each element of depth 0 or 1 of one state: how many of the others go furthest there.',
        resolve: (answer) => answer.comparison.peers.map((it) => ({ it, answer })),
      }),
    };
  },
});

builder.queryFields((t) => ({
  sharedThreats: t.field({
    extensions: { cost: 10 },
    type: [SharedThreat],
    description: 'Threats that the members of an organization share: by the number of exposed members, then their mean exposure, then key.',
    args: {
      organization: t.arg.string({ required: true, description: 'Key of the organization.' }),
      asOf: t.arg(asOfArgument),
      sources: t.arg(sourcesArgument),
      includeUnseen: t.arg.boolean(includeUnseenArgument),
    },
    resolve: async (_root, { organization, asOf, sources, includeUnseen }, context, info) => {
      const options = { asOf: asOf ?? context.today, sources: sources ?? 'ALL', includeUnseen: includeUnseen ?? false } as const;
      const answer = await computeSharedThreats(context, organization, options, selects(info, ['attribution']));
      return answer.shared.map((threat) => within(threat, answer));
    },
  }),
  synergy: t.field({
    type: Synergy,
    description: "What members take up of an organization's objectives, and what they carry back.",
    args: {
      organization: t.arg.string({ required: true, description: 'Key of the organization.' }),
      asOf: t.arg(asOfArgument),
      sources: t.arg(sourcesArgument),
      includeUnseen: t.arg.boolean(includeUnseenArgument),
    },
    resolve: (_root, { organization, asOf, sources, includeUnseen }, context) =>
      computeSynergy(context, organization, { asOf: asOf ?? context.today, sources: sources ?? 'ALL', includeUnseen: includeUnseen ?? false }),
  }),
  compareStates: t.field({
    type: StateComparison,
    description: 'Plans of two to eight states side by side.',
    extensions: { cost: 10 },
    args: {
      states: t.arg.stringList({ required: true, description: 'ISO 3166-1 alpha-3 codes of 2 to 8 states.' }),
      asOf: t.arg(asOfArgument),
      includeUnseen: t.arg.boolean(includeUnseenArgument),
    },
    resolve: async (_root, { states, asOf, includeUnseen }, context) => {
      const keys = [...new Set(states)];
      if (keys.length < 2 || keys.length > 8) throw new AppError('INVALID', at('states', say('error.compareStates', { count: keys.length })));
      return computeComparison(context, await getStatesByKey(context, keys, 'states'), asOf ?? context.today, includeUnseen ?? false);
    },
  }),
}));
