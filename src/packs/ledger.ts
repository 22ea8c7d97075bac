// The ledger of the seeds: what they wrote, and what someone changed since.
import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../store/db.ts';
import type { Item } from './model.ts';
import { keyOf, type Pack, type PackKind, packKinds } from './pack.ts';
import { writeRows } from './rows.ts';

type Entry = { hash: string; isChanged: boolean };
/** By kind and key, joined by a space. */
export type Ledger = Map<string, Entry>;

/** An item of the seeds with its place in the ledger. */
type SeedItem = { kind: PackKind; key: string; hash: string; item: Item<unknown> };

export async function loadLedger(db: Database): Promise<Ledger> {
  const rows = await db.selectFrom('seeded').select(['kind', 'key', 'hash', 'is_changed as isChanged']).execute();
  return new Map(rows.map(({ kind, key, ...entry }) => [`${kind} ${key}`, entry]));
}

/**
 * Parts the items of the seeds: those to write (new, or new in this release and untouched since), and those that someone else
 * recorded first. The others stay as they are.
 */
export function itemsToSeed(pack: Pack, ledger: Ledger, recorded: ReadonlySet<string>): { toWrite: SeedItem[]; others: SeedItem[] } {
  const [toWrite, others]: [SeedItem[], SeedItem[]] = [[], []];
  for (const seedItem of seedItems(pack)) {
    const name = `${seedItem.kind} ${seedItem.key}`;
    const entry = ledger.get(name);
    if (entry ? !entry.isChanged && entry.hash !== seedItem.hash : !recorded.has(name)) toWrite.push(seedItem);
    else if (!entry) others.push(seedItem);
  }
  return { toWrite, others };
}

function* seedItems(pack: Pack): Generator<SeedItem> {
  for (const kind of packKinds) yield* itemsOfKind(kind, pack);
}

function* itemsOfKind<K extends PackKind>(kind: K, pack: Pack): Generator<SeedItem> {
  for (const item of pack[kind]) yield { kind, key: keyOf[kind](item.value), hash: hash('sha256', JSON.stringify(item.value)), item };
}

/** Keys of all records that a seed could be, as in the ledger. */
export async function recordedKeys(db: Database): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`select kind || ' ' || key as name from seedable`.execute(db);
  return new Set(rows.map(({ name }) => name));
}

/** Notes items as written by the seeds, or as someone else's. */
export async function noteSeeded(db: Database, items: readonly SeedItem[], isChanged: boolean): Promise<void> {
  const rows = items.map(({ kind, key, hash }) => ({ kind, key, hash, is_changed: isChanged }));
  await writeRows(db, { table: 'seeded', key: ['kind', 'key'] }, rows, 'key');
}

/** Digest of the seed files last written; null where there were none yet. */
export async function lastDigest(db: Database): Promise<string | null> {
  return (await db.selectFrom('seed_state').select('digest').executeTakeFirst())?.digest ?? null;
}

export async function noteDigest(db: Database, digest: string): Promise<void> {
  await db
    .insertInto('seed_state')
    .values({ digest })
    .onConflict((conflict) => conflict.column('is_only').doUpdateSet({ digest }))
    .execute();
}
