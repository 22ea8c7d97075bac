// Offers and matches: the Secretariat proposes, a provider offers, the state decides.
import { getConcept } from '../concepts/service.ts';
import { firstDay, lastDay, type PartialDate } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import { invalid, textInput } from '../core/input.ts';
import { isApproverOf, type Sharing } from '../core/sharing.ts';
import { titleLengthMax } from '../core/texts.ts';
import type { SignedIn } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import { at, say } from '../i18n/words.ts';
import { getStatesByKey } from '../members/service.ts';
import { checkVersion } from '../members/version-service.ts';
import { changeOf, recordChanges } from '../store/audit.ts';
import { getRegions } from '../threats/service.ts';
import { activitiesByKey } from './activity-service.ts';
import { findActivities, insertOffer, lockActivity, publish } from './activity-store.ts';
import { optionalTextInput, unseen } from './input.ts';
import type { Activity, Budget, MatchKind, Need, NeedMatch, Theme } from './model.ts';
import { findNeedKeyOfMatch, findNeeds, insertMatch, lockMatch, updateMatch } from './need-store.ts';
import { getNeed, lock, ownersOf, sharingOf } from './need-trail-service.ts';
import { isOpen, standingAt } from './stages.ts';

export type OfferInput = {
  title: string;
  providers: readonly string[];
  funders?: readonly string[] | null;
  states?: readonly string[] | null;
  regions?: readonly string[] | null;
  elements?: readonly string[] | null;
  threats?: readonly string[] | null;
  start: PartialDate;
  end?: PartialDate | null;
  budgets?: readonly { currency: string; year?: number | null; amount: number }[] | null;
  source?: string | null;
  note?: string | null;
  needs?: readonly string[] | null;
};
export type ProposeInput = { need: string; activity: string; note?: string | null };
export type DecideInput = { match: string; decision: 'ACCEPTED' | 'DECLINED'; reason?: string | null };
export type PublishInput = { activity: string; version: number };

/** A match with the need it is for. */
export type MatchOfNeed = { need: Need; match: NeedMatch };

function checkSecretariat(viewer: SignedIn, deed: 'offers' | 'proposes' | 'publishes'): void {
  if (viewer.role !== 'SECRETARIAT') throw new AppError('FORBIDDEN', say(`error.secretariat.${deed}`));
}

/** Records what a provider offers, in the register and for the needs that are named. */
export async function offerActivity(context: Context, viewer: SignedIn, input: OfferInput): Promise<Activity> {
  const needs: Need[] = [];
  for (const key of new Set(input.needs ?? [])) needs.push(await getNeed(context, key, 'input.needs'));
  checkSecretariat(viewer, 'offers');
  const offer = {
    title: textInput(input.title, 'input.title', titleLengthMax),
    providers: namesOf(input.providers, 'input.providers'),
    funders: namesOf(input.funders ?? [], 'input.funders'),
    recipients: await recipientsOf(context, input),
    themes: await themesOf(context, input),
    start: input.start,
    end: input.end ?? null,
    budgets: (input.budgets ?? []).map(checkedBudget),
    sourceUrl: optionalTextInput(input.source, 'input.source'),
    note: optionalTextInput(input.note, 'input.note'),
  };
  if (offer.providers.length === 0) invalid('input.providers', say('error.providerMissing'));
  if (offer.end !== null && lastDay(offer.end) < firstDay(offer.start)) invalid('input.end', say('error.endsBefore'));
  const key = `offer-${randomName()}`;
  await insertOffer(context.db, key, offer);
  const [activity] = await findActivities(context.db, viewer, [key]);
  if (!activity) throw new Error(`an offer went out of sight: ${key}`);
  for (const need of needs) await propose(context, viewer, need, activity, 'OFFER', offer.note, 'input.needs', 'offerActivity');
  const told = { title: activity.title, providers: activity.providers.join('; '), start: activity.start, end: activity.end };
  await recordActivity(context, viewer, 'offerActivity', activity, changeOf({}, told));
  return activity;
}

