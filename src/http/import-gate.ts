// Who may send a large request, and for what: the one mutation `importPack`, by those who may write records.
import { getOperationAST, Kind, parse } from 'graphql';
import type { Viewer, ViewerRole } from '../core/viewer.ts';
import { checkText, type Limits } from './limits.ts';

/** 25 MB of files, and what JSON writes around them. */
export const importBytesMax = 26_000_000;

const importingRoles: readonly ViewerRole[] = ['EDITOR', 'APPROVER', 'ANALYST', 'SECRETARIAT', 'ADMIN'];
/** Values in an import: a thousand files with their names and contents, and room beside. */
const valuesMax = 10_000;

/** How many bytes this viewer may send at most. What is larger than others may send must be an import. */
export function bodyBytesMax(viewer: Viewer, limits: Limits): number {
  return importingRoles.includes(viewer.role) ? Math.max(importBytesMax, limits.bodyBytes) : limits.bodyBytes;
}

/** Does this text of a query do one thing: the mutation field `importPack`? A text that is not valid does not. */
export function isImportAlone(query: string, operationName: string | null, limits: Limits): boolean {
  try {
    checkText(query, limits);
    const operation = getOperationAST(parse(query), operationName);
    const [field, ...others] = operation?.selectionSet.selections ?? [];
    return operation?.operation === 'mutation' && field?.kind === Kind.FIELD && field.name.value === 'importPack' && others.length === 0;
  } catch {
    return false;
  }
}

/** Has this JSON few enough values to be read? A large text of brackets alone would fill the memory many times over. */
export function hasFewValues(json: string): boolean {
  let values = 0;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === '"') {
      at = endOfText(json, at);
      if (at < 0) return true; // It does not end, so it is no JSON, and parsing stops there.
    } else if (sign === ',' || sign === '[' || sign === '{') {
      values += 1;
      if (values > valuesMax) return false;
    }
  }
  return true;
}

/** Where the text that begins at this quotation mark ends; -1 where it does not. */
function endOfText(json: string, start: number): number {
  for (let at = json.indexOf('"', start + 1); at >= 0; at = json.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (json[at - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
  return -1;
}
