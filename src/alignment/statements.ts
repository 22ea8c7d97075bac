// What states and owners say of cells: contests, and words that an objective does not apply. Both readings stay visible. Pure.
import type { Day, PartialDate } from '../core/dates.ts';
import type { Sharing } from '../core/sharing.ts';
import type { Side } from '../strategies/model.ts';
import type { CellStatements } from './model.ts';

export const statementKinds = ['CONTEST', 'NOT_APPLICABLE'] as const;
export type StatementKind = (typeof statementKinds)[number];
export const statementOutcomes = ['WITHDRAWN', 'ACCEPTED', 'ANSWERED'] as const;
export type StatementOutcome = (typeof statementOutcomes)[number];

/** One statement on a cell or, of a contest, on one link of it. Open while `outcome` is null. */
export type CellStatement = {
  statementId: number;
  key: string;
  kind: StatementKind;
  stateKey: string;
  objectiveId: number;
  objectiveKey: string;
  objectiveStrategyId: number;
  linkId: number | null;
  /** Key of the national end of that link. */
  linkNationalKey: string | null;
  /** Who says it, and owner of the objective. */
  side: Side;
  organizationKey: string;
  role: string;
  reason: string;
  reference: string | null;
  referenceDate: PartialDate | null;
  statedOn: Day;
  outcome: StatementOutcome | null;
  resolution: string | null;
  resolvedSide: Side | null;
  resolvedRole: string | null;
  resolvedOn: Day | null;
  version: number;
  /** Whom the thing it speaks of reaches: the link, else the objective. */
  sharing: Pick<Sharing, 'visibility' | 'sharedWith' | 'publication'>;
};

/** What decides a cell: the open statements. */
export type OpenStatement = Pick<CellStatement, 'kind' | 'stateKey' | 'objectiveId' | 'linkId'>;

/** Open statements by what they do to cells. **Source**: method 2 "Status". */
export function cellStatements(open: readonly OpenStatement[]): CellStatements {
  const contests = open.filter(({ kind }) => kind === 'CONTEST');
  return {
    notApplicable: open.filter(({ kind }) => kind === 'NOT_APPLICABLE'),
    contestedCells: contests.filter(({ linkId }) => linkId === null),
    contestedLinks: contests.flatMap(({ linkId }) => (linkId === null ? [] : [{ linkId }])),
  };
}

/** What is kept of a statement in the trail. */
export function statementTrail(it: CellStatement | null): Record<string, unknown> {
  if (it === null) return {};
  const { kind, stateKey, objectiveKey, linkNationalKey, side, reason, reference, referenceDate, statedOn } = it;
  const { outcome, resolution, resolvedSide, resolvedOn } = it;
  const link = linkNationalKey === null ? null : `${linkNationalKey}>${objectiveKey}`;
  const said = { kind, state: stateKey, objective: objectiveKey, link, side, reason, reference, referenceDate, statedOn };
  return { ...said, outcome, resolution, resolvedSide, resolvedOn };
}
