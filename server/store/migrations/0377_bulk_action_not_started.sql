-- no-transaction
-- What is being counted, or waits to be carried out; what has waited for a day is removed.
create index concurrently bulk_action_not_started on bulk_action (organization_id, maker_id)
    where started_at is null;
