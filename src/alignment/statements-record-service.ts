// All that is said of one state, confirmed or contested by it in one go.
import type { Day } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import { type Note, type NoteInput, type ReasonedNote, readNote, readReasonedNote } from '../core/note.ts';
import { isApproverOf, isEditorOf } from '../core/sharing.ts';
import type { SignedIn } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import { say } from '../i18n/words.ts';
import type { MemberState } from '../members/model.ts';
import { getOrganization, getStatesByKey } from '../members/service.ts';
import { recordChanges } from '../store/audit.ts';
import { confirmLinksOfState, linkKey, publicLinkIds, waitingLinksOfState } from '../strategies/link-service.ts';
import type { Link } from '../strategies/model.ts';
import { linksFrom } from '../strategies/service.ts';
import { whyNotCounted } from './cell.ts';
import { loadRecords, planIdsOf } from './facets.ts';
import type { CellStatement } from './statements.ts';
import { isLike, newStatement, writeStatements } from './statements-service.ts';
import { findStatementsOn, type NewStatement } from './statements-store.ts';
import { loadLinks } from './store.ts';

export const skipReasons = ['OWN_PROPOSAL', 'ALREADY_CONTESTED'] as const;
export type SkipReason = (typeof skipReasons)[number];

/** What was left. `link` null: the cell as a whole. */
export type Skipped = { reason: SkipReason; objectiveKey: string; objectiveId: number; objectiveStrategyId: number; link: Link | null };

export type RecordReview = { links: Link[]; contests: CellStatement[]; skipped: Skipped[] };

/** `organization`: only what is said of the state's place to objectives of this one. */
export type ReviewRecordInput = NoteInput & { state: string; organization?: string | null | undefined; decision: 'CONFIRM' | 'CONTEST' };

/** Confirms every link about a state's plans that waits for a word, or contests every cell on which a link counts today. */
export async function reviewRecord(viewer: SignedIn, context: Context, input: ReviewRecordInput): Promise<RecordReview> {
  const [state] = (await getStatesByKey(context, [input.state], 'input.state')) as [MemberState];
  const organizationKey = input.organization == null ? null : (await getOrganization(context, input.organization, 'input.organization')).key;
  const owners = { stateKey: state.key, organizationKey: null };
  if (input.decision === 'CONFIRM' && !isApproverOf(viewer, owners))
    throw new AppError('FORBIDDEN', say('error.confirmedByApprovers', { state: state.key }));
  if (!isEditorOf(viewer, owners)) throw new AppError('FORBIDDEN', say('error.contestedByEditors', { state: state.key }));
  const of = { state, organizationKey };
  const review =
    input.decision === 'CONFIRM'
      ? await confirmAll(viewer, context, of, readNote(input))
      : await contestAll(viewer, context, of, readReasonedNote(input));
  context.cost.add(review.links.length + review.contests.length + review.skipped.length);
  return review;
}

type Of = { state: MemberState; organizationKey: string | null };

async function confirmAll(viewer: SignedIn, context: Context, { state, organizationKey }: Of, note: Note): Promise<RecordReview> {
  const { links, ownProposals, changes } = await confirmLinksOfState(viewer, context, { stateKey: state.key, organizationKey }, note);
  await recordChanges(context.db, viewer, changes);
  return { links, contests: [], skipped: ownProposals.map((link) => ({ reason: 'OWN_PROPOSAL', ...objectiveOf(link), link })) };
}

const objectiveOf = ({ objectiveKey, objectiveId, objectiveStrategyId }: Link) => ({ objectiveKey, objectiveId, objectiveStrategyId });

/** A cell as a whole, told by a link that counts in it, or one link. */
type Target = { of: Link; link: Link | null };