// By chance, not by number: a number would tell how many others there are.
const randomName = () => crypto.randomUUID().replaceAll('-', '').slice(0, 12);

const namesOf = (names: readonly string[], field: string) => [...new Set(names.map((name) => textInput(name, field, titleLengthMax)))];

async function recipientsOf(context: Context, { states, regions }: OfferInput): Promise<{ stateKey: string | null; regionKey: string | null }[]> {
  const known = await getRegions(context);
  await getStatesByKey(context, states ?? [], 'input.states');
  for (const region of regions ?? [])
    if (!known.has(region)) invalid('input.regions', say('error.noRegion', { region, known: [...known.keys()].join(', ') }));
  const recipients = [
    ...[...new Set(states ?? [])].map((stateKey) => ({ stateKey, regionKey: null })),
    ...[...new Set(regions ?? [])].map((regionKey) => ({ stateKey: null, regionKey })),
  ];
  if (recipients.length === 0) invalid('input.states', say('error.recipientMissing'));
  return recipients;
}

async function themesOf(context: Context, { elements, threats }: OfferInput): Promise<Theme[]> {
  for (const key of elements ?? []) await getConcept(context, 'ELEMENT', key, 'input.elements');
  for (const key of threats ?? []) await getConcept(context, 'THREAT', key, 'input.threats');
  const themes = [
    ...[...new Set(elements ?? [])].map((key) => ({ scheme: 'ELEMENT' as const, key })),
    ...[...new Set(threats ?? [])].map((key) => ({ scheme: 'THREAT' as const, key })),
  ];
  if (themes.length === 0) invalid('input.elements', say('error.themeMissing'));
  return themes;
}

function checkedBudget({ currency, year, amount }: { currency: string; year?: number | null; amount: number }): Budget {
  if (!/^[A-Z]{3}$/.test(currency)) invalid('input.budgets', say('error.noCurrency', { currency }));
  if (!(amount >= 0 && amount <= 1e13)) invalid('input.budgets', say('error.amount', { max: 1e13 }));
  return { currency, year: year ?? null, amount };
}

/** Proposes an activity of the register for a need. */
export async function proposeMatch(context: Context, viewer: SignedIn, input: ProposeInput): Promise<MatchOfNeed> {
  const need = await getNeed(context, input.need);
  const activity = await activitiesByKey(context).load(input.activity);
  if (!activity) throw unseen('input.activity', 'activity', input.activity);
  checkSecretariat(viewer, 'proposes');
  return propose(context, viewer, need, activity, 'PROPOSAL', optionalTextInput(input.note, 'input.note'), 'input.need', 'proposeMatch');
}

async function propose(
  context: Context,
  viewer: SignedIn,
  need: Need,
  activity: Activity,
  kind: MatchKind,
  note: string | null,
  field: string,
  action: string,
): Promise<MatchOfNeed> {
  if (activity.publication !== 'PUBLISHED') invalid('input.activity', say('error.activityNotPublished', { key: activity.key }));
  const standing = standingAt(need, context.today);
  if (need.confirmedOn === null || !standing || !isOpen(standing)) invalid(field, say('error.needNotOpen', { key: need.key }));
  if (need.matches.some(({ activityKey, status }) => activityKey === activity.key && status !== 'DECLINED'))
    throw new AppError('CONFLICT', at(field, say('error.besideAlready', { key: need.key })), { field });
  const { needId } = await lock(context, need);
  const key = randomName();
  await insertMatch(context.db, { key, needId, activityKey: activity.key, kind, note, on: context.today, by: viewer.subject });
  return concludeMatch(context, viewer, key, need.key, action, null);
}

