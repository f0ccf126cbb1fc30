-- no-transaction
-- What waits for the turn of a number, in the order in which it was written, past all that was ever sent.
create index concurrently outbox_paced on outbox (organization_id, paced_number, message_id) where state = 'paced';
