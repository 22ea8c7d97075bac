// Views of technical assistance: needs, activities of the register, and activities that overlap. Pure.
import { keysOf, type View } from './view.ts';

export type Labelled = { key: string; label: string };
export type Named = { key: string; name: string };
export type Page<Node> = { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: { node: Node }[] };

export type Funding = { known: number; unknown: number; currencies: { currency: string; amount: number; activities: number }[] };
/** Null where fewer than three states are behind it. */
export type Totals = {
  theme: Labelled | null;
  states: number;
  total: number | null;
  unmet: number | null;
  partlyMet: number | null;
  met: number | null;
};

export type Need = {
  key: string;
  origin: 'REQUESTED' | 'OBSERVED' | 'DERIVED';
  stage: Stage | null;
  status: 'UNMET' | 'PARTLY_MET' | 'MET';
  consent: 'PRIVATE' | 'WORKING_GROUP' | 'PUBLIC';
  urgency: 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL' | null;
  reason: string | null;
  dueOn: string | null;
  overdue: boolean;
  state: Named;
  element: Labelled | null;
  threat: Labelled | null;
  provision: Labelled | null;
  observer: Named | null;
  matches: {
    key: string;
    kind: 'OFFER' | 'PROPOSAL';
    status: 'PROPOSED' | 'ACCEPTED' | 'DECLINED';
    activity: { key: string; title: string } | null;
  }[];
};
export type Stage = 'EXPRESSED' | 'CONFIRMED' | 'SCOPED' | 'FUNDED' | 'IN_DELIVERY' | 'COMPLETED' | 'FOLLOWED_UP' | 'WITHDRAWN';

export type NeedsData = { assistanceNeeds: Page<Need> & { elements: Totals[]; threats: Totals[] } };

export const totalsFields = 'theme { key label } states total unmet partlyMet met';
/** What a need is, without its matches. */
export const needOwnFields = `key origin stage status consent urgency reason dueOn overdue
        state { key name } element { key label } threat { key label } provision { key label } observer { key name }`;
export const needFields = `${needOwnFields} matches { key kind status activity { key title } }`;

/** The filter of needs, and that of activities, as both views and the page pass it. */
export const needFilter =
  'organization: $organization, states: $states, element: $element, threat: $threat, origin: $origin, stage: $stage, status: $status';
export const activityFilter = 'organization: $organization, states: $states, element: $element, threat: $threat';

const rowVariables = { organization: 'String', states: '[String!]' };
export const needVariables = {
  ...rowVariables,
  element: 'String',
  threat: 'String',
  origin: 'NeedOrigin',
  stage: 'NeedStage',
  status: 'NeedStatus',
  asOf: 'Date',
} as const;

/** A page of needs. `first` is smaller on a page for people than in a file. */
export const needSelection = (first: number, after = '$after') =>
  `assistanceNeeds(filter: { ${needFilter} }, asOf: $asOf, first: ${first}, after: ${after}) {
    totalCount
    pageInfo { hasNextPage endCursor }
    elements { ${totalsFields} }
    threats { ${totalsFields} }
    edges { node { ${needFields} } }
  }`;

export const assistanceView: View<NeedsData> = {
  key: 'assistance',
  about: 'needs of technical assistance, as far as they may be known',
  scope: 'any',
  pages: 'assistanceNeeds',
  name: 'Needs',
  variables: { ...needVariables, after: 'String' },
  selection: needSelection(100),
  sheet: ({ assistanceNeeds }) => ({
    header: [
      'need',
      'state',
      'state_name',
      'element',
      'threat',
      'provision',
      'origin',
      'observer',
      'stage',
      'status',
      'urgency',
      'reason',
      'consent',
      'due_on',
      'overdue',
      'accepted_activities',
    ],
    rows: assistanceNeeds.edges.map(({ node: it }) => [
      it.key,
      it.state.key,
      it.state.name,
      it.element?.key,
      it.threat?.key,
      it.provision?.key,
      it.origin,
      it.observer?.key,
      it.stage,
      it.status,
      it.urgency,
      it.reason,
      it.consent,
      it.dueOn,
      it.overdue,
      it.matches.flatMap(({ status, activity }) => (status === 'ACCEPTED' && activity ? activity.key : [])),
    ]),
  }),
};

