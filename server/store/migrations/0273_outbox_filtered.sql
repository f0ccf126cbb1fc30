-- no-transaction
-- The texts that carriers filtered, so that the page of a campaign can say that there are many.
create index concurrently outbox_filtered on outbox (organization_id, message_id) where failure_code = 30007;
