-- no-transaction
-- Contacts whose cell ends with these digits, on whatever campaign: backwards it begins with them.
create index concurrently contact_last_digits on contact (organization_id, (reverse(cell) collate "C"), id);
