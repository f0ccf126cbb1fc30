-- no-transaction
-- Whether a sender has texts, which is asked before it is removed. By an expression that nothing else names, so that a plan
-- from when there were no messages never looks for those of a thread by their sender.
create index concurrently message_by_sender on message ((own_number collate "C"), organization_id);
