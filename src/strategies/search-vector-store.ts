// Full-text search vectors of texts, as text that a tsvector column takes.
import { sql } from 'kysely';
import type { Database } from '../store/db.ts';
import type { WeightedParts } from './search-text.ts';

/** Things whose vectors are made in one statement. */
const batchThings = 2_000;

/** The vector of each thing, in their order. */
export async function searchVectors(db: Database, things: readonly WeightedParts[]): Promise<string[]> {
  const vectors: string[] = [];
  for (let start = 0; start < things.length; start += batchThings) vectors.push(...(await vectorsOf(db, things.slice(start, start + batchThings))));
  return vectors;
}

/** A text that several things share is read once. */
async function vectorsOf(db: Database, things: readonly WeightedParts[]): Promise<string[]> {
  const texts = things.flatMap((weighted, thing) => weighted.flatMap(({ weight, parts }) => parts.map((part) => ({ thing, weight, ...part }))));
  const { rows } = await sql<{ thing: number; vector: string }>`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(texts)}::json) as g(thing int, weight "char", configuration text, text text)
    ),
    read as materialized (
      select configuration, text, to_tsvector(configuration::regconfig, text) as words from given group by configuration, text
    )
    select g.thing, tsvector_join(setweight(r.words, g.weight) order by g.weight)::text as vector
    from given g join read r using (configuration, text)
    group by g.thing`.execute(db);
  const vectors = new Map(rows.map(({ thing, vector }) => [thing, vector]));
  return things.map((_, thing) => vectors.get(thing) ?? '');
}
