// Element, threat and coverage matrices in the schema.
import { Concept } from '../concepts/graphql.ts';
import { getConcept } from '../concepts/service.ts';
import { builder, languageArgument } from '../graphql/builder.ts';
import { asOfArgument, MemberState } from '../members/graphql.ts';
import { Strategy, StrategyNode, StrategyScopeEnum } from '../strategies/graphql-types.ts';
import { nodeById, strategiesById } from '../strategies/service.ts';
import { computeElementCell, type ElementCellAnswer, explainedElementCell } from './element-service.ts';
import type { ElementEvidence as ElementEvidenceShape } from './elements.ts';
import { rowNotes } from './facets.ts';
import {
  Computed,
  CoverageStatusEnum,
  ElementStatusEnum,
  includeUnseenArgument,
  organizationArgument,
  sourcesArgument,
  statesArgument,
  ThreatStatusEnum,
} from './graphql-types.ts';
import {
  computeElementMatrix,
  computeStrategyCoverage,
  computeThreatMatrix,
  type ElementMatrixAnswer,
  type StrategyCoverageAnswer,
  type ThreatMatrixAnswer,
} from './service.ts';

const rowsDescription = 'States, in the order of their names.';
const rowNotesDescription = 'Per row: what is to be shown beside it of its membership, such as a suspension.';
const lapsedDescription = 'Per row: no plan is in force, and the row is read by those that ended within 36 months.';
const nullableItems = { list: false, items: true } as const;

const ElementMatrix = builder.objectRef<ElementMatrixAnswer>('ElementMatrix').implement({
  description: 'States by the sixteen elements of paras 28-29: how far their plans go. Every list of lists is [row][column].',
  interfaces: [Computed],
  fields: (t) => ({
    rows: t.field({ type: [MemberState], description: rowsDescription, resolve: (it) => it.rows.states }),
    rowNotes: t.field({ type: ['String'], nullable: nullableItems, description: rowNotesDescription, resolve: (it) => rowNotes(it.rows) }),
    lapsed: t.field({ type: ['Boolean'], description: lapsedDescription, resolve: (it) => it.matrix.lapsed }),
    columns: t.field({ type: [Concept], description: 'The core elements, in their order.', resolve: (it) => it.columns }),
    depths: t.field({
      type: t.listRef(t.listRef('Int', { nullable: true })),
      description: '0 not seen, 1 mentioned, 2 actioned, 3 accountable; null without a record.',
      resolve: (it) => it.matrix.depths,
    }),
    generalDepths: t.field({
      type: t.listRef(t.listRef('Int', { nullable: true })),
      description: 'The same over plans of general scope alone; null where there is none. The difference is what single-crime plans contribute.',
      resolve: (it) => it.matrix.generalDepths,
    }),
    statuses: t.field({ type: t.listRef(t.listRef(ElementStatusEnum)), description: 'The same in words.', resolve: (it) => it.matrix.statuses }),
  }),
});

const ElementEvidence = builder.objectRef<ElementEvidenceShape>('ElementEvidence').implement({
  description: 'A node of a plan that carries an element.',
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
    own: t.exposeBoolean('isOwn', { description: 'The tag is its own; else it comes from a node above.' }),
  }),
});

const ElementCell = builder.objectRef<ElementCellAnswer>('ElementCell').implement({
  description: 'One state and one element, down to the nodes.',
  interfaces: [Computed],
  fields: (t) => ({
    state: t.field({ type: MemberState, description: 'The state.', resolve: (it) => it.state }),
    element: t.field({ type: Concept, description: 'The element.', resolve: (it) => it.element }),
    lapsed: t.boolean({ description: 'The plans have lapsed.', resolve: (it) => it.record.isLapsed }),
    depth: t.exposeInt('depth', { nullable: true, description: '0 to 3; null without a record.' }),
    generalDepth: t.exposeInt('generalDepth', {
      nullable: true,
      description: 'The same over plans of general scope alone; null where there is none.',
    }),
    status: t.field({ type: ElementStatusEnum, description: 'The same in words.', resolve: (it) => it.status }),
    evidence: t.field({ type: [ElementEvidence], description: 'The nodes that carry it, deepest first.', resolve: (it) => it.evidence }),
    explanation: t.string({
      description: 'Why, in a sentence that a person can check.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, context) => explainedElementCell(it, context, lang ?? context.language),
    }),
  }),
});

