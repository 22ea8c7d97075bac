-- Who may see and change what: sharing, versions, clearance by a second person, and a trail that nobody can alter.
-- Each protected table has one function that says which of its rows a viewer may see. Every read calls it, and so do the policies of
-- row-level security, which bind a login that does not own the tables. Their bodies are bound when they are made, so no search path turns them.

create type viewer as (role text, state_key text, organization_key text);
comment on type viewer is 'Who asks: PUBLIC; READER, EDITOR, APPROVER, DELEGATE of a state; ANALYST of an organization; SECRETARIAT; ADMIN.';

create function current_viewer() returns viewer language sql stable begin atomic
  select row(current_setting('synergy.role', true), current_setting('synergy.state', true), current_setting('synergy.organization', true))::viewer;
end;
comment on function current_viewer is 'The viewer that this transaction was told of; without one, nobody: only what is public.';

create function is_own(owner_state text, owner_organization text, v viewer) returns boolean language sql immutable begin atomic
  select coalesce(v.role in ('READER', 'EDITOR', 'APPROVER', 'DELEGATE') and v.state_key = owner_state, false)
    or coalesce(v.role = 'ANALYST' and v.organization_key = owner_organization, false);
end;
comment on function is_own is 'Is the viewer of the state, or of the organization, that owns the row?';

create function is_editor_of(owner_state text, owner_organization text, v viewer) returns boolean language sql immutable begin atomic
  select coalesce(v.role in ('EDITOR', 'APPROVER') and v.state_key = owner_state, false)
    or coalesce(v.role = 'ANALYST' and v.organization_key = owner_organization, false);
end;
comment on function is_editor_of is 'May the viewer change what this state, or this organization, owns?';

create function is_of_region(owner_state text, owner_organization text, v viewer) returns boolean language sql stable begin atomic
  with standing as (
    select organization_key, state_key from membership
    where state_key is not null and role not in ('associate', 'observer')
      and extract(year from now() at time zone 'utc') >= from_year
      and (to_year is null or extract(year from now() at time zone 'utc') < to_year)
  ),
  region as (select organization_key from standing where state_key = owner_state union select owner_organization where owner_organization is not null)
  select coalesce(v.role = 'ANALYST' and v.organization_key in (select organization_key from region), false)
    or (v.role in ('READER', 'EDITOR', 'APPROVER', 'DELEGATE')
      and exists (select from standing join region using (organization_key) where standing.state_key = v.state_key));
end;
comment on function is_of_region is 'Is the viewer an analyst of an organization that the owner belongs to today, or a user of one of its members?';

create function is_audience(visibility text, shared_with text[], owner_state text, owner_organization text, v viewer) returns boolean language sql stable begin atomic
  select case visibility
    when 'PUBLIC' then true
    when 'SHARED' then coalesce(v.role in ('READER', 'EDITOR', 'APPROVER', 'DELEGATE') and v.state_key = any(shared_with), false)
      or coalesce(v.role = 'ANALYST' and v.organization_key = any(shared_with), false)
    when 'REGION' then is_of_region(owner_state, owner_organization, v)
    when 'WORKING_GROUP' then coalesce(v.role in ('DELEGATE', 'SECRETARIAT'), false)
    else false
  end;
end;
comment on function is_audience is 'Does what is published with this visibility reach the viewer?';

create function is_approver_of(owner_state text, owner_organization text, v viewer) returns boolean language sql immutable begin atomic
  select coalesce(v.role = 'APPROVER' and v.state_key = owner_state, false)
    or coalesce(v.role = 'ANALYST' and v.organization_key = owner_organization, false);
end;
comment on function is_approver_of is 'May the viewer clear what others submitted, for this state or this organization?';

create function keep_submitters() returns trigger language plpgsql as $$
begin
  if new.submitted_by is null then
    new.submitters := '{}';
  elsif tg_op = 'INSERT' then
    new.submitters := array[new.submitted_by];
  elsif old.publication = 'UNPUBLISHED' and new.publication = 'UNPUBLISHED' and not new.submitted_by = any(old.submitters) then
    new.submitters := old.submitters || new.submitted_by;
  else
    new.submitters := old.submitters; -- Publishing and taking back change no text.
  end if;
  return new;
end
$$;

