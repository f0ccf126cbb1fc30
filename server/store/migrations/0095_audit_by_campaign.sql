-- Of how many campaigns a release took something is read from its audit: to look up every conversation's took as
-- long as releasing a tenth of them.

alter table assignment_event add column campaign_ids bigint[];
comment on column assignment_event.campaign_ids is
    'the campaigns of the conversations, each once; null in rows of no release, and of one that an earlier version made';
