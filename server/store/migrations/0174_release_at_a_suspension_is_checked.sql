-- The rows of before keep to the checks already.

alter table release validate constraint release_member_fkey;
alter table release validate constraint release_member;
alter table release validate constraint release_campaign;
alter table release validate constraint release_interval;
