// Links: who may propose, review and take one back, and what becomes of it then.
import { AppError } from '../core/errors.ts';
import { invalid, textInput } from '../core/input.ts';
import { type Note, type NoteInput, readNote } from '../core/note.ts';
import { isApproverOf, isEditorOf } from '../core/sharing.ts';
import { organizationOf, type SignedIn, stateOf } from '../core/viewer.ts';
import { type Context, loaderOf } from '../graphql/context.ts';
import { decodeGlobalId, encodeGlobalId } from '../graphql/global-id.ts';
import { at, say, type Words } from '../i18n/words.ts';
import { readAudience, type SharingInput } from '../members/sharing-service.ts';
import { checkVersion } from '../members/version-service.ts';
import { whoIn } from '../members/who.ts';
import { type Change, changeOf, findChanges, recordChanges } from '../store/audit.ts';
import {
  type Decision,
  decideLinks,
  deleteLink,
  findClearances,
  findLinksById,
  findLinksOfState,
  findLinksToReview,
  findOwnProposals,
  insertLink,
  type LockedLink,
  lockLinks,
  markStale,
  type ProposedLink,
  proposeAnew,
} from './link-store.ts';
import type { Link, LinkClearance, Relation, Side, Strategy, StrategyNode } from './model.ts';
import { getNode, getStrategy, linksByEnds } from './service.ts';

const inOrder = (links: readonly Link[], ids: readonly number[]) => ids.map((id) => links.find(({ linkId }) => linkId === id) ?? null);
const loadLinksById = async (ids: readonly number[], { db, viewer }: Context) => inOrder(await findLinksById(db, viewer, ids), ids);
const loadClearances = async (ids: readonly number[], { db, viewer }: Context): Promise<LinkClearance[][]> => {
  const byLink = Map.groupBy(await findClearances(db, viewer, ids), ({ linkId }) => linkId);
  return ids.map((id) => byLink.get(id) ?? []);
};

/** Visible links by id; null in the place of one that cannot be seen. */
export const linksById = (context: Context) => loaderOf(context, loadLinksById);
/** What the two sides decided of visible links, by the id of the link; the state first. */
export const clearancesOf = (context: Context) => loaderOf(context, loadClearances);

/** The natural key of a link. */
export const linkKey = ({ nationalKey, objectiveKey }: Pick<Link, 'nationalKey' | 'objectiveKey'>) => `${nationalKey}>${objectiveKey}`;

/** How an input names a link: by its id, or by the keys of its two ends. */
export type LinkReference = { link?: string | null | undefined; national?: string | null | undefined; objective?: string | null | undefined };

/** The visible link with this global id. Throws NOT_FOUND, worded like any unknown one. */
export async function getLinkById(context: Context, id: string, field: string): Promise<Link> {
  const { typename, key } = decodeGlobalId(id);
  const [link] = typename === 'Link' ? await linksByEnds(context, [key]) : [];
  return link ?? notFound(field, say('error.unseenLinkId'));
}

async function getLink(context: Context, { link: id, national, objective }: LinkReference): Promise<Link> {
  if (id != null && national == null && objective == null) return getLinkById(context, id, 'input.link');
  if (id != null || national == null || objective == null) return invalid('input.link', say('error.linkReference'));
  const [link] = await linksByEnds(context, [`${national}>${objective}`]);
  return link ?? notFound('input.national', say('error.unseen.link', { national, objective }));
}

function notFound(field: string, problem: Words): never {
  throw new AppError('NOT_FOUND', at(field, problem), { field });
}

/** What is kept of a link in the trail. */
function trailOf(link: Link | null, clearances: readonly LinkClearance[]): Record<string, unknown> {
  if (link === null) return {};
  const { relation, share, status, confidence, rationale, citation, method, recordedBy, recordedOn, visibility, sharedWith, publication } = link;
  const confirmations = clearances.map((it) => {
    const { side, decision, role, decidedOn, reference, referenceDate, reason } = it;
    return { side, decision, role, decidedOn, reference, referenceDate, reason };
  });
  const texts = { rationale, citation, method, confidence };
  const shared = { visibility, sharedWith: sharedWith.length > 0 ? sharedWith : null, publication };
  return { relation, share, status, ...texts, recordedBy, recordedOn, ...shared, confirmations: confirmations.length > 0 ? confirmations : null };
}

type Before = { link: Link | null; clearances: readonly LinkClearance[] };

