// Global ids and cursors: base64url of a type and a natural key, the same in every database.
import { Buffer } from 'node:buffer';

/** The global id of a thing: it says what the key already says, and nothing more. */
export function encodeGlobalId(typename: string, key: string): string {
  return Buffer.from(`${typename}:${key}`, 'utf8').toString('base64url');
}

/** Type and key of a global id; an empty type where the text is no id. */
export function decodeGlobalId(id: string): { typename: string; key: string } {
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const colon = text.indexOf(':');
  return colon > 0 && encodeGlobalId(text.slice(0, colon), text.slice(colon + 1)) === id
    ? { typename: text.slice(0, colon), key: text.slice(colon + 1) }
    : { typename: '', key: '' };
}
