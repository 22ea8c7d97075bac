// Stages the activities of IATI files within an import: all that is read of them, or nothing.
import type { Day } from '../core/dates.ts';
import type { Database } from '../store/db.ts';
import type { Entry } from './entry.ts';
import { loadStagingKnown } from './iati-known-store.ts';
import { type IatiFile, type IatiReport, type IatiSurvey, type OnPiece, reportIati, type StagedActivity } from './iati-report.ts';
import { writeStaged } from './iati-store.ts';
import type { Count } from './write-strategies.ts';

/** IATI files of an import, as they were read for the first time. `asOf`: the day to tell by what has ended. */
export type IatiImport = { files: readonly IatiFile[]; survey: IatiSurvey; asOf: Day };

/** Activities that go to the database together: no more of an import are held at once. */
const batchActivities = 250;

/** Stages activities for whoever imports; null: it is only told what becomes of them. Where the report has problems the caller takes the transaction back. */
export async function stageActivities(
  trx: Database,
  { files, survey, asOf }: IatiImport,
  entry: Entry | null,
  onPiece: OnPiece,
): Promise<{ iati: IatiReport; count: Count | null }> {
  const known = await loadStagingKnown(trx, asOf);
  const count: Count = { added: 0, changed: 0, unchanged: 0 };
  let batch: StagedActivity[] = [];
  if (entry === null) return { iati: await reportIati(files, survey, known, () => {}, onPiece), count: null };
  const write = async () => {
    const written = await writeStaged(trx, batch, known, entry);
    for (const name of ['added', 'changed', 'unchanged'] as const) count[name] += written[name];
    batch = [];
  };
  const take = async (activity: StagedActivity) => {
    batch.push(activity);
    if (batch.length === batchActivities) await write();
  };
  const iati = await reportIati(files, survey, known, take, onPiece);
  if (batch.length > 0) await write();
  return { iati, count };
}
