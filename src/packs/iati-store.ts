// Writes what was read of IATI files into the register, unpublished, with where it was read and why it waits.
import { sql } from 'kysely';
import type { Day } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import { plain } from '../i18n/words.ts';
import type { Database } from '../store/db.ts';
import { anyOf } from '../store/sql.ts';
import type { Entry } from './entry.ts';
import type { StagedActivity } from './iati-report.ts';
import type { StagingKnown } from './iati-staging.ts';
import type { Records } from './records.ts';
import { idsOf, type Row, writeRows } from './rows.ts';
import { writeRecords } from './write.ts';
import type { Count } from './write-strategies.ts';

/** Writes activities, each key once. What is staged already as given is not touched. Throws CONFLICT where one was published or discarded meanwhile. */
export async function writeStaged(
  db: Database,
  activities: readonly StagedActivity[],
  { recorded, asOf }: StagingKnown,
  entry: Entry,
): Promise<Count> {
  const standingOf = ({ value }: StagedActivity) => recorded.get(value.key)?.standing;
  const others = activities.filter((it) => recorded.get(it.value.key)?.digest !== it.digest || standingOf(it) !== 'STAGED');
  await holdStaged(
    db,
    activities.filter((it) => standingOf(it) === 'STAGED').map(({ value }) => value.key),
  );
  const { written } = await writeRecords(db, await recordsOf(db, others, entry));
  const ids = written.changed.map(Number);
  if (ids.length > 0)
    await sql`update assistance_activity set version = version + 1, submitted_by = ${entry.submittedBy} where assistance_activity_id = ${anyOf(ids)}`.execute(
      db,
    );
  const table = { table: 'assistance_activity_staging', key: ['activity_key'], alongside: ['file', 'line', 'imported_on'] } as const;
  const staging = await writeRows(
    db,
    table,
    activities.map((it) => stagingRow(it, asOf)),
    'activity_key',
  );
  const added = activities.filter((it) => standingOf(it) !== 'STAGED').length;
  const touched = new Set([...staging.changed, ...staging.added]);
  const changed = activities.filter((it) => standingOf(it) === 'STAGED' && touched.has(it.value.key)).length;
  return { added, changed, unchanged: activities.length - added - changed };
}

/** Holds what is staged until the end of the transaction, so that nobody publishes or discards it under the hand that writes. */
async function holdStaged(db: Database, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const held = await db
    .selectFrom('assistance_activity')
    .select('activity_key as key')
    .where('activity_key', '=', anyOf(keys))
    .where('publication', '=', 'UNPUBLISHED')
    .orderBy('assistance_activity_id')
    .forUpdate()
    .execute();
  const missing = keys.find((key) => !held.some((it) => it.key === key));
  if (missing !== undefined)
    throw new AppError('CONFLICT', plain(`"${missing}" was published or discarded while its file was read. Import it again.`));
}

function stagingRow({ value, digest, lastUpdated, sameAs, file, line, reasons }: StagedActivity, asOf: Day): Row {
  return {
    activity_key: value.key,
    digest,
    last_updated: lastUpdated,
    same_as: sameAs,
    file,
    line,
    reasons,
    imported_on: asOf,
    is_discarded: false,
  };
}

async function recordsOf(db: Database, activities: readonly StagedActivity[], entry: Entry): Promise<Records> {
  const name = 'assistance_activity_id';
  const keys = activities.map(({ value }) => value.key);
  const { ids } = await idsOf(db, 'assistance_activity', name, 'activity_key', keys);
  const all = activities.map(({ value }) => ({ id: ids.get(value.key) ?? 0, value }));
  const partOf = (part: string, key: readonly string[], rows: Row[]) => ({
    table: { table: `assistance_activity_${part}` as 'assistance_activity_party', key: [name, ...key] },
    rows,
  });
  return {
    table: { table: 'assistance_activity', key: [name], alongside: ['submitted_by'] },
    name,
    rows: all.map(({ id, value: it }) => ({
      [name]: id,
      activity_key: it.key,
      title: it.title,
      start_date: it.start,
      end_date: it.end,
      verification: 'as reported in IATI',
      note: it.note,
      iati_identifier: it.identifier,
      reporting_org: it.reportingOrg,
      status: it.status,
      publication: 'UNPUBLISHED',
      submitted_by: entry.submittedBy,
    })),
    parts: [
      partOf(
        'party',
        ['role', 'position'],
        all.flatMap(({ id, value }) => value.parties.map((it, index) => ({ [name]: id, position: index + 1, ...it }))),
      ),
      partOf(
        'recipient',
        ['position'],
        all.flatMap(({ id, value }) =>
          value.recipients.map(({ place, percentage }, index) => ({
            [name]: id,
            position: index + 1,
            state_key: place.startsWith('region:') ? null : place,
            region_key: place.startsWith('region:') ? place : null,
            percentage,
          })),
        ),
      ),
      partOf(
        'code',
        ['system', 'code'],
        all.flatMap(({ id, value }) => value.sectors.map((code) => ({ [name]: id, system: 'DAC', code }))),
      ),
      partOf(
        'budget',
        ['position'],
        all.flatMap(({ id, value }) => value.budgets.map((it, index) => ({ [name]: id, position: index + 1, ...it }))),
      ),
    ],
  };
}
