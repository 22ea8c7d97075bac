// Asks technical assistance for what the brief takes of it: needs that states stated, published activities, and recommendations at asOf.
import { getPublishedActivities, getSurroundings } from '../assistance/activity-service.ts';
import { recipientReason, type Surroundings } from '../assistance/matching.ts';
import type { Activity, Recommendation } from '../assistance/model.ts';
import { needsAt } from '../assistance/need-service.ts';
import { getSessions, recommendationsOf } from '../assistance/session-service.ts';
import type { StandingNeed } from '../assistance/totals.ts';
import type { Day } from '../core/dates.ts';
import { type Context, loadAll } from '../graphql/context.ts';
import type { ActivityRow, NeedRow, RecommendationRow, Theme } from './assistance-rows.ts';

export type AssistanceRows = { needs: NeedRow[]; activities: ActivityRow[]; recommendations: RecommendationRow[] };

/** Rows for these states, read under the viewer. `organizationKey`: whose members they are; null: all states, and every recommendation. */
export async function assistanceRows(
  context: Context,
  stateKeys: readonly string[],
  organizationKey: string | null,
  asOf: Day,
): Promise<AssistanceRows> {
  const [needs, activities, surroundings, sessions] = await Promise.all([
    needsAt(context, { states: stateKeys }, asOf),
    getPublishedActivities(context),
    getSurroundings(context),
    getSessions(context),
  ]);
  const recommendations = (
    await loadAll(
      recommendationsOf(context),
      sessions.map(({ key }) => key),
    )
  ).flat();
  const isAsked = ({ stateKeys: states, organizationKeys }: Recommendation) =>
    organizationKey === null ||
    states.length + organizationKeys.length === 0 ||
    organizationKeys.includes(organizationKey) ||
    states.some((key) => stateKeys.includes(key));
  return {
    needs: needs.filter(isStated(asOf)).map(needRow),
    activities: activities.flatMap((activity) => activityRow(activity, stateKeys, surroundings)),
    recommendations: recommendations.filter((it) => it.recordedOn <= asOf && isAsked(it)).map((it) => recommendationRow(it, asOf)),
  };
}

/** Requested, or observed and confirmed by the state, and not withdrawn. **Source**: method 9. */
const isStated =
  (asOf: Day) =>
  ({ need: { origin, confirmedOn }, standing: { stage } }: StandingNeed): boolean =>
    stage !== null && stage !== 'WITHDRAWN' && (origin === 'REQUESTED' || (confirmedOn !== null && confirmedOn <= asOf));

function needRow({ need, standing }: StandingNeed): NeedRow {
  const themes: Theme[] = [
    ...(need.elementKey === null ? [] : [{ scheme: 'ELEMENT' as const, key: need.elementKey }]),
    ...(need.threatKey === null ? [] : [{ scheme: 'THREAT' as const, key: need.threatKey }]),
  ];
  return { key: need.key, stateKey: need.stateKey, status: standing.status, reason: need.reason, themes };
}

/** An activity of which one of the states is a recipient; none of what is not published, was cancelled, or is only offered. */
function activityRow(activity: Activity, stateKeys: readonly string[], { regionStates }: Surroundings): ActivityRow[] {
  const recipients = stateKeys.filter((stateKey) => recipientReason(activity, stateKey, regionStates) !== null);
  if (recipients.length === 0 || activity.publication !== 'PUBLISHED' || activity.status === 'CANCELLED' || activity.isOffer) return [];
  const { key, title, providers, funders, themes, start, end, budgets, sourceUrl } = activity;
  const own = themes.flatMap(({ scheme, key: theme }): Theme[] => (scheme === 'PROVISION' ? [] : [{ scheme, key: theme }]));
  const sources = [{ title, ref: sourceUrl }];
  return [{ key, title, providers, funders, stateKeys: recipients, themes: own, start, end, budgets, sources }];
}

function recommendationRow({ key, sessionKey, what, stateKeys, outcomes }: Recommendation, asOf: Day): RecommendationRow {
  const outcome = outcomes.findLast(({ on }) => on <= asOf)?.outcome ?? null;
  return { key, text: what, stateKeys, outcome, sources: [{ title: sessionKey, ref: null }] };
}
