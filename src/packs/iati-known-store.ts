// Reads what is recorded that activities of IATI may name, and what the register has of activities already.
import { sql } from 'kysely';
import type { Day } from '../core/dates.ts';
import type { Database } from '../store/db.ts';
import type { RecordedActivity, StagingKnown } from './iati-staging.ts';

export async function loadStagingKnown(db: Database, asOf: Day): Promise<StagingKnown> {
  const states = await db.selectFrom('state').select(['iso2', 'state_key']).where('iso2', 'is not', null).execute();
  const regions = await db.selectFrom('region').select('region_key').execute();
  const sectors = await db.selectFrom('external_code').select(['code', 'scheme', 'concept_key']).where('system', '=', 'DAC').execute();
  return {
    asOf,
    states: new Map(states.map(({ iso2, state_key }) => [iso2 ?? '', state_key])),
    regions: new Set(regions.map(({ region_key }) => region_key)),
    sectors: new Map(
      sectors.map(({ code, scheme, concept_key }) => [
        code,
        scheme === null || concept_key === null ? null : `${scheme.toLowerCase()}:${concept_key}`,
      ]),
    ),
    ...(await findRecorded(db)),
  };
}

async function findRecorded(db: Database): Promise<Pick<StagingKnown, 'recorded' | 'named'>> {
  const { rows } = await sql<{ key: string; sameAs: string[] } & RecordedActivity>`
    select activity_key as key, s.digest, s.last_updated as "lastUpdated", coalesce(s.same_as, '{}') as "sameAs",
      case when a.activity_key is null then 'DISCARDED' when a.publication = 'UNPUBLISHED' and s.activity_key is not null then 'STAGED' else 'PUBLISHED' end as standing,
      coalesce(s.reasons @> '[{"code": "DISCARDED"}]', false) as "isBack"
    from assistance_activity a full join assistance_activity_staging s using (activity_key)
    where a.activity_key is not null or s.is_discarded`.execute(db);
  return {
    recorded: new Map(rows.map(({ key, sameAs: _, ...recorded }) => [key, recorded])),
    named: new Map(
      rows.flatMap(({ key, sameAs, standing }) => (standing === 'DISCARDED' ? [] : sameAs.map((same): [string, string] => [same, key]))),
    ),
  };
}
