// Reads for the brief what no other subject hands out: agreements to advise, the wording of single nodes.
import type { Viewer } from '../core/viewer.ts';
import type { Database } from '../store/db.ts';
import type { Citation, Texts } from '../store/json.ts';
import { anyOf } from '../store/sql.ts';
import { visibleStateAgreement, visibleStrategy } from '../store/visibility.ts';

/** States among these that agreed to be named to others that look for advice. */
export async function loadAdvisers(db: Database, viewer: Viewer, stateKeys: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('state_agreement as g')
    .select('g.state_key as stateKey')
    .where('g.kind', '=', 'ADVICE')
    .where('g.state_key', '=', anyOf(stateKeys))
    .where(visibleStateAgreement(viewer, 'g'))
    .execute();
  return rows.map(({ stateKey }) => stateKey);
}

/** What a node says, and where its source says it. */
export type Wording = { nodeId: number; key: string; label: Texts; originalLanguage: string; citation: Citation | null };

/** Wording of these nodes of strategies that were read under the viewer. */
export function loadWordings(db: Database, nodeIds: readonly number[]): Promise<Wording[]> {
  return db
    .selectFrom('strategy_node')
    .select(['strategy_node_id as nodeId', 'strategy_node_key as key', 'label', 'original_language as originalLanguage', 'citation'])
    .where('strategy_node_id', '=', anyOf(nodeIds))
    .execute();
}

/** Which of these strategies everyone may read. */
export async function loadPublicIds(db: Database, viewer: Viewer, strategyIds: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('strategy as s')
    .select('s.strategy_id as strategyId')
    .where('s.strategy_id', '=', anyOf(strategyIds))
    .where('s.visibility', '=', 'PUBLIC')
    .where('s.publication', '=', 'PUBLISHED')
    .where(visibleStrategy(viewer, 's'))
    .execute();
  return rows.map(({ strategyId }) => strategyId);
}
