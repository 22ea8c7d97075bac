// The note by which something came, in the inputs of mutations.
import type { builder } from '../graphql/builder.ts';

type InputField = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** The fields `reference` and `referenceDate` of an input. */
export function referenceFields(t: InputField) {
  return {
    reference: t.string({ required: false, description: 'The note by which it came, where there is one, such as its number.' }),
    referenceDate: t.field({ type: 'PartialDate', required: false, description: 'Date of that note.' }),
  };
}
