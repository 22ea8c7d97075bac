-- Activities read from IATI files: they enter the register unpublished, and here stands where each was read and why it waits for a person.

alter table assistance_activity_recipient
  drop constraint assistance_activity_recipient_percentage_check,
  add constraint assistance_activity_recipient_percentage_check check (percentage between 0 and 100);

create table assistance_activity_staging (
  activity_key text primary key,
  digest text not null,
  last_updated text,
  same_as text[] not null,
  file text not null,
  line int not null,
  reasons jsonb not null,
  imported_on date not null,
  is_discarded boolean not null default false
);
comment on table assistance_activity_staging is 'What was read from an IATI file, by the key it has in the register. It stays when the activity is published or discarded, so that the next file can be told from it.';
comment on column assistance_activity_staging.digest is 'SHA-256 of what the register was given.';
comment on column assistance_activity_staging.last_updated is 'When its reporter changed it last, as the file says: ISO 8601 in UTC.';
comment on column assistance_activity_staging.same_as is 'Keys of activities that it says are the same one.';
comment on column assistance_activity_staging.reasons is 'Why it waits for a person: a list of code and detail, in the order in which one looks at them.';
comment on column assistance_activity_staging.imported_on is 'When it was last written.';
comment on column assistance_activity_staging.is_discarded is 'A person took it out of the register: it enters again only when a file says something else of it.';

create function visible_assistance_activity_staging(item assistance_activity_staging, v viewer) returns boolean language sql immutable begin atomic
  select coalesce(v.role in ('SECRETARIAT', 'ADMIN'), false);
end;
comment on function visible_assistance_activity_staging is 'May the viewer read where an activity was read and why it waits? The Secretariat and an admin, who keep the register, published or not.';

alter table assistance_activity_staging enable row level security;
create policy assistance_activity_staging_keep on assistance_activity_staging using (visible_assistance_activity_staging(assistance_activity_staging, current_viewer()));
comment on policy assistance_activity_staging_keep on assistance_activity_staging is 'Who may read a row may write it: those who keep the register.';
