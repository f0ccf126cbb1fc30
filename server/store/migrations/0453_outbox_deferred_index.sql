-- no-transaction
-- What the carrier takes later, by the number, past all else that is on its way.
create index concurrently outbox_deferred on outbox (organization_id, paced_number)
    where state = 'queued' and deferred_since is not null;
