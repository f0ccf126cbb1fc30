-- What is moved waits in the pool, as what is released does: it has no new holder. Rows that are there keep to it
-- already; they are read by the next migration, which stops nobody.
alter table assignment_event
    drop constraint assignment_event_new_holder,
    add constraint assignment_event_new_holder
        check ((reason in ('released', 'escalated', 'moved')) = (new_holder is null)) not valid;
comment on column assignment_event.campaign_ids is
    'the campaigns of the conversations, each once; of what was moved the old and the new one; null in rows of no release, and of one that an earlier version made';
