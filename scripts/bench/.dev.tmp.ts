import { readFileSync } from 'node:fs';
import { startMeasured } from './client.ts';
import { measure } from './measure.ts';
import { readWorkloads } from './workloads.ts';
const only = process.argv[2]?.split(',');
const rounds = Number(process.argv[3] ?? 20);
const m = await startMeasured({ kind: 'native', url: readFileSync('/tmp/dev.url', 'utf8') });
for (const w of await readWorkloads()) {
  if (only && only[0] !== 'all' && !only.includes(w.name)) continue;
  try { console.log(JSON.stringify(await measure(m, w, rounds), (k, v) => typeof v === 'number' ? Math.round(v * 100) / 100 : v)); } catch (e) { console.log(String(e)); }
}
await m.stop();
