// The empty plan template, a workbook that comes back through an import.
import { type Env, Hono, type Context as HonoContext } from 'hono';
import type { Context } from '../graphql/context.ts';
import type { Language } from '../i18n/languages.ts';
import { computePlanTemplate } from '../packs/plan-template-service.ts';
import { codeOf } from '../pages/document.ts';
import { languageOfFile } from './file-language.ts';

/** `read`: runs a reading operation of the viewer. */
export function planTemplateRoutes<E extends Env>(
  read: <T>(c: HonoContext<E>, language: Language, work: (context: Context) => Promise<T>) => Promise<T>,
) {
  const app = new Hono<E>();
  app.get('/export/plan-template.xlsx', async (c) => {
    const language = languageOfFile(c);
    const template = await read(c, language, (context) => computePlanTemplate(context, language));
    // The library that writes it is large and seldom needed.
    const { planWorkbook } = await import('../pages/plan-workbook.ts');
    return c.body(await planWorkbook(template), 200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="plan-template-${codeOf(language)}.xlsx"`,
    });
  });
  return app;
}
