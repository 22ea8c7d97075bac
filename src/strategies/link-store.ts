// Reads and writes links one by one, and what their two sides decided of them.
import type { PartialDate } from '../core/dates.ts';
import type { Publication, Visibility } from '../core/sharing.ts';
import type { SignedIn, Viewer } from '../core/viewer.ts';
import type { Database } from '../store/db.ts';
import { anyOf, keyOrder } from '../store/sql.ts';
import { visibleLink } from '../store/visibility.ts';
import type { Link, LinkClearance, LinkStatus, Relation, Side } from './model.ts';
import { selectLinks } from './store.ts';

/** Visible links with these ids, in no order. */
export function findLinksById(db: Database, viewer: Viewer, ids: readonly number[]): Promise<Link[]> {
  return selectLinks(db, viewer).where('l.link_id', '=', anyOf(ids)).execute();
}

/** Visible links from the plans of a state, of these statuses; to objectives of one organization where it is named. */
export function findLinksOfState(
  db: Database,
  viewer: Viewer,
  of: { stateKey: string; organizationKey: string | null; statuses: readonly LinkStatus[] },
): Promise<Link[]> {
  return selectLinks(db, viewer)
    .where('l.state_key', '=', of.stateKey)
    .where('l.status', '=', anyOf(of.statuses))
    .$if(of.organizationKey !== null, (query) => query.where('l.organization_key', '=', of.organizationKey ?? ''))
    .execute();
}

/** Visible links of a side that proposals or changed texts leave for it to review, those of this account’s own making apart; by objective and national text. */
export function findLinksToReview(
  db: Database,
  viewer: SignedIn,
  { stateKey, organizationKey, first }: { stateKey: string | null; organizationKey: string | null; first: number },
): Promise<Link[]> {
  const side: Side = organizationKey === null ? 'STATE' : 'OWNER';
  return (
    selectLinks(db, viewer)
      .where(organizationKey === null ? 'l.state_key' : 'l.organization_key', '=', organizationKey ?? stateKey)
      .where((where) => where.or([where('l.submitted_by', 'is', null), where('l.submitted_by', '!=', viewer.subject)]))
      .where(({ or, and, not, exists, selectFrom, eb }) =>
        or([
          eb('l.status', '=', 'STALE'),
          and([
            eb('l.status', '=', 'SUGGESTED'),
            not(exists(selectFrom('link_clearance as c').select('c.link_id').whereRef('c.link_id', '=', 'l.link_id').where('c.side', '=', side))),
          ]),
        ]),
      )
      // By keys, for ids tell how many links there are that nobody showed.
      .orderBy(keyOrder('o.strategy_node_key'))
      .orderBy(keyOrder('s.strategy_key'))
      .orderBy(keyOrder('n.strategy_node_key'))
      .limit(first)
      .execute()
  );
}

/** What the sides decided of visible links, the state first. */
export function findClearances(db: Database, viewer: Viewer, linkIds: readonly number[]): Promise<(LinkClearance & { linkId: number })[]> {
  return db
    .selectFrom('link_clearance as c')
    .innerJoin('link as l', 'l.link_id', 'c.link_id')
    .select([
      'c.link_id as linkId',
      'c.side',
      'c.decision',
      'c.role',
      'c.decided_on as decidedOn',
      'c.reference',
      'c.reference_date as referenceDate',
      'c.reason',
      'l.state_key as stateKey',
      'l.organization_key as organizationKey',
    ])
    .where('c.link_id', '=', anyOf(linkIds))
    .where(visibleLink(viewer, 'l'))
    .orderBy('c.link_id')
    .orderBy('c.side', 'desc')
    .execute();
}

/** A link that nobody else changes until the transaction ends. `submittedBy`: the account that proposed it, null: the operator. */
export type LockedLink = {
  linkId: number;
  version: number;
  status: LinkStatus;
  publication: Publication;
  submittedBy: string | null;
  proposedSide: Side | null;
};

