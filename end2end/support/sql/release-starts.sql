-- A release that some other server is at, which shows no sign of giving up. data: { organization, actor,
-- campaign, expected, done, undoes }; undoes may be missing. Says its id.

with started as (
    insert into release (organization_id, scope, campaign_id, actor_id, interval_minutes, include_team_restricted,
                         only_within_texting_hours, include_auto_assign_off, clock, expected, conversations,
                         heartbeat_at, undoes_id)
    select (d ->> 'organization')::bigint, 'campaign', (d ->> 'campaign')::bigint, (d ->> 'actor')::bigint, 60,
           true, false, false, now(), (d ->> 'expected')::int, (d ->> 'done')::int, now() + interval '1 hour',
           (d ->> 'undoes')::bigint
      from (select :'data'::jsonb as d) given
    returning organization_id, id
)
select id, pg_notify('baton_changes', json_build_object(
           'organization', organization_id, 'campaigns', '{}'::int[], 'members', '{}'::int[], 'more', false,
           'releases', true)::text)
  from started
\gset

select :id;
