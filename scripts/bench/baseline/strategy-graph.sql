-- One strategy's whole graph by hand, in one statement: all nodes of strategy $1 with their tags and links, as the JSON that the service answers.
with
asked as materialized (
  select s.strategy_id, s.level from strategy s where s.strategy_key = $1 and visible_strategy(s, row('PUBLIC', null, null)::viewer)
),
tagged as (
  select n.strategy_node_id,
    json_agg(json_build_object('key', c.concept_key) order by c.position) filter (where c.scheme = 'THREAT') as threats,
    json_agg(json_build_object('key', c.concept_key) order by c.position) filter (where c.scheme = 'ELEMENT') as elements,
    json_agg(json_build_object('key', c.concept_key) order by c.position) filter (where c.scheme = 'PROVISION') as provisions
  from asked join strategy_node n using (strategy_id) join strategy_node_concept t using (strategy_node_id) join concept c using (scheme, concept_key)
  group by n.strategy_node_id
)
select json_build_object('strategy', json_build_object('key', $1::text, 'nodes', json_agg(json_build_object(
  'key', n.strategy_node_key,
  'kind', n.kind,
  'label', coalesce(n.label ->> 'en', n.label ->> 'original', n.label ->> n.original_language),
  'parent', case when p.strategy_node_id is not null then json_build_object('key', p.strategy_node_key) end,
  'threats', coalesce(t.threats, '[]'),
  'elements', coalesce(t.elements, '[]'),
  'provisions', coalesce(t.provisions, '[]'),
  'responsible', n.responsible,
  'implementedBy', case when asked.level = 'NATIONAL' then '[]' else (
    select coalesce(json_agg(json_build_object('relation', l.relation, 'share', l.share, 'status', l.status,
      'node', case when m.strategy_node_id is not null then json_build_object('key', m.strategy_node_key) end,
      'objective', json_build_object('key', n.strategy_node_key)) order by coalesce(m.strategy_node_key, s.strategy_key) collate "C"), '[]')
    from link l join strategy s on s.strategy_id = l.national_strategy_id left join strategy_node m on m.strategy_node_id = l.national_node_id
    where l.objective_id = n.strategy_node_id and visible_link(l, row('PUBLIC', null, null)::viewer) and visible_strategy(s, row('PUBLIC', null, null)::viewer)
  ) end,
  'serves', case when asked.level <> 'NATIONAL' then '[]' else (
    select coalesce(json_agg(json_build_object('relation', l.relation, 'share', l.share, 'status', l.status,
      'node', json_build_object('key', n.strategy_node_key), 'objective', json_build_object('key', o.strategy_node_key)) order by o.strategy_node_key collate "C"), '[]')
    from link l join strategy_node o on o.strategy_node_id = l.objective_id join strategy r on r.strategy_id = o.strategy_id
    where l.national_node_id = n.strategy_node_id and visible_link(l, row('PUBLIC', null, null)::viewer) and visible_strategy(r, row('PUBLIC', null, null)::viewer)
  ) end
) order by n.position)))::text as answer
from asked join strategy_node n using (strategy_id)
left join strategy_node p on p.strategy_node_id = n.parent_id
left join tagged t on t.strategy_node_id = n.strategy_node_id
