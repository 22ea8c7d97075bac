// Full-text search over visible strategies and nodes.
import { type RawBuilder, sql } from 'kysely';
import { AppError } from '../core/errors.ts';
import type { Viewer } from '../core/viewer.ts';
import type { PageRequest } from '../graphql/paging.ts';
import type { Language } from '../i18n/languages.ts';
import { at, say } from '../i18n/words.ts';
import type { Database } from '../store/db.ts';
import { visibleStrategy } from '../store/visibility.ts';
import { searchQueryParts } from './search-text.ts';

/** A hit: a strategy, or a node of it. */
export type SearchHit = { kind: 'Strategy' | 'StrategyNode'; key: string; strategyId: number; nodeId: number | null };

/** The words as a query in every configuration they may have been stored under, any of which may match. */
function textQuery(text: string, language: Language): RawBuilder<unknown> {
  return sql.join(
    searchQueryParts(text, language).map((part) => sql`websearch_to_tsquery(${part.configuration}::regconfig, ${part.text})`),
    sql` || `,
  );
}

/** Does the search column hold the words? */
export function matchesText(text: string, language: Language, column: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} @@ (${textQuery(text, language)})`;
}

/**
 * Hits in order of how well they match, then of key. The rank looks at the hit alone (how often and where the words stand in it),
 * so what a viewer may not see cannot move it.
 */
export async function findHits(
  db: Database,
  viewer: Viewer,
  text: string,
  language: Language,
  page: PageRequest,
): Promise<{ items: SearchHit[]; totalCount: number; hasNextPage: boolean }> {
  const query = textQuery(text, language);
  const { rows } = await sql<SearchHit & { place: number; totalCount: number }>`
    with query as (select (${query}) as words),
    hits as (
      select 'Strategy' as kind, s.strategy_key as key, s.strategy_id, null::int as node_id, ts_rank(s.search, query.words) as rank
      from strategy s, query where s.search @@ query.words and ${visibleStrategy(viewer, 's')}
      union all
      select 'StrategyNode', n.strategy_node_key, n.strategy_id, n.strategy_node_id, ts_rank(n.search, query.words)
      from strategy_node n join strategy s on s.strategy_id = n.strategy_id, query
      where n.search @@ query.words and ${visibleStrategy(viewer, 's')}
    ),
    placed as (select *, row_number() over (order by rank desc, key collate "C")::int as place, count(*) over ()::int as total from hits)
    select kind, key, strategy_id as "strategyId", node_id as "nodeId", total as "totalCount", place
    from placed
    where place > coalesce((select place from placed where kind || ':' || key = ${page.afterKey}), 0)
    order by place
    limit ${page.first + 1}
  `.execute(db);
  // A cursor of this list stands before its page; where the first hit comes again, the cursor is of something that is not in it.
  if (page.afterKey !== null && rows[0]?.place === 1) throw new AppError('INVALID', at('after', say('error.noHitCursor')));
  const items = rows.slice(0, page.first).map(({ kind, key, strategyId, nodeId }) => ({ kind, key, strategyId, nodeId }));
  const isPastEnd = rows.length === 0 && page.afterKey !== null;
  const totalCount = isPastEnd ? (await findHits(db, viewer, text, language, { first: 1, afterKey: null })).totalCount : (rows[0]?.totalCount ?? 0);
  return { items, totalCount, hasNextPage: rows.length > page.first };
}
