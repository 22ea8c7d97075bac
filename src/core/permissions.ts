// Who may do what to things with an owner, and what everyone else is told. Asked once the thing was found under the viewer. Pure.

import { say } from '../i18n/words.ts';
import { AppError } from './errors.ts';
import { isApproverOf, isEditorOf, type Ownership } from './sharing.ts';
import type { SignedIn } from './viewer.ts';

const kindOf = ({ stateKey }: Ownership) => (stateKey !== null ? 'state' : 'organization');

/** Throws FORBIDDEN unless the viewer edits what these own. */
export function mustEdit(viewer: SignedIn, owners: Ownership, key: string): void {
  if (!isEditorOf(viewer, owners)) throw new AppError('FORBIDDEN', say(`error.mustEdit.${kindOf(owners)}`, { key }));
}

/** Throws FORBIDDEN unless the viewer clears what these own, or takes it back. */
export function mustApprove(viewer: SignedIn, owners: Ownership, key: string): void {
  if (!isApproverOf(viewer, owners)) throw new AppError('FORBIDDEN', say(`error.mustApprove.${kindOf(owners)}`, { key }));
}

/** Throws FORBIDDEN where the viewer would clear its own work. `submitters`: accounts that wrote any part of it; none where it came from the operator. */
export function mustBeSecondPerson(viewer: SignedIn, submitters: readonly string[], key: string): void {
  if (submitters.includes(viewer.subject)) throw new AppError('FORBIDDEN', say('error.secondPerson', { key }));
}

/** The state or organization for which the viewer records things. Throws FORBIDDEN where it records none. */
export function ownershipOf(viewer: SignedIn, what: 'assessments' | 'strategies'): Ownership {
  if (viewer.role === 'EDITOR' || viewer.role === 'APPROVER') return { stateKey: viewer.state, organizationKey: null };
  if (viewer.role === 'ANALYST') return { stateKey: null, organizationKey: viewer.organization };
  throw new AppError('FORBIDDEN', say(`error.recordOwn.${what}`));
}

/** Who last changed what the operator brought in, where an account is to be named. */
export const operatorAccount = 'operator';
