// Strategies in the schema: the strategy itself and the queries for it. Nodes and links are in graphql-nodes.ts.
import { Concept } from '../concepts/graphql.ts';
import { getConceptCatalogue } from '../concepts/service.ts';
import { AppError } from '../core/errors.ts';
import { builder, languageArgument } from '../graphql/builder.ts';
import { loadAll } from '../graphql/context.ts';
import { connection, pageArguments, pageOf, pageRequest } from '../graphql/paging.ts';
import { selects } from '../graphql/selection.ts';
import { textIn } from '../i18n/languages.ts';
import { at, say } from '../i18n/words.ts';
import { asOfArgument, MemberState, Organization } from '../members/graphql.ts';
import { historyField } from '../members/graphql-history.ts';
import { publicationField, sharedWithField, visibilityField } from '../members/graphql-sharing.ts';
import type { MemberState as MemberStateShape, Organization as OrganizationShape } from '../members/model.ts';
import { getOrganization, getOrganizations, getStates, getStatesByKey } from '../members/service.ts';
import type { InstrumentReference as InstrumentReferenceJson } from '../store/json.ts';
import { Source } from '../threats/graphql.ts';
import {
  Link,
  RelationStrengthEnum,
  Strategy,
  StrategyLevelEnum,
  StrategyNode,
  StrategyPhaseEnum,
  StrategyScopeEnum,
  StrategyStatusEnum,
} from './graphql-types.ts';
import type { StrategyRelation as StrategyRelationShape, Strategy as StrategyShape } from './model.ts';
import {
  filteredStrategies,
  getStrategy,
  linksFrom,
  nodesOf,
  nodesWithLinks,
  predecessorsOf,
  relationsOf,
  standingOf,
  strategiesById,
  strategiesByKey,
  strategiesOfOrganization,
  strategiesOfState,
  successorKeys,
  themesOf,
} from './service.ts';

export const Owner = builder.unionType('Owner', {
  description: 'Whose strategy it is.',
  types: [MemberState, Organization],
  resolveType: (owner) => ('iso2' in owner ? MemberState : Organization),
});

/** The state or organization that owns a strategy. */
export async function ownerOf(strategy: StrategyShape, context: Parameters<typeof getStates>[0]): Promise<MemberStateShape | OrganizationShape> {
  const owner =
    strategy.stateKey !== null
      ? (await getStates(context)).get(strategy.stateKey)
      : (await getOrganizations(context)).get(strategy.organizationKey ?? '');
  if (!owner) throw new Error(`strategy ${strategy.key} has no owner`);
  return owner;
}

const Succession = builder.objectRef<{ successorKey: string }>('Succession').implement({
  description: 'The strategy that supersedes another, by key: it may not be recorded.',
  fields: (t) => ({
    key: t.exposeString('successorKey', { description: 'Its key.' }),
    strategy: t.field({
      type: Strategy,
      nullable: true,
      description: 'The strategy, where the viewer may see it.',
      resolve: (it, _args, context) => strategiesByKey(context).load(it.successorKey),
    }),
  }),
});

const StrategyRelation = builder.objectRef<StrategyRelationShape>('StrategyRelation').implement({
  description: 'What one strategy says of another.',
  fields: (t) => ({
    strategy: t.field({
      type: Strategy,
      nullable: true,
      description: 'The one that speaks.',
      resolve: (it, _args, context) => strategiesById(context).load(it.strategyId),
    }),
    targetKey: t.exposeString('targetKey', { description: 'Key of the one spoken of, recorded or not.' }),
    target: t.field({
      type: Strategy,
      nullable: true,
      description: 'The one spoken of, where the viewer may see it.',
      resolve: (it, _args, context) => strategiesByKey(context).load(it.targetKey),
    }),
    relation: t.exposeString('relation', { description: 'The words of the relation, such as implements or aligned_with.' }),
    strength: t.field({ type: RelationStrengthEnum, description: 'Stated or not.', resolve: (it) => it.strength }),
    basis: t.exposeString('basis', { nullable: true, description: 'What it rests on.' }),
    verified: t.exposeBoolean('isVerified', { description: 'Was it checked against the source?' }),
    citation: t.exposeString('citation', { nullable: true, description: 'Where the source says it.' }),
  }),
});

