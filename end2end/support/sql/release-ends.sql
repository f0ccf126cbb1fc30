-- A release ends in the given state. data: { release, state, conversations }.

with ended as (
    update release
       set state = (:'data'::jsonb ->> 'state')::release_state,
           conversations = (:'data'::jsonb ->> 'conversations')::int,
           campaigns = 1,
           finished_at = now()
     where id = (:'data'::jsonb ->> 'release')::bigint
    returning organization_id
)
select pg_notify('baton_changes', json_build_object(
           'organization', organization_id, 'campaigns', '{}'::int[], 'members', '{}'::int[], 'more', false,
           'releases', true)::text)
  from ended
\g /dev/null

select 'true';
