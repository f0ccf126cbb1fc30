-- no-transaction
-- 0445 is in its place. The release before lists by this one, and slowly without it; each text of theirs would write both.
drop index concurrently conversation_opted_out_waits;
