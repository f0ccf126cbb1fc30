-- How many attempts to sign in are left to somebody, for all servers together: a token bucket is the one moment
-- at which it will be full again. What is counted by (an e-mail, an address, a device) is in the key's hash only.
create table sign_in_bucket (
    key     bytea       not null primary key check (length(key) = 32),
    full_at timestamptz not null
);
comment on table sign_in_bucket is
    'a key without a row has a full bucket; no index on full_at, so that every attempt is a HOT update';