export type Activity = {
  key: string;
  title: string;
  providers: string[];
  funders: string[];
  reportingOrg: string | null;
  start: string | null;
  end: string | null;
  status: 'PIPELINE' | 'IMPLEMENTATION' | 'FINALISATION' | 'CLOSED' | 'CANCELLED' | 'SUSPENDED' | null;
  offer: boolean;
  publication: 'PUBLISHED' | 'UNPUBLISHED';
  note: string | null;
  verification: string | null;
  iatiIdentifier: string | null;
  source: { title: string | null; ref: string | null } | null;
  budgets: { amount: number; currency: string; year: number | null }[];
  themes: Labelled[];
  recipients: { percentage: number | null; region: string | null; state: Named | null }[];
};

export type ActivitiesData = { assistanceActivities: Page<Activity> & { funding: Funding } };

export const fundingFields = 'known unknown currencies { currency amount activities }';
export const activityFields = `key title providers funders reportingOrg start end status offer publication note verification iatiIdentifier
        source { title ref } budgets { amount currency year } themes { key label } recipients { percentage region state { key name } }`;

export const activitySelection = (first: number, after = '$after') =>
  `assistanceActivities(filter: { ${activityFilter} }, first: ${first}, after: ${after}) {
    totalCount
    pageInfo { hasNextPage endCursor }
    funding { ${fundingFields} }
    edges { node { ${activityFields} } }
  }`;

const shareOf = ({ percentage, region, state }: Activity['recipients'][number]) =>
  `${state?.key ?? region ?? ''}${percentage === null ? '' : `=${percentage}%`}`;

export const activitiesView: View<ActivitiesData> = {
  key: 'activities',
  about: 'activities and offers of technical assistance in the register',
  scope: 'any',
  pages: 'assistanceActivities',
  name: 'Activities',
  variables: { ...rowVariables, element: 'String', threat: 'String', after: 'String' },
  selection: activitySelection(100),
  sheet: ({ assistanceActivities }) => ({
    header: [
      'activity',
      'title',
      'offer',
      'status',
      'publication',
      'start',
      'end',
      'providers',
      'funders',
      'reporting_org',
      'recipients',
      'themes',
      'budgets',
      'source_title',
      'source',
      'iati_identifier',
      'verification',
      'note',
    ],
    rows: assistanceActivities.edges.map(({ node: it }) => [
      it.key,
      it.title,
      it.offer,
      it.status,
      it.publication,
      it.start,
      it.end,
      it.providers.join('; '),
      it.funders.join('; '),
      it.reportingOrg,
      it.recipients.map(shareOf),
      keysOf(it.themes),
      it.budgets.map(({ amount, currency, year }) => `${amount} ${currency}${year === null ? '' : ` (${year})`}`).join('; '),
      it.source?.title,
      it.source?.ref,
      it.iatiIdentifier,
      it.verification,
      it.note,
    ]),
  }),
};

export type Overlap = {
  state: Named;
  theme: Labelled;
  activities: { key: string; title: string }[];
  pairs: { first: string; second: string; from: string; to: string | null }[];
};
export type OverlapsData = { assistanceOverlaps: Overlap[] };

export const overlapsView: View<OverlapsData> = {
  key: 'overlaps',
  about: 'activities on one theme in one state at the same time, without a common provider or funder',
  scope: 'any',
  name: 'Overlaps',
  variables: { ...rowVariables, asOf: 'Date' },
  selection: `assistanceOverlaps(organization: $organization, states: $states, asOf: $asOf) {
    state { key name }
    theme { key label }
    activities { key title }
    pairs { first second from to }
  }`,
  sheet: ({ assistanceOverlaps }) => ({
    header: ['state', 'state_name', 'theme', 'theme_label', 'activity', 'other_activity', 'from', 'to'],
    rows: assistanceOverlaps.flatMap(({ state, theme, pairs }) =>
      pairs.map(({ first, second, from, to }) => [state.key, state.name, theme.key, theme.label, first, second, from, to]),
    ),
  }),
};
