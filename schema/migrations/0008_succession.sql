-- New versions: which strategy a new one carries on. It is a fact of the new one and no change of the old one, so whoever may not see the
-- new one is told nothing of it.

alter table strategy add column succeeds_key text;
comment on column strategy.succeeds_key is 'Key of the strategy that this one is the new version of.';
create index strategy_succeeds_key_idx on strategy (succeeds_key);

-- A link is between two texts and goes with either. Whoever removes a node is first told of its links as far as it may see them; one that is
-- out of its sight (the other text was taken back) must neither go on nor show itself by a refusal.
alter table link
  drop constraint link_national_node_id_fkey,
  drop constraint link_objective_id_fkey,
  add constraint link_national_node_id_fkey foreign key (national_node_id) references strategy_node on delete cascade deferrable,
  add constraint link_objective_id_fkey foreign key (objective_id) references strategy_node on delete cascade deferrable;
