-- Two admins with the same campaign open: the second is told instead of overwriting.

alter table campaign
    add column settings_version integer not null default 0;
comment on column campaign.settings_version is
    'grows with each save of the script, the due date or the teams on the campaign''s page';
