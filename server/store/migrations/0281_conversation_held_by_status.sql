-- no-transaction
-- What texters hold, by status, the latest contact first.
create index concurrently conversation_held_by_status on conversation (organization_id, status, id)
    where assigned_to is not null;
