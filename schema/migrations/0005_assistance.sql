-- The register of technical-assistance activities.

create table assistance_activity (
  assistance_activity_id int generated always as identity primary key,
  activity_key text not null unique,
  title text not null,
  provider text,
  funder text,
  start_date text,
  end_date text,
  budget numeric,
  currency text,
  source_url text,
  verification text,
  note text
);
comment on column assistance_activity.start_date is 'YYYY, YYYY-MM or YYYY-MM-DD.';
comment on column assistance_activity.budget is 'In currency, unconverted; null is unknown.';

create table assistance_activity_recipient (
  assistance_activity_id int not null references assistance_activity on delete cascade deferrable,
  position int not null,
  state_key text references state deferrable,
  region_key text references region deferrable,
  primary key (assistance_activity_id, position),
  constraint assistance_activity_recipient_check check (num_nonnulls(state_key, region_key) = 1)
);

create table assistance_activity_code (
  assistance_activity_id int not null references assistance_activity on delete cascade deferrable,
  system text not null,
  code text not null,
  primary key (assistance_activity_id, system, code),
  constraint assistance_activity_code_fkey foreign key (system, code) references external_code deferrable
);
comment on table assistance_activity_code is 'Themes and sectors of an activity, as codes of external_code.';
