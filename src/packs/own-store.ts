// What an account recorded already of what its pack gives: read, and held until the import is over.
import { sql } from 'kysely';
import { organizationOf, type SignedIn, stateOf } from '../core/viewer.ts';
import type { Database } from '../store/db.ts';
import { anyOf } from '../store/sql.ts';
import { visibleLink, visibleStrategy } from '../store/visibility.ts';
import type { Pack } from './pack.ts';
import { linkKeyOf, type Own, type OwnRecord, type RecordedLink } from './submission.ts';

/** Loads and locks what is the account's own among what the pack gives, and the links between ends that it sees. */
export async function loadOwn(db: Database, viewer: SignedIn, pack: Pack): Promise<Own> {
  const assessmentKeys = [...new Set([...pack.assessment.map(({ value }) => value.id), ...pack.finding.map(({ value }) => value.assessment)])];
  const strategyKeys = pack.strategy.map(({ value }) => value.id);
  return {
    strategies: await lockOwn(db, 'strategy', viewer, strategyKeys),
    assessments: await lockOwn(db, 'assessment', viewer, assessmentKeys),
    links: await findRecordedLinks(db, viewer, pack),
    taken: new Set([
      ...(await findTaken(db, 'strategy', viewer, strategyKeys)),
      ...(await findTaken(
        db,
        'assessment',
        viewer,
        pack.assessment.map(({ value }) => value.id),
      )),
    ]),
  };
}

function isOwnRow(viewer: SignedIn) {
  const [state, organization] = [stateOf(viewer), organizationOf(viewer)];
  return state !== null ? sql<boolean>`t.state_key = ${state}` : sql<boolean>`t.organization_key = ${organization}`;
}

type Owned = 'strategy' | 'assessment';

async function lockOwn(db: Database, table: Owned, viewer: SignedIn, keys: readonly string[]): Promise<Map<string, OwnRecord>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<OwnRecord & { key: string }>`
    select ${sql.ref(`t.${table}_key`)} as key, t.visibility, t.shared_with as "sharedWith", t.publication
    from ${sql.table(table)} t where ${sql.ref(`t.${table}_key`)} = ${anyOf(keys)} and ${isOwnRow(viewer)}
    order by ${sql.ref(`t.${table}_id`)} for update`.execute(db);
  return new Map(rows.map(({ key, ...rest }) => [key, rest]));
}

/** Keys that others have. An owner's keys begin with its code, so there are some only where the operator gave one out of order. */
async function findTaken(db: Database, table: Owned, viewer: SignedIn, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ key: string }>`
    select ${sql.ref(`t.${table}_key`)} as key from ${sql.table(table)} t
    where ${sql.ref(`t.${table}_key`)} = ${anyOf(keys)} and (${isOwnRow(viewer)}) is not true`.execute(db);
  return rows.map(({ key }) => key);
}

async function findRecordedLinks(db: Database, viewer: SignedIn, { link }: Pack): Promise<Map<string, RecordedLink>> {
  if (link.length === 0) return new Map();
  const national = [...new Set(link.map(({ value }) => value.national))];
  const regional = [...new Set(link.map(({ value }) => value.regional))];
  const { rows } = await sql<RecordedLink & { national: string; regional: string }>`
    select coalesce(n.strategy_node_key, p.strategy_key) as national, o.strategy_node_key as regional,
      l.link_id as "linkId", l.relation, l.share, l.status, l.confidence, l.rationale, l.method, l.citation, l.publication
    from link l
    join strategy p on p.strategy_id = l.national_strategy_id
    left join strategy_node n on n.strategy_node_id = l.national_node_id
    join strategy_node o on o.strategy_node_id = l.objective_id
    join strategy r on r.strategy_id = o.strategy_id
    where o.strategy_node_key = ${anyOf(regional)} and coalesce(n.strategy_node_key, p.strategy_key) = ${anyOf(national)}
      and ${visibleLink(viewer, 'l')} and ${visibleStrategy(viewer, 'p')} and ${visibleStrategy(viewer, 'r')}
    order by l.link_id for update of l`.execute(db);
  return new Map(rows.map((row) => [linkKeyOf(row), row]));
}
