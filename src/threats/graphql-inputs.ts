// Inputs that several mutations share.
import { builder } from '../graphql/builder.ts';

export const SourceInput = builder.inputType('SourceInput', {
  description: 'A published text that a statement of the record rests on.',
  fields: (t) => ({
    title: t.string({ required: true, description: 'What it is called.' }),
    ref: t.string({ required: false, description: 'Address or symbol.' }),
  }),
});
