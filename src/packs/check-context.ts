// What every check of a pack is given, and the checks of names that most kinds share. Pure.
import type { Known } from './known.ts';
import type { Item, Path, ProblemCode } from './model.ts';
import { quote } from './problems.ts';

/** What a check needs beside the item: everything known, and where to tell what is wrong. */
export type CheckContext = {
  known: Known;
  recorded: Known;
  /** Nodes that links, statements or reports hang on. */
  heldNodes: ReadonlySet<string>;
  report: (item: Item<unknown>, message: string, path?: Path, code?: ProblemCode) => void;
  warn: (item: Item<unknown>, message: string, path?: Path) => void;
  /** Words that help with an unknown name; none any more after very many. */
  suggest: (name: string, known: () => Iterable<string>, otherwise?: string) => string;
  isState: (code: string) => boolean;
  /** Is a name neither among these nor in a file with problems of its own? */
  isUnknown: (name: string, names: { has: (name: string) => boolean }) => boolean;
};

export function checkState(item: Item<unknown>, code: string, { known, isState, isUnknown, report, suggest }: CheckContext, path: Path = []): void {
  if (!isState(code) && isUnknown(code, known.states))
    report(item, `unknown state ${quote(code)}.${suggest(code, () => known.states, 'Use the three letters of ISO 3166-1.')}`, path);
}

export function checkConcept(
  item: Item<unknown>,
  scheme: 'THREAT' | 'ELEMENT' | 'PROVISION',
  key: string,
  { known, isUnknown, report, suggest }: CheckContext,
  path: Path = [],
): void {
  const concepts = known.concepts[scheme];
  if (isUnknown(key, concepts)) report(item, `unknown ${scheme.toLowerCase()} ${quote(key)}.${suggest(key, () => concepts.keys())}`, path);
}

export function checkOrganization(item: Item<unknown>, key: string, { known, isUnknown, report, suggest }: CheckContext, path: Path = []): void {
  if (isUnknown(key, known.organizations)) report(item, `unknown organization ${quote(key)}.${suggest(key, () => known.organizations)}`, path);
}

/** Those whom a strategy or an assessment is shared with. */
export function checkSharedWith(item: Item<unknown>, keys: readonly string[], context: CheckContext): void {
  const { known, isState, isUnknown, report, suggest } = context;
  keys.forEach((key, index) => {
    if (isState(key) || !isUnknown(key, known.organizations)) return;
    const help = suggest(key, () => [...known.states, ...known.organizations], 'Use codes of states or ids of organizations.');
    report(item, `unknown state or organization ${quote(key)}.${help}`, ['shared_with', index]);
  });
}
