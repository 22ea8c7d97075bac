-- What is recorded beside the text of a strategy: effects, evaluations, indicators with their values, and how far a measure is by the state's own word.
-- Each is seen by whoever sees the strategy, and written by its owner.

create table strategy_effect (
  strategy_effect_id int generated always as identity primary key,
  effect_key text not null unique,
  strategy_id int not null references strategy on delete cascade deferrable,
  axis text not null check (axis in ('CRIMINAL_JUSTICE', 'REGIONAL_COOPERATION', 'INTERNATIONAL_COOPERATION')),
  direction text not null check (direction in ('GOOD', 'BAD', 'MIXED')),
  effect_text text not null,
  original_language text not null,
  dated text,
  source_title text,
  source_ref text,
  role text not null,
  recorded_on date not null,
  recorded_by text not null
);
comment on table strategy_effect is 'What a strategy did to the criminal justice system or to cooperation, good or bad, as a source says (para 5).';
comment on column strategy_effect.dated is 'When it was seen: YYYY, YYYY-MM or YYYY-MM-DD.';
comment on column strategy_effect.recorded_by is 'Account that recorded it. Never shown.';
create index strategy_effect_strategy_id_idx on strategy_effect (strategy_id);

create table evaluation (
  evaluation_id int generated always as identity primary key,
  evaluation_key text not null unique,
  strategy_id int not null references strategy on delete cascade deferrable,
  body text not null,
  dated text,
  scope text,
  source_title text,
  source_ref text,
  cadence_months int check (cadence_months between 1 and 240),
  next_due text,
  role text not null,
  recorded_on date not null,
  recorded_by text not null
);
comment on table evaluation is 'An evaluation of a strategy (para 7).';
comment on column evaluation.dated is 'YYYY, YYYY-MM or YYYY-MM-DD; null: it took place, and when is not known.';
comment on column evaluation.cadence_months is 'How often the body says it evaluates; null: not stated.';
comment on column evaluation.next_due is 'When the body says the next one is due; null: not stated.';
create index evaluation_strategy_id_idx on evaluation (strategy_id);

create table indicator_detail (
  strategy_node_id int primary key references strategy_node on delete cascade deferrable,
  unit text,
  baseline float8,
  baseline_date text,
  target float8,
  target_date text,
  frequency_months int check (frequency_months between 1 and 240),
  owner_body text,
  role text not null,
  recorded_on date not null,
  recorded_by text not null
);
comment on table indicator_detail is 'What an indicator of a strategy measures: from where, to where, how often and by whom.';

create table indicator_value (
  strategy_node_id int not null references strategy_node on delete cascade deferrable,
  dated text not null,
  value float8 not null,
  note text,
  source_title text,
  source_ref text,
  role text not null,
  recorded_on date not null,
  recorded_by text not null,
  primary key (strategy_node_id, dated)
);
comment on table indicator_value is 'Value of an indicator at a date, in the unit of the indicator.';

create table measure_report (
  strategy_node_id int not null references strategy_node on delete cascade deferrable,
  dated text not null,
  status text not null check (status in ('NOT_STARTED', 'UNDER_WAY', 'DONE', 'DROPPED')),
  note text,
  role text not null,
  recorded_on date not null,
  recorded_by text not null,
  primary key (strategy_node_id, dated)
);
comment on table measure_report is 'How far a measure is at a date, in the word of whoever owns the strategy.';

do $$
declare
  of_table record;
begin
  for of_table in
    select * from (values
      ('strategy_effect', 'strategy_id', 'select strategy_id from strategy', 'select strategy_id from strategy where is_editor_of(state_key, organization_key, current_viewer())'),
      ('evaluation', 'strategy_id', 'select strategy_id from strategy', 'select strategy_id from strategy where is_editor_of(state_key, organization_key, current_viewer())'),
      ('indicator_detail', 'strategy_node_id', 'select strategy_node_id from strategy_node', 'select n.strategy_node_id from strategy_node n join strategy s using (strategy_id) where is_editor_of(s.state_key, s.organization_key, current_viewer())'),
      ('indicator_value', 'strategy_node_id', 'select strategy_node_id from strategy_node', 'select n.strategy_node_id from strategy_node n join strategy s using (strategy_id) where is_editor_of(s.state_key, s.organization_key, current_viewer())'),
      ('measure_report', 'strategy_node_id', 'select strategy_node_id from strategy_node', 'select n.strategy_node_id from strategy_node n join strategy s using (strategy_id) where is_editor_of(s.state_key, s.organization_key, current_viewer())')
    ) as it(base, owner_column, readable, writable)
  loop
    execute format('alter table %I enable row level security', of_table.base);
    execute format('create policy %I on %I for select using (%I in (%s))', of_table.base || '_read', of_table.base, of_table.owner_column, of_table.readable);
    execute format('create policy %I on %I using (%I in (%s)) with check (%I in (%s))', of_table.base || '_write', of_table.base, of_table.owner_column, of_table.writable, of_table.owner_column, of_table.writable);
  end loop;
end
$$;
