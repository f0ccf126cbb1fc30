-- A request that waits for approval. data: { organization, member, wanted }.

insert into assignment_request (organization_id, pool_id, member_id, wanted, assigned, state, kind, created_at)
select p.organization_id, p.id, (:'data'::jsonb ->> 'member')::bigint, (:'data'::jsonb ->> 'wanted')::int, 0, 'pending', p.kind, now()
  from pool p
 where p.organization_id = (:'data'::jsonb ->> 'organization')::bigint and p.team_id is null;

select pg_notify('baton_changes', json_build_object(
           'organization', :'data'::jsonb -> 'organization', 'campaigns', '{}'::int[], 'members', '{}'::int[],
           'more', false, 'requests', true)::text)
\g /dev/null

select 'true';
