-- no-transaction
-- The search for the last digits of a number: those of all that end alike are a range of it.
create index concurrently opt_out_last_digits on opt_out (organization_id, (reverse(cell) collate "C"));
