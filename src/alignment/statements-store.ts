// Reads and writes statements on cells. A statement is seen by who sees the objective and, where it is about a link, the link.
import type { Note } from '../core/note.ts';
import type { Viewer } from '../core/viewer.ts';
import type { Database } from '../store/db.ts';
import { anyOf, keyOrder } from '../store/sql.ts';
import { visibleCellStatement } from '../store/visibility.ts';
import type { Side } from '../strategies/model.ts';
import type { CellStatement, StatementKind, StatementOutcome } from './statements.ts';

type Row = Omit<CellStatement, 'sharing'> & CellStatement['sharing'];

function selectStatements(db: Database, viewer: Viewer) {
  return db
    .selectFrom('cell_statement as c')
    .innerJoin('strategy_node as o', 'o.strategy_node_id', 'c.objective_id')
    .innerJoin('strategy as r', 'r.strategy_id', 'o.strategy_id')
    .leftJoin('link as l', 'l.link_id', 'c.link_id')
    .leftJoin('strategy as p', 'p.strategy_id', 'l.national_strategy_id')
    .leftJoin('strategy_node as n', 'n.strategy_node_id', 'l.national_node_id')
    .select((eb) => [
      'c.cell_statement_id as statementId',
      'c.statement_key as key',
      'c.kind',
      'c.state_key as stateKey',
      'c.objective_id as objectiveId',
      'o.strategy_node_key as objectiveKey',
      'o.strategy_id as objectiveStrategyId',
      'c.link_id as linkId',
      eb.fn.coalesce('n.strategy_node_key', 'p.strategy_key').as('linkNationalKey'),
      'c.side',
      'c.organization_key as organizationKey',
      'c.role',
      'c.reason',
      'c.reference',
      'c.reference_date as referenceDate',
      'c.stated_on as statedOn',
      'c.outcome',
      'c.resolution',
      'c.resolved_side as resolvedSide',
      'c.resolved_role as resolvedRole',
      'c.resolved_on as resolvedOn',
      'c.version',
      eb.fn.coalesce('l.visibility', 'r.visibility').as('visibility'),
      eb.fn.coalesce('l.shared_with', 'r.shared_with').as('sharedWith'),
      eb.fn.coalesce('l.publication', 'r.publication').as('publication'),
    ])
    .where(visibleCellStatement(viewer, 'c'))
    .orderBy('c.stated_on')
    .orderBy(keyOrder('c.statement_key'))
    .$castTo<Row>();
}

const statementOf = ({ visibility, sharedWith, publication, ...said }: Row): CellStatement => ({
  ...said,
  sharing: { visibility, sharedWith, publication },
});

/** Visible statements with these keys, the oldest first. */
export async function findStatementsByKey(db: Database, viewer: Viewer, keys: readonly string[]): Promise<CellStatement[]> {
  return (await selectStatements(db, viewer).where('c.statement_key', '=', anyOf(keys)).execute()).map(statementOf);
}

/** Visible statements of both sides on cells of a state, open and resolved, the oldest first. */
export async function findStatementsOn(db: Database, viewer: Viewer, stateKey: string, objectiveIds: readonly number[]): Promise<CellStatement[]> {
  const query = selectStatements(db, viewer).where('c.state_key', '=', stateKey).where('c.objective_id', '=', anyOf(objectiveIds));
  return (await query.execute()).map(statementOf);
}

/** A statement to be written. `statedBy`: the account. */
export type NewStatement = Note & {
  key: string;
  kind: StatementKind;
  stateKey: string;
  objectiveId: number;
  linkId: number | null;
  side: Side;
  organizationKey: string;
  role: string;
  reason: string;
  statedOn: string;
  statedBy: string;
};

/** Writes statements. Throws where one like it is open. */
export async function insertStatements(db: Database, statements: readonly NewStatement[]): Promise<void> {
  if (statements.length === 0) return;
  await db
    .insertInto('cell_statement')
    .values(
      statements.map((it) => ({
        statement_key: it.key,
        kind: it.kind,
        state_key: it.stateKey,
        objective_id: it.objectiveId,
        link_id: it.linkId,
        side: it.side,
        organization_key: it.organizationKey,
        role: it.role,
        reason: it.reason,
        reference: it.reference,
        reference_date: it.referenceDate,
        stated_on: it.statedOn,
        stated_by: it.statedBy,
      })),
    )
    .execute();
}

/** Locks a visible statement until the transaction ends, and gives the account that made it and how it stands. */
export function lockStatement(db: Database, viewer: Viewer, statementId: number) {
  return db
    .selectFrom('cell_statement as c')
    .select(['c.stated_by as statedBy', 'c.outcome'])
    .where('c.cell_statement_id', '=', statementId)
    .where(visibleCellStatement(viewer, 'c'))
    .forUpdate()
    .executeTakeFirst();
}

/** How a statement ends. `resolvedBy`: the account. */
export type Resolution = {
  outcome: StatementOutcome;
  resolution: string | null;
  resolvedSide: Side;
  resolvedRole: string;
  resolvedOn: string;
  resolvedBy: string;
};

export async function resolveStatement(db: Database, statementId: number, it: Resolution): Promise<void> {
  await db
    .updateTable('cell_statement')
    .set((eb) => ({
      outcome: it.outcome,
      resolution: it.resolution,
      resolved_side: it.resolvedSide,
      resolved_role: it.resolvedRole,
      resolved_on: it.resolvedOn,
      resolved_by: it.resolvedBy,
      version: eb('version', '+', 1),
    }))
    .where('cell_statement_id', '=', statementId)
    .execute();
}
