-- Links with which somebody chooses a new password without the old one. An account has one at most: making another
-- ends the earlier one, and using it deletes it. The link holds the token; the table holds only its SHA-256.
create table password_reset (
    account_id bigint      not null primary key references account (id),
    token_hash bytea       not null unique check (length(token_hash) = 32),
    expires_at timestamptz not null
);

-- Whether an admin may make a link is decided by what the person may do at that moment. When they may do more, here or
-- in another organization, the link ends. A trigger, so that it holds whoever changes a role, be it by hand.
create function member_may_do_more() returns trigger language plpgsql as $$
begin
    delete from password_reset where account_id = new.account_id;
    return null;
end
$$;

create trigger member_may_do_more after update of role on member
    for each row when (new.role > old.role) execute function member_may_do_more();
create trigger member_joined after insert on member
    for each row execute function member_may_do_more();
