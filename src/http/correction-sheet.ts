// The correction sheet of a state, as a workbook that comes back through an import and as a document to fill in by hand.
import { type Env, Hono, type Context as HonoContext } from 'hono';
import { AppError } from '../core/errors.ts';
import type { Context } from '../graphql/context.ts';
import type { Language } from '../i18n/languages.ts';
import { at, say } from '../i18n/words.ts';
import type { CorrectionSheet, SheetMark } from '../packs/correction-model.ts';
import { computeCorrectionSheet } from '../packs/correction-service.ts';
import { codeOf } from '../pages/document.ts';
import { Address } from '../pages/screen.ts';
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

/** The arguments of the query `stateRecord` as the page of the record reads them, and the language. Throws INVALID. */
function askedOf(c: HonoContext): Omit<SheetMark, 'asOf'> & { asOf: string | null } {
  const asked = new Address('', {}, new URL(c.req.url).searchParams);
  const stateKey = asked.text('state');
  if (stateKey === null) throw new AppError('INVALID', at('state', say('error.sheetState')));
  const sources = asked.oneOf('sources', ['ALL', 'OFFICIAL']) ?? 'ALL';
  return { stateKey, asOf: asked.day('asOf'), language: languageOfFile(c), sources, includeUnseen: asked.flag('includeUnseen') };
}
