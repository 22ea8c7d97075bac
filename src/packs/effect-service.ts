// The matrices that an import may change, as someone sees them before and after it, in the same transaction.
import { computeStatuses, type OrganizationStatuses } from '../alignment/status-service.ts';
import type { Viewer } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import { isMemberAt } from '../members/model.ts';
import { getMemberships } from '../members/service.ts';
import type { Database } from '../store/db.ts';
import { type Effect, effectsOf } from './effects.ts';
import { type Known, strategyOf } from './known.ts';
import type { Pack } from './pack.ts';

/** Through whose eyes effects are seen, and on what day. */
export type Onlooker = { viewer: Viewer; today: string };

/** What the effects of an import on the matrices are found with: `before` is read at once, `after` once it is written. */
export type EffectWatch = { effects: () => Promise<Effect[]> };

/** Kinds of records that the alignment and element matrices are computed from. */
const watchedKinds = ['strategy', 'link', 'membership'] as const;

/** Reads the matrices that the pack may change as they are now. */
export async function watchEffects(db: Database, onlooker: Onlooker, pack: Pack, known: Known): Promise<EffectWatch> {
  if (watchedKinds.every((kind) => pack[kind].length === 0)) return { effects: async () => [] };
  return watchMatrices(db, onlooker, await organizationsConcerned(contextOf(db, onlooker), pack, known));
}

/** The same of the organizations that a state belongs to. */
export async function watchMatricesOf(db: Database, onlooker: Onlooker, stateKey: string): Promise<EffectWatch> {
  const memberships = await getMemberships(contextOf(db, onlooker));
  const own = memberships.filter((it) => it.stateKey === stateKey && isMemberAt(it, onlooker.today));
  return watchMatrices(db, onlooker, own.map(({ organizationKey }) => organizationKey).toSorted());
}

async function watchMatrices(db: Database, onlooker: Onlooker, keys: readonly string[]): Promise<EffectWatch> {
  const context = contextOf(db, onlooker);
  const read = (at: Context): Promise<OrganizationStatuses[]> => computeStatuses(at, keys, onlooker.today);
  const before = await read(context);
  return { effects: async () => effectsOf(before, await read(contextOf(db, onlooker))) };
}

/** A context for reading what is recorded at this moment, and nothing remembered of it. */
export function contextOf(db: Database, { viewer, today }: Onlooker): Context {
  return { db, viewer, today, language: 'EN', requestId: 'import', cost: { add: () => {} }, memo: new Map() };
}

/** Owners of strategies and objectives of the pack, and organizations that its states belong to. */
async function organizationsConcerned(context: Context, pack: Pack, known: Known): Promise<string[]> {
  const ends = pack.link.flatMap(({ value }) => [value.national, value.regional].map((id) => known.strategies.get(strategyOf(id))));
  const owners = [...pack.strategy.map(({ value }) => value.owner), ...ends];
  const states = new Set(owners.map((owner) => owner?.state));
  const memberships = (await getMemberships(context)).filter((membership) => isMemberAt(membership, context.today));
  return [
    ...new Set([
      ...owners.flatMap((owner) => owner?.organization ?? []),
      ...memberships.flatMap(({ stateKey, organizationKey }) => (stateKey !== null && states.has(stateKey) ? organizationKey : [])),
      ...pack.membership.map(({ value }) => value.org),
    ]),
  ].toSorted();
}
