import { readFileSync } from 'node:fs';
import { startMeasured } from './client.ts';
import { readWorkloads } from './workloads.ts';
const [name, count] = [process.argv[2], Number(process.argv[3])];
const m = await startMeasured({ kind: 'native', url: readFileSync('/tmp/dev.url', 'utf8') });
const w = (await readWorkloads()).find((it) => it.name === name)!;
for (let i = 0; i < count; i++) await m.askService(w);
await m.stop();
