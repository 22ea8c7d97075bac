// Views of the matrices: states by objectives, elements, threats and kinds of strategy. A line of their sheets is one cell. Pure.
import type { AlignmentStatus, CoverageStatus, ElementStatus, EvidenceBasis, ThreatStatus } from '../alignment/model.ts';
import { type Cell, type Computed, type Concept, computedFields, computedSheet, type Sheet, type State, stateFields, type View } from './view.ts';

/** What the matrices share: rows of states, and what is shown beside each. */
export type Matrix = Computed & { rows: State[]; rowNotes: (string | null)[] };

export type Summary = { aligned: number; partial: number; gap: number; read: number; members: number };

export type AlignmentData = {
  alignmentMatrix: Matrix & {
    organization: { key: string; name: string };
    ended: boolean;
    strategies: { key: string; title: string }[];
    lapsed: boolean[];
    recordScopes: string[][];
    columns: (Concept & { strategy: { key: string } })[];
    lows: number[][];
    highs: number[][];
    statuses: AlignmentStatus[][];
    bases: EvidenceBasis[][];
    hints: number[][];
    evidenceCounts: number[][];
    columnSummaries: (Summary & { low: number | null; high: number | null; completeness: number | null })[];
    unseenStrategies: { strategy: { key: string }; nodeCount: number; message: string }[];
  };
};

export type ElementData = {
  elementMatrix: Matrix & {
    lapsed: boolean[];
    columns: Concept[];
    depths: (number | null)[][];
    generalDepths: (number | null)[][];
    statuses: ElementStatus[][];
  };
};

export type ThreatData = {
  threatMatrix: Matrix & {
    lapsed: boolean[];
    columns: Concept[];
    exposures: (number | null)[][];
    named: boolean[][];
    planned: (number | null)[][];
    statuses: ThreatStatus[][];
    stale: boolean[][];
  };
};

export type CoverageData = { strategyCoverage: Matrix & { columns: string[]; statuses: CoverageStatus[][]; party: (boolean | null)[][] } };

const stateHeader = ['state', 'state_name', 'state_note', 'membership_note'];

/** One line for each cell: what is said of the state, then what `cells` gives for row and column. */
function cellSheet<Column>(
  matrix: Matrix & { columns: readonly Column[] },
  header: readonly string[],
  cells: (row: number, column: number, of: Column) => Cell[],
): Sheet {
  const rows = matrix.rows.flatMap(({ key, name, note }, row) =>
    matrix.columns.map((of, column) => ({ of: matrix, cells: [key, name, note, matrix.rowNotes[row], ...cells(row, column, of)] })),
  );
  return computedSheet([...stateHeader, ...header], rows);
}

export const alignmentView: View<AlignmentData> = {
  key: 'matrix',
  about: 'members by objectives of their organization',
  scope: 'organization',
  name: 'Matrix',
  variables: { organization: 'String!', strategies: '[String!]', asOf: 'Date', includeUnseen: 'Boolean' },
  selection: `alignmentMatrix(organization: $organization, strategies: $strategies, asOf: $asOf, includeUnseen: $includeUnseen) {
    ${computedFields}
    organization { key name }
    ended
    strategies { key title }
    rows { ${stateFields} }
    rowNotes
    lapsed
    recordScopes
    columns { key label strategy { key } }
    lows
    highs
    statuses
    bases
    hints
    evidenceCounts
    columnSummaries { aligned partial gap read members low high completeness }
    unseenStrategies { strategy { key } nodeCount message }
  }`,
  sheet: ({ alignmentMatrix: it }) =>
    cellSheet(
      it,
      [
        'lapsed',
        'record_scopes',
        'strategy',
        'strategy_ended',
        'objective',
        'objective_label',
        'low',
        'high',
        'status',
        'basis',
        'hint',
        'evidence_count',
      ],
      (row, column, objective) => [
        it.lapsed[row],
        it.recordScopes[row],
        objective.strategy.key,
        it.ended,
        objective.key,
        objective.label,
        it.lows[row]?.[column],
        it.highs[row]?.[column],
        it.statuses[row]?.[column],
        it.bases[row]?.[column],
        it.hints[row]?.[column],
        it.evidenceCounts[row]?.[column],
      ],
    ),
};

export const elementView: View<ElementData> = {
  key: 'elements',
  about: 'states by the elements of paras 28-29',
  scope: 'organization or states',
  name: 'Elements',
  variables: { organization: 'String', states: '[String!]', asOf: 'Date', includeUnseen: 'Boolean' },
  selection: `elementMatrix(organization: $organization, states: $states, asOf: $asOf, includeUnseen: $includeUnseen) {
    ${computedFields}
    rows { ${stateFields} }
    rowNotes
    lapsed
    columns { key label }
    depths
    generalDepths
    statuses
  }`,
  sheet: ({ elementMatrix: it }) =>
    cellSheet(it, ['lapsed', 'element', 'element_label', 'depth', 'general_depth', 'status'], (row, column, element) => [
      it.lapsed[row],
      element.key,
      element.label,
      it.depths[row]?.[column],
      it.generalDepths[row]?.[column],
      it.statuses[row]?.[column],
    ]),
};

export const threatView: View<ThreatData> = {
  key: 'threat-matrix',
  about: 'states by threats: exposure beside planning',
  scope: 'organization or states',
  name: 'ThreatMatrix',
  variables: { organization: 'String', states: '[String!]', asOf: 'Date', sources: 'FindingSources' },
  selection: `threatMatrix(organization: $organization, states: $states, asOf: $asOf, sources: $sources) {
    ${computedFields}
    rows { ${stateFields} }
    rowNotes
    lapsed
    columns { key label }
    exposures
    named
    planned
    statuses
    stale
  }`,
  sheet: ({ threatMatrix: it }) =>
    cellSheet(it, ['lapsed', 'threat', 'threat_label', 'exposure', 'named', 'planned', 'status', 'stale'], (row, column, threat) => [
      it.lapsed[row],
      threat.key,
      threat.label,
      it.exposures[row]?.[column],
      it.named[row]?.[column],
      it.planned[row]?.[column],
      it.statuses[row]?.[column],
      it.stale[row]?.[column],
    ]),
};

export const coverageView: View<CoverageData> = {
  key: 'coverage',
  about: 'states by kinds of strategy, and the instruments they are party to',
  scope: 'organization or states',
  name: 'Coverage',
  variables: { organization: 'String', states: '[String!]', asOf: 'Date' },
  selection: `strategyCoverage(organization: $organization, states: $states, asOf: $asOf) {
    ${computedFields}
    rows { ${stateFields} }
    rowNotes
    columns
    statuses
    party
  }`,
  sheet: ({ strategyCoverage: it }) =>
    cellSheet(it, ['scope', 'status', 'party'], (row, column, scope) => [scope, it.statuses[row]?.[column], it.party[row]?.[column]]),
};
