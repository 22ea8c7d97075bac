// The entries that an import leaves in the trail. Pure.
import type { Sharing } from '../core/sharing.ts';
import { type AuditedKind, type Change, changeOf } from '../store/audit.ts';
import type { Snapshot } from './trail-store.ts';
import type { Counts } from './write.ts';

/** A pack as a whole is nobody's: its entry is for the operator alone. */
const ofPack: Sharing = { stateKey: null, organizationKey: null, visibility: 'PRIVATE', sharedWith: [], publication: 'UNPUBLISHED' };

/** One entry for what a pack did, by kind of record. `key`: SHA-256 of its files. None where it did nothing. */
export function packChange(action: string, key: string, counts: Counts): Change[] {
  if (!hasChanges(counts)) return [];
  return [{ action, kind: 'Pack', key, version: null, change: changeOf({}, counts), sharing: ofPack }];
}

export function hasChanges(counts: Counts): boolean {
  return Object.values(counts).some(({ added, changed }) => added + changed > 0);
}

/** One entry for each of these things, from what it was to what it is. */
export function thingChanges(
  kind: AuditedKind,
  keys: readonly string[],
  before: ReadonlyMap<string, Snapshot>,
  after: ReadonlyMap<string, Snapshot>,
): Change[] {
  return keys.flatMap((key) => {
    const now = after.get(key);
    if (!now) return [];
    const change = changeOf(before.get(key)?.fields ?? {}, now.fields);
    return [{ action: 'importPack', kind, key, version: now.version, change, sharing: now.sharing }];
  });
}
