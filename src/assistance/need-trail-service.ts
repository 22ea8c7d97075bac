// What every change of a need shares: it is found, held, and leaves a trail.
import { AppError } from '../core/errors.ts';
import type { Sharing } from '../core/sharing.ts';
import { organizationOf, type SignedIn, stateOf } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import { say } from '../i18n/words.ts';
import { changeOf, recordChanges } from '../store/audit.ts';
import { unseen } from './input.ts';
import type { Need } from './model.ts';
import { needsByKey } from './need-service.ts';
import { findNeeds, type LockedNeed, lockNeed } from './need-store.ts';

/** The visible need with this key. Throws NOT_FOUND. */
export async function getNeed(context: Context, key: string, field = 'input.need'): Promise<Need> {
  return (await needsByKey(context).load(key)) ?? Promise.reject(unseen(field, 'need', key));
}

/** A need is its state's. */
export const ownersOf = (stateKey: string) => ({ stateKey, organizationKey: null });

/** Who did it, as a step tells. */
export const doerOf = (viewer: SignedIn) => ({ role: viewer.role, stateKey: stateOf(viewer), organizationKey: organizationOf(viewer) });

/** Holds a need that was found before. Throws NOT_FOUND where it went out of sight meanwhile, CONFLICT where it changed. */
export async function lock(context: Context, need: Need): Promise<LockedNeed> {
  const locked = await lockNeed(context.db, context.viewer, need.key);
  if (!locked) throw unseen('input.need', 'need', need.key);
  if (locked.version !== need.version) throw new AppError('CONFLICT', say('error.needChanged'));
  return locked;
}

/** The need as it is after the change, which the trail then holds. */
export async function conclude(context: Context, viewer: SignedIn, key: string, action: string, before: Need | null): Promise<Need> {
  const [after] = await findNeeds(context.db, context.viewer, { keys: [key] });
  if (!after) throw new Error(`a need went out of sight of who changed it: ${key}`);
  const change = changeOf(before ? toldOf(before) : {}, toldOf(after));
  await recordChanges(context.db, viewer, [{ action, kind: 'AssistanceNeed', key, version: after.version, change, sharing: sharingOf(after) }]);
  return after;
}

/** What the trail tells of a need: not its objective, which not everyone who reads the need may see. */
function toldOf(need: Need): Record<string, unknown> {
  const { elementKey, threatKey, provisionKey, urgency, reason, consent, dueOn } = need;
  const last = need.steps.at(-1);
  const said = need.steps.length > 1 ? (last?.reason ?? null) : null;
  return {
    ...{ element: elementKey, threat: threatKey, provision: provisionKey, urgency, reason, consent, dueOn },
    ...{ stage: last?.stage ?? null, met: last?.isMet ?? false, why: said },
  };
}

/** Whose a need is and whom it reaches: its state, and its observer until the state confirms it; then whom the state lets know. */
export function sharingOf(need: Need): Sharing {
  const isConfirmed = need.confirmedOn !== null;
  const isTold = isConfirmed && need.steps.at(-1)?.stage !== 'WITHDRAWN';
  return {
    stateKey: need.stateKey,
    organizationKey: isConfirmed ? null : need.recorderOrganizationKey,
    visibility: need.consent,
    sharedWith: [],
    publication: isTold ? 'PUBLISHED' : 'UNPUBLISHED',
  };
}
