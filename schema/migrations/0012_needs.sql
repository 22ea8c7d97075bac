-- What states need, what was matched to it and what came of it; sessions of the working group and what it recommended.

create table need (
  need_id int generated always as identity primary key,
  need_key text not null unique,
  state_key text not null references state deferrable,
  element_key text,
  threat_key text,
  provision_key text,
  element_scheme text not null generated always as ('ELEMENT') stored,
  threat_scheme text not null generated always as ('THREAT') stored,
  provision_scheme text not null generated always as ('PROVISION') stored,
  objective_id int references strategy_node on delete set null deferrable,
  origin text not null check (origin in ('REQUESTED', 'OBSERVED')),
  urgency text check (urgency in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  reason text not null,
  consent text not null default 'PRIVATE' check (consent in ('PRIVATE', 'WORKING_GROUP', 'PUBLIC')),
  stage text not null default 'EXPRESSED'
    check (stage in ('EXPRESSED', 'CONFIRMED', 'SCOPED', 'FUNDED', 'IN_DELIVERY', 'COMPLETED', 'FOLLOWED_UP', 'WITHDRAWN')),
  due_on date,
  recorder_role text not null,
  recorder_organization_key text references organization deferrable,
  version int not null default 1,
  submitted_by text not null,
  confirmed_on date,
  confirmed_by text,
  constraint need_element_fkey foreign key (element_scheme, element_key) references concept deferrable,
  constraint need_threat_fkey foreign key (threat_scheme, threat_key) references concept deferrable,
  constraint need_provision_fkey foreign key (provision_scheme, provision_key) references concept deferrable,
  constraint need_subject_check check (num_nonnulls(element_key, threat_key, provision_key) > 0),
  constraint need_confirmation_check check (num_nonnulls(confirmed_on, confirmed_by) in (0, 2)),
  constraint need_stage_confirmed_check check (stage in ('EXPRESSED', 'WITHDRAWN') or (confirmed_on is not null and urgency is not null)),
  constraint need_second_person_check check (confirmed_by <> submitted_by)
);
comment on table need is 'What a state asked for, or what a review observed. What the service derives is never stored.';
comment on column need.objective_id is 'With the state: the cell of the alignment matrix that shows the gap.';
comment on column need.reason is 'In the state''s own words; of an observed need in the observer''s until the state confirms it.';
comment on column need.consent is 'Whom the state lets know of it, from its confirmation on.';
comment on column need.due_on is 'By when the next stage is due.';
comment on column need.recorder_organization_key is 'The organization whose analyst observed it.';
comment on column need.submitted_by is 'Account that recorded it. Never shown.';
comment on column need.confirmed_by is 'Account that confirmed it for the state: another one than recorded it. Never shown.';
create index need_state_key_idx on need (state_key);

create function is_recorder_of(item need, v viewer) returns boolean language sql immutable begin atomic
  select item.origin = 'OBSERVED' and item.confirmed_on is null
    and (is_own(null, item.recorder_organization_key, v) or coalesce(item.recorder_role = 'SECRETARIAT' and v.role = 'SECRETARIAT', false));
end;
comment on function is_recorder_of is 'Did the viewer''s body observe this need, and has the state not confirmed it yet?';

create function visible_need(item need, v viewer) returns boolean language sql stable begin atomic
  select is_own(item.state_key, null, v)
    or is_recorder_of(item, v)
    or (item.confirmed_on is not null and item.stage <> 'WITHDRAWN' and is_audience(item.consent, '{}', item.state_key, null, v));
end;
comment on function visible_need is 'May the viewer read this need? Its state; who observed it, until the state confirms it; then whom the state lets know, until it takes it back.';

create function is_keeper_of(item need, v viewer) returns boolean language sql stable begin atomic
  select is_editor_of(item.state_key, null, v) or is_recorder_of(item, v) or (coalesce(v.role = 'SECRETARIAT', false) and visible_need(item, v));
end;
comment on function is_keeper_of is 'May the viewer write this need or its stages?';

create table need_stage (
  need_id int not null references need on delete cascade deferrable,
  position int not null,
  stage text not null,
  is_met boolean not null default false,
  reached_on date not null,
  due_on date,
  reason text,
  role text not null,
  by_state_key text references state deferrable,
  by_organization_key text references organization deferrable,
  primary key (need_id, position)
);
comment on table need_stage is 'The way of a need, step by step: by whom, when, why.';
comment on column need_stage.is_met is 'The state says that the need is met.';

create table need_match (
  need_match_id int generated always as identity primary key,
  match_key text not null unique,
  need_id int not null references need on delete cascade deferrable,
  assistance_activity_id int not null references assistance_activity on delete cascade deferrable,
  kind text not null check (kind in ('PROPOSAL', 'OFFER')),
  status text not null default 'PROPOSED' check (status in ('PROPOSED', 'ACCEPTED', 'DECLINED')),
  note text,
  proposed_on date not null,
  proposed_by text not null,
  decided_on date,
  decided_by text,
  decision_reason text,
  constraint need_match_decision_check check (num_nonnulls(decided_on, decided_by) = case status when 'PROPOSED' then 0 else 2 end),
  constraint need_match_second_person_check check (decided_by <> proposed_by)
);
comment on table need_match is 'An activity that the Secretariat proposes for a need, or that its provider offers for it, and what the state decided.';
create unique index need_match_standing_key on need_match (need_id, assistance_activity_id) where status <> 'DECLINED';

create function visible_need_match(item need_match, v viewer) returns boolean language sql stable begin atomic
  select exists (
    select from need n where n.need_id = item.need_id and visible_need(n, v)
      and (item.status = 'ACCEPTED' or is_own(n.state_key, null, v) or coalesce(v.role = 'SECRETARIAT', false))
  );
end;
comment on function visible_need_match is 'May the viewer read this match? Accepted: whoever sees the need. Else the state and the Secretariat alone.';

create table working_group_session (
  session_id int generated always as identity primary key,
  session_key text not null unique check (session_key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null,
  starts_on date not null,
  ends_on date not null,
  frozen jsonb,
  frozen_on date,
  version int not null default 1,
  constraint working_group_session_dates_check check (ends_on >= starts_on),
  constraint working_group_session_frozen_check check (num_nonnulls(frozen, frozen_on) in (0, 2))
);
comment on table working_group_session is 'A meeting of the working group.';
comment on column working_group_session.frozen is 'What the public was answered on frozen_on: needs, activities, overlaps. Never written again.';

create function keep_frozen() returns trigger language plpgsql as $$
begin
  raise exception 'a frozen session is never written again' using errcode = '42501';
end
$$;
create trigger working_group_session_frozen before update of frozen, frozen_on on working_group_session for each row
  when (old.frozen is not null) execute function keep_frozen();

create table recommendation (
  recommendation_id int generated always as identity primary key,
  recommendation_key text not null unique,
  session_id int not null references working_group_session on delete cascade deferrable,
  position int not null,
  what text not null,
  addressee text not null,
  state_keys text[] not null default '{}',
  organization_keys text[] not null default '{}',
  due_on date,
  recorded_on date not null,
  version int not null default 1,
  constraint recommendation_position_key unique (session_id, position)
);
comment on table recommendation is 'What the working group recommended at a session, to whom, by when.';
comment on column recommendation.addressee is 'To whom, in words; the states and organizations among them in the next two columns.';

create table recommendation_outcome (
  recommendation_id int not null references recommendation on delete cascade deferrable,
  position int not null,
  outcome text not null check (outcome in ('UNDER_WAY', 'DONE', 'DROPPED', 'CARRIED_OVER')),
  stated_on date not null,
  reason text not null,
  carried_to_id int references working_group_session on delete set null deferrable,
  primary key (recommendation_id, position),
  constraint recommendation_outcome_carried_check check (outcome = 'CARRIED_OVER' or carried_to_id is null)
);
comment on table recommendation_outcome is 'What became of a recommendation, the newest last.';

create table recommendation_need (
  recommendation_id int not null references recommendation on delete cascade deferrable,
  need_id int not null references need on delete cascade deferrable,
  primary key (recommendation_id, need_id)
);
comment on table recommendation_need is 'Needs that a recommendation is about; each is read by whoever may read the need.';

do $$
declare
  of_table record;
begin
  for of_table in
    select * from (values
      ('need', 'visible_need(need, current_viewer())', 'is_keeper_of(need, current_viewer())'),
      ('need_stage', 'need_id in (select need_id from need)', 'need_id in (select need_id from need where is_keeper_of(need, current_viewer()))'),
      ('need_match', 'visible_need_match(need_match, current_viewer())',
        'need_id in (select need_id from need where (current_viewer()).role = ''SECRETARIAT'' or is_approver_of(state_key, null, current_viewer()))'),
      ('working_group_session', 'true', '(current_viewer()).role = ''SECRETARIAT'''),
      ('recommendation', 'true', '(current_viewer()).role = ''SECRETARIAT'''),
      ('recommendation_outcome', 'true', '(current_viewer()).role = ''SECRETARIAT'''),
      ('recommendation_need', 'need_id in (select need_id from need)', '(current_viewer()).role = ''SECRETARIAT'' and need_id in (select need_id from need)')
    ) as it(base, readable, writable)
  loop
    execute format('alter table %I enable row level security', of_table.base);
    execute format('create policy %I on %I for select using (%s)', of_table.base || '_read', of_table.base, of_table.readable);
    execute format('create policy %I on %I using (%s) with check (%s)', of_table.base || '_write', of_table.base, of_table.writable, of_table.writable);
  end loop;
end
$$;
