// Reads what is recorded already, as far as a pack may name it and the importer may see it. The operator sees everything.
import { sql } from 'kysely';
import type { Database } from '../store/db.ts';
import { anyOf } from '../store/sql.ts';
import { visibleAssessment, visibleCellStatement, visibleLink, visibleStrategy } from '../store/visibility.ts';
import { type Known, type KnownConcept, strategyOf } from './known.ts';
import type { Importer } from './model.ts';
import type { Pack } from './pack.ts';

/** What is recorded, and which nodes of the pack's strategies something hangs on. */
export async function loadKnown(db: Database, pack: Pack, importer: Importer): Promise<{ known: Known; heldNodes: Set<string> }> {
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
    assessments: await findAssessments(db, importer),
    strategies: await findStrategies(db, importer),
    nodes: await findNodes(db, importer, concerned),
  };
  const concepts = await db.selectFrom('concept').select(['scheme', 'concept_key as key', 'parent_key as parent', 'label']).execute();
  for (const { scheme, key, ...concept } of concepts) known.concepts[scheme].set(key, concept satisfies KnownConcept);
  return { known, heldNodes: given.length === 0 ? new Set() : await findHeldNodes(db, importer, given) };
}

/** The rows of strategies under this alias that the importer may see. */
function seenStrategy(importer: Importer, alias: string) {
  return importer === 'operator' ? sql<boolean>`true` : visibleStrategy(importer, alias);
}

async function findAssessments(db: Database, importer: Importer): Promise<Known['assessments']> {
  const rows = await db
    .selectFrom('assessment as a')
    .select(['a.assessment_key as key', 'a.series', 'a.dated', 'a.state_key as state', 'a.organization_key as organization'])
    .where(importer === 'operator' ? sql<boolean>`true` : visibleAssessment(importer, 'a'))
    .execute();
  return new Map(rows.map(({ key, ...rest }) => [key, rest]));
}

async function findStrategies(db: Database, importer: Importer): Promise<Known['strategies']> {
  const rows = await db
    .selectFrom('strategy as s')
    .select(['s.strategy_key as key', 's.state_key as state', 's.organization_key as organization'])
    .select(sql<string[]>`array(select successor_key from strategy_successor u where u.strategy_id = s.strategy_id order by 1)`.as('supersededBy'))
    .where(seenStrategy(importer, 's'))
    .execute();
  return new Map(rows.map(({ key, ...rest }) => [key, rest]));
}

async function findNodes(db: Database, importer: Importer, strategies: readonly string[]): Promise<Known['nodes']> {
  if (strategies.length === 0) return new Map();
  const rows = await db
    .selectFrom('strategy_node as n')
    .innerJoin('strategy as s', 's.strategy_id', 'n.strategy_id')
    .select(['n.strategy_node_key as key', 's.strategy_key as strategy'])
    .where('s.strategy_key', '=', anyOf(strategies))
    .where(seenStrategy(importer, 's'))
    .execute();
  return new Map(rows.map(({ key, strategy }) => [key, strategy]));
}

/** Nodes that links, statements or reports hang on. What the importer may not see does not count; it goes with the node. */
async function findHeldNodes(db: Database, importer: Importer, strategies: readonly string[]): Promise<Set<string>> {
  const seen =
    importer === 'operator'
      ? sql`true`
      : sql`${visibleLink(importer, 'l')} and ${visibleStrategy(importer, 'p')} and ${visibleStrategy(importer, 'r')}`;
  const { rows } = await sql<{ key: string }>`
    select n.strategy_node_key as key
    from strategy s join strategy_node n using (strategy_id)
    where s.strategy_key = ${anyOf(strategies)} and ${seenStrategy(importer, 's')}
      and exists (
        select from link l
        join strategy p on p.strategy_id = l.national_strategy_id
        join strategy_node o on o.strategy_node_id = l.objective_id
        join strategy r on r.strategy_id = o.strategy_id
        where (l.national_node_id = n.strategy_node_id or l.objective_id = n.strategy_node_id) and ${seen}
        union all select from cell_statement c where c.objective_id = n.strategy_node_id and ${importer === 'operator' ? sql`true` : visibleCellStatement(importer, 'c')}
        union all select from indicator_value i where i.strategy_node_id = n.strategy_node_id
        union all select from measure_report m where m.strategy_node_id = n.strategy_node_id
      )`.execute(db);
  return new Set(rows.map(({ key }) => key));
}
