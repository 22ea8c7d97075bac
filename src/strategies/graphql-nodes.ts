// Nodes, links and the questions that run along them: what implements this, what does this serve, by which path to which provision.
import { Concept } from '../concepts/graphql.ts';
import type { Concept as ConceptShape } from '../concepts/model.ts';
import { builder, languageArgument } from '../graphql/builder.ts';
import { type Context, loadAll } from '../graphql/context.ts';
import { connection, pageArguments, pageOf, pageRequest } from '../graphql/paging.ts';
import { textIn } from '../i18n/languages.ts';
import { MemberState } from '../members/graphql.ts';
import { getOrganization, getStates, getStatesByKey, sortedByName } from '../members/service.ts';
import type { Citation as CitationJson } from '../store/json.ts';
import { carriedBy } from './carried.ts';
import { AddresseeEnum, Link, LinkStatusEnum, NodeKindEnum, RelationEnum, Strategy, StrategyLevelEnum, StrategyNode } from './graphql-types.ts';
import type { Link as LinkShape, NodeReference, StrategyNode as StrategyNodeShape } from './model.ts';
import { getNode, linksByEnds, linksFromNodes, linksToNodes, nodeById, nodesByKey, strategiesById, succeedingNodes, taggedNodes } from './service.ts';

const Citation = builder.objectRef<CitationJson>('Citation').implement({
  description: 'Where a source says it.',
  fields: (t) => ({
    quote: t.exposeString('quote', { nullable: true, description: 'The words.' }),
    page: t.string({ nullable: true, description: 'Page.', resolve: (it) => it.page?.toString() ?? null }),
    paragraph: t.string({ nullable: true, description: 'Paragraph.', resolve: (it) => it.paragraph?.toString() ?? null }),
    language: t.exposeString('language', { nullable: true, description: 'Language of the words (BCP 47).' }),
  }),
});

type ProvisionPathShape = { from: StrategyNodeShape; link: LinkShape; objective: StrategyNodeShape; provision: ConceptShape };

const ProvisionPath = builder.objectRef<ProvisionPathShape>('ProvisionPath').implement({
  description: 'From a national node over an objective of an organization to a provision that the objective carries.',
  fields: (t) => ({
    from: t.field({ type: StrategyNode, description: 'The national node.', resolve: (it) => it.from }),
    link: t.field({ type: Link, description: 'The link it goes along.', resolve: (it) => it.link }),
    objective: t.field({ type: StrategyNode, description: 'The objective.', resolve: (it) => it.objective }),
    provision: t.field({ type: Concept, description: 'The provision it carries.', resolve: (it) => it.provision }),
  }),
});

/** Reads something of a node, at once where the node is at hand, else when it has been read. */
function ofNode<T>(read: (node: StrategyNodeShape) => T | Promise<T>) {
  return (it: StrategyNodeShape | NodeReference, _args: unknown, context: Context): T | Promise<T> =>
    'isReference' in it ? nodeById(context, it.strategyId, it.nodeId).then((node) => read(node ?? outOfSight(it.key))) : read(it);
}

