-- The register of activities as other registers hold them: several providers and funders, shares of recipients, budgets by currency and
-- year, an IATI identifier; and a second person before anything that was imported is read by others.

alter table assistance_activity
  add column iati_identifier text unique,
  add column reporting_org text,
  add column status text check (status in ('PIPELINE', 'IMPLEMENTATION', 'FINALISATION', 'CLOSED', 'CANCELLED', 'SUSPENDED')),
  add column is_offer boolean not null default false,
  add column publication text not null default 'PUBLISHED' check (publication in ('UNPUBLISHED', 'PUBLISHED')),
  add column version int not null default 1,
  add column submitted_by text,
  add column cleared_by text,
  add constraint assistance_activity_clearance_check check (
    publication = 'UNPUBLISHED' or (iati_identifier is null and submitted_by is null) or (cleared_by is not null and cleared_by is distinct from submitted_by)
  );
comment on column assistance_activity.iati_identifier is 'What carries one came from an IATI file, and is published only when someone cleared it.';
comment on column assistance_activity.reporting_org is 'Who reports it, as the IATI file says.';
comment on column assistance_activity.status is 'Activity status in the words of IATI; null where not stated.';
comment on column assistance_activity.is_offer is 'What a provider would do, not something under way.';
comment on column assistance_activity.submitted_by is 'Account that brought it in unpublished; null: the operator, or an offer. Never shown.';
comment on column assistance_activity.cleared_by is 'Account that published it: another one than brought it in. Never shown.';
comment on column assistance_activity.provider is 'As a file gives it: names with ; between. assistance_activity_party has them one by one.';
comment on column assistance_activity.funder is 'As a file gives it: names with ; between. assistance_activity_party has them one by one.';
comment on column assistance_activity.budget is 'As a file gives it: in currency, unconverted. assistance_activity_budget has it by currency and year; null is unknown.';

alter table assistance_activity_recipient add column percentage double precision check (percentage > 0 and percentage <= 100);
comment on column assistance_activity_recipient.percentage is 'Share of the activity; null where not stated.';

create table assistance_activity_party (
  assistance_activity_id int not null references assistance_activity on delete cascade deferrable,
  role text not null check (role in ('PROVIDER', 'FUNDER')),
  position int not null,
  name text not null check (name <> ''),
  reference text,
  primary key (assistance_activity_id, role, position)
);
comment on table assistance_activity_party is 'Who provides and who funds an activity.';
comment on column assistance_activity_party.reference is 'Identifier of the body in IATI, where there is one.';

create table assistance_activity_budget (
  assistance_activity_id int not null references assistance_activity on delete cascade deferrable,
  position int not null,
  currency text not null,
  year int,
  amount numeric not null,
  primary key (assistance_activity_id, position)
);
comment on table assistance_activity_budget is 'Amounts as stated, by currency and year, never converted. No row: the budget is unknown.';
comment on column assistance_activity_budget.year is 'Year it is for; null: the activity as a whole.';

create table assistance_activity_concept (
  assistance_activity_id int not null references assistance_activity on delete cascade deferrable,
  scheme text not null,
  concept_key text not null,
  primary key (assistance_activity_id, scheme, concept_key),
  constraint assistance_activity_concept_fkey foreign key (scheme, concept_key) references concept deferrable
);
comment on table assistance_activity_concept is 'Themes stated as concepts; those stated as codes are in assistance_activity_code.';

create function write_activity_parts(item assistance_activity) returns void language sql as $$
  delete from assistance_activity_party where assistance_activity_id = item.assistance_activity_id;
  insert into assistance_activity_party (assistance_activity_id, role, position, name)
  select item.assistance_activity_id, given.role, it.position, it.name
  from (values ('PROVIDER', item.provider), ('FUNDER', item.funder)) as given(role, names),
    regexp_split_to_table(btrim(given.names), '\s*;\s*') with ordinality as it(name, position)
  where it.name <> '';
  delete from assistance_activity_budget where assistance_activity_id = item.assistance_activity_id;
  insert into assistance_activity_budget (assistance_activity_id, position, currency, amount)
  select item.assistance_activity_id, 1, item.currency, item.budget where item.budget is not null and item.currency is not null;
$$;
comment on function write_activity_parts is 'Providers, funders and the budget of an activity one by one, from the columns that a file of the register fills.';

create function split_activity() returns trigger language plpgsql as $$
begin
  perform write_activity_parts(new);
  return null;
end
$$;
create trigger assistance_activity_parts_inserted after insert on assistance_activity for each row
  when (num_nonnulls(new.provider, new.funder, new.budget) > 0) execute function split_activity();
create trigger assistance_activity_parts_updated after update of provider, funder, budget, currency on assistance_activity for each row
  when (row(old.provider, old.funder, old.budget, old.currency) is distinct from row(new.provider, new.funder, new.budget, new.currency))
  execute function split_activity();
select write_activity_parts(a) from assistance_activity a;

create function visible_assistance_activity(item assistance_activity, v viewer) returns boolean language sql immutable begin atomic
  select item.publication = 'PUBLISHED' or coalesce(v.role in ('SECRETARIAT', 'ADMIN'), false);
end;
comment on function visible_assistance_activity is 'May the viewer read this activity and its parts? Not published: the Secretariat and an admin, who keep the register.';

do $$
declare
  part text;
  event text;
begin
  drop policy assistance_activity_read on assistance_activity;
  create policy assistance_activity_read on assistance_activity for select using (visible_assistance_activity(assistance_activity, current_viewer()));
  foreach part in array array['recipient', 'code', 'party', 'budget', 'concept'] loop
    part := 'assistance_activity_' || part;
    execute format('drop policy if exists %I on %I', part || '_read', part);
    execute format('create policy %I on %I for select using (assistance_activity_id in (select assistance_activity_id from assistance_activity))', part || '_read', part);
  end loop;
  foreach part in array array['party', 'budget', 'concept'] loop
    part := 'assistance_activity_' || part;
    execute format('alter table %I enable row level security', part);
    execute format('create policy %I on %I using ((current_viewer()).role in (''ADMIN'', ''SECRETARIAT''))', part || '_write', part);
    foreach event in array array['insert', 'update', 'delete'] loop
      execute format(
        'create trigger %s after %s on %I referencing %s table as changed for each statement execute function mark_seeded(''activity'', ''a.activity_key'', ''join assistance_activity a using (assistance_activity_id)'')',
        part || '_seeded_' || event, event, part, case event when 'insert' then 'new' else 'old' end
      );
    end loop;
  end loop;
end
$$;
