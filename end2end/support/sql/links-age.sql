-- Time passes for invite links. data: { organization, days }.

update invite
   set created_at = created_at - make_interval(days => (:'data'::jsonb ->> 'days')::integer),
       expires_at = expires_at - make_interval(days => (:'data'::jsonb ->> 'days')::integer)
 where organization_id = (:'data'::jsonb ->> 'organization')::bigint;

select 'true';