/** A cell is contested as a whole where everybody may read a link that counts in it; else link by link, so that nobody learns of links that it may not see. */
async function findTargets(context: Context, { state, organizationKey }: Of): Promise<Target[]> {
  const counted = (await countedLinks(context, state, { asOf: context.today, includeUnseen: true })).filter(
    (link) => organizationKey === null || link.organizationKey === organizationKey,
  );
  const readByAll = await publicLinkIds(
    context,
    counted.map(({ linkId }) => linkId),
  );
  return [...Map.groupBy(counted, ({ objectiveId }) => objectiveId).values()].flatMap((links): Target[] =>
    links.some(({ linkId }) => readByAll.has(linkId)) ? links.slice(0, 1).map((of) => ({ of, link: null })) : links.map((of) => ({ of, link: of })),
  );
}

async function contestAll(viewer: SignedIn, context: Context, of: Of, note: ReasonedNote): Promise<RecordReview> {
  const { fresh, contested } = await sortTargets(viewer, context, of, note);
  const skipped = contested.map(({ of: link, link: alone }): Skipped => ({ reason: 'ALREADY_CONTESTED', ...objectiveOf(link), link: alone }));
  return { links: [], contests: await writeStatements(viewer, context, 'reviewRecord', fresh), skipped };
}

async function sortTargets(viewer: SignedIn, context: Context, of: Of, note: ReasonedNote): Promise<{ fresh: NewStatement[]; contested: Target[] }> {
  const stateKey = of.state.key;
  const targets = await findTargets(context, of);
  const known = await findStatementsOn(context.db, viewer, stateKey, [...new Set(targets.map((it) => it.of.objectiveId))]);
  const sorted = targets.map((it) => {
    const { objectiveId, organizationKey } = it.of;
    const statement = newStatement(viewer, context, 'CONTEST', { stateKey, objectiveId, organizationKey, linkId: it.link?.linkId ?? null }, note);
    return { it, statement, isKnown: known.some((one) => one.outcome === null && isLike(one, statement)) };
  });
  return {
    fresh: sorted.filter(({ isKnown }) => !isKnown).map(({ statement }) => statement),
    contested: sorted.filter(({ isKnown }) => isKnown).map(({ it }) => it),
  };
}

/** What confirming or contesting all would do now. Null for those who may do neither. */
export type RecordClearance = { toConfirm: Link[]; ownProposals: Link[]; toContest: number; alreadyContested: number };

/** Says beforehand what `reviewRecord` would do, and changes nothing. */
export async function previewReview(context: Context, state: MemberState): Promise<RecordClearance | null> {
  const { viewer } = context;
  if (!isEditorOf(viewer, { stateKey: state.key, organizationKey: null })) return null;
  const { links, ownProposals } = await waitingLinksOfState(viewer, context, { stateKey: state.key, organizationKey: null });
  const nothingSaid = { reason: '', reference: null, referenceDate: null };
  const { fresh, contested } = await sortTargets(viewer, context, { state, organizationKey: null }, nothingSaid);
  context.cost.add(links.length + ownProposals.length);
  return { toConfirm: links, ownProposals, toContest: fresh.length, alreadyContested: contested.length };
}

/** Links that count at asOf in some cell of the state; by objective, then by the national end. */
export async function countedLinks(
  context: Context,
  state: MemberState,
  { asOf, includeUnseen }: { asOf: Day; includeUnseen: boolean },
): Promise<Link[]> {
  const { db, viewer } = context;
  const { records } = await loadRecords(db, context, [state], asOf);
  const planIds = planIdsOf(records);
  const links = (await Promise.all(planIds.map((planId) => linksFrom(context).load(planId)))).flat();
  const objectiveIds = [...new Set(links.map(({ objectiveId }) => objectiveId))];
  const rows = await loadLinks(db, viewer, planIds, objectiveIds, includeUnseen, ['CONFIRMED', 'READ']);
  const counts = new Set(rows.filter((row) => whyNotCounted(row, new Set(planIds), includeUnseen) === null).map(({ linkId }) => linkId));
  const order = (link: Link) => `${link.objectiveKey}>${linkKey(link)}`;
  return links.filter(({ linkId }) => counts.has(linkId)).sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
