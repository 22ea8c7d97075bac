// From an HTTP request to the parameters of one GraphQL operation. Whatever is wrong with the request itself ends here.
import type { HonoRequest } from 'hono';
import type { Viewer } from '../core/viewer.ts';
import { at, say, type Words, type WordValue } from '../i18n/words.ts';
import { hasFewValues, isImportAlone } from './import-gate.ts';
import type { Limits } from './limits.ts';

/** What a client asks: one operation. */
export type Params = { query: string; variables?: Record<string, unknown>; operationName?: string; extensions?: Record<string, unknown> };

/** An answer without executing anything. */
export type Refusal = { status: 400 | 405 | 413 | 415; code: 'INVALID' | 'LIMIT'; said: Words };

const jsonDepthMax = 32;
const listItemsMax = 1_000;
const textLengthMax = 20_000;
const parameterNames: readonly string[] = ['query', 'variables', 'operationName', 'extensions'];
const reservedNames: readonly string[] = ['__proto__', 'constructor', 'prototype'];

function invalid(said: Words): Refusal {
  return { status: 400, code: 'INVALID', said };
}

function limit(said: Words): Refusal {
  return { status: 400, code: 'LIMIT', said };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where a value stands in a request: what to call the place, how deep it is, and the names and "[]" that lead there. */
type Place = { name: WordValue; depth: number; path: string };

/** The contents of files that are imported are as long as files are. */
const fileContentPath = /^\.variables(\.\w+)?\.files\[\]\.content$/;

/**
 * What is wrong with a value from outside, wherever in it, or null. Stops at the depth limit, so that it cannot overflow itself.
 * `mayBeLong`: which texts may be of any length.
 */
function problemIn(value: unknown, place: Place, mayBeLong: (path: string) => boolean): Refusal | null {
  const { name: placeName, depth, path } = place;
  if (typeof value === 'string') {
    if (value.length > textLengthMax && !mayBeLong(path))
      return limit(at(placeName, say('error.longRequestText', { length: value.length, max: textLengthMax })));
    if (value.includes('\0') || !value.isWellFormed()) return invalid(at(placeName, say('error.noCharacter')));
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if (depth > jsonDepthMax) return limit(at(placeName, say('error.deepValues', { max: jsonDepthMax })));
  if (Array.isArray(value)) {
    if (value.length > listItemsMax) return limit(at(placeName, say('error.longList', { count: value.length, max: listItemsMax })));
    for (const item of value) {
      const problem = problemIn(item, { name: placeName, depth: depth + 1, path: `${path}[]` }, mayBeLong);
      if (problem) return problem;
    }
    return null;
  }
  for (const [name, item] of Object.entries(value)) {
    if (reservedNames.includes(name)) return invalid(at(placeName, say('error.reservedName', { name })));
    const below = { name: depth === 1 ? name.slice(0, 40) : placeName, depth: depth + 1, path: `${path}.${name}` };
    const problem = problemIn(name, { name: placeName, depth, path: '' }, mayBeLong) ?? problemIn(item, below, mayBeLong);
    if (problem) return problem;
  }
  return null;
}

/** Checks the four parameters of GraphQL over HTTP. Null counts as not given. */
export function checkParams(value: unknown, viewer: Viewer): Params | Refusal {
  if (Array.isArray(value)) return invalid(say('error.requestIsList'));
  if (!isObject(value)) return invalid(say('error.requestIsNoObject', { example: '{"query": "..."}' }));
  const problem = problemIn(
    value,
    { name: say('error.request'), depth: 1, path: '' },
    (path) => viewer.role !== 'PUBLIC' && fileContentPath.test(path),
  );
  if (problem) return problem;
  const unknown = Object.keys(value).find((name) => !parameterNames.includes(name));
  if (unknown !== undefined) return invalid(say('error.noRequestParameter', { name: unknown.slice(0, 40) }));
  const { query, operationName } = value;
  const [variables, extensions] = [value.variables ?? undefined, value.extensions ?? undefined];
  if (typeof query !== 'string') return invalid(at('query', say('error.noQuery')));
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    return invalid(at('operationName', say('error.textOrNothing')));
  if (variables !== undefined && !isObject(variables)) return invalid(at('variables', say('error.objectOrNothing')));
  if (extensions !== undefined && !isObject(extensions)) return invalid(at('extensions', say('error.objectOrNothing')));
  return { query, variables, extensions, operationName: operationName ?? undefined };
}

function parseJson(text: string, place: WordValue): { value: unknown } | Refusal {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return invalid(at(place, say('error.noJson')));
  }
}

function paramsOfGet(url: URL, viewer: Viewer): Params | Refusal {
  const params: Record<string, unknown> = {};
  for (const [name, text] of url.searchParams) {
    if (name in params) return invalid(say('error.givenTwice', { name: name.slice(0, 40) }));
    params[name] = text;
    if (name !== 'variables' && name !== 'extensions') continue;
    const parsed = parseJson(text === '' ? 'null' : text, name);
    if (!('value' in parsed)) return parsed;
    params[name] = parsed.value;
  }
  return checkParams(params, viewer);
}

/** A request that is larger than this one may be. */
export function tooLarge(bytesMax: number): Refusal {
  return { status: 413, code: 'LIMIT', said: say('error.tooLarge', { max: bytesMax }) };
}

/** Has this text more bytes in UTF-8? A character has one to three for each of its places here. */
function isLarger(text: string, bytesMax: number): boolean {
  return text.length > bytesMax || (text.length * 3 > bytesMax && new TextEncoder().encode(text).byteLength > bytesMax);
}

/** Is this the import that may be large? Anything else has the size of other requests. */
function isImport(value: unknown, limits: Limits): boolean {
  if (!isObject(value) || typeof value.query !== 'string' || value.query.length > textLengthMax) return false;
  return isImportAlone(value.query, typeof value.operationName === 'string' ? value.operationName : null, limits);
}

/** The parameters of a request for /graphql, or why it is refused. POST takes application/json in UTF-8 alone: no browser sends that to another site unasked. */
export async function readParams(request: HonoRequest, viewer: Viewer, limits: Limits): Promise<Params | Refusal> {
  if (request.method === 'GET') return paramsOfGet(new URL(request.url), viewer);
  if (request.method !== 'POST') return { status: 405, code: 'INVALID', said: say('error.method', { method: request.method }) };
  const [type, ...parameters] = (request.header('content-type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset =
    parameters
      .find((parameter) => parameter.startsWith('charset='))
      ?.slice(8)
      .replaceAll('"', '') ?? 'utf-8';
  if (type !== 'application/json' || charset !== 'utf-8') return { status: 415, code: 'INVALID', said: say('error.contentType') };
  const text = await request.text();
  const mustBeImport = isLarger(text, limits.bodyBytes);
  if (mustBeImport && !hasFewValues(text)) return tooLarge(limits.bodyBytes);
  const parsed = parseJson(text, say('error.request'));
  if (!('value' in parsed)) return parsed;
  if (mustBeImport && !isImport(parsed.value, limits)) return tooLarge(limits.bodyBytes);
  return checkParams(parsed.value, viewer);
}
