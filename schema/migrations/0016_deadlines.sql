-- By when a part of a strategy is to be done, as its text says.

alter table strategy_node add column deadline text;
comment on column strategy_node.deadline is 'By when the source says that it is to be done: YYYY, YYYY-MM or YYYY-MM-DD.';