/** Accepts or declines a match for the state. */
export async function decideMatch(context: Context, viewer: SignedIn, input: DecideInput): Promise<MatchOfNeed> {
  const needKey = await findNeedKeyOfMatch(context.db, viewer, input.match);
  if (needKey === null) throw unseen('input.match', 'match', input.match);
  const need = await getNeed(context, needKey, 'input.match');
  if (!isApproverOf(viewer, ownersOf(need.stateKey))) throw new AppError('FORBIDDEN', say('error.matchByApprover'));
  await lock(context, need);
  const locked = await lockMatch(context.db, input.match);
  if (locked.proposedBy === viewer.subject) throw new AppError('FORBIDDEN', say('error.ownMatch'));
  const reason = optionalTextInput(input.reason, 'input.reason');
  if (locked.status !== 'PROPOSED')
    throw new AppError('CONFLICT', at('input.match', say('error.matchDecided', { status: locked.status })), { field: 'input.match' });
  const standing = standingAt(need, context.today);
  if (input.decision === 'ACCEPTED' && !(standing && isOpen(standing)))
    throw new AppError('CONFLICT', at('input.match', say('error.nothingNeeded', { key: need.key })), { field: 'input.match' });
  await updateMatch(context.db, input.match, { status: input.decision, on: context.today, by: viewer.subject, reason });
  return concludeMatch(context, viewer, input.match, need.key, 'decideMatch', need.matches.find(({ key }) => key === input.match) ?? null);
}

async function concludeMatch(
  context: Context,
  viewer: SignedIn,
  key: string,
  needKey: string,
  action: string,
  before: NeedMatch | null,
): Promise<MatchOfNeed> {
  const [need] = await findNeeds(context.db, viewer, { keys: [needKey] });
  const match = need?.matches.find((it) => it.key === key);
  if (!need || !match) throw new Error(`a match went out of sight of who changed it: ${key}`);
  const told = ({ activityKey, kind, status, note, decisionReason }: NeedMatch) => ({
    activity: activityKey,
    kind,
    status,
    note,
    reason: decisionReason,
  });
  const change = changeOf(before ? told(before) : {}, told(match));
  // Until it is accepted it is between the state and the Secretariat; the trail of that time is the state's.
  const sharing: Sharing = match.status === 'ACCEPTED' ? sharingOf(need) : { ...sharingOf(need), visibility: 'PRIVATE', publication: 'UNPUBLISHED' };
  await recordChanges(context.db, viewer, [{ action, kind: 'AssistanceMatch', key, version: null, change, sharing }]);
  return { need, match };
}

/** Publishes what was brought into the register unpublished. */
export async function publishActivity(context: Context, viewer: SignedIn, input: PublishInput): Promise<Activity> {
  const activity = await activitiesByKey(context).load(input.activity);
  if (!activity) throw unseen('input.activity', 'activity', input.activity);
  checkSecretariat(viewer, 'publishes');
  const locked = await lockActivity(context.db, viewer, activity.key);
  if (!locked) throw unseen('input.activity', 'activity', input.activity);
  if (locked.submittedBy === viewer.subject) throw new AppError('FORBIDDEN', say('error.ownActivity'));
  await checkVersion(context, { kind: 'AssistanceActivity', key: activity.key, version: locked.version }, input.version);
  if (locked.publication === 'PUBLISHED')
    throw new AppError('CONFLICT', at('input.activity', say('error.publishedAlready')), { field: 'input.activity' });
  await publish(context.db, activity.key, locked.version + 1, viewer.subject);
  const [published] = await findActivities(context.db, viewer, [activity.key]);
  if (!published) throw new Error(`an activity went out of sight: ${activity.key}`);
  await recordActivity(
    context,
    viewer,
    'publishActivity',
    published,
    changeOf({ publication: activity.publication }, { publication: published.publication }),
  );
  return published;
}

function recordActivity(context: Context, viewer: SignedIn, action: string, activity: Activity, change: ReturnType<typeof changeOf>): Promise<void> {
  const sharing: Sharing = { stateKey: null, organizationKey: null, visibility: 'PUBLIC', sharedWith: [], publication: activity.publication };
  return recordChanges(context.db, viewer, [{ action, kind: 'AssistanceActivity', key: activity.key, version: activity.version, change, sharing }]);
}
