// Writes strategies, but for their nodes. Whoever calls has found the strategy under the viewer and asked whether it may be changed.
import { type Insertable, sql } from 'kysely';
import type { Ownership, Publication } from '../core/sharing.ts';
import type { Viewer } from '../core/viewer.ts';
import type { Audience } from '../members/sharing-service.ts';
import type { Database } from '../store/db.ts';
import type { DB } from '../store/tables.ts';
import type { StrategyContent } from './edit-input.ts';
import type { Strategy } from './model.ts';
import { strategySearchTexts } from './search-text.ts';
import { searchVectors } from './search-vector-store.ts';
import { selectStrategies } from './store.ts';

/** A strategy whose row is locked until the transaction ends. `submittedBy`: account of the last change; null: the operator. `submitters`: all that wrote a part of it. Never shown. */
export type LockedStrategy = Strategy & { submittedBy: string | null; submitters: string[] };

/** Locks the row of a strategy, waiting for whoever changes it, and reads it as it is then. Null where it can no longer be seen. */
export async function lockStrategy(db: Database, viewer: Viewer, strategyId: number): Promise<LockedStrategy | null> {
  const row = await selectStrategies(db, viewer)
    .select(['s.submitted_by as submittedBy', 's.submitters'])
    .where('s.strategy_id', '=', strategyId)
    .forUpdate('s')
    .$castTo<LockedStrategy>()
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps a strategy from being changed until the transaction ends: its nodes are read in more than one statement. */
export async function holdStrategy(db: Database, strategyId: number): Promise<void> {
  await db.selectFrom('strategy').select('strategy_id').where('strategy_id', '=', strategyId).forShare().execute();
}

/** What a strategy says, its parts included. */
export async function readContent(db: Database, strategy: Strategy): Promise<StrategyContent> {
  const { strategyId } = strategy;
  const themes = await db.selectFrom('strategy_theme').select('threat_key').where('strategy_id', '=', strategyId).execute();
  const successors = await db.selectFrom('strategy_successor').select('successor_key').where('strategy_id', '=', strategyId).execute();
  const relations = await db
    .selectFrom('strategy_relation')
    .select(['target_key as targetKey', 'relation', 'strength', 'basis', 'is_verified as isVerified', 'citation'])
    .where('strategy_id', '=', strategyId)
    .execute();
  const nameOf = (it: { targetKey: string; relation: string }) => `${it.targetKey} ${it.relation}`;
  return {
    title: { texts: strategy.title, originalLanguage: strategy.originalLanguage },
    level: strategy.level,
    scope: strategy.scope,
    status: strategy.status,
    adopted: strategy.adopted,
    validFrom: strategy.validFrom,
    validTo: strategy.validTo,
    adoptingBody: strategy.adoptingBody,
    leadBody: strategy.leadBody,
    statusNote: strategy.statusNote,
    verified: strategy.isVerified,
    verifiedNote: strategy.verifiedNote,
    fullyRead: strategy.isFullyRead,
    structureBasis: strategy.structureBasis,
    notes: strategy.notes,
    instrumentReferences: strategy.instrumentReferences,
    sources: strategy.sources,
    themes: themes.map((it) => it.threat_key).sort(),
    supersededBy: successors.map((it) => it.successor_key).sort(),
    relations: relations.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
  };
}

async function contentColumns(db: Database, content: StrategyContent) {
  const { texts, originalLanguage } = content.title;
  const [search = ''] = await searchVectors(db, [strategySearchTexts(texts, originalLanguage)]);
  return {
    level: content.level,
    scope: content.scope,
    status: content.status,
    title: JSON.stringify(texts),
    original_language: originalLanguage,
    adopted: content.adopted,
    valid_from: content.validFrom,
    valid_to: content.validTo,
    adopting_body: content.adoptingBody,
    lead_body: content.leadBody,
    status_note: content.statusNote,
    is_verified: content.verified,
    verified_note: content.verifiedNote,
    is_fully_read: content.fullyRead,
    structure_basis: content.structureBasis,
    notes: JSON.stringify(content.notes),
    instrument_references: JSON.stringify(content.instrumentReferences),
    sources: JSON.stringify(content.sources),
    search,
  } satisfies Partial<Insertable<DB['strategy']>>;
}

/** Writes themes, successors and relations; those that are no longer said go. */
async function writeParts(db: Database, strategyId: number, content: StrategyContent, isNew: boolean): Promise<void> {
  const parts = [
    { table: 'strategy_theme' as const, rows: content.themes.map((threat_key) => ({ strategy_id: strategyId, threat_key })) },
    { table: 'strategy_successor' as const, rows: content.supersededBy.map((successor_key) => ({ strategy_id: strategyId, successor_key })) },
    {
      table: 'strategy_relation' as const,
      rows: content.relations.map(({ targetKey, isVerified, ...it }) => ({
        strategy_id: strategyId,
        target_key: targetKey,
        is_verified: isVerified,
        ...it,
      })),
    },
  ];
  for (const { table, rows } of parts) {
    if (!isNew) await db.deleteFrom(table).where('strategy_id', '=', strategyId).execute();
    if (rows.length > 0) await db.insertInto(table).values(rows).execute();
  }
}

export type NewStrategy = {
  key: string;
  owner: Ownership;
  content: StrategyContent;
  audience: Audience;
  succeedsKey: string | null;
  submittedBy: string;
};

/** Records a new strategy, not published. Returns its number. */
export async function insertStrategy(db: Database, { key, owner, content, audience, succeedsKey, submittedBy }: NewStrategy): Promise<number> {
  const { strategy_id: strategyId } = await db
    .insertInto('strategy')
    .values({
      strategy_key: key,
      state_key: owner.stateKey,
      organization_key: owner.organizationKey,
      ...(await contentColumns(db, content)),
      visibility: audience.visibility,
      shared_with: audience.sharedWith,
      publication: 'UNPUBLISHED',
      succeeds_key: succeedsKey,
      submitted_by: submittedBy,
    })
    .returning('strategy_id')
    .executeTakeFirstOrThrow();
  await writeParts(db, strategyId, content, true);
  return strategyId;
}

/** Writes what a strategy says and whom it is to reach, as its next version. */
export async function updateStrategyRow(
  db: Database,
  strategyId: number,
  content: StrategyContent,
  audience: Audience,
  submittedBy: string,
): Promise<void> {
  await db
    .updateTable('strategy')
    .set({ ...(await contentColumns(db, content)), visibility: audience.visibility, shared_with: audience.sharedWith })
    .where('strategy_id', '=', strategyId)
    .execute();
  await writeParts(db, strategyId, content, false);
  await nextVersion(db, strategyId, submittedBy);
}

/** Counts a change of a strategy or its nodes, made from this account. */
export async function nextVersion(db: Database, strategyId: number, submittedBy: string): Promise<void> {
  await db
    .updateTable('strategy')
    .set((eb) => ({ version: eb('version', '+', 1), submitted_by: submittedBy, cleared_by: null }))
    .where('strategy_id', '=', strategyId)
    .execute();
}

/** Where the record of a strategy stands from now on. `status`: of the document. */
export type Standing = Audience & { publication: Publication; status: Strategy['status']; submittedBy: string; clearedBy: string | null };

/** Publishes a strategy, changes its audience, or takes it back, as its next version. */
export async function updateStanding(db: Database, strategyId: number, standing: Standing): Promise<void> {
  await db
    .updateTable('strategy')
    .set((eb) => ({
      version: eb('version', '+', 1),
      status: standing.status,
      publication: standing.publication,
      visibility: standing.visibility,
      shared_with: standing.sharedWith,
      submitted_by: standing.submittedBy,
      cleared_by: standing.clearedBy,
    }))
    .where('strategy_id', '=', strategyId)
    .execute();
}

/** Removes a strategy with all that hangs on it. */
export async function deleteStrategy(db: Database, strategyId: number): Promise<void> {
  await db.deleteFrom('strategy').where('strategy_id', '=', strategyId).execute();
}

/** Copies the tree of one strategy into a new one. Each node keeps the end of its key and knows which node it carries on. Returns how many. */
export async function copyTree(db: Database, from: { strategyId: number; key: string }, to: { strategyId: number; key: string }): Promise<number> {
  const { numAffectedRows } = await sql`
    with source as materialized (
      select *, nextval(pg_get_serial_sequence('strategy_node', 'strategy_node_id'))::int as new_id from strategy_node where strategy_id = ${from.strategyId}
    )
    insert into strategy_node (
      strategy_node_id, strategy_node_key, strategy_id, parent_id, position, last_position, kind, label, original_language, addressee,
      is_seen_in_source, responsible, deadline, citation, search, succeeds_key
    ) overriding system value
    select s.new_id, ${to.key}::text || substr(s.strategy_node_key, ${from.key.length + 1}), ${to.strategyId}, p.new_id, s.position, s.last_position, s.kind, s.label,
      s.original_language, s.addressee, s.is_seen_in_source, s.responsible, s.deadline, s.citation, s.search, s.strategy_node_key
    from source s left join source p on p.strategy_node_id = s.parent_id`.execute(db);
  await sql`
    insert into strategy_node_concept (strategy_node_id, scheme, concept_key)
    select n.strategy_node_id, c.scheme, c.concept_key
    from strategy_node n join strategy_node o on o.strategy_node_key = n.succeeds_key join strategy_node_concept c on c.strategy_node_id = o.strategy_node_id
    where n.strategy_id = ${to.strategyId}`.execute(db);
  return Number(numAffectedRows ?? 0);
}
