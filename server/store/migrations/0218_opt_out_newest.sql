-- no-transaction
-- The page of opt-outs and their export, newest first: each page is a range of it.
create index concurrently opt_out_newest on opt_out (organization_id, created_at, cell);
