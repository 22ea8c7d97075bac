-- Strategies with their trees, links between them, and what each text says of another.

create table strategy (
  strategy_id int generated always as identity primary key,
  strategy_key text not null unique,
  state_key text references state deferrable,
  organization_key text references organization deferrable,
  level text not null check (level in ('NATIONAL', 'REGIONAL', 'GLOBAL')),
  scope text not null check (scope in ('OVERARCHING', 'TRAFFICKING_IN_PERSONS', 'SMUGGLING_OF_MIGRANTS', 'FIREARMS', 'DRUGS', 'OTHER_CRIME', 'CRIME_PREVENTION', 'ANTI_CORRUPTION', 'COUNTER_TERRORISM', 'NATIONAL_SECURITY')),
  status text not null check (status in ('DRAFT', 'ADOPTED', 'WITHDRAWN')),
  title jsonb not null,
  original_language text not null,
  adopted text,
  valid_from text,
  valid_to text,
  valid_from_date date generated always as (partial_date_first(valid_from)) stored,
  valid_to_date date generated always as (partial_date_last(valid_to)) stored,
  adopting_body text,
  lead_body text,
  status_note text,
  is_verified boolean not null default false,
  verified_note text,
  is_fully_read boolean not null default false,
  structure_basis text,
  notes jsonb not null default '[]',
  instrument_references jsonb not null default '[]',
  sources jsonb not null default '[]',
  visibility text not null default 'PUBLIC' check (visibility in ('PRIVATE', 'SHARED', 'REGION', 'WORKING_GROUP', 'PUBLIC')),
  publication text not null default 'PUBLISHED' check (publication in ('UNPUBLISHED', 'PUBLISHED')),
  search tsvector,
  constraint strategy_owner_check check (num_nonnulls(state_key, organization_key) = 1),
  constraint strategy_jurisdiction_check check ((level = 'NATIONAL') = (state_key is not null))
);
comment on column strategy.title is 'Texts by language (en fr es ru zh ar), and "original" in original_language (BCP 47).';
comment on column strategy.status is 'Of the document; publication is of the record.';
comment on column strategy.valid_from_date is 'First day of valid_from: a year alone means 1 January.';
comment on column strategy.valid_to_date is 'Last day of valid_to: a year alone means 31 December.';
comment on column strategy.is_fully_read is 'The whole text was read, so what is not recorded is absent.';
comment on column strategy.sources is 'List of {title, ref}.';
comment on column strategy.search is 'Words of the title in the languages it has, for full-text search.';
create index strategy_state_key_idx on strategy (state_key);
create index strategy_organization_key_idx on strategy (organization_key);
create index strategy_search_idx on strategy using gin (search);

create table strategy_theme (
  strategy_id int not null references strategy on delete cascade deferrable,
  threat_key text not null,
  threat_scheme text not null generated always as ('THREAT') stored,
  primary key (strategy_id, threat_key),
  constraint strategy_theme_threat_fkey foreign key (threat_scheme, threat_key) references concept deferrable
);

create table strategy_shared_with (
  strategy_id int not null references strategy on delete cascade deferrable,
  state_key text references state deferrable,
  organization_key text references organization deferrable,
  constraint strategy_shared_with_check check (num_nonnulls(state_key, organization_key) = 1),
  constraint strategy_shared_with_key unique nulls not distinct (strategy_id, state_key, organization_key)
);

create table strategy_successor (
  strategy_id int not null references strategy on delete cascade deferrable,
  successor_key text not null,
  primary key (strategy_id, successor_key)
);
comment on table strategy_successor is 'The strategy that supersedes this one, by key: it may not be recorded yet.';
create index strategy_successor_successor_key_idx on strategy_successor (successor_key);

