-- What becomes of a member's requests. data: { member, level }.

update member set approval_level = (:'data'::jsonb ->> 'level')::approval_level
 where id = (:'data'::jsonb ->> 'member')::bigint;

select 'true';
