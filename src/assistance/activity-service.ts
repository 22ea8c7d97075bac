// The door to activities: the register as the viewer may see it, which of them can serve a need, and which may do the same work twice.
import { concepts } from '../alignment/facets.ts';
import { computeElementMatrix } from '../alignment/service.ts';
import { getConcept } from '../concepts/service.ts';
import { type Day, firstDay, lastDay } from '../core/dates.ts';
import { type Context, loaderFor, loaderOf, once } from '../graphql/context.ts';
import { type Page, type PageRequest, pageOf } from '../graphql/paging.ts';
import { getMembersAt, getOrganization, getStates, getStatesByKey } from '../members/service.ts';
import { getRegions } from '../threats/service.ts';
import { findActivities, findActivitiesBy, findActivitiesPage, findAdvisers } from './activity-store.ts';
import { type Funding, fundingOf } from './funding.ts';
import { canServe, type Reason, recipientReason, type Surroundings } from './matching.ts';
import type { Activity, Need } from './model.ts';
import { comparedName, type Overlap, overlapsOf } from './overlaps.ts';

const accountable = 3;

const loads = {
  ALL: ({ db, viewer }: Context) => findActivities(db, viewer),
  PUBLISHED: ({ db, viewer }: Context) => findActivitiesBy(db, viewer, 'PUBLISHED'),
  UNPUBLISHED: ({ db, viewer }: Context) => findActivitiesBy(db, viewer, 'UNPUBLISHED'),
};
async function loadActivitiesByKey(keys: readonly string[], { db, viewer }: Context): Promise<(Activity | null)[]> {
  const found = new Map((await findActivities(db, viewer, keys)).map((activity) => [activity.key, activity]));
  return keys.map((key) => found.get(key) ?? null);
}

/** Every published activity, by key: what figures are computed of. Those that wait for a person may be very many. */
export const getPublishedActivities = (context: Context): Promise<Activity[]> => once(context, loads.PUBLISHED);
/** Visible activities by key; null in the place of one that cannot be seen. */
export const activitiesByKey = (context: Context) => loaderOf(context, loadActivitiesByKey);

/** What matching needs to know beside the activities. */
export async function getSurroundings(context: Context): Promise<Surroundings> {
  const [regions, { threats }] = await Promise.all([getRegions(context), concepts(context)]);
  return { regionStates: new Map([...regions].map(([key, { stateKeys }]) => [key, stateKeys])), matchThreats: threats.match };
}

/** Which activities: all given conditions hold. */
export type ActivityFilter = {
  organization?: string | null;
  states?: readonly string[] | null;
  element?: string | null;
  threat?: string | null;
  provider?: string | null;
  inForceOn?: Day | null;
  publication?: Activity['publication'] | null;
};

/** A page of activities, and the funding of all that fit, for whoever asks for it. */
export type ActivitiesPage = Page<Activity> & { funding: () => Promise<Funding> };

/** A page of activities by key. Throws INVALID for an unknown code, naming it. */
export async function activitiesPage(context: Context, filter: ActivityFilter, request: PageRequest): Promise<ActivitiesPage> {
  const { publication, ...others } = filter;
  const load = loads[publication ?? 'ALL'];
  // Those that wait for a person may be very many: a page of the whole list is cut by the database.
  if (Object.values(others).every((value) => value == null)) {
    const page = await findActivitiesPage(context.db, context.viewer, publication ?? null, request);
    return { ...page, funding: async () => fundingOf(await once(context, load)) };
  }
  if (filter.element != null) await getConcept(context, 'ELEMENT', filter.element, 'filter.element');
  if (filter.threat != null) await getConcept(context, 'THREAT', filter.threat, 'filter.threat');
  const stateKeys = await stateKeysOf(context, filter, context.today);
  const { regionStates } = await getSurroundings(context);
  const activities = (await once(context, load)).filter(
    (activity) =>
      (stateKeys === null || stateKeys.some((stateKey) => recipientReason(activity, stateKey, regionStates) !== null)) &&
      (filter.element == null || activity.themes.some(({ scheme, key }) => scheme === 'ELEMENT' && key === filter.element)) &&
      (filter.threat == null || activity.themes.some(({ scheme, key }) => scheme === 'THREAT' && key === filter.threat)) &&
      (filter.provider == null || activity.providers.some((name) => comparedName(name).includes(comparedName(filter.provider ?? '')))) &&
      (filter.inForceOn == null || isUnderWay(activity, filter.inForceOn)),
  );
  return { ...pageOf(activities, ({ key }) => key, request), funding: async () => fundingOf(activities) };
}

/** Begun by that day and not over; without a known beginning it is not said to be. */
function isUnderWay({ start, end }: Activity, day: Day): boolean {
  return start !== null && firstDay(start) <= day && (end === null || lastDay(end) >= day);
}

/** Keys of the states of a filter: those named, members of the organization at asOf, or both conditions; null: all. Throws INVALID. */
export async function stateKeysOf(
  context: Context,
  { organization, states }: { organization?: string | null; states?: readonly string[] | null },
  asOf: Day,
): Promise<string[] | null> {
  if (states) await getStatesByKey(context, states, 'filter.states');
  if (organization == null) return states ? [...states] : null;
  const { key } = await getOrganization(context, organization, 'filter.organization');
  const members = (await getMembersAt(context, key, asOf)).map(({ state }) => state.key);
  return states ? members.filter((member) => states.includes(member)) : members;
}

/** An activity that can serve a need, and why. */
export type Candidate = { activity: Activity; reasons: Reason[] };

/** Activities that can serve the need at asOf, by key. */
export async function candidatesFor(context: Context, need: Need, asOf: Day): Promise<Candidate[]> {
  const [activities, surroundings] = await Promise.all([getPublishedActivities(context), getSurroundings(context)]);
  return activities.flatMap((activity) => {
    const reasons = canServe(activity, need, asOf, surroundings);
    return reasons ? [{ activity, reasons }] : [];
  });
}

/** States that agreed to advise others and whose plans are ACCOUNTABLE on the element of the need; never the state itself. */
export async function advisersFor(context: Context, need: Need, asOf: Day): Promise<string[]> {
  if (need.elementKey === null) return [];
  const advisers = loaderFor(context, 'advisers', asOf, async (elementKeys: readonly string[]) => {
    const states = await findAdvisers(context.db, context.viewer);
    if (states.length === 0) return elementKeys.map(() => []);
    const { rows, columns, matrix } = await computeElementMatrix(context, { states }, asOf, false);
    return elementKeys.map((elementKey) => {
      const column = columns.findIndex(({ key }) => key === elementKey);
      return rows.states.flatMap(({ key }, row) => (matrix.depths[row]?.[column] === accountable ? [key] : []));
    });
  });
  return (await advisers.load(need.elementKey)).filter((stateKey) => stateKey !== need.stateKey);
}

/** Overlaps of published activities in these states; in all states where none are given. */
export async function findOverlaps(context: Context, stateKeys: readonly string[] | null, asOf: Day): Promise<Overlap[]> {
  const [activities, { regionStates }, states] = await Promise.all([getPublishedActivities(context), getSurroundings(context), getStates(context)]);
  return overlapsOf(activities, stateKeys ?? [...states.keys()].toSorted(), regionStates, asOf);
}