create table strategy_relation (
  strategy_id int not null references strategy on delete cascade deferrable,
  target_key text not null,
  relation text not null,
  strength text not null check (strength in ('EXPLICIT', 'CANDIDATE')),
  basis text,
  is_verified boolean not null default false,
  citation text,
  primary key (strategy_id, target_key, relation)
);
comment on table strategy_relation is 'What a strategy says of another, by key: it may not be recorded yet.';
comment on column strategy_relation.strength is 'EXPLICIT: stated in a source. CANDIDATE: not stated, never to be shown as fact.';
create index strategy_relation_target_key_idx on strategy_relation (target_key);

create table strategy_node (
  strategy_node_id int generated always as identity primary key,
  strategy_node_key text not null unique,
  strategy_id int not null references strategy on delete cascade deferrable,
  parent_id int,
  position int not null,
  last_position int not null,
  kind text not null check (kind in ('PILLAR', 'OBJECTIVE', 'MEASURE', 'INDICATOR')),
  label jsonb not null,
  original_language text not null default 'en',
  addressee text check (addressee in ('MEMBERS', 'ORGANIZATION', 'BOTH')),
  is_seen_in_source boolean not null,
  responsible text,
  citation jsonb,
  search tsvector,
  constraint strategy_node_parent_fkey foreign key (parent_id) references strategy_node deferrable,
  constraint strategy_node_order unique (strategy_id, position) deferrable,
  constraint strategy_node_position_check check (last_position >= position)
);
comment on column strategy_node.position is 'Place in the tree read from top to bottom, from 1.';
comment on column strategy_node.last_position is 'Position of the last node below it, its own where there is none: what is below has a position in (position, last_position].';
comment on column strategy_node.responsible is 'Body that the source names for it.';
comment on column strategy_node.citation is 'Where the source says it: {quote, page, paragraph, language}.';
create index strategy_node_parent_id_idx on strategy_node (parent_id);
create index strategy_node_search_idx on strategy_node using gin (search);

create table strategy_node_concept (
  strategy_node_id int not null references strategy_node on delete cascade deferrable,
  scheme text not null,
  concept_key text not null,
  primary key (strategy_node_id, scheme, concept_key),
  constraint strategy_node_concept_concept_fkey foreign key (scheme, concept_key) references concept deferrable
);
comment on table strategy_node_concept is 'A node''s own tags. A node without a tag in a scheme carries those of its nearest ancestor that has some.';
create index strategy_node_concept_concept_idx on strategy_node_concept (scheme, concept_key);

create table link (
  link_id int generated always as identity primary key,
  national_strategy_id int not null references strategy on delete cascade deferrable,
  national_node_id int references strategy_node deferrable,
  objective_id int not null references strategy_node deferrable,
  relation text not null check (relation in ('EQUAL', 'SUPERSET', 'SUBSET', 'INTERSECTS', 'NO_RELATION', 'CONTRADICTS')),
  share float8 check (share > 0 and share <= 1),
  status text not null check (status in ('SUGGESTED', 'READ', 'CONFIRMED', 'REJECTED', 'STALE', 'SUPERSEDED')),
  confidence text check (confidence in ('low', 'medium', 'high')),
  rationale text,
  citation text,
  method text,
  recorded_by text,
  recorded_on text,
  constraint link_key unique nulls not distinct (national_strategy_id, national_node_id, objective_id)
);
comment on table link is 'What a national plan, or a node of it, has to do with an objective of an organization, read from the national side.';
comment on column link.national_node_id is 'Null: the plan as a whole.';
comment on column link.share is 'Part of the objective that is covered, 0 to 1; null where none is stated.';
comment on column link.recorded_by is 'A body and a role, never a person.';
create index link_objective_id_idx on link (objective_id);
create index link_national_node_id_idx on link (national_node_id);

create function visible_strategy(item strategy) returns boolean language sql stable as $$
  select item.publication = 'PUBLISHED' and item.visibility = 'PUBLIC'
$$;
comment on function visible_strategy is 'May this strategy, its nodes and its links be read? Called by every read.';
