// Sessions of the working group: what it looked at, what it recommended, and what became of it.
import type { Day } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import { invalid, keyInput, textInput } from '../core/input.ts';
import type { Sharing } from '../core/sharing.ts';
import { titleLengthMax } from '../core/texts.ts';
import { publicViewer, type SignedIn } from '../core/viewer.ts';
import { type Context, loaderOf, once } from '../graphql/context.ts';
import { at, say } from '../i18n/words.ts';
import { getOrganization, getStatesByKey } from '../members/service.ts';
import { checkVersion } from '../members/version-service.ts';
import { changeOf, recordChanges } from '../store/audit.ts';
import { findOverlaps, getPublishedActivities } from './activity-service.ts';
import { happenedOn, unseen } from './input.ts';
import type { Outcome, Recommendation, Session, SessionView } from './model.ts';
import { needsAt, totalsOf } from './need-service.ts';
import { getNeed } from './need-trail-service.ts';
import {
  findRecommendations,
  findSessions,
  freeze,
  insertOutcome,
  insertRecommendation,
  insertSession,
  lockRecommendation,
  lockSession,
} from './session-store.ts';

export type SessionInput = { key: string; title: string; startsOn: Day; endsOn: Day };
export type RecommendationInput = {
  session: string;
  what: string;
  addressee: string;
  states?: readonly string[] | null;
  organizations?: readonly string[] | null;
  dueOn?: Day | null;
  needs?: readonly string[] | null;
};
export type OutcomeInput = {
  recommendation: string;
  version: number;
  outcome: Outcome;
  reason: string;
  on?: Day | null;
  carriedTo?: string | null;
};

async function loadSessionsByKey(keys: readonly string[], { db }: Context): Promise<(Session | null)[]> {
  const found = new Map((await findSessions(db, keys)).map((session) => [session.key, session]));
  return keys.map((key) => found.get(key) ?? null);
}
async function loadRecommendationsOf(keys: readonly string[], { db, viewer }: Context): Promise<Recommendation[][]> {
  const found = Map.groupBy(await findRecommendations(db, viewer, { sessionKeys: keys }), ({ sessionKey }) => sessionKey);
  return keys.map((key) => found.get(key) ?? []);
}

/** All sessions, the newest first. */
export const getSessions = ({ db }: Context): Promise<Session[]> => findSessions(db);
/** Sessions by key; null where there is none. */
export const sessionsByKey = (context: Context) => loaderOf(context, loadSessionsByKey);
/** Recommendations of a session, in order. */
export const recommendationsOf = (context: Context) => loaderOf(context, loadRecommendationsOf);

const loadPublicToday = (context: Context) => publicView(context, context.today);
/** The same for today, computed once a request. */
export const publicToday = (context: Context): Promise<SessionView> => once(context, loadPublicToday);

/** What the working group looks at on a day, as anyone is answered: whoever asks, nothing enters that the public may not see. */
async function publicView(context: Context, asOf: Day): Promise<SessionView> {
  const asPublic: Context = { ...context, viewer: publicViewer, memo: new Map() };
  const needs = await needsAt(asPublic, {}, asOf);
  const totals = await totalsOf(asPublic, needs);
  const overlaps = await findOverlaps(asPublic, null, asOf);
  return {
    asOf,
    needs: needs.length,
    activities: (await getPublishedActivities(asPublic)).length,
    ...totals,
    overlaps: overlaps.map(({ stateKey, theme, activities }) => ({ stateKey, scheme: theme.scheme, themeKey: theme.key, activityKeys: activities })),
  };
}

function checkSecretariat(viewer: SignedIn): void {
  if (viewer.role !== 'SECRETARIAT') throw new AppError('FORBIDDEN', say('error.secretariat.sessions'));
}

/** Sessions and recommendations are public. */
const sharing: Sharing = { stateKey: null, organizationKey: null, visibility: 'PUBLIC', sharedWith: [], publication: 'PUBLISHED' };

/** Records a session. */
export async function recordSession(context: Context, viewer: SignedIn, input: SessionInput): Promise<Session> {
  checkSecretariat(viewer);
  const { startsOn, endsOn } = input;
  const key = keyInput(input.key, 'input.key');
  if (endsOn < startsOn) invalid('input.endsOn', say('error.endsBefore'));
  const title = textInput(input.title, 'input.title', titleLengthMax);
  if ((await findSessions(context.db, [key])).length > 0)
    throw new AppError('CONFLICT', at('input.key', say('error.knownSession', { key })), { field: 'input.key' });
  await insertSession(context.db, { key, title, startsOn, endsOn });
  return concludeSession(context, viewer, key, 'recordSession', changeOf({}, { title, startsOn, endsOn }));
}

