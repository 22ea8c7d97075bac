// Does an operation ask for a field right below the one being resolved?
import { GraphQLIncludeDirective, type GraphQLResolveInfo, GraphQLSkipDirective, getDirectiveValues, Kind, type SelectionSetNode } from 'graphql';

/** True when one of the fields is selected right below, through fragments too; a field that @skip or @include leaves out is not. */
export function selects(info: GraphQLResolveInfo, fields: readonly string[]): boolean {
  return info.fieldNodes.some((node) => node.selectionSet !== undefined && isSelected(info, node.selectionSet, fields));
}

function isSelected(info: GraphQLResolveInfo, { selections }: SelectionSetNode, fields: readonly string[]): boolean {
  return selections.some((selection) => {
    if (getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues)?.if === true) return false;
    if (getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues)?.if === false) return false;
    if (selection.kind === Kind.FIELD) return fields.includes(selection.name.value);
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : info.fragments[selection.name.value]?.selectionSet;
    return inner !== undefined && isSelected(info, inner, fields);
  });
}
