// Files beside GraphQL: /export/<view>.<format> holds exactly what the operation of the view answers to this viewer.
import { Hono, type Context as HonoContext } from 'hono';
import { parseDay } from '../core/dates.ts';
import { AppError, type ErrorCode } from '../core/errors.ts';
import { type Language, languageFromHeader, languages } from '../i18n/languages.ts';
import { codeOf, directionOf, languageOfCode } from '../pages/document.ts';
import { drawings } from '../pages/drawings.ts';
import { presentationParameters } from '../pages/frame.ts';
import { unavailable } from '../store/errors.ts';
import { csvOf, jsonOf } from '../views/formats.ts';
import { type AnyView, answerView, views } from '../views/views.ts';
import type { AskInProcess, Requested } from './in-process.ts';

type ExportsOptions = { ask: AskInProcess };

const types = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type Format = keyof typeof types;

/** Routes of the exports of views. */
export function exportRoutes({ ask }: ExportsOptions) {
  const app = new Hono<Requested>();
  app.get('/export/:file{[a-z-]+\\.[a-z]+}', async (c) => {
    const [key = '', format = ''] = c.req.param('file').split('.');
    const view = views.find((it) => it.key === key);
    if (!view) throw new AppError('NOT_FOUND', `There is no view "${key}" to export. There are ${views.map((it) => it.key).join(', ')}.`);
    if (!isFormat(format) || (format === 'svg' && !drawings[key])) {
      const formats = Object.keys(types).filter((it) => it !== 'svg' || drawings[key]);
      throw new AppError('NOT_FOUND', `There is no ${format.toUpperCase()} of ${key}. There is ${formats.join(', ')}.`);
    }
    const search = new URL(c.req.url).searchParams;
    const language = languageAsked(c, search.get('lang'));
    const variables = variablesOf(view, search);
    const data = await answerView(view, (query, given) => answered(ask(c, language, { query, variables: given })), variables);
    const body = await fileOf(view, format, data, language, search);
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

async function fileOf(
  view: AnyView,
  format: Format,
  data: unknown,
  language: Language,
  search: URLSearchParams,
): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'json':
      return jsonOf(data);
    case 'csv':
      return csvOf(view.sheet(data));
    case 'svg':
      return String(await drawings[view.key]?.(data, language, search));
    case 'xlsx': {
      // The library of workbooks is large and seldom needed: it is loaded with the first of them.
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
  if (problem) throw new AppError(problem.extensions.code as ErrorCode, problem.message);
  return data;
}

/** The language that `lang` names, else that of the request. Throws INVALID for one that is none of ours. */
export function languageAsked(c: HonoContext, lang: string | null): Language {
  if (lang === null) return languageFromHeader(c.req.header('accept-language') ?? null);
  const language = languageOfCode(lang.toLowerCase());
  if (language === null) throw new AppError('INVALID', `lang: give one of ${languages.map(codeOf).join(', ')}.`);
  return language;
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
        `"${name.slice(0, 40)}" is no parameter of ${view.key}. It takes ${Object.keys(view.variables).join(', ')} and lang.`,
      );
    if (name in variables) throw new AppError('INVALID', `${name}: is given twice. Give it once, with commas between values.`);
    variables[name] = variableOf(name, given.trim(), type);
  }
  const missing = Object.entries(view.variables).find(([name, type]) => type.endsWith('!') && !(name in variables));
  if (missing) throw new AppError('INVALID', `${missing[0]}: is missing. Write ?${missing[0]}=... in the address.`);
  return variables;
}

function variableOf(name: string, given: string, type: string): unknown {
  if (type.startsWith('[')) return given.split(',').map((part) => part.trim());
  switch (type.replace('!', '')) {
    case 'Boolean':
      if (['true', '1', 'on'].includes(given)) return true;
      if (['false', '0'].includes(given)) return false;
      throw new AppError('INVALID', `${name}: write true or false.`);
    case 'Date':
      if (parseDay(given) === null) throw new AppError('INVALID', `${name}: "${given.slice(0, 40)}" is no date: write a real one as YYYY-MM-DD.`);
      return given;
    case 'Int':
      if (!/^\d{1,4}$/.test(given)) throw new AppError('INVALID', `${name}: write a whole number.`);
      return Number(given);
    default:
      return given;
  }
}
