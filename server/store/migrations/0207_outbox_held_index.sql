-- no-transaction
-- Resuming a campaign finds what waits for it, past all that was ever sent.
create index concurrently outbox_held on outbox (organization_id, message_id) where state = 'held';
