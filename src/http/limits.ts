// What one request may ask: limits on the text and the shape of an operation, checked before anything is executed.
// Why not graphql-armor: it has no limit on root fields and repeated keys, answers 200 without data, and visits fragments again at every spread.
import { type DocumentNode, type FragmentDefinitionNode, Kind, Lexer, type SelectionSetNode, Source, TokenKind } from 'graphql';
import { AppError } from '../core/errors.ts';
import { say } from '../i18n/words.ts';

/** Limits of one operation. Each may be set by the environment variable named in http/env.ts. */
export type Limits = {
  tokens: number;
  depth: number;
  aliases: number;
  rootFields: number;
  /** Objects; see graphql/cost.ts. */
  cost: number;
  bodyBytes: number;
  operationMs: number;
};

/** **Source** security plan 3b: wide for what people and their tools write by hand, narrow for what only an attack writes. */
export const defaultLimits: Limits = {
  tokens: 1_000,
  depth: 12,
  aliases: 30,
  rootFields: 20,
  cost: 5_000,
  bodyBytes: 1_000_000,
  operationMs: 10_000,
};

const bracketsMax = 60;
const directivesMax = 20;
const repeatedKeysMax = 100;

type Limited = 'tokens' | 'brackets' | 'depth' | 'rootFields' | 'aliases' | 'directives' | 'repeated';

function refuse(what: Limited, value: number, max: number): never {
  throw new AppError('LIMIT', say('error.limit', { what: say(`error.limit.${what}`), value, max, mend: say(`error.limit.${what}Mend`) }));
}

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Reads the text word by word before the parser does, which would overflow on deep brackets. Throws LIMIT, or a syntax error of GraphQL. */
export function checkText(query: string, limits: Limits): void {
  const lexer = new Lexer(new Source(query));
  let [tokens, brackets] = [0, 0];
  for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
    tokens += 1;
    if (tokens > limits.tokens) refuse('tokens', tokens, limits.tokens);
    if (opening.has(kind)) brackets += 1;
    if (closing.has(kind)) brackets -= 1;
    if (brackets > bracketsMax) refuse('brackets', brackets, bracketsMax);
  }
}

/** What a selection comes to with its fragments put in place. `keys`: response keys of the set itself, and how often each is asked for. */
type Measure = { depth: number; aliases: number; directives: number; repeated: number; keys: Map<string, number> };

const nothing = (): Measure => ({ depth: 0, aliases: 0, directives: 0, repeated: 0, keys: new Map() });

function repeatedIn(keys: ReadonlyMap<string, number>): number {
  let repeated = 0;
  for (const count of keys.values()) repeated += count - 1;
  return repeated;
}

/** Adds what stands below: on the same level for a fragment, one level down for a field. */
function include(sum: Measure, part: Measure, depth: number): void {
  sum.depth = Math.max(sum.depth, depth);
  sum.aliases += part.aliases;
  sum.directives += part.directives;
  sum.repeated += part.repeated;
}

function includeLevel(sum: Measure, part: Measure): void {
  include(sum, part, part.depth);
  for (const [key, count] of part.keys) sum.keys.set(key, (sum.keys.get(key) ?? 0) + count);
}

/** A function that measures selections. Each fragment is measured once, so the work grows with the text and not with what it unfolds to. */
function measurer(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  const measured = new Map<string, Measure>();

  function measureFragment(name: string): Measure {
    const known = measured.get(name);
    const fragment = fragments.get(name);
    if (known || !fragment) return known ?? nothing();
    measured.set(name, nothing()); // Met again while being measured: a cycle, which validation refuses by name.
    const result = measure(fragment.selectionSet);
    measured.set(name, result);
    return result;
  }

  function measure(selectionSet: SelectionSetNode): Measure {
    const sum = nothing();
    for (const selection of selectionSet.selections) {
      sum.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FRAGMENT_SPREAD) includeLevel(sum, measureFragment(selection.name.value));
      else if (selection.kind === Kind.INLINE_FRAGMENT) includeLevel(sum, measure(selection.selectionSet));
      else {
        const name = selection.name.value;
        const key = selection.alias?.value ?? name;
        sum.keys.set(key, (sum.keys.get(key) ?? 0) + 1);
        sum.aliases += selection.alias ? 1 : 0;
        const below = selection.selectionSet ? measure(selection.selectionSet) : nothing();
        const isIntrospection = name === '__schema' || name === '__type';
        include(sum, below, isIntrospection ? 1 : 1 + below.depth);
        sum.repeated += repeatedIn(below.keys);
      }
    }
    return sum;
  }

  return measure;
}

/** Checks the shape of every operation of a document, valid or not. Throws LIMIT. Introspection is exempt from depth alone. */
export function checkShape(document: DocumentNode, limits: Limits): void {
  const fragments = new Map(document.definitions.filter((it) => it.kind === Kind.FRAGMENT_DEFINITION).map((it) => [it.name.value, it]));
  const measure = measurer(fragments);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const { depth, aliases, directives, repeated, keys } = measure(definition.selectionSet);
    const rootFields = [...keys.values()].reduce((sum, count) => sum + count, 0);
    const directivesInAll = directives + (definition.directives?.length ?? 0);
    const repeatedInAll = repeated + repeatedIn(keys);
    if (depth > limits.depth) refuse('depth', depth, limits.depth);
    if (rootFields > limits.rootFields) refuse('rootFields', rootFields, limits.rootFields);
    if (aliases > limits.aliases) refuse('aliases', aliases, limits.aliases);
    if (directivesInAll > directivesMax) refuse('directives', directivesInAll, directivesMax);
    if (repeatedInAll > repeatedKeysMax) refuse('repeated', repeatedInAll, repeatedKeysMax);
  }
}
