// Checks of strategies and of links against everything known. Pure.
import { type CheckContext, checkConcept, checkOrganization, checkSharedWith, checkState } from './check-context.ts';
import { findCycles } from './cycles.ts';
import { type KnownStrategy, strategyOf } from './known.ts';
import type { Item } from './model.ts';
import type { PackValue } from './pack.ts';
import { quote } from './problems.ts';
import { eachOf, type Steps } from './steps.ts';

type Strategy = Item<PackValue<'strategy'>>;

export function* checkStrategies(strategies: readonly Strategy[], context: CheckContext): Steps<void> {
  yield* eachOf(strategies, 1, (strategy) => checkStrategy(strategy, context));
  const { known, recorded, heldNodes, report } = context;
  for (const cycle of findCycles(
    strategies.map(({ value }) => value.id),
    (key) => known.strategies.get(key)?.supersededBy ?? [],
  )) {
    const strategy = strategies.find(({ value }) => cycle.includes(value.id));
    if (strategy) report(strategy, `superseded_by turns in a circle: ${cycle.join(' -> ')}. Correct one of them.`, ['superseded_by']);
  }
  const given = new Map(strategies.map((strategy) => [strategy.value.id, strategy]));
  const nodes = new Set(strategies.flatMap(({ value }) => value.nodes.map((node) => node.id)));
  for (const [node, key] of recorded.nodes) {
    const strategy = given.get(key);
    if (strategy && !nodes.has(node) && heldNodes.has(node)) {
      report(
        strategy,
        `the node ${quote(node)} is missing here, and links, statements or reports of it are recorded. Keep it, or remove those first.`,
        ['structure'],
      );
    }
  }
}

function checkStrategy(item: Strategy, context: CheckContext): void {
  const { value } = item;
  const { known, recorded, report, warn } = context;
  if (value.owner.state !== null) checkState(item, value.owner.state, context, ['owner', 'state']);
  if (value.owner.organization !== null) checkOrganization(item, value.owner.organization, context, ['owner', 'organization']);
  const before = recorded.strategies.get(value.id);
  if (before && (before.state !== value.owner.state || before.organization !== value.owner.organization)) {
    report(item, `the id ${quote(value.id)} is that of a strategy of ${before.state ?? before.organization}. Choose another.`, ['id']);
  }
  value.themes.forEach((threat, index) => checkConcept(item, 'THREAT', threat, context, ['themes', index]));
  checkSharedWith(item, value.shared_with, context);
  value.superseded_by.forEach((key, index) => {
    if (context.isUnknown(key, known.strategies))
      warn(item, `superseded_by names ${quote(key)}, which is not recorded yet. It is kept and counts when it arrives.`, ['superseded_by', index]);
  });
  const relations = new Set<string>();
  value.links_up.forEach(({ target, relation }, index) => {
    const isAgain = relations.has(`${relation} ${target}`);
    relations.add(`${relation} ${target}`);
    if (isAgain) report(item, `links_up says twice that this ${relation} ${target}. Keep one.`, ['links_up', index, 'target']);
    if (context.isUnknown(target, known.strategies))
      warn(item, `links_up names ${quote(target)}, which is not recorded yet. It is kept and counts when it arrives.`, ['links_up', index, 'target']);
  });
  for (const node of value.nodes) {
    node.threats.forEach((key, index) => checkConcept(item, 'THREAT', key, context, [...node.path, 'tags', 'threats', index]));
    node.elements.forEach((key, index) => checkConcept(item, 'ELEMENT', key, context, [...node.path, 'tags', 'elements', index]));
    node.provisions.forEach((key, index) => checkConcept(item, 'PROVISION', key, context, [...node.path, 'tags', 'provisions', index]));
  }
}

/** A link goes from a plan of a state, or a node of it, to a node of a strategy of an organization. */
export function checkLink(item: Item<PackValue<'link'>>, context: CheckContext): void {
  const { national, regional } = item.value;
  checkEnd(
    item,
    'national',
    national,
    context,
    (strategy) => strategy.state !== null,
    'belongs to an organization. Name a plan of a state or a node of it.',
  );
  checkEnd(
    item,
    'regional',
    regional,
    context,
    (strategy) => strategy.organization !== null,
    'belongs to a state. Name a node of a strategy of an organization.',
  );
  if (!regional.includes('.'))
    context.report(item, `regional: ${quote(regional)} is no node. Name an objective of the strategy, such as ${regional}.p1.o1.`);
}

function checkEnd(
  item: Item<unknown>,
  column: string,
  id: string,
  context: CheckContext,
  isRight: (strategy: KnownStrategy) => boolean,
  wrong: string,
): void {
  const { known, isUnknown, report } = context;
  const strategy = known.strategies.get(strategyOf(id));
  if (!isUnknown(strategyOf(id), new Set())) return;
  if (!strategy || (id.includes('.') && !known.nodes.has(id))) report(item, `${column}: ${unknownEnd(id, context)}`, [], 'NOT_FOUND');
  else if (!isRight(strategy)) report(item, `${column}: ${quote(id)} ${wrong}`);
}

function unknownEnd(id: string, { known, suggest }: CheckContext): string {
  const strategy = strategyOf(id);
  if (!known.strategies.has(strategy))
    return `unknown strategy ${quote(strategy)}.${suggest(strategy, () => known.strategies.keys(), 'Import it first, or in the same pack.')}`;
  const nodes = () => [...known.nodes].flatMap(([node, its]) => (its === strategy ? [node] : []));
  return `unknown node ${quote(id)}.${suggest(id, nodes, `Look at the ids of ${strategy}.`)}`;
}
