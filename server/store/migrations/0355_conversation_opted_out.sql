-- no-transaction
-- The initial messages of a draft are its contacts without those who have opted out: they are few, and are counted here.
create index concurrently conversation_opted_out on conversation (organization_id, campaign_id) where opted_out;