const ThreatMatrix = builder.objectRef<ThreatMatrixAnswer>('ThreatMatrix').implement({
  description: 'States by threats: how exposed each is, and what its plans say. Every list of lists is [row][column].',
  interfaces: [Computed],
  fields: (t) => ({
    rows: t.field({ type: [MemberState], description: rowsDescription, resolve: (it) => it.rows.states }),
    rowNotes: t.field({ type: ['String'], nullable: nullableItems, description: rowNotesDescription, resolve: (it) => rowNotes(it.rows) }),
    lapsed: t.field({ type: ['Boolean'], description: lapsedDescription, resolve: (it) => it.matrix.lapsed }),
    columns: t.field({ type: [Concept], description: 'All threats, in their order.', resolve: (it) => it.columns }),
    exposures: t.field({
      type: t.listRef(t.listRef('Float', { nullable: true })),
      description: '0 to 1; null without a finding, and where the threat is only named.',
      resolve: (it) => it.matrix.exposures,
    }),
    named: t.field({
      type: t.listRef(t.listRef('Boolean')),
      description: 'The threat is named without a figure; it stands as 0.75 in comparisons with a limit.',
      resolve: (it) => it.matrix.named,
    }),
    planned: t.field({
      type: t.listRef(t.listRef('Float', { nullable: true })),
      description: 'What plans say of it, 0 to 1, not what is done; null without a record.',
      resolve: (it) => it.matrix.planned,
    }),
    statuses: t.field({ type: t.listRef(t.listRef(ThreatStatusEnum)), description: 'Both together in a word.', resolve: (it) => it.matrix.statuses }),
    stale: t.field({
      type: t.listRef(t.listRef('Boolean')),
      description: 'The finding is past the next edition its body stated, else past 48 months.',
      resolve: (it) => it.matrix.stale,
    }),
  }),
});

const StrategyCoverage = builder.objectRef<StrategyCoverageAnswer>('StrategyCoverage').implement({
  description: 'States by kinds of strategy (paras 12-14), and the instruments they are party to. Every list of lists is [row][column].',
  interfaces: [Computed],
  fields: (t) => ({
    rows: t.field({ type: [MemberState], description: rowsDescription, resolve: (it) => it.rows.states }),
    rowNotes: t.field({ type: ['String'], nullable: nullableItems, description: rowNotesDescription, resolve: (it) => rowNotes(it.rows) }),
    columns: t.field({ type: [StrategyScopeEnum], description: 'The kinds.', resolve: (it) => it.coverage.columns }),
    statuses: t.field({
      type: t.listRef(t.listRef(CoverageStatusEnum)),
      description: 'Whether there is one.',
      resolve: (it) => it.coverage.statuses,
    }),
    party: t.field({
      type: t.listRef(t.listRef('Boolean', { nullable: true })),
      description: 'Is the state party to the instrument of that kind on that day? Null where the kind has none, and where it is not recorded.',
      resolve: (it) => it.coverage.party,
    }),
  }),
});

builder.queryFields((t) => ({
  elementMatrix: t.field({
    type: ElementMatrix,
    description: 'How far plans go on each core element, for the members of an organization or for named states.',
    extensions: { cost: 10 },
    args: {
      organization: t.arg.string(organizationArgument),
      states: t.arg.stringList(statesArgument),
      asOf: t.arg(asOfArgument),
      includeUnseen: t.arg.boolean(includeUnseenArgument),
    },
    resolve: (_root, { asOf, includeUnseen, ...of }, context) => computeElementMatrix(context, of, asOf ?? context.today, includeUnseen ?? false),
  }),
  elementCell: t.field({
    type: ElementCell,
    description: 'One cell of an element matrix, explained.',
    args: {
      state: t.arg.string({ required: true, description: 'ISO 3166-1 alpha-3.' }),
      element: t.arg.string({ required: true, description: 'Key of an element.' }),
      asOf: t.arg(asOfArgument),
      includeUnseen: t.arg.boolean(includeUnseenArgument),
    },
    resolve: async (_root, { state, element, asOf, includeUnseen }, context) => {
      const concept = await getConcept(context, 'ELEMENT', element, 'element');
      return computeElementCell(context, state, concept, asOf ?? context.today, includeUnseen ?? false);
    },
  }),
  threatMatrix: t.field({
    type: ThreatMatrix,
    description: 'Exposure beside planning, for the members of an organization or for named states.',
    extensions: { cost: 10 },
    args: {
      organization: t.arg.string(organizationArgument),
      states: t.arg.stringList(statesArgument),
      asOf: t.arg(asOfArgument),
      sources: t.arg(sourcesArgument),
      includeUnseen: t.arg.boolean(includeUnseenArgument),
    },
    resolve: (_root, { asOf, sources, includeUnseen, ...of }, context) =>
      computeThreatMatrix(context, of, asOf ?? context.today, sources ?? 'ALL', includeUnseen ?? false),
  }),
  strategyCoverage: t.field({
    type: StrategyCoverage,
    description: 'Kinds of strategy, for the members of an organization or for named states.',
    extensions: { cost: 10 },
    args: { organization: t.arg.string(organizationArgument), states: t.arg.stringList(statesArgument), asOf: t.arg(asOfArgument) },
    resolve: (_root, { asOf, ...of }, context) => computeStrategyCoverage(context, of, asOf ?? context.today),
  }),
}));
