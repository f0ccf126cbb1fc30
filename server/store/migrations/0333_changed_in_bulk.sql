-- What is closed, tagged or opted out in one go has no new holder. How each was before is kept for the undo.
alter table assignment_event
    add column previous_statuses conversation_status[],
    drop constraint assignment_event_new_holder,
    add constraint assignment_event_new_holder
        check (reason = 'given_back'
               or (reason in ('released', 'escalated', 'moved', 'changed')) = (new_holder is null)) not valid;
comment on column assignment_event.previous_statuses is
    'of what a bulk action closed or opted out: the status of each before; else null';
