-- Method 0, 3, 4 and 6 by hand, in one statement: threats that members of organization $1 share on day $2, as the JSON that the service answers.
with recursive
member as materialized (
  select s.state_key, row_number() over (order by s.name ->> 'en' collate "en-x-icu", s.state_key collate "C") as row
  from membership m join state s using (state_key)
  where m.organization_key = $1 and m.role not in ('associate', 'observer')
    and m.from_year <= extract(year from $2::date) and (m.to_year is null or extract(year from $2::date) < m.to_year)
),
begun as materialized (
  select s.strategy_id, s.state_key,
    least(
      case when s.valid_to_date < $2::date then s.valid_to_date end,
      (select min(n.valid_from_date) from strategy_successor r join strategy n on n.strategy_key = r.successor_key
       where r.strategy_id = s.strategy_id and n.status = 'ADOPTED' and n.valid_from_date <= $2::date and visible_strategy(n, row('PUBLIC', null, null)::viewer))
    ) as ended_on
  from strategy s
  where (s.state_key in (select state_key from member) or s.organization_key = $1)
    and s.status = 'ADOPTED' and s.valid_from_date <= $2::date and visible_strategy(s, row('PUBLIC', null, null)::viewer)
),
plan as materialized (
  select strategy_id, state_key from (select b.*, bool_or(ended_on is null) over (partition by state_key) as is_covered from begun b where state_key is not null) p
  where ended_on is null or (not is_covered and ended_on >= $2::date - interval '36 months')
),
regional as (
  select strategy_id
  from (select b.*, bool_or(ended_on is null) over () as is_covered, max(ended_on) over () as newest from begun b where state_key is null) r
  where case when is_covered then ended_on is null else ended_on = newest end
),
threat as materialized (select concept_key as key, parent_key from concept where scheme = 'THREAT'),
line as (
  select key as threat, key as broader from threat
  union all
  select l.threat, t.parent_key from line l join threat t on t.key = l.broader where t.parent_key is not null
),
matching as materialized (
  select broader as national, threat as other, 1.0::float8 as match from line
  union all
  select threat, broader, 0.5 from line where threat <> broader
),
-- What plans say: the nodes of all plans, with the tags and bodies they have from above.
node as materialized (
  select n.strategy_node_id, n.strategy_id, n.parent_id, n.position, n.last_position, n.kind, n.is_seen_in_source, n.responsible is not null as has_body,
    (select array_agg(t.concept_key) from strategy_node_concept t where t.strategy_node_id = n.strategy_node_id and t.scheme = 'THREAT') as threats
  from plan join strategy_node n using (strategy_id)
),
tree as (
  select strategy_node_id, strategy_id, kind, is_seen_in_source, has_body, threats, null::int as objective_id from node where parent_id is null
  union all
  select n.strategy_node_id, n.strategy_id, n.kind, n.is_seen_in_source, n.has_body or t.has_body, coalesce(n.threats, t.threats),
    case when t.kind = 'OBJECTIVE' and t.is_seen_in_source then t.strategy_node_id else t.objective_id end
  from tree t join node n on n.parent_id = t.strategy_node_id
),
measured as (
  select parent_id as strategy_node_id from node where kind = 'INDICATOR' and is_seen_in_source and parent_id is not null
  union
  select n.parent_id from measured m join node n on n.strategy_node_id = m.strategy_node_id where n.parent_id is not null
),
deepest as (
  select p.state_key, c.threat, max(case when t.kind <> 'MEASURE' then 1
    when t.has_body and (t.strategy_node_id in (select strategy_node_id from measured) or t.objective_id in (select strategy_node_id from measured)) then 3
    else 2 end) as depth
  from tree t join plan p using (strategy_id) cross join unnest(t.threats) as c(threat)
  where t.is_seen_in_source group by p.state_key, c.threat
),
carried as materialized (
  select d.state_key, m.other as threat, max(m.match * d.depth) / 3 as planned
  from deepest d join matching m on m.national = d.threat group by d.state_key, m.other
),
-- Exposure: findings that count, by standing; one without a finding of its own has the largest of those below.
dated as materialized (
  select a.assessment_id, a.assessment_key, a.series, a.level, a.state_key, partial_date_first(a.dated) as day,
    case a.level when 'NATIONAL' then 1 when 'OTHER' then 3 else 2 end as class,
    $2::date > coalesce(partial_date_last(a.next_edition), (partial_date_first(a.dated) + interval '48 months')::date) as is_stale
  from assessment a where visible_assessment(a, row('PUBLIC', null, null)::viewer) and partial_date_first(a.dated) <= $2::date
),
finding_row as (
  select f.state_key, f.threat_key, a.assessment_key, a.series, a.class, a.day, a.is_stale, f.is_emerging, f.score is null and f.likelihood is null as is_named,
    case when f.likelihood is not null then f.likelihood * f.impact / 25.0::float8
      when f.score is not null then (f.score - f.scale_min) / (f.scale_max - f.scale_min) else 0.75 end as value
  from finding f join dated a using (assessment_id)
  where f.state_key in (select state_key from member)
  union all
  select a.state_key, t.threat_key, a.assessment_key, a.series, a.class, a.day, a.is_stale, t.is_emerging, true, 0.75
  from dated a join assessment_threat t using (assessment_id)
  where a.state_key in (select state_key from member) and a.level = 'NATIONAL'
    and not exists (select from finding f where f.assessment_id = a.assessment_id and f.state_key = a.state_key and f.threat_key = t.threat_key)
),
counted as materialized (
  select f.*, row_number() over (partition by f.state_key, f.threat_key order by f.class, f.day desc, round(f.value * 1e9) desc, f.is_named, f.assessment_key collate "C") as standing
  from finding_row f
),
own as materialized (select * from counted where standing = 1),
passed as (
  select state_key, threat_key as threat, threat_key, assessment_key, value, is_named, is_stale from own
  union all
  select p.state_key, t.parent_key, p.threat_key, p.assessment_key, p.value, p.is_named, p.is_stale
  from passed p join threat t on t.key = p.threat and t.parent_key is not null
  where not exists (select from own o where o.state_key = p.state_key and o.threat_key = t.parent_key)
),
exposure as materialized (
  select distinct on (state_key, threat) state_key, threat, value, is_named, is_stale
  from passed order by state_key, threat, round(value * 1e9) desc, is_named, threat_key collate "C", assessment_key collate "C"
),
-- Flows of a threat or its children that join members.
flow_of as materialized (
  select t.key as threat, f.flow_id, f.threat_key
  from flow f join threat c on c.key = f.threat_key join threat t on t.key in (c.key, c.parent_key)
  where f.last_year <= extract(year from $2::date) and f.last_year >= extract(year from $2::date) - 10
),
touched as materialized (select distinct p.flow_id, m.state_key from flow_place p join member m using (state_key)),
direct as (select flow_id from touched group by flow_id having count(*) >= 2),
outer_end as materialized (
  select distinct p.flow_id, p.role, coalesce(p.state_key, p.territory_key, p.region_key) as place
  from flow_place p
  where p.role in ('ORIGIN', 'DESTINATION') and p.flow_id in (select flow_id from touched) and (p.state_key is null or p.state_key not in (select state_key from member))
),
common as (
  select f.threat, e.role, e.place
  from flow_of f join outer_end e using (flow_id) join touched t using (flow_id)
  group by f.threat, e.role, e.place having count(distinct f.flow_id) >= 2 and count(distinct t.state_key) >= 2
),
linked as materialized (
  select threat, bool_or(threat_key = threat) as is_own
  from (
    select f.threat, f.threat_key from flow_of f join direct using (flow_id)
    union all
    select f.threat, f.threat_key from flow_of f join outer_end e using (flow_id) join common c on c.threat = f.threat and c.role = e.role and c.place = e.place
  ) l group by threat
),
naming as (
  select t.threat_key, extract(year from a.day) as year, max(extract(year from a.day)) over () as newest
  from dated a join assessment_organization o using (assessment_id) left join assessment_threat t using (assessment_id)
  where o.organization_key = $1 and a.level = 'REGIONAL'
),
named as (select distinct threat_key from naming where year = newest),
-- Threats that some objective of the organization carries.
objective_threat as materialized (
  select distinct c.threat
  from regional join strategy_node n using (strategy_id)
  cross join lateral (
    select array_agg(t.concept_key) as threats
    from strategy_node a join strategy_node_concept t on t.strategy_node_id = a.strategy_node_id and t.scheme = 'THREAT'
    where a.strategy_id = n.strategy_id and a.position <= n.position and a.last_position >= n.position
    group by a.position order by a.position desc limit 1
  ) nearest cross join unnest(nearest.threats) as c(threat)
  where n.kind in ('OBJECTIVE', 'PILLAR') and n.is_seen_in_source
    and not exists (select from strategy_node b where b.strategy_id = n.strategy_id and b.position > n.position and b.position <= n.last_position
      and b.kind = 'OBJECTIVE' and b.is_seen_in_source)
),
rising as (
  select threat_key as threat, avg(newest - previous) as rise
  from (
    select distinct on (state_key, threat_key) state_key, threat_key, newest, previous
    from (
      select state_key, threat_key, series, min(standing) as standing, max(value) filter (where recency = 1) as newest, max(value) filter (where recency = 2) as previous
      from (select c.*, dense_rank() over (partition by state_key, threat_key, series order by day desc) as recency from counted c) r
      group by state_key, threat_key, series having max(recency) >= 2
    ) s order by state_key, threat_key, standing
  ) pair group by threat_key
),
by_threat as (
  select e.threat, count(*) as assessed, count(*) filter (where e.value >= 0.5 - 1e-9) as exposed, avg(e.value) filter (where e.value >= 0.5 - 1e-9) as mean,
    bool_and(e.is_stale) as is_stale,
    coalesce(json_agg(json_build_object('key', m.state_key) order by m.row) filter (where e.value >= 0.5 - 1e-9), '[]') as members,
    json_agg(json_build_object('state', json_build_object('key', m.state_key), 'exposure', case when not e.is_named then round(e.value * 1e9) / 1e9 end,
      'named', e.is_named, 'planned', round(case when r.state_key is not null then coalesce(c.planned, 0) end * 1e9) / 1e9) order by m.row) as exposures,
    bool_or(coalesce(c.planned, 0) >= 2.0 / 3 - 1e-9) filter (where e.value >= 0.5 - 1e-9 and r.state_key is not null) as is_much,
    bool_or(coalesce(c.planned, 0) <= 1.0 / 3 + 1e-9) filter (where e.value >= 0.5 - 1e-9 and r.state_key is not null) as is_little
  from exposure e join member m using (state_key) left join (select distinct state_key from plan) r using (state_key)
  left join carried c on c.state_key = e.state_key and c.threat = e.threat
  group by e.threat
),
unassessed as (
  select t.key as threat, json_agg(json_build_object('key', m.state_key) order by m.row) as members
  from threat t cross join member m
  where exists (select from own o where o.state_key = m.state_key)
    and not exists (select from exposure e where e.state_key = m.state_key and e.threat = t.key)
  group by t.key
),
shared as (
  select t.key, coalesce(b.assessed, 0) as assessed, coalesce(b.exposed, 0) as exposed, round(b.mean * 1e9) / 1e9 as mean,
    coalesce(b.members, '[]') as members, coalesce(b.exposures, '[]') as exposures, coalesce(u.members, '[]') as unassessed,
    array_remove(array[
      case when l.threat is not null then 'LINKED_BY_FLOW' end,
      case when n.threat_key is not null then 'NAMED_BY_ASSESSMENT' end,
      case when not exists (select from line x join objective_threat o on o.threat = x.broader where x.threat = t.key) then 'NO_REGIONAL_OBJECTIVE' end,
      case when b.is_much and b.is_little then 'UNEVEN_PLANNING' end,
      case when r.rise >= 0.1 - 1e-9 then 'RISING' end,
      case when exists (select from own o where o.threat_key = t.key and o.is_emerging) then 'EMERGING' end,
      case when b.is_stale then 'STALE' end,
      case when u.threat is not null then 'UNASSESSED' end
    ], null) as reasons
  from threat t
  left join by_threat b on b.threat = t.key
  left join unassessed u on u.threat = t.key
  left join linked l on l.threat = t.key
  left join named n on n.threat_key = t.key
  left join rising r on r.threat = t.key
  where (b.exposed >= 2 or l.threat is not null or n.threat_key is not null)
    and (
      not exists (select from threat c where c.parent_key = t.key)
      or l.is_own or n.threat_key is not null or exists (select from own o where o.threat_key = t.key)
    )
)
select json_build_object('sharedThreats', coalesce(json_agg(json_build_object(
  'threat', json_build_object('key', key), 'members', members, 'assessed', assessed, 'memberCount', (select count(*) from member),
  'meanExposure', mean, 'reasons', reasons, 'exposures', exposures, 'unassessed', unassessed
) order by exposed desc, coalesce(mean, 0) desc, key collate "C"), '[]'))::text as answer
from shared