-- Strategies ------------------------------------------------------------------------------------------------------------------------

alter table strategy
  add column shared_with text[] not null default '{}',
  add column version int not null default 1,
  add column submitted_by text,
  add column submitters text[] not null default '{}',
  add column cleared_by text,
  add constraint strategy_clearance_check check (publication = 'UNPUBLISHED' or submitted_by is null or (cleared_by is not null and cleared_by <> all(submitters)));
create trigger strategy_submitters before insert or update on strategy for each row execute function keep_submitters();
comment on column strategy.submitters is 'Accounts that wrote any part of it: none of them clears it. Kept by a trigger. Never shown.';
comment on column strategy.shared_with is 'With visibility SHARED: codes of states and keys of organizations.';
comment on column strategy.version is 'Grows by one with every change of the strategy or its nodes.';
comment on column strategy.submitted_by is 'Account of the last change; null: the operator. Never shown.';
comment on column strategy.cleared_by is 'Account that published it: none of those that wrote it. Never shown.';
update strategy s set shared_with = array(
  select coalesce(w.state_key, w.organization_key) from strategy_shared_with w where w.strategy_id = s.strategy_id order by 1
) where exists (select from strategy_shared_with w where w.strategy_id = s.strategy_id);
drop table strategy_shared_with;

alter table strategy_node add column succeeds_key text;
comment on column strategy_node.succeeds_key is 'Key of the node of the version before that this one carries on.';
create index strategy_node_succeeds_key_idx on strategy_node (succeeds_key);

drop function visible_strategy(strategy);
create function visible_strategy(item strategy, v viewer) returns boolean language sql stable begin atomic
  select (item.publication = 'PUBLISHED' and item.visibility = 'PUBLIC')
    or is_own(item.state_key, item.organization_key, v)
    or (item.publication = 'PUBLISHED' and is_audience(item.visibility, item.shared_with, item.state_key, item.organization_key, v));
end;
comment on function visible_strategy is 'May the viewer read this strategy and its nodes? Not published: its owner alone.';

-- Assessments -----------------------------------------------------------------------------------------------------------------------

alter table assessment
  add column shared_with text[] not null default '{}',
  add column version int not null default 1,
  add column submitted_by text,
  add column submitters text[] not null default '{}',
  add column cleared_by text,
  add constraint assessment_clearance_check check (publication = 'UNPUBLISHED' or submitted_by is null or (cleared_by is not null and cleared_by <> all(submitters)));
create trigger assessment_submitters before insert or update on assessment for each row execute function keep_submitters();
comment on column assessment.shared_with is 'With visibility SHARED: codes of states and keys of organizations.';

drop function visible_assessment(assessment);
create function visible_assessment(item assessment, v viewer) returns boolean language sql stable begin atomic
  select (item.publication = 'PUBLISHED' and item.visibility = 'PUBLIC')
    or is_own(item.state_key, item.organization_key, v)
    or (item.publication = 'PUBLISHED' and is_audience(item.visibility, item.shared_with, item.state_key, item.organization_key, v));
end;
comment on function visible_assessment is 'May the viewer read this assessment, its findings and the threats it names? Not published: its owner alone.';

-- Links -----------------------------------------------------------------------------------------------------------------------------

alter table link
  add column visibility text not null default 'PUBLIC' check (visibility in ('PRIVATE', 'SHARED', 'REGION', 'WORKING_GROUP', 'PUBLIC')),
  add column publication text not null default 'PUBLISHED' check (publication in ('UNPUBLISHED', 'PUBLISHED')),
  add column shared_with text[] not null default '{}',
  add column version int not null default 1,
  add column submitted_by text,
  add column state_key text references state deferrable,
  add column organization_key text references organization deferrable,
  add constraint link_submission_key unique (link_id, submitted_by);
update link l set
  state_key = (select state_key from strategy where strategy_id = l.national_strategy_id),
  organization_key = (select s.organization_key from strategy s join strategy_node n using (strategy_id) where n.strategy_node_id = l.objective_id);
alter table link alter column state_key set not null, alter column organization_key set not null;
comment on column link.state_key is 'The state it speaks about: owner of the plan.';
comment on column link.organization_key is 'The organization it speaks about: owner of the objective.';
comment on column link.publication is 'UNPUBLISHED: proposed, and read by the two sides alone until one of them has reviewed it.';

