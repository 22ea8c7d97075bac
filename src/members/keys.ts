// Whose a key is: it begins with the code of its owner and a hyphen, so nobody can meet, or find out, a key of another. Pure.
import { invalid } from '../core/input.ts';
import type { Ownership } from '../core/sharing.ts';
import { say } from '../i18n/words.ts';

/**
 * Throws INVALID where this owner may not record something under the key. Where the keys of two organizations begin alike, what begins
 * with the longer one is for that one alone.
 */
export function checkKeyOfOwner(key: string, { stateKey, organizationKey }: Ownership, organizationKeys: Iterable<string>, field: string): void {
  const prefix = `${(stateKey ?? organizationKey ?? '').toLowerCase()}-`;
  if (!key.startsWith(prefix) || key.length === prefix.length) invalid(field, say('error.keyOfOwner', { key, prefix }));
  for (const other of organizationKeys) {
    if (other.length >= prefix.length && key.startsWith(`${other}-`)) invalid(field, say('error.keyOfOther', { other }));
  }
}
