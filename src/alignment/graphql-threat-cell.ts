// One cell of the threat matrix in the schema.
import { Concept } from '../concepts/graphql.ts';
import { getConcept } from '../concepts/service.ts';
import { builder, languageArgument } from '../graphql/builder.ts';
import { asOfArgument, MemberState } from '../members/graphql.ts';
import { Strategy, StrategyNode } from '../strategies/graphql-types.ts';
import { nodeById, strategiesById } from '../strategies/service.ts';
import { Assessment } from '../threats/graphql.ts';
import { assessmentsByKey } from '../threats/service.ts';
import type { CountedFinding as CountedFindingShape } from './exposure.ts';
import { Computed, includeUnseenArgument, sourcesArgument, ThreatStatusEnum } from './graphql-types.ts';
import { computeThreatCell, explainedThreatCell, type ThreatCellAnswer } from './threat-service.ts';
import { type PlannedEvidence as PlannedEvidenceShape, shownExposure } from './threats.ts';

const CountedFinding = builder.objectRef<CountedFindingShape>('CountedFinding').implement({
  description: 'A finding that counts on a day: the one that stands first, those of lower classes after, never instead.',
  fields: (t) => ({
    assessment: t.field({
      type: Assessment,
      nullable: true,
      description: 'The assessment.',
      resolve: (it, _args, context) => assessmentsByKey(context).load(it.assessmentKey),
    }),
    threat: t.field({
      type: Concept,
      description: 'The threat it is on: a narrower one where the state has no finding on the threat itself.',
      resolve: (it, _args, context) => getConcept(context, 'THREAT', it.threatKey, 'threat'),
    }),
    findingClass: t.exposeInt('findingClass', {
      description: "1 the state's own assessment, 2 an official regional or United Nations one, 3 others.",
    }),
    exposure: t.float({ nullable: true, description: '0 to 1; null where the threat is only named.', resolve: shownExposure }),
    named: t.exposeBoolean('isNamed', { description: 'Named without a figure; it stands as 0.75 in comparisons with a limit.' }),
    likelihood: t.exposeInt('likelihood', { nullable: true, description: '1 to 5.' }),
    impact: t.exposeInt('impact', { nullable: true, description: '1 to 5.' }),
    score: t.exposeFloat('score', { nullable: true, description: 'On the scale stated.' }),
    scaleMin: t.exposeFloat('scaleMin', { nullable: true, description: 'Lowest score of the scale.' }),
    scaleMax: t.exposeFloat('scaleMax', { nullable: true, description: 'Highest score of the scale.' }),
    stale: t.exposeBoolean('isStale', { description: 'Past the next edition its body stated, else past 48 months.' }),
    emerging: t.exposeBoolean('isEmerging', { description: 'Marked as emerging by its assessment.' }),
  }),
});

const PlannedEvidence = builder.objectRef<PlannedEvidenceShape>('PlannedEvidence').implement({
  description: 'A node of a plan that speaks of a threat.',
  fields: (t) => ({
    node: t.field({
      type: StrategyNode,
      nullable: true,
      description: 'The node.',
      resolve: (it, _args, context) => nodeById(context, it.strategyId, it.nodeId),
    }),
    strategy: t.field({
      type: Strategy,
      nullable: true,
      description: 'Its plan.',
      resolve: (it, _args, context) => strategiesById(context).load(it.strategyId),
    }),
    depth: t.exposeInt('depth', { description: '1 to 3.' }),
    figure: t.exposeFloat('figure', { description: 'Match times depth / 3, 0 to 1; the largest is what is planned.' }),
  }),
});

const ThreatCell = builder.objectRef<ThreatCellAnswer>('ThreatCell').implement({
  description: 'One state and one threat, down to findings and nodes.',
  interfaces: [Computed],
  fields: (t) => ({
    state: t.field({ type: MemberState, description: 'The state.', resolve: (it) => it.state }),
    threat: t.field({ type: Concept, description: 'The threat.', resolve: (it) => it.threat }),
    lapsed: t.boolean({ description: 'The plans have lapsed.', resolve: (it) => it.record.isLapsed }),
    exposure: t.exposeFloat('exposure', { nullable: true, description: '0 to 1; null without a finding, and where the threat is only named.' }),
    named: t.exposeBoolean('named', { description: 'Named without a figure.' }),
    planned: t.exposeFloat('planned', { nullable: true, description: 'What plans say of it, 0 to 1, not what is done; null without a record.' }),
    status: t.field({ type: ThreatStatusEnum, description: 'Both together in a word.', resolve: (it) => it.status }),
    stale: t.exposeBoolean('stale', { description: 'The finding is old.' }),
    findings: t.field({
      type: [CountedFinding],
      description: 'What the exposure rests on, and the findings of lower classes or earlier dates beside it.',
      resolve: (it) => it.findings,
    }),
    evidence: t.field({
      type: [PlannedEvidence],
      description: 'The nodes that speak of it, the largest figure first.',
      resolve: (it) => it.evidence,
    }),
    explanation: t.string({
      description: 'How the finding becomes the exposure, in a sentence that a person can check.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, context) => explainedThreatCell(it, context, lang ?? context.language),
    }),
  }),
});

builder.queryField('threatCell', (t) =>
  t.field({
    type: ThreatCell,
    description: 'One cell of a threat matrix, explained.',
    args: {
      state: t.arg.string({ required: true, description: 'ISO 3166-1 alpha-3.' }),
      threat: t.arg.string({ required: true, description: 'Key of a threat.' }),
      asOf: t.arg(asOfArgument),
      sources: t.arg(sourcesArgument),
      includeUnseen: t.arg.boolean(includeUnseenArgument),
    },
    resolve: async (_root, { state, threat, asOf, sources, includeUnseen }, context) => {
      const concept = await getConcept(context, 'THREAT', threat, 'threat');
      return computeThreatCell(context, state, concept, asOf ?? context.today, sources ?? 'ALL', includeUnseen ?? false);
    },
  }),
);
