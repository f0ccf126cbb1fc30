-- When their person may do more, both kinds of links end.
create or replace function member_may_do_more() returns trigger language plpgsql as $$
begin
    delete from password_reset where account_id = new.account_id;
    delete from password_reset_by_mail where account_id = new.account_id;
    return null;
end
$$;