create function set_link_parties() returns trigger language plpgsql as $$
begin
  new.state_key := (select state_key from strategy where strategy_id = new.national_strategy_id);
  new.organization_key := (select s.organization_key from strategy s join strategy_node n using (strategy_id) where n.strategy_node_id = new.objective_id);
  return new;
end
$$;
create trigger link_parties before insert or update of national_strategy_id, objective_id on link for each row execute function set_link_parties();

create function visible_link(item link, v viewer) returns boolean language sql stable begin atomic
  select (item.publication = 'PUBLISHED' and item.visibility = 'PUBLIC')
    or is_own(item.state_key, item.organization_key, v)
    or (item.publication = 'PUBLISHED' and is_audience(item.visibility, item.shared_with, item.state_key, null, v));
end;
comment on function visible_link is 'May the viewer who sees both ends of this link read it? Private or not yet reviewed: the two sides it speaks about alone.';

create table link_clearance (
  link_id int not null references link on delete cascade deferrable,
  side text not null check (side in ('STATE', 'OWNER')),
  decision text not null check (decision in ('CONFIRMED', 'REJECTED')),
  role text not null,
  decided_by text not null,
  submitted_by text,
  decided_on date not null,
  reference text,
  reference_date text,
  reason text,
  primary key (link_id, side),
  constraint link_clearance_submission_fkey foreign key (link_id, submitted_by) references link (link_id, submitted_by) on update cascade on delete cascade deferrable,
  constraint link_clearance_second_person_check check (decided_by <> submitted_by)
);
comment on table link_clearance is 'What each of the two sides of a link decided of it, the newest decision of each.';
comment on column link_clearance.decided_by is 'Account that decided: another one than proposed the link. Never shown.';
comment on column link_clearance.reference is 'The note by which it came, where there is one.';

create function set_clearance_submission() returns trigger language plpgsql as $$
begin
  new.submitted_by := (select submitted_by from link where link_id = new.link_id);
  return new;
end
$$;
create trigger link_clearance_submission before insert or update of decided_by, decision on link_clearance for each row execute function set_clearance_submission();

-- Texts that changed under a link. By definer, since the one who changes a text may not see every link to it.
create function mark_stale(node_ids int[], plan_ids int[]) returns void language sql as $$
  update link set status = 'STALE', version = version + 1
  where status in ('READ', 'CONFIRMED')
    and (national_node_id = any(node_ids) or objective_id = any(node_ids) or (national_node_id is null and national_strategy_id = any(plan_ids)))
$$;

create function mark_stale_nodes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  node_ids int[];
  plan_ids int[];
begin
  select array_agg(a.strategy_node_id), array_agg(distinct a.strategy_id) into node_ids, plan_ids
  from after a join before b using (strategy_node_id)
  where a.label is distinct from b.label or a.citation is distinct from b.citation;
  if node_ids is not null then perform mark_stale(node_ids, plan_ids); end if;
  return null;
end
$$;
create trigger strategy_node_stale after update on strategy_node referencing old table as before new table as after for each statement execute function mark_stale_nodes();

create function mark_stale_plans() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  plan_ids int[];
begin
  select array_agg(distinct strategy_id) into plan_ids from changed;
  if plan_ids is not null then perform mark_stale('{}', plan_ids); end if;
  return null;
end
$$;
comment on function mark_stale_plans is 'A plan that gained or lost a node is another text than the one that was read as a whole.';
create trigger strategy_node_added after insert on strategy_node referencing new table as changed for each statement execute function mark_stale_plans();
create trigger strategy_node_removed after delete on strategy_node referencing old table as changed for each statement execute function mark_stale_plans();

-- What states and owners say of cells -----------------------------------------------------------------------------------------------

