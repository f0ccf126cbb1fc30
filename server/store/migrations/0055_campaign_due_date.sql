-- When a campaign's first texts have to be out.

alter table campaign
    add column due_on date;
comment on column campaign.due_on is
    'the last day, in each contact''s zone, on which initials are handed out; replies are handed out after it too';
