-- no-transaction
-- What a texter took by themselves, without a request: escalated conversations. It counts for the most that one may get in
-- 24 hours, and is little beside all that is handed out.
create index concurrently assignment_event_taken on assignment_event (organization_id, new_holder, happened_at)
    where reason = 'requested' and request_id is null;
