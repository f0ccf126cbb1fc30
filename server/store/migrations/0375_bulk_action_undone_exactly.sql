-- What the undo of a bulk action holds a conversation against, so that it takes back nothing that somebody did later, and
-- all that it did itself.
alter table assignment_event
    add column last_messages bigint[],
    add column sibling_ids bigint[],
    add column sibling_epochs integer[],
    add column sibling_statuses conversation_status[];
comment on column assignment_event.last_messages is
    'of what a bulk action closed: the last message of each then; else null';
comment on column assignment_event.sibling_ids is
    'of numbers that a bulk action opted out: their other conversations, which were closed along and are counted nowhere';
comment on column assignment_event.sibling_epochs is 'the epoch of each';
comment on column assignment_event.sibling_statuses is 'the status of each before';
