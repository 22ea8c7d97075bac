// Who may see what, written by hand from the rules and independent of the SQL that it is held against.
import type { Sharing } from '../../src/core/sharing.ts';
import { organizationOf, stateOf, type Viewer } from '../../src/core/viewer.ts';
import type { Activity, Match, Need } from './assistance-world.ts';
import { memberships, thisYear } from './cast.ts';

const isUserOfState = (viewer: Viewer) => ['READER', 'EDITOR', 'APPROVER', 'DELEGATE'].includes(viewer.role);

/** Full members of an organization today. */
export const membersOf = (organization: string) =>
  memberships
    .filter((it) => it.organization === organization && it.role !== 'associate' && it.role !== 'observer')
    .filter((it) => it.from <= thisYear && (it.to === null || thisYear < it.to))
    .map((it) => it.state);

const organizationsOf = (state: string) => ['xreg', 'xoth'].filter((organization) => membersOf(organization).includes(state));

/** Is the viewer of the state or organization that owns it? */
export function isOwner(viewer: Viewer, { stateKey, organizationKey }: Pick<Sharing, 'stateKey' | 'organizationKey'>): boolean {
  if (isUserOfState(viewer)) return stateOf(viewer) === stateKey;
  return viewer.role === 'ANALYST' && organizationOf(viewer) === organizationKey;
}

/** Does something with this visibility reach the viewer once it is published? */
function isReached(viewer: Viewer, { visibility, sharedWith, stateKey, organizationKey }: Sharing): boolean {
  switch (visibility) {
    case 'PUBLIC':
      return true;
    case 'SHARED':
      return sharedWith.includes((isUserOfState(viewer) ? stateOf(viewer) : organizationOf(viewer)) ?? 'nobody');
    case 'REGION': {
      const region = stateKey !== null ? organizationsOf(stateKey) : [organizationKey ?? ''];
      if (viewer.role === 'ANALYST') return region.includes(organizationOf(viewer) ?? '');
      return isUserOfState(viewer) && region.some((organization) => membersOf(organization).includes(stateOf(viewer) ?? ''));
    }
    case 'WORKING_GROUP':
      return viewer.role === 'DELEGATE' || viewer.role === 'SECRETARIAT';
    default:
      return false;
  }
}

/** May the viewer see a strategy, an assessment or an entry of the trail? */
export function seesOwned(viewer: Viewer, sharing: Sharing): boolean {
  return isOwner(viewer, sharing) || (sharing.publication === 'PUBLISHED' && isReached(viewer, sharing));
}

/** May a viewer who sees both its ends see a link? `parties`: the state and the organization it speaks about. */
export function seesLink(viewer: Viewer, parties: Sharing): boolean {
  const isParty = isOwner(viewer, { ...parties, organizationKey: null }) || isOwner(viewer, { ...parties, stateKey: null });
  return isParty || (parties.publication === 'PUBLISHED' && isReached(viewer, { ...parties, organizationKey: null }));
}

/** May the viewer see what a state agreed to? */
export function seesAgreement(
  viewer: Viewer,
  { kind, stateKey, organizationKey }: { kind: string; stateKey: string; organizationKey: string | null },
): boolean {
  return kind === 'ADVICE' || isOwner(viewer, { stateKey, organizationKey: null }) || isOwner(viewer, { stateKey: null, organizationKey });
}

/** May the viewer see what a state says of its record? What is about a reading of the public, everybody. */
export const seesWord = (viewer: Viewer, { stateKey, isPublic }: { stateKey: string; isPublic: boolean }): boolean =>
  isPublic || isOwner(viewer, { stateKey, organizationKey: null });

/** May the viewer see a need? Its state; who observed it, until the state confirms it; then whom the state lets know, until it takes it back. */
export function seesNeed(viewer: Viewer, { stateKey, observer, isConfirmed, stage, consent }: Need): boolean {
  if (isUserOfState(viewer) && stateOf(viewer) === stateKey) return true;
  if (!isConfirmed && observer !== null) return observer === 'SECRETARIAT' ? viewer.role === 'SECRETARIAT' : organizationOf(viewer) === observer;
  const reaches = consent === 'PUBLIC' || (consent === 'WORKING_GROUP' && (viewer.role === 'DELEGATE' || viewer.role === 'SECRETARIAT'));
  return isConfirmed && stage !== 'WITHDRAWN' && reaches;
}

/** May the viewer see what was matched to a need? What the state has not accepted: the state and the Secretariat alone. */
export function seesMatch(viewer: Viewer, { status }: Match, need: Need): boolean {
  const isBetween = (isUserOfState(viewer) && stateOf(viewer) === need.stateKey) || viewer.role === 'SECRETARIAT';
  return seesNeed(viewer, need) && (status === 'ACCEPTED' || isBetween);
}

/** Does the viewer keep the register of activities, and see where each was read? */
export const keepsRegister = ({ role }: Viewer): boolean => role === 'SECRETARIAT' || role === 'ADMIN';

/** May the viewer see an activity of the register? What is not published: those who keep the register. */
export const seesActivity = (viewer: Viewer, { publication }: Activity): boolean => publication === 'PUBLISHED' || keepsRegister(viewer);
