// Views of what is recorded: strategies, states and organizations. Pure.
import { keysOf, type View } from './view.ts';

export type Connection<T> = { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: { node: T }[] };

export type StrategiesData = {
  strategies: Connection<{
    key: string;
    title: string;
    english: string;
    originalTitle: string;
    originalLanguage: string;
    owner: { key: string; name: string; acronym?: string | null };
    level: string;
    scope: string;
    status: string;
    phase: string;
    adopted: string | null;
    validFrom: string | null;
    validTo: string | null;
    adoptingBody: string | null;
    leadBody: string | null;
    statusNote: string | null;
    verified: boolean;
    verifiedNote: string | null;
    fullyRead: boolean;
    themes: { key: string }[];
    supersededBy: { key: string }[];
  }>;
};

export const strategiesView: View<StrategiesData> = {
  key: 'strategies',
  about: 'strategies, of an organization, of states or all',
  scope: 'any',
  pages: 'strategies',
  name: 'Strategies',
  variables: {
    organization: 'String',
    states: '[String!]',
    scopes: '[StrategyScope!]',
    level: 'StrategyLevel',
    status: 'StrategyStatus',
    inForceOn: 'Date',
    text: 'String',
    asOf: 'Date',
    first: 'Int',
    after: 'String',
  },
  selection: `strategies(
    filter: { organization: $organization, states: $states, scopes: $scopes, level: $level, status: $status, inForceOn: $inForceOn, text: $text }
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        key
        title
        english: title(lang: EN)
        originalTitle
        originalLanguage
        owner { ... on MemberState { key name } ... on Organization { key name } }
        level
        scope
        status
        phase(asOf: $asOf)
        adopted
        validFrom
        validTo
        adoptingBody
        leadBody
        statusNote
        verified
        verifiedNote
        fullyRead
        themes { key }
        supersededBy { key }
      }
    }
  }`,
  sheet: ({ strategies }) => ({
    header: [
      'strategy',
      'title',
      'original_title',
      'original_language',
      'owner',
      'owner_name',
      'level',
      'scope',
      'status',
      'phase',
      'adopted',
      'valid_from',
      'valid_to',
      'adopting_body',
      'lead_body',
      'status_note',
      'verified',
      'verified_note',
      'fully_read',
      'themes',
      'superseded_by',
    ],
    rows: strategies.edges.map(({ node: it }) => [
      it.key,
      it.title,
      it.originalTitle,
      it.originalLanguage,
      it.owner.key,
      it.owner.name,
      it.level,
      it.scope,
      it.status,
      it.phase,
      it.adopted,
      it.validFrom,
      it.validTo,
      it.adoptingBody,
      it.leadBody,
      it.statusNote,
      it.verified,
      it.verifiedNote,
      it.fullyRead,
      keysOf(it.themes),
      keysOf(it.supersededBy),
    ]),
  }),
};

type StatesData = { memberStates: { key: string; iso2: string | null; m49: string | null; name: string; kind: string; note: string | null }[] };

export const statesView: View<StatesData> = {
  key: 'states',
  about: 'states with their codes',
  scope: 'none',
  name: 'States',
  variables: {},
  selection: `memberStates { key iso2 m49 name kind note }`,
  sheet: ({ memberStates }) => ({
    header: ['state', 'iso2', 'm49', 'name', 'kind', 'note'],
    rows: memberStates.map((it) => [it.key, it.iso2, it.m49, it.name, it.kind, it.note]),
  }),
};

type OrganizationsData = { organizations: { key: string; acronym: string | null; name: string; kind: string; members: { key: string }[] }[] };

export const organizationsView: View<OrganizationsData> = {
  key: 'organizations',
  about: 'organizations with their keys and members',
  scope: 'none',
  name: 'Organizations',
  variables: { asOf: 'Date' },
  selection: `organizations { key acronym name kind members(asOf: $asOf) { key } }`,
  sheet: ({ organizations }) => ({
    header: ['organization', 'acronym', 'name', 'kind', 'members'],
    rows: organizations.map((it) => [it.key, it.acronym, it.name, it.kind, keysOf(it.members)]),
  }),
};