/** What stands now, before a change. Read anew: what was locked may be newer than what was found. */
async function readLinks({ db, viewer }: Context, ids: readonly number[]): Promise<Map<number, Before>> {
  const [links, clearances] = [await findLinksById(db, viewer, ids), await findClearances(db, viewer, ids)];
  return new Map(links.map((link) => [link.linkId, { link, clearances: clearances.filter(({ linkId }) => linkId === link.linkId) }]));
}

/** The change of a link from one state to another; both null where it was made or taken away. */
function changeOfLink(action: string, from: Before, to: Before): Change {
  const link = to.link ?? from.link;
  if (link === null) throw new Error('a change of no link');
  return {
    action,
    kind: 'Link',
    key: linkKey(link),
    version: link.version,
    change: changeOf(trailOf(from.link, from.clearances), trailOf(to.link, to.clearances)),
    sharing: link,
  };
}

const nothing: Before = { link: null, clearances: [] };

/** What a proposal may say. `version`: of the link that it changes; none where there is no link yet. */
export type ProposeLinkInput = SharingInput & {
  national: string;
  objective: string;
  relation: Relation;
  share?: number | null | undefined;
  rationale?: string | null | undefined;
  citation?: string | null | undefined;
  version?: number | null | undefined;
};

/** Proposes a link, or another reading of one: SUGGESTED, and read by its two sides alone until it is reviewed. */
export async function proposeLink(viewer: SignedIn, context: Context, input: ProposeLinkInput): Promise<Link> {
  const { db } = context;
  const [national, objective] = await Promise.all([findNational(context, input.national), getNode(context, input.objective, 'input.objective')]);
  const parties = partiesOf(national.strategy, objective);
  if (!isEditorOf(viewer, parties)) forbidden(say('error.proposedByParties', { state: parties.stateKey, organization: parties.organizationKey }));
  const side = sideOf(viewer);
  const proposed: ProposedLink = {
    relation: input.relation,
    share: readShare(input.relation, input.share ?? null),
    rationale: input.rationale == null ? null : textInput(input.rationale, 'input.rationale'),
    citation: input.citation == null ? null : textInput(input.citation, 'input.citation'),
    ...(await readAudience(context, input, { visibility: 'PUBLIC', sharedWith: [] })),
    recordedBy: await whoIn(context, doerOf(viewer, side, parties), 'EN'),
    recordedOn: context.today,
    submittedBy: viewer.subject,
    proposedSide: side,
  };
  const [existing] = await linksByEnds(context, [`${input.national}>${objective.key}`]);
  const before = existing ? await atVersion(context, existing, await lockLink(context, existing), input.version ?? null) : nothing;
  if (!existing && input.version != null) conflict(at('input.version', say('error.noLinkAnyMore')), 'input.version');
  if (before.link?.status === 'READ' || before.link?.status === 'CONFIRMED') conflict(say('error.linkCounts'), null);
  const linkId = existing ? existing.linkId : await insertLink(db, { ...national.end, objectiveId: objective.nodeId }, proposed);
  if (existing) await proposeAnew(db, linkId, proposed);
  const after = (await readLinks(context, [linkId])).get(linkId) ?? nothing;
  await recordChanges(db, viewer, [changeOfLink('proposeLink', before, after)]);
  return written(after.link);
}

async function findNational(context: Context, key: string): Promise<{ strategy: Strategy; end: { strategyId: number; nodeId: number | null } }> {
  if (!key.includes('.')) {
    const strategy = await getStrategy(context, key, 'input.national');
    return { strategy, end: { strategyId: strategy.strategyId, nodeId: null } };
  }
  const { strategy, strategyId, nodeId } = await getNode(context, key, 'input.national');
  return { strategy, end: { strategyId, nodeId } };
}

/** The state and the organization that a link between these speaks about. Throws INVALID where they are no two sides. */
function partiesOf({ stateKey, key }: Strategy, objective: StrategyNode): { stateKey: string; organizationKey: string } {
  const { organizationKey } = objective.strategy;
  if (stateKey === null) return invalid('input.national', say('error.endOfOrganization', { key }));
  if (organizationKey === null) return invalid('input.objective', say('error.endOfState', { key: objective.key }));
  return { stateKey, organizationKey };
}

function readShare(relation: Relation, share: number | null): number | null {
  if (share === null) return null;
  if (relation !== 'SUBSET' && relation !== 'INTERSECTS') return invalid('input.share', say('error.noShare', { relation }));
  return share > 0 && share <= 1 ? share : invalid('input.share', say('error.shareRange'));
}

/** The side for which someone of one of the two speaks. */
export const sideOf = ({ role }: SignedIn): Side => (role === 'ANALYST' ? 'OWNER' : 'STATE');

