import { withWorld } from './bench/database.ts';
import { makeWorld, presets } from './bench/world.ts';
import { readWorkloads } from './bench/workloads.ts';
import { openDatabase } from '../src/store/db.ts';
import { findLinksFrom, findLinksTo, findNodes, findStrategiesByKey } from '../src/strategies/store.ts';
import { sql } from 'kysely';
const ws = await readWorkloads();
await withWorld('native', makeWorld(presets.standard, 1), async (database: any) => {
  const { db, close } = openDatabase(database.url, {});
  const v = { role: 'PUBLIC' } as const;
  for (const name of ['W2','W2r']) {
    const w = ws.find((x) => x.name === name)!;
    const [s] = await findStrategiesByKey(db, v, [w.variables.key!]);
    const time = async (label: string, f: () => Promise<unknown[]>) => { for (let i=0;i<5;i++) await f(); const t=performance.now(); let n=0; for (let i=0;i<20;i++) n=(await f()).length; console.log(name, label, ((performance.now()-t)/20).toFixed(2), n); };
    await time('byKey', () => findStrategiesByKey(db, v, [w.variables.key!]));
    await time('nodes', () => findNodes(db, [s!.strategyId]));
    await time('from', () => findLinksFrom(db, v, [s!.strategyId]));
    await time('to', () => findLinksTo(db, v, [s!.strategyId]));
    await time('one', async () => (await sql`select 1`.execute(db)).rows);
    const base = async () => { const r = await sql.raw(w.sql.replaceAll('$1', `'${w.variables.key}'`)).execute(db); return r.rows; };
    await time('baseline', base);
    for (const [n, q] of [['nodes', `select n.strategy_node_id, n.strategy_node_key, n.label, (select string_agg(t.scheme || ' ' || t.concept_key, ',') from strategy_node_concept t where t.strategy_node_id = n.strategy_node_id) from strategy_node n where n.strategy_id = any(array[${s!.strategyId}]) order by n.strategy_id, n.position`],
      ['from', `select l.*, coalesce(n.strategy_node_key, s.strategy_key), o.strategy_node_key from link l join strategy s on s.strategy_id = l.national_strategy_id join strategy_node o on o.strategy_node_id = l.objective_id join strategy r on r.strategy_id = o.strategy_id left join strategy_node n on n.strategy_node_id = l.national_node_id where visible_strategy(s) and visible_strategy(r) and l.national_strategy_id = any(array[${s!.strategyId}])`]] as const) {
      const r = await sql.raw<{ 'QUERY PLAN': string }>('explain (analyze, buffers off, timing off) ' + q).execute(db);
      console.log(n, r.rows.map((x) => x['QUERY PLAN']).join('\n'));
    }
  }
  await close();
});
process.exit(0);
