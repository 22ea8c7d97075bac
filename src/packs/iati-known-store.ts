// Reads what is recorded that activities of IATI may name.

import type { Day } from '../core/dates.ts';
import type { Database } from '../store/db.ts';
import type { StagingKnown } from './iati-staging.ts';

export async function loadStagingKnown(db: Database, asOf: Day): Promise<StagingKnown> {
  const states = await db.selectFrom('state').select(['iso2', 'state_key']).where('iso2', 'is not', null).execute();
  const regions = await db.selectFrom('region').select('region_key').execute();
  const sectors = await db.selectFrom('external_code').select(['code', 'scheme', 'concept_key']).where('system', '=', 'DAC').execute();
  const register = await db.selectFrom('assistance_activity').select('activity_key').execute();
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
    register: new Set(register.map(({ activity_key }) => activity_key)),
  };
}
