-- no-transaction
-- The release that carries a bulk action out, and its undo.
create index concurrently release_by_bulk_action on release (organization_id, bulk_action_id)
    where bulk_action_id is not null;
