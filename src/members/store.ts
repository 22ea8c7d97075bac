// Reads states, organizations, memberships and treaty status. All of it is public.
import type { Database } from '../store/db.ts';
import { anyOf, keyOrder } from '../store/sql.ts';
import { type MemberState, type Membership, madeUpStateNote, type Organization, type TreatyStatus } from './model.ts';

const stateColumns = [
  's.state_key as key',
  's.iso2',
  's.m49',
  's.kind',
  's.region',
  's.subregion',
  's.intermediate_region as intermediateRegion',
  's.name',
  's.note',
] as const;

/** All states. */
export async function findStates(db: Database): Promise<MemberState[]> {
  return db.selectFrom('state as s').select(stateColumns).orderBy('s.state_key').execute();
}

/** Records a made-up state; one that is recorded stays as it is. */
export async function insertMadeUpState(db: Database, key: string): Promise<void> {
  await db
    .insertInto('state')
    .values({ state_key: key, kind: 'un_member', name: JSON.stringify({ en: key }), note: madeUpStateNote })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** All organizations, by key. */
export async function findOrganizations(db: Database): Promise<Organization[]> {
  return db
    .selectFrom('organization')
    .select([
      'organization_key as key',
      'acronym',
      'name',
      'kind',
      'seat_city as seatCity',
      'seat_state_key as seatStateKey',
      'founded',
      'instruments_note as instrumentsNote',
      'verification',
    ])
    .orderBy(keyOrder('organization_key'))
    .execute();
}

/** Spells of states in one organization, each with the state. */
export async function findMembersOf(db: Database, organizationKey: string): Promise<{ state: MemberState; membership: Membership }[]> {
  const rows = await db
    .selectFrom('membership as m')
    .innerJoin('state as s', 's.state_key', 'm.state_key')
    .select([
      ...stateColumns,
      'm.organization_key as organizationKey',
      'm.from_year as fromYear',
      'm.to_year as toYear',
      'm.role',
      'm.note as membershipNote',
      'm.verification',
    ])
    .where('m.organization_key', '=', organizationKey)
    .orderBy('m.from_year')
    .execute();
  return rows.map(({ organizationKey, fromYear, toYear, role, membershipNote, verification, ...state }) => ({
    state,
    membership: {
      organizationKey,
      stateKey: state.key,
      territoryKey: null,
      territoryName: null,
      fromYear,
      toYear,
      role,
      note: membershipNote,
      verification,
    },
  }));
}

/** Every recorded spell of membership; by organization, state and year. */
export async function findMemberships(db: Database): Promise<Membership[]> {
  return db
    .selectFrom('membership as m')
    .leftJoin('territory as t', 't.territory_key', 'm.territory_key')
    .select([
      'm.organization_key as organizationKey',
      'm.state_key as stateKey',
      'm.territory_key as territoryKey',
      't.name as territoryName',
      'm.from_year as fromYear',
      'm.to_year as toYear',
      'm.role',
      'm.note',
      'm.verification',
    ])
    .orderBy(keyOrder('m.organization_key'))
    .orderBy('m.state_key')
    .orderBy('m.from_year')
    .execute();
}

/** Treaty status of these states; no row means not recorded. */
export async function findTreatyStatuses(db: Database, stateKeys: readonly string[]): Promise<TreatyStatus[]> {
  return db
    .selectFrom('treaty_status')
    .select([
      'state_key as stateKey',
      'instrument_key as instrumentKey',
      'status',
      'signature_date as signatureDate',
      'consent_date as consentDate',
      'consent_type as consentType',
      'basis',
      'verification',
    ])
    .where('state_key', '=', anyOf(stateKeys))
    .orderBy('state_key')
    .orderBy('instrument_key')
    .execute();
}
