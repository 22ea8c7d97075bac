// Reads for the brief what no other subject hands out: the register of activities, agreements to advise, the wording of single nodes.
import { sql } from 'kysely';
import type { Viewer } from '../core/viewer.ts';
import type { Database } from '../store/db.ts';
import type { Citation, Texts } from '../store/json.ts';
import { anyOf, keyOrder } from '../store/sql.ts';
import { visibleAssistanceActivity, visibleStateAgreement, visibleStrategy } from '../store/visibility.ts';
import type { ActivityRow, Theme } from './assistance-rows.ts';

/** Activities of which one of these states is a recipient, itself or in a recipient region, by key: those of the register that the viewer may see, offers apart. */
export async function loadActivities(db: Database, viewer: Viewer, stateKeys: readonly string[]): Promise<ActivityRow[]> {
  const recipients = sql<string[]>`array(
    select coalesce(r.state_key, m.state_key) from assistance_activity_recipient r left join region_state m using (region_key)
    where r.assistance_activity_id = a.assistance_activity_id and coalesce(r.state_key, m.state_key) is not null
  )`;
  const rows = await db
    .selectFrom('assistance_activity as a')
    .select([
      'a.activity_key as key',
      'a.title',
      'a.provider',
      'a.funder',
      recipients.as('recipientKeys'),
      sql<string[]>`array(
        select distinct x.scheme || ' ' || x.concept_key from assistance_activity_code c join external_code x using (system, code)
        where c.assistance_activity_id = a.assistance_activity_id and x.concept_key is not null and x.scheme in ('THREAT', 'ELEMENT') order by 1
      )`.as('themes'),
      'a.start_date as start',
      'a.end_date as end',
      'a.budget',
      'a.currency',
      'a.source_url as sourceUrl',
    ])
    .where(visibleAssistanceActivity(viewer, 'a'))
    .where('a.is_offer', '=', false)
    .where(sql<boolean>`${recipients} && ${[...stateKeys]}::text[]`)
    .orderBy(keyOrder('a.activity_key'))
    .execute();
  const asked = new Set(stateKeys);
  return rows.map(({ recipientKeys, themes, sourceUrl, ...row }) => ({
    ...row,
    stateKeys: [...new Set(recipientKeys)].filter((key) => asked.has(key)),
    themes: themes.map(themeOf),
    sources: sourceUrl === null ? [] : [{ title: row.title, ref: sourceUrl }],
  }));
}

function themeOf(text: string): Theme {
  const [scheme = '', key = ''] = text.split(' ');
  return { scheme: scheme === 'ELEMENT' ? 'ELEMENT' : 'THREAT', key };
}

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
