-- When a contact said stop themselves, or their carrier reported it, who had been opted out by somebody else before. Who
-- recorded it first stays; their own word makes it theirs too, so that START lifts it. Older rows do not know, and are as
-- they were.
alter table opt_out add column stopped_at timestamptz;
comment on column opt_out.stopped_at is 'when the contact said so themselves, after somebody else had recorded it; null of what they recorded first';
