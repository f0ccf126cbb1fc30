-- Starts a campaign that has nobody on it yet, and says so to whoever looks. data: { campaign }.

update campaign set started_at = now()
 where id = (:'data'::jsonb ->> 'campaign')::bigint;

select pg_notify('baton_changes', json_build_object(
           'organization', organization_id, 'campaigns', array[id], 'members', '{}'::int[], 'more', true)::text)
  from campaign where id = (:'data'::jsonb ->> 'campaign')::bigint
\g /dev/null

select 'true';
