-- no-transaction
-- Contacts whose name begins as somebody types it.
create index concurrently contact_by_name on contact
    (organization_id, campaign_id, (lower(first_name || ' ' || last_name) collate "C"), id);
