// Who asks and who owns, in the tests of access: made-up states and organizations, and one viewer for every position there is.
import type { SignedIn, Viewer } from '../../src/core/viewer.ts';

export const thisYear = new Date().getUTCFullYear();

export type Membership = { organization: string; state: string; role: string; from: number; to: number | null };

/** XAD left xreg this year, XAE is no full member of it, XAF joins next year; XAG belongs to nothing. */
export const memberships: readonly Membership[] = [
  { organization: 'xreg', state: 'XAA', role: 'member', from: 1990, to: null },
  { organization: 'xreg', state: 'XAB', role: 'member', from: 1990, to: null },
  { organization: 'xreg', state: 'XAC', role: 'participating-state', from: 2000, to: thisYear + 1 },
  { organization: 'xreg', state: 'XAD', role: 'member', from: 1990, to: thisYear },
  { organization: 'xreg', state: 'XAE', role: 'associate', from: 1990, to: null },
  { organization: 'xreg', state: 'XAF', role: 'member', from: thisYear + 1, to: null },
  { organization: 'xoth', state: 'XAC', role: 'member', from: 1995, to: null },
  { organization: 'xoth', state: 'XAD', role: 'member', from: 1995, to: null },
];
export const states = ['XAA', 'XAB', 'XAC', 'XAD', 'XAE', 'XAF', 'XAG'] as const;
export const organizations = ['xreg', 'xoth'] as const;

export const threats = ['drug-trafficking', 'cocaine', 'trafficking-in-persons', 'cybercrime'] as const;
export const elements = ['prevention', 'legal-framework', 'capacity-building'] as const;
export const provisions = ['untoc:31'] as const;
/** Words that titles and labels are made of, and that are searched for. */
export const words = ['border', 'police', 'harbour', 'court', 'training', 'seizure', 'market', 'victim'] as const;

const ofState = (role: 'READER' | 'EDITOR' | 'APPROVER' | 'DELEGATE', state: string): SignedIn => ({ role, state, subject: `${role}-${state}` });
const ofOrganization = (organization: string): SignedIn => ({ role: 'ANALYST', organization, subject: `ANALYST-${organization}` });

/** Every position that decides what may be seen or done. */
export const viewers: Readonly<Record<string, Viewer>> = {
  public: { role: 'PUBLIC' },
  reader: ofState('READER', 'XAA'),
  editor: ofState('EDITOR', 'XAA'),
  approver: ofState('APPROVER', 'XAA'),
  delegate: ofState('DELEGATE', 'XAA'),
  neighbour: ofState('READER', 'XAB'),
  'neighbour approver': ofState('APPROVER', 'XAB'),
  'member of both': ofState('EDITOR', 'XAC'),
  'former member': ofState('READER', 'XAD'),
  associate: ofState('READER', 'XAE'),
  'coming member': ofState('READER', 'XAF'),
  stranger: ofState('APPROVER', 'XAG'),
  'delegate elsewhere': ofState('DELEGATE', 'XAG'),
  analyst: ofOrganization('xreg'),
  'other analyst': ofOrganization('xoth'),
  secretariat: { role: 'SECRETARIAT', subject: 'SECRETARIAT' },
  admin: { role: 'ADMIN', subject: 'ADMIN' },
};
