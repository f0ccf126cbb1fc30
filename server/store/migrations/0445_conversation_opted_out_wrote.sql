-- no-transaction
-- The list of those who opted out and wrote again, by what they wrote last: a few among millions. Nothing else adds to it.
create index concurrently conversation_opted_out_wrote
    on conversation (organization_id, coalesce(wrote_opted_out_at, waiting_since), id)
    where status = 'needs_response' and opted_out;
