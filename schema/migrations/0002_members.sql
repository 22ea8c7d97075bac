-- Member states, organizations, and who belongs to what since when.

create table state (
  state_key text primary key check (state_key ~ '^[A-Z]{3}$'),
  iso2 text,
  m49 text,
  kind text not null check (kind in ('un_member', 'un_observer', 'other_untoc_party', 'org_member')),
  region text,
  subregion text,
  intermediate_region text,
  name jsonb not null,
  note text
);
comment on table state is 'States, and the few members of organizations that are no member of the United Nations.';
comment on column state.state_key is 'ISO 3166-1 alpha-3; XKX is user-assigned; XAA to XJZ are for made-up states.';
comment on column state.name is 'Names as the United Nations uses them, by language: en fr es ru zh ar.';
comment on column state.note is 'To be read, and shown, with the name.';

create table territory (
  territory_key text primary key check (territory_key ~ '^[A-Z]{3}$'),
  m49 text,
  name jsonb not null
);
comment on table territory is 'Territories that a membership or a flow names and that are no state here; they are never a row of a matrix.';

create table treaty_status (
  state_key text not null references state deferrable,
  instrument_key text not null references instrument deferrable,
  status text not null check (status in ('party', 'signatory')),
  signature_date text,
  consent_date text,
  consent_type text,
  basis text,
  verification text,
  primary key (state_key, instrument_key)
);
comment on table treaty_status is 'State of each instrument; no row means not recorded, which is not "not a party".';
comment on column treaty_status.consent_date is 'Ratification, accession, acceptance, approval or succession: YYYY, YYYY-MM or YYYY-MM-DD.';

create table organization (
  organization_key text primary key,
  acronym text,
  name jsonb not null,
  kind text not null check (kind in ('regional', 'continental', 'global', 'law-enforcement-centre', 'grouping')),
  seat_city text,
  seat_state_key text references state deferrable,
  founded text,
  instruments_note text,
  verification text
);
comment on column organization.name is 'Names by language: en fr es ru zh ar.';
comment on column organization.instruments_note is 'Instruments on organized crime that the compiler recalls for it.';

create table membership (
  membership_id int generated always as identity primary key,
  organization_key text not null references organization deferrable,
  state_key text references state deferrable,
  territory_key text references territory deferrable,
  from_year int not null,
  to_year int,
  role text not null check (role in ('member', 'participating-state', 'grouping', 'associate', 'observer')),
  note text,
  verification text,
  constraint membership_member_check check (num_nonnulls(state_key, territory_key) = 1),
  constraint membership_territory_check check (territory_key is null or role in ('associate', 'observer')),
  constraint membership_years_check check (to_year is null or to_year >= from_year),
  constraint membership_key unique nulls not distinct (organization_key, state_key, territory_key, from_year)
);
comment on table membership is 'Membership as the organization lists it itself; in force from from_year on and before to_year.';
comment on column membership.note is 'Suspension and the like: shown beside the row, never a reason to leave it out.';
create index membership_state_key_idx on membership (state_key);
