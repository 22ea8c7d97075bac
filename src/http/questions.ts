// Questions to begin with: the tabs of GraphiQL, and what the server suggests when it has started. Each is a whole query over the reference data.

/** A question in words and the query that answers it. */
export type Question = { key: string; ask: string; query: string; variables?: Record<string, unknown> };

export const questions: readonly Question[] = [
  {
    key: 'matrix',
    ask: 'Which objectives of the Caribbean Community do the plans of its members take up? Lists are [row][column].',
    query: `query Matrix($organization: String!) {
  alignmentMatrix(organization: $organization) {
    asOf
    ended
    strategies { key title }
    rows { key name }
    columns { key label }
    statuses
    lows
    highs
    columnSummaries { aligned partial gap read members }
  }
}`,
    variables: { organization: 'caricom' },
  },
  {
    key: 'cell',
    ask: 'Why does one cell say what it says?',
    query: `query Cell($state: String!, $objective: String!) {
  alignmentCell(state: $state, objective: $objective) {
    state { name }
    objective { label }
    status
    basis
    low
    high
    explanation
    evidence { relation share status rationale }
  }
}`,
    variables: { state: 'JAM', objective: 'caricom-crime-security-strategy-2013.p1.o1' },
  },
  {
    key: 'elements',
    ask: 'Which elements of paragraphs 28 and 29 does each plan contain, and how far worked out? 1 mentioned, 2 actioned, 3 accountable.',
    query: `query Elements($organization: String!) {
  elementMatrix(organization: $organization) {
    rows { key name }
    columns { key label }
    depths
    statuses
  }
}`,
    variables: { organization: 'caricom' },
  },
  {
    key: 'threats',
    ask: 'Which threats is each state exposed to, and which do its plans take up?',
    query: `query Threats($organization: String!) {
  threatMatrix(organization: $organization) {
    rows { key name }
    columns { key label }
    exposures
    planned
    statuses
    stale
  }
}`,
    variables: { organization: 'caricom' },
  },
  {
    key: 'shared-threats',
    ask: 'Which threats do members have in common, and why are they listed?',
    query: `query SharedThreats($organization: String!) {
  sharedThreats(organization: $organization) {
    threat { key label }
    members { key }
    assessed
    memberCount
    reasons { kind }
    flows { origins transits destinations period }
    regionalObjectives { key label }
  }
}`,
    variables: { organization: 'caricom' },
  },
  {
    key: 'compare',
    ask: 'What do the plans of two states have in common, and where do they differ?',
    query: `query Compare($states: [String!]!) {
  compareStates(states: $states) {
    states { key name }
    similarities
    elements { concept { label } values }
    threats { concept { label } values }
  }
}`,
    variables: { states: ['JAM', 'TTO'] },
  },
  {
    key: 'kinds',
    ask: 'Which kinds of strategy does each member have in force?',
    query: `query Kinds($organization: String!) {
  strategyCoverage(organization: $organization) {
    rows { key name }
    columns
    statuses
    party
  }
}`,
    variables: { organization: 'caricom' },
  },
  {
    key: 'synergy',
    ask: 'How much flows both ways between members and region? Each figure is n of m.',
    query: `query Synergy($organization: String!) {
  synergy(organization: $organization) {
    takenUp { n m }
    carriedBack { n m }
  }
}`,
    variables: { organization: 'caricom' },
  },
  {
    key: 'state-record',
    ask: 'What is recorded about one state?',
    query: `query StateRecord($state: String!) {
  stateRecord(state: $state) {
    asOf
    state { key name strategies { totalCount edges { node { key title scope status validFrom validTo } } } }
  }
}`,
    variables: { state: 'TTO' },
  },
  {
    key: 'strategy',
    ask: 'How is one strategy built, and what do its parts carry and serve?',
    query: `query Strategy($key: String!) {
  strategy(key: $key) {
    title
    owner { ... on MemberState { key } ... on Organization { key } }
    scope
    status
    validFrom
    validTo
    nodes {
      key
      kind
      label
      responsible
      parent { key }
      threats { key }
      elements { key }
      implementedBy { key }
      serves { key }
    }
  }
}`,
    variables: { key: 'jam-national-security-policy-2014' },
  },
  {
    key: 'search',
    ask: 'Where is a word used?',
    query: `query Search($text: String!) {
  search(text: $text, first: 10) {
    totalCount
    edges { node { __typename } }
  }
}`,
    variables: { text: 'firearms' },
  },
];
