-- no-transaction
-- The texts that were given up, for the figures of a campaign. Those that are on their way have indexes of their own.
create index concurrently outbox_failed on outbox (organization_id, message_id) where state = 'failed';
