// Adds, changes, moves and removes nodes of strategies that are not published. Each edit makes the next version of the strategy.
import { getConcept, getConceptCatalogue } from '../concepts/service.ts';
import { AppError } from '../core/errors.ts';
import { invalid } from '../core/input.ts';
import type { SignedIn } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import { at, say, type WordValue } from '../i18n/words.ts';
import { changeOf } from '../store/audit.ts';
import { checkEditable, lockToEdit, readAgain, recordEdit } from './edit-service.ts';
import { type LockedStrategy, nextVersion } from './edit-store.ts';
import { canHold, type NodeRecord, type Strategy, type StrategyNode } from './model.ts';
import { deleteNode, findRecordsOfNode, findStatesThatSpeakOf, insertNode, lockNode, updateNodeRow, updatePlaces } from './node-edit-store.ts';
import { checkNodeKey, contentOf, type NodeContent, type NodeInput, readNodeInput } from './node-input.ts';
import { type SearchPart, searchPartsOf } from './search-text.ts';
import { getNode, notFound } from './service.ts';
import { findLinksFrom, findLinksTo, findNodes } from './store.ts';
import { changedPlaces, childrenOf, isWithin, placesOf, withNode } from './tree-edit.ts';

/** Where a node is to stand. `parent` null: at the top. `position`: from 1 among its siblings. */
type PlaceInput = { parent?: string | null | undefined; position?: number | null | undefined };
export type AddNodeInput = NodeInput & PlaceInput & { strategy: string; key: string; version: number };
export type UpdateNodeInput = NodeInput & PlaceInput & { key: string; version: number };
export type RemoveNodeInput = { key: string; version: number };

/** What of a node decides where it may stand. A new one has no number yet. */
type Placed = Pick<NodeRecord, 'nodeId' | 'parentId' | 'key' | 'kind'>;
const newNodeId = 0;

/** Names that a refusal lists. */
const namedMax = 10;

/** Adds a node to a strategy. */
export async function addNode(context: Context, viewer: SignedIn, input: AddNodeInput): Promise<StrategyNode> {
  const locked = await lockToEdit(context, viewer, input.strategy, 'input.strategy');
  checkNodeKey(input.key, locked.key);
  const given = await readNode(context, input);
  await checkEditable(context, locked, input.version);
  const nodes: Placed[] = await findNodes(context.db, [locked.strategyId]);
  if (nodes.some((node) => node.key === input.key))
    throw new AppError('CONFLICT', at('input.key', say('error.knownKey', { key: input.key })), { field: 'input.key' });
  const content: NodeContent = {
    addressee: null,
    seenInSource: true,
    responsible: null,
    deadline: null,
    citation: null,
    threats: [],
    elements: [],
    provisions: [],
    ...given,
    kind: given.kind ?? invalid('input.kind', say('error.giveOne')),
    label: given.label ?? invalid('input.label', say('error.giveOne')),
  };
  const node: Placed = { nodeId: newNodeId, key: input.key, kind: content.kind, parentId: parentIn(nodes, input.parent ?? null)?.nodeId ?? null };
  const tree = placed(nodes, node, input.position ?? null);

  const places = placesOf(tree);
  const place = places.find((it) => it.nodeId === newNodeId) ?? { position: tree.length, lastPosition: tree.length };
  await updatePlaces(context.db, changedPlaces(placesOf(nodes), places));
  const row = { key: input.key, strategyId: locked.strategyId, parentId: node.parentId, place, content };
  await insertNode(context.db, row, await conceptParts(context, content));
  await finish(context, viewer, 'addNode', locked, input.key, {}, factsOf(content, tree, node));
  return nodeAgain(context, input.key);
}

