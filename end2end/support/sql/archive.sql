-- Archives a campaign, as no page does yet. data: { campaign }.

update campaign set archived_at = now() where id = (:'data'::jsonb ->> 'campaign')::bigint;

select pg_notify('baton_changes', json_build_object(
           'organization', organization_id, 'campaigns', array[id], 'members', '{}'::int[], 'more', true)::text)
  from campaign where id = (:'data'::jsonb ->> 'campaign')::bigint
\g /dev/null

select 'true';
