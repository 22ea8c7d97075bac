// What an operation costs: one for every object it may answer with. Scalars, pages and edges are free.
// A field may say in its extensions `listSize` (a number, or a function of its arguments: how many objects its list holds) and `cost` (what it costs itself).
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import { AppError } from '../core/errors.ts';
import { say } from '../i18n/words.ts';
import type { CostMeter } from './context.ts';

/** Objects assumed in a list whose field does not say more. **Source** own choice: most lists of the schema are shorter. */
const listSizeAssumed = 10;
const pageSizeMax = 100;

export type Cost = { requested: number; max: number };

/** A meter for one operation, and its reading. `add` throws LIMIT beyond `max`. */
export function createMeter(max: number): CostMeter & { cost(): Cost } {
  let requested = 0;
  return {
    cost: () => ({ requested, max }),
    add(objects) {
      requested = Math.min(requested + objects, Number.MAX_SAFE_INTEGER);
      if (requested <= max) return;
      throw new AppError('LIMIT', say('error.cost', { requested, max }));
    },
  };
}

type Arguments = Record<string, unknown>;

function argumentsOf(field: GraphQLField<unknown, unknown>, node: Parameters<typeof getArgumentValues>[1], variables: Arguments): Arguments {
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    return {}; // A null where none may be: executing refuses the field by name.
  }
}

function listSizeOf(field: GraphQLField<unknown, unknown>, given: Arguments): number {
  const { listSize } = field.extensions as { listSize?: number | ((given: Arguments) => number) };
  if (typeof listSize === 'function') return listSize(given);
  return listSize ?? listSizeAssumed;
}

/** How often what is below a metered field counts: once, or as often as its `listSize` says where it has one. */
function meteredLength(field: GraphQLField<unknown, unknown>, given: Arguments): number {
  return 'listSize' in field.extensions ? listSizeOf(field, given) : 1;
}

/** How many of the type a page holds at most; outside 1 to 100 the field itself refuses, so no more is counted. */
function pageSizeOf(given: Arguments): number {
  return typeof given.first === 'number' ? Math.min(Math.max(given.first, 0), pageSizeMax) : pageSizeMax;
}

/**
 * Cost of a valid operation with coerced variables, as far as it is known before executing: a page counts as full, a list by its `listSize`.
 * A field with `extensions.cost` costs that; the objects right below it are what its resolver adds to the meter, so only what is below them counts here,
 * as often as the field's `listSize` says.
 * Each fragment is counted once, so the work grows with the text and not with what it unfolds to.
 */
export function staticCost(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Arguments): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const counted = new Map<string, number>();

  function fragmentCost(name: string, isMetered: boolean, pageSize: number | null): number {
    const id = `${name} ${isMetered} ${pageSize}`;
    const fragment = fragments.get(name);
    if (!counted.has(id) && fragment)
      counted.set(id, selectionCost(fragment.selectionSet, typeFromAST(schema, fragment.typeCondition), isMetered, pageSize));
    return counted.get(id) ?? 0;
  }

  /** `isMetered`: the parent's objects are added by its resolver. `pageSize`: the parent is a connection of so many. */
  function selectionCost(selectionSet: SelectionSetNode, parent: unknown, isMetered: boolean, pageSize: number | null): number {
    let sum = 0;
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) sum += fragmentCost(selection.name.value, isMetered, pageSize);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition ? typeFromAST(schema, selection.typeCondition) : parent;
        sum += selectionCost(selection.selectionSet, type, isMetered, pageSize);
      } else if (isObjectType(parent) || isInterfaceType(parent)) {
        const field = parent.getFields()[selection.name.value];
        const type = field && getNamedType(field.type);
        if (!field || !isCompositeType(type) || !selection.selectionSet) continue;
        sum += fieldCost(field, type, argumentsOf(field, selection, variables), selection.selectionSet, isMetered, pageSize);
      }
    }
    return sum;
  }

  function fieldCost(
    field: GraphQLField<unknown, unknown>,
    type: GraphQLCompositeType,
    given: Arguments,
    below: SelectionSetNode,
    isMetered: boolean,
    pageSize: number | null,
  ): number {
    const { cost } = field.extensions as { cost?: number };
    if (cost !== undefined) return cost + meteredLength(field, given) * selectionCost(below, type, true, null);
    if (type.name.endsWith('Connection')) return 1 + selectionCost(below, type, false, pageSizeOf(given));
    if (pageSize !== null && type.name === 'PageInfo') return 0;
    if (pageSize !== null && field.name === 'edges') return pageSize * selectionCost(below, type, false, null);
    const each = (isMetered ? 0 : 1) + selectionCost(below, type, false, null);
    return isListType(getNullableType(field.type)) ? listSizeOf(field, given) * each : each;
  }

  const root = schema.getRootType(operation.operation);
  return selectionCost(operation.selectionSet, root, false, null);
}
