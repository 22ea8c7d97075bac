-- Threat assessments, their findings, and recorded cross-border flows.

create table assessment (
  assessment_id int generated always as identity primary key,
  assessment_key text not null unique,
  title text not null,
  series text not null,
  level text not null check (level in ('NATIONAL', 'REGIONAL', 'GLOBAL', 'OTHER')),
  is_official boolean not null,
  issuing_body text,
  state_key text references state deferrable,
  organization_key text references organization deferrable,
  dated text,
  next_edition text,
  method text,
  is_threat_list_seen boolean,
  is_verified boolean not null default false,
  note text,
  attribution text,
  sources jsonb not null default '[]',
  visibility text not null default 'PUBLIC' check (visibility in ('PRIVATE', 'SHARED', 'REGION', 'WORKING_GROUP', 'PUBLIC')),
  publication text not null default 'PUBLISHED' check (publication in ('UNPUBLISHED', 'PUBLISHED')),
  constraint assessment_jurisdiction_check check (num_nonnulls(state_key, organization_key) = 1)
);
comment on column assessment.level is 'NATIONAL: the state''s own; REGIONAL, GLOBAL: of an organization; OTHER: not an official assessment.';
comment on column assessment.dated is 'Date of issue, YYYY, YYYY-MM or YYYY-MM-DD; without it the assessment counts for nothing.';
comment on column assessment.next_edition is 'When the issuing body says its next edition is due.';
comment on column assessment.sources is 'List of {title, ref}.';
comment on column assessment.attribution is 'Words to print wherever its figures enter a result.';

create table assessment_organization (
  assessment_id int not null references assessment on delete cascade deferrable,
  organization_key text not null references organization deferrable,
  primary key (assessment_id, organization_key)
);
comment on table assessment_organization is 'Organizations an assessment covers, the issuing jurisdiction included.';

create table assessment_threat (
  assessment_id int not null references assessment on delete cascade deferrable,
  threat_key text not null,
  threat_scheme text not null generated always as ('THREAT') stored,
  is_emerging boolean not null default false,
  primary key (assessment_id, threat_key),
  constraint assessment_threat_threat_fkey foreign key (threat_scheme, threat_key) references concept deferrable
);
comment on table assessment_threat is 'Threats an assessment names as key. Of a national assessment each is a finding "named" on its state.';

create table finding (
  finding_id int generated always as identity primary key,
  assessment_id int not null references assessment on delete cascade deferrable,
  state_key text not null references state deferrable,
  threat_key text not null,
  threat_scheme text not null generated always as ('THREAT') stored,
  likelihood int check (likelihood between 1 and 5),
  impact int check (impact between 1 and 5),
  score float8,
  scale_min float8,
  scale_max float8,
  is_emerging boolean not null default false,
  note text,
  constraint finding_key unique (assessment_id, state_key, threat_key),
  constraint finding_threat_fkey foreign key (threat_scheme, threat_key) references concept deferrable,
  constraint finding_scale_check check (num_nulls(score, scale_min, scale_max) in (0, 3) and (score is null or (scale_min < scale_max and score between scale_min and scale_max))),
  constraint finding_matrix_check check (num_nulls(likelihood, impact) in (0, 2) and (likelihood is null or score is null))
);
comment on table finding is 'One threat in one state from an assessment: likelihood x impact (1-5 each), or a score on a scale, or named without a figure.';
create index finding_state_key_idx on finding (state_key);

create table region (
  region_key text primary key check (region_key ~ '^region:[a-z0-9-]+$'),
  basis text
);
comment on table region is 'Regions that flows and activities name, such as region:africa.';

create table region_state (
  region_key text not null references region on delete cascade deferrable,
  state_key text not null references state deferrable,
  primary key (region_key, state_key)
);

create table flow (
  flow_id int generated always as identity primary key,
  flow_key text not null unique,
  threat_key text not null,
  threat_scheme text not null generated always as ('THREAT') stored,
  commodity text,
  period text,
  last_year int,
  volume text,
  volume_unit text,
  value text,
  value_unit text,
  basis text,
  source_title text,
  publisher text,
  source_year int,
  source_url text,
  verification text,
  note text,
  constraint flow_threat_fkey foreign key (threat_scheme, threat_key) references concept deferrable
);
comment on column flow.last_year is 'Last year of the period, else the year of the source; null where neither is known.';
comment on column flow.volume is 'As the source gives it: a number, or a range low-high.';

create table flow_place (
  flow_id int not null references flow on delete cascade deferrable,
  role text not null check (role in ('ORIGIN', 'TRANSIT', 'DESTINATION')),
  position int not null,
  state_key text references state deferrable,
  territory_key text references territory deferrable,
  region_key text references region deferrable,
  primary key (flow_id, role, position),
  constraint flow_place_place_check check (num_nonnulls(state_key, territory_key, region_key) = 1)
);
create index flow_place_state_key_idx on flow_place (state_key);

create function visible_assessment(item assessment) returns boolean language sql stable as $$
  select item.publication = 'PUBLISHED' and item.visibility = 'PUBLIC'
$$;
comment on function visible_assessment is 'May this assessment, and what hangs on it, be read? Called by every read.';
