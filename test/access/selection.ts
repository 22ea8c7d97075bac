// Everything that may be asked for below a type, without chance: every field, with the arguments it must have, so many objects deep.
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

const isComposite = (type: GraphQLNamedType) => isObjectType(type) || isInterfaceType(type) || isUnionType(type);
const needsArguments = (field: GraphQLField<unknown, unknown>) => field.args.some((it) => isNonNullType(it.type) && it.defaultValue === undefined);

/** All fields of a type that may be asked for without arguments. */
export function fieldsOf(type: GraphQLNamedType): GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()).filter((field) => !needsArguments(field)) : [];
}

/** The selection of all fields, objects `depth` deep; below that an object is asked for its type alone. */
export function wholeSelection(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (isUnionType(type)) {
    // Under names of their own: parts of a union may have fields of one name and different types.
    const part = (it: GraphQLObjectType) =>
      fieldsOf(it)
        .filter((field) => !isComposite(getNamedType(field.type)))
        .map((field) => `${it.name}_${field.name}: ${field.name}`);
    return `__typename ${type
      .getTypes()
      .map((it) => `... on ${it.name} { ${part(it).join(' ')} }`)
      .join(' ')}`;
  }
  const fields = fieldsOf(type).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (!isComposite(inner)) return [field.name];
    return [`${field.name} { ${depth > 0 ? wholeSelection(schema, inner, depth - 1) : '__typename'} }`];
  });
  return ['__typename', ...fields].join(' ');
}
