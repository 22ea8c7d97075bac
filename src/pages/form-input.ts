// From the fields of a form to the input of a mutation, by its input type. Pure.
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';

type Input = { [name: string]: unknown };

/** Lists of keys. */
const keyLists: ReadonlySet<string> = new Set([
  'elements',
  'needs',
  'organizations',
  'provisions',
  'regions',
  'sharedWith',
  'states',
  'summariesTo',
  'supersededBy',
  'themes',
  'threats',
]);

/**
 * Fields are named as those of the type, with dots for what is inside ("title.EN", "sources.0.ref"). A list is written by fields of the same name,
 * or in one line by line; keys may have commas between. What is empty is left out, and names that the type has not are.
 * `clear` names fields that are to be emptied, with commas between. Values that do not fit are handed on as text: the API says what is wrong with them.
 */
export function inputOfForm(type: GraphQLInputObjectType, form: URLSearchParams): Input {
  const input = objectOf(type, form, '');
  const fields = type.getFields();
  for (const name of form.getAll('clear').flatMap((names) => names.split(','))) {
    const field = Object.hasOwn(fields, name) && !(name in input) ? fields[name] : undefined;
    if (field) input[name] = isListType(getNullableType(field.type)) ? [] : null;
  }
  return input;
}

function objectOf(type: GraphQLInputObjectType, form: URLSearchParams, prefix: string): Input {
  const entries = Object.values(type.getFields()).flatMap((field): [string, unknown][] => {
    const value = fieldOf(field.type, form, prefix + field.name);
    return value === undefined ? [] : [[field.name, value]];
  });
  return Object.fromEntries(entries);
}

function fieldOf(type: GraphQLInputType, form: URLSearchParams, name: string): unknown {
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    if (isListType(getNullableType(type))) {
      const values = indexesBelow(form, name).flatMap((index) => {
        const value = objectOf(named, form, `${name}.${index}.`);
        return Object.keys(value).length === 0 ? [] : [value];
      });
      return values.length === 0 ? undefined : values;
    }
    // Only what the form names is entered, so that a type that holds itself comes to an end.
    if (![...form.keys()].some((key) => key.startsWith(`${name}.`))) return undefined;
    const value = objectOf(named, form, `${name}.`);
    return Object.keys(value).length === 0 ? undefined : value;
  }
  const given = form.getAll(name).map((text) => text.replaceAll('\r\n', '\n').trim());
  if (isListType(getNullableType(type))) {
    // Keys have no commas; names and notes may.
    const separator = keyLists.has(name.split('.').at(-1) ?? '') || isEnumType(named) ? /[,\n]/ : '\n';
    const values = given.flatMap((text) => text.split(separator)).flatMap((text) => text.trim() || []);
    return values.length === 0 ? undefined : values.map((text) => scalarOf(named.name, text));
  }
  const text = given.at(-1) ?? '';
  if (text === '') return undefined;
  return isEnumType(named) ? text : scalarOf(named.name, text);
}

/** The numbers below a name, in their order. */
function indexesBelow(form: URLSearchParams, name: string): number[] {
  const found = [...form.keys()].flatMap((key) => {
    const [index = ''] = key.startsWith(`${name}.`) ? key.slice(name.length + 1).split('.') : [];
    return /^\d{1,3}$/.test(index) ? Number(index) : [];
  });
  return [...new Set(found)].sort((one, other) => one - other);
}

function scalarOf(type: string, text: string): unknown {
  if (type === 'Boolean' && ['true', 'on', '1'].includes(text)) return true;
  if (type === 'Boolean' && ['false', '0'].includes(text)) return false;
  if (type === 'Int' && /^-?\d{1,10}$/.test(text)) return Number(text);
  if (type === 'Float' && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text);
  return text;
}
