// Reads and writes what states say of their records.
import type { Viewer } from '../core/viewer.ts';
import type { Database } from '../store/db.ts';
import { anyOf, keyOrder } from '../store/sql.ts';
import { visibleRecordStatement } from '../store/visibility.ts';
import type { RecordStatement } from './record-statements.ts';

function selectStatements(db: Database, viewer: Viewer) {
  return db
    .selectFrom('record_statement as r')
    .select([
      'r.statement_key as key',
      'r.state_key as stateKey',
      'r.subject',
      'r.subject_key as subjectKey',
      'r.reading',
      'r.decision',
      'r.proposed',
      'r.reason',
      'r.reference',
      'r.reference_date as referenceDate',
      'r.role',
      'r.stated_on as statedOn',
      'r.visibility',
      'r.ended_role as endedRole',
      'r.ended_on as endedOn',
      'r.version',
    ])
    .where(visibleRecordStatement(viewer, 'r'))
    .$castTo<RecordStatement>();
}

/** Visible statements with these keys. */
export function findRecordStatementsByKey(db: Database, viewer: Viewer, keys: readonly string[]): Promise<RecordStatement[]> {
  return selectStatements(db, viewer).where('r.statement_key', '=', anyOf(keys)).execute();
}

/** Visible statements of these states, those that have ended too: by subject, the oldest first. */
export function findRecordStatements(db: Database, viewer: Viewer, stateKeys: readonly string[]): Promise<RecordStatement[]> {
  return selectStatements(db, viewer)
    .where('r.state_key', '=', anyOf(stateKeys))
    .orderBy(keyOrder('r.subject'))
    .orderBy(keyOrder('r.subject_key'))
    .orderBy('r.stated_on')
    .orderBy('r.ended_on', (order) => order.asc().nullsLast())
    .orderBy(keyOrder('r.statement_key'))
    .execute();
}

/** `statedBy`: the account. */
export type NewRecordStatement = Omit<RecordStatement, 'endedRole' | 'endedOn' | 'version'> & { statedBy: string };

/** Writes a statement. Throws where one on the same reading stands. */
export async function insertRecordStatement(db: Database, it: NewRecordStatement): Promise<void> {
  await db
    .insertInto('record_statement')
    .values({
      statement_key: it.key,
      state_key: it.stateKey,
      subject: it.subject,
      subject_key: it.subjectKey,
      reading: it.reading,
      decision: it.decision,
      proposed: it.proposed,
      reason: it.reason,
      reference: it.reference,
      reference_date: it.referenceDate,
      role: it.role,
      stated_on: it.statedOn,
      stated_by: it.statedBy,
      visibility: it.visibility,
    })
    .execute();
}

/** Ends a visible statement that stands; says whether it did. */
export async function endRecordStatement(
  db: Database,
  viewer: Viewer,
  key: string,
  by: { role: string; subject: string; on: string },
): Promise<boolean> {
  const ended = await db
    .updateTable('record_statement as r')
    .set((eb) => ({ ended_role: by.role, ended_on: by.on, ended_by: by.subject, version: eb('r.version', '+', 1) }))
    .where('r.statement_key', '=', key)
    .where('r.ended_on', 'is', null)
    .where(visibleRecordStatement(viewer, 'r'))
    .returning('r.statement_key')
    .execute();
  return ended.length > 0;
}
