// The door to states, organizations and memberships: public to everyone.
import type { Day } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import type { Ownership } from '../core/sharing.ts';
import { type Context, once } from '../graphql/context.ts';
import { textIn } from '../i18n/languages.ts';
import { at, say } from '../i18n/words.ts';
import { isMadeUpState, isMemberAt, type MemberState, type Membership, type Organization } from './model.ts';
import { findMemberships, findMembersOf, findOrganizations, findStates, findTreatyStatuses, insertMadeUpState } from './store.ts';

export { findTreatyStatuses };

const loadStates = async (context: Context) => new Map((await findStates(context.db)).map((state) => [state.key, state]));
const loadOrganizations = async (context: Context) =>
  new Map((await findOrganizations(context.db)).map((organization) => [organization.key, organization]));

const loadMemberships = (context: Context) => findMemberships(context.db);

/** Every recorded spell of membership. */
export const getMemberships = (context: Context): Promise<Membership[]> => once(context, loadMemberships);
/** All states by key. */
export const getStates = (context: Context): Promise<Map<string, MemberState>> => once(context, loadStates);
/** All organizations by key. */
export const getOrganizations = (context: Context): Promise<Map<string, Organization>> => once(context, loadOrganizations);

/** The states with these keys. Throws INVALID, naming the argument, for an unknown one: codes of states are public. */
export async function getStatesByKey(context: Context, keys: readonly string[], argument: string): Promise<MemberState[]> {
  const states = await getStates(context);
  return keys.map((key) => states.get(key) ?? unknownState(key, argument));
}

function unknownState(key: string, argument: string): never {
  throw new AppError('INVALID', at(argument, say('error.noState', { key })), { field: argument });
}

/** Sees to it that the owner of something new is recorded: a made-up state is when it first owns something. Throws INVALID for another. */
export async function ensureOwner(context: Context, { stateKey, organizationKey }: Ownership): Promise<void> {
  if (organizationKey !== null) await getOrganization(context, organizationKey, 'viewer');
  if (stateKey === null || (await getStates(context)).has(stateKey)) return;
  if (!isMadeUpState(stateKey)) unknownState(stateKey, 'viewer');
  await insertMadeUpState(context.db, stateKey);
  context.memo.clear(); // The states that were read before did not hold it.
}

/** The organization with this key. Throws INVALID, naming the argument, for an unknown one. */
export async function getOrganization(context: Context, key: string, argument = 'organization'): Promise<Organization> {
  const organization = (await getOrganizations(context)).get(key);
  if (!organization) throw new AppError('INVALID', at(argument, say('error.noOrganization', { key })), { field: argument });
  return organization;
}

/** States in the order of their names in the language of the request. */
export function sortedByName(states: readonly MemberState[], context: Context): MemberState[] {
  const collator = new Intl.Collator(context.language.toLowerCase());
  const names = new Map(states.map((state) => [state.key, textIn(state.name, context.language).text]));
  return [...states].sort((a, b) => collator.compare(names.get(a.key) ?? '', names.get(b.key) ?? '') || (a.key < b.key ? -1 : 1));
}

/** Members of an organization at asOf, as it lists them itself, in the order of their names. */
export async function getMembersAt(context: Context, organizationKey: string, asOf: Day): Promise<{ state: MemberState; membership: Membership }[]> {
  const spells = await findMembersOf(context.db, organizationKey);
  const byState = new Map(spells.filter(({ membership }) => isMemberAt(membership, asOf)).map((spell) => [spell.state.key, spell]));
  const states = sortedByName(
    [...byState.values()].map(({ state }) => state),
    context,
  );
  return states.flatMap((state) => byState.get(state.key) ?? []);
}
