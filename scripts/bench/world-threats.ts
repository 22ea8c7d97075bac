// Assessments, findings and flows of the made-up world.
import type { Random } from './random.ts';
import type { Rows } from './rows.ts';

/** An index over all states in three editions, assessments of their own of most states, two regional ones an organization. */
export function makeAssessments(
  random: Random,
  stateKeys: readonly string[],
  members: ReadonlyMap<string, readonly string[]>,
  threats: readonly string[],
): Rows {
  const assessments: object[] = [];
  const covered: object[] = [];
  const named: object[] = [];
  const findings: object[] = [];
  const none = { likelihood: null, impact: null, score: null, scale_min: null, scale_max: null };

  function assess(
    key: string,
    series: string,
    level: string,
    dated: string | null,
    owner: { state_key?: string; organization_key?: string },
  ): number {
    const assessment_id = assessments.length + 1;
    assessments.push({
      assessment_id,
      assessment_key: key,
      title: `Made-up assessment ${key}`,
      series,
      level,
      is_official: level !== 'OTHER',
      state_key: owner.state_key ?? null,
      organization_key: owner.organization_key ?? null,
      dated,
      next_edition: random.chance(0.2) ? `${random.whole(2024, 2028)}` : null,
      attribution: level === 'OTHER' ? 'Made-up index' : null,
      sources: [{ title: 'A made-up text', ref: 'none' }],
      visibility: random.chance(0.97) || level === 'OTHER' ? 'PUBLIC' : 'PRIVATE',
      publication: 'PUBLISHED',
    });
    return assessment_id;
  }
  function find(assessment_id: number, state_key: string, threat_key: string, figures: object): void {
    findings.push({ assessment_id, state_key, threat_key, is_emerging: random.chance(0.05), ...none, ...figures });
  }
  function name(assessment_id: number, count: number): void {
    for (const threat_key of random.some(threats, count)) named.push({ assessment_id, threat_key, is_emerging: random.chance(0.1) });
  }
  const written = () => {
    const year = random.whole(2016, 2026);
    return random.pick([`${year}`, `${year}-05`, `${year}-04-12`]);
  };

  const indexed = threats.filter((_threat, index) => index % 2 === 0);
  for (const dated of ['2021-09-28', '2023-09-26', '2025-11-10']) {
    const index = assess(`x-index-${dated.slice(0, 4)}`, 'x-index', 'OTHER', dated, { organization_key: 'xorg1' });
    for (const state of stateKeys)
      for (const threat of indexed) find(index, state, threat, { score: random.whole(2, 19) / 2, scale_min: 1, scale_max: 10 });
  }
  for (const state of stateKeys.filter(() => random.chance(0.6))) {
    for (let edition = random.whole(1, 2); edition > 0; edition--) {
      const own = assess(
        `${state.toLowerCase()}-assessment-${edition}`,
        `${state.toLowerCase()}-series`,
        'NATIONAL',
        random.chance(0.03) ? null : written(),
        { state_key: state },
      );
      for (const threat of random.some(threats, random.whole(8, 14))) {
        find(own, state, threat, random.chance(0.8) ? { likelihood: random.whole(1, 5), impact: random.whole(1, 5) } : {});
      }
      name(own, random.whole(3, 8));
    }
  }
  for (const [organization, states] of members) {
    for (const edition of [1, 2]) {
      const regional = assess(`${organization}-assessment-${edition}`, `${organization}-series`, 'REGIONAL', written(), {
        organization_key: organization,
      });
      covered.push({ assessment_id: regional, organization_key: organization });
      name(regional, random.whole(4, 8));
      for (const state of random.some(states, 5))
        for (const threat of random.some(threats, 4)) find(regional, state, threat, { likelihood: random.whole(1, 5), impact: random.whole(1, 5) });
    }
  }
  return { assessment: assessments, assessment_organization: covered, assessment_threat: named, finding: findings };
}

/** Flows between states, territories and regions; half of them among members of one organization. */
export function makeFlows(
  random: Random,
  count: number,
  stateKeys: readonly string[],
  members: ReadonlyMap<string, readonly string[]>,
  beside: { territories: readonly string[]; regions: readonly string[] },
  threats: readonly string[],
): Rows {
  const groups = [...members.values()];
  const none = { state_key: null, territory_key: null, region_key: null };
  const places: object[] = [];
  const flows = Array.from({ length: count }, (_flow, index) => {
    const near = random.chance(0.5) ? random.pick(groups) : stateKeys;
    for (const [role, min, max] of [
      ['ORIGIN', 1, 2],
      ['TRANSIT', 0, 2],
      ['DESTINATION', 1, 2],
    ] as const) {
      for (let position = random.whole(min, max); position > 0; position--) {
        const kind = random.weighted({ state: 80, region: 15, territory: 5 });
        const place =
          kind === 'state'
            ? { state_key: random.pick(near) }
            : kind === 'region'
              ? { region_key: random.pick(beside.regions) }
              : { territory_key: random.pick(beside.territories) };
        places.push({ flow_id: index + 1, role, position, ...none, ...place });
      }
    }
    return {
      flow_id: index + 1,
      flow_key: `flow-${index + 1}`,
      threat_key: random.pick(threats),
      last_year: random.chance(0.05) ? null : random.whole(2008, 2026),
      basis: 'estimate',
    };
  });
  return { flow: flows, flow_place: places };
}
