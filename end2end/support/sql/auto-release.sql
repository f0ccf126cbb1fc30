-- Switches automatic release on, and says so to whoever looks and to the engine. data: { campaign, minutes }.

update campaign set auto_release_minutes = (:'data'::jsonb ->> 'minutes')::int
 where id = (:'data'::jsonb ->> 'campaign')::bigint;

select pg_notify('baton_changes', json_build_object(
           'organization', organization_id, 'campaigns', array[id], 'members', '{}'::int[], 'more', true)::text)
  from campaign where id = (:'data'::jsonb ->> 'campaign')::bigint
\g /dev/null

select 'true';
