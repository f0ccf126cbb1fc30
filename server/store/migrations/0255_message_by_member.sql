-- no-transaction
-- What a member sent, by time: their figures, who is active now, and what the organization sent over the last days. Texts
-- that come in are not in it.
create index concurrently message_by_member on message (organization_id, sent_by, created_at) where sent_by is not null;
