-- Tags. data: { organization, tags: [{ title, escalation }] }. Says how many.

with made as (
    insert into tag (organization_id, title, escalation)
    select (:'data'::jsonb ->> 'organization')::bigint, given.title, given.escalation
      from jsonb_to_recordset(:'data'::jsonb -> 'tags') as given (title text, escalation boolean)
    returning id
)
select count(*) from made;
