-- no-transaction
-- The oldest wait of a campaign among what texters hold: its first entry, however many there are, so that 5,000
-- campaigns are put in the order of their oldest wait by 5,000 looks. `conversation_held` is ordered by the idle clock,
-- which is another one. A release takes from it and adds nothing to it. It counts unhandled replies, too, and is half as
-- large as that one.
create index concurrently conversation_held_wait on conversation (organization_id, campaign_id, waiting_since)
    where status = 'needs_response' and assigned_to is not null and not opted_out;
