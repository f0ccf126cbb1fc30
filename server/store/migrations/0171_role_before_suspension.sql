-- What a suspended member was: lifting the suspension leads back to it. Who was suspended before this column was there
-- becomes a texter.
alter table member add column role_before member_role check (role_before <> 'suspended');
comment on column member.role_before is
    'the role before the suspension; null of members who are not suspended, and of those who were before this was kept';

-- Kept by the trigger that ends the sessions, so that it holds whoever changes a role, be it by hand.
create or replace function member_access_changed() returns trigger language plpgsql as $$
begin
    if new.role = 'suspended' and old.role <> 'suspended' then
        new.session_epoch := old.session_epoch + 1;
        new.role_before := old.role;
    elsif new.role <> 'suspended' then
        new.role_before := null;
    end if;
    if new.role <> old.role or new.session_epoch <> old.session_epoch then
        perform pg_notify('baton_access',
                          json_build_object('organization', new.organization_id, 'member', new.id)::text);
    end if;
    return new;
end
$$;
