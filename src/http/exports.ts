// Files beside GraphQL: /export/<view>.<format> holds exactly what the operation of the view answers to this viewer.
import { Hono } from 'hono';
import { parseDay } from '../core/dates.ts';
import { AppError, type ErrorCode } from '../core/errors.ts';
import type { Language } from '../i18n/languages.ts';
import { at, plain, say } from '../i18n/words.ts';
import { directionOf } from '../pages/document.ts';
import { describedMatrices } from '../pages/drawing-matrices.ts';
import { drawings } from '../pages/drawings.ts';
import { presentationParameters } from '../pages/frame.ts';
import { unavailable } from '../store/errors.ts';
import { csvOf, jsonOf } from '../views/formats.ts';
import { type AnyView, answerView, views } from '../views/views.ts';
import { languageOfFile } from './file-language.ts';
import type { AskInProcess, Requested } from './in-process.ts';

/** `publicUrl`: origin by which the pages are known outside; null: that of each request. */
type ExportsOptions = { ask: AskInProcess; publicUrl: string | null };

const types = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type Format = keyof typeof types;

/** Routes of the exports of views. */
export function exportRoutes({ ask, publicUrl }: ExportsOptions) {
  const app = new Hono<Requested>();
  app.get('/export/:file{[a-z-]+\\.[a-z]+}', async (c) => {
    const [key = '', format = ''] = c.req.param('file').split('.');
    const view = views.find((it) => it.key === key);
    if (!view) throw new AppError('NOT_FOUND', say('error.noView', { key, views: views.map((it) => it.key).join(', ') }));
    if (!isFormat(format) || (format === 'svg' && !drawings[key])) {
      const formats = Object.keys(types).filter((it) => it !== 'svg' || drawings[key]);
      throw new AppError('NOT_FOUND', say('error.noFormat', { format: format.toUpperCase(), key, formats: formats.join(', ') }));
    }
    const url = new URL(c.req.url);
    const search = url.searchParams;
    const language = languageOfFile(c);
    const variables = variablesOf(view, search);
    const data = await answerView(view, (query, given) => answered(ask(c, language, { query, variables: given })), variables);
    const body = await fileOf(view, format, data, language, new URL(`${url.pathname}${url.search}`, publicUrl ?? url.origin));
    const named = [key, variables.organization ?? variables.states ?? variables.state ?? variables.key, variables.asOf]
      .flat()
      .filter(Boolean)
      .join('-');
    c.header('vary', 'Cookie, Accept-Language');
    return c.body(body, 200, { 'content-type': types[format], 'content-disposition': `attachment; filename="${named}.${format}"` });
  });
  return app;
}

const isFormat = (format: string): format is Format => Object.hasOwn(types, format);

async function fileOf(view: AnyView, format: Format, data: unknown, language: Language, url: URL): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'json':
      return jsonOf(data);
    case 'csv':
      return csvOf(view.sheet(data));
    case 'svg':
      return String(await drawings[view.key]?.(data, language, url.searchParams));
    case 'xlsx': {
      // The library of workbooks is large and seldom needed: it is loaded with the first of them.
      const matrix = describedMatrices[view.key]?.(data, language, url.searchParams);
      if (matrix) {
        const { matrixWorkbook } = await import('../pages/matrix-workbook.ts');
        return new Uint8Array(await matrixWorkbook(view.key as 'matrix', matrix, view.sheet(data), language, url));
      }
      const { xlsxOf } = await import('../views/workbook.ts');
      return xlsxOf(view.sheet(data), view.key, directionOf(language) === 'rtl');
    }
  }
}

async function answered(answer: ReturnType<AskInProcess>): Promise<unknown> {
  const { data, errors, status } = await answer;
  const [problem] = errors;
  if (problem && status === 503) throw unavailable(problem.message);
  if (problem?.extensions.code === 'INTERNAL') throw new Error(problem.message);
  if (problem) throw new AppError(problem.extensions.code as ErrorCode, plain(problem.message));
  return data;
}

/** The variables of a view from an address. How a page looks is left out; any other name is refused. */
function variablesOf(view: AnyView, search: URLSearchParams): Record<string, unknown> {
  const variables: Record<string, unknown> = {};
  for (const [name, given] of search) {
    if (name === 'lang' || presentationParameters.includes(name) || given.trim() === '') continue;
    const type = name === view.pages || name === 'after' ? undefined : view.variables[name];
    if (type === undefined)
      throw new AppError(
        'INVALID',
        say('error.noParameter', { name: name.slice(0, 40), view: view.key, names: Object.keys(view.variables).join(', ') }),
      );
    if (name in variables) throw new AppError('INVALID', at(name, say('error.parameterTwice')));
    variables[name] = variableOf(name, given.trim(), type);
  }
  const missing = Object.entries(view.variables).find(([name, type]) => type.endsWith('!') && !(name in variables));
  if (missing) throw new AppError('INVALID', at(missing[0], say('error.parameterMissing', { name: missing[0] })));
  return variables;
}

function variableOf(name: string, given: string, type: string): unknown {
  if (type.startsWith('[')) return given.split(',').map((part) => part.trim());
  switch (type.replace('!', '')) {
    case 'Boolean':
      if (['true', '1', 'on'].includes(given)) return true;
      if (['false', '0'].includes(given)) return false;
      throw new AppError('INVALID', at(name, say('error.trueOrFalse')));
    case 'Date':
      if (parseDay(given) === null) throw new AppError('INVALID', at(name, say('error.noDate', { value: given.slice(0, 40), form: 'YYYY-MM-DD' })));
      return given;
    case 'Int':
      if (!/^\d{1,4}$/.test(given)) throw new AppError('INVALID', at(name, say('error.wholeNumber')));
      return Number(given);
    default:
      return given;
  }
}
