// Who is asking. Made from a credential in one place (http/auth.ts); everything else is told.

/** Users of a state. A delegate sits in the working group for it, and reads what the other users of the state read. */
export const stateRoles = ['READER', 'EDITOR', 'APPROVER', 'DELEGATE'] as const;
export type StateRole = (typeof stateRoles)[number];
/** Those who belong to no state and no organization. An admin administers, and reads no private row. */
export const officeRoles = ['SECRETARIAT', 'ADMIN'] as const;
export type OfficeRole = (typeof officeRoles)[number];

/** Who signed in. `subject` tells one account from another (who submits cannot approve); it is never shown. */
export type SignedIn =
  | { role: StateRole; state: string; subject: string }
  | { role: 'ANALYST'; organization: string; subject: string }
  | { role: OfficeRole; subject: string };

/** The reader on whose behalf a request is answered. */
export type Viewer = { role: 'PUBLIC' } | SignedIn;

export const publicViewer: Viewer = { role: 'PUBLIC' };

export const viewerRoles = ['PUBLIC', ...stateRoles, 'ANALYST', ...officeRoles] as const;
export type ViewerRole = (typeof viewerRoles)[number];

/** The state whose user it is; null for others. */
export function stateOf(viewer: Viewer): string | null {
  return 'state' in viewer ? viewer.state : null;
}

/** The organization whose analyst it is; null for others. */
export function organizationOf(viewer: Viewer): string | null {
  return 'organization' in viewer ? viewer.organization : null;
}
