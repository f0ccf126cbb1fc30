-- Links that go by e-mail, in a table of their own, where whoever asks for one ends no link that an admin made. The
-- release before keeps writing all of them into `password_reset`, an account's links in one row.
create table password_reset_by_mail (
    account_id bigint      not null primary key references account (id),
    token_hash bytea       not null unique check (length(token_hash) = 32),
    expires_at timestamptz not null
);
