-- What the form that copies a campaign is known by, so that two presses make one copy.

alter table campaign add column copy_key bigint;

comment on column campaign.copy_key is 'of the form that made it as a copy of another campaign; null: it was made in another way';

create unique index campaign_copy_key on campaign (organization_id, copy_key) where copy_key is not null;
