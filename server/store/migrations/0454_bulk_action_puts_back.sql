-- The undo of a bulk action puts back what it changed and nothing else: since when what was given to somebody had been held
-- before, by which its wait in the pool counts, and who had escalated what was given one more escalation tag.
alter table assignment_event
    add column previous_held_since timestamptz[];
comment on column assignment_event.previous_held_since is
    'of what a bulk action gave to a member: since when each was held until then, be it by whoever lost it into the pool; else null';
comment on column assignment_event.previous_escalated_by is
    'of what a bulk action closed while nobody held it, or tagged: who had escalated each; else null';