create table cell_statement (
  cell_statement_id int generated always as identity primary key,
  statement_key text not null unique,
  kind text not null check (kind in ('CONTEST', 'NOT_APPLICABLE')),
  state_key text not null references state deferrable,
  objective_id int not null references strategy_node on delete cascade deferrable,
  link_id int references link on delete cascade deferrable,
  side text not null check (side in ('STATE', 'OWNER')),
  organization_key text not null references organization deferrable,
  role text not null,
  reason text not null,
  reference text,
  reference_date text,
  stated_on date not null,
  stated_by text not null,
  outcome text check (outcome in ('WITHDRAWN', 'ACCEPTED', 'ANSWERED')),
  resolution text,
  resolved_side text check (resolved_side in ('STATE', 'OWNER')),
  resolved_role text,
  resolved_on date,
  resolved_by text,
  version int not null default 1,
  constraint cell_statement_contest_side_check check (kind = 'NOT_APPLICABLE' or side = 'STATE'),
  constraint cell_statement_contest_link_check check (kind = 'CONTEST' or link_id is null),
  constraint cell_statement_resolution_check check (num_nulls(outcome, resolved_side, resolved_role, resolved_on, resolved_by) in (0, 5)),
  constraint cell_statement_second_person_check check (outcome is null or outcome = 'WITHDRAWN' or resolved_by <> stated_by)
);
comment on table cell_statement is 'A contest of a cell or of a link by the state, or a word of the state or of the owner that an objective does not apply. Open while outcome is null.';
comment on column cell_statement.organization_key is 'Owner of the objective.';
comment on column cell_statement.outcome is 'WITHDRAWN by who said it; ACCEPTED or ANSWERED by the other side.';
create index cell_statement_objective_id_idx on cell_statement (objective_id);

create function visible_cell_statement(item cell_statement, v viewer) returns boolean language sql stable begin atomic
  select exists (
      select from strategy_node n join strategy s using (strategy_id) where n.strategy_node_id = item.objective_id and visible_strategy(s, v)
    )
    and (item.link_id is null or exists (
      select from link l join strategy s on s.strategy_id = l.national_strategy_id where l.link_id = item.link_id and visible_link(l, v) and visible_strategy(s, v)
    ));
end;
comment on function visible_cell_statement is 'May the viewer read this statement? Whoever sees the objective and, where it is about a link, the link.';

-- What a state agreed to ------------------------------------------------------------------------------------------------------------

create table state_agreement (
  state_key text not null references state deferrable,
  kind text not null check (kind in ('ADVICE', 'SUMMARY')),
  organization_key text references organization deferrable,
  agreed_on date not null,
  agreed_by text not null,
  constraint state_agreement_key unique nulls not distinct (state_key, kind, organization_key),
  constraint state_agreement_summary_check check ((kind = 'SUMMARY') = (organization_key is not null))
);
comment on table state_agreement is 'ADVICE: the state may be named to others that look for advice. SUMMARY: the organization may see the means over the state''s cells.';

create function visible_state_agreement(item state_agreement, v viewer) returns boolean language sql immutable begin atomic
  select item.kind = 'ADVICE' or is_own(item.state_key, item.organization_key, v);
end;
comment on function visible_state_agreement is 'Agreement to advise is public; whom a state shows its means is known to the two of them.';

-- The trail -------------------------------------------------------------------------------------------------------------------------

create table audit_entry (
  position bigint primary key default 0,
  occurred_at timestamptz not null default clock_timestamp(),
  actor text not null,
  role text not null,
  by_state_key text,
  by_organization_key text,
  action text not null,
  kind text not null,
  key text not null,
  version int,
  change jsonb not null,
  state_key text,
  organization_key text,
  visibility text not null check (visibility in ('PRIVATE', 'SHARED', 'REGION', 'WORKING_GROUP', 'PUBLIC')),
  shared_with text[] not null default '{}',
  publication text not null check (publication in ('UNPUBLISHED', 'PUBLISHED')),
  previous_hash bytea not null default '',
  hash bytea not null default '' unique
);
comment on table audit_entry is 'Who did what, when, to which version: one row a change, never altered. Each row holds the hash of the one before.';
comment on column audit_entry.position is 'Set by the trigger, like the two hashes: 1, 2, 3 without a gap.';
comment on column audit_entry.actor is 'Account, or "operator". Never shown.';
comment on column audit_entry.change is 'What it was and what it became, by field.';
comment on column audit_entry.state_key is 'Whose the thing was, and in visibility, shared_with and publication who could see it then.';
create index audit_entry_key_idx on audit_entry (kind, key);

