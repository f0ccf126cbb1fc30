-- no-transaction
-- What was done to a member, as a page of the log and of its days.
create index concurrently audit_event_by_member on audit_event (organization_id, subject_id, at, id)
 where subject_kind = 'member';
