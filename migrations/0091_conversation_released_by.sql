-- Which release took a conversation, next to whom it took it from: why it is gone is read from the row
-- itself, however much has happened since.

alter table conversation add column released_by bigint;
comment on column conversation.released_by is
    'the release that took it from released_from, and null where that is; in no index, and without a reference, so that a release pays nothing for it';