create table audit_head (
  is_only boolean primary key default true check (is_only),
  position bigint not null,
  hash bytea not null
);
comment on table audit_head is 'One row: the end of the chain, so that missing last rows are found too.';

create function audit_entry_hash(item audit_entry) returns bytea language sql stable as $$
  select sha256(convert_to(jsonb_build_array(
    item.position, encode(item.previous_hash, 'hex'), to_char(item.occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    item.actor, item.role, item.by_state_key, item.by_organization_key, item.action, item.kind, item.key, item.version, item.change,
    item.state_key, item.organization_key, item.visibility, to_jsonb(item.shared_with), item.publication
  )::text, 'UTF8'))
$$;

create function chain_audit_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_head (position, hash) values (0, '\x') on conflict do nothing;
  perform from audit_head for update; -- The chain has one end: the next writer waits here.
  select position, hash into new.position, new.previous_hash from audit_entry order by position desc limit 1;
  new.position := coalesce(new.position, 0) + 1;
  new.previous_hash := coalesce(new.previous_hash, '\x');
  new.hash := audit_entry_hash(new);
  return new;
end
$$;
create trigger audit_entry_chain before insert on audit_entry for each row execute function chain_audit_entry();

create function note_audit_head() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update audit_head set (position, hash) = (select position, hash from audit_entry order by position desc limit 1) where exists (select from audit_entry);
  return null;
end
$$;
comment on function note_audit_head is 'Once a statement: the row would otherwise have as many versions as there are entries in it.';
create trigger audit_entry_head after insert on audit_entry for each statement execute function note_audit_head();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the trail is never altered' using errcode = '42501';
end
$$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry for each statement execute function refuse_change();

create function visible_audit_entry(item audit_entry, v viewer) returns boolean language sql stable begin atomic
  select is_own(item.state_key, item.organization_key, v)
    or (item.publication = 'PUBLISHED'
      -- Of a link the region is that of the state it speaks about, as in visible_link.
      and is_audience(item.visibility, item.shared_with, item.state_key, case when item.kind <> 'Link' then item.organization_key end, v));
end;
comment on function visible_audit_entry is 'Could the viewer see the thing as it was then? Whoever asks must see it today too.';

-- Row-level security ----------------------------------------------------------------------------------------------------------------
-- Binds every login that does not own the tables. The owner is the operator: migrations, seeds, imports, dumps.

alter function mark_seeded() security definer set search_path = public, pg_temp;
alter view seedable set (security_invoker = true);

do $$
declare
  of_table record;
begin
  for of_table in
    select * from (values
      -- table, which rows may be read, which may be written, what a row must be when written
      ('strategy', 'visible_strategy(strategy, current_viewer())', 'is_editor_of(state_key, organization_key, current_viewer())', 'submitted_by is not null'),
      ('assessment', 'visible_assessment(assessment, current_viewer())', 'is_editor_of(state_key, organization_key, current_viewer())', 'submitted_by is not null'),
      ('link',
        'visible_link(link, current_viewer()) and national_strategy_id in (select strategy_id from strategy) and objective_id in (select strategy_node_id from strategy_node)',
        'is_editor_of(state_key, organization_key, current_viewer()) and national_strategy_id in (select strategy_id from strategy) and objective_id in (select strategy_node_id from strategy_node)', 'true'),
      ('link_clearance',
        'link_id in (select link_id from link)',
        'link_id in (select link_id from link where is_approver_of(case side when ''STATE'' then state_key end, case side when ''OWNER'' then organization_key end, current_viewer()))', 'true'),
      ('cell_statement', 'visible_cell_statement(cell_statement, current_viewer())', 'is_editor_of(state_key, organization_key, current_viewer()) and visible_cell_statement(cell_statement, current_viewer())', 'true'),
      ('state_agreement', 'visible_state_agreement(state_agreement, current_viewer())', 'is_editor_of(state_key, null, current_viewer())', 'true'),
      ('strategy_theme', 'strategy_id in (select strategy_id from strategy)', 'strategy_id in (select strategy_id from strategy where is_editor_of(state_key, organization_key, current_viewer()))', 'true'),
      ('strategy_successor', 'strategy_id in (select strategy_id from strategy)', 'strategy_id in (select strategy_id from strategy where is_editor_of(state_key, organization_key, current_viewer()))', 'true'),
      ('strategy_relation', 'strategy_id in (select strategy_id from strategy)', 'strategy_id in (select strategy_id from strategy where is_editor_of(state_key, organization_key, current_viewer()))', 'true'),
      ('strategy_node', 'strategy_id in (select strategy_id from strategy)', 'strategy_id in (select strategy_id from strategy where is_editor_of(state_key, organization_key, current_viewer()))', 'true'),
      ('strategy_node_concept',
        'strategy_node_id in (select strategy_node_id from strategy_node)',
        'strategy_node_id in (select n.strategy_node_id from strategy_node n join strategy s using (strategy_id) where is_editor_of(s.state_key, s.organization_key, current_viewer()))', 'true'),
      ('assessment_organization', 'assessment_id in (select assessment_id from assessment)', 'assessment_id in (select assessment_id from assessment where is_editor_of(state_key, organization_key, current_viewer()))', 'true'),
      ('assessment_threat', 'assessment_id in (select assessment_id from assessment)', 'assessment_id in (select assessment_id from assessment where is_editor_of(state_key, organization_key, current_viewer()))', 'true'),
      ('finding', 'assessment_id in (select assessment_id from assessment)', 'assessment_id in (select assessment_id from assessment where is_editor_of(state_key, organization_key, current_viewer()))', 'true'),
      -- Registers are public. An admin keeps them, the Secretariat too where they are of activities.
      ('state', 'true', '(current_viewer()).role = ''ADMIN''', 'true'),
      ('assistance_activity', 'true', '(current_viewer()).role in (''ADMIN'', ''SECRETARIAT'')', 'true'),
      ('assistance_activity_recipient', 'true', '(current_viewer()).role in (''ADMIN'', ''SECRETARIAT'')', 'true'),
      ('assistance_activity_code', 'true', '(current_viewer()).role in (''ADMIN'', ''SECRETARIAT'')', 'true'),
      ('concept', 'true', '(current_viewer()).role = ''ADMIN''', 'true'),
      ('external_code', 'true', '(current_viewer()).role = ''ADMIN''', 'true'),
      ('flow', 'true', '(current_viewer()).role = ''ADMIN''', 'true'),
      ('flow_place', 'true', '(current_viewer()).role = ''ADMIN''', 'true'),
      ('instrument', 'true', '(current_viewer()).role = ''ADMIN''', 'true'),
      ('membership', 'true', '(current_viewer()).role = ''ADMIN''', 'true'),
      ('organization', 'true', '(current_viewer()).role = ''ADMIN''', 'true'),
      ('provision_threat', 'true', '(current_viewer()).role = ''ADMIN''', 'true'),
      ('region', 'true', '(current_viewer()).role = ''ADMIN''', 'true'),
      ('region_state', 'true', '(current_viewer()).role = ''ADMIN''', 'true'),
      ('territory', 'true', '(current_viewer()).role = ''ADMIN''', 'true'),
      ('treaty_status', 'true', '(current_viewer()).role = ''ADMIN''', 'true'),
      -- Nobody but the operator writes these.
      ('seed_state', 'true', 'false', 'true'),
      ('seeded', 'false', 'false', 'true'),
      ('audit_head', 'false', 'false', 'true')
    ) as it(base, readable, writable, required)
  loop
    execute format('alter table %I enable row level security', of_table.base);
    execute format('create policy %I on %I for select using (%s)', of_table.base || '_read', of_table.base, of_table.readable);
    execute format('create policy %I on %I using (%s) with check ((%s) and %s)', of_table.base || '_write', of_table.base, of_table.writable, of_table.writable, of_table.required);
  end loop;
end
$$;

create policy state_made_up on state for insert with check (state_key ~ '^X[A-J][A-Z]$' and is_editor_of(state_key, null, current_viewer()));
comment on policy state_made_up on state is 'A made-up state is recorded when its own editor first names it.';

alter table audit_entry enable row level security;
create policy audit_entry_read on audit_entry for select using (visible_audit_entry(audit_entry, current_viewer()));
create policy audit_entry_write on audit_entry for insert with check (
  role = (current_viewer()).role
  and by_state_key is not distinct from nullif((current_viewer()).state_key, '')
  and by_organization_key is not distinct from nullif((current_viewer()).organization_key, '')
);
