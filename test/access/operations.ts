// Random operations over the whole schema: every field may be asked for, with arguments that name what is visible, hidden or not there.
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Random } from '../../scripts/bench/random.ts';
import { encodeGlobalId } from '../../src/graphql/global-id.ts';
import { elements, organizations, provisions, states, threats, words } from './cast.ts';
import type { World } from './world.ts';

/** Keys that arguments are drawn from. */
export type Names = {
  strategies: string[];
  nodes: string[];
  assessments: string[];
  links: string[];
  statements: string[];
  words: string[];
  needs: string[];
  activities: string[];
  sessions: string[];
};

export function namesOf(...worlds: readonly World[]): Names {
  const all = <T>(of: (world: World) => T[]) => [...new Set(worlds.flatMap(of))];
  const keyOf = (world: World, id: number | null, strategy: number) =>
    world.nodes.find((node) => node.id === id)?.key ?? world.strategies.find((it) => it.id === strategy)?.key ?? '';
  return {
    strategies: [...all((world) => world.strategies.map((it) => it.key)), 'xaa-nothing'],
    nodes: [...all((world) => world.nodes.map((it) => it.key)), 'xaa-nothing.n1'],
    assessments: [...all((world) => world.assessments.map((it) => it.key)), 'xaa-nothing'],
    links: all((world) => world.links.map((it) => `${keyOf(world, it.node, it.strategy)}>${keyOf(world, it.objective, 0)}`)),
    statements: all((world) => world.statements.map((it) => it.key)),
    words: all((world) => world.words.map((it) => it.key)),
    // Prompts are of the element matrix, and so is whether there are any.
    needs: [...all((world) => world.needs.map((it) => it.key)), 'xaa-need-nothing', 'xaa-prompt-e01', 'xab-prompt-e02'],
    activities: [...all((world) => world.activities.map((it) => it.key)), 'ta-nothing'],
    sessions: [...all((world) => world.sessions.map((it) => it.key)), 'wg-nothing'],
  };
}

function idOf(random: Random, names: Names): string {
  const [typename, keys] = random.pick<[string, readonly string[]]>([
    ['Strategy', names.strategies],
    ['StrategyNode', names.nodes],
    ['Link', names.links],
    ['Assessment', names.assessments],
    ['Contest', names.statements],
    ['RecordStatement', names.words],
    ['AssistanceNeed', names.needs],
    ['AssistanceActivity', names.activities],
    ['WorkingGroupSession', names.sessions],
    ['MemberState', states],
    ['Organization', organizations],
    ['Concept', threats.map((key) => `THREAT/${key}`)],
  ]);
  return encodeGlobalId(typename, keys.length === 0 ? 'nothing' : random.pick(keys));
}

/** A text for an argument of this name, where the name says what it is. */
function textFor(name: string, path: string, random: Random, names: Names): string {
  switch (name) {
    case 'id':
    case 'ids':
      return idOf(random, names);
    case 'after':
      if (path === 'assistanceNeeds') return encodeGlobalId('AssistanceNeed', random.pick(names.needs));
      if (path === 'assistanceActivities' || path === 'stagedActivities') return encodeGlobalId('AssistanceActivity', random.pick(names.activities));
      return random.chance(0.5) ? encodeGlobalId('Strategy', random.pick(names.strategies)) : idOf(random, names);
    case 'state':
    case 'states':
      return random.pick(states);
    case 'organization':
    case 'organizations':
      return random.pick(organizations);
    case 'objective':
      return random.pick(names.nodes);
    case 'strategy':
    case 'strategies':
      return random.pick(names.strategies);
    case 'element':
      return random.pick(elements);
    case 'threat':
      return random.pick(threats);
    case 'provision':
      return random.pick(provisions);
    case 'series':
      return random.pick(names.assessments);
    case 'provider':
      return random.pick(['body', 'Body Two']);
    case 'text':
      return random.pick(words);
    case 'key':
      if (path.startsWith('strategyNode')) return random.pick(names.nodes);
      if (path.startsWith('strategy')) return random.pick(names.strategies);
      if (path.startsWith('organization')) return random.pick(organizations);
      if (path.startsWith('memberState')) return random.pick(states);
      if (path === 'session') return random.pick(names.sessions);
      return random.pick([...names.assessments, ...names.strategies]);
    default:
      return random.pick(words);
  }
}

