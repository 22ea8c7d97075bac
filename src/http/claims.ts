// From the claims of a verified token to the viewer they make: the claim set that any identity provider can be told to issue.
//   sub                    the account
//   synergy_role           reader, editor, approver, delegate, analyst, secretariat or admin
//   synergy_state          for reader, editor, approver and delegate: the state, ISO 3166-1 alpha-3
//   synergy_organization   for analyst: the key of the organization
import { operatorAccount } from '../core/permissions.ts';
import { officeRoles, type SignedIn, stateRoles } from '../core/viewer.ts';

export const roleClaim = 'synergy_role';
export const stateClaim = 'synergy_state';
export const organizationClaim = 'synergy_organization';

// OpenID Connect Core, section 2: a subject has at most 255 ASCII characters.
const subjectForm = /^[\x20-\x7e]{1,255}$/;
const stateForm = /^[A-Z]{3}$/;
const organizationForm = /^[a-z0-9][a-z0-9-]{0,99}$/;

/** The text of a claim where it has the form; else null. */
function claim(value: unknown, form: RegExp): string | null {
  return typeof value === 'string' && form.test(value) ? value : null;
}

/** The viewer, or null where a claim is missing or wrong. A state or an organization that nobody knows makes a viewer who owns nothing. */
export function viewerOfClaims(claims: Readonly<Record<string, unknown>>): SignedIn | null {
  const subject = claim(claims.sub, subjectForm);
  const name = claim(claims[roleClaim], /^[a-z]+$/i)?.toUpperCase();
  // The operator's name in the records is no account's.
  if (subject === null || subject === operatorAccount || name === undefined) return null;
  const stateRole = stateRoles.find((role) => role === name);
  if (stateRole) {
    const state = claim(claims[stateClaim], stateForm);
    return state === null ? null : { role: stateRole, state, subject };
  }
  if (name === 'ANALYST') {
    const organization = claim(claims[organizationClaim], organizationForm);
    return organization === null ? null : { role: name, organization, subject };
  }
  const officeRole = officeRoles.find((role) => role === name);
  return officeRole ? { role: officeRole, subject } : null;
}
