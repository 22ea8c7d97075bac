import { readFileSync } from 'node:fs';
import { Kysely, PostgresDialect } from 'kysely';
import { createPool } from '../../src/store/db.ts';
import { createApp } from '../../src/http/app.ts';
import { schema } from '../../src/schema.ts';
import { version } from '../../src/http/version.ts';
import { readWorkloads } from './workloads.ts';
const url = readFileSync('/tmp/dev.url', 'utf8');
let log: [string, number, unknown[]][] = [];
const db = new Kysely<any>({ dialect: new PostgresDialect({ pool: createPool({ connectionString: url, max: 10 }) }), log: (e) => log.push([e.query.sql, e.queryDurationMillis, e.query.parameters as unknown[]]) });
const app = createApp({ schema, connect: (_c, use) => use(db), isReady: async () => true, version });
const only = process.argv[2];
for (const w of await readWorkloads()) {
  if (only && w.name !== only) continue;
  const acc = new Map<string, number[]>(); const totals: number[] = []; let params: any;
  for (let i = 0; i < 40; i++) {
    log = [];
    const t = performance.now();
    const c0 = process.cpuUsage();
    const r = await app.request('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: w.query, variables: w.variables }) });
    await r.text();
    const cpu = process.cpuUsage(c0);
    if (i >= 15) { totals.push(performance.now() - t); (acc.get('cpu') ?? acc.set('cpu', []).get('cpu')!).push((cpu.user + cpu.system) / 1000); for (const [s, ms] of log) { const k = s.replace(/\s+/g, ' '); (acc.get(k) ?? acc.set(k, []).get(k)!).push(ms); } }
    if (i === 39) params = log;
  }
  const med = (x: number[]) => x.toSorted((a, b) => a - b)[x.length >> 1]!;
  console.log('==', w.name, 'total', med(totals).toFixed(1));
  for (const [k, v] of acc) console.log(med(v).toFixed(2).padStart(8), k.slice(0, 60), '…', (k.match(/ from "[^"]*".*$/)?.[0] ?? '').slice(0, 110));
  for (const [s, , p] of params) {
    if (!/^select|^with/.test(s)) continue;
    const client = await db.connection().execute(async (c) => { const r = await c.executeQuery({ sql: 'explain (analyze, timing off) ' + s, parameters: p, query: { kind: 'RawNode' }, queryId: {} } as any); return r.rows as any[]; });
    const lines = client.map((x) => x['QUERY PLAN']);
    console.log('   plan/exec/rows', lines.slice(-2).join(' ').replace(/[^\d. ]/g, ''), lines[0].match(/rows=\d+ loops/)?.[0], /JIT/.test(lines.join()) ? 'JIT' : '', '|', s.replace(/\s+/g, ' ').match(/ from "[^"]*"( as "\w+")?/)?.[0]);
  }
}
await db.destroy();
