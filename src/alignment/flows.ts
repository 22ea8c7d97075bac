// Recorded cross-border flows: which of them link the members of an organization.
import { type Day, yearOf } from '../core/dates.ts';
import { method } from './method.ts';
import type { FlowRow } from './model.ts';

/** How a flow links members: it names two of them, or it shares a place outside with other flows that touch members. */
export type FlowLink = 'DIRECT' | 'COMMON_SOURCE';

/** A flow that counts. `stateKeys`: the members it touches. `commonPlaces`: places that are no member, which it shares as origin or as destination. */
export type LinkingFlow = { flowKey: string; threatKey: string; links: FlowLink[]; stateKeys: string[]; commonPlaces: string[] };

/** Flows by key; regionNamed: those that name a region and no member, which count for nobody. */
export type MemberFlows = { linking: LinkingFlow[]; regionNamed: string[] };

/** Flows whose last year is among the ten years before that of asOf, or that year. **Source**: method 6 "F(t)". */
export function recentFlows(flows: readonly FlowRow[], asOf: Day): FlowRow[] {
  const year = yearOf(asOf);
  return flows.filter(({ lastYear }) => lastYear !== null && lastYear <= year && lastYear >= year - method.flowYearsMax.value);
}

/** How recent flows, of one threat or its children, link these members. **Source**: method 6 "F(t)"; source paper para 21. */
export function memberFlows(flows: readonly FlowRow[], stateKeys: readonly string[]): MemberFlows {
  const members = new Set(stateKeys);
  const placesOf = ({ origins, transits, destinations }: FlowRow) => [...new Set([...origins, ...transits, ...destinations])];
  const rows = flows
    .toSorted((a, b) => (a.flowKey < b.flowKey ? -1 : 1))
    .map((flow) => ({ flow, places: placesOf(flow), touched: placesOf(flow).filter((place) => members.has(place)) }));
  const touching = rows.filter(({ touched }) => touched.length > 0);
  const isLinked = (group: typeof rows) => new Set(group.flatMap(({ touched }) => touched)).size >= method.sharedMembersMin.value;
  const commonPlaces = new Map<string, Set<string>>();
  for (const side of ['origins', 'destinations'] as const) {
    const ends = touching.flatMap((row) => [...new Set(row.flow[side])].filter((place) => !members.has(place)).map((place) => ({ place, row })));
    for (const [place, group] of Map.groupBy(ends, (end) => end.place)) {
      if (group.length < 2 || !isLinked(group.map(({ row }) => row))) continue;
      for (const { row } of group) commonPlaces.set(row.flow.flowKey, (commonPlaces.get(row.flow.flowKey) ?? new Set()).add(place));
    }
  }
  const linking = touching.map(({ flow, touched }): LinkingFlow => {
    const common = [...(commonPlaces.get(flow.flowKey) ?? [])].toSorted();
    const isDirect = touched.length >= method.sharedMembersMin.value;
    return {
      flowKey: flow.flowKey,
      threatKey: flow.threatKey,
      links: [...(isDirect ? (['DIRECT'] as const) : []), ...(common.length > 0 ? (['COMMON_SOURCE'] as const) : [])],
      stateKeys: stateKeys.filter((stateKey) => touched.includes(stateKey)),
      commonPlaces: common,
    };
  });
  return {
    linking: linking.filter(({ links }) => links.length > 0),
    regionNamed: rows
      .filter(({ places, touched }) => touched.length === 0 && places.some((place) => place.startsWith('region:')))
      .map(({ flow }) => flow.flowKey),
  };
}
