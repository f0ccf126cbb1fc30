-- no-transaction
-- The texts that match no conversation and are to be looked at, in the order in which they came in.
create index concurrently inbound_to_do on inbound (organization_id, received_at, service, service_sid)
    where message_id is null and done_at is null;
