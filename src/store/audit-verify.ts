// Checks the trail from its first row to its end. The hashes are computed by the statement here, not by the function of the database:
// whoever could alter rows could alter that too.
import { sql } from 'kysely';
import type { Database } from './db.ts';

/** What is wrong with the trail at a place in it. */
export type AuditProblem = { position: number; problem: 'ALTERED' | 'MISSING' | 'UNCHAINED' | 'END' | 'HEAD' };

/** `head`: hash of the newest row, in hexadecimal; to be kept outside, so that a trail written anew is found out too. */
export type AuditReport = { entries: number; head: string; problems: AuditProblem[] };

const problemsMax = 100;

/**
 * ALTERED: a row is not what its hash says. MISSING: rows before this one are gone. UNCHAINED: it does not hold the hash of the row
 * before. END: the last rows are gone. HEAD: the hash that was noted down is in no row.
 */
export async function verifyAudit(db: Database, notedHead: string | null): Promise<AuditReport> {
  const { rows } = await sql<{ position: number; isMissing: boolean; isUnchained: boolean; isAltered: boolean }>`
    select * from (
      select position,
        position <> coalesce(lag(position) over trail, 0) + 1 as "isMissing",
        previous_hash <> coalesce(lag(hash) over trail, '\\x') as "isUnchained",
        hash <> sha256(convert_to(jsonb_build_array(
          position, encode(previous_hash, 'hex'), to_char(occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
          actor, role, by_state_key, by_organization_key, action, kind, key, version, change,
          state_key, organization_key, visibility, to_jsonb(shared_with), publication
        )::text, 'UTF8')) as "isAltered"
      from audit_entry window trail as (order by position)
    ) as entry
    where "isMissing" or "isUnchained" or "isAltered" order by position limit ${problemsMax}`.execute(db);
  const { rows: ends } = await sql<{ entries: number; last: number; head: string; isEnd: boolean; isHeadThere: boolean }>`
    select count(*)::int as entries, coalesce(max(position), 0)::int as last,
      coalesce(encode((array_agg(hash order by position desc))[1], 'hex'), '') as head,
      coalesce((select (position, hash) from audit_head), (0::bigint, '\\x'::bytea)) = (coalesce(max(position), 0), coalesce((array_agg(hash order by position desc))[1], '\\x')) as "isEnd",
      coalesce(bool_or(encode(hash, 'hex') = ${notedHead}::text), false) as "isHeadThere"
    from audit_entry`.execute(db);
  const [end] = ends;
  if (!end) throw new Error('an aggregate gave no row');
  const problems = rows.map(
    ({ position, isMissing, isAltered }): AuditProblem => ({ position, problem: isMissing ? 'MISSING' : isAltered ? 'ALTERED' : 'UNCHAINED' }),
  );
  if (!end.isEnd) problems.push({ position: end.last + 1, problem: 'END' });
  if (notedHead !== null && !end.isHeadThere) problems.push({ position: end.last, problem: 'HEAD' });
  return { entries: end.entries, head: end.head, problems };
}