/** Changes what a node says, or moves it with all below it. Where nothing is another than it was, nothing is written. */
export async function updateNode(context: Context, viewer: SignedIn, input: UpdateNodeInput): Promise<StrategyNode> {
  const found = await getNode(context, input.key, 'input.key');
  const locked = await lockToEdit(context, viewer, found.strategy.key, 'input.key');
  const given = await readNode(context, input);
  await checkEditable(context, locked, input.version);
  const nodes = await findNodes(context.db, [locked.strategyId]);
  const record = nodes.find((it) => it.key === input.key) ?? notFound('node', input.key, 'input.key');
  const before = contentOf(record);
  const content = { ...before, ...given };
  const parentId = input.parent === undefined ? record.parentId : (parentIn(nodes, input.parent)?.nodeId ?? null);
  const node: Placed = { ...record, kind: content.kind, parentId };
  const isMoved = parentId !== record.parentId || input.position != null;
  const position = isMoved ? (input.position ?? null) : siblingPosition(nodes, record);
  const tree = placed(nodes, node, position);
  const [was, is] = [factsOf(before, nodes, record), factsOf(content, tree, node)];
  if (Object.keys(changeOf(was, is)).length === 0) return nodeAgain(context, input.key);

  await updateNodeRow(context.db, record.nodeId, parentId, content, await conceptParts(context, content));
  await updatePlaces(context.db, changedPlaces(placesOf(nodes), placesOf(tree)));
  await finish(context, viewer, 'updateNode', locked, input.key, was, is);
  return nodeAgain(context, input.key);
}

/** Removes a node that nothing stands below and nothing is linked to. */
export async function removeNode(context: Context, viewer: SignedIn, input: RemoveNodeInput): Promise<Strategy> {
  const { strategy } = await getNode(context, input.key, 'input.key');
  const locked = await lockToEdit(context, viewer, strategy.key, 'input.key');
  await checkEditable(context, locked, input.version);
  const nodes = await findNodes(context.db, [locked.strategyId]);
  const record = nodes.find((it) => it.key === input.key) ?? notFound('node', input.key, 'input.key');
  await checkNothingHangsOn(context, locked, nodes, record);

  await deleteNode(context.db, record.nodeId);
  const others = nodes.filter((it) => it.nodeId !== record.nodeId);
  await updatePlaces(context.db, changedPlaces(placesOf(nodes), placesOf(others)));
  await finish(context, viewer, 'removeNode', locked, input.key, factsOf(contentOf(record), nodes, record), {});
  return readAgain(context, locked.key);
}

/** Throws CONFLICT where nodes stand below, or links or statements name it. The owner reads those of its own nodes: it is party to them. */
async function checkNothingHangsOn(context: Context, strategy: LockedStrategy, nodes: readonly NodeRecord[], node: NodeRecord): Promise<void> {
  const { db, viewer } = context;
  await lockNode(db, node.nodeId);
  const links = await (strategy.level === 'NATIONAL' ? findLinksFrom : findLinksTo)(db, viewer, [strategy.strategyId]);
  const named = links.filter((link) => link.nodeId === node.nodeId || link.objectiveId === node.nodeId);
  const hanging: ['below' | 'links' | 'statements' | 'records', string[]][] = [
    ['below', childrenOf(nodes, node.nodeId).map((it) => it.key)],
    ['links', named.map((link) => `${link.nationalKey}>${link.objectiveKey}`).sort()],
    ['statements', await findStatesThatSpeakOf(db, viewer, node.nodeId)],
    ['records', await findRecordsOfNode(db, node.nodeId)],
  ];
  const told = hanging.flatMap(([what, names]) => (names.length === 0 ? [] : say(`error.hangs.${what}`, { names: listed(names) })));
  if (told.length === 0) return;
  const reasons = told.reduce((list, next) => say('error.semicolon', { list, next }));
  throw new AppError('CONFLICT', at('input.key', say('error.hangsOn', { key: node.key, reasons })), { field: 'input.key' });
}

function listed(names: readonly string[]): WordValue {
  const rest = names.length - namedMax;
  const first = names.slice(0, namedMax).join(', ');
  return rest > 0 ? say('error.andMore', { names: first, count: rest }) : first;
}

