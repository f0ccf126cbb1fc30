-- no-transaction
-- What nobody holds, the latest contact first: Message Review by nobody, and by status together with the next index. A
-- release adds an entry here and none there; a text changes the entry of one of the two.
create index concurrently conversation_unheld on conversation (organization_id, status, id) where assigned_to is null;
