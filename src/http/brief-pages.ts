// The brief for people: as HTML and as DOCX, answered for the viewer of the request, without any script.
import { Hono, type Context as HonoContext } from 'hono';
import { compress } from 'hono/compress';
import { computeBrief } from '../brief/service.ts';
import { parseDay } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import type { Context } from '../graphql/context.ts';
import { createMeter } from '../graphql/cost.ts';
import type { Language } from '../i18n/languages.ts';
import { at, say } from '../i18n/words.ts';
import { getOrganizations } from '../members/service.ts';
import { briefPage, briefPath } from '../pages/brief-page.ts';
import { codeOf, type Html, languageOfCode, problemPage } from '../pages/document.ts';
import type { Database } from '../store/db.ts';
import { readAs } from '../store/operation.ts';
import { correctionSheetRoutes } from './correction-sheet.ts';
import { maskError } from './errors.ts';
import { languageOfFile } from './file-language.ts';
import type { Requested } from './in-process.ts';
import type { Limits } from './limits.ts';
import { logError } from './log.ts';
import { languageParts, pageHeaders, statusOfPage } from './pages.ts';
import { planTemplateRoutes } from './plan-template.ts';
import { inTime, untilGivenUp } from './time-limit.ts';

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type PagesOptions = {
  connect: <T>(c: HonoContext, use: (db: Database) => Promise<T>) => Promise<T>;
  limits: Limits;
  now: () => Date;
  /** What stands in the bar of every page about who is signed in. */
  accountOf: (c: HonoContext<Requested>, language: Language) => Html | '';
  /** Origin by which the pages are known outside; null: that of each request. */
  publicUrl: string | null;
};

/** Routes of the brief. */
export function briefRoutes({ connect, limits, now, accountOf, publicUrl }: PagesOptions) {
  const app = new Hono<Requested>();
  app.use(`/:lang{${languageParts}}/brief`, compress());
  app.use(`/:lang{${languageParts}}/r/:organization/brief`, compress());

  /** Runs a reading operation of the viewer, as a query would: in one snapshot, within the same cost. */
  const read = <T>(c: HonoContext<Requested>, language: Language, work: (context: Context) => Promise<T>): Promise<T> =>
    connect(c, (db) => {
      const [viewer, cost] = [c.get('viewer'), createMeter(limits.cost)];
      const rest = { viewer, today: now().toISOString().slice(0, 10), language, requestId: c.get('requestId'), memo: new Map(), cost };
      return inTime(limits.operationMs, (signal) =>
        readAs(db, viewer, (snapshot) => Promise.race([work({ ...rest, db: snapshot }), untilGivenUp(signal)])),
      ).finally(() => c.set('cost', cost.cost().requested));
    });

  const page = async (c: HonoContext<Requested>, organizationKey: string | null) => {
    const language = languageOfCode(c.req.path.slice(1, 3)) ?? 'EN';
    pageHeaders(c, language);
    const [givenAsOf, givenSince] = [c.req.query('asOf') || null, c.req.query('since') || null];
    try {
      const body = await read(c, language, async (context) => {
        const asked = { asOf: dayOf(givenAsOf), since: dayOf(givenSince, 'since'), part: c.req.query('part') || null };
        const brief = await computeBrief(context, organizationKey, asked.asOf ?? context.today);
        const before = asked.since === null ? null : await computeBrief(context, organizationKey, asked.since);
        const organizations = [...(await getOrganizations(context)).values()];
        return briefPage(brief, {
          language,
          organizations,
          asked,
          before,
          account: accountOf(c, language),
          today: context.today,
          origin: publicUrl ?? new URL(c.req.url).origin,
        });
      });
      return c.html(body);
    } catch (error) {
      const masked = maskError(error, c.get('requestId'), language);
      if (masked.code === 'INTERNAL') logError(c.get('requestId'), masked.cause);
      return c.html(
        problemPage(
          language,
          masked.message,
          (other) => briefPath(other, organizationKey, { asOf: null, since: null, part: null }),
          accountOf(c, language),
        ),
        statusOfPage(masked.code, masked.isUnavailable ? 503 : 500),
      );
    }
  };

  app.get(`/:lang{${languageParts}}/brief`, (c) => page(c, null));
  app.get(`/:lang{${languageParts}}/r/:organization/brief`, (c) => page(c, c.req.param('organization')));
  app.get('/export/brief.docx', async (c) => {
    const language = languageOfFile(c);
    const organizationKey = c.req.query('organization') || null;
    const asOf = dayOf(c.req.query('asOf') || null);
    const brief = await read(c, language, (context) => computeBrief(context, organizationKey, asOf ?? context.today));
    // The library of documents is large and seldom needed: it is loaded with the first of them.
    const { briefDocument } = await import('../pages/brief-document.ts');
    const name = `brief-${organizationKey ?? 'all'}-${brief.asOf}-${codeOf(language)}.docx`;
    return c.body(await briefDocument(brief, language), 200, { 'content-type': docxType, 'content-disposition': `attachment; filename="${name}"` });
  });
  app.route('/', correctionSheetRoutes(read));
  app.route('/', planTemplateRoutes(read));
  return app;
}

function dayOf(asked: string | null, name = 'asOf'): string | null {
  if (asked === null) return null;
  const day = parseDay(asked);
  if (day === null) throw new AppError('INVALID', at(name, say('error.noDate', { value: asked.slice(0, 40), form: 'YYYY-MM-DD' })));
  return day;
}
