-- no-transaction
-- The list of a campaign's contacts, and those whose last name begins as somebody types it.
create index concurrently contact_by_last_name on contact
    (organization_id, campaign_id, (lower(last_name || ' ' || first_name) collate "C"), id);
