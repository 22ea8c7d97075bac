// Imports a pack and stops, for ever, when it has written some of it: for kill.test.ts. Argument: a data folder, or a connection string.
import { importPack } from '../../src/packs/service.ts';
import { openDatabase } from '../../src/store/db.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import { plan } from './world.ts';

const [target = ''] = process.argv.slice(2);
const { db } = target.startsWith('postgres') ? openDatabase(target, { timeouts: false }) : await openEmbedded(target);
// Enough for more than one batch of nodes.
const files = Array.from({ length: 600 }, (_, index) => ({
  name: `p${index}.yaml`,
  content: String(plan.content).replaceAll('xaa-plan-2024', `xaa-plan-${index}`),
}));
await importPack(db, files, {
  progress: (stage, done) => {
    if (stage !== 'strategy' || done === 0) return;
    process.stdout.write('writing\n');
    for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
  },
});
