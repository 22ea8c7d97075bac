// Reads what is recorded already, as far as a pack may name it.
import { sql } from 'kysely';
import type { Database } from '../store/db.ts';
import { anyOf } from '../store/sql.ts';
import { type Known, type KnownConcept, strategyOf } from './known.ts';
import type { Pack } from './pack.ts';

/** What is recorded, and which nodes of the pack's strategies have links. */
export async function loadKnown(db: Database, pack: Pack): Promise<{ known: Known; linkedNodes: Set<string> }> {
  const keys = async (query: { execute: () => Promise<{ key: string }[]> }) => new Set((await query.execute()).map(({ key }) => key));
  const given = [...new Set(pack.strategy.map(({ value }) => value.id))];
  const concerned = [...new Set([...given, ...pack.link.flatMap(({ value }) => [strategyOf(value.national), strategyOf(value.regional)])])];
  const known: Known = {
    concepts: { THREAT: new Map(), ELEMENT: new Map(), PROVISION: new Map() },
    instruments: await keys(db.selectFrom('instrument').select('instrument_key as key')),
    states: await keys(db.selectFrom('state').select('state_key as key')),
    territories: await keys(db.selectFrom('territory').select('territory_key as key')),
    organizations: await keys(db.selectFrom('organization').select('organization_key as key')),
    regions: await keys(db.selectFrom('region').select('region_key as key')),
    externalCodes: await keys(db.selectFrom('external_code').select(sql<string>`system || '/' || code`.as('key'))),
    assessments: new Map(
      (await db.selectFrom('assessment').select(['assessment_key as key', 'series', 'dated']).execute()).map(({ key, ...rest }) => [key, rest]),
    ),
    strategies: await findStrategies(db),
    nodes: await findNodes(db, concerned),
  };
  const concepts = await db.selectFrom('concept').select(['scheme', 'concept_key as key', 'parent_key as parent', 'label']).execute();
  for (const { scheme, key, ...concept } of concepts) known.concepts[scheme].set(key, concept satisfies KnownConcept);
  return { known, linkedNodes: given.length === 0 ? new Set() : await findLinkedNodes(db, given) };
}

async function findStrategies(db: Database): Promise<Known['strategies']> {
  const rows = await db
    .selectFrom('strategy as s')
    .select(['s.strategy_key as key', 's.state_key as state', 's.organization_key as organization'])
    .select(sql<string[]>`array(select successor_key from strategy_successor u where u.strategy_id = s.strategy_id order by 1)`.as('supersededBy'))
    .execute();
  return new Map(rows.map(({ key, ...rest }) => [key, rest]));
}

async function findNodes(db: Database, strategies: readonly string[]): Promise<Known['nodes']> {
  if (strategies.length === 0) return new Map();
  const rows = await db
    .selectFrom('strategy_node as n')
    .innerJoin('strategy as s', 's.strategy_id', 'n.strategy_id')
    .select(['n.strategy_node_key as key', 's.strategy_key as strategy'])
    .where('s.strategy_key', '=', anyOf(strategies))
    .execute();
  return new Map(rows.map(({ key, strategy }) => [key, strategy]));
}

async function findLinkedNodes(db: Database, strategies: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select n.strategy_node_key as key
    from strategy s join strategy_node n using (strategy_id)
    where s.strategy_key = any(${[...strategies]})
      and (exists (select from link l where l.national_node_id = n.strategy_node_id) or exists (select from link l where l.objective_id = n.strategy_node_id))`.execute(
    db,
  );
  return new Set(rows.map(({ key }) => key));
}
