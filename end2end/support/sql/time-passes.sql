-- What was said on a campaign, and since when it waits and is held, moves into the past; whoever looks is told, and so is
-- the engine. data: { campaign, minutes }.

update message m
   set created_at = m.created_at - make_interval(mins => (:'data'::jsonb ->> 'minutes')::int)
  from conversation cv
 where cv.campaign_id = (:'data'::jsonb ->> 'campaign')::bigint
   and m.organization_id = cv.organization_id and m.conversation_id = cv.id;

update conversation
   set waiting_since = waiting_since - make_interval(mins => (:'data'::jsonb ->> 'minutes')::int),
       held_since = held_since - make_interval(mins => (:'data'::jsonb ->> 'minutes')::int)
 where campaign_id = (:'data'::jsonb ->> 'campaign')::bigint;

select pg_notify('baton_changes', json_build_object(
           'organization', organization_id, 'campaigns', array[id], 'members', '{}'::int[], 'more', true)::text)
  from campaign where id = (:'data'::jsonb ->> 'campaign')::bigint
\g /dev/null

select 'true';