/** Keeps what the session saw: the public view of today. It can be done once. */
export async function freezeSession(context: Context, viewer: SignedIn, key: string): Promise<Session> {
  const locked = await findLockable(context, viewer, key, 'input.session');
  if (locked.frozenOn !== null)
    throw new AppError('CONFLICT', at('input.session', say('error.frozenOn', { day: locked.frozenOn })), { field: 'input.session' });
  await freeze(context.db, key, locked.version + 1, await publicToday(context));
  return concludeSession(context, viewer, key, 'freezeSession', changeOf({}, { frozenOn: context.today }));
}

/** Finds the session, then asks whether the viewer may write it, then holds it. */
async function findLockable(context: Context, viewer: SignedIn, key: string, field: string) {
  if ((await findSessions(context.db, [key])).length === 0) throw unseen(field, 'session', key);
  checkSecretariat(viewer);
  return (await lockSession(context.db, key)) ?? Promise.reject(unseen(field, 'session', key));
}

async function concludeSession(
  context: Context,
  viewer: SignedIn,
  key: string,
  action: string,
  change: ReturnType<typeof changeOf>,
): Promise<Session> {
  const [session] = await findSessions(context.db, [key]);
  if (!session) throw new Error(`a session is gone: ${key}`);
  await recordChanges(context.db, viewer, [{ action, kind: 'WorkingGroupSession', key, version: session.version, change, sharing }]);
  return session;
}

/** Records what a session recommended. */
export async function recordRecommendation(context: Context, viewer: SignedIn, input: RecommendationInput): Promise<Recommendation> {
  const needKeys = [...new Set(input.needs ?? [])];
  for (const key of needKeys) await getNeed(context, key, 'input.needs');
  const { sessionId } = await findLockable(context, viewer, input.session, 'input.session');
  await getStatesByKey(context, input.states ?? [], 'input.states');
  for (const key of input.organizations ?? []) await getOrganization(context, key, 'input.organizations');
  const recommendation = {
    what: textInput(input.what, 'input.what'),
    addressee: textInput(input.addressee, 'input.addressee'),
    stateKeys: [...new Set(input.states ?? [])],
    organizationKeys: [...new Set(input.organizations ?? [])],
    dueOn: input.dueOn ?? null,
    recordedOn: context.today,
    needKeys,
  };
  const key = await insertRecommendation(context.db, { sessionId, key: input.session }, recommendation);
  const { what, addressee, dueOn } = recommendation;
  return concludeRecommendation(context, viewer, key, 'recordRecommendation', changeOf({}, { what, addressee, dueOn }));
}

/** Records what became of a recommendation. */
export async function recordOutcome(context: Context, viewer: SignedIn, input: OutcomeInput): Promise<Recommendation> {
  const { recommendation: key, outcome } = input;
  const [before] = await findRecommendations(context.db, viewer, { keys: [key] });
  if (!before) throw unseen('input.recommendation', 'recommendation', key);
  checkSecretariat(viewer);
  const [carriedTo] = input.carriedTo == null ? [] : await findSessions(context.db, [input.carriedTo]);
  if (input.carriedTo != null && !carriedTo) throw unseen('input.carriedTo', 'session', input.carriedTo);
  if (carriedTo && outcome !== 'CARRIED_OVER') invalid('input.carriedTo', say('error.carriedAlone'));
  if (carriedTo?.key === before.sessionKey) invalid('input.carriedTo', say('error.sessionSame'));
  const reason = textInput(input.reason, 'input.reason');
  const last = before.outcomes.at(-1);
  const on = happenedOn(input.on, context.today, last?.on ?? null);
  const locked = await lockRecommendation(context.db, key);
  if (!locked) throw unseen('input.recommendation', 'recommendation', key);
  await checkVersion(context, { kind: 'Recommendation', key: key, version: locked.version }, input.version);
  await insertOutcome(context.db, locked, { outcome, on, reason, carriedToId: carriedTo?.sessionId ?? null });
  const [from, to] = [
    { outcome: last?.outcome, on: last?.on, why: last?.reason },
    { outcome, on, why: reason },
  ];
  return concludeRecommendation(context, viewer, key, 'recordOutcome', changeOf(from, to));
}

async function concludeRecommendation(
  context: Context,
  viewer: SignedIn,
  key: string,
  action: string,
  change: ReturnType<typeof changeOf>,
): Promise<Recommendation> {
  const [recommendation] = await findRecommendations(context.db, viewer, { keys: [key] });
  if (!recommendation) throw new Error(`a recommendation is gone: ${key}`);
  await recordChanges(context.db, viewer, [{ action, kind: 'Recommendation', key, version: recommendation.version, change, sharing }]);
  return recommendation;
}
