// Which activities can serve which needs, with the reasons. Pure.
import type { ConceptScheme } from '../concepts/model.ts';
import { type Day, firstDay, lastDay } from '../core/dates.ts';
import type { Activity, NeedSubject, Theme } from './model.ts';

export const reasonKinds = ['RECIPIENT', 'RECIPIENT_REGION', 'THREAT', 'ELEMENT', 'PROVISION', 'PERIOD'] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** Why an activity can serve a need. `key`: the state, the region, the theme of the activity, or its last day (null: it has no end). */
export type Reason = { kind: ReasonKind; key: string | null };

/** What is known beside the activities: the states of each region, and how threats match. */
export type Surroundings = { regionStates: ReadonlyMap<string, readonly string[]>; matchThreats: (u: string, t: string) => number };

/** First and last day of a period; null where it has no end. */
export type Period = { from: Day; to: Day | null };

/** The period of an activity; null where its beginning is not known, or where it was cancelled. */
export function periodOf({ start, end, status }: Pick<Activity, 'start' | 'end' | 'status'>): Period | null {
  return start === null || status === 'CANCELLED' ? null : { from: firstDay(start), to: end === null ? null : lastDay(end) };
}

/** Is the activity for the state: itself a recipient, or in a region that is one? Null where it is not. */
export function recipientReason(
  { recipients }: Pick<Activity, 'recipients'>,
  stateKey: string,
  regionStates: Surroundings['regionStates'],
): Reason | null {
  if (recipients.some((it) => it.stateKey === stateKey)) return { kind: 'RECIPIENT', key: stateKey };
  const region = recipients.find((it) => it.regionKey !== null && regionStates.get(it.regionKey)?.includes(stateKey));
  return region ? { kind: 'RECIPIENT_REGION', key: region.regionKey } : null;
}

/** The themes of an activity that match what a need is about: threats by the tree, elements and provisions where they are equal. */
export function themeReasons(themes: readonly Theme[], need: NeedSubject, matchThreats: Surroundings['matchThreats']): Reason[] {
  const wanted: Record<ConceptScheme, string | null> = { THREAT: need.threatKey, ELEMENT: need.elementKey, PROVISION: need.provisionKey };
  const isMatch = ({ scheme, key }: Theme) => {
    const subject = wanted[scheme];
    return subject !== null && (scheme === 'THREAT' ? matchThreats(key, subject) > 0 : key === subject);
  };
  return themes.filter(isMatch).map(({ scheme, key }) => ({ kind: scheme, key }));
}

/** Is the activity under way at asOf or later? Null where it is over, and where neither beginning nor end is known. */
export function periodReason({ start, end, status }: Pick<Activity, 'start' | 'end' | 'status'>, asOf: Day): Reason | null {
  if (status === 'CANCELLED' || (start === null && end === null)) return null;
  const to = end === null ? null : lastDay(end);
  return to === null || to >= asOf ? { kind: 'PERIOD', key: to } : null;
}

/**
 * Why the activity can serve the need at asOf; null where it cannot: the state is a recipient, a theme matches, and its period overlaps
 * asOf or the future. **Source**: method 9 "An activity can serve a need".
 */
export function canServe(
  activity: Pick<Activity, 'recipients' | 'themes' | 'start' | 'end' | 'status'>,
  need: NeedSubject & { stateKey: string },
  asOf: Day,
  { regionStates, matchThreats }: Surroundings,
): Reason[] | null {
  const recipient = recipientReason(activity, need.stateKey, regionStates);
  const period = periodReason(activity, asOf);
  const themes = themeReasons(activity.themes, need, matchThreats);
  return recipient && period && themes.length > 0 ? [recipient, ...themes, period] : null;
}

export const lackKinds = ['RECIPIENT', 'THEME', 'PERIOD'] as const;
/** A condition of `canServe` that does not hold. */
export type Lack = (typeof lackKinds)[number];

/** Why the activity does not appear to suit the need at asOf; none where it can serve it. **Source**: method 9, the same conditions. */
export function lacksOf(
  activity: Pick<Activity, 'recipients' | 'themes' | 'start' | 'end' | 'status'>,
  need: NeedSubject & { stateKey: string },
  asOf: Day,
  { regionStates, matchThreats }: Surroundings,
): Lack[] {
  const holds: Record<Lack, boolean> = {
    RECIPIENT: recipientReason(activity, need.stateKey, regionStates) !== null,
    THEME: themeReasons(activity.themes, need, matchThreats).length > 0,
    PERIOD: periodReason(activity, asOf) !== null,
  };
  return lackKinds.filter((kind) => !holds[kind]);
}
