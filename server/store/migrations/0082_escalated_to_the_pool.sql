-- What is escalated goes into the pool, as what is released does: it has no new holder.
alter table assignment_event
    drop constraint assignment_event_check2,
    add constraint assignment_event_new_holder
        check ((reason in ('released', 'escalated')) = (new_holder is null));
