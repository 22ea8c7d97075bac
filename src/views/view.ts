// What a view is: one GraphQL operation, and the sheet its answer makes. Pure.

/** What a view can be asked for: the members of an organization, named states, one state, one strategy, or all there is. */
type Scope = 'organization' | 'organization or states' | 'states' | 'one of the states' | 'one strategy' | 'any' | 'none';

/** A table of plain values; null is an empty cell. Lists are written with spaces between. */
export type Sheet = { header: readonly string[]; rows: readonly Cell[][] };
export type Cell = string | number | boolean | null | undefined | readonly string[];

/** Variables of an operation by name, with their types as GraphQL writes them. */
type VariableTypes = Readonly<Record<string, string>>;

/**
 * `name` is that of its operation, `Data` what `selection` selects. A view with `pages` is a connection below that field, asked for page by page.
 * A page of the view asks the same selection, so that it, its exports and the query it shows are one.
 */
export type View<Data> = {
  key: string;
  about: string;
  scope: Scope;
  pages?: string;
  name: string;
  variables: VariableTypes;
  selection: string;
  sheet: (data: Data) => Sheet;
};

/** An operation to execute. */
export type Operation = { query: string; variables: Readonly<Record<string, unknown>> };

/** An operation as text: what is selected, and the variables that it uses. */
export function operationText(name: string, variables: VariableTypes, ...selections: readonly string[]): string {
  const declared = Object.entries(variables).map(([variable, type]) => `$${variable}: ${type}`);
  return `query ${name}${declared.length === 0 ? '' : `(${declared.join(', ')})`} {\n  ${selections.join('\n  ')}\n}`;
}

/** The operation of a view. */
export const queryOf = ({ name, variables, selection }: Pick<View<never>, 'name' | 'variables' | 'selection'>): string =>
  operationText(name, variables, selection);

/** What every computed answer carries. */
export type Computed = { asOf: string; method: { version: string }; disclaimer: string; attribution: string[] };

export const computedFields = 'asOf method { version } disclaimer attribution';

export type State = { key: string; name: string; note: string | null };
export type Concept = { key: string; label: string };

export const stateFields = 'key name note';

/** A node by its label, and what tells the language that the label came in. */
export type Label = { key: string; label: string; en: string; originalLanguage: string };

export const labelFields = 'key label en: label(lang: EN) originalLanguage';

const computedHeader = ['as_of', 'method', 'attribution', 'disclaimer'];

/** A sheet whose rows end with what they were computed by; the words owed go along with every figure. */
export function computedSheet(header: readonly string[], rows: readonly { of: Computed; cells: readonly Cell[] }[]): Sheet {
  return {
    header: [...header, ...computedHeader],
    rows: rows.map(({ of, cells }) => [...cells, of.asOf, of.method.version, of.attribution.join(' '), of.disclaimer]),
  };
}

export const keysOf = (items: readonly { key: string }[]): string[] => items.map(({ key }) => key);