const doerOf = ({ role }: SignedIn, side: Side, { stateKey, organizationKey }: { stateKey: string; organizationKey: string }) => ({
  role,
  stateKey: side === 'STATE' ? stateKey : null,
  organizationKey: side === 'OWNER' ? organizationKey : null,
});

/** Locks a link that was found. Throws CONFLICT where it was taken back since. */
async function lockLink({ db, viewer }: Context, link: Link): Promise<LockedLink> {
  const [lock] = await lockLinks(db, viewer, [link.linkId]);
  return lock ?? conflict(at('version', say('error.linkTakenBack')), 'input.version');
}

/** What stands, of a locked link. Throws CONFLICT where it is not at the version that was read, or where none was given. */
async function atVersion(context: Context, link: Link, { version }: LockedLink, given: number | null): Promise<Before & { link: Link }> {
  if (given === null) return conflict(at('input.version', say('error.linkThere', { version })), 'input.version');
  await checkVersion(context, { kind: 'Link', key: linkKey(link), version }, given);
  const before = (await readLinks(context, [link.linkId])).get(link.linkId) ?? nothing;
  return { ...before, link: written(before.link) };
}

/** How many links wait at one desk at most; what is decided makes room. */
export const linksToReviewMax = 50;

/** Links that wait for this viewer to review them, for its own side; none for those who review none. */
export function linksToReview({ db, viewer }: Context): Promise<Link[]> {
  if (viewer.role !== 'APPROVER' && viewer.role !== 'ANALYST') return Promise.resolve([]);
  const side = { stateKey: stateOf(viewer), organizationKey: organizationOf(viewer) };
  return findLinksToReview(db, viewer, { ...side, first: linksToReviewMax });
}

/** `version`: of the link as it was read. */
export type ReviewLinkInput = LinkReference & NoteInput & { version: number; decision: 'CONFIRM' | 'REJECT' };

const decided = { CONFIRM: 'CONFIRMED', REJECT: 'REJECTED' } as const;

/** Confirms or rejects a link for one of its sides, by another account than proposed it. The first review publishes it. */
export async function reviewLink(viewer: SignedIn, context: Context, input: ReviewLinkInput): Promise<Link> {
  const { db } = context;
  const link = await getLink(context, input);
  if (!isApproverOf(viewer, link)) forbidden(say('error.reviewedByParties', { state: link.stateKey, organization: link.organizationKey }));
  const lock = await lockLink(context, link);
  if (lock.submittedBy === viewer.subject) forbidden(say('error.ownLink'));
  const decision = decisionOf(viewer, context, decided[input.decision], readNote(input));
  const before = await atVersion(context, link, lock, input.version);
  checkOtherSide(before, decision);
  await decideLinks(db, [link.linkId], decision);
  const after = (await readLinks(context, [link.linkId])).get(link.linkId) ?? nothing;
  await recordChanges(db, viewer, [changeOfLink('reviewLink', before, after)]);
  return written(after.link);
}

function decisionOf(viewer: SignedIn, { today }: Context, decision: Decision['decision'], note: Note): Decision {
  return { side: sideOf(viewer), decision, role: viewer.role, decidedBy: viewer.subject, decidedOn: today, ...note };
}

/** Throws CONFLICT where the link was replaced, or the other side decided otherwise of the texts that stand. */
function checkOtherSide({ link, clearances }: Before, { side, decision }: Decision): void {
  if (link?.status === 'SUPERSEDED') conflict(say('error.linkReplaced'), null);
  if (link?.status === 'STALE') return; // What was decided before the texts changed goes with this review.
  const other = clearances.find((it) => it.side !== side && it.decision !== decision);
  if (!other) return;
  const who = other.side === 'STATE' ? 'state' : 'owner';
  const did = other.decision === 'CONFIRMED' ? 'Confirmed' : 'Rejected';
  conflict(say(`error.${who}${did}`, { day: other.decidedOn }), 'input.decision');
}

/** `version`: of the link as it was read. */
export type WithdrawLinkInput = LinkReference & { version: number };