builder.node(StrategyNode, {
  description:
    'A pillar, objective, measure or indicator of a strategy. Labels are paraphrases, tags are readings: neither is a statement of the source.',
  id: { resolve: (node) => node.key },
  loadMany: (keys, context) => loadAll(nodesByKey(context), keys),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Natural key; it begins with that of its strategy.' }),
    kind: t.field({ type: NodeKindEnum, description: 'Pillar, objective, measure or indicator.', resolve: ofNode((it) => it.kind) }),
    label: t.string({
      description: 'What it says, in the language asked for, else in English, else in its own.',
      args: { lang: t.arg(languageArgument) },
      resolve: (node, { lang }, context) => ofNode((it) => textIn(it.label, lang ?? context.language, it.originalLanguage).text)(node, {}, context),
    }),
    originalLanguage: t.string({ description: 'Language the label was written in (BCP 47).', resolve: ofNode((it) => it.originalLanguage) }),
    addressee: t.field({
      type: AddresseeEnum,
      nullable: true,
      description: 'Who is asked to act; null: not stated, which counts as members.',
      resolve: ofNode((it) => it.addressee),
    }),
    seenInSource: t.boolean({
      description: 'Was it seen in a source? What was not counts only where includeUnseen is asked for.',
      resolve: ofNode((it) => it.isSeenInSource),
    }),
    citation: t.field({ type: Citation, nullable: true, description: 'Where the source says it.', resolve: ofNode((it) => it.citation) }),
    responsible: t.string({ nullable: true, description: 'Body that the source names for it.', resolve: ofNode((it) => it.responsible) }),
    deadline: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'By when the source says that it is to be done; null: not stated.',
      resolve: ofNode((it) => it.deadline),
    }),
    strategy: t.field({ type: Strategy, description: 'The strategy it stands in.', resolve: ofNode((it) => it.strategy) }),
    parent: t.field({ type: StrategyNode, nullable: true, description: 'The node above it.', resolve: ofNode((it) => it.parent) }),
    children: t.field({ type: [StrategyNode], description: 'The nodes right below it, in order.', resolve: ofNode((it) => it.children) }),
    threats: t.field({
      type: [Concept],
      extensions: { listSize: 3 },
      description: 'Its own threat tags. Without any it carries those of the nearest node above that has some.',
      resolve: ofNode((it) => it.threats),
    }),
    elements: t.field({
      type: [Concept],
      extensions: { listSize: 3 },
      description: 'Its own element tags; inherited likewise.',
      resolve: ofNode((it) => it.elements),
    }),
    provisions: t.field({
      type: [Concept],
      extensions: { listSize: 3 },
      description: 'Its own provision tags; inherited likewise.',
      resolve: ofNode((it) => it.provisions),
    }),
    implementedBy: t.field({
      type: [Link],
      description: 'Links from national plans to this objective: what implements it.',
      resolve: (node, _args, context) =>
        ofNode<LinkShape[]>((it) => (it.strategy.level === 'NATIONAL' ? [] : (it.links ?? linksToNodes(context).load(it))))(node, {}, context),
    }),
    serves: t.field({
      type: [Link],
      description: 'Links from this node to objectives of organizations: what it serves.',
      resolve: (node, _args, context) =>
        ofNode<LinkShape[]>((it) => (it.strategy.level === 'NATIONAL' ? (it.links ?? linksFromNodes(context).load(it)) : []))(node, {}, context),
    }),
    succeeds: t.field({
      type: StrategyNode,
      nullable: true,
      description: 'The node of the version before that this one carries on, where the viewer may see it.',
      resolve: (node, _args, context) =>
        ofNode<StrategyNodeShape | null>((it) => (it.succeedsKey === null ? null : nodesByKey(context).load(it.succeedsKey)))(node, {}, context),
    }),
    succeededBy: t.field({
      type: [StrategyNode],
      extensions: { listSize: 1 },
      description: 'Nodes of newer versions that carry it on, where the viewer may see them.',
      resolve: (node, _args, context) => succeedingNodes(context).load(node.key),
    }),
    provisionPaths: t.field({
      type: [ProvisionPath],
      description:
        'Of a national node: every way over an objective it serves to a provision that this objective carries. Links that do not count, or that found nothing, lead nowhere.',
      resolve: (node, _args, context) => ofNode((it) => pathsFrom(context, it))(node, {}, context),
    }),
  }),
});

/** Every way from a national node over an objective it serves to a provision that the objective carries. */
async function pathsFrom(context: Context, from: StrategyNodeShape): Promise<ProvisionPathShape[]> {
  if (from.strategy.level !== 'NATIONAL') return [];
  const links = (await linksFromNodes(context).load(from)).filter(leadsOn);
  const objectives = await Promise.all(links.map((link) => nodeById(context, link.objectiveStrategyId, link.objectiveId)));
  return links.flatMap((link, index) => {
    const objective = objectives[index];
    return objective ? carriedBy(objective, 'provisions').map((provision) => ({ from, link, objective, provision })) : [];
  });
}

/** Does the link count, and did it find something? */
function leadsOn(link: LinkShape): boolean {
  return (link.status === 'READ' || link.status === 'CONFIRMED') && link.relation !== 'NO_RELATION' && link.relation !== 'CONTRADICTS';
}

builder.node(Link, {
  description:
    "What a national plan, or a node of it, has to do with an objective of an organization: an analysts' reading, not cleared by any state.",
  id: { resolve: (link) => `${link.nationalKey}>${link.objectiveKey}` },
  loadMany: (keys, context) => linksByEnds(context, keys),
  fields: (t) => ({
    relation: t.field({ type: RelationEnum, description: 'How the national text relates to the objective.', resolve: (it) => it.relation }),
    share: t.exposeFloat('share', { nullable: true, description: 'Part of the objective that is covered, 0 to 1; null where none is stated.' }),
    status: t.field({ type: LinkStatusEnum, description: 'What the link is worth.', resolve: (it) => it.status }),
    confidence: t.exposeString('confidence', { nullable: true, description: 'How sure the readers are: low, medium or high.' }),
    rationale: t.exposeString('rationale', { nullable: true, description: "Why, in the readers' words." }),
    citation: t.exposeString('citation', { nullable: true, description: 'Where the texts say it.' }),
    method: t.exposeString('method', { nullable: true, description: 'How it was read.' }),
    recordedBy: t.exposeString('recordedBy', { nullable: true, description: 'A body and a role, never a person.' }),
    recordedOn: t.expose('recordedOn', { type: 'PartialDate', nullable: true, description: 'When.' }),
    strategy: t.field({
      type: Strategy,
      description: 'The national plan.',
      resolve: async (it, _args, context) => (await strategiesById(context).load(it.strategyId)) ?? outOfSight(it.nationalKey),
    }),
    node: t.field({
      type: StrategyNode,
      nullable: true,
      description: 'The node of the national plan; null: the plan as a whole.',
      resolve: (it) =>
        it.nodeId === null ? null : { isReference: true as const, key: it.nationalKey, strategyId: it.strategyId, nodeId: it.nodeId },
    }),
    objective: t.field({
      type: StrategyNode,
      description: 'The objective.',
      resolve: (it) => ({ isReference: true as const, key: it.objectiveKey, strategyId: it.objectiveStrategyId, nodeId: it.objectiveId }),
    }),
  }),
});

