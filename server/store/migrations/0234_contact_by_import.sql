-- no-transaction
-- The contacts of an upload, to count and undo it.
create index concurrently contact_by_import on contact (organization_id, import_id, id)
    where import_id is not null;