const InstrumentReference = builder.objectRef<InstrumentReferenceJson>('InstrumentReference').implement({
  description: 'Treaties and other instruments that a strategy refers to.',
  fields: (t) => ({
    instruments: t.exposeStringList('instruments', { description: 'Short names of the instruments.' }),
    seenInSource: t.boolean({ nullable: true, description: 'Was the reference seen in a source?', resolve: (it) => it.seen_in_source ?? null }),
    citation: t.string({ nullable: true, description: 'Where the source says it.', resolve: (it) => it.citation ?? null }),
  }),
});

builder.node(Strategy, {
  description:
    'A national, regional or global strategy or action plan, as read from published texts and not cleared by any state: what is absent here may stand in the text.',
  id: { resolve: (strategy) => strategy.key },
  loadMany: (keys, context) => loadAll(strategiesByKey(context), keys),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Natural key; it begins with the code of its owner.' }),
    title: t.string({
      description: 'Title in the language asked for, else in English, else in its own.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, { language }) => textIn(it.title, lang ?? language, it.originalLanguage).text,
    }),
    originalTitle: t.string({
      description: 'Title as it was published.',
      resolve: (it) => it.title.original ?? textIn(it.title, 'EN', it.originalLanguage).text,
    }),
    originalLanguage: t.exposeString('originalLanguage', { description: 'Language it was published in (BCP 47).' }),
    owner: t.field({ type: Owner, description: 'Whose it is.', resolve: (it, _args, context) => ownerOf(it, context) }),
    level: t.field({ type: StrategyLevelEnum, description: 'National, regional or global.', resolve: (it) => it.level }),
    scope: t.field({ type: StrategyScopeEnum, description: 'What it is about.', resolve: (it) => it.scope }),
    status: t.field({ type: StrategyStatusEnum, description: 'Where the document stands.', resolve: (it) => it.status }),
    publication: t.field(publicationField),
    visibility: t.field(visibilityField),
    sharedWith: t.field(sharedWithField),
    version: t.exposeInt('version', { description: 'Grows by one with every change of the strategy or its nodes.' }),
    history: t.field(historyField<StrategyShape>('Strategy', (it) => it.key)),
    phase: t.field({
      type: StrategyPhaseEnum,
      description: 'Where it stands on a day.',
      args: { asOf: t.arg(asOfArgument) },
      resolve: async (it, { asOf }, context) => (await standingOf(context, it, asOf ?? context.today)).phase,
    }),
    adopted: t.expose('adopted', { type: 'PartialDate', nullable: true, description: 'When it was adopted: shown, never compared with asOf.' }),
    validFrom: t.expose('validFrom', { type: 'PartialDate', nullable: true, description: 'When it begins; a year alone means 1 January.' }),
    validTo: t.expose('validTo', {
      type: 'PartialDate',
      nullable: true,
      description: 'When it ends; a year alone means 31 December; null: no end is stated.',
    }),
    adoptingBody: t.exposeString('adoptingBody', { nullable: true, description: 'Body that adopted it.' }),
    leadBody: t.exposeString('leadBody', { nullable: true, description: 'Body that leads it.' }),
    statusNote: t.exposeString('statusNote', { nullable: true, description: 'To be read with status and dates.' }),
    verified: t.exposeBoolean('isVerified', { description: 'Were title, period and part of the content seen in a source?' }),
    verifiedNote: t.exposeString('verifiedNote', { nullable: true, description: 'What was seen and what was not.' }),
    fullyRead: t.exposeBoolean('isFullyRead', { description: 'Was the whole text read, so that what is not recorded is absent?' }),
    structureBasis: t.exposeString('structureBasis', {
      nullable: true,
      description: "Whether the tree follows the headings of the source or the compiler's grouping.",
    }),
    notes: t.field({ type: ['String'], description: 'Further notes.', resolve: (it) => it.notes }),
    instrumentReferences: t.field({
      type: [InstrumentReference],
      description: 'Instruments it refers to.',
      resolve: (it) => it.instrumentReferences,
    }),
    sources: t.field({ type: [Source], description: 'The texts it is read from.', resolve: (it) => it.sources }),
    themes: t.field({
      type: [Concept],
      description: 'Threats it is about as a whole.',
      resolve: async (it, _args, context) => {
        const [themes, catalogue] = await Promise.all([themesOf(context).load(it.strategyId), getConceptCatalogue(context)]);
        return themes.flatMap(({ threatKey }) => catalogue.get('THREAT', threatKey) ?? []).sort((a, b) => a.position - b.position);
      },
    }),
    nodes: t.field({
      type: [StrategyNode],
      description: 'All its nodes, the tree read from top to bottom.',
      resolve: async (it, _args, context, info) => {
        const nodes = await (selects(info, ['implementedBy', 'serves']) ? nodesWithLinks(context, it) : nodesOf(context).load(it.strategyId));
        context.cost.add(Math.max(0, nodes.length - 10)); // Ten were counted beforehand, as of any list.
        return nodes;
      },
    }),
    supersededBy: t.field({
      type: [Succession],
      description: 'What supersedes it.',
      resolve: (it, _args, context) => successorKeys(context).load(it.strategyId),
    }),
    supersedes: t.field({
      type: [Strategy],
      description: 'What it supersedes.',
      resolve: (it, _args, context) => predecessorsOf(context).load(it.strategyId),
    }),
    relations: t.field({
      type: [StrategyRelation],
      description: 'What it says of other strategies.',
      resolve: async (it, _args, context) => (await relationsOf(context).load(it.strategyId)).outgoing,
    }),
    relatedFrom: t.field({
      type: [StrategyRelation],
      description: 'What other strategies say of it.',
      resolve: async (it, _args, context) => (await relationsOf(context).load(it.strategyId)).incoming,
    }),
    serves: t.field({
      type: [Link],
      description: 'Links from the plan as a whole to objectives of organizations; "read, nothing found" among them. Its nodes have their own.',
      resolve: async (it, _args, context) => (await linksFrom(context).load(it.strategyId)).filter((link) => link.nodeId === null),
    }),
  }),
});

