-- How a conversation was lost, next to who lost it: why it is gone is read from the row itself, however
-- much has happened since.

alter table conversation
    add column released_by  bigint,
    add column escalated_by bigint;
comment on column conversation.released_by is
    'the release that took it from released_from, and null where that is; in no index, and without a reference, so that a release pays nothing for it';
comment on column conversation.escalated_by is
    'the member who last let go of it by an escalation tag that was not theirs to handle';
