// A correction sheet as a person of the state gets it, fills it in with a spreadsheet program and sends it back.
import readWorkbook from 'read-excel-file/universal';
import writeWorkbook from 'write-excel-file/universal';
import type { Viewer } from '../../src/core/viewer.ts';
import { createApp } from '../../src/http/app.ts';
import { isReady } from '../../src/http/ready.ts';
import { version } from '../../src/http/version.ts';
import type { CellValue, SheetTab } from '../../src/packs/correction-reader.ts';
import { schema } from '../../src/schema.ts';
import type { Database } from '../../src/store/db.ts';

export const today = '2026-06-01';

/** What the service answers at a path, to this viewer. */
export function fetchAs(db: Database, viewer: Viewer, path: string, headers: Record<string, string> = {}, day = today): Promise<Response> {
  const app = createApp({
    schema,
    connect: (_c, use) => use(db),
    isReady,
    version,
    now: () => new Date(`${day}T12:00:00Z`),
    authenticate: async () => ({ viewer }),
  });
  return Promise.resolve(app.request(path, { headers }));
}

export type Tabs = { sheet: string; data: CellValue[][] }[];

/** The sheet of a state as this viewer gets it, tab by tab. */
export async function sheetOf(db: Database, viewer: Viewer, query: string, day = today): Promise<Tabs> {
  const response = await fetchAs(db, viewer, `/export/state-record.xlsx?${query}`, {}, day);
  if (response.status !== 200) throw new Error(await response.text());
  return tabsOf(await response.arrayBuffer());
}

export async function tabsOf(bytes: ArrayBuffer): Promise<Tabs> {
  return ((await readWorkbook(new Blob([bytes]))) as SheetTab[]).map(({ sheet, data }) => ({ sheet, data: data.map((row) => [...row]) }));
}

/** What is filled in, by the beginning of the key of a row. */
export type Filled = Record<string, { decision?: string; proposed?: string; reason?: string }>;

/** The columns of decision, right value, reason and key. */
const [decisionAt, proposedAt, reasonAt, keyAt] = [3, 4, 5, 6];

/** The sheet filled in, as base64. `note`: on the cover. */
export async function filledIn(tabs: Tabs, filled: Filled, note: { reference?: CellValue; date?: CellValue } = {}): Promise<string> {
  const copy = structuredClone(tabs);
  const rest = new Set(Object.keys(filled));
  for (const { data } of copy) {
    for (const row of data) {
      if (row[2] === 'note.reference' && note.reference !== undefined) row[1] = note.reference;
      if (row[2] === 'note.date' && note.date !== undefined) row[1] = note.date;
      const key = Object.keys(filled).find((it) => String(row[keyAt] ?? '').startsWith(`${it}/`));
      if (key === undefined) continue;
      rest.delete(key);
      const { decision, proposed, reason } = filled[key] ?? {};
      row[decisionAt] = decision ?? null;
      row[proposedAt] = proposed ?? null;
      row[reasonAt] = reason ?? null;
    }
  }
  if (rest.size > 0) throw new Error(`no row of ${[...rest].join(', ')}`);
  return workbook(copy);
}

/** Tabs as a workbook, in base64. */
export async function workbook(tabs: Tabs): Promise<string> {
  const sheets = tabs.map(({ sheet, data }) => ({ sheet, dateFormat: 'yyyy-mm-dd', data }));
  const blob = await writeWorkbook(sheets as never).toBlob();
  return Buffer.from(await blob.arrayBuffer()).toString('base64');
}
