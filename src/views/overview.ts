// The view of an organization at a glance: the counts that its other views open. Pure.
import type { AlignmentStatus, CoverageStatus, SharedThreatReason } from '../alignment/model.ts';
import { type Cell, type Computed, type Concept, computedFields, computedSheet, type Label, labelFields, type State, type View } from './view.ts';

type Fraction = { n: number; m: number };
type Dated = {
  key: string;
  title: string;
  en: string;
  originalLanguage: string;
  phase: string;
  adopted: string | null;
  validFrom: string | null;
  validTo: string | null;
};

export type CalendarItem = {
  kind: 'ASSESSMENT' | 'EVALUATION' | 'STRATEGY_END';
  status: 'OVERDUE' | 'DUE' | 'LATER' | 'UNKNOWN' | 'NEVER_RECORDED';
  state: State | null;
  assessment: { title: string; dated: string | null } | null;
};

export type OverviewData = {
  alignmentMatrix: Computed & {
    ended: boolean;
    organization: { key: string; name: string; strategies: { edges: { node: Dated }[] } };
    rows: State[];
    columns: (Label & { strategy: { key: string } })[];
    statuses: AlignmentStatus[][];
    columnSummaries: { gap: number; read: number; members: number }[];
    unseenStrategies: { message: string }[];
  };
  sharedThreats: { threat: Concept; members: { key: string }[]; assessed: number; memberCount: number; reasons: SharedThreatReason[] }[];
  strategyCoverage: { rows: State[]; columns: string[]; statuses: CoverageStatus[][] };
  synergy: { takenUp: Fraction; carriedBack: Fraction; attribution: string[] };
  monitoringCalendar: { items: CalendarItem[] };
};

/** `n` of `m`, and what is counted. */
export type Figure = { measure: string; key: string; label: string; n: number; m: number };

export const overviewView: View<OverviewData> = {
  key: 'overview',
  about: 'an organization at a glance: counts by status, shared threats, kinds of strategy, assessments, synergy',
  scope: 'organization',
  name: 'Overview',
  variables: { organization: 'String!', asOf: 'Date', sources: 'FindingSources', includeUnseen: 'Boolean' },
  selection: `alignmentMatrix(organization: $organization, asOf: $asOf, includeUnseen: $includeUnseen) {
    ${computedFields}
    ended
    organization { key name strategies(first: 100) { edges { node { key title en: title(lang: EN) originalLanguage phase(asOf: $asOf) adopted validFrom validTo } } } }
    rows { key name note }
    columns { ${labelFields} strategy { key } }
    statuses
    columnSummaries { gap read members }
    unseenStrategies { message }
  }
  sharedThreats(organization: $organization, asOf: $asOf, sources: $sources, includeUnseen: $includeUnseen) {
    threat { key label }
    members { key }
    assessed
    memberCount
    reasons
  }
  strategyCoverage(organization: $organization, asOf: $asOf) { rows { key name note } columns statuses }
  synergy(organization: $organization, asOf: $asOf, sources: $sources, includeUnseen: $includeUnseen) { takenUp { n m } carriedBack { n m } attribution }
  monitoringCalendar(organization: $organization, asOf: $asOf) {
    items { kind status state { key name note } assessment { title dated } }
  }`,
  sheet: (data) =>
    computedSheet(
      ['measure', 'key', 'label', 'n', 'm'],
      figuresOf(data).map(({ measure, key, label, n, m }) => ({
        of: { ...data.alignmentMatrix, attribution: data.synergy.attribution },
        cells: [measure, key, label, n, m] satisfies Cell[],
      })),
    ),
};

/** How often each of some values occurs, in the order given, those that do not occur left out. */
export function countsOf<Value extends string>(values: readonly Value[], order: readonly Value[]): { value: Value; n: number }[] {
  return order.flatMap((value) => {
    const n = values.filter((it) => it === value).length;
    return n === 0 ? [] : { value, n };
  });
}

/** What the dates of official assessments say of each member and of the organization; those of one body once. */
export const assessmentsOf = ({ monitoringCalendar }: Pick<OverviewData, 'monitoringCalendar'>): CalendarItem[] =>
  monitoringCalendar.items.filter(({ kind }) => kind === 'ASSESSMENT');

function figuresOf({ alignmentMatrix, sharedThreats, strategyCoverage, synergy, monitoringCalendar }: OverviewData): Figure[] {
  const cells = alignmentMatrix.statuses.flat();
  const dated = assessmentsOf({ monitoringCalendar }).filter(({ state }) => state !== null);
  return [
    ...countsOf(cells, [...new Set(cells)].toSorted()).map(({ value, n }) => ({ measure: 'cells', key: value, label: '', n, m: cells.length })),
    ...alignmentMatrix.columns.flatMap(({ key, label }, column) => {
      const summary = alignmentMatrix.columnSummaries[column];
      return summary ? { measure: 'no_matching_passage', key, label, n: summary.gap, m: summary.read } : [];
    }),
    ...sharedThreats.map(({ threat, members, memberCount }) => ({ measure: 'shared_threat', ...threat, n: members.length, m: memberCount })),
    ...strategyCoverage.columns.map((scope, column) => ({
      measure: 'strategy_in_force',
      key: scope,
      label: '',
      n: strategyCoverage.statuses.filter((row) => row[column] === 'IN_FORCE').length,
      m: strategyCoverage.rows.length,
    })),
    ...countsOf(
      dated.map(({ status }) => status),
      ['LATER', 'DUE', 'OVERDUE', 'UNKNOWN', 'NEVER_RECORDED'],
    ).map(({ value, n }) => ({ measure: 'threat_assessment', key: value, label: '', n, m: dated.length })),
    { measure: 'synergy', key: 'taken_up', label: '', ...synergy.takenUp },
    { measure: 'synergy', key: 'carried_back', label: '', ...synergy.carriedBack },
  ];
}
