// Member states, organizations and memberships.

import { type Day, type PartialDate, yearOf } from '../core/dates.ts';
import type { Texts } from '../store/json.ts';

export const stateKinds = ['un_member', 'un_observer', 'other_untoc_party', 'org_member'] as const;
export type StateKind = (typeof stateKinds)[number];

export type MemberState = {
  key: string;
  iso2: string | null;
  m49: string | null;
  kind: StateKind;
  region: string | null;
  subregion: string | null;
  intermediateRegion: string | null;
  name: Texts;
  note: string | null;
};

/** Is this a code for a made-up state (XAA to XJZ)? Such a state is recorded when it is first named as the owner of something. */
export function isMadeUpState(code: string): boolean {
  return /^X[A-J][A-Z]$/.test(code);
}

/** What is told of a made-up state wherever it is shown. */
export const madeUpStateNote = 'A made-up state, for examples and tests.';

export type Organization = {
  key: string;
  acronym: string | null;
  name: Texts;
  kind: string;
  seatCity: string | null;
  seatStateKey: string | null;
  founded: string | null;
  instrumentsNote: string | null;
  verification: string | null;
};

/** One spell of membership of a state (or of a territory, as associate or observer). Years: from fromYear on, before toYear. */
export type Membership = {
  organizationKey: string;
  stateKey: string | null;
  territoryKey: string | null;
  territoryName: Texts | null;
  fromYear: number;
  toYear: number | null;
  role: string;
  note: string | null;
  verification: string | null;
};

export type TreatyStatus = {
  stateKey: string;
  instrumentKey: string;
  status: 'party' | 'signatory';
  signatureDate: PartialDate | null;
  consentDate: PartialDate | null;
  consentType: string | null;
  basis: string | null;
  verification: string | null;
};

/** Is the state a row of the organization at asOf? An associate or observer is none; the year of leaving no longer counts. Source: method 0, "Rows". */
export function isMemberAt(membership: Pick<Membership, 'fromYear' | 'toYear' | 'role'>, asOf: Day): boolean {
  const year = yearOf(asOf);
  const isFull = membership.role !== 'associate' && membership.role !== 'observer';
  return isFull && membership.fromYear <= year && (membership.toYear === null || year < membership.toYear);
}
