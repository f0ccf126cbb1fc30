-- no-transaction
-- What one texter holds, the latest contact first. A release takes from it and adds nothing to it.
create index concurrently conversation_held_by_member on conversation (organization_id, assigned_to, id)
    where assigned_to is not null;
