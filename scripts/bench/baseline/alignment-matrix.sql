-- Method 0 and 2 by hand, in one statement: the alignment matrix of organization $1 on day $2, as the JSON that the service answers.
with recursive
member as materialized (
  select s.state_key, s.name ->> 'en' as name, row_number() over (order by s.name ->> 'en' collate "en-x-icu", s.state_key collate "C") as row
  from membership m join state s using (state_key)
  where m.organization_key = $1 and m.role not in ('associate', 'observer')
    and m.from_year <= extract(year from $2::date) and (m.to_year is null or extract(year from $2::date) < m.to_year)
),
begun as materialized (
  select s.strategy_id, s.strategy_key, s.state_key, s.scope,
    least(
      case when s.valid_to_date < $2::date then s.valid_to_date end,
      (select min(n.valid_from_date) from strategy_successor r join strategy n on n.strategy_key = r.successor_key
       where r.strategy_id = s.strategy_id and n.status = 'ADOPTED' and n.valid_from_date <= $2::date and visible_strategy(n, row('PUBLIC', null, null)::viewer))
    ) as ended_on
  from strategy s
  where (s.state_key in (select state_key from member) or s.organization_key = $1)
    and s.status = 'ADOPTED' and s.valid_from_date <= $2::date and visible_strategy(s, row('PUBLIC', null, null)::viewer)
),
-- The plans of each state, each with a bit of its own.
plan as materialized (
  select p.strategy_id, p.scope, p.ended_on is not null as is_lapsed, m.row, 1::bigint << (row_number() over (partition by m.row))::int as bit
  from (select b.*, bool_or(ended_on is null) over (partition by state_key) as is_covered from begun b where state_key is not null) p join member m using (state_key)
  where ended_on is null or (not is_covered and ended_on >= $2::date - interval '36 months')
),
record as materialized (
  select m.row, bit_or(p.bit) as plans, coalesce(bool_or(p.is_lapsed), false) as is_lapsed,
    coalesce(bool_or(p.scope in ('OVERARCHING', 'CRIME_PREVENTION', 'NATIONAL_SECURITY')), false) as is_general
  from member m left join plan p using (row) group by m.row
),
regional as (
  select strategy_id, strategy_key
  from (select b.*, bool_or(ended_on is null) over () as is_covered, max(ended_on) over () as newest from begun b where state_key is null) r
  where case when is_covered then ended_on is null else ended_on = newest end
),
objective as materialized (
  select n.strategy_node_id, n.strategy_node_key, row_number() over (order by r.strategy_key collate "C", n.position) as col, carried.threats
  from regional r join strategy_node n using (strategy_id)
  left join lateral (
    select array_agg(t.concept_key) as threats
    from strategy_node a join strategy_node_concept t on t.strategy_node_id = a.strategy_node_id and t.scheme = 'THREAT'
    where a.strategy_id = n.strategy_id and a.position <= n.position and a.last_position >= n.position
    group by a.position order by a.position desc limit 1
  ) carried on true
  where n.kind in ('OBJECTIVE', 'PILLAR') and n.is_seen_in_source and n.addressee is distinct from 'ORGANIZATION'
    and not exists (select from strategy_node b where b.strategy_id = n.strategy_id and b.position > n.position and b.position <= n.last_position
      and b.kind = 'OBJECTIVE' and b.is_seen_in_source)
),
found as materialized (
  select p.row, o.col, count(*) as evidence, bit_or(p.bit) filter (where l.relation <> 'CONTRADICTS') as plans,
    coalesce(max(case l.relation when 'SUBSET' then coalesce(l.share, 0.25) when 'INTERSECTS' then coalesce(l.share, 0.25)
      when 'NO_RELATION' then 0 when 'CONTRADICTS' then null else 1 end), 0) as low,
    coalesce(sum(case l.relation when 'SUBSET' then coalesce(l.share, 0.75) when 'INTERSECTS' then coalesce(l.share, 0.75)
      when 'NO_RELATION' then 0 when 'CONTRADICTS' then null else 1 end), 0) as high,
    bool_or(l.status = 'CONFIRMED' and l.relation = 'CONTRADICTS') as differs
  from objective o join link l on l.objective_id = o.strategy_node_id join plan p on p.strategy_id = l.national_strategy_id
  left join strategy_node n on n.strategy_node_id = l.national_node_id
  where l.status in ('READ', 'CONFIRMED') and visible_link(l, row('PUBLIC', null, null)::viewer) and (
    l.national_node_id is null
    or n.is_seen_in_source and (
      n.kind in ('OBJECTIVE', 'MEASURE')
      or n.kind = 'PILLAR' and not exists (select from strategy_node b where b.strategy_id = n.strategy_id and b.position > n.position
        and b.position <= n.last_position and b.kind = 'OBJECTIVE' and b.is_seen_in_source)
    )
  )
  group by p.row, o.col
),
line as (
  select concept_key as threat, concept_key as broader from concept where scheme = 'THREAT'
  union all
  select l.threat, c.parent_key from line l join concept c on c.scheme = 'THREAT' and c.concept_key = l.broader where c.parent_key is not null
),
subject as (
  select distinct p.row, v.threat
  from plan p join (values ('TRAFFICKING_IN_PERSONS', 'trafficking-in-persons'), ('SMUGGLING_OF_MIGRANTS', 'smuggling-of-migrants'),
    ('FIREARMS', 'firearms-trafficking'), ('DRUGS', 'drug-trafficking'), ('ANTI_CORRUPTION', 'corruption')) as v(scope, threat) using (scope)
),
subject_match as materialized (
  select s.row, array_agg(distinct case when l.broader = s.threat then l.threat else l.broader end) as threats
  from subject s join line l on s.threat in (l.threat, l.broader) group by s.row
),
cell as materialized (
  select r.row, o.col, r.is_lapsed, coalesce(f.low, 0) as low,
    case when f.plans = r.plans then least(1, f.high) else 1 end as high, coalesce(f.evidence, 0) as evidence,
    case when r.plans is null then 'NO_RECORD'
      when f.evidence is null then 'UNREAD'
      when f.differs then 'DIFFERS'
      when f.low >= 0.75 - 1e-9 then 'ALIGNED'
      when f.low > 1e-9 then 'PARTIAL'
      when f.plans is distinct from r.plans then 'UNREAD'
      when r.is_general or o.threats <@ m.threats then 'GAP'
      else 'NARROW_RECORD' end as status
  from record r cross join objective o
  left join found f on f.row = r.row and f.col = o.col
  left join subject_match m on m.row = r.row
  order by r.row, o.col
),
by_row as (
  select row, json_agg(round(low * 1e9) / 1e9) as lows, json_agg(round(high * 1e9) / 1e9) as highs, json_agg(status) as statuses,
    json_agg(evidence) as evidence_counts, bool_or(is_lapsed) as is_lapsed
  from cell group by row
),
by_column as (
  select col, count(*) as members, count(*) filter (where not is_lapsed and status = 'ALIGNED') as aligned,
    count(*) filter (where not is_lapsed and status = 'PARTIAL') as partial, count(*) filter (where not is_lapsed and status = 'GAP') as gap,
    count(*) filter (where not is_lapsed and status in ('ALIGNED', 'PARTIAL', 'GAP')) as read, count(*) filter (where not is_lapsed) as readable,
    avg(low) filter (where not is_lapsed and status in ('ALIGNED', 'PARTIAL', 'GAP')) as low,
    avg(high) filter (where not is_lapsed and status in ('ALIGNED', 'PARTIAL', 'GAP')) as high
  from cell group by col
)
select json_build_object('alignmentMatrix', json_build_object(
  'rows', (select coalesce(json_agg(json_build_object('key', state_key, 'name', name) order by row), '[]') from member),
  'columns', (select coalesce(json_agg(json_build_object('key', strategy_node_key) order by col), '[]') from objective),
  'lows', coalesce(json_agg(lows order by row), '[]'),
  'highs', coalesce(json_agg(highs order by row), '[]'),
  'statuses', coalesce(json_agg(statuses order by row), '[]'),
  'evidenceCounts', coalesce(json_agg(evidence_counts order by row), '[]'),
  'lapsed', coalesce(json_agg(is_lapsed order by row), '[]'),
  'columnSummaries', (
    select coalesce(json_agg(json_build_object(
      'aligned', aligned, 'partial', partial, 'gap', gap, 'read', read, 'members', members,
      'low', case when read >= 3 then round(low * 1e9) / 1e9 end, 'high', case when read >= 3 then round(high * 1e9) / 1e9 end,
      'completeness', case when readable > 0 then round(read::float8 / readable * 1e9) / 1e9 end) order by col), '[]') from by_column)
))::text as answer
from by_row
