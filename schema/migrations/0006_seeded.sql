-- What the project's own data put into the tables, so that later data never overwrites what was changed here, nor brings back what was deleted.

create aggregate tsvector_join(tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '');
comment on aggregate tsvector_join(tsvector) is 'Words of several texts as one.';

create table seeded (
  kind text not null,
  key text not null,
  hash text not null,
  is_changed boolean not null default false,
  primary key (kind, key)
);
comment on table seeded is 'Records that the seeds wrote, by kind and natural key.';
comment on column seeded.hash is 'SHA-256 of the record as the seeds gave it.';
comment on column seeded.is_changed is 'Changed or deleted by someone since: the seeds leave it alone from then on.';

create table seed_state (
  is_only boolean primary key default true check (is_only),
  digest text not null
);
comment on table seed_state is 'One row: the SHA-256 of all seed files when they were last written.';

create function mark_seeded() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('synergy.seeding', true), '') <> 'on' then
    execute format('update seeded set is_changed = true where kind = %L and not is_changed and key in (select %s from changed c %s)', tg_argv[0], tg_argv[1], tg_argv[2]);
  end if;
  return null;
end
$$;
comment on function mark_seeded is 'Marks what a statement changed, unless the setting synergy.seeding is on. Arguments: kind, key of a row of changed c, joins.';

do $$
declare
  recorded record;
  event text;
  views text[] := '{}';
begin
  for recorded in
    select * from (values
      -- table, kind, key, joins, is it the record itself (or a part of one)
      ('instrument', 'instrument', 'c.instrument_key', '', true),
      ('concept', 'concept', 'c.scheme || ''/'' || c.concept_key', '', true),
      ('provision_threat', 'concept', '''PROVISION/'' || c.provision_key', '', false),
      ('external_code', 'external_code', 'c.system || ''/'' || c.code', '', true),
      ('state', 'state', 'c.state_key', '', true),
      ('territory', 'territory', 'c.territory_key', '', true),
      ('treaty_status', 'treaty_status', 'c.state_key || ''/'' || c.instrument_key', '', true),
      ('organization', 'organization', 'c.organization_key', '', true),
      ('membership', 'membership', 'c.organization_key || ''/'' || coalesce(c.state_key, c.territory_key) || ''/'' || c.from_year', '', true),
      ('region', 'region', 'c.region_key', '', true),
      ('region_state', 'region', 'c.region_key', '', false),
      ('assessment', 'assessment', 'c.assessment_key', '', true),
      ('assessment_organization', 'assessment', 'a.assessment_key', 'join assessment a using (assessment_id)', false),
      ('assessment_threat', 'assessment', 'a.assessment_key', 'join assessment a using (assessment_id)', false),
      ('finding', 'finding', 'a.assessment_key || ''/'' || c.state_key || ''/'' || c.threat_key', 'join assessment a using (assessment_id)', true),
      ('flow', 'flow', 'c.flow_key', '', true),
      ('flow_place', 'flow', 'f.flow_key', 'join flow f using (flow_id)', false),
      ('assistance_activity', 'activity', 'c.activity_key', '', true),
      ('assistance_activity_recipient', 'activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)', false),
      ('assistance_activity_code', 'activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)', false),
      ('strategy', 'strategy', 'c.strategy_key', '', true),
      ('strategy_theme', 'strategy', 's.strategy_key', 'join strategy s using (strategy_id)', false),
      ('strategy_shared_with', 'strategy', 's.strategy_key', 'join strategy s using (strategy_id)', false),
      ('strategy_successor', 'strategy', 's.strategy_key', 'join strategy s using (strategy_id)', false),
      ('strategy_relation', 'strategy', 's.strategy_key', 'join strategy s using (strategy_id)', false),
      ('strategy_node', 'strategy', 's.strategy_key', 'join strategy s using (strategy_id)', false),
      ('strategy_node_concept', 'strategy', 's.strategy_key', 'join strategy_node n using (strategy_node_id) join strategy s using (strategy_id)', false),
      ('link', 'link', 'coalesce(n.strategy_node_key, s.strategy_key) || ''/'' || o.strategy_node_key',
        'join strategy s on s.strategy_id = c.national_strategy_id left join strategy_node n on n.strategy_node_id = c.national_node_id join strategy_node o on o.strategy_node_id = c.objective_id', true)
    ) as it(base, kind, key, joins, is_record)
  loop
    foreach event in array case when recorded.is_record then '{update,delete}'::text[] else '{insert,update,delete}' end loop
      execute format(
        'create trigger %s after %s on %I referencing %s table as changed for each statement execute function mark_seeded(%L, %L, %L)',
        recorded.base || '_seeded_' || event, event, recorded.base, case event when 'insert' then 'new' else 'old' end, recorded.kind, recorded.key, recorded.joins
      );
    end loop;
    if recorded.is_record then
      views := views || format('select %L as kind, %s as key from %I c %s', recorded.kind, recorded.key, recorded.base, recorded.joins);
    end if;
  end loop;
  execute 'create view seedable as ' || array_to_string(views, ' union all ');
end
$$;
comment on view seedable is 'All records of the kinds that seeds have, by kind and natural key as in seeded.';
