-- Sign-in sessions. The cookie holds the session's id; the table holds only its SHA-256, so that a
-- read of the table does not let anybody in.

create table session (
    id_hash    bytea       not null primary key check (length(id_hash) = 32),
    record     jsonb       not null,
    expires_at timestamptz not null
);

create index session_expiry on session (expires_at);
