-- no-transaction
-- Who opted out and writes again is answered by nobody, and is to be found by admins: a few among millions. No column of
-- it changes when a conversation is released or handed out.
create index concurrently conversation_opted_out_waits on conversation (organization_id, waiting_since, id)
    where status = 'needs_response' and opted_out;
