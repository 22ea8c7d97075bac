// Rows for the tests of technical assistance, with what does not matter to a test filled in.
import type { Activity, Need, NeedMatch, NeedStep } from './model.ts';

export const activityRow = (key: string, given: Partial<Activity> = {}): Activity => ({
  key,
  title: key,
  iatiIdentifier: null,
  reportingOrg: null,
  status: null,
  isOffer: false,
  publication: 'PUBLISHED',
  start: '2025',
  end: '2027',
  sourceUrl: null,
  verification: null,
  note: null,
  version: 1,
  providers: [`provider of ${key}`],
  funders: [`funder of ${key}`],
  recipients: [{ stateKey: 'XAA', regionKey: null, percentage: null }],
  themes: [{ scheme: 'ELEMENT', key: 'prevention' }],
  budgets: [],
  ...given,
});

export const needRow = (key: string, given: Partial<Need> = {}): Need => ({
  key,
  stateKey: 'XAA',
  elementKey: 'prevention',
  threatKey: null,
  provisionKey: null,
  objectiveKey: null,
  origin: 'REQUESTED',
  urgency: 'HIGH',
  reason: 'We have nobody to do it.',
  consent: 'PUBLIC',
  confirmedOn: '2026-01-02',
  dueOn: null,
  recorderOrganizationKey: null,
  version: 1,
  steps: [stepRow('EXPRESSED', '2026-01-01'), stepRow('CONFIRMED', '2026-01-02')],
  matches: [],
  ...given,
});

export function stepRow(stage: NeedStep['stage'], on: string, given: Partial<NeedStep> = {}): NeedStep {
  return { stage, isMet: false, on, dueOn: null, reason: null, role: 'EDITOR', stateKey: 'XAA', organizationKey: null, ...given };
}

export const matchRow = (status: NeedMatch['status'], decidedOn: string | null): NeedMatch => ({
  key: `match-${status}`,
  activityKey: 'A',
  kind: 'PROPOSAL',
  status,
  note: null,
  proposedOn: '2026-01-03',
  decidedOn,
  decisionReason: null,
});