function outOfSight(key: string): never {
  throw new Error(`what a link names is out of sight: ${key}`);
}

builder.queryField('strategyNode', (t) =>
  t.field({
    type: StrategyNode,
    nullable: true,
    description: 'One node of a strategy. Null with NOT_FOUND where there is none that the viewer may see.',
    args: { key: t.arg.string({ required: true, description: 'Its key.' }) },
    resolve: (_root, { key }, context) => getNode(context, key, 'key'),
  }),
);

export const StrategyNodeConnection = builder.connectionObject(
  { type: StrategyNode, name: 'StrategyNodeConnection', description: 'A page of nodes of strategies.' },
  { description: 'A node in a page.' },
);

const taggedArguments = (t: Parameters<typeof pageArguments>[0]) => ({
  level: t({ type: StrategyLevelEnum, required: false, description: 'Of strategies of this level.' }),
  states: t.stringList({ required: false, description: 'Of strategies of these states.' }),
  organization: t.string({ required: false, description: 'Of strategies of this organization.' }),
});

builder.objectFields(Concept, (t) => ({
  addressedBy: t.field({
    type: StrategyNodeConnection,
    description: 'Nodes whose own tags name it, by key. Nodes below these that have no tags of the scheme carry it too.',
    args: { ...taggedArguments(t.arg), ...pageArguments(t.arg) },
    resolve: async (concept, { first, after, ...filter }, context) => {
      const request = pageRequest('StrategyNode', { first, after });
      if (filter.states) await getStatesByKey(context, filter.states, 'states');
      if (filter.organization != null) await getOrganization(context, filter.organization);
      const page = pageOf(await taggedNodes(context, concept, filter), (it) => it.key, request);
      const nodes = await Promise.all(page.items.map((it) => nodeById(context, it.strategyId, it.nodeId)));
      return connection('StrategyNode', { ...page, items: nodes.filter((node) => node !== null) }, (node) => node.key, request);
    },
  }),
  addressedIn: t.field({
    type: [MemberState],
    description: 'States with a recorded strategy, of whatever date, a node of which names it; in the order of their names.',
    resolve: async (concept, _args, context) => {
      const [tagged, states] = await Promise.all([taggedNodes(context, concept, { level: 'NATIONAL' }), getStates(context)]);
      const owners = await Promise.all([...new Set(tagged.map((it) => it.strategyId))].map((id) => strategiesById(context).load(id)));
      const keys = new Set(owners.flatMap((owner) => owner?.stateKey ?? []));
      return sortedByName(
        [...keys].flatMap((key) => states.get(key) ?? []),
        context,
      );
    },
  }),
  provisionPaths: t.field({
    type: [ProvisionPath],
    description: 'Of a provision: every way to it from a national node over an objective that names it.',
    args: { organization: t.arg.string({ required: false, description: 'Only over objectives of this organization.' }) },
    resolve: async (concept, { organization }, context) => {
      if (concept.scheme !== 'PROVISION') return [];
      if (organization != null) await getOrganization(context, organization);
      const tagged = await taggedNodes(context, concept, { organization });
      const objectives = (await Promise.all(tagged.map((it) => nodeById(context, it.strategyId, it.nodeId)))).filter((node) => node !== null);
      const paths = await Promise.all(
        objectives.map(async (objective) => {
          const links = (await linksToNodes(context).load(objective)).filter((link) => link.nodeId !== null && leadsOn(link));
          return Promise.all(
            links.map(async (link) => ({ link, objective, from: await nodeById(context, link.strategyId, link.nodeId ?? 0), provision: concept })),
          );
        }),
      );
      return paths.flat().flatMap(({ from, ...path }) => (from ? [{ ...path, from }] : []));
    },
  }),
}));
