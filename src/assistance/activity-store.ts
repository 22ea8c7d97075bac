// Reads and writes the register of activities. What is not published is read by those who keep the register alone.
import { sql } from 'kysely';
import type { Viewer } from '../core/viewer.ts';
import type { Page, PageRequest } from '../graphql/paging.ts';
import type { Database } from '../store/db.ts';
import { anyOf, keyOrder } from '../store/sql.ts';
import { visibleAssistanceActivity, visibleStateAgreement } from '../store/visibility.ts';
import type { Activity, Budget, Recipient, Theme } from './model.ts';

/** An activity that is offered, before it has a key. */
export type Offer = Pick<Activity, 'title' | 'start' | 'end' | 'sourceUrl' | 'note' | 'providers' | 'funders' | 'themes' | 'budgets'> & {
  recipients: readonly Pick<Recipient, 'stateKey' | 'regionKey'>[];
};

const partNames = (role: 'PROVIDER' | 'FUNDER') =>
  sql<
    string[]
  >`array(select p.name from assistance_activity_party p where p.assistance_activity_id = a.assistance_activity_id and p.role = ${role} order by p.position)`;

function selectActivities(db: Database, viewer: Viewer) {
  return db
    .selectFrom('assistance_activity as a')
    .select([
      'a.activity_key as key',
      'a.title',
      'a.iati_identifier as iatiIdentifier',
      'a.reporting_org as reportingOrg',
      'a.status',
      'a.is_offer as isOffer',
      'a.publication',
      'a.start_date as start',
      'a.end_date as end',
      'a.source_url as sourceUrl',
      'a.verification',
      'a.note',
      'a.version',
      partNames('PROVIDER').as('providers'),
      partNames('FUNDER').as('funders'),
      sql<Recipient[]>`(
        select coalesce(json_agg(json_build_object('stateKey', r.state_key, 'regionKey', r.region_key, 'percentage', r.percentage) order by r.position), '[]')
        from assistance_activity_recipient r where r.assistance_activity_id = a.assistance_activity_id
      )`.as('recipients'),
      sql<Theme[]>`(
        select coalesce(json_agg(json_build_object('scheme', t.scheme, 'key', t.concept_key) order by t.scheme, t.concept_key collate "C"), '[]')
        from (
          select c.scheme, c.concept_key from assistance_activity_concept c where c.assistance_activity_id = a.assistance_activity_id
          union
          select e.scheme, e.concept_key from assistance_activity_code c join external_code e using (system, code)
          where c.assistance_activity_id = a.assistance_activity_id and e.concept_key is not null
        ) t
      )`.as('themes'),
      sql<Budget[]>`(
        select coalesce(json_agg(json_build_object('currency', b.currency, 'year', b.year, 'amount', b.amount) order by b.currency, b.year, b.position), '[]')
        from assistance_activity_budget b where b.assistance_activity_id = a.assistance_activity_id
      )`.as('budgets'),
    ])
    .where(visibleAssistanceActivity(viewer, 'a'))
    .orderBy(keyOrder('a.activity_key'));
}

/** Visible activities, by key: all of them, or those with these keys. */
export function findActivities(db: Database, viewer: Viewer, keys?: readonly string[]): Promise<Activity[]> {
  return selectActivities(db, viewer)
    .$if(keys !== undefined, (query) => query.where('a.activity_key', '=', anyOf(keys ?? [])))
    .execute();
}

/** Visible activities with this publication, by key. */
export function findActivitiesBy(db: Database, viewer: Viewer, publication: Activity['publication']): Promise<Activity[]> {
  return selectActivities(db, viewer).where('a.publication', '=', publication).execute();
}

/** A page of visible activities, by key: of all, or of those with this publication. */
export async function findActivitiesPage(
  db: Database,
  viewer: Viewer,
  publication: Activity['publication'] | null,
  { first, afterKey }: PageRequest,
): Promise<Page<Activity>> {
  const { count } = await db
    .selectFrom('assistance_activity as a')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(visibleAssistanceActivity(viewer, 'a'))
    .$if(publication !== null, (query) => query.where('a.publication', '=', publication ?? 'PUBLISHED'))
    .executeTakeFirstOrThrow();
  const rows = await selectActivities(db, viewer)
    .$if(publication !== null, (query) => query.where('a.publication', '=', publication ?? 'PUBLISHED'))
    .$if(afterKey !== null, (query) => query.where(keyOrder('a.activity_key'), '>', afterKey ?? ''))
    .limit(first + 1)
    .execute();
  return { items: rows.slice(0, first), totalCount: count, hasNextPage: rows.length > first };
}

/** States that agreed to be named to others that look for advice. */
export async function findAdvisers(db: Database, viewer: Viewer): Promise<string[]> {
  const rows = await db
    .selectFrom('state_agreement as g')
    .select('g.state_key as stateKey')
    .where(visibleStateAgreement(viewer, 'g'))
    .where('g.kind', '=', 'ADVICE')
    .orderBy('g.state_key')
    .execute();
  return rows.map(({ stateKey }) => stateKey);
}

/** Adds an offer to the register, published. */
export async function insertOffer(db: Database, key: string, offer: Offer): Promise<void> {
  const { id } = await db
    .insertInto('assistance_activity')
    .values({
      activity_key: key,
      title: offer.title,
      is_offer: true,
      start_date: offer.start,
      end_date: offer.end,
      source_url: offer.sourceUrl,
      note: offer.note,
    })
    .returning('assistance_activity_id as id')
    .executeTakeFirstOrThrow();
  const parties = [
    ...offer.providers.map((name, index) => ({ role: 'PROVIDER' as const, position: index + 1, name })),
    ...offer.funders.map((name, index) => ({ role: 'FUNDER' as const, position: index + 1, name })),
  ];
  await db
    .insertInto('assistance_activity_party')
    .values(parties.map((party) => ({ assistance_activity_id: id, ...party })))
    .execute();
  await db
    .insertInto('assistance_activity_recipient')
    .values(
      offer.recipients.map(({ stateKey, regionKey }, index) => ({
        assistance_activity_id: id,
        position: index + 1,
        state_key: stateKey,
        region_key: regionKey,
      })),
    )
    .execute();
  await db
    .insertInto('assistance_activity_concept')
    .values(offer.themes.map(({ scheme, key: concept_key }) => ({ assistance_activity_id: id, scheme, concept_key })))
    .execute();
  if (offer.budgets.length > 0)
    await db
      .insertInto('assistance_activity_budget')
      .values(
        offer.budgets.map(({ currency, year, amount }, index) => ({
          assistance_activity_id: id,
          position: index + 1,
          currency,
          year,
          amount: String(amount),
        })),
      )
      .execute();
}

/** Publication and version of a visible activity, held until the end of the transaction, and the account that brought it in. */
export function lockActivity(db: Database, viewer: Viewer, key: string) {
  return db
    .selectFrom('assistance_activity as a')
    .select(['a.publication', 'a.version', 'a.submitted_by as submittedBy'])
    .where(visibleAssistanceActivity(viewer, 'a'))
    .where('a.activity_key', '=', key)
    .forUpdate()
    .executeTakeFirst();
}

/** Publishes an activity. `clearedBy`: the account that does it. */
export async function publish(db: Database, key: string, version: number, clearedBy: string): Promise<void> {
  await db
    .updateTable('assistance_activity')
    .set({ publication: 'PUBLISHED', cleared_by: clearedBy, version })
    .where('activity_key', '=', key)
    .execute();
}
