-- no-transaction
-- The contacts of a campaign, the latest first: Message Review by campaign. It is on the contact, which no text and no
-- release changes, and not on the conversation, which each of them does.
create index concurrently contact_by_campaign on contact (organization_id, campaign_id, id);
