// Alignment matrix: member x regional objective, and what each objective adds up to.

import type { StrategyScope } from '../strategies/model.ts';
import { basisOf, type CellFigures, cellFigures, isSpokenOf, recordFacts, statementIndex } from './cell.ts';
import { meanOf, rounded, roundedOrNull } from './figures.ts';
import { method } from './method.ts';
import type { AlignmentStatus, CellStatements, EvidenceBasis, LinkRow } from './model.ts';
import { type PlanRecord, recordScopes, rowsByPlan } from './record.ts';
import type { ConceptTree } from './tags.ts';
import type { ReadNode } from './trees.ts';

/** `links`: to the columns, from any plan. `hints`: of hintMatrix, or null where neither hints nor bases are asked for. */
export type AlignmentInput = {
  records: readonly PlanRecord[];
  columns: readonly ReadNode[];
  links: readonly LinkRow[];
  statements: CellStatements;
  threats: ConceptTree;
  includeUnseen: boolean;
  hints: readonly (readonly number[])[] | null;
};

/** Figures by [row][column]; rows are states, columns ids of objectives, both in the order given. */
export type AlignmentMatrix = {
  rows: string[];
  lapsed: boolean[];
  recordScopes: StrategyScope[][];
  columns: number[];
  lows: number[][];
  highs: number[][];
  statuses: AlignmentStatus[][];
  /** Null where the hints were not asked for. */
  bases: EvidenceBasis[][] | null;
  hints: readonly (readonly number[])[] | null;
  /** How many links count. */
  evidenceCounts: number[][];
  columnSummaries: AlignmentSummary[];
};

/** low, high: means over the read cells, null below 3. completeness: null where no cell could be read. */
type CellTotals = {
  aligned: number;
  partial: number;
  gap: number;
  read: number;
  low: number | null;
  high: number | null;
  completeness: number | null;
};

/** What the cells of an objective add up to. `members`: all rows, lapsed ones too. */
export type AlignmentSummary = CellTotals & { members: number };

/** What the cells of a state add up to: for that state and, where it agreed, its organization (method 0 "No ranking"). */
export type StateSummary = CellTotals & { objectives: number };

type Figures = Omit<CellFigures, 'highSum'>;

/**
 * How far each member's plans cover each objective. Unit: parts of the objective, 0 to 1, as bounds. Needs no nodes of national plans.
 * **Source**: method 2; source paper paras 30-32.
 */
export function alignmentMatrix(input: AlignmentInput): AlignmentMatrix {
  const statements = statementIndex(input.statements);
  const linksByCell = groupByCell(input.links, input.records);
  const { threats, includeUnseen } = input;
  const cells = input.records.map((record, row) => {
    const facts = recordFacts(record);
    const isKnown = record.plans.length > 0;
    return input.columns.map((objective, column): Figures => {
      const hint = input.hints?.[row]?.[column] ?? null;
      const { nodeId } = objective.row;
      const links = linksByCell[row]?.get(nodeId) ?? [];
      if (links.length > 0 || isSpokenOf(statements, record.stateKey, nodeId))
        return cellFigures(facts, { record, objective, links, statements, threats, includeUnseen, hint });
      return { low: 0, high: 1, status: isKnown ? 'UNREAD' : 'NO_RECORD', basis: basisOf([], hint), evidenceCount: 0 };
    });
  });
  const isLapsed = input.records.map((record) => record.isLapsed);
  return {
    rows: input.records.map((record) => record.stateKey),
    lapsed: isLapsed,
    recordScopes: input.records.map(recordScopes),
    columns: input.columns.map((objective) => objective.row.nodeId),
    lows: cells.map((row) => row.map((cell) => rounded(cell.low))),
    highs: cells.map((row) => row.map((cell) => rounded(cell.high))),
    statuses: cells.map((row) => row.map((cell) => cell.status)),
    bases: input.hints && cells.map((row) => row.map((cell) => cell.basis ?? 'UNREAD')),
    hints: input.hints,
    evidenceCounts: cells.map((row) => row.map((cell) => cell.evidenceCount)),
    columnSummaries: input.columns.map((_objective, column) => ({
      ...totalsOf(cells.flatMap((row, index) => (isLapsed[index] ? [] : (row[column] ?? [])))),
      members: cells.length,
    })),
  };
}

/** Links to each objective by row of the matrix, of plans in some P(s) alone: others cannot count. */
function groupByCell(links: readonly LinkRow[], records: readonly PlanRecord[]): Map<number, LinkRow[]>[] {
  const rowOf = rowsByPlan(records);
  const grouped = records.map(() => new Map<number, LinkRow[]>());
  for (const link of links) {
    const cells = grouped[rowOf.get(link.strategyId) ?? -1];
    const cell = cells?.get(link.objectiveId);
    if (cell) cell.push(link);
    else cells?.set(link.objectiveId, [link]);
  }
  return grouped;
}

const readStatuses: readonly AlignmentStatus[] = ['ALIGNED', 'PARTIAL', 'GAP'];

/** Was the cell read to an end? **Source**: method 2 "Aggregates". */
export const isReadCell = (status: AlignmentStatus): boolean => readStatuses.includes(status);

/** What one state's cells add up to, by its row; a lapsed row adds up to nothing. **Source**: method 2 "Aggregates", "Of a state". */
export function stateSummary({ lows, highs, statuses, lapsed, columns }: AlignmentMatrix, row: number): StateSummary {
  const cells = (lapsed[row] ? [] : (statuses[row] ?? [])).map((status, column) => ({
    status,
    low: lows[row]?.[column] ?? 0,
    high: highs[row]?.[column] ?? 1,
  }));
  return { ...totalsOf(cells), objectives: columns.length };
}

/** What cells add up to; `cells` of lapsed rows are left out by the caller. **Source**: method 2 "Aggregates". */
function totalsOf(cells: readonly Pick<Figures, 'low' | 'high' | 'status'>[]): CellTotals {
  const read = cells.filter((cell) => isReadCell(cell.status));
  const readable = cells.filter((cell) => cell.status !== 'NOT_APPLICABLE').length;
  const count = (status: AlignmentStatus) => read.filter((cell) => cell.status === status).length;
  const mean = (figures: number[]) => (read.length < method.readCellsMin.value ? null : roundedOrNull(meanOf(figures)));
  return {
    aligned: count('ALIGNED'),
    partial: count('PARTIAL'),
    gap: count('GAP'),
    read: read.length,
    low: mean(read.map((cell) => cell.low)),
    high: mean(read.map((cell) => cell.high)),
    completeness: readable === 0 ? null : rounded(read.length / readable),
  };
}
