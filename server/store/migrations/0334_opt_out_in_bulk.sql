-- The bulk action by which an opt-out was recorded: its undo lifts no other.
alter table opt_out add column bulk_action_id bigint;
comment on column opt_out.bulk_action_id is 'the bulk action that recorded it; null of all others';
