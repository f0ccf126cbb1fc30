-- Another role of a member, as no page gives it. data: { member, role }.

update member set role = (:'data'::jsonb ->> 'role')::member_role
 where id = (:'data'::jsonb ->> 'member')::bigint;

select 'true';
