// Whose a thing is, whom it reaches, and who may change or clear it. The same rules as the SQL functions of schema/migrations/0007_access.sql,
// for what is decided before a statement is sent.
import { organizationOf, type SignedIn, stateOf, type Viewer } from './viewer.ts';

export const visibilities = ['PRIVATE', 'SHARED', 'REGION', 'WORKING_GROUP', 'PUBLIC'] as const;
export type Visibility = (typeof visibilities)[number];
export type Publication = 'UNPUBLISHED' | 'PUBLISHED';

/** Whose a thing is: one state or one organization; of a link the state and the organization it speaks about. */
export type Ownership = { stateKey: string | null; organizationKey: string | null };

/** Whom a thing reaches. `sharedWith`: codes of states and keys of organizations, where the visibility is SHARED. */
export type Sharing = Ownership & { visibility: Visibility; sharedWith: readonly string[]; publication: Publication };

/** Is it of the viewer's own state or organization? */
export function isOwn(viewer: Viewer, { stateKey, organizationKey }: Ownership): boolean {
  const [state, organization] = [stateOf(viewer), organizationOf(viewer)];
  return (state !== null && state === stateKey) || (organization !== null && organization === organizationKey);
}

/** May the viewer change what these own? Editors and approvers of the state, analysts of the organization. */
export function isEditorOf(viewer: Viewer, owners: Ownership): viewer is SignedIn {
  return isOwn(viewer, owners) && (viewer.role === 'EDITOR' || viewer.role === 'APPROVER' || viewer.role === 'ANALYST');
}

/** May the viewer clear what another account submitted? Approvers of the state, analysts of the organization. */
export function isApproverOf(viewer: Viewer, owners: Ownership): viewer is SignedIn {
  return isOwn(viewer, owners) && (viewer.role === 'APPROVER' || viewer.role === 'ANALYST');
}