const StrategyFilter = builder.inputType('StrategyFilter', {
  description: 'Which strategies; every key narrows further.',
  fields: (t) => ({
    organization: t.string({ required: false, description: 'Of this organization.' }),
    states: t.stringList({ required: false, description: 'Of these states (ISO 3166-1 alpha-3).' }),
    level: t.field({ type: StrategyLevelEnum, required: false, description: 'Of this level.' }),
    scopes: t.field({ type: [StrategyScopeEnum], required: false, description: 'Of these scopes.' }),
    status: t.field({ type: StrategyStatusEnum, required: false, description: 'With this status.' }),
    inForceOn: t.field({ type: 'Date', required: false, description: 'In force on this day.' }),
    text: t.string({ required: false, description: 'With these words in the title, in the language of the request or in English.' }),
  }),
});

export const StrategyConnection = builder.connectionObject(
  { type: Strategy, name: 'StrategyConnection', description: 'A page of strategies.' },
  { description: 'A strategy in a page.' },
);

builder.queryFields((t) => ({
  strategies: t.field({
    type: StrategyConnection,
    description: 'Strategies, by key.',
    args: { filter: t.arg({ type: StrategyFilter, required: false, description: 'Which ones.' }), ...pageArguments(t.arg) },
    resolve: async (_root, { filter, ...args }, context) => {
      const request = pageRequest('Strategy', args);
      if (filter?.text != null && filter.text.trim() === '') throw new AppError('INVALID', at('filter.text', say('error.filterText')));
      if (filter?.organization != null) await getOrganization(context, filter.organization, 'filter.organization');
      if (filter?.states) await getStatesByKey(context, filter.states, 'filter.states');
      const keyOf = (it: StrategyShape) => it.key;
      return connection('Strategy', pageOf(await filteredStrategies(context, filter ?? {}), keyOf, request), keyOf, request);
    },
  }),
  strategy: t.field({
    type: Strategy,
    nullable: true,
    description: 'One strategy. Null with NOT_FOUND where there is none that the viewer may see.',
    args: { key: t.arg.string({ required: true, description: 'Its key.' }) },
    resolve: (_root, { key }, context) => getStrategy(context, key, 'key'),
  }),
}));

builder.objectField(MemberState, 'strategies', (t) =>
  t.field({
    type: StrategyConnection,
    description: 'Its recorded strategies that the viewer may see, by key.',
    args: pageArguments(t.arg),
    resolve: async (state, args, context) => strategiesPage(await strategiesOfState(context).load(state.key), args),
  }),
);

builder.objectField(Organization, 'strategies', (t) =>
  t.field({
    type: StrategyConnection,
    description: 'Its recorded strategies that the viewer may see, by key.',
    args: pageArguments(t.arg),
    resolve: async (organization, args, context) => strategiesPage(await strategiesOfOrganization(context).load(organization.key), args),
  }),
);

function strategiesPage(strategies: StrategyShape[], args: { first?: number | null; after?: string | null }) {
  const request = pageRequest('Strategy', args);
  const keyOf = (it: StrategyShape) => it.key;
  return connection('Strategy', pageOf(strategies, keyOf, request), keyOf, request);
}
