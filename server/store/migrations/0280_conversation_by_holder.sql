-- no-transaction
-- What one texter holds, or nobody, by status, the latest contact first: Message Review by its holder, and by status
-- together with the next index. By an expression that only statements have which are meant for it: an index where
-- `assigned_to is null` would be taken for hand-outs too, and walked through by a plan from when nothing was held by nobody.
create index concurrently conversation_by_holder on conversation (organization_id, coalesce(assigned_to, 0), status, id);