/** Takes a proposal back. Returns the global id of the link, which is gone. */
export async function withdrawLink(viewer: SignedIn, context: Context, input: WithdrawLinkInput): Promise<string> {
  const { db } = context;
  const link = await getLink(context, input);
  const refusal = say('error.withdrawnBySide');
  if (!isEditorOf(viewer, link)) forbidden(refusal);
  const lock = await lockLink(context, link);
  if (lock.proposedSide !== sideOf(viewer) && lock.submittedBy !== viewer.subject) forbidden(refusal);
  const before = await atVersion(context, link, lock, input.version);
  if (lock.status !== 'SUGGESTED') conflict(say('error.reviewedAlready'), null);
  const wasRead = (await findChanges(db, viewer, 'Link', linkKey(link))).some(({ change }) => change.publication?.from === 'PUBLISHED');
  if (wasRead) conflict(say('error.readBefore'), null);
  await deleteLink(db, link.linkId);
  await recordChanges(db, viewer, [changeOfLink('withdrawLink', before, nothing)]);
  return encodeGlobalId('Link', linkKey(link));
}

/** What was confirmed in one go, and what was left because this account proposed it. */
export type ConfirmedLinks = { links: Link[]; ownProposals: Link[] };

const waiting = ['SUGGESTED', 'READ', 'STALE'] as const;

/** What `confirmLinksOfState` would confirm now, and what it would leave. */
export async function waitingLinksOfState(
  viewer: SignedIn,
  { db }: Context,
  of: { stateKey: string; organizationKey: string | null },
): Promise<ConfirmedLinks> {
  const links = await findLinksOfState(db, viewer, { ...of, statuses: waiting });
  const own = await findOwnProposals(
    db,
    viewer,
    links.map(({ linkId }) => linkId),
  );
  return { links: links.filter(({ linkId }) => !own.has(linkId)), ownProposals: links.filter(({ linkId }) => own.has(linkId)) };
}

/** Confirms for a state every visible link about its plans that waits for a word, but for those this account proposed. */
export async function confirmLinksOfState(
  viewer: SignedIn,
  context: Context,
  of: { stateKey: string; organizationKey: string | null },
  note: Note,
): Promise<ConfirmedLinks & { changes: Change[] }> {
  const { db } = context;
  const ids = (await findLinksOfState(db, viewer, { ...of, statuses: waiting })).map(({ linkId }) => linkId);
  const locked = (await lockLinks(db, viewer, ids)).filter(({ status }) => waiting.some((it) => it === status));
  const own = new Set(locked.filter(({ submittedBy }) => submittedBy === viewer.subject).map(({ linkId }) => linkId));
  const before = await readLinks(
    context,
    locked.map(({ linkId }) => linkId),
  );
  const confirmed = [...before.keys()].filter((id) => !own.has(id));
  await decideLinks(db, confirmed, decisionOf(viewer, context, 'CONFIRMED', note));
  const after = await readLinks(context, confirmed);
  const byKey = (a: Link, b: Link) => (linkKey(a) < linkKey(b) ? -1 : 1);
  return {
    links: [...after.values()].flatMap(({ link }) => link ?? []).sort(byKey),
    ownProposals: [...own].flatMap((id) => before.get(id)?.link ?? []).sort(byKey),
    changes: [...after].map(([id, it]) => changeOfLink('reviewRecord', before.get(id) ?? nothing, it)),
  };
}

/** Lets the links of a cell that count, or one of them alone, count no more until they are read again. Returns what that changed. */
export async function setAsideLinks(
  { db, viewer, ...context }: Context,
  action: string,
  of: { stateKey: string; objectiveId: number; linkId: number | null },
): Promise<Change[]> {
  const counting = await findLinksOfState(db, viewer, { stateKey: of.stateKey, organizationKey: null, statuses: ['READ', 'CONFIRMED'] });
  const ofCell = counting.filter((it) => it.objectiveId === of.objectiveId && (of.linkId === null || it.linkId === of.linkId));
  const ids = (
    await lockLinks(
      db,
      viewer,
      ofCell.map(({ linkId }) => linkId),
    )
  ).map(({ linkId }) => linkId);
  const before = await readLinks({ ...context, db, viewer }, ids);
  await markStale(db, ids);
  return [...(await readLinks({ ...context, db, viewer }, ids))]
    .map(([id, it]) => changeOfLink(action, before.get(id) ?? nothing, it))
    .filter(({ change }) => Object.keys(change).length > 0);
}

/** Which of these links everybody may read, both of their ends included. */
export async function publicLinkIds({ db }: Context, ids: readonly number[]): Promise<Set<number>> {
  return new Set((await findLinksById(db, { role: 'PUBLIC' }, ids)).map(({ linkId }) => linkId));
}

/** What was written and is read again. */
function written<T>(it: T | null): T {
  if (it === null) throw new Error('what was written cannot be read');
  return it;
}

function forbidden(said: Words): never {
  throw new AppError('FORBIDDEN', said);
}

function conflict(said: Words, field: string | null): never {
  throw new AppError('CONFLICT', said, field === null ? {} : { field });
}
