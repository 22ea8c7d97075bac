// Prompts: what a state's own plans say little of, shown to that state alone until it makes a request of it. Pure.
import type { Need } from './model.ts';

/** An element by its key and its place among the elements, from 1. */
export type ElementPlace = { key: string; position: number };

/** The prompts of one state: elements of depth 0 or 1 in its plans; none where the state has no record, or a need on the element already. **Source**: method 9 "DERIVED". */
export function promptsOf(
  stateKey: string,
  elements: readonly ElementPlace[],
  depths: readonly (number | null)[],
  needed: ReadonlySet<string>,
): Need[] {
  return elements.flatMap((element, index) => {
    const depth = depths[index] ?? null;
    if (depth === null || depth > 1 || needed.has(element.key)) return [];
    return {
      key: promptKey(stateKey, element),
      stateKey,
      elementKey: element.key,
      threatKey: null,
      provisionKey: null,
      objectiveKey: null,
      origin: 'DERIVED',
      urgency: null,
      reason: null,
      consent: 'PRIVATE',
      confirmedOn: null,
      dueOn: null,
      recorderOrganizationKey: null,
      version: 1,
      steps: [],
      matches: [],
    };
  });
}

/** Such as jam-prompt-e08: the eighth element. */
const promptKey = (stateKey: string, { position }: ElementPlace) => `${stateKey.toLowerCase()}-prompt-e${String(position).padStart(2, '0')}`;

/** Is it the key of a prompt of this state? Whether there is one is for the state's record to say. */
export const isPromptKeyOf = (stateKey: string, key: string): boolean => key.startsWith(`${stateKey.toLowerCase()}-prompt-e`);
