// Questions that chance would hardly ask whole: each is asked of every pair of worlds, beside the random ones.

const entry = 'entries { key text context note groups citation state { key } strategy { key } node { key } original { text } }';
const figure = `figures { key label text value of unknown unit states { key } unknownStates { key } ${entry} }`;
const brief = `functions { key title ${figure} } questions { key title ${figure} lists { key title ${entry} } } lapsedStates { key } stateNotes attribution`;
const totals = (name: string) => `${name} { theme { key } states total unmet partlyMet met }`;
const funding = 'funding { known unknown currencies { currency amount activities } }';
const need = `key version stage status urgency reason dueOn overdue objective { key } stages { stage on who } ${funding} advisers { key }
  matches { key kind status note activity { key } reasons { kind key } history { action version } }
  candidates { activity { key } reasons { kind key } alsoServes { key } } history { action changes { field to } }`;
const view = `asOf needs activities ${totals('elements')} ${totals('threats')} overlaps { state { key } theme { key } activityKeys }`;
const needs = (filter: string) =>
  `{ assistanceNeeds(first: 100${filter}) { totalCount ${totals('elements')} ${totals('threats')} edges { cursor node { ${need} } } } }`;

export const wholeQuestions: readonly string[] = [
  `{ workingGroupBrief { ${brief} } }`,
  `{ workingGroupBrief(organization: "xreg") { ${brief} } }`,
  needs(''),
  needs(', filter: { origin: DERIVED }'),
  needs(', filter: { organization: "xreg" }, asOf: "2020-01-01"'),
  `{ assistanceActivities(first: 100) { totalCount ${funding} edges { cursor node { key providers themes { key } couldServe { key } } } } }`,
  '{ assistanceActivities(first: 100) { edges { node { key staging { file reasons { code detail } } } } } }',
  '{ stagedActivities(first: 100) { totalCount pageInfo { hasNextPage } edges { cursor node { key staging { file line importedOn reasons { code detail } } } } } }',
  '{ assistanceOverlaps { state { key } theme { key } activities { key } pairs { first second from to } } }',
  `{ sessions { key frozen { ${view} } today { ${view} } changes { figures { key was now } overlapsBegun { activityKeys } }
    recommendations { key needs { key } history { action } } } }`,
  '{ strategies(first: 100) { edges { node { key effects { key text } evaluations { key body } nodes { key } } } } }',
  '{ stateRecord(state: "XAA") { statements { id subject key reading decision proposed reason reference who open history { action version } } } }',
  '{ stateRecord(state: "XAB") { statements { key reason open } coverage { status } elements { status } } }',
  '{ monitoringCalendar(organization: "xreg") { items { kind dueOn state { key } strategy { key } evaluation { key } assessment { key } } } }',
];
