-- A bulk action goes on at some other server, which shows no sign of giving up. data: { organization, action, done, expected }.
-- Says the id of its release.

update release
   set state = 'running',
       finished_at = null,
       cancel_requested_at = null,
       conversations = (:'data'::jsonb ->> 'done')::int,
       expected = (:'data'::jsonb ->> 'expected')::int,
       heartbeat_at = now() + interval '1 hour'
 where organization_id = (:'data'::jsonb ->> 'organization')::bigint
   and bulk_action_id = (:'data'::jsonb ->> 'action')::bigint
returning id;
