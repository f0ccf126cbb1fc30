-- A claim has a name that the worker knows before the database answers. If the answer is lost with the connection,
-- the worker ends the claim by that name at once, instead of leaving its texts to the end of their lease.
-- Null by default: the table is not written anew, and texts that are claimed right now end with their lease.
alter table outbox add column claim_id bigint;
comment on column outbox.claim_id is 'chosen by whoever claimed it last';
