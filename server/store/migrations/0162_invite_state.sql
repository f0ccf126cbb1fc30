-- Whether a link admits somebody, and if not, why: said once, for the statement that counts a use and for those that
-- show it. A link ends with the right of its maker to make it: who is suspended or may not give its role any more has
-- no links that work, not even to come back by.
create function invite_state(invite invite, at timestamptz) returns text language sql stable as $$
    select case
               when invite.revoked_at is not null then 'revoked'
               when invite.expires_at <= at then 'expired'
               when invite.uses >= invite.max_uses then 'used_up'
               when invite.created_by is not null
                    and not exists (select from member maker
                                     where maker.organization_id = invite.organization_id
                                       and maker.id = invite.created_by
                                       and maker.role >= 'admin' and maker.role >= invite.role)
               then 'maker_lost'
               else 'open'
           end
$$;
