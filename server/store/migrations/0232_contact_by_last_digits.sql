-- no-transaction
-- Contacts whose cell ends with these digits: backwards it begins with them.
create index concurrently contact_by_last_digits on contact
    (organization_id, campaign_id, (reverse(cell) collate "C"), id);
