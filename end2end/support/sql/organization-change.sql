-- Requests are disabled. data: { organization, requestsDisabled }.

update organization
   set requests_enabled = false, requests_disabled_message = :'data'::jsonb ->> 'requestsDisabled'
 where id = (:'data'::jsonb ->> 'organization')::bigint;

select pg_notify('baton_changes', json_build_object(
           'organization', :'data'::jsonb -> 'organization', 'campaigns', '{}'::int[], 'members', '{}'::int[], 'more', true)::text)
\g /dev/null

select 'true';