function literal(type: GraphQLInputType, name: string, path: string, random: Random, names: Names): string {
  if (isNonNullType(type)) return literal(type.ofType, name, path, random, names);
  if (isListType(type)) {
    const count = name === 'states' ? random.whole(2, 4) : random.whole(1, 2);
    const items = Array.from({ length: count }, () => literal(type.ofType, name, path, random, names));
    return `[${[...new Set(items)].join(', ')}]`;
  }
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || random.chance(0.25));
    return `{ ${fields.map((field) => `${field.name}: ${literal(field.type, field.name, path, random, names)}`).join(', ')} }`;
  }
  const named = getNamedType(type).name;
  if (named === 'Int') return String(random.whole(1, 30));
  if (named === 'Float') return String(random.next());
  if (named === 'Boolean') return String(random.chance(0.5));
  if (named === 'Date') return JSON.stringify(random.pick(['2014-06-30', '2020-01-01', '2026-06-01']));
  if (named === 'PartialDate') return JSON.stringify(random.pick(['2014', '2020-01', '2026-06-01']));
  return JSON.stringify(textFor(name, path, random, names));
}

function argumentsFor(args: readonly GraphQLArgument[], path: string, random: Random, names: Names): string {
  const given = args.filter((it) => (isNonNullType(it.type) && it.defaultValue === undefined) || random.chance(it.name === 'after' ? 0.1 : 0.4));
  // A matrix takes either an organization or states.
  const chosen = given.some((it) => it.name === 'organization') ? given.filter((it) => it.name !== 'states') : given;
  const list = chosen.map((it) => `${it.name}: ${literal(it.type, it.name, path, random, names)}`);
  const hasRows = args.some((it) => it.name === 'states' && !isNonNullType(it.type)) && args.some((it) => it.name === 'organization');
  if (hasRows && !chosen.some((it) => it.name === 'organization' || it.name === 'states')) list.push(`organization: "${random.pick(organizations)}"`);
  return list.length === 0 ? '' : `(${list.join(', ')})`;
}

function selection(schema: GraphQLSchema, type: GraphQLNamedType, depth: number, random: Random, names: Names): string {
  if (isUnionType(type) || (isInterfaceType(type) && type.name === 'Node')) {
    const parts = schema.getPossibleTypes(type).map((it) => `... on ${it.name} { ${selection(schema, it, depth, random, names)} }`);
    return `__typename ${random.some(parts, 4).join(' ')}`;
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const asked = (field: GraphQLField<unknown, unknown>) =>
    `f${random.whole(1, 1_000_000_000)}: ${field.name}${argumentsFor(field.args, field.name, random, names)}`;
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    const isLeaf = !('getFields' in inner) && !isUnionType(inner);
    // An alias where there are arguments: two parts of a union may give fields of one name different ones.
    if (isLeaf) return random.chance(0.6) ? [asked(field)] : [];
    const isPage = field.name === 'edges' || field.name === 'node' || field.name === 'pageInfo';
    if (depth <= 0 || !random.chance(isPage ? 0.95 : 0.3)) return [];
    const below = selection(schema, inner, isPage ? depth : depth - 1, random, names);
    return [`${asked(field)} { ${below} }`];
  });
  return ['__typename', ...fields].join(' ');
}

/** One query over a random root field. */
export function randomQuery(schema: GraphQLSchema, random: Random, names: Names): string {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const field = random.pick(roots);
  const inner = getNamedType(field.type);
  const below = 'getFields' in inner || isUnionType(inner) ? ` { ${selection(schema, inner, 3, random, names)} }` : '';
  return `{ ${field.name}${argumentsFor(field.args, field.name, random, names)}${below} }`;
}
