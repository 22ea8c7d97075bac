// Names of what the fields of a form say by key, for the page on which they are shown again. Pure.
import { encodeGlobalId } from '../graphql/global-id.ts';
import type { Operation } from '../views/view.ts';

const concept = (scheme: string) => (key: string) => [encodeGlobalId('Concept', `${scheme}:${key}`)];
const of =
  (...types: string[]) =>
  (key: string) =>
    types.map((type) => encodeGlobalId(type, key));

/** Ids of what a field may name. */
const idsOf: Readonly<Record<string, (key: string) => string[]>> = {
  activity: of('AssistanceActivity'),
  carriedTo: of('WorkingGroupSession'),
  element: concept('ELEMENT'),
  elements: concept('ELEMENT'),
  indicator: of('StrategyNode'),
  measure: of('StrategyNode'),
  national: of('StrategyNode', 'Strategy'),
  objective: of('StrategyNode'),
  organization: of('Organization'),
  organizations: of('Organization'),
  parent: of('StrategyNode'),
  provision: concept('PROVISION'),
  sharedWith: of('MemberState', 'Organization'),
  state: of('MemberState'),
  states: of('MemberState'),
  strategy: of('Strategy'),
  summariesTo: of('Organization'),
  threat: concept('THREAT'),
  threats: concept('THREAT'),
};

const idsMax = 40;
const query = `query Names($ids: [ID!]!) { nodes(ids: $ids) { id
  ... on MemberState { name } ... on Organization { name } ... on Strategy { title } ... on StrategyNode { label } ... on Concept { label }
  ... on AssistanceActivity { title } ... on WorkingGroupSession { title } } }`;

type Found = { id: string; name?: string; title?: string; label?: string };

/** Asks for what the fields name; null where they name nothing. */
export function namesOperation(form: URLSearchParams): Operation | null {
  const ids = [...form].flatMap(([name, value]) => (value !== '' && value.length <= 200 ? (ownIds(name)?.(value) ?? []) : []));
  return ids.length === 0 ? null : { query, variables: { ids: [...new Set(ids)].slice(0, idsMax) } };
}

const ownIds = (name: string) => (Object.hasOwn(idsOf, name) ? idsOf[name] : undefined);

/** The name of what a field says by key, from the answer; null where it has none or the viewer does not see it. */
export function namesFrom(data: unknown): (field: string, key: string) => string | null {
  const { nodes = [] } = (data ?? {}) as { nodes?: (Found | null)[] };
  const names = new Map(nodes.flatMap((it) => (it === null ? [] : [[it.id, it.name ?? it.title ?? it.label ?? null] as const])));
  return (field, key) => (ownIds(field)?.(key) ?? []).map((id) => names.get(id) ?? null).find((name) => name !== null) ?? null;
}
