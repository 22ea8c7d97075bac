// Questions to begin with: the tabs of GraphiQL. Each is a whole query over the reference data.

/** A question in words and the query that answers it. */
export type Question = { key: string; ask: string; query: string };

export const questions: readonly Question[] = [
  {
    key: 'matrix',
    ask: 'Which objectives of the Caribbean Community do the plans of its members take up? Lists are [row][column].',
    query: `query Matrix {
  alignmentMatrix(organization: "caricom") {
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
  },
  {
    key: 'cell',
    ask: 'Why does one cell say what it says?',
    query: `query Cell {
  alignmentCell(state: "JAM", objective: "caricom-crime-security-strategy-2013.p2.o1") {
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
  },
  {
    key: 'elements',
    ask: 'Which elements of paragraphs 28 and 29 does each plan contain, and how far worked out? 1 mentioned, 2 actioned, 3 accountable.',
    query: `query Elements {
  elementMatrix(organization: "caricom") {
    rows { key name }
    columns { key label }
    depths
    statuses
  }
}`,
  },
  {
    key: 'threats',
    ask: 'Which threats is each state exposed to, and which do its plans take up?',
    query: `query Threats {
  threatMatrix(organization: "caricom") {
    rows { key name }
    columns { key label }
    exposures
    planned
    statuses
    stale
  }
}`,
  },
  {
    key: 'shared-threats',
    ask: 'Which threats do members have in common, and why are they listed?',
    query: `query SharedThreats {
  sharedThreats(organization: "caricom") {
    threat { key label }
    members { key }
    assessed
    memberCount
    reasons
    flows { origins { name } transits { name } destinations { name } period }
    regionalObjectives { key label }
  }
}`,
  },
  {
    key: 'compare',
    ask: 'What do the plans of two states have in common, and where do they differ?',
    query: `query Compare {
  compareStates(states: ["JAM", "TTO"]) {
    states { key name }
    similarities
    elements { concept { label } values }
    threats { concept { label } values }
  }
}`,
  },
  {
    key: 'kinds',
    ask: 'Which kinds of strategy does each member have in force?',
    query: `query Kinds {
  strategyCoverage(organization: "caricom") {
    rows { key name }
    columns
    statuses
    party
  }
}`,
  },
  {
    key: 'synergy',
    ask: 'How much flows both ways between members and region? Each figure is n of m.',
    query: `query Synergy {
  synergy(organization: "caricom") {
    takenUp { n m }
    carriedBack { n m }
  }
}`,
  },
  {
    key: 'state-record',
    ask: 'What is recorded about one state?',
    query: `query StateRecord {
  stateRecord(state: "TTO") {
    asOf
    state { key name }
    plans { key title scope validFrom validTo }
    coverage { scope status party }
    elements { element { label } status }
    threats { threat { label } exposure planned status }
    organizations { organization { key name } objectives { objective { label } status } }
  }
}`,
  },
  {
    key: 'strategy',
    ask: 'How is one strategy built, and what do its parts carry and serve?',
    query: `query Strategy {
  strategy(key: "jam-national-security-policy-2014") {
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
      deadline
      parent { key }
      threats { key }
      elements { key }
      serves { relation objective { key label } }
      implementedBy { relation node { key } strategy { key } }
    }
  }
}`,
  },
  {
    key: 'brief',
    ask: 'What would the working group be told of the Economic Community of West African States? Each figure opens to its states and sources.',
    query: `query Brief {
  workingGroupBrief(organization: "ecowas") {
    asOf
    functions { key title figures { label text } }
    questions {
      key
      title
      figures { label text states { name } unknownStates { name } entries { text citation sources { title ref } } }
    }
  }
}`,
  },
  {
    key: 'search',
    ask: 'Where is a word used?',
    query: `query Search {
  search(text: "firearms", first: 10) {
    totalCount
    edges { node { key hit { ... on Strategy { title } ... on StrategyNode { label strategy { title } } } } }
  }
}`,
  },
];
