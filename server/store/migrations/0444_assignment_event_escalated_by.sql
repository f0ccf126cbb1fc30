-- What was escalated into the pool waits for its teams until it is closed. The undo of a bulk close puts it back among what
-- they look at, and says again who had escalated it.
alter table assignment_event
    add column previous_escalated_by bigint[];
comment on column assignment_event.previous_escalated_by is
    'of what a bulk action closed: who had escalated each that nobody held; else null';
