-- How long an organization keeps the messages of archived campaigns.

alter table organization
    add column keep_messages_days integer,
    add constraint organization_keep_messages_days check (keep_messages_days between 30 and 3650);

comment on column organization.keep_messages_days is
    'days from the archiving of a campaign until its messages are erased; null: they are kept for good';
