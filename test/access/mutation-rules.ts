// What the rows of the policy of changes are made of: what a mutation is tried on, what may come of it, and who may do what.
import type { Sharing } from '../../src/core/sharing.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import { isOwner } from './oracle.ts';
import type { Standing } from './positions.ts';

export type Outcome = 'DONE' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'INVALID';

/** What a mutation is tried on. `key` names it; `id` is its global id. */
export type Target = Sharing & { key: string; id: string; standing: Standing; isSeen: (viewer: Viewer) => boolean };

export type Kind =
  | 'strategy'
  | 'assessment'
  | 'link'
  | 'contest'
  | 'not applicable'
  | 'word'
  | 'owner'
  | 'state'
  | 'need'
  | 'match'
  | 'activity'
  | 'session';

export type MutationPolicy = {
  on: Kind;
  input: (target: Target) => object;
  outcome: (viewer: Viewer, target: Target) => Outcome;
  /** Fields of the input that name something: each is tried with ids of every other kind. */
  references: readonly string[];
  /** Ids that the doer may rightly name there. */
  mayName?: (reference: string, id: string) => boolean;
};

export const isEditor = (viewer: Viewer, owner: Pick<Sharing, 'stateKey' | 'organizationKey'>) =>
  isOwner(viewer, owner) && ['EDITOR', 'APPROVER', 'ANALYST'].includes(viewer.role);
export const isApprover = (viewer: Viewer, owner: Pick<Sharing, 'stateKey' | 'organizationKey'>) =>
  isOwner(viewer, owner) && ['APPROVER', 'ANALYST'].includes(viewer.role);
export const stateOnly = ({ stateKey }: Target) => ({ stateKey, organizationKey: null });
export const organizationOnly = ({ organizationKey }: Target) => ({ stateKey: null, organizationKey });

/** Who nobody is, who does not see, and who may not; then what the thing itself allows. */
export function asks(
  may: (viewer: Viewer, target: Target) => boolean,
  then: (viewer: Viewer, target: Target) => Outcome = () => 'DONE',
): MutationPolicy['outcome'] {
  return (viewer, target) => {
    if (viewer.role === 'PUBLIC') return 'UNAUTHENTICATED';
    if (!target.isSeen(viewer)) return 'NOT_FOUND';
    return may(viewer, target) ? then(viewer, target) : 'FORBIDDEN';
  };
}

export const unpublishedOnly = (_viewer: Viewer, { standing }: Target): Outcome => (standing === 'PUBLISHED' ? 'CONFLICT' : 'DONE');
export const publishedOnly = (_viewer: Viewer, { standing }: Target): Outcome => (standing === 'PUBLISHED' ? 'DONE' : 'CONFLICT');
export const text = (words: string) => ({ EN: words });
export const clears = (viewer: Viewer, target: Target) => isApprover(viewer, stateOnly(target)) || isApprover(viewer, organizationOnly(target));
