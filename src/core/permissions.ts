// Who may do what to things with an owner, and what everyone else is told. Asked once the thing was found under the viewer. Pure.
import { AppError } from './errors.ts';
import { isApproverOf, isEditorOf, type Ownership } from './sharing.ts';
import type { SignedIn } from './viewer.ts';

/** Throws FORBIDDEN unless the viewer edits what these own. `what` names the thing. */
export function mustEdit(viewer: SignedIn, owners: Ownership, what: string): void {
  if (!isEditorOf(viewer, owners))
    throw new AppError(
      'FORBIDDEN',
      `Only ${owners.stateKey !== null ? 'an editor or approver of the state' : 'an analyst of the organization'} that owns ${what} may change it.`,
    );
}

/** Throws FORBIDDEN unless the viewer clears what these own, or takes it back. */
export function mustApprove(viewer: SignedIn, owners: Ownership, what: string): void {
  if (!isApproverOf(viewer, owners))
    throw new AppError(
      'FORBIDDEN',
      `Only ${owners.stateKey !== null ? 'an approver of the state' : 'an analyst of the organization'} that owns ${what} may publish it or take it back.`,
    );
}

/** Throws FORBIDDEN where the viewer would clear its own work. `submitters`: accounts that wrote any part of it; none where it came from the operator. */
export function mustBeSecondPerson(viewer: SignedIn, submitters: readonly string[], what: string): void {
  if (submitters.includes(viewer.subject))
    throw new AppError(
      'FORBIDDEN',
      `A part of ${what} was written from this account. Ask another account that may publish it and wrote no part of it: two persons see what others read.`,
    );
}

/** The state or organization for which the viewer records things. Throws FORBIDDEN where it records none. */
export function ownershipOf(viewer: SignedIn, what: string): Ownership {
  if (viewer.role === 'EDITOR' || viewer.role === 'APPROVER') return { stateKey: viewer.state, organizationKey: null };
  if (viewer.role === 'ANALYST') return { stateKey: null, organizationKey: viewer.organization };
  throw new AppError('FORBIDDEN', `Only editors and approvers of a state and analysts of an organization record ${what}.`);
}

/** Who last changed what the operator brought in, where an account is to be named. */
export const operatorAccount = 'operator';
