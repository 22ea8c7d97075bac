// Words that no language was chosen for yet: a message of the catalogue with what fills it. What an error says travels so to where its reader is known.
import type { en, MessageKey } from './catalogue/en.ts';
import type { Language } from './languages.ts';
import { message } from './messages.ts';

/** A value may be words itself, which are put into the same language. */
export type WordValue = number | string | Words;

/** A message of the catalogue and its values. */
export type Words = { readonly key: MessageKey; readonly values: Readonly<Record<string, WordValue>> };

type NameIn<Inner extends string> = Inner extends `${infer Name},${string}` ? Name : Inner;
/** What stands in the braces of a form of number is no name: it has a blank. */
type OnlyName<Name extends string> = Name extends `${string} ${string}` | '' ? never : Name;
type NamesIn<Text extends string> = Text extends `${string}{${infer Inner}}${infer Rest}` ? OnlyName<NameIn<Inner>> | NamesIn<Rest> : never;

/** The values that the English text of a message has places for. */
type ValuesOf<Text extends string> = string extends Text ? Record<string, WordValue> : Record<NamesIn<Text>, WordValue>;

type Given<Text extends string> = keyof ValuesOf<Text> extends never ? [] : [values: ValuesOf<Text>];

/** Words of the catalogue, with a value for each of its places. */
export function say<Key extends MessageKey>(key: Key, ...[values]: Given<(typeof en)[Key]>): Words {
  return { key, values: values ?? {} };
}

/** Words of something at a place in the input: an argument, or a path with dots. */
export const at = (field: WordValue, problem: Words): Words => say('error.at', { field, problem });

/** Words that are no message of the catalogue: those of commands and of imported files, which are English, and those that were put into a language before. */
export const plain = (text: string): Words => say('error.plain', { text });

export function inWords(language: Language, { key, values }: Words): string {
  const filled = Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? inWords(language, value) : value] as const);
  return message(language, key, Object.fromEntries(filled));
}
