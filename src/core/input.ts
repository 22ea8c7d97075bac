// Reads the input of mutations: what was given is checked and put into its one form, and what is wrong is named by its path. Pure.

import { at, say, type Words } from '../i18n/words.ts';
import { AppError } from './errors.ts';
import { idLengthMax, idPattern, readText, textLengthMax } from './texts.ts';

/** Refuses a value; `field` is its path from the input on, such as input.title.EN. */
export function invalid(field: string, problem: Words): never {
  throw new AppError('INVALID', at(field, problem), { field });
}

/** A text as it is kept. Throws INVALID. */
export function textInput(written: string, field: string, lengthMax = textLengthMax): string {
  const read = readText(written, lengthMax);
  return 'value' in read ? read.value : invalid(field, read.problem);
}

/** A key such as that of a strategy. Throws INVALID. */
export function keyInput(written: string, field: string): string {
  if (written.length <= idLengthMax && idPattern.test(written)) return written;
  return invalid(field, say('error.noKey', { max: idLengthMax }));
}

/** The items of a list, each read, each once. */
export function distinctInput(written: readonly string[], field: string, read: (item: string, field: string) => string): string[] {
  return [...new Set(written.map((item, index) => read(item, `${field}.${index}`)))];
}

/** How one field is read. `empty`: what it becomes where null is given; none: it cannot be emptied. */
export type FieldReader<In, Out> = { read: (written: In, field: string) => Out; empty?: Out };

/** Readers of the fields of an input, by the names that they have there and in what is read. */
export type FieldReaders<In, Out> = { readonly [Name in keyof Out & keyof In]: FieldReader<NonNullable<In[Name]>, Out[Name]> };

/** The fields that were given, read; those that were not stay out. Throws INVALID, naming the field. */
export function readFields<In extends object, Out extends object>(input: In, readers: FieldReaders<In, Out>, path = 'input'): Partial<Out> {
  const given: Partial<Out> = {};
  for (const name of Object.keys(readers) as (keyof Out & keyof In & string)[]) {
    const written = input[name];
    if (written === undefined) continue;
    const { read, ...emptied } = readers[name];
    const field = `${path}.${name}`;
    if (written !== null) given[name] = read(written, field);
    else if ('empty' in emptied) given[name] = emptied.empty;
    else invalid(field, say('error.notEmptied'));
  }
  return given;
}