/** Locks these links, as far as the viewer may see them, in the order of their ids. */
export function lockLinks(db: Database, viewer: Viewer, ids: readonly number[]): Promise<LockedLink[]> {
  return db
    .selectFrom('link as l')
    .select(['l.link_id as linkId', 'l.version', 'l.status', 'l.publication', 'l.submitted_by as submittedBy', 'l.proposed_side as proposedSide'])
    .where('l.link_id', '=', anyOf(ids))
    .where(visibleLink(viewer, 'l'))
    .orderBy('l.link_id')
    .forUpdate()
    .execute();
}

/** Those of these links that this account proposed. */
export async function findOwnProposals(db: Database, viewer: SignedIn, ids: readonly number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('link as l')
    .select('l.link_id as linkId')
    .where('l.link_id', '=', anyOf(ids))
    .where('l.submitted_by', '=', viewer.subject)
    .where(visibleLink(viewer, 'l'))
    .execute();
  return new Set(rows.map(({ linkId }) => linkId));
}

/** What a proposal says. */
export type ProposedLink = {
  relation: Relation;
  share: number | null;
  rationale: string | null;
  citation: string | null;
  visibility: Visibility;
  sharedWith: string[];
  recordedBy: string;
  recordedOn: PartialDate;
  submittedBy: string;
  proposedSide: Side;
};

const proposedColumns = ({ sharedWith, recordedBy, recordedOn, submittedBy, proposedSide, ...same }: ProposedLink) => ({
  ...same,
  shared_with: sharedWith,
  recorded_by: recordedBy,
  recorded_on: recordedOn,
  submitted_by: submittedBy,
  proposed_side: proposedSide,
  status: 'SUGGESTED' as const,
  publication: 'UNPUBLISHED' as const,
});

/** Writes a new link. Throws where the two ends have one. */
export async function insertLink(
  db: Database,
  ends: { strategyId: number; nodeId: number | null; objectiveId: number },
  proposed: ProposedLink,
): Promise<number> {
  const { link_id } = await db
    .insertInto('link')
    // The trigger sets its parties.
    .values({
      national_strategy_id: ends.strategyId,
      national_node_id: ends.nodeId,
      objective_id: ends.objectiveId,
      state_key: '',
      organization_key: '',
      ...proposedColumns(proposed),
    })
    .returning('link_id')
    .executeTakeFirstOrThrow();
  return link_id;
}

/** Writes another reading over a link. What was decided of the one before goes, by trigger. */
export async function proposeAnew(db: Database, linkId: number, proposed: ProposedLink): Promise<void> {
  await db
    .updateTable('link')
    .set((eb) => ({ ...proposedColumns(proposed), confidence: null, method: null, version: eb('version', '+', 1) }))
    .where('link_id', '=', linkId)
    .execute();
}

/** Lets these links count no more until they are read again. */
export async function markStale(db: Database, ids: readonly number[]): Promise<void> {
  await db
    .updateTable('link')
    .set((eb) => ({ status: 'STALE', version: eb('version', '+', 1) }))
    .where('link_id', '=', anyOf(ids))
    .where('status', 'in', ['READ', 'CONFIRMED'])
    .execute();
}

export async function deleteLink(db: Database, linkId: number): Promise<void> {
  await db.deleteFrom('link').where('link_id', '=', linkId).execute();
}

/** A decision of one side, the same for every link it is about. `decidedBy`: the account. */
export type Decision = Omit<LinkClearance, 'stateKey' | 'organizationKey'> & { decidedBy: string };

/** Writes what one side decided of these links, publishes them and raises their versions. */
export async function decideLinks(db: Database, linkIds: readonly number[], decision: Decision): Promise<void> {
  if (linkIds.length === 0) return;
  await db
    .updateTable('link')
    .set((eb) => ({ status: decision.decision, publication: 'PUBLISHED', version: eb('version', '+', 1) }))
    .where('link_id', '=', anyOf(linkIds))
    .execute();
  const { decidedBy, decidedOn, referenceDate, ...same } = decision;
  const row = { ...same, decided_by: decidedBy, decided_on: decidedOn, reference_date: referenceDate };
  await db
    .insertInto('link_clearance')
    .values(linkIds.map((linkId) => ({ link_id: linkId, ...row })))
    .onConflict((conflict) => conflict.columns(['link_id', 'side']).doUpdateSet(row))
    .execute();
}
