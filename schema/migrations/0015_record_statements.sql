-- What a state says of the readings in its record that are no cells of the alignment matrix: kinds of strategy, elements and threats.
-- Both readings stay visible: no figure is computed from these words.

create table record_statement (
  record_statement_id int generated always as identity primary key,
  statement_key text not null unique,
  state_key text not null references state deferrable,
  subject text not null check (subject in ('SCOPE', 'ELEMENT', 'THREAT')),
  subject_key text not null,
  reading text not null,
  decision text not null check (decision in ('CONFIRM', 'CORRECT', 'CONTEST')),
  proposed text,
  reason text,
  reference text,
  reference_date text,
  role text not null,
  stated_on date not null,
  stated_by text not null,
  visibility text not null check (visibility in ('PRIVATE', 'PUBLIC')),
  ended_role text,
  ended_on date,
  ended_by text,
  version int not null default 1,
  constraint record_statement_proposed_check check ((decision = 'CORRECT') = (proposed is not null)),
  constraint record_statement_reason_check check (decision = 'CONFIRM' or reason is not null),
  constraint record_statement_end_check check (num_nulls(ended_role, ended_on, ended_by) in (0, 3))
);
comment on table record_statement is 'The word of a state on a kind of strategy, an element or a threat as its record reads it. It stands while ended_on is null.';
comment on column record_statement.subject_key is 'A kind of strategy, or the key of an element or a threat.';
comment on column record_statement.reading is 'The status that it speaks of, as the record read that day.';
comment on column record_statement.proposed is 'The status that the state gives instead, where it corrects.';
comment on column record_statement.visibility is 'PUBLIC: everybody read what it speaks of. PRIVATE: the public read something else, so that the word is for the state alone.';
comment on column record_statement.stated_by is 'Account that said it. Never shown.';
create unique index record_statement_standing_key on record_statement (state_key, subject, subject_key, visibility) where ended_on is null;
create index record_statement_state_key_idx on record_statement (state_key);

create function visible_record_statement(item record_statement, v viewer) returns boolean language sql immutable begin atomic
  select item.visibility = 'PUBLIC' or is_own(item.state_key, null, v);
end;
comment on function visible_record_statement is 'May the viewer read this statement? What is about a reading of the public, everybody; the rest the state itself.';

alter table record_statement enable row level security;
create policy record_statement_read on record_statement for select using (visible_record_statement(record_statement, current_viewer()));
create policy record_statement_write on record_statement using (is_editor_of(state_key, null, current_viewer())) with check (is_editor_of(state_key, null, current_viewer()));