/** The fields that were given. Throws INVALID, for tags that name nothing too. */
async function readNode(context: Context, input: NodeInput): Promise<Partial<NodeContent>> {
  const given = readNodeInput(input);
  for (const [scheme, name] of [['THREAT', 'threats'] as const, ['ELEMENT', 'elements'] as const, ['PROVISION', 'provisions'] as const]) {
    for (const [index, key] of (given[name] ?? []).entries()) await getConcept(context, scheme, key, `input.${name}.${index}`);
  }
  return given;
}

/** Names of the threats and elements that a node is tagged with, to find it by. */
async function conceptParts(context: Context, { threats, elements }: NodeContent): Promise<SearchPart[]> {
  const catalogue = await getConceptCatalogue(context);
  const concepts = [...threats.map((key) => catalogue.get('THREAT', key)), ...elements.map((key) => catalogue.get('ELEMENT', key))];
  return concepts.flatMap((concept) => (concept ? searchPartsOf(concept.label, 'en') : []));
}

/** The node of the tree that is to be above. Throws NOT_FOUND for a key that is none of the tree. */
function parentIn(nodes: readonly Placed[], key: string | null): Placed | null {
  return key === null ? null : (nodes.find((node) => node.key === key) ?? notFound('ownNode', key, 'input.parent'));
}

/** The tree with a node where it is to stand. Throws INVALID for a place that there is none, or that its kind may not have. */
function placed(nodes: readonly Placed[], node: Placed, position: number | null): Placed[] {
  const parent = nodes.find((it) => it.nodeId === node.parentId);
  if (parent && isWithin(nodes, parent.nodeId, node.nodeId)) invalid('input.parent', say('error.belowItself'));
  if (parent && !canHold(parent.kind, node.kind))
    invalid('input.kind', say('error.cannotHold', { kind: node.kind, parentKind: parent.kind, parent: parent.key }));
  const wrong = childrenOf(nodes, node.nodeId).find((child) => !canHold(node.kind, child.kind));
  if (wrong) invalid('input.kind', say('error.couldNotStand', { childKind: wrong.kind, child: wrong.key, kind: node.kind }));
  const places = childrenOf(nodes, node.parentId).filter((it) => it.nodeId !== node.nodeId).length + 1;
  if (position !== null && (position < 1 || position > places)) invalid('input.position', say('error.places', { places, position }));
  return withNode(nodes, node, position === null ? null : position - 1);
}

/** Place from 1 among its siblings. */
function siblingPosition(tree: readonly Placed[], { nodeId, parentId }: Placed): number {
  return childrenOf(tree, parentId).findIndex((it) => it.nodeId === nodeId) + 1;
}

/** A node by the names that the history of its strategy tells. */
function factsOf({ label, ...content }: NodeContent, tree: readonly Placed[], node: Placed): Record<string, unknown> {
  const { threats, elements, provisions } = content;
  const tags = { threats: threats.toSorted(), elements: elements.toSorted(), provisions: provisions.toSorted() };
  const parent = tree.find((it) => it.nodeId === node.parentId)?.key ?? null;
  const position = siblingPosition(tree, node);
  return { ...content, ...tags, label: label.texts, originalLanguage: label.originalLanguage, parent, position };
}

/** Counts an edit of a node and leaves its trail. */
async function finish(
  context: Context,
  viewer: SignedIn,
  action: string,
  strategy: LockedStrategy,
  nodeKey: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Promise<void> {
  await nextVersion(context.db, strategy.strategyId, viewer.subject);
  const change = Object.fromEntries(Object.entries(changeOf(before, after)).map(([field, it]) => [`${nodeKey}.${field}`, it]));
  await recordEdit(context, viewer, action, strategy, change);
}

/** The node as it is after a change. */
function nodeAgain(context: Context, key: string): Promise<StrategyNode> {
  context.memo.clear();
  return getNode(context, key, 'input.key');
}
