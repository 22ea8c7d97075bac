-- Concepts: what strategies are tagged with. Three schemes: threats (a tree), elements of a strategy, provisions of the instruments.

create function partial_date_first(value text) returns date language sql immutable strict as $$
  select case length(value)
    when 4 then make_date(value::int, 1, 1)
    when 7 then make_date(left(value, 4)::int, right(value, 2)::int, 1)
    else make_date(left(value, 4)::int, substr(value, 6, 2)::int, right(value, 2)::int)
  end
$$;
comment on function partial_date_first is 'First day of a date known to the year, the month or the day (YYYY, YYYY-MM, YYYY-MM-DD).';

create function partial_date_last(value text) returns date language sql immutable strict as $$
  select case length(value)
    when 4 then make_date(value::int, 12, 31)
    when 7 then (make_date(left(value, 4)::int, right(value, 2)::int, 1) + interval '1 month - 1 day')::date
    else make_date(left(value, 4)::int, substr(value, 6, 2)::int, right(value, 2)::int)
  end
$$;
comment on function partial_date_last is 'Last day of a date known to the year, the month or the day (YYYY, YYYY-MM, YYYY-MM-DD).';

create table instrument (
  instrument_key text primary key,
  title jsonb not null,
  adopted date,
  in_force date,
  treaty_collection_reference text
);
comment on table instrument is 'The Convention and its Protocols.';
comment on column instrument.title is 'Texts by language: en fr es ru zh ar.';

create table concept (
  scheme text not null check (scheme in ('THREAT', 'ELEMENT', 'PROVISION')),
  concept_key text not null,
  position int not null,
  parent_key text,
  label jsonb not null,
  element_group text check (element_group in ('core', 'extension')),
  paragraph text,
  treaty_anchor text,
  instrument_key text references instrument deferrable,
  article int,
  provision_class text,
  note text,
  primary key (scheme, concept_key),
  constraint concept_parent_fkey foreign key (scheme, parent_key) references concept deferrable
);
comment on table concept is 'A threat, an element of a strategy (paras 28-29 of the source paper) or a provision of an instrument.';
comment on column concept.position is 'Order in which the scheme lists it, from 1.';
comment on column concept.label is 'Texts by language: en fr es ru zh ar.';
comment on column concept.paragraph is 'Paragraph of the source paper the element comes from.';
comment on column concept.treaty_anchor is 'The treaty or provision that defines the threat.';

create table provision_threat (
  provision_key text not null,
  threat_key text not null,
  provision_scheme text not null generated always as ('PROVISION') stored,
  threat_scheme text not null generated always as ('THREAT') stored,
  primary key (provision_key, threat_key),
  constraint provision_threat_provision_fkey foreign key (provision_scheme, provision_key) references concept deferrable,
  constraint provision_threat_threat_fkey foreign key (threat_scheme, threat_key) references concept deferrable
);
comment on table provision_threat is 'Threats that a provision is about, as read by the compiler.';

create table external_code (
  system text not null check (system in ('ICCS', 'DAC', 'ASSISTANCE_THEME')),
  code text not null,
  label text,
  scheme text,
  concept_key text,
  relation text check (relation in ('exact', 'narrower', 'broader', 'partial')),
  verification text,
  primary key (system, code),
  constraint external_code_concept_fkey foreign key (scheme, concept_key) references concept deferrable
);
comment on table external_code is 'Codes of other classifications and the concept each stands for; no concept where none fits.';
