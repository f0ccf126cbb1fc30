-- no-transaction
-- The sessions of an account are listed on its page.
create index concurrently session_member on session (((record->'whose'->>'member')::bigint));
