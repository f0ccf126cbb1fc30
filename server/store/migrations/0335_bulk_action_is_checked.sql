-- The rows of before keep to the checks already.

alter table release validate constraint release_bulk_action_fkey;
alter table release validate constraint release_bulk_action;
alter table release validate constraint release_campaign;
alter table release validate constraint release_interval;
alter table assignment_event validate constraint assignment_event_new_holder;
