// The command `audit verify`: is the trail whole?
import { type AuditProblem, verifyAudit } from '../store/audit-verify.ts';
import { jsonOf } from '../views/formats.ts';
import { exits } from './failures.ts';
import { type Session, withRecords } from './session.ts';

const words: Record<AuditProblem['problem'], (position: number) => string> = {
  ALTERED: (position) => `Row ${position} is not what was written.`,
  MISSING: (position) => `Rows before row ${position} are missing.`,
  UNCHAINED: (position) => `Row ${position} does not follow the row before it.`,
  END: (position) => `Rows from row ${position} on are missing, or the end was altered.`,
  HEAD: () => 'The hash given with --head is in no row: the trail was written anew, or the hash is of another database.',
};

export async function runAuditVerify(session: Session, head: string | null): Promise<number> {
  const report = await withRecords(session, (db) => verifyAudit(db, head));
  if (session.isJson) session.print(jsonOf(report));
  else {
    const { entries, problems } = report;
    const lines = problems.map(({ position, problem }) => words[problem](position));
    const verdict = problems.length === 0 ? `The trail is whole: ${entries} ${entries === 1 ? 'row' : 'rows'}.` : 'The trail is NOT whole.';
    session.print(
      `${[...lines, verdict, ...(report.head === '' ? [] : [`Its newest row has the hash ${report.head}. Note it down elsewhere, and check it next time with --head.`])].join('\n')}\n`,
    );
  }
  return report.problems.length === 0 ? exits.ok : exits.failure;
}
