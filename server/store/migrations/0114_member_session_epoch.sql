-- A session remembers the epoch of its member at sign-in and is valid in no other. So a suspension ends sessions
-- for good, also one that somebody begins at that moment, and lifting it brings none back. A change of password
-- moves the epoch on as well.
alter table member add column session_epoch integer not null default 0;
comment on column member.session_epoch is 'sessions from an earlier epoch have ended';

-- A trigger, so that it holds whoever changes a role, be it by hand. Roles change rarely; nothing else on
-- this table calls it. The notification has the form of `store::access::AccessChange`.
create function member_access_changed() returns trigger language plpgsql as $$
begin
    if new.role = 'suspended' and old.role <> 'suspended' then
        new.session_epoch := old.session_epoch + 1;
    end if;
    if new.role <> old.role or new.session_epoch <> old.session_epoch then
        perform pg_notify('baton_access',
                          json_build_object('organization', new.organization_id, 'member', new.id)::text);
    end if;
    return new;
end
$$;

create trigger member_access_changed before update of role, session_epoch on member
    for each row execute function member_access_changed();
