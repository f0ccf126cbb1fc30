-- Devices from which somebody has signed in to an account. Their attempts are counted apart, so that whoever
-- guesses passwords does not lock the owner out. The cookie holds the token; the table holds only its SHA-256.
create table known_device (
    token_hash   bytea       not null check (length(token_hash) = 32),
    account_id   bigint      not null references account (id),
    last_used_at timestamptz not null,
    primary key (token_hash, account_id)
);

create index known_device_of_account on known_device (account_id, last_used_at);
