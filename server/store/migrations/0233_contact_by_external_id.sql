-- no-transaction
-- Contacts whose external id begins as somebody types it.
create index concurrently contact_by_external_id on contact
    (organization_id, campaign_id, (lower(external_id) collate "C"), id)
    where external_id is not null;
