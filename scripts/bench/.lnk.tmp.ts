import { readFileSync } from 'node:fs';
import { createPool } from '../../src/store/db.ts';
const pool = createPool({ connectionString: readFileSync('/tmp/dev.url', 'utf8'), max: 1 });
const q = (text: string, values: unknown[] = []) => pool.query(text, values);
const plans = (await q(`select strategy_id from strategy s where state_key in (select state_key from membership where organization_key='xorg1' and role='member' and to_year is null and from_year<=2026) and status='ADOPTED' and visible_strategy(s) and valid_from_date <= '2026-11-01' and (valid_to_date is null or valid_to_date >= '2026-11-01')`)).rows.map((r) => r.strategy_id);
const objs = (await q(`select n.strategy_node_id id from strategy_node n join strategy s using (strategy_id) where s.strategy_key in ('xorg1-strategy-1','xorg1-strategy-2') and n.kind='OBJECTIVE' and is_seen_in_source and addressee is distinct from 'ORGANIZATION'`)).rows.map((r) => r.id);
console.log(plans.length, objs.length);
const hob = `n.kind = 'PILLAR' and exists (select from strategy_node b where b.strategy_id = n.strategy_id and b.position > n.position and b.position <= n.last_position and b.kind = 'OBJECTIVE' and (b.is_seen_in_source or $3))`;
const cols = `l.link_id, l.national_strategy_id, l.national_node_id, l.objective_id, l.relation, l.share, l.status, n.kind, coalesce(n.is_seen_in_source, true) as seen, ${hob} as below`;
const from = `from link l left join strategy_node n on n.strategy_node_id = l.national_node_id`;

const fromPlan = `from link l left join strategy_node n on n.strategy_node_id = l.national_node_id and n.strategy_id = any($2)`;
const w = `where l.objective_id = any($1) and l.national_strategy_id = any($2)`;
const lat = `from link l left join lateral (select n.* from strategy_node n where n.strategy_node_id = l.national_node_id offset 0) n on true`;
const unn = `from unnest($2::int[]) as p(id) join link l on l.national_strategy_id = p.id left join strategy_node n on n.strategy_node_id = l.national_node_id`;
const few = `l.national_strategy_id, l.national_node_id, l.objective_id, l.relation, l.share, l.status, n.kind, coalesce(n.is_seen_in_source, true) as seen, ${hob} as below`;
const arr = `select json_agg(json_build_array(l.link_id, l.national_strategy_id, l.national_node_id, l.objective_id, l.relation, l.share, l.status, n.kind, coalesce(n.is_seen_in_source, true), ${hob})) as a`;
const colm = `select json_agg(l.link_id) a, json_agg(l.national_strategy_id) b, json_agg(l.national_node_id) c, json_agg(l.objective_id) d, json_agg(l.relation) e, json_agg(l.share) f, json_agg(l.status) g, json_agg(n.kind) h, json_agg(coalesce(n.is_seen_in_source, true)) i, json_agg(${hob}) j`;
const colarr = `select array_agg(l.link_id)::text a, array_agg(l.national_strategy_id)::text b, array_agg(l.national_node_id)::text c, array_agg(l.objective_id)::text d, string_agg(l.relation, ',') e, array_agg(l.share)::text f, string_agg(l.status, ',') g, array_agg(n.kind)::text h, array_agg(coalesce(n.is_seen_in_source, true))::text i, array_agg(${hob})::text j`;
const variants: Record<string, string> = {
  planNodes: `select ${cols} ${fromPlan} ${w}`,
  lateral: `select ${cols} ${lat} ${w}`,
  planCounted: `select ${cols} ${fromPlan} ${w} and l.status in ('READ','CONFIRMED')`,
  planJson: `${arr} ${fromPlan} ${w}`,
  planJsonCounted: `${arr} ${fromPlan} ${w} and l.status in ('READ','CONFIRMED')`,
  planColumnar: `${colm} ${fromPlan} ${w}`,
  planColArr: `${colarr} ${fromPlan} ${w}`,
};
const med = (x: number[]) => x.toSorted((a, b) => a - b)[x.length >> 1]!;
for (const [name, text] of Object.entries(variants)) {
  const t: number[] = [], c: number[] = []; let rows = 0;
  for (let i = 0; i < 25; i++) { const s = performance.now(); const c0 = process.cpuUsage(); const r = await q(text, [objs, plans, false]); rows = r.rowCount!; const u = process.cpuUsage(c0); t.push(performance.now() - s); c.push((u.user + u.system) / 1000); }
  const ex: number[] = []; for (let i = 0; i < 7; i++) { const e = await q('explain (analyze, timing off) ' + text, [objs, plans, false]); ex.push(Number(String(e.rows.at(-1)['QUERY PLAN']).replace(/[^\d.]/g, ''))); }
  console.log(name.padEnd(10), 'rows', rows, 'wall', med(t).toFixed(1), 'min', Math.min(...t).toFixed(1), 'node cpu', med(c).toFixed(1), 'pg exec', med(ex).toFixed(1), 'min', Math.min(...ex));
}
const e = await q('explain (analyze) ' + variants.planNodes, [objs, plans, false]); console.log(e.rows.map((r) => r['QUERY PLAN']).join('\n').slice(0, 2600));
await pool.end();
