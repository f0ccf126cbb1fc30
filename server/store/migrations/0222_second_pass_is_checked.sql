-- The rows of before keep to the checks already.

alter table release validate constraint release_texted_days_ago;
alter table release validate constraint release_second_pass;
alter table release validate constraint release_interval;
alter table release validate constraint release_actor;
alter table assignment_event validate constraint assignment_event_new_holder;
