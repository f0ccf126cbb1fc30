-- A session lasts as long as it is used, but not longer than some time after its sign-in. Those that are there
-- begin anew. The default is for programs from before; it is no rewrite, as one moment is the same for all rows.
alter table session add column signed_in_at timestamptz not null default now();
