// Comparing states: how alike their plans are, what they share, and whom one could ask.
import { isAbove, rounded, roundedOrNull } from './figures.ts';
import { method } from './method.ts';

/** A concept and one value per state, in the order of the states, 0 to 1: depth / 3 of an element, planned of a threat. Null without a record. */
export type ComparedConcept = { key: string; values: (number | null)[] };

/** An element that a state goes no further than mentioning, and how many of the others go furthest there. `stateKeys`: those of them that agreed to be asked. */
export type PeerPractice = {
  stateKey: string;
  elementKey: string;
  level: 'ACCOUNTABLE' | 'ACTIONED';
  count: number;
  compared: number;
  stateKeys: string[];
};

/** `similarities`: [row][column] over the states, symmetric, 0 to 1; null where one has no record. */
export type StateComparison = {
  rows: string[];
  similarities: (number | null)[][];
  elements: ComparedConcept[];
  threats: ComparedConcept[];
  /** Keys of what all the states with a record have, and of what only some have. */
  sharedByAll: { elements: string[]; threats: string[] };
  sharedBySome: { elements: string[]; threats: string[] };
  peers: PeerPractice[];
};

/** `depths`: of elementMatrix over the core elements; `planned`: of plannedFigures over all threats. */
export type ComparisonInput = {
  stateKeys: readonly string[];
  elementKeys: readonly string[];
  depths: readonly (readonly (number | null)[])[];
  threatKeys: readonly string[];
  planned: readonly (readonly (number | null)[])[];
  /** States that agreed to be asked. */
  agreedStateKeys: ReadonlySet<string>;
};

/** Similarity by weighted Jaccard: what both lack does not make two states alike. **Source**: method 8. */
export function stateComparison(input: ComparisonInput): StateComparison {
  const { stateKeys, depths, planned } = input;
  const deepest = method.depthAccountable.value;
  const scaled = depths.map((row) => row.map((depth) => (depth === null ? null : depth / deepest)));
  const profiles = stateKeys.map((_key, row) => profileOf([...(scaled[row] ?? []), ...(planned[row] ?? [])]));
  const elements = comparedConcepts(input.elementKeys, scaled);
  const threats = comparedConcepts(input.threatKeys, planned);
  return {
    rows: [...stateKeys],
    similarities: profiles.map((a) => profiles.map((b) => (a && b ? rounded(similarity(a, b)) : null))),
    elements,
    threats,
    sharedByAll: { elements: keysWhere(elements, isHadByAll), threats: keysWhere(threats, isHadByAll) },
    sharedBySome: { elements: keysWhere(elements, isHadBySome), threats: keysWhere(threats, isHadBySome) },
    peers: stateKeys.flatMap((_key, row) => peersOf(input, row)),
  };
}

/** Null: no record. */
function profileOf(figures: readonly (number | null)[]): number[] | null {
  const known = figures.filter((figure) => figure !== null);
  return known.length === figures.length ? known : null;
}

/** Sum of the smaller figures / sum of the larger; 1 when all are zero. **Source**: method 8. */
function similarity(a: readonly number[], b: readonly number[]): number {
  const smaller = a.reduce((sum, figure, i) => sum + Math.min(figure, b[i] ?? 0), 0);
  const larger = a.reduce((sum, figure, i) => sum + Math.max(figure, b[i] ?? 0), 0);
  return larger === 0 ? 1 : smaller / larger;
}

function comparedConcepts(keys: readonly string[], figures: readonly (readonly (number | null)[])[]): ComparedConcept[] {
  return keys.map((key, column) => ({ key, values: figures.map((row) => roundedOrNull(row[column] ?? null)) }));
}

const keysWhere = (concepts: readonly ComparedConcept[], holds: (values: number[]) => boolean) =>
  concepts.filter(({ values }) => holds(values.filter((value) => value !== null))).map(({ key }) => key);
const isHadByAll = (values: number[]) => values.length > 0 && values.every((value) => isAbove(value, 0));
const isHadBySome = (values: number[]) => values.some((value) => isAbove(value, 0)) && !isHadByAll(values);

/** For each element of depth <= 1 of one state, the others that are ACCOUNTABLE there, else ACTIONED. **Source**: method 8. */
function peersOf({ stateKeys, elementKeys, depths, agreedStateKeys }: ComparisonInput, row: number): PeerPractice[] {
  return elementKeys.flatMap((elementKey, column) => {
    const depth = depths[row]?.[column] ?? null;
    if (depth === null || depth > method.peerDepthMax.value) return [];
    const at = (level: number) => stateKeys.filter((_key, other) => other !== row && depths[other]?.[column] === level);
    const accountable = at(method.depthAccountable.value);
    const peers = accountable.length > 0 ? accountable : at(method.depthActioned.value);
    if (peers.length === 0) return [];
    const level = accountable.length > 0 ? 'ACCOUNTABLE' : 'ACTIONED';
    return {
      stateKey: stateKeys[row] ?? '',
      elementKey,
      level,
      count: peers.length,
      compared: stateKeys.length,
      stateKeys: peers.filter((key) => agreedStateKeys.has(key)),
    };
  });
}
