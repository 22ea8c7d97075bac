-- Links that are proposed anew or read again, and statements that are made once.

alter table link add column proposed_side text check (proposed_side in ('STATE', 'OWNER'));
comment on column link.proposed_side is 'The side that proposed it, and may take it back; null: the operator.';

-- By definer, since an editor who proposes anew may not write what others decided; it can only be dropped with the reading it was about.
create function drop_link_clearances() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.status = 'SUGGESTED' or (old.status = 'STALE' and new.status <> 'STALE') then
    delete from link_clearance where link_id = new.link_id;
  end if;
  return new;
end
$$;
comment on function drop_link_clearances is 'What was decided of another reading, or of texts that changed since, does not stand for what is there now.';
create trigger link_clearances_dropped before update of status on link for each row execute function drop_link_clearances();

create unique index cell_statement_open_key on cell_statement (kind, state_key, objective_id, side, link_id) nulls not distinct where outcome is null;
create index cell_statement_link_id_idx on cell_statement (link_id);
