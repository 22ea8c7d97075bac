// The correction sheet of a state, as a workbook that comes back through an import and as a document to fill in by hand.
import { type Env, Hono, type Context as HonoContext } from 'hono';
import { parseDay } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import type { Context } from '../graphql/context.ts';
import type { Language } from '../i18n/languages.ts';
import { at, say, type Words } from '../i18n/words.ts';
import type { CorrectionSheet, SheetMark } from '../packs/correction-model.ts';
import { computeCorrectionSheet } from '../packs/correction-service.ts';
import { codeOf } from '../pages/document.ts';
import { languageOfFile } from './file-language.ts';

// The libraries that write them are large and seldom needed: each is loaded with the first file.
const writers: Readonly<Record<'xlsx' | 'docx', { type: string; write: (sheet: CorrectionSheet) => Promise<ArrayBuffer> }>> = {
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (sheet) => (await import('../pages/correction-workbook.ts')).correctionWorkbook(sheet),
  },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (sheet) => (await import('../pages/correction-document.ts')).correctionDocument(sheet),
  },
};

/** Routes of both. `read`: runs a reading operation of the viewer. */
export function correctionSheetRoutes<E extends Env>(
  read: <T>(c: HonoContext<E>, language: Language, work: (context: Context) => Promise<T>) => Promise<T>,
) {
  const app = new Hono<E>();
  for (const ending of ['xlsx', 'docx'] as const) {
    const { type, write } = writers[ending];
    app.get(`/export/state-record.${ending}`, async (c) => {
      const asked = askedOf(c);
      const sheet = await read(c, asked.language, (context) => computeCorrectionSheet(context, { ...asked, asOf: asked.asOf ?? context.today }));
      const { stateKey, asOf, language } = sheet.mark;
      const name = `state-record-${stateKey}-${asOf}-${codeOf(language)}.${ending}`;
      return c.body(await write(sheet), 200, { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` });
    });
  }
  return app;
}

/** The arguments of the query `stateRecord`, and the language. Throws INVALID. */
function askedOf(c: HonoContext): Omit<SheetMark, 'asOf'> & { asOf: string | null } {
  const [state, day, language] = [c.req.query('state'), c.req.query('asOf') || null, languageOfFile(c)];
  if (!state) throw new AppError('INVALID', at('state', say('error.sheetState')));
  if (day !== null && parseDay(day) === null)
    throw new AppError('INVALID', at('asOf', say('error.noDate', { value: day.slice(0, 40), form: 'YYYY-MM-DD' })));
  const sources = c.req.query('sources') || 'ALL';
  if (sources !== 'ALL' && sources !== 'OFFICIAL') throw new AppError('INVALID', at('sources', oneOrOmit('ALL', 'OFFICIAL')));
  const unseen = c.req.query('includeUnseen') || 'false';
  if (unseen !== 'true' && unseen !== 'false') throw new AppError('INVALID', at('includeUnseen', oneOrOmit('true', 'false')));
  return { stateKey: state, asOf: day, language, sources, includeUnseen: unseen === 'true' };
}

const oneOrOmit = (one: string, other: string): Words => say('error.oneOrOmit', { values: say('error.or', { one, other }) });
